//! What changed between two readable forms, as edits of single addresses.
//!
//! The app changes typed records, never stamps. It takes the plain form of a record before and
//! after, and commits only the differences. So a field that this version of the app does not know,
//! or that somebody else changed meanwhile, stays as it is.

use serde_json::{Map, Value};

use super::address::{Address, RecordAddress};
use super::plain::addressed;
use crate::order;

/// The edits that lead from one plain form of a record to another, in order of address. Absent,
/// null and an empty array are the same: emptying is an edit to null. Of a set, the members added
/// become `true` and those removed null.
///
/// For the document itself the forms may hold collections; their records are then compared too.
///
/// ```
/// use peer_exchange::history::{RecordAddress, diff};
/// use serde_json::{json, Map, Value};
///
/// let form = |value: Value| value.as_object().cloned().unwrap_or_default();
/// let before = form(json!({ "id": "s7", "title": "Ride-along", "objectives": ["o1", "o2"] }));
/// let after = form(json!({ "id": "s7", "room": 4, "title": "Ride-along", "objectives": ["o2"] }));
///
/// let edits: Vec<_> = diff::edits(&RecordAddress::new("sessions", "s7"), &before, &after)
///     .into_iter()
///     .map(|(address, value)| (address.to_string(), value))
///     .collect();
/// assert_eq!(edits, [
///     ("sessions/s7/objectives/o1".to_owned(), json!(null)),
///     ("sessions/s7/room".to_owned(), json!(4)),
/// ]);
/// ```
pub fn edits(
    record: &RecordAddress,
    before: &Map<String, Value>,
    after: &Map<String, Value>,
) -> Vec<(Address, Value)> {
    let (before, after) = (addressed(record, before).values, addressed(record, after).values);
    let mut edits: Vec<(Address, Value)> = Vec::new();
    for address in before.keys().filter(|address| !after.contains_key(*address)) {
        edits.push((address.clone(), Value::Null));
    }
    for (address, value) in after {
        if before.get(&address) != Some(&value) {
            edits.push((address, value.clone()));
        }
    }
    order::sort_by(&mut edits, |(one, _), (other, _)| one.cmp(other));
    edits
}

/// Every value of a plain document, in order of address: what to commit for a new document made
/// from a template. A record that has nothing but an `id` holds no value, so it leaves nothing.
/// What is no JSON object has no values.
pub fn whole(document: &Value) -> Vec<(Address, Value)> {
    match document {
        Value::Object(fields) => edits(&RecordAddress::root(), &Map::new(), fields),
        _ => Vec::new(),
    }
}
