//! The notes by session, and which of them are shown.

use crate::ui::{
    Choice, Content, Derived, Select, button, callout, check, each, el, icon, memo, when, when_else,
};
use leptos::prelude::*;

use super::note_row::note_row;
use super::places;
use crate::model::visit::{self, SessionNotes};
use crate::model::{Exchange, Id, Note, NoteKind};
use crate::pages::words;
use crate::workspace::{OpenExchange, Workspace};

/// The id of the list's heading.
pub const LIST_ID: &str = "all-notes";

/// Which notes are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Filter {
    kind: Option<NoteKind>,
    only_mine: bool,
}

/// All notes, by session in the order of the agenda.
pub fn note_list() -> AnyView {
    let exchange = OpenExchange::expect().exchange();
    let device = Workspace::expect().device();
    let me = memo(move || device.with(|device| device.author.trim().to_owned()));
    let filter = RwSignal::new(Filter::default());
    let groups = memo(move || {
        let (filter, me) = (filter.get(), me.get());
        exchange.with(|exchange| {
            visit::notes_by_session(exchange, |note: &Note| {
                filter.kind.is_none_or(|kind| note.kind == Some(kind))
                    && (!filter.only_mine || visit::is_by(exchange, note, &me))
            })
        })
    });
    let places = memo(move || {
        groups.with(|groups| groups.iter().map(|group| group.session.clone()).collect::<Vec<_>>())
    });
    let in_all = memo(move || exchange.with(|exchange| exchange.notes.len()));
    let shown =
        memo(move || groups.with(|groups| groups.iter().map(|it| it.notes.len()).sum::<usize>()));
    let any = memo(move || in_all.get() > 0);
    when_else(
        move || any.get(),
        move || {
            (
                filter_bar(filter, me),
                when(
                    move || shown.get() < in_all.get(),
                    move || {
                        let shown_of =
                            move || say!(notes.shown_of, count = shown.get(), all = in_all.get());
                        let said = el("span").attr("role", "status").has(shown_of);
                        callout("info", icondata::LuFunnel, said).has(
                            button("button button--quiet")
                                .on_click(move || filter.set(Filter::default()))
                                .has(say!(notes.show_all)),
                        )
                    },
                ),
                each(move || places.get(), move |place| group(place, groups)),
            )
        },
        no_notes,
    )
    .view()
}

/// Says what notes are for while there are none.
fn no_notes() -> AnyView {
    el("section")
        .class("panel")
        .attr("aria-labelledby", "no-notes-title")
        .has(el("div").class("empty").has((
            icon(icondata::LuNotebookPen),
            el("h2").id("no-notes-title").has(say!(notes.empty_title)),
            el("p").has(say!(notes.empty_text)),
            el("p").has(say!(notes.empty_kinds)),
        )))
        .view()
}

/// Chooses which notes are shown.
///
/// - `filter`: Which notes are shown.
/// - `me`: Who writes on this device; empty if nobody has said so.
fn filter_bar(filter: RwSignal<Filter>, me: Derived<String>) -> AnyView {
    let mut kinds = vec![Choice::new("", say!(notes.all_kinds))];
    kinds.extend(words::choices::<NoteKind>());
    let has_name = memo(move || me.with(|me| !me.is_empty()));
    el("div")
        .class("toolbar no-print")
        .has((
            el("h2").id(LIST_ID).attr("tabindex", "-1").has(say!(notes.all_notes)),
            el("div").class("cluster toolbar__end").has((
                when(
                    move || has_name.get(),
                    move || {
                        check(
                            say!(notes.only_mine),
                            memo(move || filter.with(|filter| filter.only_mine)),
                            move |mine| filter.update(|filter| filter.only_mine = mine),
                        )
                    },
                ),
                Select::new(
                    say!(notes.show_kind),
                    kinds,
                    memo(move || {
                        filter.with(|filter| filter.kind.map_or("", NoteKind::word).to_owned())
                    }),
                    move |word: String| {
                        filter.update(|filter| filter.kind = NoteKind::from_word(&word));
                    },
                )
                .quiet(),
            )),
        ))
        .view()
}

/// One session and its notes.
///
/// - `place`: The session; the visit as a whole where `None`.
/// - `groups`: All groups.
fn group(place: Option<Id>, groups: Derived<Vec<SessionNotes>>) -> AnyView {
    let exchange = OpenExchange::expect().exchange();
    let heading = format!("notes-of-{}", places::word(place.as_ref()));
    let place = StoredValue::new(place);
    let notes = memo(move || {
        groups.with(|groups| {
            let group = place.with_value(|place| groups.iter().find(|it| it.session == *place));
            group.map(|group| group.notes.clone()).unwrap_or_default()
        })
    });
    let of_place = move |say: fn(&Exchange, Option<&Id>) -> String| {
        memo(move || exchange.with(|it| place.with_value(|place| say(it, place.as_ref()))))
    };
    let (title, when) = (of_place(places::title), of_place(places::when));
    let look =
        move || exchange.with(|it| place.with_value(|place| places::look(it, place.as_ref())));
    el("section")
        .class("panel query")
        .attr("aria-labelledby", heading.clone())
        .has((
            el("div").class("panel__head").has((
                el("h3").class("session-head").attr("data-kind", look).id(heading).has((
                    title,
                    " ",
                    el("span").has(when),
                )),
                el("span").class("count").has((
                    move || notes.with(Vec::len),
                    el("span").class("visually-hidden").has(say!(app.in_all)),
                )),
            )),
            el("ul").class("rows").has(each(move || notes.get(), note_row)),
        ))
        .view()
}
