//! The keys of documents: what stands under them, and how they are written.

use super::{Storage, StorageError, Stub, Unreadable, Written, characters, keys, text};
use crate::bundle::Entry;
use crate::model::Id;
use crate::order;

/// How long another tab's tail is left alone, in milliseconds, even when the stored document has its
/// edits: the tab may be writing right now.
const TAIL_RESTS: u64 = 60_000;

/// The documents of a storage.
pub struct Documents<S>(pub S);

/// A damaged text that was moved out of the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// Where it is kept now.
    pub key: String,
    /// The document that it was stored as.
    pub id: Id,
    /// The text as it was found.
    pub text: String,
}

impl<S: Storage> Documents<S> {
    /// Returns the ids of all documents of which anything is stored, in order.
    pub fn ids(&self) -> Vec<Id> {
        ids_in(&self.0.keys())
    }

    /// Returns the stored text of a document as it is.
    pub fn text(&self, id: &Id) -> Option<String> {
        self.0.get(&keys::document(id))
    }

    /// Returns all documents in order, each with the check at the end of its text if there is nothing
    /// else of it that would have to be taken in.
    pub fn checks(&self) -> Vec<(Id, Option<String>)> {
        let keys = self.0.keys();
        let tails: order::Set<Id> = keys.iter().filter_map(|key| keys::tail_id(key)).collect();
        let check = |id: &Id| {
            let end = self.0.end(&keys::document(id), text::CHECK_LENGTH)?;
            text::check_in(&end).map(str::to_owned)
        };
        let ids = ids_in(&keys).into_iter();
        ids.map(|id| (id.clone(), (!tails.contains(&id)).then(|| check(&id)).flatten())).collect()
    }

    /// Returns whether a document's text can be read, as far as can be told without reading it.
    pub fn is_whole(&self, id: &Id) -> bool {
        self.text(id).is_some_and(|text| text::is_whole(&text))
    }

    /// Writes a document and returns the text that now stands in storage.
    ///
    /// # Errors
    /// If there is no room, not even without older texts; the old text is still there then.
    pub fn put(&self, written: &Written) -> Result<String, StorageError> {
        let text = written.text();
        self.put_text(&keys::document(&written.entry.id), &text)?;
        Ok(text)
    }

    /// Writes what a tab wrote of a document.
    ///
    /// # Errors
    /// If there is no room, not even without older texts; the old text is still there then.
    pub fn put_tail(&self, tab: &str, edits: &Written) -> Result<(), StorageError> {
        self.put_text(&keys::tail(&edits.entry.id, tab), &edits.text())
    }

    /// Removes what a tab wrote of a document.
    pub fn remove_tail(&self, tab: &str, id: &Id) {
        self.0.remove(&keys::tail(id, tab));
    }

    /// Returns the tails of a document that can be read. Damaged ones are set aside; those of a newer
    /// version, and damaged ones for which there is no room, stay where they are.
    pub fn tails(&self, id: &Id) -> Vec<Written> {
        let mut tails = Vec::new();
        for key in self.tail_keys(id) {
            let text = self.0.get(&key).unwrap_or_default();
            match Written::read_as(id, &text) {
                Ok(edits) => tails.push(edits),
                Err(Unreadable::Newer) => {}
                Err(Unreadable::Damaged(_)) => {
                    if self.set_aside(id, &text).is_ok() {
                        self.0.remove(&key);
                    }
                }
            }
        }
        tails
    }

    /// Removes the tails that other tabs left and whose edits the stored document has.
    pub fn tidy(&self, stored: &Entry, tab: &str, now: u64) {
        let id = &stored.id;
        let own = keys::tail(id, tab);
        for key in self.tail_keys(id).into_iter().filter(|key| *key != own) {
            let text = self.0.get(&key).unwrap_or_default();
            let is_in =
                |edits: Written| edits.is_older_than(TAIL_RESTS, now) && edits.is_in(stored);
            if Written::read_as(id, &text).is_ok_and(is_in) {
                self.0.remove(&key);
            }
        }
    }

    /// Returns the text of a document as it was when the app was opened, if it was changed since.
    pub fn before(&self, id: &Id) -> Option<String> {
        self.0.get(&keys::before(id))
    }

    /// Keeps a document's text as it was when the app was opened, if there is room.
    pub fn keep_before(&self, id: &Id, text: &str) {
        // It only helps where the newer text is damaged. A person's words go first.
        let _ = self.0.set(&keys::before(id), text);
    }

    /// Removes a document's older text.
    pub fn forget_before(&self, id: &Id) {
        self.0.remove(&keys::before(id));
    }

    /// Keeps a damaged text under a key of its own. The same text is kept once.
    ///
    /// # Errors
    /// If there is no room; nothing has changed then.
    pub fn set_aside(&self, id: &Id, text: &str) -> Result<(), StorageError> {
        let mut number = 1;
        while let Some(other) = self.0.get(&keys::quarantine(id, number)) {
            if other == text {
                return Ok(());
            }
            number += 1;
        }
        self.put_text(&keys::quarantine(id, number), text)
    }

