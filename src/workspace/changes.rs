//! Who wrote what stands in an exchange, and when. Pure.
//!
//! This is no log: of each value only the last edit is known, and that is what is told. What a person
//! wants to know of a plan that came back is which of its values are new and whose they are.

use litemap::LiteMap;
use serde_json::Value;

use crate::bundle::Entry;
use crate::history::{Address, RecordAddress, Seen, Stamp};
use crate::order;

/// Who wrote something, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WrittenBy {
    /// The writer's name; empty if unknown.
    pub author: String,
    /// When, by the writer's clock: milliseconds since 1970, never to be relied on.
    pub at_ms: u64,
}

/// What became of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordState {
    /// It was written at once and not changed since.
    Added,
    /// Some of its values were written later than others.
    Changed,
    /// It is in the trash.
    InTrash,
    /// It was deleted for good.
    Emptied,
}

/// A value and its last edit.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueChange {
    /// Where it stands.
    pub address: Address,
    /// What stands there; null for emptied.
    pub value: Value,
    /// Who wrote it.
    pub by: WrittenBy,
    /// Whether it was written or taken in since the exchange was last sent.
    pub is_new: bool,
}

/// A record and the last edits of its values.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordChange {
    /// The record; the root for the exchange's own fields.
    pub record: RecordAddress,
    /// What became of it.
    pub state: RecordState,
    /// Its values, the newest first, at least one. In the trash there is only its delete mark.
    pub values: Vec<ValueChange>,
}

/// A record that somebody deleted and that is back, because somebody else changed it without knowing.
#[derive(Clone, Debug, PartialEq)]
pub struct CameBack {
    /// The record.
    pub record: RecordAddress,
    /// Who deleted it.
    pub deleted: WrittenBy,
    /// Who wrote what brought it back.
    pub changed: WrittenBy,
}

impl RecordChange {
    /// Returns the last edit.
    pub fn last(&self) -> &WrittenBy {
        &self.values[0].by
    }
}

/// Returns the records of an exchange with the last edits of their values, the newest first.
///
/// - `sent`: What had been taken in when the exchange was last sent.
pub(super) fn changes(entry: &Entry, sent: Option<&Seen>) -> Vec<RecordChange> {
    let mut records: LiteMap<RecordAddress, Vec<(Stamp, ValueChange)>> = LiteMap::new();
    for (address, siblings) in entry.document.registers() {
        let Some(shown) = siblings.shown() else { continue };
        let change = ValueChange {
            address: address.clone(),
            value: shown.value.clone(),
            by: written(entry, &shown.stamp),
            is_new: sent.is_some_and(|seen| siblings.iter().any(|it| !seen.contains(&it.stamp))),
        };
        records.entry(address.record()).or_default().push((shown.stamp.clone(), change));
    }
    let mut all: Vec<(Stamp, RecordChange)> = records
        .into_iter()
        .filter_map(|(record, values)| of_record(entry, record, values))
        .collect();
    order::sort_by(&mut all, |(one, _), (other, _)| other.cmp(one));
    all.into_iter().map(|(_, change)| change).collect()
}

/// Returns those records and values that are to be shown, the newest first.
pub fn only(all: &[RecordChange], keep: impl Fn(&ValueChange) -> bool) -> Vec<RecordChange> {
    let kept = |change: &RecordChange| {
        let values: Vec<_> = change.values.iter().filter(|value| keep(value)).cloned().collect();
        (!values.is_empty()).then(|| RecordChange { values, ..change.clone() })
    };
    let mut some: Vec<RecordChange> = all.iter().filter_map(kept).collect();
    order::sort_by(&mut some, |one, other| other.last().at_ms.cmp(&one.last().at_ms));
    some
}

/// Returns the names of those who wrote, in the order of the alphabet; an empty one for the unnamed.
pub fn writers(all: &[RecordChange]) -> Vec<String> {
    let names = all.iter().flat_map(|change| &change.values).map(|value| value.by.author.clone());
    names.collect::<order::Set<String>>().into_iter().collect()
}

