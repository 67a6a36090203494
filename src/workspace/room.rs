//! Room on this device: how much is taken, and what can leave.

use leptos::prelude::*;
use litemap::LiteMap;

use super::{OpenDocument, OpenExchange, STORAGE_CHARACTERS, Workspace};
use crate::browser::clock;
use crate::derived::{Derived, memo};
use crate::model::{Id, allowance};
use crate::order;
use crate::store::{Refused, Room, Stub};

/// From how much on it is said that the storage fills up, in per cent.
const FILLING: usize = 70;

/// From how much on there is a warning, in per cent.
const NEARLY_FULL: usize = 90;

/// Whether the storage needs attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fullness {
    /// There is room.
    Roomy,
    /// It fills up.
    Filling,
    /// Soon nothing more will fit.
    NearlyFull,
}

impl Fullness {
    /// Returns how full the storage is with so many characters in it.
    pub fn of(characters: usize) -> Self {
        match percent_used(characters) {
            NEARLY_FULL.. => Self::NearlyFull,
            FILLING.. => Self::Filling,
            _ => Self::Roomy,
        }
    }
}

/// Returns how many per cent of what browsers let a page store so many characters are, rounded down and
/// never above 100.
pub fn percent_used(characters: usize) -> usize {
    (characters.saturating_mul(100) / STORAGE_CHARACTERS).min(100)
}

impl Workspace {
    /// Returns what takes how much room; follows what is stored.
    pub fn room(&self) -> Room {
        self.follow_storage();
        Room::of(&self.storage())
    }

    /// Returns the exchanges that are in the trash.
    pub fn trash(&self) -> Derived<Vec<OpenExchange>> {
        let workspace = *self;
        memo(move || {
            let ids = workspace.here.get();
            let deleted = ids.iter().filter(|id| workspace.is_deleted(id));
            deleted.filter_map(|id| workspace.find(id)).collect()
        })
    }

    /// Returns how many characters are stored of some exchanges; follows what is stored.
    pub fn characters_of(&self, exchanges: &[OpenExchange]) -> usize {
        self.follow_storage();
        let documents = self.documents();
        exchanges.iter().map(|open| documents.characters_of(&open.id())).sum()
    }

    /// Returns how many characters the older texts take that can go; follows what is stored.
    pub fn spare_characters(&self) -> usize {
        self.follow_storage();
        self.documents().spare_characters()
    }

    /// Removes the older texts beside exchanges that can be read.
    pub fn remove_spare(&self) {
        self.documents().remove_spare();
        self.made_room();
    }

    /// Takes in what other tabs wrote of an exchange and did not tell yet.
    pub fn catch_up(&self, open: &OpenDocument) {
        for edits in self.documents().tails(&open.id()) {
            if open.take_up(&edits) {
                self.mark_unsaved(open.id());
            }
        }
    }

    /// Removes an exchange from this device for good.
    ///
    /// # Errors
    /// If what other tabs wrote of it cannot be taken in first; it stays then.
    pub fn remove(&self, open: &OpenDocument) -> Result<(), Refused> {
        self.store_now();
        open.remove(&self.documents(), clock::now_ms())?;
        self.let_leave(open);
        Ok(())
    }

    /// Removes an exchange that was saved to a file from this device, and leaves a line that says in
    /// which file it is.
    ///
    /// # Errors
    /// If there is no room for that line; the exchange stays then.
    pub fn archive(&self, open: &OpenExchange, file_name: String) -> Result<(), Refused> {
        self.store_now();
        let now = clock::now_ms();
        let owned = |names: Vec<&str>| names.into_iter().map(str::to_owned).collect();
        let stub = open.exchange().with_untracked(|exchange| Stub {
            id: open.id(),
            title: exchange.about.title.clone(),
            hosts: owned(exchange.hosts()),
            visitors: owned(exchange.visitors()),
            dates: exchange.about.dates,
            uses: allowance::of_exchange(exchange),
            archived_at: clock::instant(now),
            file_name,
        });
        open.archive(&self.documents(), &stub, now)?;
        self.let_leave(open);
        Ok(())
    }

    /// Returns what stays of archived exchanges that are not here again; follows it.
    pub fn stubs(&self) -> Vec<Stub> {
        self.looked.track();
        let here = self.here.get();
        self.documents().stubs().into_iter().filter(|stub| !here.contains(&stub.id)).collect()
    }

    /// Removes the line that says in which file an exchange is.
    pub fn remove_stub(&self, id: &Id) {
        self.documents().remove_stub(id);
        self.look_again();
    }

    /// Puts such a line back.
    pub fn put_stub_back(&self, stub: &Stub) {
        if let Err(refused) = self.documents().put_stub(stub) {
            self.say_refused(refused.into());
        }
        self.look_again();
    }

    /// Returns until when exchanges may have been archived, in milliseconds since 1970: the moment is
    /// known to the second.
    pub(super) fn archived_at(&self) -> LiteMap<Id, u64> {
        let stubs = self.documents().stubs().into_iter();
        order::map(stubs.map(|stub| (stub.id, clock::ms(&stub.archived_at).saturating_add(999))))
    }

    /// Lets what follows the storage look at it again.
    pub(super) fn look_again(&self) {
        self.looked.update(|times| *times += 1);
    }

    fn follow_storage(&self) {
        self.saved.track();
        self.looked.track();
        self.here.track();
    }

    /// An exchange is no longer stored: nothing here holds it or brings it back.
    fn let_leave(&self, open: &OpenDocument) {
        let id = open.id();
        self.drop_open(&id);
        self.save_index();
        self.diary.forget(id.clone());
        self.change_device(|device| {
            device.saved_to_file.remove(&id);
        });
        self.made_room();
    }

    /// What did not fit before may fit now.
    fn made_room(&self) {
        self.look_again();
        self.try_again();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_storage_fills_up_from_seventy_per_cent_and_is_nearly_full_from_ninety() {
        let percent = |percent: usize| (STORAGE_CHARACTERS * percent).div_ceil(100);
        for (characters, fullness, rounded) in [
            (0, Fullness::Roomy, 0),
            (percent(70) - 1, Fullness::Roomy, 69),
            (percent(70), Fullness::Filling, 70),
            (percent(90) - 1, Fullness::Filling, 89),
            (percent(90), Fullness::NearlyFull, 90),
            (STORAGE_CHARACTERS, Fullness::NearlyFull, 100),
            (usize::MAX, Fullness::NearlyFull, 100),
        ] {
            assert_eq!(Fullness::of(characters), fullness, "{characters}");
            assert_eq!(percent_used(characters), rounded.min(100), "{characters}");
        }
    }
}
