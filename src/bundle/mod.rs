//! The file that people send each other: exchanges with their history in one JSON text.
//!
//! Strict out, lenient in: [`Bundle::write`] gives one exact form; [`Received::read`] goes from text
//! over checked limits, version and repair to documents with a report, and refuses with a sentence
//! what cannot be read at all. Pure: nothing here reads or stores anything.
//!
//! | file | notion |
//! |---|---|
//! | `strict.rs` | text to JSON: limits, no doubled names, whole numbers |
//! | `wrapped.rs` | lines that a mail program wrapped |
//! | `steps/` | from older versions of the form to the present one |
//! | `repair.rs`, `finding.rs` | what was wrong and what was done about it |
//! | `trust.rs` | whether a history can be true |
//! | `received.rs` | what was read, and how it meets the copy that is here |
//! | `read.rs` | all of that in order |
//! | `exact.rs` | the short way for a file that nobody altered: nearly all of them |
//! | `entry.rs`, `digest.rs`, `pretty.rs` | what is written |

mod digest;
mod entry;
mod exact;
mod finding;
mod pretty;
mod read;
mod received;
mod repair;
mod steps;
mod strict;
mod trust;
mod wrapped;

pub use entry::{Entry, EntryError};
pub use finding::{Distrust, Finding, What};
pub use read::BundleError;
pub use received::{Here, Matched, Received, ReceivedDocument};
pub use repair::is_control;
pub use strict::{Fault, MOST_TEXT, Rule, StrictError, strict_json};

use self::pretty::Written;
use crate::json::Tree;

/// The word in `type` that tells a bundle from any other JSON file.
pub const TYPE: &str = "peer-exchange-bundle";

/// The version of the file's form. An older file is brought up to it step by step; a newer one can be
/// looked at and not taken in. A value that a newer version of the app adds does not raise it, since
/// unknown fields are kept.
pub const VERSION: u64 = steps::VERSION;

/// What stands before the digest in a file.
const DIGEST: &str = "\n  \"digest\": \"";
/// How many bytes a value takes in a file, about.
const ABOUT_A_VALUE: usize = 64;

/// Exchanges on their way from one person to another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bundle {
    /// When the file was made, RFC 3339 in UTC.
    pub created: String,
    /// Who sends it.
    pub sender: Sender,
    /// What the sender says to the reader.
    pub message: String,
    /// Free text such as FOUO, printed on everything.
    pub marking: String,
    /// The exchanges.
    pub entries: Vec<Entry>,
}

/// Who sends a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sender {
    /// The person.
    pub author: String,
    /// Their organisation.
    pub organisation: String,
}

impl Sender {
    /// Returns "J. Rivera, Riverton PD", or what there is of it.
    pub fn label(&self) -> String {
        let parts = [self.author.trim(), self.organisation.trim()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

impl Bundle {
    /// Returns the file's text: readable, in one exact form, with a digest over everything else.
    pub fn write(&self) -> String {
        let sender = [
            ("author".into(), Tree::text(&self.sender.author)),
            ("organisation".into(), Tree::text(&self.sender.organisation)),
        ];
        let file = Tree::object([
            ("type".into(), Tree::text(TYPE)),
            ("version".into(), Tree::Number(VERSION)),
            ("created".into(), Tree::text(&self.created)),
            ("digest".into(), Tree::text(digest::NONE)),
            ("sender".into(), Tree::object(sender)),
            ("message".into(), Tree::text(&self.message)),
            ("marking".into(), Tree::text(&self.marking)),
            ("documents".into(), Tree::List(self.entries.iter().map(Entry::to_json).collect())),
        ]);
        let values: usize = self.entries.iter().map(|it| it.document.registers().count()).sum();
        let Written { mut text, canonical } = pretty::written(&file, values * ABOUT_A_VALUE);
        // Names stand in order, and no line ends within a text.
        let place = text.find(DIGEST).map(|at| at + DIGEST.len());
        if let (Some(place), Some(digest)) = (place, digest::of_canonical(&canonical)) {
            text.replace_range(place..place + digest.len(), &digest);
        }
        text
    }

    /// Returns whether a file that was written is within the limits of what is opened.
    pub fn can_be_opened(text: &str) -> bool {
        text.len() <= read::MOST_BYTES
            && strict::read(text, strict::MOST_RECORDS).is_ok_and(|read| read.fault.is_none())
    }

    /// Reads a file's text if it is exactly as this app saved it. [`Received::read`] reads any other.
    ///
    /// # Errors
    /// Says in one sentence why the text is not such a file.
    pub fn read(text: &str) -> Result<Self, BundleError> {
        let here = Here { now_ms: u64::MAX, last_issued: &|_| None };
        let received = Received::read(text, &here)?;
        let is_as_saved = received.is_whole && received.newer.is_none();
        let documents = received.documents.into_iter().map(ReceivedDocument::into_trusted);
        match documents.collect::<Option<Vec<Entry>>>() {
            Some(entries) if is_as_saved => Ok(Self {
                created: received.created,
                sender: received.sender,
                message: received.message,
                marking: received.marking,
                entries,
            }),
            _ => Err(BundleError::Altered),
        }
    }
}

#[cfg(test)]
mod tests;
