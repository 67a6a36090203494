//! A twin of local storage that can be told to refuse, to fill up, or to stop.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use peer_exchange::store::{Storage, StorageError};

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// One call is refused.
    Refuse,
    /// From one call on, nothing more fits.
    Fill,
    /// From one call on, nothing happens any more: the browser was killed.
    Stop,
}

impl Fault {
    pub const ALL: [Self; 3] = [Self::Refuse, Self::Fill, Self::Stop];
}

/// Texts by key, and a fault at a numbered call. Only calls that change something count: what happens
/// between them is the same as what happens before the next.
#[derive(Debug, Default)]
pub struct Disk {
    texts: RefCell<BTreeMap<String, String>>,
    calls: Cell<usize>,
    fault: Cell<Option<(Fault, usize)>>,
}

impl Disk {
    pub fn holding(texts: BTreeMap<String, String>) -> Self {
        Self { texts: RefCell::new(texts), ..Self::default() }
    }

    /// The same texts, and a fault at the given call, counted from 1.
    pub fn with_fault(&self, fault: Fault, at: usize) -> Self {
        let disk = Self::holding(self.texts());
        disk.fault.set(Some((fault, at)));
        disk
    }

    /// The same texts, and nothing goes wrong.
    pub fn sound(&self) -> Self {
        Self::holding(self.texts())
    }

    pub fn texts(&self) -> BTreeMap<String, String> {
        self.texts.borrow().clone()
    }

    /// How many calls there were that change something.
    pub fn calls(&self) -> usize {
        self.calls.get()
    }

    fn strikes(&self) -> Option<Fault> {
        self.calls.set(self.calls.get() + 1);
        let (fault, at) = self.fault.get()?;
        let calls = self.calls.get();
        (calls == at || calls > at && fault != Fault::Refuse).then_some(fault)
    }
}

impl Storage for &Disk {
    fn get(&self, key: &str) -> Option<String> {
        self.texts.borrow().get(key).cloned()
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        match self.strikes() {
            None => {
                self.texts.borrow_mut().insert(key.to_owned(), text.to_owned());
                Ok(())
            }
            Some(Fault::Stop) => Ok(()),
            Some(Fault::Refuse | Fault::Fill) => {
                Err(StorageError::Full { key: key.to_owned(), characters: text.len() })
            }
        }
    }

    fn remove(&self, key: &str) {
        if !matches!(self.strikes(), Some(Fault::Stop)) {
            self.texts.borrow_mut().remove(key);
        }
    }

    fn keys(&self) -> Vec<String> {
        self.texts.borrow().keys().cloned().collect()
    }

    fn lasts(&self) -> bool {
        true
    }
}
