//! What can be said about a note afterwards: kind, session, question, author, privacy.

use crate::ui::{Choice, Content, Derived, Select, button, check, el, icon, memo};
use leptos::prelude::*;

use super::places;
use crate::history::RecordAddress;
use crate::model::{Exchange, Id, Note, NoteKind, Record as _, rank};
use crate::pages::exchange::changes;
use crate::pages::words;
use crate::workspace::OpenExchange;

/// The part of a note's row that opens: everything about the note but its text.
///
/// - `id`: Which note.
/// - `note`: The note.
/// - `remove`: Deletes the note.
/// - `named`: What the note is called for those who do not see it.
pub fn note_settings(
    id: Id,
    note: Derived<Note>,
    remove: Callback<()>,
    named: Derived<String>,
) -> AnyView {
    let open = OpenExchange::expect();
    let exchange = open.exchange();
    let id = StoredValue::new(id);
    let change = move |change: &dyn Fn(&mut Note)| {
        id.with_value(|id| open.change::<Note>(id, |note| change(note)));
    };
    let mut kinds = vec![Choice::new("", say!(notes.plain))];
    kinds.extend(words::choices::<NoteKind>());
    let chosen =
        move |of: fn(&Note) -> Option<&Id>| memo(move || note.with(|note| places::word(of(note))));
    let sessions = memo(move || {
        exchange.with(|it| note.with(|note| places::choices(it, note.session.as_ref())))
    });
    let questions = memo(move || {
        exchange.with(|exchange| {
            note.with(|note| {
                places::questions(exchange, note.session.as_ref(), note.question.as_ref())
            })
        })
    });
    let authors = memo(move || exchange.with(|it| note.with(|note| authors(it, note))));
    el("div")
        .class("note__more stack stack--close no-print")
        .attr("role", "group")
        .attr("aria-label", named)
        .has((
            el("div").class("field-grid field-grid--wide").has((
                Select::new(
                    say!(notes.kind),
                    kinds,
                    memo(move || note.with(|note| note.kind.map_or("", NoteKind::word).to_owned())),
                    move |word: String| {
                        change(&|note| note.kind = NoteKind::from_word(&word));
                    },
                ),
                Select::new(
                    say!(notes.session),
                    sessions,
                    chosen(|note| note.session.as_ref()),
                    move |word: String| {
                        change(&|note| note.session = places::chosen(word.clone()));
                    },
                ),
                Select::new(
                    say!(notes.answers_question),
                    questions,
                    chosen(|note| note.question.as_ref()),
                    move |word: String| {
                        change(&|note| note.question = places::chosen(word.clone()));
                    },
                ),
                Select::new(
                    say!(notes.written_by),
                    authors,
                    chosen(|note| note.author.as_ref()),
                    move |word: String| {
                        change(&|note| note.author = places::chosen(word.clone()));
                    },
                ),
            )),
            el("div").class("spread").has((
                check(
                    say!(notes.private_check),
                    memo(move || note.with(|note| note.private)),
                    move |private| change(&|note| note.private = private),
                ),
                id.with_value(|id| {
                    let record = RecordAddress::new(Note::COLLECTION, id.as_str());
                    changes::link(&open.id(), &record, move || format!(" {}", named.get()))
                }),
                button("button button--quiet button--danger")
                    .attr("aria-label", move || say!(notes.delete_note, note = named.get()))
                    .on_click(move || remove.run(()))
                    .has((icon(icondata::LuTrash2), el("span").has(say!(notes.delete)))),
            )),
        ))
        .view()
}

/// Returns who may have written the note: the name it bears, and everybody on the roster.
fn authors(exchange: &Exchange, note: &Note) -> Vec<Choice> {
    let unnamed = match note.author_name.trim() {
        "" => say!(notes.unsigned),
        name => name,
    };
    let mut choices = vec![Choice::new("", unnamed)];
    choices.extend(
        rank::ordered(&exchange.people)
            .iter()
            .filter_map(|id| Some((id, exchange.people.get(id)?)))
            .filter(|(_, person)| !person.name.trim().is_empty())
            .map(|(id, person)| Choice::new(id.as_str(), person.name.trim())),
    );
    let removed = note.author.as_ref().filter(|id| !exchange.people.contains_key(id));
    choices.extend(removed.map(|id| Choice::new(id.as_str(), say!(notes.author_removed))));
    choices
}
