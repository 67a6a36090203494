//! The values at one address: normally one, several when people wrote apart.

use serde_json::Value;
use smallvec::SmallVec;

use super::stamp::Stamp;
use crate::json;

/// One value and the edit that wrote it.
#[derive(Clone, Debug, PartialEq)]
pub struct Sibling {
    /// The edit that wrote it.
    pub stamp: Stamp,
    /// What was written; null if the value was emptied.
    pub value: Value,
}

/// The values at one address that no edit has replaced yet, by stamp.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Siblings(SmallVec<[Sibling; 1]>);

impl Siblings {
    /// A single value.
    pub fn one(stamp: Stamp, value: Value) -> Self {
        Self(SmallVec::from_buf([Sibling { stamp, value }]))
    }

    /// All values, by stamp.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Sibling> + Clone {
        self.0.iter()
    }

    /// How many values were written apart; 1 is the ordinary case.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no value at all. Within a document that does not happen.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The value that is shown: the latest, but an emptied value never before a written one.
    pub fn shown(&self) -> Option<&Sibling> {
        self.0.iter().max_by_key(|sibling| (!sibling.value.is_null(), &sibling.stamp))
    }

    /// The written values that differ from the shown one, by stamp.
    pub fn not_shown(&self) -> impl Iterator<Item = &Sibling> {
        let shown = self.shown().map(|sibling| &sibling.value);
        self.0.iter().filter(move |s| !s.value.is_null() && Some(&s.value) != shown)
    }

    /// Whether the value of this edit is among them.
    pub fn holds(&self, stamp: &Stamp) -> bool {
        self.position(stamp).is_ok()
    }

    /// Adds the value of an edit.
    ///
    /// One edit cannot have written two values. If it comes with two all the same, a file was
    /// forged; then the one with the larger JSON text stays, so that the order of merging makes no
    /// difference.
    pub(super) fn insert(&mut self, sibling: &Sibling) {
        match self.position(&sibling.stamp) {
            Ok(at) => {
                let (mine, told) = (&mut self.0[at].value, &sibling.value);
                if mine != told && json::compact(mine) < json::compact(told) {
                    mine.clone_from(told);
                }
            }
            Err(at) => self.0.insert(at, sibling.clone()),
        }
    }

    /// Keeps the values of the edits for which this holds.
    pub(super) fn retain(&mut self, stays: impl Fn(&Stamp) -> bool) {
        self.0.retain(|sibling| stays(&sibling.stamp));
    }

    fn position(&self, stamp: &Stamp) -> Result<usize, usize> {
        self.0.binary_search_by(|sibling| sibling.stamp.cmp(stamp))
    }
}
