//! The kinds of note, to tap.

use leptos::prelude::*;

use super::writing::Writing;
use crate::model::NoteKind;
use crate::pages::words;
use crate::ui::{Icon, memo};

/// Chips for the kind of the note in the box. It is plain until one is tapped, and again when the
/// same one is tapped once more.
#[component]
pub fn KindChips() -> impl IntoView {
    let chips = NoteKind::ALL.iter().copied().map(Some);
    view! {
        <fieldset>
            <legend class="visually-hidden">{say!(notes.kind_legend)}</legend>
            <div class="chips">
                <KindChip kind=None />
                {chips.map(|kind| view! { <KindChip kind /> }).collect_view()}
            </div>
        </fieldset>
    }
}

#[component]
fn KindChip(
    /// Which kind; plain where `None`.
    kind: Option<NoteKind>,
) -> impl IntoView {
    let writing = Writing::expect();
    let note = writing.note();
    let checked = memo(move || note.with(|note| note.kind == kind));
    let choose = move |kind| writing.change(move |note| note.kind = kind);
    view! {
        <label class="chip">
            <input
                type="radio"
                name="note-kind"
                prop:checked=checked
                // Tapped once more, a chosen radio button tells of the click and of no change.
                on:click=move |_| {
                    if checked.get_untracked() {
                        choose(None);
                    }
                }
                // Chromium tells of a change also when the click itself took the choice away.
                on:change:target=move |event| {
                    if event.target().checked() {
                        choose(kind);
                    }
                }
            />
            <Icon icon=kind.map_or(icondata::LuStickyNote, words::note_icon) />
            {kind.map_or(say!(notes.plain), words::note_kind)}
        </label>
    }
}
