//! Who writes, and which number the next edit gets.

use thiserror::Error;

use super::document::Document;
use super::stamp::{HIGHEST_NUMBER, ReplicaId};

/// One writing copy of one document: one tab, one author, one document. It gives out the numbers of
/// its edits.
///
/// A number must never be used twice by a replica. So a replica id may be in use by one tab at a
/// time, and a tab whose document came back from an older state takes a fresh id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writer {
    replica: ReplicaId,
    /// The highest number given out since this writer was made.
    last: Option<u64>,
}

/// Why an edit could not be made. The document is then as it was.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CommitError {
    /// Numbers end at [`HIGHEST_NUMBER`]. A clock does not get there in 285,000 years, a forged
    /// history does.
    #[error("replica {replica} has no number left below 2^53: take a fresh replica id")]
    NoNumberLeft {
        /// The replica whose numbers are used up.
        replica: ReplicaId,
    },
}

/// The numbers of one commit, consecutive.
pub(super) struct Issued {
    pub(super) first: u64,
    pub(super) last: u64,
    /// From here to the last number of the commit, nothing else was written or ever will be.
    pub(super) seen_from: u64,
}

impl Writer {
    /// A writer that has not written yet.
    pub fn new(replica: ReplicaId) -> Self {
        Self { replica, last: None }
    }

    /// Under which id it writes.
    pub fn replica(&self) -> &ReplicaId {
        &self.replica
    }

    /// The highest number that it has given out; none before its first edit.
    pub fn last(&self) -> Option<u64> {
        self.last
    }

    /// The first of `count` consecutive numbers for edits of this document now, which are not given
    /// out by this yet.
    ///
    /// It is above everything that this replica is known to have written, and at least the wall
    /// clock, so that the order of stamps is roughly the order of time.
    pub(super) fn next(
        &self,
        document: &Document,
        count: usize,
        now_ms: u64,
    ) -> Result<u64, CommitError> {
        let known = match self.last {
            Some(last) => Some(last),
            // Once, before the first edit: a file can hold own values without claiming to have seen
            // them.
            None => highest_held(document, &self.replica),
        };
        let highest = known.max(document.seen.highest(&self.replica)).unwrap_or(0);
        let first = highest.saturating_add(1).max(now_ms);
        match first.checked_add(count.saturating_sub(1) as u64) {
            Some(last) if last <= HIGHEST_NUMBER => Ok(first),
            _ => Err(CommitError::NoNumberLeft { replica: self.replica.clone() }),
        }
    }

    /// Gives out `count` numbers, at least one.
    ///
    /// The numbers that were skipped since the last one given out will never be used. Counting them
    /// as seen keeps `seen` one range, "up to n", instead of one range per edit. But that holds
    /// only back to a number that this very writer gave out: what lies before may have been written
    /// by an earlier session whose state is lost here and lives on elsewhere, and claiming to have
    /// seen that would remove it there. So the first commit fills nothing.
    pub(super) fn issue(
        &mut self,
        document: &Document,
        count: usize,
        now_ms: u64,
    ) -> Result<Issued, CommitError> {
        let first = self.next(document, count, now_ms)?;
        let seen_from = self.last.map_or(first, |last| last + 1);
        let last = first + (count as u64).saturating_sub(1);
        self.last = Some(last);
        Ok(Issued { first, last, seen_from })
    }
}

fn highest_held(document: &Document, replica: &ReplicaId) -> Option<u64> {
    let stamps = document.registers().flat_map(|(_, siblings)| siblings.iter().map(|s| &s.stamp));
    stamps.filter(|stamp| stamp.replica == *replica).map(|stamp| stamp.number).max()
}
