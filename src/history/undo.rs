//! Undo and redo: what a person did, step by step, and how each step is taken back.
//!
//! Taking a step back is an ordinary edit that writes what was there before. It touches an address only
//! where exactly that stands which the step wrote: what somebody else wrote there since, or wrote apart
//! from it, stays and is told. So nobody's undo can ever remove what another person did.
//!
//! An edit written by undo has a stamp of its own. The steps before it knew the value by its old stamp and
//! are told the new one, so that they can be taken back too.

use std::collections::VecDeque;

use litemap::LiteMap;
use serde_json::{Value, json};

use super::address::{Address, RecordAddress};
use super::document::Document;
use super::siblings::Siblings;
use super::stamp::Stamp;
use super::trash::{mark, names_stamps};
use super::writer::{CommitError, Writer};
use crate::order;

/// What stood at some addresses before they were written.
#[derive(Clone, Debug, Default)]
pub struct Before(LiteMap<Address, Siblings>);

/// One thing that a person did: what it wrote where, and what was there before.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    changes: Vec<Change>,
}

/// What a step did at one address.
#[derive(Clone, Debug, PartialEq)]
struct Change {
    address: Address,
    /// What was there, by stamp: normally one value, several where people had written apart, none where
    /// nothing was ever written.
    before: Vec<Value>,
    /// The stamps of what was there.
    was: Vec<Stamp>,
    /// The stamps of what the step wrote.
    wrote: Vec<Stamp>,
}

/// The steps of one person in one document, the last one behind.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Steps {
    done: VecDeque<Step>,
    undone: VecDeque<Step>,
}

/// What came of undoing or redoing a step.
#[derive(Clone, Debug, PartialEq)]
pub struct Undone {
    /// What was written; brings any other copy up to date by [`Document::merge`].
    pub delta: Document,
    /// Where something was written.
    pub written: Vec<Address>,
    /// Where somebody wrote since, and the last edit there: this stays.
    pub left: Vec<(Address, Stamp)>,
}

/// A direction on the way through the steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To what was before.
    Undo,
    /// Back to what was undone.
    Redo,
}

impl Way {
    /// The other way.
    pub fn back(self) -> Self {
        match self {
            Self::Undo => Self::Redo,
            Self::Redo => Self::Undo,
        }
    }
}

impl Document {
    /// What stands at some addresses now. To be asked before an edit of them.
    pub fn before(&self, addresses: impl IntoIterator<Item = Address>) -> Before {
        let held = |address: Address| Some((address.clone(), self.siblings(&address)?.clone()));
        Before(order::map(addresses.into_iter().filter_map(held)))
    }

    /// What stands at all addresses of a record now, or of the whole document.
    pub fn before_all(&self, record: &RecordAddress) -> Before {
        let held = self.of_record(record);
        Before(order::map(held.map(|(address, siblings)| (address.clone(), siblings.clone()))))
    }
}

impl Step {
    /// The step that an edit was; `before` is what stood at its addresses.
    pub fn new(before: &Before, delta: &Document) -> Self {
        let change = |(address, written): (&Address, &Siblings)| {
            let (before, was) = match before.0.get(address) {
                Some(siblings) => (values_of(siblings), stamps_of(siblings)),
                None => (Vec::new(), Vec::new()),
            };
            Change { address: address.clone(), before, was, wrote: stamps_of(written) }
        };
        Self { changes: delta.registers().map(change).collect() }
    }

    /// Where it wrote, in order.
    pub fn addresses(&self) -> impl Iterator<Item = &Address> {
        self.changes.iter().map(|change| &change.address)
    }

    /// Where it would write, and the value that would be shown there; none where it would empty.
    pub fn restores(&self) -> impl Iterator<Item = (&Address, Option<&Value>)> {
        self.changes.iter().map(|change| (&change.address, change.before.last()))
    }

    /// Takes in a step that follows at once: it then counts as part of this one. Returns false, and does
    /// nothing, if it is about other addresses, or if something else was written in between.
    fn join(&mut self, next: &Self) -> bool {
        let follows = |(mine, next): (&Change, &Change)| {
            mine.address == next.address && mine.wrote == next.was
        };
        let is_next = self.changes.len() == next.changes.len()
            && self.changes.iter().zip(&next.changes).all(follows);
        if is_next {
            for (mine, next) in self.changes.iter_mut().zip(&next.changes) {
                mine.wrote.clone_from(&next.wrote);
            }
        }
        is_next
    }

    /// Writes what was before wherever exactly that stands which the step wrote.
    fn take_back(
        &self,
        document: &mut Document,
        writer: &mut Writer,
        now_ms: u64,
    ) -> Result<(Self, Undone), CommitError> {
        let (mut edits, mut marks, mut left) = (Vec::new(), Vec::new(), Vec::new());
        let mut before = Vec::new();
        for Change { address, before: values, wrote, .. } in &self.changes {
            let held = document.siblings(address).cloned().unwrap_or_default();
            if stamps_of(&held) != *wrote {
                left.extend(
                    held.iter().next_back().map(|last| (address.clone(), last.stamp.clone())),
                );
                continue;
            }
            if address.is_deleted_mark() && values.iter().any(names_stamps) {
                marks.push(address.record());
            } else {
                let values = if values.is_empty() { vec![Value::Null] } else { values.clone() };
                edits.push((address.clone(), values));
            }
            before.push((address.clone(), held));
        }
        let mut delta = document.commit_apart(edits, writer, now_ms)?;
        // A mark names the stamps that the values have now.
        let marks = marks.into_iter().map(|record| {
            let named = document.stamps_of(&record).cloned().collect();
            (record.deleted(), mark(named))
        });
        let marks = marks.collect();
        delta.merge(&document.commit_in_order(marks, writer, now_ms)?);
        let way_back = Self::new(&Before(order::map(before)), &delta);
        let written = way_back.addresses().cloned().collect();
        Ok((way_back, Undone { delta, written, left }))
    }

