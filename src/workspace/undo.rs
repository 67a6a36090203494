//! Undo and redo of what a person did in an exchange, also over a reload of the page.
//!
//! The steps belong to an exchange, to the tab, and to the person who writes in it: on a tablet that two
//! share, neither undoes what the other did. They are kept in the tab's own storage, where they take no
//! room from the exchanges.

use std::time::Duration;

use leptos::prelude::*;
use serde_json::{Value, json};

use super::{OpenExchange, Workspace};
use crate::browser::clock;
use crate::history::{Address, Before, Document, RecordAddress, Step, Steps, Way};
use crate::json;
use crate::model::{Id, Record};
use crate::store::{Kept, Session, keys};

/// How much is kept of all steps together, in characters. The oldest are forgotten first.
const MOST_KEPT: usize = 512 * 1024;

/// Typing goes on as one step while no pause is longer than this.
const PAUSE: Duration = Duration::from_secs(1);

/// Typing without a pause is a new step after this, so that undo never takes more than a sentence.
const BURST: Duration = Duration::from_secs(6);

/// What came of undoing or redoing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Undid {
    /// Where something was written.
    pub written: Vec<Address>,
    /// Where somebody else wrote since, and who did: this stays.
    pub left: Vec<(Address, String)>,
    /// Whether a file that was opened was taken back.
    pub is_file: bool,
}

/// The steps of one person in one exchange.
#[derive(Clone, Debug)]
struct OfPerson {
    id: Id,
    author: String,
    steps: Steps,
    /// How many steps there were when a file was taken in last.
    at_file: Option<usize>,
}

/// The steps of this tab, those that were used last behind.
#[derive(Clone, Copy, Default)]
pub(super) struct Undoing {
    all: StoredValue<Vec<OfPerson>>,
    /// When the last step began and when it was added to, in milliseconds since 1970.
    typing: StoredValue<(u64, u64)>,
    /// Whether something is not kept yet.
    is_new: StoredValue<bool>,
    /// Raised with every change.
    changes: RwSignal<usize>,
}

impl Undoing {
    /// Takes up what the tab has kept.
    pub(super) fn load(self) {
        let kept = Session::probe().and_then(|session| session.get(keys::UNDO));
        let read = kept.and_then(|text| serde_json::from_str::<Value>(&text).ok());
        let all = read.as_ref().and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        self.all.set_value(all.iter().filter_map(OfPerson::from_json).collect());
    }

    /// Keeps the steps, as far as there is room for them.
    pub(super) fn keep(self) {
        if !self.is_new.get_value() {
            return;
        }
        self.is_new.set_value(false);
        let Some(session) = Session::probe() else { return };
        let text = self.all.try_update_value(kept_text).unwrap_or_default();
        if !session.set(keys::UNDO, &text) {
            session.remove(keys::UNDO);
        }
    }

    /// Forgets everything, also what is kept.
    pub(super) fn forget_all(self) {
        self.all.set_value(Vec::new());
        self.is_new.set_value(false);
        if let Some(session) = Session::probe() {
            session.remove(keys::UNDO);
        }
        self.notify();
    }

