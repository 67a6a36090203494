//! Reading and writing documents by id.

use serde_json::{Value, json};
use thiserror::Error;

use super::{Storage, StorageError, ascii, keys};
use crate::bundle::Entry;
use crate::model::Id;
use crate::order;

/// The version of what is stored. A page that meets a newer one leaves it alone.
const VERSION: u64 = 0;

/// The documents of a storage.
pub struct Documents<S>(pub S);

/// Why a stored document cannot be used. It is left as it is.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Unreadable {
    /// There is none of this id.
    #[error("there is no document `{0}` on this device")]
    Missing(Id),
    /// It was stored by a newer version of the app.
    #[error("document `{0}` was stored by a newer version: reload the page to update")]
    Newer(Id),
    /// Its text is damaged.
    #[error(
        "the stored text of `{id}` is damaged ({reason}): it was left as it is, save it to a file"
    )]
    Damaged {
        /// The document.
        id: Id,
        /// What is wrong.
        reason: String,
    },
}

impl<S: Storage> Documents<S> {
    /// Returns the ids of all documents, in order.
    pub fn ids(&self) -> Vec<Id> {
        let mut ids: Vec<Id> =
            self.0.keys().iter().filter_map(|key| keys::document_id(key)).collect();
        order::sort_by(&mut ids, |a, b| a.cmp(b));
        ids
    }

    /// Returns the stored text of a document as it is.
    pub fn text(&self, id: &Id) -> Option<String> {
        self.0.get(&keys::document(id))
    }

    /// Reads a document.
    ///
    /// # Errors
    /// If there is none, or it cannot be read by this version; it stays as it is.
    pub fn load(&self, id: &Id) -> Result<Entry, Unreadable> {
        let text = self.text(id).ok_or_else(|| Unreadable::Missing(id.clone()))?;
        Self::read(id, &text)
    }

    /// Reads a document's stored text.
    ///
    /// # Errors
    /// If it cannot be read by this version.
    pub fn read(id: &Id, text: &str) -> Result<Entry, Unreadable> {
        let damaged = |reason: String| Unreadable::Damaged { id: id.clone(), reason };
        let stored: Value =
            serde_json::from_str(text).map_err(|error| damaged(error.to_string()))?;
        match stored.get("version").and_then(Value::as_u64) {
            Some(version) if version > VERSION => return Err(Unreadable::Newer(id.clone())),
            Some(_) => {}
            None => return Err(damaged("it has no version".to_owned())),
        }
        let entry = Entry::from_json(&stored).map_err(|error| damaged(error.to_string()))?;
        if entry.id != *id {
            return Err(damaged(format!("it says that it is `{}`", entry.id)));
        }
        Ok(entry)
    }

    /// Writes a document and returns the text that now stands in storage.
    ///
    /// # Errors
    /// If there is no room; the old text is still there then.
    pub fn save(&self, entry: &Entry) -> Result<String, StorageError> {
        let text = Self::written(entry);
        self.0.set(&keys::document(&entry.id), &text)?;
        Ok(text)
    }

    /// Keeps a damaged text under a key of its own before its document is written anew.
    ///
    /// # Errors
    /// If there is no room; nothing has changed then.
    pub fn set_aside(&self, id: &Id, text: &str) -> Result<(), StorageError> {
        self.0.set(&keys::set_aside(id), text)
    }

    /// Returns a document as the text that is stored.
    pub fn written(entry: &Entry) -> String {
        let mut stored = entry.to_json();
        stored["version"] = json!(VERSION);
        ascii::written(&stored)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::{Address, ReplicaId, Writer};
    use crate::store::Memory;

    fn entry(title: &str) -> Entry {
        let mut entry = Entry::exchange(Id::from("x1"));
        let mut writer = Writer::new(ReplicaId::new("r1"));
        let address = Address::parse("title").expect("an address");
        entry.document.commit(vec![(address, json!(title))], &mut writer, 1000).expect("committed");
        entry.authors.insert(ReplicaId::new("r1"), "Anna".to_owned());
        entry
    }

    #[test]
    fn a_saved_document_is_loaded_the_same() {
        let documents = Documents(Memory::default());
        documents.save(&entry("Besuch “Köln”")).expect("saved");
        assert_eq!(documents.ids(), [Id::from("x1")]);
        assert_eq!(documents.load(&Id::from("x1")), Ok(entry("Besuch “Köln”")));
    }

    #[test]
    fn full_storage_refuses_and_keeps_the_old_document() {
        let small = Documents::<Memory>::written(&entry("a")).len() + 20;
        let documents = Documents(Memory::with_room(small));
        documents.save(&entry("a")).expect("saved");
        assert!(documents.save(&entry(&"long ".repeat(50))).is_err());
        assert_eq!(documents.load(&Id::from("x1")), Ok(entry("a")));
    }

    #[test]
    fn what_cannot_be_read_is_named_and_left_as_it_is() {
        let documents = Documents(Memory::default());
        let id = Id::from("x1");
        let whole = Documents::<Memory>::written(&entry("a"));
        for (text, newer) in [
            (&whole[..whole.len() / 2], false),
            ("", false),
            ("[]", false),
            ("{\"version\":0,\"kind\":\"exchange\",\"id\":\"other\",\"document\":{}}", false),
            ("{\"version\":9}", true),
        ] {
            documents.0.set(&keys::document(&id), text).expect("set");
            let error = documents.load(&id).expect_err(text);
            assert_eq!(matches!(error, Unreadable::Newer(_)), newer, "{text}: {error}");
            assert_eq!(documents.text(&id).as_deref(), Some(text));
        }
        documents.0.remove(&keys::document(&id));
        assert_eq!(documents.load(&id), Err(Unreadable::Missing(id)));
    }
}
