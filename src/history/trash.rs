//! Deleting a record, and what can be done with it then.
//!
//! A deleted record keeps its values; its field `deleted` lists the stamps that they had. It counts
//! as deleted only while that list names every stamp of the record. An edit that the deleter did
//! not know has a stamp that is not in the list, so it brings the record back instead of vanishing
//! with it. Two lists written apart count together.
//!
//! The document itself is deleted in the same way; its list names the stamps of every value in it.

use serde_json::Value;

use super::address::{Address, RecordAddress};
use super::document::Document;
use super::siblings::Siblings;
use super::stamp::Stamp;
use super::writer::{CommitError, Writer};
use crate::order::Set;

impl Document {
    /// Whether the record is in the trash. A record of a deleted document is not for that reason in
    /// the trash itself.
    pub fn is_deleted(&self, record: &RecordAddress) -> bool {
        self.unnamed(record).is_some_and(|mut unnamed| unnamed.next().is_none())
    }

    /// The edits of a deleted record that the deleter did not know, and which brought it back; none
    /// while it is in the trash. `None` for a record that nobody deleted.
    pub fn unnamed(&self, record: &RecordAddress) -> Option<impl Iterator<Item = &Stamp>> {
        let mut named = Vec::new();
        let mut marked = false;
        for mark in self.siblings(&record.deleted()).into_iter().flat_map(|marks| marks.iter()) {
            marked |= names_stamps(&mark.value);
            let stamps = mark.value.as_array().map_or(&[][..], Vec::as_slice);
            named.extend(stamps.iter().filter_map(Stamp::from_json));
        }
        let named: Set<Stamp> = named.into_iter().collect();
        marked.then(|| self.stamps_of(record).filter(move |stamp| !named.contains(stamp)))
    }

    /// The records with a delete mark, in the trash or back from it, in the order of their addresses.
    /// Not the document itself.
    pub fn marked(&self) -> impl Iterator<Item = RecordAddress> {
        let marks = self.registers.iter().filter(|(address, siblings)| {
            let is_marked = siblings.iter().any(|mark| names_stamps(&mark.value));
            address.is_deleted_mark() && !address.is_in_root() && is_marked
        });
        marks.map(|(address, _)| address.record())
    }

    /// Whether all values of a record are empty: the husk of one that was deleted for good.
    pub fn is_empty(&self, record: &RecordAddress) -> bool {
        self.fields_of(record).all(|(_, siblings)| siblings.iter().all(|it| it.value.is_null()))
    }

    /// The addresses of all values of a record, its delete mark among them.
    pub fn addresses_of(&self, record: &RecordAddress) -> impl Iterator<Item = &Address> {
        self.of_record(record).map(|(address, _)| address)
    }

    /// Puts a record into the trash: lists the stamps of its values as they are now.
    pub fn delete(
        &mut self,
        record: &RecordAddress,
        writer: &mut Writer,
        now_ms: u64,
    ) -> Result<Document, CommitError> {
        let named = self.stamps_of(record).cloned().collect();
        self.commit_in_order(vec![(record.deleted(), mark(named))], writer, now_ms)
    }

    /// Takes a record out of the trash. Every value is stamped anew, so that a deleting or emptying
    /// somewhere else that did not know of it cannot win.
    ///
    /// Records that were in the trash of a restored document stay there: their marks name the new
    /// stamps.
    pub fn restore(
        &mut self,
        record: &RecordAddress,
        writer: &mut Writer,
        now_ms: u64,
    ) -> Result<Document, CommitError> {
        let trashed = self.records_in_trash(record);
        let mut edits: Vec<(Address, Value)> = self
            .fields_of(record)
            .filter_map(|(address, siblings)| {
                Some((address.clone(), siblings.shown()?.value.clone()))
            })
            .collect();
        let stamps = self.stamps_to_be(&edits, writer, now_ms)?;
        for record in trashed {
            let prefix = record.prefix();
            let new_ones = edits
                .iter()
                .zip(&stamps)
                .filter(|((address, _), _)| address.as_str().starts_with(&prefix));
            let renewed = mark(new_ones.map(|(_, stamp)| stamp.clone()).collect());
            edits.push((record.deleted(), renewed));
        }
        edits.push((record.deleted(), Value::Null));
        self.commit_in_order(edits, writer, now_ms)
    }

