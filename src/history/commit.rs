//! Making an edit.

use serde_json::Value;

use super::address::Address;
use super::document::Document;
use super::siblings::{Sibling, Siblings};
use super::stamp::Stamp;
use super::writer::{CommitError, Writer};
use crate::order;

impl Document {
    /// Writes values, null to empty one, and answers with what changed: the delta, which brings any
    /// other copy up to date by [`Document::merge`]. If an address comes twice, the later value
    /// counts.
    ///
    /// Each edit replaces all values that this copy holds at the address. So settling a conflict is
    /// a commit of the value that was chosen.
    ///
    /// The edits get consecutive numbers in order of address. `now_ms` is the wall clock in
    /// milliseconds since 1970.
    ///
    /// Values come best from [`diff`](super::diff), which tells sets from single values. An array
    /// of texts that is written as one value is kept, but not shown in the readable document, where
    /// it would read as a set.
    pub fn commit(
        &mut self,
        edits: Vec<(Address, Value)>,
        writer: &mut Writer,
        now_ms: u64,
    ) -> Result<Document, CommitError> {
        self.commit_in_order(order::map(edits).into_tuple_vec(), writer, now_ms)
    }

    /// The same for edits of distinct addresses, numbered in the order in which they are given.
    pub(super) fn commit_in_order(
        &mut self,
        edits: Vec<(Address, Value)>,
        writer: &mut Writer,
        now_ms: u64,
    ) -> Result<Document, CommitError> {
        let edits = edits.into_iter().map(|(address, value)| (address, vec![value])).collect();
        self.commit_apart(edits, writer, now_ms)
    }

    /// The same with several values at an address, at least one, as if they had been written apart. Only
    /// undo brings back a conflict in this way.
    pub(super) fn commit_apart(
        &mut self,
        edits: Vec<(Address, Vec<Value>)>,
        writer: &mut Writer,
        now_ms: u64,
    ) -> Result<Document, CommitError> {
        let mut delta = Document::new();
        if edits.is_empty() {
            return Ok(delta);
        }
        let count = edits.iter().map(|(_, values)| values.len()).sum();
        let issued = writer.issue(self, count, now_ms)?;
        delta.seen.insert_range(writer.replica(), issued.seen_from, issued.last);
        let mut numbers = issued.first..;
        for (address, values) in edits {
            let mut written = Siblings::default();
            for (value, number) in values.into_iter().zip(numbers.by_ref()) {
                let stamp = Stamp::new(number, writer.replica().clone());
                written.insert(&Sibling { stamp, value });
            }
            let replaced = self.registers.insert(address.clone(), written.clone());
            for sibling in replaced.iter().flat_map(Siblings::iter) {
                delta.seen.insert(&sibling.stamp);
            }
            delta.registers.insert(address, written);
        }
        self.seen.union(&delta.seen);
        Ok(delta)
    }
}
