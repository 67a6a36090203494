//! Reading the stored form. Whatever the JSON says, the answer is a document and a list of what did
//! not fit.

use std::iter::Peekable;

use litemap::LiteMap;
use serde_json::{Map, Value};

use super::history::History;
use super::{APART, AUTHORS, Problem, Reading, STAMP, VALUE};
use crate::history::address::{Address, RecordAddress};
use crate::history::as_written::AsWritten;
use crate::history::authors::Authors;
use crate::history::document::Document;
use crate::history::outside::stamps_from;
use crate::history::plain::{self, Addressed};
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
        let is_tidy = value.is_object() && plain.is_as_written;
        let values = plain.values.into_tuple_vec().into_iter();
        let values = values.map(|(address, value)| (address, value.clone()));
        let history = History::read(history, &mut problems);
        let joined = Joined::of(values, &plain.records, history, unstamped, &mut problems);
        let is_as_written = is_tidy && (!joined.shows_apart || joined.document.plain() == *value);
        Reading { document: joined.document, authors: joined.authors, problems, is_as_written }
    }

    /// Reads a stored form whose readable document was taken apart already. `None` if anything in it is
    /// not as this app writes it: [`Document::read`] says what.
    pub fn of_as_written(plain: AsWritten, history: History) -> Option<(Self, Authors)> {
        let AsWritten { values, records } = plain;
        // Values without a stamp are a problem anyway, so which one they would get does not matter.
        let (unstamped, mut problems) = (Stamp::new(1, ReplicaId::new("")), Vec::new());
        let values = values.into_iter();
        let joined = Joined::of(values, &records, history, &unstamped, &mut problems);
        let is_as_written = problems.is_empty() && !joined.shows_apart;
        is_as_written.then_some((joined.document, joined.authors))
    }

    /// Brings the values of the readable document and their stamps together, and the emptied ones
    /// with theirs. Both come in order of address. Returns the numbers of all.
    fn add_stamped(
        &mut self,
        values: impl Iterator<Item = (Address, Value)>,
        stamps: Stamps,
        unstamped: &Stamp,
        problems: &mut Vec<Problem>,
    ) -> Numbers {
        let most = values.size_hint().0 + stamps.own.len();
        let (mut registers, mut numbers) = (Vec::with_capacity(most), Numbers::default());
        let mut own = stamps.own.into_tuple_vec().into_iter().peekable();
        let mut stamping = Stamping {
            of_record: &stamps.of_record,
            next: stamps.of_record.iter().peekable(),
            record: String::new(),
            base: None,
            position: 0,
            without: stamps_from(unstamped, most),
            problems,
        };
        for (address, value) in values {
            let mut its_own = None;
            while let Some((other, stamp)) = own.next_if(|(other, _)| *other <= address) {
                if other == address {
                    its_own = Some(stamp);
                } else {
                    stamping.go_to(&other);
                    numbers.add(&stamp);
                    registers.push((other, Siblings::one(stamp, Value::Null)));
                }
            }
            let of_record = stamping.go_to(&address);
            let stamp = its_own.or(of_record).or_else(|| stamping.without(&address));
            if let Some(stamp) = stamp {
                numbers.add(&stamp);
                registers.push((address, Siblings::one(stamp, value)));
            }
        }
        for (emptied, stamp) in own {
            numbers.add(&stamp);
            registers.push((emptied, Siblings::one(stamp, Value::Null)));
        }
        self.registers = LiteMap::from_sorted_store_unchecked(registers);
        numbers
    }

    /// Adds the values written apart, and returns whether one of them is shown now.
    fn add_apart(
        &mut self,
        apart: &Map<String, Value>,
        numbers: &mut Numbers,
        problems: &mut Vec<Problem>,
    ) -> bool {
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
                    Some(sibling) => {
                        numbers.add(&sibling.stamp);
                        register.insert(&sibling);
                    }
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

    /// The values whose stamp another value has too.
    fn shared_stamps(&self) -> Vec<Problem> {
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

/// A document whose values have their stamps.
struct Joined {
    document: Document,
    authors: Authors,
    /// Whether a value is shown that stands in the history only.
    shows_apart: bool,
}

impl Joined {
    /// Brings the values of a readable document, in order of address, and its history together.
    fn of(
        values: impl Iterator<Item = (Address, Value)>,
        records: &Set<RecordAddress>,
        history: History,
        unstamped: &Stamp,
        problems: &mut Vec<Problem>,
    ) -> Self {
        let stamps = Stamps::of(history.stamps, records);
        let mut document = Document { registers: Default::default(), seen: history.seen };
        let mut numbers = document.add_stamped(values, stamps, unstamped, problems);
        let shows_apart = document.add_apart(&history.apart, &mut numbers, problems);
        if numbers.has_any_twice() {
            problems.extend(document.shared_stamps());
        }
        let authors = read_authors(history.authors, problems);
        Self { document, authors, shows_apart }
    }
}

/// The numbers of all values, to notice that two may have one stamp. Consecutive ones are taken together, so
/// that there is little to sort.
#[derive(Default)]
struct Numbers(Vec<(u64, u64)>);

impl Numbers {
    fn add(&mut self, stamp: &Stamp) {
        match self.0.last_mut() {
            Some((_, to)) if *to + 1 == stamp.number => *to = stamp.number,
            _ => self.0.push((stamp.number, stamp.number)),
        }
    }

    /// Whether a number is there twice, of one replica or of two: mostly none is.
    fn has_any_twice(mut self) -> bool {
        order::sort_ranges(&mut self.0);
        self.0.windows(2).any(|pair| pair[1].0 <= pair[0].1)
    }
}

/// On the way through the addresses of a document, in order, to give each its stamp.
struct Stamping<'a, I, J: Iterator> {
    of_record: &'a LiteMap<Address, Stamp>,
    /// The same, since the records are mostly in the order of their stamps.
    next: Peekable<J>,
    /// The record of the address before, and its stamp. Its addresses are neighbours.
    record: String,
    base: Option<&'a Stamp>,
    /// How many addresses of the record came before.
    position: u64,
    /// The stamps for values without one.
    without: I,
    problems: &'a mut Vec<Problem>,
}

impl<'a, I, J> Stamping<'a, I, J>
where
    I: Iterator<Item = Stamp>,
    J: Iterator<Item = (&'a Address, &'a Stamp)>,
{
    /// Goes on to an address, and returns the stamp that it has by its record.
    fn go_to(&mut self, address: &Address) -> Option<Stamp> {
        if !address.is_in(&self.record) {
            self.record.clear();
            self.record.push_str(address.record_text());
            let found = self.next.next_if(|(next, _)| next.as_str() == self.record);
            let found = found.map(|(_, stamp)| stamp);
            self.base = found.or_else(|| self.of_record.get(self.record.as_str()));
            self.position = 0;
        }
        self.position += 1;
        self.base?.plus(self.position - 1)
    }

    fn without(&mut self, address: &Address) -> Option<Stamp> {
        self.problems.push(Problem::NoStamp(address.clone()));
        self.without.next()
    }
}

/// Stamps of values, and of whole records.
struct Stamps {
    own: LiteMap<Address, Stamp>,
    /// By the record's address, which is written like that of a member of a set.
    of_record: LiteMap<Address, Stamp>,
}

impl Stamps {
    fn of(stamps: Vec<(Address, Stamp)>, records: &Set<RecordAddress>) -> Self {
        let (mut own, mut of_record) = (Vec::new(), Vec::new());
        // Both are mostly in order, so that the next record is the one to look at.
        let mut next = records.iter().peekable();
        for (address, stamp) in stamps {
            let text = address.as_str();
            // `sessions/s7` would be a member of a set, if the document had no such record.
            if next.next_if(|next| next.as_str() == text).is_some() || records.contains(text) {
                of_record.push((address, stamp));
            } else {
                own.push((address, stamp));
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

fn empty_records(plain: &Addressed<&Value>) -> impl Iterator<Item = RecordAddress> {
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

fn read_authors(entries: Map<String, Value>, problems: &mut Vec<Problem>) -> Authors {
    let mut authors = Authors::new();
    for (replica, name) in entries {
        match name {
            Value::String(name) => {
                authors.insert(ReplicaId::new(&replica), name);
            }
            _ => problems.push(Problem::entry(AUTHORS, replica)),
        }
    }
    authors
}
