//! The diary: everything that is written on this page, line by line in the browser's journal.
//!
//! Storage can be full, and what it took is on the disk only some seconds later. So each edit also goes
//! into the journal, which answers when it is on the disk. When the app is opened, what the journal has
//! and the storage has not is taken in; what both have for a while leaves the journal.

use leptos::prelude::*;
use litemap::LiteMap;

use super::Workspace;
use crate::browser::clock;
use crate::browser::journal::{Journal, JournalError, Line};
use crate::bundle::Entry;
use crate::model::Id;
use crate::store::Edits;

/// What is written on this page. Cheap to copy.
#[derive(Clone, Copy, Default)]
pub(super) struct Diary {
    journal: StoredValue<Option<Journal>, LocalStorage>,
    /// The edits that are not in the journal yet, by exchange.
    waiting: StoredValue<LiteMap<Id, Entry>>,
}

impl Diary {
    /// Opens the journal and takes in what the storage does not have.
    pub(super) fn open(self, workspace: Workspace) {
        leptos::task::spawn_local(async move {
            if let Err(error) = self.replay(workspace).await {
                // Storage still has everything that it took; only its delay is not covered.
                leptos::logging::warn!("{error}");
            }
        });
    }

    async fn replay(self, workspace: Workspace) -> Result<(), JournalError> {
        let journal = Journal::open().await?;
        let lines = journal.lines().await?;
        let now = clock::now_ms();
        let mut gone = Vec::new();
        for Line { number, text } in lines {
            let Some(edits) = Edits::read(&text) else { continue };
            // Nothing of these lines was taken in yet, so what an exchange has of them is stored.
            let open = workspace.find(&edits.entry.id);
            if open.is_some_and(|open| open.may_forget(&edits, now)) {
                gone.push(number);
            } else {
                workspace.replay(&edits);
            }
        }
        self.journal.set_value(Some(journal.clone()));
        self.write();
        if gone.is_empty() { Ok(()) } else { journal.remove(&gone).await }
    }

    /// Notes edits, to be written with the next line.
    pub(super) fn note(self, edits: Entry) {
        self.waiting.update_value(|waiting| match waiting.get_mut(&edits.id) {
            Some(others) => others.merge(&edits),
            None => {
                waiting.insert(edits.id.clone(), edits);
            }
        });
    }

    /// Writes what was noted.
    pub(super) fn write(self) {
        let Some(journal) = self.journal.get_value() else { return };
        let waiting = self.waiting.try_update_value(std::mem::take).unwrap_or_default();
        let at = clock::now_ms();
        for (_, entry) in waiting {
            let line = Edits { entry, at }.line();
            let journal = journal.clone();
            leptos::task::spawn_local(async move {
                if let Err(error) = journal.add(&line).await {
                    leptos::logging::warn!("{error}");
                }
            });
        }
    }
}
