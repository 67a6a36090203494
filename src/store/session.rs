//! The browser's storage for one tab, through gloo-storage: it survives a reload and ends with the tab.

use gloo_storage::{SessionStorage, Storage as _};

/// A tab's own storage. Only had by [`Session::probe`], since a browser may refuse it.
#[derive(Clone, Copy, Debug)]
pub struct Session(());

impl Session {
    /// Returns the tab's storage, or `None` where the browser refuses it.
    pub fn probe() -> Option<Self> {
        let storage = web_sys::window()?.session_storage().ok()??;
        storage.length().ok()?;
        Some(Self(()))
    }

    /// Returns the text under a key.
    pub fn get(self, key: &str) -> Option<String> {
        SessionStorage::raw().get_item(key).ok().flatten()
    }

    /// Puts a text under a key, and returns whether there was room for it.
    pub fn set(self, key: &str, text: &str) -> bool {
        SessionStorage::raw().set_item(key, text).is_ok()
    }

    /// Removes a key.
    pub fn remove(self, key: &str) {
        SessionStorage::delete(key);
    }
}
