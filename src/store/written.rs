//! What is written down of a document: the whole of it, or some edits. One form for all places: the
//! document's key, the tails of tabs, the lines of the journal.

use serde_json::Value;
use thiserror::Error;

use super::text;
use crate::bundle::Entry;
use crate::json::Tree;
use crate::model::Id;

/// The version of what is stored. A page that meets a newer one leaves it alone.
const VERSION: u64 = 1;

/// A document, or some edits of it, as it is written down.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    /// The document, or the edits as a small copy of it.
    pub entry: Entry,
    /// How often an opened file was taken back. A higher one replaces a lower one and is not merged
    /// with it: what was taken back would return.
    pub epoch: u64,
    /// When it was written down: milliseconds since 1970.
    pub at: u64,
    /// Whether this is the whole document and not only some edits.
    pub is_whole: bool,
}

/// Why a stored text cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Unreadable {
    /// It was stored by a newer version of the app. It is left as it is.
    #[error("it was stored by a newer version of the app: reload the page to update")]
    Newer,
    /// It is damaged.
    #[error("it is damaged ({0}): save its text to a file")]
    Damaged(String),
}

impl Written {
    /// Returns the text that says this.
    pub fn text(&self) -> String {
        let mut written = self.entry.to_json();
        written = written.with("version", Tree::Number(VERSION));
        written = written.with("at", Tree::Number(self.at));
        if self.epoch > 0 {
            written = written.with("epoch", Tree::Number(self.epoch));
        }
        if !self.is_whole {
            written = written.with("edits", Tree::Value(&Value::Bool(true)));
        }
        text::written(written)
    }

    /// Reads a text.
    ///
    /// # Errors
    /// If it cannot be read by this version.
    pub fn read(text: &str) -> Result<Self, Unreadable> {
        let damaged = |reason: &str| Unreadable::Damaged(reason.to_owned());
        let written: Value =
            serde_json::from_str(text).map_err(|error| Unreadable::Damaged(error.to_string()))?;
        let number = |name: &str| written.get(name).and_then(Value::as_u64);
        let version = number("version").ok_or_else(|| damaged("it has no version"))?;
        if version > VERSION {
            return Err(Unreadable::Newer);
        }
        if !text::is_whole(text) {
            return Err(damaged("it was changed"));
        }
        let entry =
            Entry::from_json(&written).map_err(|error| Unreadable::Damaged(error.to_string()))?;
        Ok(Self {
            entry,
            epoch: number("epoch").unwrap_or_default(),
            at: number("at").unwrap_or_default(),
            is_whole: written.get("edits").is_none(),
        })
    }

    /// Reads the text that stands where this document belongs.
    ///
    /// # Errors
    /// If it cannot be read by this version, or is another document's.
    pub fn read_as(id: &Id, text: &str) -> Result<Self, Unreadable> {
        let written = Self::read(text)?;
        if written.entry.id != *id {
            let other = &written.entry.id;
            return Err(Unreadable::Damaged(format!("it says that it is `{other}`")));
        }
        Ok(written)
    }

    /// Reads the text that stands under this document's own key.
    ///
    /// # Errors
    /// If it cannot be read by this version, is another document's, or only some edits.
    pub fn read_whole(id: &Id, text: &str) -> Result<Self, Unreadable> {
        let written = Self::read_as(id, text)?;
        if !written.is_whole {
            return Err(Unreadable::Damaged("it has only some edits".to_owned()));
        }
        Ok(written)
    }

    /// Returns whether a copy of the document has taken in every edit of this.
    pub fn is_in(&self, copy: &Entry) -> bool {
        self.entry.is_in(copy)
    }

    /// Returns whether this was written down longer than some milliseconds ago. A time in the future
    /// counts as long ago: the clock was wrong.
    pub fn is_older_than(&self, milliseconds: u64, now: u64) -> bool {
        now.abs_diff(self.at) > milliseconds
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::history::{Address, ReplicaId, Writer};

    fn edits(text: &str) -> Written {
        let mut entry = Entry::new(Id::from("x1"));
        let mut writer = Writer::new(ReplicaId::new("r1"));
        let address = Address::parse("title").expect("an address");
        entry.document.commit(vec![(address, json!(text))], &mut writer, 1000).expect("committed");
        entry.authors.insert(ReplicaId::new("r1"), "Anna".to_owned());
        Written { entry, epoch: 0, at: 1_000_000, is_whole: false }
    }

    #[test]
    fn a_text_is_read_as_it_was_written() {
        let some = edits("Besuch “Köln”");
        for written in [
            Written { is_whole: true, epoch: 3, ..some.clone() },
            Written { is_whole: true, ..some.clone() },
            some,
        ] {
            assert_eq!(Written::read(&written.text()), Ok(written));
        }
    }

    #[test]
    fn a_damaged_text_is_told_from_one_of_a_newer_version() {
        let text = edits("Besuch").text();
        let newer = text.replace("\"version\":1", "\"version\":2");
        assert_eq!(Written::read(&newer), Err(Unreadable::Newer));
        let altered = text.replace("Besuch", "Gesuch");
        let foreign = "{\"kind\":\"exchange\",\"id\":\"x1\"}";
        for damaged in ["", "[]", "{}", foreign, &altered, &text[..text.len() - 1]] {
            let read = Written::read(damaged);
            assert!(matches!(read, Err(Unreadable::Damaged(_))), "{damaged}: {read:?}");
        }
        let other = Written::read_as(&Id::from("x2"), &text);
        assert!(matches!(other, Err(Unreadable::Damaged(_))), "{other:?}");
    }

    #[test]
    fn edits_are_in_a_copy_that_has_taken_them_in() {
        let mut copy = Entry::new(Id::from("x1"));
        let edits = edits("Besuch");
        assert!(!edits.is_in(&copy));
        copy.merge(&edits.entry);
        assert!(edits.is_in(&copy));
    }

    #[test]
    fn edits_are_in_a_copy_only_with_what_they_replaced() {
        let title = || Address::parse("title").expect("an address");
        let mut entry = Entry::new(Id::from("x1"));
        let mut writer = Writer::new(ReplicaId::new("r1"));
        let mut edits = entry.clone();
        for text in ["Visit", "Visit to Riverton"] {
            let written = vec![(title(), json!(text))];
            let delta = entry.document.commit(written, &mut writer, 1000).expect("committed");
            edits.document.merge(&delta);
        }
        let edits = Written { entry: edits, epoch: 0, at: 0, is_whole: false };
        // This copy knows the second title from elsewhere, and not that it replaced the first.
        let mut copy = Entry::new(Id::from("x1"));
        let mut other = Writer::new(ReplicaId::new("r2"));
        let mut there = Entry::new(Id::from("x1"));
        let second = vec![(title(), json!("Visit to Riverton"))];
        let mut writer = Writer::new(ReplicaId::new("r1"));
        there.document.commit(second, &mut writer, 1001).expect("committed");
        copy.merge(&there);
        let third = vec![(title(), json!("Another"))];
        copy.document.commit(third, &mut other, 2000).expect("committed");
        assert!(!edits.is_in(&copy));
    }

    #[test]
    fn the_age_does_not_rest_on_a_clock_that_was_right() {
        let edits = edits("Besuch");
        assert!(!edits.is_older_than(1000, edits.at + 1000));
        assert!(edits.is_older_than(1000, edits.at + 1001));
        assert!(edits.is_older_than(1000, edits.at - 1001), "written by a clock that was ahead");
    }
}
