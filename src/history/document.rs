//! One copy of a document, and what can be asked of it.

use litemap::LiteMap;
use serde_json::{Map, Value};

use super::address::{Address, RecordAddress, escape};
use super::plain;
use super::seen::Seen;
use super::siblings::{Sibling, Siblings};
use super::stamp::Stamp;
use crate::json;
use crate::order::Set;

/// One copy of a document with its history: the values at every address, and the edits it has taken
/// in.
///
/// A *delta*, what a single commit changed, is a document too, only a small one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// The values at every address that was ever written and not left out. Never an empty entry.
    ///
    /// Reading, merging and writing go through two such lists side by side. A new address moves those
    /// behind it, some thousand at most.
    pub(super) registers: LiteMap<Address, Siblings>,
    pub(super) seen: Seen,
}

impl Document {
    /// A document in which nothing has been written yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The value that is shown at this address: the latest, but an emptied one never before a
    /// written one.
    ///
    /// `Some(null)` is a value that was emptied, `None` one that was never written.
    pub fn value(&self, address: &Address) -> Option<&Value> {
        Some(&self.shown(address)?.value)
    }

    /// The edit that wrote the shown value.
    pub fn stamp(&self, address: &Address) -> Option<&Stamp> {
        Some(&self.shown(address)?.stamp)
    }

    /// All values at this address, if any was ever written.
    pub fn siblings(&self, address: &Address) -> Option<&Siblings> {
        self.registers.get(address)
    }

    /// Every address with its values, in order.
    pub fn registers(&self) -> impl Iterator<Item = (&Address, &Siblings)> {
        self.registers.iter()
    }

    /// The edits that this copy has taken in.
    pub fn seen(&self) -> &Seen {
        &self.seen
    }

    /// The values written apart at this address that differ from the shown one, by stamp. They are
    /// listed until a person settles them by an ordinary edit. A delete mark is never in conflict.
    pub fn conflicts(&self, address: &Address) -> Vec<&Sibling> {
        match self.siblings(address) {
            Some(siblings) if !address.is_deleted_mark() => siblings.not_shown().collect(),
            _ => Vec::new(),
        }
    }

    /// Every address with a conflict, except in what is in the trash.
    pub fn all_conflicts(&self) -> impl Iterator<Item = (&Address, Vec<&Sibling>)> {
        let all_in_trash = self.is_deleted(&RecordAddress::root());
        self.registers
            .iter()
            .filter(move |(_, siblings)| !all_in_trash && siblings.len() > 1)
            .map(|(address, _)| (address, self.conflicts(address)))
            .filter(|(_, conflicts)| !conflicts.is_empty())
            .filter(|(address, _)| address.is_in_root() || !self.is_deleted(&address.record()))
    }

    /// The records of a collection that stand in the readable document, by id; those in the trash
    /// are among them.
    pub fn records(&self, collection: &str) -> Vec<RecordAddress> {
        let of_collection = self
            .beginning_with(format!("{}/", escape(collection)))
            .filter(|(address, siblings)| !address.is_in_root() && stands(address, siblings));
        let ids: Set<String> =
            of_collection.filter_map(|(a, _)| Some(a.record().id()?.into_owned())).collect();
        ids.iter().map(|id| RecordAddress::new(collection, id)).collect()
    }

    /// The readable document: a plain JSON object without any history.
    pub fn plain(&self) -> Value {
        plain::build(self.shown_values()).document().into_value()
    }

    /// One record as it stands in the readable document, with its `id`; none if there is no such
    /// record. For the document itself: its own fields and sets, without the collections.
    ///
    /// Its cost depends on the size of the record, not of the document.
    pub fn plain_record(&self, record: &RecordAddress) -> Option<Map<String, Value>> {
        let values = if record.is_root() { self.root_values() } else { self.values_of(record) };
        let mut plain = plain::build(values.into_iter());
        if record.is_root() {
            return Some(json::into_map(plain.fields));
        }
        match plain.collections.pop()?.1.into_value() {
            Value::Array(mut records) => match records.pop()? {
                Value::Object(fields) => Some(fields),
                _ => None,
            },
            _ => None,
        }
    }

    /// The sibling that is shown at this address.
    fn shown(&self, address: &Address) -> Option<&Sibling> {
        self.registers.get(address)?.shown()
    }

    /// Every address with the value shown there.
    pub(super) fn shown_values(&self) -> impl Iterator<Item = (&Address, &Value)> {
        self.registers.iter().filter_map(|(address, s)| Some((address, &s.shown()?.value)))
    }

    /// All addresses of a record with their values. The document itself has all addresses there
    /// are.
    pub(super) fn of_record(
        &self,
        record: &RecordAddress,
    ) -> impl Iterator<Item = (&Address, &Siblings)> {
        self.beginning_with(record.prefix())
    }

    fn values_of(&self, record: &RecordAddress) -> Vec<(&Address, &Value)> {
        self.of_record(record)
            .filter_map(|(address, s)| Some((address, &s.shown()?.value)))
            .collect()
    }

    /// What belongs to the document itself, and of each collection just one value: enough to know
    /// that there is a collection of that name, without walking through all its records.
    fn root_values(&self) -> Vec<(&Address, &Value)> {
        let mut values = Vec::new();
        let mut from = 0;
        loop {
            let mut rest = self.registers.as_slice()[from..].iter();
            let collection = rest.find_map(|(address, siblings)| {
                values.push((address, &siblings.shown()?.value));
                let is_record = !address.is_in_root() && stands(address, siblings);
                is_record.then(|| address.first_and_rest().0)
            });
            match collection {
                // All addresses below `sessions` begin with `sessions/`, and `0` is the character
                // after `/`.
                Some(collection) => from = self.place(&format!("{collection}0")),
                None => return values,
            }
        }
    }

    /// Every address whose text begins so; they are neighbours.
    pub(super) fn beginning_with(
        &self,
        prefix: String,
    ) -> impl Iterator<Item = (&Address, &Siblings)> {
        self.registers.as_slice()[self.place(&prefix)..]
            .iter()
            .map(|(address, siblings)| (address, siblings))
            .take_while(move |(address, _)| address.as_str().starts_with(&prefix))
    }

    /// How many addresses are before this text.
    pub(super) fn place(&self, text: &str) -> usize {
        self.registers.find_index(text).unwrap_or_else(|place| place)
    }
}

/// Whether this address has a place in the readable document.
fn stands(address: &Address, siblings: &Siblings) -> bool {
    siblings.shown().is_some_and(|shown| plain::can_stand(address, &shown.value))
}
