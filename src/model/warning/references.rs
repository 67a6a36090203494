//! Records that name one that was removed, where a screen shows it as "removed".
//!
//! Left out is what another rule says better: a question whose asker is gone has nobody to ask it, and a
//! person whose organisation is gone belongs to none.

use super::{Several, Warning};
use crate::model::{Exchange, Id};

pub(super) fn always(exchange: &Exchange, warnings: &mut Vec<Warning>) {
    macro_rules! removed {
        ($( $collection:ident.$field:ident in $target:ident; )+) => {
            $(
                let table = &exchange.$collection;
                let name = (stringify!($collection), stringify!($field));
                let mut named = table.iter().map(|(id, it)| (id, it.$field.as_ref()));
                removed(name, &mut named, exchange.$target.ids(), warnings);
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
        notes.session in sessions;
        notes.question in questions;
        notes.author in people;
        debriefs.person in people;
        assessments.objective in objectives;
        learning_points.objective in objectives;
        actions.organisation in organisations;
        check_ins.outcome in outcomes;
        check_ins.organisation in organisations;
    }
    let supporter = exchange.about.supporter.as_ref();
    if let Some(id) = supporter.filter(|id| !exchange.people.contains_key(id)) {
        let records = Several { count: 1, first: id.clone() };
        warnings.push(Warning::Removed { collection: None, field: "supporter", records });
    }
}

/// Which of these records name one that is not there.
fn removed<'a>(
    (collection, field): (&'static str, &'static str),
    named: &mut dyn Iterator<Item = (&'a Id, Option<&'a Id>)>,
    there: &[Id],
    warnings: &mut Vec<Warning>,
) {
    let mut known: Option<&Id> = None;
    let dangling = named.filter(|(_, target)| match target {
        // Records beside each other often name the same one.
        Some(_) if known == *target => false,
        Some(id) if there.binary_search(id).is_ok() => {
            known = *target;
            false
        }
        Some(_) => true,
        None => false,
    });
    if let Some(records) = Several::of(dangling.map(|(id, _)| id)) {
        warnings.push(Warning::Removed { collection: Some(collection), field, records });
    }
}
