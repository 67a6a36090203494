//! One keystroke: a field of a record changes, the record is compared with what it was, the difference
//! is committed, and the edit becomes a line of the journal.

use std::time::Duration;

use serde_json::json;

use crate::bundle::Entry;
use crate::history::{RecordAddress, ReplicaId, diff};
use crate::measure::{Times, timed};
use crate::reference::{self, SESSIONS};
use crate::sizes::stored;
use crate::store::Kept;

const KEYSTROKES: usize = 400;

/// Returns an exchange whose stored text has about so many bytes.
pub fn exchange_of(bytes: usize) -> Entry {
    let whole = |notes: usize| reference::exchange(0, SESSIONS, notes);
    let (few, many) = (stored(&whole(0)).len(), stored(&whole(200)).len());
    whole(bytes.saturating_sub(few) * 200 / (many - few))
}

/// Returns how long one keystroke takes in this exchange: the median of many in the same note.
pub fn keystroke(entry: &Entry) -> Times {
    let notes = entry.document.records("notes");
    let record = notes.get(notes.len() / 2).cloned();
    let record = record.unwrap_or_else(|| RecordAddress::new("notes", "new"));
    let replica = ReplicaId::new("typist");
    let mut kept = Kept::new(entry.clone());
    let mut typed = String::new();
    let mut times: Vec<Duration> = Vec::new();
    for (at, now) in (0..KEYSTROKES).zip(1_900_000_000_000..) {
        typed.push(char::from(b'a' + (at % 26) as u8));
        times.push(timed(|| {
            let before = kept.entry().document.plain_record(&record).unwrap_or_default();
            let mut after = before.clone();
            after.insert("text".to_owned(), json!(typed));
            let edits = diff::edits(&record, &before, &after);
            let written = kept.write(replica.clone(), "A. Typist", now, |document, writer, now| {
                document.commit(edits, writer, now)
            });
            kept.edits(written.expect("numbers are left"), now).text()
        }));
    }
    Times::of(times)
}