    fn to_json(&self) -> Value {
        let stamps = |stamps: &[Stamp]| stamps.iter().map(Stamp::to_json).collect::<Value>();
        let change = |change: &Change| {
            json!([
                change.address.as_str(),
                change.before,
                stamps(&change.was),
                stamps(&change.wrote)
            ])
        };
        self.changes.iter().map(change).collect()
    }

    fn from_json(json: &Value) -> Option<Self> {
        let stamps = |json: &Value| {
            json.as_array()?.iter().map(Stamp::from_json).collect::<Option<Vec<Stamp>>>()
        };
        let change = |json: &Value| {
            let [Value::String(address), Value::Array(before), was, wrote] =
                json.as_array()?.as_slice()
            else {
                return None;
            };
            Some(Change {
                address: Address::parse(address).ok()?,
                before: before.clone(),
                was: stamps(was)?,
                wrote: stamps(wrote)?,
            })
        };
        let changes = json.as_array()?.iter().map(change).collect::<Option<_>>()?;
        Some(Self { changes })
    }
}

impl Steps {
    /// No steps.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds what was done last. What was undone before it can then not be redone any more. If
    /// `may_join`, it counts as part of the step before where it goes on with that; returns whether it
    /// does.
    pub fn push(&mut self, step: Step, may_join: bool) -> bool {
        self.undone.clear();
        let is_joined = may_join && self.done.back_mut().is_some_and(|last| last.join(&step));
        if !is_joined && !step.changes.is_empty() {
            self.done.push_back(step);
        }
        is_joined
    }

    /// How many steps can be undone.
    pub fn len(&self) -> usize {
        self.done.len()
    }

    /// Whether there is nothing to undo.
    pub fn is_empty(&self) -> bool {
        self.done.is_empty()
    }

    /// The step that would be undone or redone next.
    pub fn next(&self, way: Way) -> Option<&Step> {
        match way {
            Way::Undo => self.done.back(),
            Way::Redo => self.undone.back(),
        }
    }

    /// Undoes or redoes one step, and answers with what came of it; `None` if there is no step.
    ///
    /// # Errors
    /// If the writer has no numbers left; the step is then still there.
    pub fn go(
        &mut self,
        way: Way,
        document: &mut Document,
        writer: &mut Writer,
        now_ms: u64,
    ) -> Result<Option<Undone>, CommitError> {
        let Some(step) = self.next(way) else { return Ok(None) };
        let (way_back, undone) = step.take_back(document, writer, now_ms)?;
        let (from, to) = match way {
            Way::Undo => (&mut self.done, &mut self.undone),
            Way::Redo => (&mut self.undone, &mut self.done),
        };
        if let Some(step) = from.pop_back() {
            // What stands there again is known to the other steps by the stamps that it had before.
            let was = step.changes.iter().filter(|change| !change.was.is_empty());
            let was = order::map(was.map(|change| (&change.address, &change.was)));
            let again = way_back.changes.iter();
            let renamed = order::map(again.filter_map(|again| {
                Some((&again.address, (*was.get(&again.address)?, &again.wrote)))
            }));
            let others = from.iter_mut().chain(to.iter_mut());
            for change in others.flat_map(|other| &mut other.changes) {
                match renamed.get(&change.address) {
                    Some((old, new)) if change.wrote == **old => change.wrote = (*new).clone(),
                    _ => {}
                }
            }
        }
        if !way_back.changes.is_empty() {
            to.push_back(way_back);
        }
        Ok(Some(undone))
    }

    /// Forgets the oldest step. Returns false if there is none.
    pub fn forget_oldest(&mut self) -> bool {
        self.done.pop_front().or_else(|| self.undone.pop_front()).is_some()
    }

    /// The form in which steps are kept.
    pub fn to_json(&self) -> Value {
        let steps = |steps: &VecDeque<Step>| steps.iter().map(Step::to_json).collect::<Value>();
        json!({ "done": steps(&self.done), "undone": steps(&self.undone) })
    }

    /// Reads steps that were kept; `None` if they are not as they were written.
    pub fn from_json(json: &Value) -> Option<Self> {
        let steps = |name: &str| {
            json.get(name)?.as_array()?.iter().map(Step::from_json).collect::<Option<_>>()
        };
        Some(Self { done: steps("done")?, undone: steps("undone")? })
    }
}

fn stamps_of(siblings: &Siblings) -> Vec<Stamp> {
    siblings.iter().map(|sibling| sibling.stamp.clone()).collect()
}

fn values_of(siblings: &Siblings) -> Vec<Value> {
    siblings.iter().map(|sibling| sibling.value.clone()).collect()
}