    /// Returns the damaged texts, in the order of their keys.
    pub fn all_set_aside(&self) -> Vec<SetAside> {
        let set_aside = |key: String| {
            let id = keys::quarantined_id(&key)?;
            Some(SetAside { id, text: self.0.get(&key)?, key })
        };
        let mut all: Vec<SetAside> = self.0.keys().into_iter().filter_map(set_aside).collect();
        order::sort_by(&mut all, |a, b| a.key.cmp(&b.key));
        all
    }

    /// Removes a document's text. What tabs wrote of it and what is set aside stays.
    pub fn remove_text(&self, id: &Id) {
        self.0.remove(&keys::document(id));
    }

    /// Returns how many characters the older texts take that stand beside a document that can be read.
    pub fn spare_characters(&self) -> usize {
        self.spare().iter().map(|key| characters(&self.0, key)).sum()
    }

    /// Removes the older texts beside documents that can be read. Returns whether there were any.
    pub fn remove_spare(&self) -> bool {
        let spare = self.spare();
        for key in &spare {
            self.0.remove(key);
        }
        !spare.is_empty()
    }

    /// Returns how many characters are stored of a document, without what is set aside.
    pub fn characters_of(&self, id: &Id) -> usize {
        let own = [keys::document(id), keys::before(id)];
        let stored = own.into_iter().filter(|key| self.0.get(key).is_some());
        stored.chain(self.tail_keys(id)).map(|key| characters(&self.0, &key)).sum()
    }

    /// Returns what stays of the documents that left this device for a file, the last first.
    pub fn stubs(&self) -> Vec<Stub> {
        let stub = |key: String| {
            let id = keys::stub_id(&key)?;
            // One whose document is here again goes when that is stored next.
            self.text(&id).is_none().then(|| Some(Stub::read(id, &self.0.get(&key)?)))?
        };
        let mut stubs: Vec<Stub> = self.0.keys().into_iter().filter_map(stub).collect();
        order::sort_by(&mut stubs, |a, b| {
            b.archived_at.cmp(&a.archived_at).then_with(|| a.id.cmp(&b.id))
        });
        stubs
    }

    /// Returns what stays of a document that left this device.
    pub fn stub(&self, id: &Id) -> Option<Stub> {
        self.0.get(&keys::stub(id)).map(|text| Stub::read(id.clone(), &text))
    }

    /// Keeps what stays of a document.
    ///
    /// # Errors
    /// If there is no room, not even without older texts.
    pub fn put_stub(&self, stub: &Stub) -> Result<(), StorageError> {
        self.put_text(&keys::stub(&stub.id), &stub.text())
    }

    /// Removes what stays of a document, if anything does.
    pub fn remove_stub(&self, id: &Id) {
        let key = keys::stub(id);
        if self.0.get(&key).is_some() {
            self.0.remove(&key);
        }
    }

    /// Removes all that is stored of a document but what is set aside. Its text goes last and must have
    /// what the tails have: a browser that stops in between leaves the whole document.
    pub(super) fn remove(&self, id: &Id) {
        for key in self.tail_keys(id) {
            self.0.remove(&key);
        }
        self.forget_before(id);
        self.remove_text(id);
    }

    /// Writes a text. Where there is no room, the texts from before the app was opened make some.
    fn put_text(&self, key: &str, text: &str) -> Result<(), StorageError> {
        let refused = match self.0.set(key, text) {
            Ok(()) => return Ok(()),
            Err(refused) => refused,
        };
        if self.remove_spare() { self.0.set(key, text) } else { Err(refused) }
    }

    fn spare(&self) -> Vec<String> {
        self.0.keys().into_iter().filter(|key| self.is_spare(key)).collect()
    }

    /// Returns whether this is an older text beside a document that can be read.
    fn is_spare(&self, key: &str) -> bool {
        let Some(id) = keys::before_id(key) else { return false };
        self.text(&id).is_some_and(|text| Written::read_whole(&id, &text).is_ok())
    }

    fn tail_keys(&self, id: &Id) -> Vec<String> {
        let is_tail = |key: &String| keys::tail_id(key).as_ref() == Some(id);
        let mut tails: Vec<String> = self.0.keys().into_iter().filter(is_tail).collect();
        order::sort_by(&mut tails, Ord::cmp);
        tails
    }
}

fn ids_in(keys: &[String]) -> Vec<Id> {
    let id = |key: &String| {
        keys::document_id(key).or_else(|| keys::before_id(key)).or_else(|| keys::tail_id(key))
    };
    let mut ids: Vec<Id> = keys.iter().filter_map(id).collect();
    order::sort_by(&mut ids, |a, b| a.cmp(b));
    ids.dedup();
    ids
}
