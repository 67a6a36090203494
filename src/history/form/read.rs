//! Reading the stored form. Whatever the JSON says, the answer is a document and a list of what did
//! not fit.

use litemap::LiteMap;
use serde_json::{Map, Value};

use super::{APART, AUTHORS, Problem, Reading, SEEN, STAMP, STAMPS, VALUE};
use crate::history::address::{Address, RecordAddress};
use crate::history::authors::Authors;
use crate::history::document::Document;
use crate::history::outside::stamps_from;
use crate::history::plain::{self, Addressed};
use crate::history::seen::Seen;
use crate::history::siblings::{Sibling, Siblings};
use crate::history::stamp::{HIGHEST_NUMBER, ReplicaId, Stamp};
use crate::order::{self, Set};

impl Document {
    /// Reads a stored form. Never fails: what cannot be read is left out and told.
    ///
    /// A value without a stamp (the document was written by hand, or its history is missing) is
    /// kept. It gets the next of the stamps that begin with `unstamped`, in order of address. Its
    /// replica should be made from a hash of the file, so that the same file has the same stamps
    /// wherever it is read.
    pub fn read(value: &Value, history: &Value, unstamped: &Stamp) -> Reading {
        let mut problems = Vec::new();
        let nothing = Map::new();
        let fields = value.as_object().unwrap_or_else(|| {
            problems.push(Problem::NoDocument);
            &nothing
        });
        let plain = plain::addressed(&RecordAddress::root(), fields);
        problems.extend(empty_records(&plain).map(Problem::EmptyRecord));

        let parts = object(history, "history", &mut problems);
        let mut part = |name: &str| {
            let entries = parts.and_then(|parts| parts.get(name));
            entries.and_then(|entries| object(entries, name, &mut problems)).unwrap_or(&nothing)
        };
        let (seen, stamps) = (part(SEEN), part(STAMPS));
        let (authors, apart) = (part(AUTHORS), part(APART));

        let (seen, malformed) = Seen::from_json(seen);
        problems.extend(malformed.into_iter().map(|replica| Problem::replica(SEEN, replica)));
        let stamps = Stamps::read(stamps, &plain.records, &mut problems);
        let mut document = Document { registers: Default::default(), seen };
        document.add_stamped(plain.values, stamps, unstamped, &mut problems);
        let shows_apart = document.add_apart(apart, &mut problems);
        let is_as_written = value.is_object()
            && plain.is_as_written
            && (!shows_apart || document.plain() == *value);
        problems.extend(document.shared_stamps());
        let authors = read_authors(authors, &mut problems);
        Reading { document, authors, problems, is_as_written }
    }

    /// Brings the values of the readable document and their stamps together, and the emptied ones
    /// with theirs.
    fn add_stamped(
        &mut self,
        values: LiteMap<Address, &Value>,
        stamps: Stamps,
        unstamped: &Stamp,
        problems: &mut Vec<Problem>,
    ) {
        let told = side_by_side(values, stamps.own);
        let mut without = stamps_from(unstamped, told.len());
        let mut registers = Vec::with_capacity(told.len());
        // The addresses of a record are neighbours.
        for record in told.chunk_by(|one, other| one.0.record_text() == other.0.record_text()) {
            let of_record = stamps.of_record.get(record[0].0.record_text());
            for (position, (address, value, own)) in (0..).zip(record) {
                let stamp = own.clone().or_else(|| of_record?.plus(position)).or_else(|| {
                    problems.push(Problem::NoStamp(address.clone()));
                    without.next()
                });
                if let Some(stamp) = stamp {
                    let value = value.cloned().unwrap_or_default();
                    registers.push((address.clone(), Siblings::one(stamp, value)));
                }
            }
        }
        self.registers = LiteMap::from_sorted_store_unchecked(registers);
    }

    /// Adds the values written apart, and returns whether one of them is shown now.
    fn add_apart(&mut self, apart: &Map<String, Value>, problems: &mut Vec<Problem>) -> bool {
        // In order of address, as the names in JSON are.
        let mut news = Vec::new();
        let mut is_shown = false;
        for (text, siblings) in apart {
            let (Ok(address), Value::Array(siblings)) = (Address::parse(text), siblings) else {
                problems.push(Problem::entry(APART, text));
                continue;
            };
            let mut told = Siblings::default();
            let held = self.registers.get_mut(&address);
            let is_new = held.is_none();
            let register = held.unwrap_or(&mut told);
            let shown = register.shown().map(|shown| shown.stamp.clone());
            for sibling in siblings {
                match sibling_from_json(sibling) {
                    Some(sibling) => register.insert(sibling),
                    None => problems.push(Problem::entry(APART, text)),
                }
            }
            is_shown |= register.shown().is_some_and(|now| Some(&now.stamp) != shown.as_ref());
            if is_new && !told.is_empty() {
                news.push((address, told));
            }
        }
        order::add(&mut self.registers, news);
        is_shown
    }

