//! Handing a device over: everything of this app leaves it, and nothing else does.
//!
//! Other open tabs hold all exchanges too and would write them back. So they hear of it first, let go of
//! the storage and the journal, and begin anew once everything is removed.

use std::rc::Rc;

use leptos::prelude::*;

use super::Workspace;
use crate::browser::journal::Journal;
use crate::browser::{clock, leavings, page};
use crate::store::{Memory, Storage, keys};

/// How long other tabs are given to let go, in milliseconds.
const LETTING_GO: i32 = 400;

/// What is said to the other tabs, behind [`keys::HANDING_OVER`], once everything is removed.
const DONE: &str = "/done";

/// What caches of this app are called.
const CACHES: &str = "pe1";

impl Workspace {
    /// Removes everything that this app stored on this device, and begins anew.
    pub fn hand_over(&self) {
        let workspace = *self;
        leptos::task::spawn_local(async move {
            let storage = workspace.storage();
            let journal = workspace.let_go();
            // Tabs hear of it in two ways, since a browser may have one of them only. A full storage
            // refuses the mark.
            workspace.tell(keys::HANDING_OVER);
            // One that a killed browser left must not look like this one.
            let _ = storage.set(keys::HANDING_OVER, &clock::now_ms().to_string());
            clock::wait(LETTING_GO).await;
            remove_journal(journal).await;
            leavings::remove_caches(CACHES).await;
            leavings::remove_worker(&page::address()).await;
            remove_own_keys(&storage);
            workspace.tell(&format!("{}{DONE}", keys::HANDING_OVER));
            page::restart();
        });
    }

    /// Another tab put up or took down the mark.
    pub(super) fn see_hand_over(&self, has_begun: bool) {
        if has_begun {
            if let Some(journal) = self.let_go() {
                journal.close();
            }
        } else {
            page::restart();
        }
    }

    /// Hears what another tab says about it. Returns whether that is what it says.
    pub(super) fn hear_of_hand_over(&self, text: &str) -> bool {
        let Some(rest) = text.strip_prefix(keys::HANDING_OVER) else { return false };
        self.see_hand_over(rest != DONE);
        true
    }

    /// From now on what is written here stays in this page, which is about to end.
    fn let_go(&self) -> Option<Journal> {
        self.has_let_go.set_value(true);
        self.undoing.forget_all();
        self.storage.set_value(Rc::new(Memory::default()));
        self.diary.release()
    }
}

/// Removes the journal: its lines at once, the rest as soon as no other tab holds it.
async fn remove_journal(journal: Option<Journal>) {
    if let Some(journal) = journal {
        if let Err(error) = journal.clear().await {
            leptos::logging::warn!("{error}");
        }
        journal.close();
    }
    // Where the browser gives no IndexedDB there is none.
    let _ = Journal::delete().await;
}

/// Removes the keys of this app. The mark goes last: tabs that see it go begin anew.
fn remove_own_keys<S: Storage>(storage: &S) {
    let own = |key: &String| key.starts_with(keys::PREFIX) && key != keys::HANDING_OVER;
    for key in storage.keys().into_iter().filter(own) {
        storage.remove(&key);
    }
    storage.remove(keys::HANDING_OVER);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_keys_of_this_app_are_removed() {
        let storage = Memory::default();
        let own = ["pe1/device", "pe1/doc/x", "pe1/tail/x/t", "pe1/filler", keys::HANDING_OVER];
        for key in own.into_iter().chain(["theme", "pe10/x", "x/pe1/doc/x"]) {
            storage.set(key, "text").expect("set");
        }
        remove_own_keys(&storage);
        assert_eq!(storage.keys(), ["pe10/x", "theme", "x/pe1/doc/x"]);
    }
}
