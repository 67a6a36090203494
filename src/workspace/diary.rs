//! The diary: everything that is written on this page, line by line in the browser's journal.
//!
//! Storage can be full, and what it took is on the disk only some seconds later. So each edit also goes
//! into the journal, which answers when it is on the disk. When the app is opened, what the journal has
//! and the storage has not is taken in; what both have for a while leaves the journal.

use std::time::Duration;

use leptos::prelude::*;
use litemap::LiteMap;

use super::Workspace;
use crate::browser::clock;
use crate::browser::journal::{Journal, JournalError, Line};
use crate::bundle::Entry;
use crate::model::Id;
use crate::store::Written;

/// How long a line is kept, in milliseconds, even when local storage has its edits: browsers write local
/// storage to the disk some seconds later (4 to 35 were measured).
const SETTLES: u64 = 120_000;

/// How long a line waits for an exchange that is nowhere else: as long as the trash keeps one.
const WAITS: u64 = 30 * 24 * 60 * 60 * 1000;

/// How long the journal is given to answer: another page may hold it, or the disk be slow.
const ANSWERS_WITHIN: Duration = Duration::from_secs(10);

/// Whether what is written reaches the journal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum JournalState {
    /// It is being opened; what is written waits for it.
    #[default]
    Opening,
    /// It takes what is written.
    Open,
    /// The browser gives none: a crash can cost the last seconds.
    Closed,
    /// It refused the last line, and the next one has it too; or it has not answered for a while.
    Failing,
}

/// What is written on this page. Cheap to copy.
#[derive(Clone, Copy, Default)]
pub(super) struct Diary {
    journal: StoredValue<Option<Journal>, LocalStorage>,
    pub(super) state: RwSignal<JournalState>,
    /// The edits that are in no line yet, by exchange.
    edits: StoredValue<LiteMap<Id, Entry>>,
    /// Whole exchanges that are in no line yet.
    wholes: StoredValue<Vec<Written>>,
    /// The lines of this page: their number, exchange and moment.
    lines: StoredValue<Vec<(f64, Id, u64)>>,
    /// How often it was asked for something, and how often it has answered, which it does in order.
    asked: StoredValue<u32>,
    answered: StoredValue<u32>,
}

impl Diary {
    /// Opens the journal and takes in what the storage does not have.
    pub(super) fn open(self, workspace: Workspace) {
        self.ask();
        leptos::task::spawn_local(async move {
            let replayed = self.replay(workspace).await;
            self.note_answer();
            match replayed {
                Ok(()) => self.say(JournalState::Open),
                Err(error) => {
                    leptos::logging::warn!("{error}");
                    self.close();
                }
            }
        });
    }

    /// Returns whether what is written reaches the journal, as far as is known.
    pub(super) fn works(self) -> bool {
        self.state.get_untracked() == JournalState::Open
    }

    async fn replay(self, workspace: Workspace) -> Result<(), JournalError> {
        let journal = Journal::open().await?;
        if self.is_closed() {
            journal.close();
            return Ok(());
        }
        // What is written while the lines are read goes behind them.
        self.journal.set_value(Some(journal.clone()));
        self.write(&workspace);
        let lines = journal.lines().await?;
        let now = clock::now_ms();
        let archived = workspace.archived_at();
        let mut gone = Vec::new();
        for Line { number, text } in lines {
            // A line that this version cannot read waits for one that can.
            let Ok(written) = Written::read(&text) else { continue };
            let may_go = match workspace.document(&written.entry.id) {
                // Nothing of these lines was taken in yet, so what is stored is what was found.
                Some(open) => {
                    workspace.storage().lasts()
                        && open.is_stored()
                        && open.has(&written)
                        && written.is_older_than(SETTLES, now)
                }
                // What was written before an exchange left for a file is in that file.
                None => {
                    let left = archived.get(&written.entry.id);
                    left.is_some_and(|left| written.at <= *left)
                        || written.is_older_than(WAITS, now)
                }
            };
            if may_go {
                gone.push(number);
            } else if workspace.take_up_edits(&written) {
                workspace.mark_unsaved(written.entry.id);
            }
        }
        if gone.is_empty() { Ok(()) } else { journal.remove(&gone).await }
    }

    /// Notes edits, to be written with the next line.
    pub(super) fn note(self, edits: Entry) {
        self.edits.update_value(|waiting| match waiting.get_mut(&edits.id) {
            Some(others) => others.merge(&edits),
            None => {
                waiting.insert(edits.id.clone(), edits);
            }
        });
    }

