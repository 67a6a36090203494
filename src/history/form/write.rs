//! Writing the stored form.

use serde_json::{Map, Value, json};

use super::{APART, AUTHORS, SEEN, STAMP, STAMPS, VALUE};
use crate::history::address::Address;
use crate::history::authors::Authors;
use crate::history::document::Document;
use crate::history::plain;
use crate::history::siblings::Sibling;
use crate::history::stamp::Stamp;
use crate::order::{self, Set};

impl Document {
    /// The stored form: the readable document, and its history.
    pub fn write(&self, authors: &Authors) -> (Value, Value) {
        let plain = plain::build(self.shown_values());
        let sorted = self.sort_out(&plain.placed.into_iter().collect());
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
    fn sort_out<'a>(&'a self, placed: &Set<&'a str>) -> Sorted<'a> {
        let in_document = |address: &&Address| placed.contains(address.as_str());
        let records: Set<&str> =
            self.registers.keys().filter(in_document).map(Address::record_text).collect();
        let mut sorted = Sorted::default();
        for (address, siblings) in &self.registers {
            let told_by_stamp = siblings.shown().filter(|shown| {
                placed.contains(address.as_str())
                    || shown.value.is_null() && self.has_free_entry(address, placed, &records)
            });
            if let Some(shown) = told_by_stamp {
                let told = if shown.value.is_null() { Told::Emptied } else { Told::InDocument };
                sorted.stamped.push((address, (&shown.stamp, told)));
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
    fn has_free_entry(&self, address: &Address, placed: &Set<&str>, records: &Set<&str>) -> bool {
        match address.first_and_rest() {
            (field, None) => self.beginning_with(format!("{field}/")).next().is_none(),
            (field, Some(_)) => !placed.contains(field) && !records.contains(address.as_str()),
        }
    }
}

/// What goes into `stamps` and what into `apart`.
#[derive(Default)]
struct Sorted<'a> {
    /// In order of address.
    stamped: Vec<(&'a Address, (&'a Stamp, Told))>,
    apart: Map<String, Value>,
}

#[derive(Clone, Copy, PartialEq)]
enum Told {
    InDocument,
    Emptied,
}

fn sibling_to_json(sibling: &Sibling) -> Value {
    json!({ STAMP: sibling.stamp.to_json(), VALUE: sibling.value })
}

fn stamps_to_json(stamped: &[(&Address, (&Stamp, Told))]) -> Map<String, Value> {
    let mut written = Map::new();
    // The addresses of a record are neighbours.
    for record in stamped.chunk_by(|(a, _), (b, _)| a.record_text() == b.record_text()) {
        let address = record[0].0.record();
        let base = if address.is_root() { None } else { base_stamp(record) };
        if let Some(base) = &base {
            insert(&mut written, address.as_str(), base);
        }
        for (i, (address, (stamp, told))) in (0..).zip(record) {
            let follows = base
                .as_ref()
                .is_some_and(|b| b.replica == stamp.replica && b.number + i == stamp.number);
            if !follows || *told == Told::Emptied {
                insert(&mut written, address.as_str(), stamp);
            }
        }
    }
    written
}

/// The stamp for the whole record that spares the most entries, of equals the smallest.
fn base_stamp(record: &[(&Address, (&Stamp, Told))]) -> Option<Stamp> {
    let mut bases = Vec::new();
    for (i, (_, (stamp, told))) in (0..).zip(record) {
        if *told == Told::InDocument && stamp.number > i {
            bases.push(Stamp::new(stamp.number - i, stamp.replica.clone()));
        }
    }
    order::sort_by(&mut bases, Stamp::cmp);
    // Of equals `max_by_key` gives the last.
    let most = bases.chunk_by(|one, other| one == other).rev().max_by_key(|same| same.len())?;
    most.first().cloned()
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
