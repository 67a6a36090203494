//! What two copies of an exchange have apart from each other: news and conflicts. Pure.

use litemap::LiteMap;
use serde_json::Value;

use crate::bundle::Entry;
use crate::history::{Address, RecordAddress, Sibling};
use crate::order::Set;

/// Where a version of a value comes from, seen from this device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It stands here.
    Here,
    /// It stands in the file that is being looked at.
    File,
}

/// One of the values that were written apart at the same address.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// Where it comes from.
    pub origin: Origin,
    /// The value; null for emptied.
    pub value: Value,
    /// Who wrote it, if known.
    pub author: String,
    /// When it was written by its writer's clock: milliseconds since 1970, never to be relied on.
    pub written_ms: u64,
}

/// A value that two people changed without knowing of each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// Where it stands.
    pub address: Address,
    /// The versions, the shown one first.
    pub versions: Vec<Version>,
}

/// What happens to a record when a file is taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum News {
    /// It is new here.
    Added,
    /// Some of its values change.
    Changed,
    /// It goes into the trash here.
    Removed,
}

/// A record for which a file has news.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordNews {
    /// The record; the root for the exchange's own fields.
    pub record: RecordAddress,
    /// What happens to it.
    pub news: News,
    /// The fields that change, in order.
    pub fields: Vec<String>,
}

/// Returns the conflicts of one copy: values written apart and not yet settled.
pub(super) fn conflicts(entry: &Entry) -> Vec<Conflict> {
    conflicts_with(entry, |_| Origin::Here)
}

/// Returns the conflicts that taking `incoming` into `local` would bring, and that are not there yet.
pub fn conflicts_between(local: &Entry, incoming: &Entry) -> Vec<Conflict> {
    let mut merged = local.clone();
    merged.merge(incoming);
    let origin_at = |address: &Address, sibling: &Sibling| match local.document.siblings(address) {
        Some(siblings) if siblings.holds(&sibling.stamp) => Origin::Here,
        _ => Origin::File,
    };
    let known: Set<&Address> = local.document.all_conflicts().map(|(address, _)| address).collect();
    let mut found = Vec::new();
    for (address, _) in merged.document.all_conflicts() {
        if let Some(conflict) = conflict_at(&merged, address, |sibling| origin_at(address, sibling))
            && (!known.contains(address)
                || conflict.versions.iter().any(|version| version.origin == Origin::File))
        {
            found.push(conflict);
        }
    }
    found
}

fn conflicts_with(entry: &Entry, origin: impl Fn(&Sibling) -> Origin + Copy) -> Vec<Conflict> {
    entry
        .document
        .all_conflicts()
        .filter_map(|(address, _)| conflict_at(entry, address, origin))
        .collect()
}

fn conflict_at(
    entry: &Entry,
    address: &Address,
    origin: impl Fn(&Sibling) -> Origin,
) -> Option<Conflict> {
    let siblings = entry.document.siblings(address)?;
    let shown = siblings.shown()?;
    let others = entry.document.conflicts(address);
    let versions = std::iter::once(shown)
        .chain(others.into_iter().rev())
        .map(|sibling| Version {
            origin: origin(sibling),
            value: sibling.value.clone(),
            author: entry.author(&sibling.stamp).to_owned(),
            written_ms: sibling.stamp.number,
        })
        .collect();
    Some(Conflict { address: address.clone(), versions })
}

/// Returns what taking `incoming` into `local` would change in what is shown, by record.
pub fn news(local: &Entry, incoming: &Entry) -> Vec<RecordNews> {
    let mut merged = local.clone();
    merged.merge(incoming);
    let mut fields: LiteMap<RecordAddress, Set<String>> = LiteMap::new();
    for (address, _) in merged.document.registers() {
        let (before, after) = (local.document.value(address), merged.document.value(address));
        let empty = |value: Option<&Value>| value.is_none_or(Value::is_null);
        if before != after && !(empty(before) && empty(after)) {
            let names = fields.entry(address.record()).or_default();
            names.insert(address.field().into_owned());
        }
    }
    fields
        .into_iter()
        .filter_map(|(record, fields)| {
            let stands = |entry: &Entry| {
                entry
                    .document
                    .plain_record(&record)
                    .is_some_and(|_| !entry.document.is_deleted(&record))
            };
            let news = match (stands(local), stands(&merged)) {
                (false, true) => News::Added,
                (true, true) => News::Changed,
                (true, false) => News::Removed,
                (false, false) => return None,
            };
            Some(RecordNews { record, news, fields: fields.into_iter().collect() })
        })
        .collect()
}

/// Returns whether a copy holds nothing that the other has not seen.
pub fn brings_nothing(local: &Entry, incoming: &Entry) -> bool {
    let mut merged = local.clone();
    merged.merge(incoming);
    merged.document == local.document
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::copy::Copy;
    use super::*;

    fn pair() -> (Copy, Copy) {
        let (mut here, mut there) = (Copy::new("Anna"), Copy::new("Ben"));
        here.write("title", json!("Cameras"), 1000);
        here.write("sessions/s1/title", json!("Tour"), 1001);
        here.write("sessions/s1/place", json!("Lobby"), 1002);
        there.entry.merge(&here.entry);
        (here, there)
    }

    #[test]
    fn the_same_copy_brings_nothing() {
        let (here, there) = pair();
        assert!(brings_nothing(&here.entry, &there.entry));
        assert_eq!(news(&here.entry, &there.entry), []);
        assert_eq!(conflicts_between(&here.entry, &there.entry), []);
    }

    #[test]
    fn news_are_told_by_record() {
        let (here, mut there) = pair();
        there.write("sessions/s1/place", json!("Basement"), 2000);
        there.write("sessions/s2/title", json!("Lunch"), 2001);
        let told: Vec<(String, News, Vec<String>)> = news(&here.entry, &there.entry)
            .into_iter()
            .map(|news| (news.record.to_string(), news.news, news.fields))
            .collect();
        let expected = [
            ("sessions/s1".to_owned(), News::Changed, vec!["place".to_owned()]),
            ("sessions/s2".to_owned(), News::Added, vec!["title".to_owned()]),
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn a_deleted_record_is_told_as_removed() {
        let (here, mut there) = pair();
        let record = RecordAddress::new("sessions", "s1");
        there.entry.document.delete(&record, &mut there.writer, 2000).expect("deleted");
        let told: Vec<News> =
            news(&here.entry, &there.entry).iter().map(|news| news.news).collect();
        assert_eq!(told, [News::Removed]);
    }

    #[test]
    fn values_changed_on_both_sides_are_in_conflict_until_settled() {
        let (mut here, mut there) = pair();
        here.write("sessions/s1/place", json!("Hall"), 2000);
        there.write("sessions/s1/place", json!("Basement"), 3000);
        let found = conflicts_between(&here.entry, &there.entry);
        assert_eq!(found.len(), 1);
        let told: Vec<(Origin, &Value, &str)> = found[0]
            .versions
            .iter()
            .map(|version| (version.origin, &version.value, version.author.as_str()))
            .collect();
        let expected =
            [(Origin::File, &json!("Basement"), "Ben"), (Origin::Here, &json!("Hall"), "Anna")];
        assert_eq!(told, expected);

        here.entry.merge(&there.entry);
        assert_eq!(conflicts(&here.entry).len(), 1);
        here.write("sessions/s1/place", json!("Basement hall"), 4000);
        assert_eq!(conflicts(&here.entry), []);
        there.entry.merge(&here.entry);
        assert_eq!(conflicts(&there.entry), []);
    }
}