    /// Notes a whole exchange, to be written with the next lines.
    pub(super) fn note_whole(self, whole: Written) {
        self.wholes.update_value(|wholes| wholes.push(whole));
    }

    /// Writes what was noted, and tells it to the other tabs.
    pub(super) fn write(self, workspace: &Workspace) {
        let journal = self.journal.get_value();
        if journal.is_none() && !self.is_closed() {
            return;
        }
        let mut lines = self.wholes.try_update_value(std::mem::take).unwrap_or_default();
        let now = clock::now_ms();
        let edits = self.edits.try_update_value(std::mem::take).unwrap_or_default();
        lines.extend(
            edits
                .into_iter()
                .filter_map(|(id, edits)| Some(workspace.document(&id)?.edits(edits, now))),
        );
        for line in lines {
            let text = line.text();
            workspace.tell(&text);
            if let Some(journal) = journal.clone() {
                leptos::task::spawn_local(self.add(journal, line, text));
            }
        }
    }

    /// Removes the lines of this page about an exchange that is stored for so long that it is on the
    /// disk by now.
    pub(super) fn trim(self, id: &Id, now: u64) {
        self.remove(self.take_lines(|of, at| of == id && now.abs_diff(at) > SETTLES));
    }

    /// Removes every line about an exchange that leaves this device.
    pub(super) fn forget(self, id: Id) {
        let Some(journal) = self.journal.get_value() else { return };
        // Those of this page at once: it may be left before all lines are read.
        self.remove(self.take_lines(|of, _| *of == id));
        leptos::task::spawn_local(async move {
            let is_about =
                |line: &Line| Written::read(&line.text).is_ok_and(|it| it.entry.id == id);
            match journal.lines().await {
                Ok(lines) => {
                    self.remove(
                        lines.into_iter().filter(is_about).map(|line| line.number).collect(),
                    );
                }
                Err(error) => leptos::logging::warn!("{error}"),
            }
        });
    }

    /// Takes lines of this page, by their exchange and moment, out of its list, and returns their numbers.
    fn take_lines(self, is_taken: impl Fn(&Id, u64) -> bool) -> Vec<f64> {
        let taken = self.lines.try_update_value(|lines| {
            let (taken, rest): (Vec<_>, Vec<_>) =
                std::mem::take(lines).into_iter().partition(|(_, of, at)| is_taken(of, *at));
            *lines = rest;
            taken.into_iter().map(|(number, ..)| number).collect()
        });
        taken.unwrap_or_default()
    }

    fn remove(self, numbers: Vec<f64>) {
        let Some(journal) = self.journal.get_value().filter(|_| !numbers.is_empty()) else {
            return;
        };
        leptos::task::spawn_local(async move {
            // They are looked at again when the app is opened.
            if let Err(error) = journal.remove(&numbers).await {
                leptos::logging::warn!("{error}");
            }
        });
    }

    async fn add(self, journal: Journal, line: Written, text: String) {
        self.ask();
        let added = journal.add(&text).await;
        self.note_answer();
        match added {
            Ok(number) => {
                self.lines.update_value(|lines| lines.push((number, line.entry.id, line.at)));
                self.say(JournalState::Open);
            }
            Err(error) => {
                leptos::logging::warn!("{error}");
                self.say(JournalState::Failing);
                if line.is_whole { self.note_whole(line) } else { self.note(line.entry) }
            }
        }
    }

    /// Lets go of the journal, which is returned: what is written from now on is noted nowhere.
    pub(super) fn release(self) -> Option<Journal> {
        let journal = self.journal.get_value();
        self.close();
        journal
    }

    /// Notes that the journal is asked for something, and says so if it does not answer.
    fn ask(self) {
        let number = self.asked.get_value() + 1;
        self.asked.set_value(number);
        let look = move || {
            if self.answered.get_value() < number {
                self.say(JournalState::Failing);
            }
        };
        set_timeout(look, ANSWERS_WITHIN);
    }

    fn note_answer(self) {
        self.answered.update_value(|answered| *answered += 1);
    }

    fn say(self, state: JournalState) {
        if !self.is_closed() {
            self.state.set(state);
        }
    }

    fn is_closed(self) -> bool {
        self.state.get_untracked() == JournalState::Closed
    }

    /// Notes nothing any more: there is no journal.
    fn close(self) {
        self.journal.set_value(None);
        self.state.set(JournalState::Closed);
    }
}