    fn with<T: Default>(self, id: &Id, author: &str, act: impl FnOnce(&mut OfPerson) -> T) -> T {
        let outcome = self.all.try_update_value(|all| {
            let at = all.iter().position(|it| it.id == *id && it.author == author);
            let mut used = match at {
                Some(at) => all.remove(at),
                None => OfPerson::new(id.clone(), author.to_owned()),
            };
            let outcome = act(&mut used);
            all.push(used);
            outcome
        });
        self.is_new.set_value(true);
        self.notify();
        outcome.unwrap_or_default()
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

impl OfPerson {
    fn new(id: Id, author: String) -> Self {
        Self { id, author, steps: Steps::new(), at_file: None }
    }

    fn to_json(&self) -> Value {
        json!([self.id.as_str(), self.author, self.steps.to_json()])
    }

    fn from_json(json: &Value) -> Option<Self> {
        let [id, author, steps] = json.as_array()?.as_slice() else { return None };
        let steps = Steps::from_json(steps)?;
        Some(Self { steps, ..Self::new(Id::from(id.as_str()?), author.as_str()?.to_owned()) })
    }

    fn forget_oldest(&mut self) -> bool {
        self.at_file = self.at_file.and_then(|count| count.checked_sub(1));
        self.steps.forget_oldest()
    }
}

/// Returns the text in which steps are kept, after the oldest were forgotten if it was too long.
fn kept_text(all: &mut Vec<OfPerson>) -> String {
    let text = |all: &[OfPerson]| json::compact(&all.iter().map(OfPerson::to_json).collect());
    let mut kept = text(all);
    while kept.len() > MOST_KEPT {
        // A tenth at once, so that this is rare.
        for _ in 0..all.first().map_or(0, |oldest| 1 + oldest.steps.len() / 10) {
            if !all[0].forget_oldest() {
                all.remove(0);
                break;
            }
        }
        kept = text(all);
    }
    kept
}

impl Workspace {
    /// Follows which step would be undone or redone next in an exchange.
    fn next_step(&self, id: &Id, way: Way) -> Option<Vec<Address>> {
        self.undoing.changes.track();
        let author = self.device.with(|device| device.sender().label());
        self.undoing.all.with_value(|all| {
            let own = all.iter().find(|it| it.id == *id && it.author == author)?;
            Some(own.steps.next(way)?.addresses().cloned().collect())
        })
    }
}

impl OpenExchange {
    /// Returns where the next step that can be undone or redone wrote; `None` if there is none. Follows
    /// what is done.
    pub fn next_step(&self, way: Way) -> Option<Vec<Address>> {
        self.workspace.next_step(&self.id(), way)
    }

    /// Returns whether undo takes back an opened file next. Follows what is done.
    pub fn is_file_next(&self) -> bool {
        self.workspace.undoing.changes.track();
        let (_, author) = self.workspace.replica();
        let id = self.id();
        self.can_take_back().get()
            && self.workspace.undoing.all.with_value(|all| {
                let own = all.iter().find(|it| it.id == id && it.author == author);
                own.is_some_and(|own| own.at_file == Some(own.steps.len()))
            })
    }

    /// Undoes or redoes one step; `None` if there is none.
    pub fn go(&self, way: Way) -> Option<Undid> {
        if way == Way::Undo && untrack(|| self.is_file_next()) {
            self.take_back();
            return Some(Undid { is_file: true, ..Undid::default() });
        }
        let (_, author) = self.workspace.replica();
        let undone = self.workspace.undoing.with(&self.id(), &author, |own| {
            let mut undone = None;
            self.write(|document, writer, now| {
                undone = own.steps.go(way, document, writer, now)?;
                Ok(undone.as_ref().map_or_else(Document::new, |undone| undone.delta.clone()))
            });
            undone
        })?;
        self.workspace.undoing.typing.set_value((0, 0));
        self.read_again();
        let left = self.name_writers(undone.left);
        Some(Undid { written: undone.written, left, is_file: false })
    }

    /// Takes a record out of the trash: by undo if putting it there was the last step, so that it is not
    /// a step of its own. Returns whether there was anything to take out.
    pub fn bring_back<T: Record>(&self, id: &Id) -> bool {
        let mark = RecordAddress::new(T::COLLECTION, id.as_str()).deleted();
        if untrack(|| self.next_step(Way::Undo)) == Some(vec![mark]) {
            return self.go(Way::Undo).is_some_and(|undid| !undid.written.is_empty());
        }
        self.restore::<T>(id);
        self.exchange().with_untracked(|exchange| T::table(exchange).get(id).is_some())
    }

    /// Notes a step that was made just now.
    pub(super) fn note_step(&self, before: &Before, delta: &Document, is_typing: bool) {
        let undoing = self.workspace.undoing;
        let (_, author) = self.workspace.replica();
        let now = clock::now_ms();
        let may_join = is_typing && undoing.is_same_burst(now);
        let is_joined = undoing
            .with(&self.id(), &author, |own| own.steps.push(Step::new(before, delta), may_join));
        undoing.typing.update_value(|(began, last)| {
            *began = if is_joined { *began } else { now };
            *last = if is_typing { now } else { 0 };
        });
    }

    /// Notes that a file was taken in.
    pub(super) fn note_file(&self) {
        let (_, author) = self.workspace.replica();
        self.workspace.undoing.with(&self.id(), &author, |own| own.at_file = Some(own.steps.len()));
    }

    fn name_writers(&self, left: Vec<(Address, crate::history::Stamp)>) -> Vec<(Address, String)> {
        let name = |kept: &Kept, stamp: &crate::history::Stamp| {
            kept.entry().authors.get(&stamp.replica).cloned().unwrap_or_default()
        };
        self.with_kept(|kept| {
            left.into_iter().map(|(address, stamp)| (address, name(kept, &stamp))).collect()
        })
    }
}
