//! A twin of local storage that forgets: where the browser has none, and in tests, where it can be
//! told to be full.

use std::cell::{Cell, RefCell};

use litemap::LiteMap;

use super::{Storage, StorageError};

/// Texts by key in memory.
#[derive(Debug, Default)]
pub struct Memory {
    texts: RefCell<LiteMap<String, String>>,
    room: Cell<Option<usize>>,
}

impl Memory {
    /// Returns a memory that refuses to hold more characters than this, keys and texts together.
    pub fn with_room(characters: usize) -> Self {
        Self { texts: RefCell::default(), room: Cell::new(Some(characters)) }
    }
}

impl Storage for Memory {
    fn get(&self, key: &str) -> Option<String> {
        self.texts.borrow().get(key).cloned()
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        let size = |key: &str, text: &str| key.chars().count() + text.chars().count();
        let others: usize = self
            .texts
            .borrow()
            .iter()
            .filter(|(other, _)| *other != key)
            .map(|(key, text)| size(key, text))
            .sum();
        if self.room.get().is_some_and(|room| others + size(key, text) > room) {
            return Err(StorageError::Full {
                key: key.to_owned(),
                characters: text.chars().count(),
            });
        }
        self.texts.borrow_mut().insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) {
        self.texts.borrow_mut().remove(key);
    }

    fn keys(&self) -> Vec<String> {
        self.texts.borrow().keys().cloned().collect()
    }

    fn lasts(&self) -> bool {
        false
    }
}
