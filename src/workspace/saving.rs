//! When what is written goes where: into the journal, to the other tabs, into the tab's own key and into
//! the document's.

use std::time::Duration;

use leptos::prelude::*;

use super::{OpenDocument, SaveState, Workspace};
use crate::browser::{clock, page};
use crate::bundle::Entry;
use crate::model::Id;
use crate::order;
use crate::store::{Refused, Storage};

/// How long the first unsaved keystroke waits for others at most.
pub const SAVE_WITHIN: Duration = Duration::from_millis(200);

/// How often a whole document is stored at most while a person writes, in milliseconds.
const FOLD_EVERY: u64 = 2_000;

/// How long after that it is looked whether it is there: long enough for what another tab stored at the
/// same moment to have arrived.
const CONFIRM_AFTER: Duration = Duration::from_millis(500);

/// How long it takes until what was refused is tried again: room may have been made elsewhere.
const TRY_AGAIN_AFTER: Duration = Duration::from_secs(5);

/// What waits to be stored. Cheap to copy.
#[derive(Clone, Copy, Default)]
pub(super) struct Waiting {
    /// The exchanges with something that is in no key of the storage yet.
    unsaved: StoredValue<order::Set<Id>>,
    /// The exchanges whose own key lacks something.
    unfolded: StoredValue<order::Set<Id>>,
    /// The exchanges of which it was not looked yet whether they are stored.
    unconfirmed: StoredValue<order::Set<Id>>,
    /// Whether a moment has been set to save.
    saving_soon: StoredValue<bool>,
    /// Whether a moment has been set to store whole documents.
    folding_soon: StoredValue<bool>,
    /// Whether a moment has been set to look whether they are stored.
    confirming_soon: StoredValue<bool>,
    /// When whole documents were stored last.
    folded_at: StoredValue<u64>,
    /// The exchanges with something that is only in this page.
    only_here: StoredValue<order::Set<Id>>,
}

impl Waiting {
    /// An exchange was saved to a file.
    pub(super) fn note_saved_elsewhere(self, id: &Id) {
        self.only_here.update_value(|only_here| {
            only_here.remove(id);
        });
    }

    /// An exchange left this device: nothing of it waits any more.
    pub(super) fn forget(self, id: &Id) {
        for waiting in [self.unsaved, self.unfolded, self.unconfirmed, self.only_here] {
            waiting.update_value(|waiting| {
                waiting.remove(id);
            });
        }
    }
}

impl Workspace {
    /// Notes what was just written on this page.
    pub(super) fn note_edits(&self, open: &OpenDocument, edits: Entry) {
        // What belongs to a file goes into the journal with it.
        if !open.is_taking() {
            self.diary.note(edits);
        }
        self.mark_unsaved(open.id());
    }

    /// Notes that an exchange changed otherwise than by edits: a file was taken in or back. The whole
    /// goes into the journal, since there is no other trace of it, and into storage at once.
    pub(super) fn note_whole(&self, open: &OpenDocument) {
        self.diary.note_whole(open.whole(clock::now_ms()));
        self.mark_unsaved(open.id());
        self.store_now();
    }

    /// Stores everything that is not stored yet, now, with whole documents.
    pub fn store_now(&self) {
        self.save();
        self.fold();
    }

    pub(super) fn mark_unsaved(&self, id: Id) {
        self.waiting.only_here.update_value(|only_here| {
            only_here.insert(id.clone());
        });
        self.waiting.unsaved.update_value(|unsaved| {
            unsaved.insert(id);
        });
        // A failed attempt stays in sight until one succeeds.
        if matches!(self.saved.get_untracked(), SaveState::Saved(_)) {
            self.say(SaveState::Unsaved);
        }
        if !self.waiting.saving_soon.get_value() {
            self.waiting.saving_soon.set_value(true);
            let workspace = *self;
            set_timeout(move || workspace.save(), SAVE_WITHIN);
        }
    }

    /// Says that something was not stored.
    pub(super) fn say_refused(&self, refused: Refused) {
        self.say(match refused {
            Refused::Full => SaveState::Full { is_in_journal: self.diary.works() },
            Refused::Newer => SaveState::Newer,
        });
    }

    /// Says where the data is, if that is anything new: what was refused is tried again and again, and
    /// nobody wants to hear or see that.
    fn say(&self, state: SaveState) {
        if self.saved.get_untracked() != state {
            self.saved.set(state);
        }
    }

