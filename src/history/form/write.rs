//! Writing the stored form.

use super::{APART, AUTHORS, SEEN, STAMP, STAMPS, VALUE};
use crate::history::address::Address;
use crate::history::authors::Authors;
use crate::history::document::Document;
use crate::history::plain;
use crate::history::siblings::Sibling;
use crate::history::stamp::{ReplicaId, Stamp};
use crate::json::{Field, Tree};
use crate::order;

impl Document {
    /// The stored form: the readable document, and its history.
    pub fn write<'a>(&'a self, authors: &'a Authors) -> (Tree<'a>, Tree<'a>) {
        let plain = plain::build(self.shown_values());
        let sorted = self.sort_out(&plain.placed);
        let names = authors.iter().map(|(r, name)| (r.as_str().into(), Tree::text(name)));
        let parts = [
            (APART, Tree::Object(sorted.apart)),
            (AUTHORS, Tree::object(names)),
            (SEEN, self.seen.to_json()),
            (STAMPS, sorted.stamps.into_tree()),
        ];
        let parts = parts.into_iter().filter(|(_, entries)| !entries.is_empty());
        let history = Tree::Object(parts.map(|(part, entries)| (part.into(), entries)).collect());
        (plain.document(), history)
    }

    /// Decides for each value where it is told: by its stamp alone, since it stands in the document
    /// or is emptied, or with value and stamp under `apart`.
    ///
    /// `placed` says for each address, in order, whether its value stands in the document.
    fn sort_out(&self, placed: &[bool]) -> Sorted<'_> {
        let mut sorted = Sorted::default();
        // The addresses of a record are neighbours.
        let (mut record, mut of_record) = ("", Vec::new());
        for ((address, siblings), is_placed) in self.registers.iter().zip(placed) {
            let told_by_stamp = siblings.shown().filter(|shown| {
                *is_placed || shown.value.is_null() && self.has_free_entry(address, placed)
            });
            if let Some(Sibling { stamp, value }) = told_by_stamp {
                let told = if value.is_null() { Told::Emptied } else { Told::InDocument };
                let (its_record, ..) = address.parts_after(record);
                if its_record != record {
                    sorted.stamps.add(record, &of_record);
                    of_record.clear();
                    record = its_record;
                }
                of_record.push(Stamped { address, stamp, told });
            }
            if siblings.len() > usize::from(told_by_stamp.is_some()) {
                let others =
                    siblings.iter().filter(|s| Some(&s.stamp) != told_by_stamp.map(|t| &t.stamp));
                let others = Tree::List(others.map(sibling_to_json).collect());
                sorted.apart.push((address.as_str().into(), others));
            }
        }
        sorted.stamps.add(record, &of_record);
        sorted
    }

    /// Whether an emptied value can have its entry in `stamps`. It cannot where something of
    /// another structure stands: one key would need two meanings.
    fn has_free_entry(&self, address: &Address, placed: &[bool]) -> bool {
        let prefix = format!("{address}/");
        let placed_inside = &placed[self.place(&prefix)..];
        let mut inside = self.beginning_with(prefix).zip(placed_inside);
        match address.first_and_rest() {
            (_, None) => inside.next().is_none(),
            (field, Some(_)) => {
                let is_record = |inner: &Address, placed: bool| {
                    placed && inner.record_text() == address.as_str()
                };
                let has_field = self.registers.find_index(field).is_ok_and(|at| placed[at]);
                !has_field && !inside.any(|((inner, _), placed)| is_record(inner, *placed))
            }
        }
    }
}

/// What goes into `stamps` and what into `apart`.
#[derive(Default)]
struct Sorted<'a> {
    stamps: Stamps<'a>,
    /// In order of address.
    apart: Vec<Field<'a>>,
}

/// A value that is told by its stamp.
struct Stamped<'a> {
    address: &'a Address,
    stamp: &'a Stamp,
    told: Told,
}

#[derive(Clone, Copy, PartialEq)]
enum Told {
    InDocument,
    Emptied,
}

fn sibling_to_json(sibling: &Sibling) -> Tree<'_> {
    Tree::object([
        (STAMP.into(), stamp_to_json(sibling.stamp.number, &sibling.stamp.replica)),
        (VALUE.into(), Tree::Value(&sibling.value)),
    ])
}

fn stamp_to_json(number: u64, replica: &ReplicaId) -> Tree<'_> {
    Tree::List(vec![Tree::text(replica.as_str()), Tree::Number(number)])
}

/// The stamp for the whole record that spares the most entries, of equals the smallest.
fn base_stamp<'a>(record: &[Stamped<'a>]) -> Option<(u64, &'a ReplicaId)> {
    let first = record.first()?.stamp;
    let follows = |(i, Stamped { stamp, told, .. }): (u64, &Stamped<'_>)| {
        *told == Told::InDocument
            && stamp.number == first.number + i
            && stamp.replica == first.replica
    };
    // Mostly the record was written at once.
    if (0..).zip(record).all(follows) {
        return Some((first.number, &first.replica));
    }
    let mut bases: Vec<(u64, &ReplicaId)> = Vec::new();
    for (i, Stamped { stamp, told, .. }) in (0..).zip(record) {
        if *told == Told::InDocument && stamp.number > i {
            bases.push((stamp.number - i, &stamp.replica));
        }
    }
    order::sort_by(&mut bases, Ord::cmp);
    // Of equals `max_by_key` gives the last.
    let most = bases.chunk_by(|one, other| one == other).rev().max_by_key(|same| same.len())?;
    most.first().copied()
}

/// The part `stamps` as it is written: nested by the first part of the address.
#[derive(Default)]
struct Stamps<'a> {
    stamps: Vec<Field<'a>>,
    /// By the first part of their addresses, in the order of their coming.
    deeper: Vec<(&'a str, Vec<Field<'a>>)>,
}

impl<'a> Stamps<'a> {
    /// Adds what tells the stamps of a record, in order of address.
    fn add(&mut self, record: &'a str, stamped: &[Stamped<'a>]) {
        let base = if record.is_empty() { None } else { base_stamp(stamped) };
        let is_told = |(i, Stamped { stamp, told, .. }): &(u64, &Stamped<'a>)| {
            *told == Told::InDocument
                && base.is_some_and(|(number, replica)| {
                    number + i == stamp.number && *replica == stamp.replica
                })
        };
        if let Some((number, replica)) = base {
            self.insert(record, stamp_to_json(number, replica));
        }
        for (_, Stamped { address, stamp, .. }) in (0..).zip(stamped).filter(|it| !is_told(it)) {
            self.insert(address.as_str(), stamp_to_json(stamp.number, &stamp.replica));
        }
    }

    fn insert(&mut self, address: &'a str, stamp: Tree<'a>) {
        match address.split_once('/') {
            None => self.stamps.push((address.into(), stamp)),
            // Those with one first part are neighbours.
            Some((first, rest)) => match self.deeper.last_mut() {
                Some((last, stamps)) if *last == first => stamps.push((rest.into(), stamp)),
                _ => self.deeper.push((first, vec![(rest.into(), stamp)])),
            },
        }
    }

    fn into_tree(self) -> Tree<'a> {
        let deeper = self.deeper.into_iter();
        let deeper = deeper.map(|(first, stamps)| (first.into(), Tree::object(stamps)));
        Tree::object(self.stamps.into_iter().chain(deeper))
    }
}
