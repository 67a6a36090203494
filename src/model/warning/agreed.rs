//! What was changed since a party agreed to it (S0).
//!
//! An agreement keeps no copy of what was agreed to. Each value knows when it was last written; what was
//! written after the moment of the agreement has changed since.

use super::Warning;
use crate::model::{Class, Covers, Exchange, read_moment};
use crate::order::Set;

/// When a value was last written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The record's collection; `None` for the exchange's own fields.
    pub collection: Option<String>,
    /// The record's id; empty for the exchange itself.
    pub id: String,
    /// The field.
    pub field: String,
    /// When, in milliseconds since 1970.
    pub at: u64,
}

impl Edit {
    /// Returns the part of the plan that the value belongs to. What people fill in without asking again
    /// (rooms that are confirmed, journeys, places in lists) belongs to none.
    fn part(&self) -> Option<Covers> {
        let collection = self.collection.as_deref();
        let settled = ["rank", "confirmed", "travel", "may_be_named"].contains(&&*self.field)
            || collection == Some("organisations") && self.field != "part";
        Some(match collection {
            _ if settled => return None,
            None => match &*self.field {
                "goal" => Covers::Aims,
                "dates" => Covers::Dates,
                _ => return None,
            },
            Some("goals" | "objectives" | "outcomes") => Covers::Aims,
            Some("sessions") => Covers::Agenda,
            Some("people") if is_logistics(&self.field) => return None,
            Some("organisations" | "people") => Covers::Team,
            Some(_) => return None,
        })
    }
}

fn is_logistics(field: &str) -> bool {
    Exchange::class(Some("people"), field) == Some(Class::Contact)
}

/// Returns, for each agreement and each part of the plan that it covers, how many records of that part
/// were changed since. `edits` has the last edit of each value, in the order of the addresses.
pub fn changed_since_agreed(exchange: &Exchange, edits: &[Edit]) -> Vec<Warning> {
    let mut warnings = Vec::new();
    for (id, agreement) in &exchange.agreements {
        let Some(agreed) = read_moment(&agreement.agreed_at) else { continue };
        for part in Covers::ALL.iter().filter(|part| agreement.covers.contains(part.word())) {
            let since = edits.iter().filter(|edit| edit.at > agreed && edit.part() == Some(*part));
            // Of the exchange's own fields, each counts as one.
            let records: Set<(Option<&str>, &str)> = since
                .map(|edit| match edit.collection.as_deref() {
                    None => (None, edit.field.as_str()),
                    collection => (collection, edit.id.as_str()),
                })
                .collect();
            if !records.is_empty() {
                warnings.push(Warning::ChangedSinceAgreed {
                    agreement: id.clone(),
                    part: *part,
                    records: records.len(),
                });
            }
        }
    }
    warnings
}
