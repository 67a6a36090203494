//! One note in the list: who, when, what kind, and its text, edited in place.

use crate::ui::{Content, Derived, InPlace, button, el, icon, live, memo, when};
use leptos::prelude::*;

use super::list::LIST_ID;
use super::note_settings::note_settings;
use super::places;
use super::writing::BOX_ID;
use crate::model::{Exchange, Id, Note, Part, visit};
use crate::pages::exchange::rows;
use crate::pages::{focus, format, words};
use crate::workspace::OpenExchange;

/// Returns the id of the field with a note's text.
pub fn field_id(note: &Id) -> String {
    rows::element("note", note)
}

/// Returns the first words of a note, to name it by.
pub fn first_words(text: &str) -> String {
    const MOST: usize = 40;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= MOST {
        return line;
    }
    let mut cut: String = line.chars().take(MOST).collect();
    // Whole words, unless the first one fills the line.
    if let Some(space) = cut.rfind(' ') {
        cut.truncate(space);
    }
    format!("{cut}…")
}

/// A note.
///
/// - `id`: Which one.
pub fn note_row(id: Id) -> AnyView {
    let open = OpenExchange::expect();
    let exchange = open.exchange();
    let note = open.record::<Note>(&id);
    let note = memo(move || note.get().unwrap_or_default());
    let author = memo(move || {
        exchange.with(|exchange| note.with(|note| visit::author(exchange, note).to_owned()))
    });
    let who = memo(move || {
        let name = author.get();
        match (name.is_empty(), note.with(|note| note.author.is_some())) {
            (false, _) => name,
            (true, true) => say!(notes.author_removed).to_owned(),
            (true, false) => say!(notes.unsigned).to_owned(),
        }
    });
    let site = move || exchange.with(|exchange| note.with(|note| site(exchange, note)));
    let moment = memo(move || note.with(|note| format::moment(&note.written_at)));
    let answers = memo(move || {
        let question = note.with(|note| note.question.clone())?;
        Some(exchange.with(|exchange| places::question_text(exchange, &question)))
    });
    let is_open = RwSignal::new(false);
    let named = memo(move || say!(notes.note_of, name = who.get(), moment = moment.get()));
    let remove = {
        let id = id.clone();
        Callback::new(move |()| delete(open, &id))
    };
    let field = field_id(&id);
    let take_text = {
        let id = id.clone();
        Callback::new(move |text| open.change::<Note>(&id, |note| note.text = text))
    };
    el("li")
        .class("note")
        .has((
            el("span")
                .class("avatar")
                .attr("data-site", site)
                .attr("aria-hidden", "true")
                .has(move || author.with(|name| format::initials(name))),
            el("p").class("note__head").has((
                kind_of(note),
                el("span").has((who, move || {
                    moment.with(|moment| {
                        (!moment.is_empty()).then(|| {
                            let instant = note.with_untracked(|note| note.written_at.clone());
                            (", ", el("time").attr("datetime", instant).has(moment.clone()))
                        })
                    })
                })),
                move || {
                    note.with(|note| note.private).then(|| {
                        el("span").class("badge").has((icon(icondata::LuLock), say!(notes.private)))
                    })
                },
            )),
            button("button button--quiet button--icon note__tools no-print")
                .attr("aria-label", move || say!(notes.more, note = named.get()))
                .attr("aria-expanded", move || if is_open.get() { "true" } else { "false" })
                .on_click(move || is_open.update(|is_open| *is_open = !*is_open))
                .has(icon(icondata::LuEllipsis)),
            move || {
                answers.get().map(|question| {
                    el("p").class("note__answers").has(say!(notes.answers, question = question))
                })
            },
            InPlace::block(named, memo(move || note.with(|note| note.text.clone())), take_text)
                .id(field)
                .on_remove(remove),
            when(move || is_open.get(), move || note_settings(id.clone(), note, remove, named)),
        ))
        .view()
}

/// Puts a note into the trash and offers to take it out again.
fn delete(open: OpenExchange, id: &Id) {
    let words = open.exchange().with_untracked(|exchange| {
        exchange.notes.get(id).map(|note| first_words(&note.text)).unwrap_or_default()
    });
    open.delete::<Note>(id);
    let is_last = open.exchange().with_untracked(|exchange| exchange.notes.is_empty());
    focus::soon(if is_last { BOX_ID } else { LIST_ID }.to_owned());
    let what = if words.is_empty() { say!(notes.note).to_owned() } else { words };
    let id = id.clone();
    rows::offer_undo(what, move || open.bring_back::<Note>(&id));
}

/// The kind of a note with its icon; nothing for a plain one.
///
/// - `note`: The note.
fn kind_of(note: Derived<Note>) -> AnyView {
    let kind = memo(move || note.with(|note| note.kind));
    live(move || {
        kind.get().map(|kind| {
            el("span").class("note__kind").has((icon(words::note_icon(kind)), words::of(kind)))
        })
    })
}

/// Returns whether a note's author belongs to the visitors or to the hosts, as far as it is known.
fn site(exchange: &Exchange, note: &Note) -> Option<&'static str> {
    let person = note.author.as_ref().and_then(|id| exchange.people.get(id))?;
    let organisation =
        person.organisation.as_ref().and_then(|id| exchange.organisations.get(id))?;
    match organisation.part {
        Part::Visiting => Some("visitor"),
        Part::Host => Some("host"),
        Part::Support => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_named_by_its_first_whole_words() {
        assert_eq!(first_words(" Docks\nby the  lockers "), "Docks by the lockers");
        let long = "Network upload took the whole first year to size: 4 GB a shift";
        assert_eq!(first_words(long), "Network upload took the whole first…");
        assert_eq!(first_words(&"ü".repeat(50)), format!("{}…", "ü".repeat(40)));
    }
}