/// Returns a record's changes with its last edit.
fn of_record(
    entry: &Entry,
    record: RecordAddress,
    mut values: Vec<(Stamp, ValueChange)>,
) -> Option<(Stamp, RecordChange)> {
    order::sort_by(&mut values, |(one, _), (other, _)| other.cmp(one));
    let document = &entry.document;
    let is_deleted = !record.is_root() && document.is_deleted(&record);
    // A mark that no longer counts says nothing of how the record stands.
    values.retain(|(_, value)| value.address.is_deleted_mark() == is_deleted);
    let (newest, oldest) = (&values.first()?.0, &values.last()?.0);
    let is_one_edit = newest.replica == oldest.replica
        && newest.number - oldest.number == values.len() as u64 - 1;
    let state = match (is_deleted, is_one_edit && !record.is_root()) {
        (true, _) if document.is_empty(&record) => RecordState::Emptied,
        (true, _) => RecordState::InTrash,
        (false, true) => RecordState::Added,
        (false, false) => RecordState::Changed,
    };
    let newest = newest.clone();
    let values = values.into_iter().map(|(_, value)| value).collect();
    Some((newest, RecordChange { record, state, values }))
}

/// Returns what is in the trash, without what was deleted for good, the newest first.
pub(super) fn trash(entry: &Entry) -> Vec<(RecordAddress, WrittenBy)> {
    let document = &entry.document;
    let mut all: Vec<(Stamp, RecordAddress)> = document
        .marked()
        .filter(|record| document.is_deleted(record) && !document.is_empty(record))
        .filter_map(|record| Some((document.stamp(&record.deleted())?.clone(), record)))
        .collect();
    order::sort_by(&mut all, |(one, _), (other, _)| other.cmp(one));
    all.into_iter().map(|(stamp, record)| (record, written(entry, &stamp))).collect()
}

/// Returns the records that are back although somebody deleted them, in the order of their addresses.
pub(super) fn came_back(entry: &Entry) -> Vec<CameBack> {
    let document = &entry.document;
    let back = |record: RecordAddress| {
        let last = document.unnamed(&record)?.max()?;
        let deleted = written(entry, document.stamp(&record.deleted())?);
        Some(CameBack { changed: written(entry, last), deleted, record })
    };
    document.marked().filter_map(back).collect()
}