    /// Whether two values have one stamp. Consecutive numbers are taken together, so that there is
    /// little to sort.
    fn has_shared_stamps(&self) -> bool {
        let mut runs: Vec<(&ReplicaId, u64, u64)> = Vec::new();
        for Sibling { stamp, .. } in self.registers.values().flat_map(Siblings::iter) {
            match runs.last_mut() {
                Some((replica, _, to)) if *to + 1 == stamp.number && **replica == stamp.replica => {
                    *to = stamp.number;
                }
                _ => runs.push((&stamp.replica, stamp.number, stamp.number)),
            }
        }
        order::sort_by(&mut runs, Ord::cmp);
        runs.windows(2).any(|pair| pair[0].0 == pair[1].0 && pair[1].1 <= pair[0].2)
    }

    fn shared_stamps(&self) -> Vec<Problem> {
        if !self.has_shared_stamps() {
            return Vec::new();
        }
        let mut stamped: Vec<(&Address, &Stamp)> = self
            .registers()
            .flat_map(|(address, siblings)| siblings.iter().map(move |s| (address, &s.stamp)))
            .collect();
        order::sort_by(&mut stamped, |(_, one), (_, other)| one.cmp(other));
        // Of those with one stamp the first address has it by right; the others are told in order.
        let again = stamped.windows(2).filter(|pair| pair[0].1 == pair[1].1).map(|pair| pair[1]);
        let again: Set<(&Address, &Stamp)> = again.collect();
        again
            .into_iter()
            .map(|(a, stamp)| Problem::SharedStamp { stamp: stamp.clone(), address: a.clone() })
            .collect()
    }
}

/// All addresses that have a value or a stamp, in order.
fn side_by_side(
    values: LiteMap<Address, &Value>,
    stamps: LiteMap<Address, Stamp>,
) -> Vec<(Address, Option<&Value>, Option<Stamp>)> {
    let mut both = Vec::with_capacity(values.len());
    let mut stamps = stamps.into_tuple_vec().into_iter().peekable();
    for (address, value) in values.into_tuple_vec() {
        while let Some((emptied, stamp)) = stamps.next_if(|(other, _)| *other < address) {
            both.push((emptied, None, Some(stamp)));
        }
        let own = stamps.next_if(|(other, _)| *other == address).map(|(_, stamp)| stamp);
        both.push((address, Some(value), own));
    }
    both.extend(stamps.map(|(emptied, stamp)| (emptied, None, Some(stamp))));
    both
}

/// The part `stamps`, read.
struct Stamps {
    own: LiteMap<Address, Stamp>,
    /// By the record's address, which is written like that of a member of a set.
    of_record: LiteMap<Address, Stamp>,
}

impl Stamps {
    fn read(
        entries: &Map<String, Value>,
        records: &Set<RecordAddress>,
        problems: &mut Vec<Problem>,
    ) -> Self {
        let (mut own, mut of_record) = (Vec::new(), Vec::new());
        let mut add =
            |text: &str, entry: &Value| match (Address::parse(text), Stamp::from_json(entry)) {
                // `sessions/s7` would be a member of a set, if the document had no such record.
                (Ok(address), Some(stamp)) if records.contains(text) => {
                    of_record.push((address, stamp))
                }
                (Ok(address), Some(stamp)) => own.push((address, stamp)),
                _ => problems.push(Problem::entry(STAMPS, text)),
            };
        let mut text = String::new();
        for (first, entry) in entries {
            let Value::Object(nested) = entry else {
                add(first, entry);
                continue;
            };
            for (rest, entry) in nested {
                text.clear();
                text.extend([first, "/", rest]);
                add(&text, entry);
            }
        }
        Self { own: order::map(own), of_record: order::map(of_record) }
    }
}

impl Stamp {
    fn plus(&self, position: u64) -> Option<Stamp> {
        let number =
            self.number.checked_add(position).filter(|number| *number <= HIGHEST_NUMBER)?;
        Some(Stamp::new(number, self.replica.clone()))
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

fn empty_records(plain: &Addressed<'_>) -> impl Iterator<Item = RecordAddress> {
    let mut with_values: Vec<&str> = plain.values.keys().map(Address::record_text).collect();
    // The addresses of a record are neighbours.
    with_values.dedup();
    let with_values: Set<&str> = with_values.into_iter().collect();
    plain.records.iter().filter(move |record| !with_values.contains(record.as_str())).cloned()
}

fn sibling_from_json(sibling: &Value) -> Option<Sibling> {
    let stamp = Stamp::from_json(sibling.get(STAMP)?)?;
    Some(Sibling { stamp, value: sibling.get(VALUE)?.clone() })
}

fn read_authors(entries: &Map<String, Value>, problems: &mut Vec<Problem>) -> Authors {
    let mut authors = Authors::new();
    for (replica, name) in entries {
        match name {
            Value::String(name) => {
                authors.insert(ReplicaId::new(replica), name.clone());
            }
            _ => problems.push(Problem::entry(AUTHORS, replica)),
        }
    }
    authors
}
