//! The browser's local storage, through gloo-storage.

use gloo_storage::{LocalStorage, Storage as _};
use js_sys::{Function, JsString, Reflect};
use wasm_bindgen::JsCast;

use super::{Storage, StorageError, keys};

/// The browser's local storage. Only had by [`Local::probe`], since a browser may refuse it.
#[derive(Clone, Copy, Debug)]
pub struct Local(());

impl Local {
    /// Returns local storage, or `None` where the browser refuses it (blocked cookies, some private
    /// modes): gloo-storage itself would panic there.
    pub fn probe() -> Option<Self> {
        let storage = web_sys::window()?.local_storage().ok()??;
        // Some browsers hand it out and refuse the first use. A full one is still a working one, so
        // the probe reads.
        storage.get_item(keys::DEVICE).ok()?;
        Some(Self(()))
    }
}

impl Storage for Local {
    fn get(&self, key: &str) -> Option<String> {
        LocalStorage::raw().get_item(key).ok().flatten()
    }

    fn length(&self, key: &str) -> usize {
        held(key).map_or(0, |text| text.length() as usize)
    }

    fn end(&self, key: &str, count: usize) -> Option<String> {
        let text = held(key)?;
        let from = text.length().checked_sub(u32::try_from(count).ok()?)?;
        Some(text.slice(from, text.length()).into())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        // Engines name the refusal differently (QuotaExceededError, NS_ERROR_DOM_QUOTA_REACHED), and
        // there is no other reason for a refusal once storage was probed.
        LocalStorage::raw().set_item(key, text).map_err(|_| StorageError::Full {
            key: key.to_owned(),
            characters: text.chars().count(),
        })
    }

    fn remove(&self, key: &str) {
        LocalStorage::delete(key);
    }

    fn keys(&self) -> Vec<String> {
        let storage = LocalStorage::raw();
        let length = storage.length().unwrap_or(0);
        (0..length).filter_map(|at| storage.key(at).ok().flatten()).collect()
    }

    fn lasts(&self) -> bool {
        true
    }
}

/// Returns a text as the browser holds it, without a copy of it in the program's own memory.
fn held(key: &str) -> Option<JsString> {
    let storage = LocalStorage::raw();
    let get: Function = Reflect::get(&storage, &"getItem".into()).ok()?.dyn_into().ok()?;
    get.call1(&storage, &key.into()).ok()?.dyn_into().ok()
}