fn written(entry: &Entry, stamp: &Stamp) -> WrittenBy {
    WrittenBy { author: entry.author(stamp).to_owned(), at_ms: stamp.number }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::copy::Copy;
    use super::*;
    use crate::history::{CommitError, Document, Writer};

    type Act = fn(&mut Document, &RecordAddress, &mut Writer, u64) -> Result<Document, CommitError>;

    /// Lets a person do something with the session.
    fn act(copy: &mut Copy, now: u64, act: Act) {
        act(&mut copy.entry.document, &session(), &mut copy.writer, now).expect("committed");
    }

    fn session() -> RecordAddress {
        RecordAddress::new("sessions", "s1")
    }

    fn by(author: &str, at_ms: u64) -> WrittenBy {
        WrittenBy { author: author.to_owned(), at_ms }
    }

    /// Two copies that both know a session of Anna's.
    fn pair() -> (Copy, Copy) {
        let (mut anna, mut ben) = (Copy::new("anna"), Copy::new("ben"));
        anna.write("title", json!("Cameras"), 100);
        anna.write_all(
            &[("sessions/s1/place", json!("Hall")), ("sessions/s1/title", json!("Tour"))],
            200,
        );
        ben.entry.merge(&anna.entry);
        (anna, ben)
    }

    #[test]
    fn the_record_that_was_written_last_comes_first_with_its_newest_value() {
        let (_, mut ben) = pair();
        ben.write("sessions/s1/place", json!("Room 2"), 300);
        let all = changes(&ben.entry, None);
        let told: Vec<_> = all.iter().map(|it| (it.record.as_str(), it.state, it.last())).collect();
        assert_eq!(
            told,
            [
                ("sessions/s1", RecordState::Changed, &by("ben", 300)),
                ("", RecordState::Changed, &by("anna", 100)),
            ]
        );
        let values: Vec<_> = all[0].values.iter().map(|it| (it.address.as_str(), &it.by)).collect();
        assert_eq!(
            values,
            [("sessions/s1/place", &by("ben", 300)), ("sessions/s1/title", &by("anna", 201)),]
        );
    }

    #[test]
    fn a_record_that_was_written_at_once_was_added() {
        let (anna, _) = pair();
        assert_eq!(changes(&anna.entry, None)[0].state, RecordState::Added);
    }

    #[test]
    fn new_since_it_was_sent_is_also_what_somebody_wrote_before_and_came_later() {
        let (mut anna, mut ben) = pair();
        ben.write("sessions/s1/place", json!("Room 2"), 300);
        anna.write("goal", json!("Learn"), 400);
        let sent = anna.entry.document.seen().clone();
        anna.entry.merge(&ben.entry);
        let new: Vec<String> = changes(&anna.entry, Some(&sent))
            .into_iter()
            .flat_map(|record| record.values)
            .filter(|value| value.is_new)
            .map(|value| value.address.to_string())
            .collect();
        assert_eq!(new, ["sessions/s1/place"]);
        assert!(changes(&anna.entry, None).iter().all(|it| it.values.iter().all(|it| !it.is_new)));
    }

    #[test]
    fn one_persons_changes_are_ordered_by_what_that_person_wrote() {
        let (_, mut ben) = pair();
        ben.write("sessions/s1/place", json!("Room 2"), 300);
        let all = changes(&ben.entry, None);
        assert_eq!(writers(&all), ["anna", "ben"]);
        let of_anna = only(&all, |value| value.by.author == "anna");
        let told: Vec<_> = of_anna.iter().map(|it| (it.record.as_str(), it.last().at_ms)).collect();
        assert_eq!(told, [("sessions/s1", 201), ("", 100)]);
        assert_eq!(only(&all, |_| false), []);
    }

    #[test]
    fn what_is_in_the_trash_is_told_with_who_deleted_it() {
        let (_, mut ben) = pair();
        act(&mut ben, 300, Document::delete);
        assert_eq!(trash(&ben.entry), [(session(), by("ben", 300))]);
        let told = &changes(&ben.entry, None)[0];
        assert_eq!(
            (told.state, told.values.len(), told.last()),
            (RecordState::InTrash, 1, &by("ben", 300))
        );
        act(&mut ben, 400, Document::empty);
        assert_eq!(trash(&ben.entry), []);
        assert_eq!(changes(&ben.entry, None)[0].state, RecordState::Emptied);
    }

    #[test]
    fn a_restored_record_is_neither_in_the_trash_nor_back_by_itself() {
        let (_, mut ben) = pair();
        act(&mut ben, 300, Document::delete);
        act(&mut ben, 400, Document::restore);
        assert_eq!((trash(&ben.entry), came_back(&ben.entry)), (vec![], vec![]));
        assert_eq!(changes(&ben.entry, None)[0].values.len(), 2, "the mark is no value");
    }

    #[test]
    fn a_record_that_was_changed_without_knowing_that_it_is_deleted_is_told_as_back() {
        let (mut anna, mut ben) = pair();
        act(&mut ben, 300, Document::delete);
        anna.write("sessions/s1/place", json!("Room 3"), 350);
        anna.entry.merge(&ben.entry);
        let record = session();
        let back = CameBack { record, deleted: by("ben", 300), changed: by("anna", 350) };
        assert_eq!(came_back(&anna.entry), [back]);
        act(&mut anna, 400, Document::restore);
        assert_eq!(came_back(&anna.entry), [], "it was kept");
        act(&mut anna, 500, Document::delete);
        assert_eq!(came_back(&anna.entry), []);
    }

    #[test]
    fn emptied_here_while_restored_there_is_told_as_back_and_what_was_restored_is_shown() {
        let (mut anna, mut ben) = pair();
        act(&mut anna, 300, Document::delete);
        ben.entry.merge(&anna.entry);
        act(&mut anna, 400, Document::empty);
        act(&mut ben, 350, Document::restore);
        anna.entry.merge(&ben.entry);
        ben.entry.merge(&anna.entry);
        assert_eq!(anna.entry.document, ben.entry.document);
        let place = Address::parse("sessions/s1/place").expect("an address");
        assert_eq!(anna.entry.document.value(&place), Some(&json!("Hall")));
        assert_eq!(came_back(&anna.entry).len(), 1);
        act(&mut anna, 500, Document::restore);
        ben.entry.merge(&anna.entry);
        assert_eq!(
            (came_back(&ben.entry), ben.entry.document.all_conflicts().count()),
            (vec![], 0)
        );
    }
}
