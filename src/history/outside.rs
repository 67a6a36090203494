//! A file that was changed by something else than this app: a typo mended in an editor, or damage.
//!
//! Nothing that such a file says about its history can be relied on: a stamp may stand beside a
//! value that it never belonged to. So neither stamps nor `seen` are taken. Its values are news
//! from an unknown writer.

use serde_json::Value;

use super::diff;
use super::document::Document;
use super::siblings::Siblings;
use super::stamp::{HIGHEST_NUMBER, Stamp};

/// The values of a readable document that differ from the local copy, to be merged into it.
///
/// `first` is the stamp of the file's first value. Its replica is made from the file's hash, the
/// numbers follow in order of address, so that the same file has the same stamps wherever and
/// however often it is opened. Nothing counts as seen and nothing is removed: what the file lacks
/// may as well have been left out by its sender.
pub fn changed_outside(document: &Value, first: &Stamp, local: &Document) -> Document {
    let values = diff::whole(document);
    let mut news = Document::new();
    for (stamp, (address, value)) in stamps_from(first, values.len()).zip(values) {
        if local.value(&address) != Some(&value) {
            news.registers.insert(address, Siblings::one(stamp, value));
        }
    }
    news
}

/// Consecutive stamps from the first one on, moved down if there is no room for that many.
pub(super) fn stamps_from(first: &Stamp, count: usize) -> impl Iterator<Item = Stamp> {
    let room_from = HIGHEST_NUMBER.saturating_sub(count as u64);
    let replica = first.replica.clone();
    (first.number.clamp(1, room_from.max(1))..).map(move |n| Stamp::new(n, replica.clone()))
}
