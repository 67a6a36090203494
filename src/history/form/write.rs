//! Writing the stored form.

use serde_json::{Map, Value, json};

use super::{APART, AUTHORS, SEEN, STAMP, STAMPS, VALUE};
use crate::history::address::Address;
use crate::history::authors::Authors;
use crate::history::document::Document;
use crate::history::plain;
use crate::history::siblings::Sibling;
use crate::history::stamp::{ReplicaId, Stamp};
use crate::order;

impl Document {
    /// The stored form: the readable document, and its history.
    pub fn write(&self, authors: &Authors) -> (Value, Value) {
        let plain = plain::build(self.shown_values());
        let sorted = self.sort_out(&plain.placed);
        let mut names = Map::new();
        names.extend(authors.iter().map(|(r, name)| (r.as_str().to_owned(), json!(name))));
        let parts = [
            (APART, sorted.apart),
            (AUTHORS, names),
            (SEEN, self.seen.to_json()),
            (STAMPS, stamps_to_json(&sorted.stamped)),
        ];
        let parts = parts.into_iter().filter(|(_, entries)| !entries.is_empty());
        let mut history = Map::new();
        history.extend(parts.map(|(part, entries)| (part.to_owned(), Value::Object(entries))));
        (Value::Object(plain.document), Value::Object(history))
    }

    /// Decides for each value where it is told: by its stamp alone, since it stands in the document
    /// or is emptied, or with value and stamp under `apart`.
    ///
    /// `placed` says for each address, in order, whether its value stands in the document.
    fn sort_out(&self, placed: &[bool]) -> Sorted<'_> {
        let mut sorted = Sorted::default();
        for ((address, siblings), is_placed) in self.registers.iter().zip(placed) {
            let told_by_stamp = siblings.shown().filter(|shown| {
                *is_placed || shown.value.is_null() && self.has_free_entry(address, placed)
            });
            if let Some(Sibling { stamp, value }) = told_by_stamp {
                let told = if value.is_null() { Told::Emptied } else { Told::InDocument };
                let record = address.record_text();
                sorted.stamped.push(Stamped { address, record, stamp, told });
            }
            let others =
                siblings.iter().filter(|s| Some(&s.stamp) != told_by_stamp.map(|t| &t.stamp));
            let others: Vec<Value> = others.map(sibling_to_json).collect();
            if !others.is_empty() {
                sorted.apart.insert(address.to_string(), Value::Array(others));
            }
        }
        sorted
    }

    /// Whether an emptied value can have its entry in `stamps`. It cannot where something of
    /// another structure stands: one key would need two meanings.
    fn has_free_entry(&self, address: &Address, placed: &[bool]) -> bool {
        let prefix = format!("{address}/");
        let placed_inside = &placed[self.place(&prefix)..];
        let mut inside = self.beginning_with(prefix).zip(placed_inside);
        match address.first_and_rest() {
            (_, None) => inside.next().is_none(),
            (field, Some(_)) => {
                let is_record = |inner: &Address, placed: bool| {
                    placed && inner.record_text() == address.as_str()
                };
                let has_field = self.registers.find_index(field).is_ok_and(|at| placed[at]);
                !has_field && !inside.any(|((inner, _), placed)| is_record(inner, *placed))
            }
        }
    }
}

/// What goes into `stamps` and what into `apart`.
#[derive(Default)]
struct Sorted<'a> {
    /// In order of address.
    stamped: Vec<Stamped<'a>>,
    apart: Map<String, Value>,
}

/// A value that is told by its stamp.
struct Stamped<'a> {
    address: &'a Address,
    /// The text of its record's address.
    record: &'a str,
    stamp: &'a Stamp,
    told: Told,
}

#[derive(Clone, Copy, PartialEq)]
enum Told {
    InDocument,
    Emptied,
}

fn sibling_to_json(sibling: &Sibling) -> Value {
    json!({ STAMP: sibling.stamp.to_json(), VALUE: sibling.value })
}

fn stamps_to_json(stamped: &[Stamped<'_>]) -> Map<String, Value> {
    let mut written = Map::new();
    // The addresses of a record are neighbours.
    for record in stamped.chunk_by(|a, b| a.record == b.record) {
        let address = record[0].record;
        let base = if address.is_empty() { None } else { base_stamp(record) };
        if let Some(base) = &base {
            insert(&mut written, address, base);
        }
        for (i, Stamped { address, stamp, told, .. }) in (0..).zip(record) {
            let follows = base
                .as_ref()
                .is_some_and(|b| b.number + i == stamp.number && b.replica == stamp.replica);
            if !follows || *told == Told::Emptied {
                insert(&mut written, address.as_str(), stamp);
            }
        }
    }
    written
}

/// The stamp for the whole record that spares the most entries, of equals the smallest.
fn base_stamp(record: &[Stamped<'_>]) -> Option<Stamp> {
    let mut bases: Vec<(u64, &ReplicaId)> = Vec::new();
    for (i, Stamped { stamp, told, .. }) in (0..).zip(record) {
        if *told == Told::InDocument && stamp.number > i {
            bases.push((stamp.number - i, &stamp.replica));
        }
    }
    order::sort_by(&mut bases, Ord::cmp);
    // Of equals `max_by_key` gives the last.
    let most = bases.chunk_by(|one, other| one == other).rev().max_by_key(|same| same.len())?;
    most.first().map(|(number, replica)| Stamp::new(*number, (*replica).clone()))
}

/// Puts a stamp where `stamps` has it: nested by the first part of the address.
fn insert(stamps: &mut Map<String, Value>, address: &str, stamp: &Stamp) {
    match address.split_once('/') {
        None => {
            stamps.insert(address.to_owned(), stamp.to_json());
        }
        Some((first, rest)) => {
            let nested = stamps.entry(first).or_insert_with(|| Value::Object(Map::new()));
            if let Value::Object(nested) = nested {
                nested.insert(rest.to_owned(), stamp.to_json());
            }
        }
    }
}