    /// Puts down what was written: in the journal, for the other tabs, in this tab's own keys. Whole
    /// documents are stored seldom enough that typing does not feel it.
    fn save(&self) {
        self.waiting.saving_soon.set_value(false);
        self.diary.write(self);
        let unsaved = self.waiting.unsaved.try_update_value(std::mem::take).unwrap_or_default();
        let (documents, now) = (self.documents(), clock::now_ms());
        let mut refused = None;
        for id in unsaved {
            let Some(open) = self.document(&id) else { continue };
            if let Err(why) = open.put_tail(&documents, &self.tab.get_value(), now) {
                refused = Some(why);
            }
            self.waiting.unfolded.update_value(|unfolded| {
                unfolded.insert(id);
            });
        }
        match refused {
            Some(refused) => self.say_refused(refused),
            None if self.saved.get_untracked() == SaveState::Unsaved => self.say_saved(),
            None => {}
        }
        let since = now.abs_diff(self.waiting.folded_at.get_value());
        if since >= FOLD_EVERY || page::is_hidden() {
            self.fold();
        } else if !self.waiting.folding_soon.get_value() {
            self.waiting.folding_soon.set_value(true);
            let workspace = *self;
            set_timeout(move || workspace.fold(), Duration::from_millis(FOLD_EVERY - since));
        }
    }

    /// Stores whole documents.
    fn fold(&self) {
        self.waiting.folding_soon.set_value(false);
        self.undoing.keep();
        let unfolded = self.waiting.unfolded.try_update_value(std::mem::take).unwrap_or_default();
        if unfolded.is_empty() {
            return;
        }
        let (documents, now) = (self.documents(), clock::now_ms());
        self.waiting.folded_at.set_value(now);
        let mut refused = None;
        for id in unfolded {
            if let Some(Err(why)) = self.document(&id).map(|open| open.fold(&documents, now)) {
                refused = Some(why);
            }
            self.look_later(id);
        }
        match refused {
            Some(refused) => self.say_refused(refused),
            None if self.is_all_stored() => self.say_saved(),
            None => {}
        }
    }

    /// Returns whether nothing waits to be put down, and nothing that was put down was refused.
    fn is_all_stored(&self) -> bool {
        self.waiting.unsaved.with_value(order::Set::is_empty) && self.not_stored().is_empty()
    }

    /// Looks in a while whether an exchange is stored, and what closed tabs have left of it.
    pub(super) fn look_later(&self, id: Id) {
        self.waiting.unconfirmed.update_value(|unconfirmed| {
            unconfirmed.insert(id);
        });
        if !self.waiting.confirming_soon.get_value() {
            self.waiting.confirming_soon.set_value(true);
            let workspace = *self;
            set_timeout(move || workspace.confirm(), CONFIRM_AFTER);
        }
    }

    /// Tries once more to store what was refused, now that there is more room.
    pub(super) fn try_again(&self) {
        if !matches!(self.saved.get_untracked(), SaveState::Full { .. }) {
            return;
        }
        let refused = self.not_stored();
        if refused.is_empty() {
            self.say_saved();
        }
        for id in refused {
            self.mark_unsaved(id);
        }
    }

    /// Looks whether what was stored is there; what is not is stored again.
    fn confirm(&self) {
        self.waiting.confirming_soon.set_value(false);
        let unconfirmed =
            self.waiting.unconfirmed.try_update_value(std::mem::take).unwrap_or_default();
        let (documents, tab, now) = (self.documents(), self.tab.get_value(), clock::now_ms());
        for id in unconfirmed {
            let Some(open) = self.document(&id) else { continue };
            if open.confirm(&documents, &tab, now) == Ok(true) {
                // Without storage the journal is all there is.
                if documents.0.lasts() {
                    self.diary.trim(&id, now);
                }
                self.note_in_index(&id);
            } else {
                self.store_again(id);
            }
        }
        self.save_index();
        self.see_damage();
        self.look_again();
    }

    fn store_again(&self, id: Id) {
        let workspace = *self;
        let is_refused =
            !matches!(self.saved.get_untracked(), SaveState::Saved(_) | SaveState::Unsaved);
        let wait = if is_refused { TRY_AGAIN_AFTER } else { SAVE_WITHIN };
        set_timeout(move || workspace.mark_unsaved(id), wait);
    }

    /// Returns whether something that was written is neither stored nor in a file, and would be gone
    /// with the page.
    pub(super) fn is_only_here(&self) -> bool {
        let is_lost = match self.saved.get_untracked() {
            SaveState::NoStorage => true,
            SaveState::Full { is_in_journal } => !is_in_journal,
            SaveState::Saved(_) | SaveState::Unsaved | SaveState::Newer => false,
        };
        is_lost && !self.waiting.only_here.with_value(order::Set::is_empty)
    }

    fn say_saved(&self) {
        let minute = clock::local(&clock::instant(clock::now_ms())).map(|(_, minute)| minute);
        let lasts = self.storage().lasts();
        if lasts {
            self.waiting.only_here.set_value(order::Set::default());
        }
        self.say(if lasts { SaveState::Saved(minute) } else { SaveState::NoStorage });
    }
}
