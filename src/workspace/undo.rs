//! Undo and redo of what a person did in an exchange, also over a reload of the page.
//!
//! The steps belong to an exchange, to the tab, and to the person who writes in it: on a tablet that two
//! share, neither undoes what the other did. They are kept in the tab's own storage, where they take no
//! room from the exchanges.

use std::mem;
use std::time::Duration;

use leptos::prelude::*;

use super::steps::{OfPerson, TabSteps};
use super::{FileStays, OpenDocument, OpenExchange};
use crate::browser::clock;
use crate::history::{Address, Before, Document, RecordAddress, Stamp, Step, Way, Writer};
use crate::model::{Assessment, Exchange, Id, Kind, Objective, Record};
use crate::store::{Session, keys};

/// Typing goes on as one step while no pause is longer than this.
const PAUSE: Duration = Duration::from_secs(1);

/// Typing without a pause is a new step after this, so that undo never takes more than a sentence.
const BURST: Duration = Duration::from_secs(6);

/// What undo or redo does next.
#[derive(Clone, Debug, PartialEq)]
pub enum Next {
    /// It takes back the file that was opened last.
    File,
    /// It takes back a step, or does it again.
    Step(NamedStep),
}

/// A step with what it is named after.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedStep {
    /// The kind of document that it is made in.
    pub kind: Kind,
    /// Where it writes, in order.
    pub addresses: Vec<Address>,
    /// The record that it is about, if it is only one: also where it is in the trash, or comes back only
    /// by this step.
    pub names: Box<Exchange>,
}

/// What came of undoing or redoing.
#[derive(Clone, Debug, PartialEq)]
pub enum Undid {
    /// A file was taken back in so many exchanges, or stays in all of them.
    File(Result<usize, FileStays>),
    /// A step was taken back, or done again.
    Step {
        /// Which one.
        step: NamedStep,
        /// Where something was written.
        written: Vec<Address>,
        /// Where somebody else wrote since, and who did: this stays.
        left: Vec<(Address, String)>,
    },
}

/// The steps of this tab, those that were used last behind.
#[derive(Clone, Copy, Default)]
pub(super) struct Undoing {
    /// None before they are asked for: a page that only shows does not need them.
    all: StoredValue<Option<TabSteps>>,
    /// When the last step began and when it was added to, in milliseconds since 1970.
    typing: StoredValue<(u64, u64)>,
    /// Whether something is not kept yet.
    is_new: StoredValue<bool>,
    /// Raised with every change.
    changes: RwSignal<usize>,
}

impl Undoing {
    /// Keeps the steps, as far as there is room for them.
    pub(super) fn keep(self) {
        if !self.is_new.get_value() {
            return;
        }
        self.is_new.set_value(false);
        let Some(session) = Session::probe() else { return };
        let text = self.with_all(TabSteps::text);
        if !session.set(keys::UNDO, &text) {
            session.remove(keys::UNDO);
        }
    }

    /// Forgets everything, also what is kept.
    pub(super) fn forget_all(self) {
        self.all.set_value(Some(TabSteps::default()));
        self.is_new.set_value(false);
        if let Some(session) = Session::probe() {
            session.remove(keys::UNDO);
        }
        self.notify();
    }

    fn with_all<T: Default>(self, act: impl FnOnce(&mut TabSteps) -> T) -> T {
        let act = |all: &mut Option<TabSteps>| act(all.get_or_insert_with(kept));
        // A stored value is gone only with the whole page.
        self.all.try_update_value(act).unwrap_or_default()
    }

    /// Lets the steps of a person in an exchange change.
    fn change<T: Default>(self, id: &Id, author: &str, act: impl FnOnce(&mut OfPerson) -> T) -> T {
        let outcome = self.with_all(|all| all.used(id, author, act));
        self.is_new.set_value(true);
        self.notify();
        outcome
    }

    /// Asks the steps of a person in an exchange, if there are any. Follows their changes.
    fn ask<T>(self, id: &Id, author: &str, ask: impl FnOnce(&OfPerson) -> T) -> Option<T> {
        self.changes.track();
        self.with_all(|all| all.of(id, author).map(ask))
    }

    fn notify(self) {
        self.changes.update(|changes| *changes += 1);
    }

    /// Whether a step that is made now goes on with the typing before it.
    fn is_same_burst(self, now: u64) -> bool {
        let (began, last) = self.typing.get_value();
        let is_within =
            |since: u64, most: Duration| Duration::from_millis(now.abs_diff(since)) <= most;
        is_within(last, PAUSE) && is_within(began, BURST)
    }
}

/// Returns what the tab has kept.
fn kept() -> TabSteps {
    let text = Session::probe().and_then(|session| session.get(keys::UNDO));
    text.map(|text| TabSteps::read(&text)).unwrap_or_default()
}

