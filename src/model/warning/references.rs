//! Records that name one that was removed, where a screen shows it as "removed".
//!
//! Left out is what another rule says better: a question whose asker is gone has nobody to ask it, and a
//! person whose organisation is gone belongs to none.

use super::{Facts, Several, Warning};
use crate::model::places::Places;
use crate::model::thread::NoteLink;
use crate::model::{Id, Note};

pub(super) fn always(facts: &Facts<'_>, warnings: &mut Vec<Warning>) {
    let exchange = facts.exchange;
    macro_rules! removed {
        ($( $collection:ident.$field:ident in $target:ident; )+) => {
            $(
                let is_gone = |id: &Id| !exchange.$target.contains_key(id);
                let records = exchange.$collection.iter();
                let mut dangling = records
                    .filter(|(_, record)| record.$field.as_ref().is_some_and(is_gone))
                    .map(|(id, _)| id);
                removed(stringify!($collection), stringify!($field), &mut dangling, warnings);
            )+
        };
    }
    removed! {
        agreements.person in people;
        objectives.organisation in organisations;
        questions.objective in objectives;
        questions.session in sessions;
        questions.answered_by in people;
        questions.organisation in organisations;
        day_log.session in sessions;
        tasks.owner in people;
        debriefs.person in people;
        assessments.objective in objectives;
        learning_points.objective in objectives;
        actions.organisation in organisations;
        check_ins.outcome in outcomes;
        check_ins.organisation in organisations;
    }
    notes(facts, warnings);
    let supporter = exchange.about.supporter.as_ref();
    if let Some(id) = supporter.filter(|id| !exchange.people.contains_key(id)) {
        let records = Several { count: 1, first: id.clone() };
        warnings.push(Warning::Removed { collection: None, field: "supporter", records });
    }
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
