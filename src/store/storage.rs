//! What the app asks of a place that keeps texts by key.

use std::rc::Rc;

use thiserror::Error;

/// A place that keeps texts by key: local storage, or a memory twin in tests and where there is none.
pub trait Storage {
    /// Returns the text under a key.
    fn get(&self, key: &str) -> Option<String>;

    /// Returns how long the text under a key is, in UTF-16 units as browsers count; 0 if there is none.
    fn length(&self, key: &str) -> usize {
        self.get(key).map_or(0, |text| text.encode_utf16().count())
    }

    /// Returns the last characters of an ASCII text under a key.
    fn end(&self, key: &str, count: usize) -> Option<String> {
        let text = self.get(key)?;
        text.get(text.len().checked_sub(count)?..).map(str::to_owned)
    }

    /// Puts a text under a key.
    ///
    /// # Errors
    /// If there is no room; the old text is still there then.
    fn set(&self, key: &str, text: &str) -> Result<(), StorageError>;

    /// Removes a key and its text.
    fn remove(&self, key: &str);

    /// Returns all keys, in any order, also those of others on the same origin.
    fn keys(&self) -> Vec<String>;

    /// Returns whether texts outlive the page.
    fn lasts(&self) -> bool;
}

/// Why a text was not stored.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum StorageError {
    /// The storage of this origin is full.
    #[error("no room for {characters} characters under `{key}`: save to a file and make room")]
    Full {
        /// The key.
        key: String,
        /// The length of the refused text.
        characters: usize,
    },
}

impl<S: Storage + ?Sized> Storage for Rc<S> {
    fn get(&self, key: &str) -> Option<String> {
        (**self).get(key)
    }

    fn length(&self, key: &str) -> usize {
        (**self).length(key)
    }

    fn end(&self, key: &str, count: usize) -> Option<String> {
        (**self).end(key, count)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        (**self).set(key, text)
    }

    fn remove(&self, key: &str) {
        (**self).remove(key);
    }

    fn keys(&self) -> Vec<String> {
        (**self).keys()
    }

    fn lasts(&self) -> bool {
        (**self).lasts()
    }
}
