//! Undo and redo of what a person did in an exchange, also over a reload of the page.
//!
//! The steps belong to an exchange, to the tab, and to the person who writes in it: on a tablet that two
//! share, neither undoes what the other did. They are kept in the tab's own storage, where they take no
//! room from the exchanges.

use std::mem;
use std::time::Duration;

use leptos::prelude::*;
use serde_json::{Value, json};

use super::OpenExchange;
use crate::browser::clock;
use crate::bundle::strict_json;
use crate::history::{Address, Before, Document, RecordAddress, Stamp, Step, Steps, Way, Writer};
use crate::json;
use crate::model::{Id, Record};
use crate::store::{Session, keys};

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
    /// None before they are asked for: a page that only shows does not need them.
    all: StoredValue<Option<Vec<OfPerson>>>,
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
        let text = self.with_all(kept_text);
        if !session.set(keys::UNDO, &text) {
            session.remove(keys::UNDO);
        }
    }

    /// Forgets everything, also what is kept.
    pub(super) fn forget_all(self) {
        self.all.set_value(Some(Vec::new()));
        self.is_new.set_value(false);
        if let Some(session) = Session::probe() {
            session.remove(keys::UNDO);
        }
        self.notify();
    }

    fn with_all<T: Default>(self, act: impl FnOnce(&mut Vec<OfPerson>) -> T) -> T {
        let act = |all: &mut Option<Vec<OfPerson>>| act(all.get_or_insert_with(kept));
        // A stored value is gone only with the whole page.
        self.all.try_update_value(act).unwrap_or_default()
    }

    /// Lets the steps of a person in an exchange change.
    fn change<T: Default>(self, id: &Id, author: &str, act: impl FnOnce(&mut OfPerson) -> T) -> T {
        let outcome = self.with_all(|all| {
            let at = all.iter().position(|it| it.is_of(id, author));
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
        outcome
    }

    /// Asks the steps of a person in an exchange, if there are any. Follows their changes.
    fn ask(self, id: &Id, author: &str, ask: impl FnOnce(&OfPerson) -> bool) -> bool {
        self.changes.track();
        self.with_all(|all| all.iter().find(|it| it.is_of(id, author)).is_some_and(ask))
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

    fn is_of(&self, id: &Id, author: &str) -> bool {
        self.id == *id && self.author == author
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

/// Returns what the tab has kept.
fn kept() -> Vec<OfPerson> {
    let text = Session::probe().and_then(|session| session.get(keys::UNDO));
    let read = text.and_then(|text| strict_json(&text).ok());
    let all = read.as_ref().and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    all.iter().filter_map(OfPerson::from_json).collect()
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

impl OpenExchange {
    /// Returns whether there is a step to undo or redo. Follows what is done.
    pub fn can_go(&self, way: Way) -> bool {
        let author = self.workspace.author();
        self.workspace.undoing.ask(&self.id(), &author, |own| own.steps.next(way).is_some())
            || way == Way::Undo && self.is_file_next()
    }

    /// Undoes or redoes one step; `None` if there is none.
    pub fn go(&self, way: Way) -> Option<Undid> {
        if way == Way::Undo && untrack(|| self.is_file_next()) {
            self.take_back();
            return Some(Undid { is_file: true, ..Undid::default() });
        }
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
        Some(Undid { written: undone.written, left, is_file: false })
    }

    /// Takes a record out of the trash: by undo if putting it there was the last step, so that it is not
    /// a step of its own. Returns whether there was anything to take out.
    pub fn bring_back<T: Record>(&self, id: &Id) -> bool {
        let mark = RecordAddress::new(T::COLLECTION, id.as_str()).deleted();
        let is_last = |own: &OfPerson| {
            own.steps.next(Way::Undo).is_some_and(|step| step.addresses().eq([&mark]))
        };
        let author = untrack(|| self.workspace.author());
        let undo = untrack(|| {
            !self.is_file_next() && self.workspace.undoing.ask(&self.id(), &author, is_last)
        });
        if undo {
            return self.go(Way::Undo).is_some_and(|undid| !undid.written.is_empty());
        }
        self.restore::<T>(id);
        self.exchange().with_untracked(|exchange| T::table(exchange).get(id).is_some())
    }

    /// Returns whether undo takes back an opened file next. Follows what is done.
    fn is_file_next(&self) -> bool {
        let author = self.workspace.author();
        let is_next = |own: &OfPerson| own.at_file == Some(own.steps.len());
        self.can_take_back().get() && self.workspace.undoing.ask(&self.id(), &author, is_next)
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
    pub(super) fn note_file(&self) {
        let author = untrack(|| self.workspace.author());
        self.workspace
            .undoing
            .change(&self.id(), &author, |own| own.at_file = Some(own.steps.len()));
    }

    fn name_writers(&self, left: Vec<(Address, Stamp)>) -> Vec<(Address, String)> {
        self.with_kept(|kept| {
            let name = |stamp: &Stamp| {
                kept.entry().authors.get(&stamp.replica).cloned().unwrap_or_default()
            };
            left.into_iter().map(|(address, stamp)| (address, name(&stamp))).collect()
        })
    }
}
