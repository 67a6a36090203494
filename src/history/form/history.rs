//! The history as it stands beside a readable document, before both are brought together.

use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::{APART, AUTHORS, Problem, SEEN, STAMPS};
use crate::history::address::{Address, check};
use crate::history::as_written::{Strict, Text, next_name, not_as_written};
use crate::history::gathered::Gathered;
use crate::history::seen::Seen;
use crate::history::stamp::{HIGHEST_NUMBER, ReplicaId, Stamp};

/// What stands in the history of a stored document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    pub(super) seen: Seen,
    pub(super) stamps: Vec<(Address, Stamp)>,
    pub(super) authors: Map<String, Value>,
    pub(super) apart: Map<String, Value>,
}

impl History {
    /// Reads any JSON, and tells what does not fit.
    pub(super) fn read(json: &Value, problems: &mut Vec<Problem>) -> Self {
        let nothing = Map::new();
        let parts = object(json, "history", problems);
        let mut part = |name: &str| {
            let entries = parts.and_then(|parts| parts.get(name));
            entries.and_then(|entries| object(entries, name, problems)).unwrap_or(&nothing)
        };
        let (seen, stamps) = (part(SEEN), part(STAMPS));
        let (authors, apart) = (part(AUTHORS).clone(), part(APART).clone());
        let (seen, malformed) = Seen::from_json(seen);
        problems.extend(malformed.into_iter().map(|replica| Problem::replica(SEEN, replica)));
        Self { seen, stamps: read_stamps(stamps, problems), authors, apart }
    }
}

fn object<'a>(
    value: &'a Value,
    name: &str,
    problems: &mut Vec<Problem>,
) -> Option<&'a Map<String, Value>> {
    if !value.is_object() {
        problems.push(Problem::Part(name.to_owned()));
    }
    value.as_object()
}

fn read_stamps(entries: &Map<String, Value>, problems: &mut Vec<Problem>) -> Vec<(Address, Stamp)> {
    let mut stamps = Vec::new();
    let mut add = |text: &str, entry: &Value| match (Address::parse(text), Stamp::from_json(entry))
    {
        (Ok(address), Some(stamp)) => stamps.push((address, stamp)),
        _ => problems.push(Problem::entry(STAMPS, text)),
    };
    for (first, entry) in entries {
        match entry {
            Value::Object(nested) => {
                for (rest, entry) in nested {
                    add(&[first, "/", rest].concat(), entry);
                }
            }
            entry => add(first, entry),
        }
    }
    stamps
}

/// Reads a history that is exactly as this app writes it: see `as_written.rs`.
impl<'de> Deserialize<'de> for History {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        reader.deserialize_map(HistoryVisitor)
    }
}

struct HistoryVisitor;

impl<'de> Visitor<'de> for HistoryVisitor {
    type Value = History;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a history")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut parts: A) -> Result<History, A::Error> {
        let (mut history, mut before) = (History::default(), None);
        while let Some(Text(part)) = next_name(&mut parts, &mut before)? {
            if part == STAMPS {
                let mut found = Found::default();
                parts.next_value_seed(Entries { within: None, found: &mut found })?;
                history.stamps = found.addresses.take().1.zip(found.stamps).collect();
                if !history.stamps.is_sorted_by(|(one, _), (next, _)| one < next) {
                    return Err(not_as_written());
                }
                continue;
            }
            let Strict(Value::Object(entries)) = parts.next_value()? else {
                return Err(not_as_written());
            };
            match &*part {
                APART => history.apart = entries,
                AUTHORS => history.authors = entries,
                SEEN => match Seen::from_json(&entries) {
                    (seen, malformed) if malformed.is_empty() => history.seen = seen,
                    _ => return Err(not_as_written()),
                },
                _ => return Err(not_as_written()),
            }
        }
        Ok(history)
    }
}

/// Stamps and their addresses, in the order of the file.
#[derive(Default)]
struct Found {
    addresses: Gathered,
    stamps: Vec<Stamp>,
}

/// The entries of `stamps`, or those within one of them.
struct Entries<'a> {
    within: Option<&'a str>,
    found: &'a mut Found,
}

impl<'de> DeserializeSeed<'de> for Entries<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Entries<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("stamps")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        let mut before = None;
        while let Some(Text(name)) = next_name(&mut entries, &mut before)? {
            let (within, found) = (self.within, &mut *self.found);
            entries.next_value_seed(Entry { within, name: &name, found })?;
        }
        Ok(())
    }
}

/// An entry of `stamps`: a stamp, or more entries.
struct Entry<'a> {
    within: Option<&'a str>,
    name: &'a str,
    found: &'a mut Found,
}

impl<'de> DeserializeSeed<'de> for Entry<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Entry<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a stamp")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut stamp: A) -> Result<(), A::Error> {
        let Text(replica) = stamp.next_element()?.ok_or_else(not_as_written)?;
        let number: u64 = stamp.next_element()?.ok_or_else(not_as_written)?;
        if !(1..=HIGHEST_NUMBER).contains(&number) || stamp.next_element::<u64>()?.is_some() {
            return Err(not_as_written());
        }
        // Mostly the replica is that of the stamp before, and its text is shared.
        let known = self.found.stamps.last().map(|before| &before.replica);
        let known = known.filter(|known| known.as_str() == replica);
        let stamp = Stamp::new(number, known.cloned().unwrap_or_else(|| ReplicaId::new(&replica)));
        self.found.stamps.push(stamp);
        let addresses = &mut self.found.addresses;
        let added = match self.within {
            None => addresses.add(&[self.name]),
            Some(within) => addresses.add(&[within, "/", self.name]),
        };
        let is_address = added.is_some_and(|place| check(addresses.at(place)).is_ok());
        if is_address { Ok(()) } else { Err(not_as_written()) }
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<(), A::Error> {
        match self.within {
            None => Entries { within: Some(self.name), found: self.found }.visit_map(entries),
            Some(_) => Err(not_as_written()),
        }
    }
}
