//! The kinds of note, to tap.

use crate::ui::{Content, el, icon, memo, ticked};
use leptos::prelude::*;

use super::writing::Writing;
use crate::model::NoteKind;
use crate::pages::words;

/// Chips for the kind of the note in the box. It is plain until one is tapped, and again when the
/// same one is tapped once more.
pub fn kind_chips() -> AnyView {
    let chips = NoteKind::ALL.iter().copied().map(Some);
    el("fieldset")
        .has((
            el("legend").class("visually-hidden").has(say!(notes.kind_legend)),
            el("div")
                .class("chips")
                .has((kind_chip(None), chips.map(kind_chip).collect::<Vec<_>>())),
        ))
        .view()
}

/// One kind of note to choose.
///
/// - `kind`: Which kind; plain where `None`.
fn kind_chip(kind: Option<NoteKind>) -> AnyView {
    let writing = Writing::expect();
    let note = writing.note();
    let checked = memo(move || note.with(|note| note.kind == kind));
    let choose = move |kind| writing.change(move |note| note.kind = kind);
    el("label")
        .class("chip")
        .has((
            el("input")
                .attr("type", "radio")
                .attr("name", "note-kind")
                .prop("checked", checked)
                .on_click(move || {
                    if checked.get_untracked() {
                        choose(None);
                    }
                })
                .on("change", move |event| {
                    if ticked(&event) {
                        choose(kind);
                    }
                }),
            icon(kind.map_or(icondata::LuStickyNote, words::note_icon)),
            kind.map_or(say!(notes.plain), words::of),
        ))
        .view()
}
