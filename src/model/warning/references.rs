//! Records that name one that was removed, where a screen shows it as "removed".
//!
//! Left out is what another rule says better: a question whose asker is gone has nobody to ask it, and a
//! person whose organisation is gone belongs to none.

use super::{Several, Warning};
use crate::model::{Exchange, Id, Record, Table};

pub(super) fn always(exchange: &Exchange, warnings: &mut Vec<Warning>) {
    macro_rules! removed {
        ($( $collection:ident.$field:ident in $target:ident; )+) => {
            $( removed(
                &exchange.$collection,
                stringify!($field),
                &|it| it.$field.as_ref(),
                &|id| exchange.$target.contains_key(id),
                warnings,
            ); )+
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

fn removed<T: Record>(
    table: &Table<T>,
    field: &'static str,
    named: &dyn Fn(&T) -> Option<&Id>,
    is_there: &dyn Fn(&Id) -> bool,
    warnings: &mut Vec<Warning>,
) {
    let mut known: Option<&Id> = None;
    let dangling = table.iter().filter(|(_, record)| match named(record) {
        // Most records name the same one as the record before.
        Some(id) if known == Some(id) => false,
        Some(id) if is_there(id) => {
            known = Some(id);
            false
        }
        Some(_) => true,
        None => false,
    });
    if let Some(records) = Several::of(dangling.map(|(id, _)| id)) {
        warnings.push(Warning::Removed { collection: Some(T::COLLECTION), field, records });
    }
}