impl OpenExchange {
    /// Takes a record out of the trash: by undo if putting it there was the last step, so that it is not
    /// a step of its own. Returns whether there was anything to take out.
    pub fn bring_back<T: Record>(&self, id: &Id) -> bool {
        let mark = RecordAddress::new(T::COLLECTION, id.as_str()).deleted();
        let is_last = |own: &OfPerson| {
            own.steps.next(Way::Undo).is_some_and(|step| step.addresses().eq([&mark]))
        };
        let author = untrack(|| self.workspace.author());
        let undo = untrack(|| {
            let asked = self.workspace.undoing.ask(&self.id(), &author, is_last);
            !self.is_file_next() && asked == Some(true)
        });
        if undo {
            let undid = self.go(Way::Undo);
            return matches!(undid, Some(Undid::Step { written, .. }) if !written.is_empty());
        }
        self.restore::<T>(id);
        self.exchange().with_untracked(|exchange| T::table(exchange).get(id).is_some())
    }
}

impl OpenDocument {
    /// Returns what undo or redo does next; `None` if there is nothing. Follows what is done.
    pub fn next(&self, way: Way) -> Option<Next> {
        if way == Way::Undo && self.is_file_next() {
            return Some(Next::File);
        }
        let author = self.workspace.author();
        let step = |own: &OfPerson| {
            let step = own.steps.next(way)?;
            let addresses = step.addresses().cloned().collect();
            let names = Box::new(self.names_for(step));
            Some(Next::Step(NamedStep { kind: self.kind(), addresses, names }))
        };
        self.workspace.undoing.ask(&self.id(), &author, step)?
    }

    /// Undoes or redoes one step; `None` if there is none.
    pub fn go(&self, way: Way) -> Option<Undid> {
        let Next::Step(step) = untrack(|| self.next(way))? else {
            return Some(Undid::File(self.take_back()));
        };
        let author = untrack(|| self.workspace.author());
        let undone = self.workspace.undoing.change(&self.id(), &author, |own| {
            let mut undone = None;
            let go = |document: &mut Document, writer: &mut Writer, now| {
                undone = own.steps.go(way, document, writer, now)?;
                Ok(undone.as_mut().map(|undone| mem::take(&mut undone.delta)).unwrap_or_default())
            };
            self.write(go, |_| {});
            undone
        })?;
        self.workspace.undoing.typing.set_value((0, 0));
        self.read_again();
        let left = self.name_writers(undone.left);
        // It is told by the names that are in sight now: those of the way back.
        let step = match untrack(|| self.next(way.back())) {
            Some(Next::Step(way_back)) if !undone.written.is_empty() => way_back,
            _ => step,
        };
        Some(Undid::Step { step, written: undone.written, left })
    }

    /// Returns whether undo takes back an opened file next. Follows what is done.
    fn is_file_next(&self) -> bool {
        let author = self.workspace.author();
        let is_next = |own: &OfPerson| own.at_file == Some(own.steps.len());
        let asked = self.workspace.undoing.ask(&self.id(), &author, is_next);
        self.can_take_back().get() && asked == Some(true)
    }

    /// Returns the one record that a step is about, with what it is named after; nothing if there are
    /// several.
    fn names_for(&self, step: &Step) -> Exchange {
        let mut names = Exchange::default();
        let mut records: Vec<RecordAddress> = step.addresses().map(Address::record).collect();
        records.dedup();
        let [record] = records.as_slice() else { return names };
        let (Some(collection), Some(id)) = (record.collection(), record.id()) else { return names };
        let id = Id::from(&*id);
        self.with_kept(|kept| {
            let document = &kept.entry().document;
            let mut plain = document.plain_record(record).unwrap_or_default();
            // What is not there now and comes with the step.
            for (address, value) in step.restores().filter(|(at, _)| at.set_member().is_none()) {
                if let Some(value) = value.filter(|value| !value.is_null()) {
                    plain.entry(address.field()).or_insert_with(|| value.clone());
                }
            }
            names.replace(&collection, &id, Some(&plain));
            // An objective's assessment has the objective's id and is named after it.
            let objective = RecordAddress::new(Objective::COLLECTION, id.as_str());
            if collection == Assessment::COLLECTION
                && let Some(plain) = document.plain_record(&objective)
            {
                names.replace(Objective::COLLECTION, &id, Some(&plain));
            }
        });
        names
    }

    /// Notes a step that was made just now.
    pub(super) fn note_step(&self, before: &Before, delta: &Document, is_typing: bool) {
        let undoing = self.workspace.undoing;
        let author = untrack(|| self.workspace.author());
        let now = clock::now_ms();
        let may_join = is_typing && undoing.is_same_burst(now);
        let is_joined = undoing
            .change(&self.id(), &author, |own| own.steps.push(Step::new(before, delta), may_join));
        undoing.typing.update_value(|(began, last)| {
            *began = if is_joined { *began } else { now };
            *last = if is_typing { now } else { 0 };
        });
    }

    /// Notes that a file was taken in.
    ///
    /// - `is_new`: Whether only the file brought the exchange.
    pub(super) fn note_file(&self, is_new: bool) {
        let title = self.title();
        self.workspace.files.update_value(|files| files.add(self.id(), title, is_new));
        let author = untrack(|| self.workspace.author());
        self.workspace
            .undoing
            .change(&self.id(), &author, |own| own.at_file = Some(own.steps.len()));
    }

    fn name_writers(&self, left: Vec<(Address, Stamp)>) -> Vec<(Address, String)> {
        self.with_kept(|kept| {
            let name = |stamp: &Stamp| kept.entry().author(stamp).to_owned();
            left.into_iter().map(|(address, stamp)| (address, name(&stamp))).collect()
        })
    }
}