    /// Empties a record for good: writes null into every value, and a mark that names those. The
    /// husk stays, so that the emptying can be merged. Marks of single records inside an emptied
    /// document are emptied as well.
    pub fn empty(
        &mut self,
        record: &RecordAddress,
        writer: &mut Writer,
        now_ms: u64,
    ) -> Result<Document, CommitError> {
        let fields = self.fields_of(record).map(|(address, _)| address.clone());
        let mut edits: Vec<(Address, Value)> = fields.map(|a| (a, Value::Null)).collect();
        let own_mark = record.deleted();
        let marks = self.of_record(record).map(|(address, _)| address);
        let inner_marks: Vec<Address> =
            marks.filter(|a| a.is_deleted_mark() && **a != own_mark).cloned().collect();
        let stamps = self.stamps_to_be(&edits, writer, now_ms)?;
        edits.extend(inner_marks.into_iter().map(|address| (address, Value::Null)));
        edits.push((own_mark, mark(stamps.into_iter().collect())));
        self.commit_in_order(edits, writer, now_ms)
    }

    /// The record's values without delete marks: what a mark has to name.
    fn fields_of(&self, record: &RecordAddress) -> impl Iterator<Item = (&Address, &Siblings)> {
        self.of_record(record).filter(|(address, _)| !address.is_deleted_mark())
    }

    pub(super) fn stamps_of(&self, record: &RecordAddress) -> impl Iterator<Item = &Stamp> {
        self.fields_of(record).flat_map(|(_, siblings)| siblings.iter().map(|s| &s.stamp))
    }

    /// The records inside the document whose values are in the trash on their own account; a record
    /// has none.
    fn records_in_trash(&self, record: &RecordAddress) -> Vec<RecordAddress> {
        let marks = self.registers.keys().filter(|a| a.is_deleted_mark() && !a.is_in_root());
        let marked = marks.map(Address::record);
        // A mark that came here alone, without the values that it names, stays as it is.
        let has_values = |inner: &RecordAddress| self.fields_of(inner).next().is_some();
        marked
            .filter(|inner| record.is_root() && self.is_deleted(inner) && has_values(inner))
            .collect()
    }

    /// The stamps that these edits will have if they are committed now, also with some more behind
    /// them.
    fn stamps_to_be(
        &self,
        edits: &[(Address, Value)],
        writer: &Writer,
        now_ms: u64,
    ) -> Result<Vec<Stamp>, CommitError> {
        let first = writer.next(self, edits.len(), now_ms)?;
        let numbers = (first..).take(edits.len());
        Ok(numbers.map(|number| Stamp::new(number, writer.replica().clone())).collect())
    }
}

/// Whether the value of a delete mark names anything: an emptied mark deletes nothing.
pub(super) fn names_stamps(mark: &Value) -> bool {
    mark.as_array().is_some_and(|stamps| !stamps.is_empty())
}

/// The value of a delete mark.
pub(super) fn mark(named: Set<Stamp>) -> Value {
    named.iter().map(Stamp::to_json).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::history::ReplicaId;

    const NOW: u64 = 1_764_489_600_000;

    fn session(id: &str) -> RecordAddress {
        RecordAddress::new("sessions", id)
    }

    /// Two sessions, of which the second was deleted, and so was the document.
    fn deleted(writer: &mut Writer) -> Document {
        let mut document = Document::new();
        let edits = ["s1", "s2"].map(|id| (session(id).field("title"), json!("Opening")));
        document.commit(edits.to_vec(), writer, NOW).expect("numbers are left");
        document.delete(&session("s2"), writer, NOW).expect("numbers are left");
        document.delete(&RecordAddress::root(), writer, NOW).expect("numbers are left");
        document
    }

    #[test]
    fn records_with_a_delete_mark_are_told_and_the_document_is_none_of_them() {
        let mut writer = Writer::new(ReplicaId::new("k3f9"));
        assert_eq!(Document::new().marked().count(), 0);
        let mut document = deleted(&mut writer);
        assert_eq!(document.marked().collect::<Vec<_>>(), [session("s2")]);
        // An emptied mark names nothing.
        let emptied = vec![(session("s1").deleted(), Value::Null)];
        document.commit(emptied, &mut writer, NOW).expect("numbers are left");
        assert_eq!(document.marked().collect::<Vec<_>>(), [session("s2")]);
    }

    #[test]
    fn a_record_that_was_deleted_for_good_is_an_empty_husk() {
        let mut writer = Writer::new(ReplicaId::new("k3f9"));
        let mut document = deleted(&mut writer);
        let gone = session("s2");
        assert!(!document.is_empty(&gone));
        document.empty(&gone, &mut writer, NOW).expect("numbers are left");
        assert!(document.is_empty(&gone));
        assert!(!document.is_empty(&session("s1")));
    }

    #[test]
    fn the_addresses_of_a_record_are_those_of_its_values_and_its_mark() {
        let document = deleted(&mut Writer::new(ReplicaId::new("k3f9")));
        let addresses = |id: &str| document.addresses_of(&session(id)).cloned().collect::<Vec<_>>();
        assert_eq!(addresses("s1"), [session("s1").field("title")]);
        assert_eq!(addresses("s2"), [session("s2").deleted(), session("s2").field("title")]);
    }
}
