//! Records that name one that was removed, where a screen shows it as "removed".
//!
//! Left out is what another rule says better: a question whose asker is gone has nobody to ask it, and a
//! person whose organisation is gone belongs to none.

use super::{Facts, Several, Warning};
use crate::model::field::Form;
use crate::model::places::Places;
use crate::model::record::Record;
use crate::model::thread::NoteLink;
use crate::model::{Exchange, Id, Note};

pub(super) fn always(facts: &Facts<'_>, warnings: &mut Vec<Warning>) {
    let exchange = facts.exchange;
    let table = |name: &str| {
        Exchange::COLLECTIONS.iter().zip(exchange.rows()).find(|(known, _)| **known == name)
    };
    for (collection, rows) in Exchange::COLLECTIONS.iter().zip(exchange.rows()) {
        if *collection == Note::COLLECTION {
            notes(facts, warnings);
            continue;
        }
        let fields = Exchange::declared(Some(collection)).iter().enumerate();
        for (at, field) in fields.filter(|(_, field)| !is_said_elsewhere(collection, field.name)) {
            let Form::Link(target) = field.form else { continue };
            let Some((_, targets)) = table(target) else { continue };
            let records = (0..rows.count()).map(|row| rows.row(row));
            let mut dangling = records
                .filter(|(_, record)| record.fields()[at].link().is_some_and(|id| !targets.has(id)))
                .map(|(id, _)| id);
            removed(collection, field.name, &mut dangling, warnings);
        }
    }
    let supporter = exchange.about.supporter.as_ref();
    if let Some(id) = supporter.filter(|id| !exchange.people.contains_key(id)) {
        let records = Several { count: 1, first: id.clone() };
        warnings.push(Warning::Removed { collection: None, field: "supporter", records });
    }
}

/// What another rule says better.
fn is_said_elsewhere(collection: &str, field: &str) -> bool {
    matches!((collection, field), ("questions", "asked_by") | ("people", "organisation"))
}

/// Notes are many, and what they are about is known already.
fn notes(facts: &Facts<'_>, warnings: &mut Vec<Warning>) {
    let people = Places::of(&facts.exchange.people);
    let mut check = |field: &'static str, is_gone: &dyn Fn(&Note, &NoteLink) -> bool| {
        let notes = facts.exchange.notes.iter().zip(facts.links);
        let mut dangling =
            notes.filter(|((_, note), link)| is_gone(note, link)).map(|((id, _), _)| id);
        removed("notes", field, &mut dangling, warnings);
    };
    check("session", &|note, link| note.session.is_some() && link.session.is_none());
    check("question", &|note, link| note.question.is_some() && link.question.is_none());
    check("author", &|note, _| note.author.as_ref().is_some_and(|id| people.place(id).is_none()));
}

fn removed(
    collection: &'static str,
    field: &'static str,
    dangling: &mut dyn Iterator<Item = &Id>,
    warnings: &mut Vec<Warning>,
) {
    if let Some(records) = Several::of(dangling) {
        warnings.push(Warning::Removed { collection: Some(collection), field, records });
    }
}
