//! What a line of the journal says: some edits of one document that may not be in local storage yet.

use serde_json::{Value, json};

use super::ascii;
use crate::bundle::Entry;

/// The version of what a line says. A page that meets a newer one leaves the line alone.
const VERSION: u64 = 0;

/// How long a line is kept, in milliseconds, even when local storage has its edits: browsers write local
/// storage to the disk some seconds later (4 to 35 were measured).
const SETTLES: u64 = 120_000;

/// Some edits of one document, and when they were made.
#[derive(Clone, Debug, PartialEq)]
pub struct Edits {
    /// The edits as a small copy of the document.
    pub entry: Entry,
    /// When they were written down: milliseconds since 1970.
    pub at: u64,
}

impl Edits {
    /// Returns the line that says this.
    pub fn line(&self) -> String {
        let mut line = self.entry.to_json();
        line["version"] = json!(VERSION);
        line["at"] = json!(self.at);
        ascii::written(&line)
    }

    /// Reads a line; `None` for one that this version cannot read. Such a line is to be left alone.
    pub fn read(line: &str) -> Option<Self> {
        let line: Value = serde_json::from_str(line).ok()?;
        if line.get("version")?.as_u64()? > VERSION {
            return None;
        }
        Some(Self { at: line.get("at")?.as_u64()?, entry: Entry::from_json(&line).ok()? })
    }

    /// Returns whether a copy of the document has taken these edits in.
    pub fn are_in(&self, document: &Entry) -> bool {
        let seen = document.document.seen();
        let mut stamps = self.entry.document.registers().flat_map(|(_, siblings)| siblings.iter());
        stamps.all(|sibling| seen.contains(&sibling.stamp))
    }

    /// Returns whether the line is no longer needed: the stored copy has its edits for so long that they
    /// are on the disk by now. A time in the future counts as long ago: the clock was wrong.
    pub fn may_go(&self, stored: &Entry, now: u64) -> bool {
        self.are_in(stored) && now.abs_diff(self.at) > SETTLES
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::{Address, ReplicaId, Writer};
    use crate::model::Id;

    fn typed(entry: &mut Entry, writer: &mut Writer, text: &str, at: u64) -> Edits {
        let address = Address::parse("title").expect("an address");
        let delta = entry.document.commit(vec![(address, json!(text))], writer, at).expect("typed");
        Edits { entry: Entry { document: delta, ..Entry::exchange(entry.id.clone()) }, at }
    }

    #[test]
    fn a_line_is_read_as_it_was_written_and_brings_the_edits_back() {
        let mut entry = Entry::exchange(Id::from("x1"));
        let mut writer = Writer::new(ReplicaId::new("r1"));
        let before = typed(&mut entry, &mut writer, "Besuch", 1000);
        let stored = entry.clone();
        let after = typed(&mut entry, &mut writer, "Besuch “Köln”", 2000);
        assert_eq!(Edits::read(&after.line()), Some(after.clone()));
        assert!(before.are_in(&stored) && !after.are_in(&stored));

        let mut opened = stored;
        opened.merge(&Edits::read(&after.line()).expect("a line").entry);
        assert_eq!(opened.document, entry.document);
        assert!(after.are_in(&opened));
    }

    #[test]
    fn a_line_goes_only_when_its_edits_are_stored_for_a_while() {
        let mut entry = Entry::exchange(Id::from("x1"));
        let before = entry.clone();
        let mut writer = Writer::new(ReplicaId::new("r1"));
        let edits = typed(&mut entry, &mut writer, "Besuch", 1_000_000);
        let later = edits.at + SETTLES + 1;
        assert!(!edits.may_go(&before, later), "not stored");
        assert!(!edits.may_go(&entry, edits.at + 1000), "stored a moment ago");
        assert!(edits.may_go(&entry, later));
        assert!(edits.may_go(&entry, edits.at - SETTLES - 1), "written by a clock that was ahead");
    }

    #[test]
    fn a_line_that_is_damaged_or_of_a_newer_version_is_left_alone() {
        let mut entry = Entry::exchange(Id::from("x1"));
        let mut writer = Writer::new(ReplicaId::new("r1"));
        let line = typed(&mut entry, &mut writer, "Besuch", 1000).line();
        let newer = line.replace("\"version\":0", "\"version\":1");
        for line in ["", "[]", "{}", &line[..line.len() - 1], &newer] {
            assert_eq!(Edits::read(line), None, "{line}");
        }
    }
}
