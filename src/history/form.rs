//! The stored form of a document: the readable document, and its history beside it.
//!
//! ```json
//! "document": { "title": "Visit", "sessions": [ { "id": "s7", "room": "12", "slot": { … } } ] },
//! "history": {
//!   "seen":    { "k3f9": 1764489600412, "p0q2": [1764493200007, [1764493200003]] },
//!   "stamps":  { "title": ["k3f9", 1764489600000],
//!                "sessions": { "s7":      ["k3f9", 1764489600001],
//!                              "s7/slot": ["p0q2", 1764493200000] } },
//!   "authors": { "k3f9": "J. Rivera, Riverton PD", "p0q2": "Host desk" },
//!   "apart":   { "title": [ { "value": "…", "stamp": ["p0q2", 1764490000000] } ] }
//! }
//! ```
//!
//! - `seen`: see `seen.rs`.
//! - `stamps`: the stamp of each shown value. An address is split at its first `/`:
//!   `sessions/s7/slot` stands under `sessions` as `s7/slot`. A stamp at an address that the
//!   document does not have is that of an emptied value.
//! - `"s7": [r, n]` stands for a whole record: the i-th of its addresses, in order and counted from
//!   0, has the stamp `[r, n + i]` unless it has an entry of its own. Its addresses are those in
//!   the document and the emptied ones, which always have an entry of their own. Writing picks the
//!   `[r, n]` that spares the most entries; of equals, the smallest.
//! - `apart`: by full address, the values written apart from the shown one. Also values that have
//!   no place in the readable document (see `plain.rs`), and emptied ones whose place in `stamps`
//!   is taken.
//! - What is empty is not written.
//!
//! What is written is read back as the same document, and one document is always written in the
//! same way.

use thiserror::Error;

use super::address::{Address, RecordAddress};
use super::authors::Authors;
use super::document::Document;
use super::stamp::{ReplicaId, Stamp};

mod history;
mod read;
mod write;

pub use history::History;

const SEEN: &str = "seen";
const STAMPS: &str = "stamps";
const AUTHORS: &str = "authors";
const APART: &str = "apart";
const VALUE: &str = "value";
const STAMP: &str = "stamp";

/// What was read: a document in any case, and what was wrong with what it was read from.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The document.
    pub document: Document,
    /// The names of those who wrote it.
    pub authors: Authors,
    /// What did not fit. Empty if it was written by this app and not changed since.
    pub problems: Vec<Problem>,
    /// Whether the readable document is, letter by letter, the one that would be written. It is not if
    /// a value is shown that stands in the history only.
    pub is_as_written: bool,
}

/// Something that this app does not write, found in a stored form. A caller that finds any can
/// treat the whole as changed outside.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Problem {
    /// The document is no JSON object; it was read as an empty one.
    #[error("the document is no JSON object")]
    NoDocument,
    /// A record has nothing but an id, so there is nothing to remember it by; it was left out.
    #[error("record {0} has no value besides its id")]
    EmptyRecord(RecordAddress),
    /// A part of the history has a wrong type; it was read as empty.
    #[error("the history's {0:?} is no JSON object")]
    Part(String),
    /// An entry of a part of the history could not be read and was left out.
    #[error("the history's {part:?} has an entry that cannot be read: {entry:?}")]
    Entry {
        /// Which part of the history.
        part: String,
        /// The key of the entry.
        entry: String,
    },
    /// A value has no stamp; it was given the next of those that the caller named.
    #[error("the value at {0} has no stamp")]
    NoStamp(Address),
    /// Two values have one stamp.
    #[error("the value at {address} has a stamp that another value has too: {stamp}")]
    SharedStamp {
        /// The stamp.
        stamp: Stamp,
        /// The second address, in order.
        address: Address,
    },
}

impl Problem {
    fn entry(part: &str, entry: impl Into<String>) -> Self {
        Self::Entry { part: part.to_owned(), entry: entry.into() }
    }

    fn replica(part: &str, replica: ReplicaId) -> Self {
        Self::entry(part, replica.as_str())
    }
}
