//! Whether the browser promised to keep what this page stores.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageManager;

/// Returns whether the browser promised to keep the data; `None` where it makes no such promises.
pub async fn persisted() -> Option<bool> {
    JsFuture::from(manager()?.persisted().ok()?).await.ok()?.as_bool()
}

/// Asks the browser to keep the data and returns its answer. Some ask the person first, and it may take
/// as long as the page is open: nothing may wait for it.
pub async fn request() -> Option<bool> {
    JsFuture::from(manager()?.persist().ok()?).await.ok()?.as_bool()
}

fn manager() -> Option<StorageManager> {
    // Only pages of a secure origin have one.
    let navigator = web_sys::window()?.navigator();
    let manager = js_sys::Reflect::get(&navigator, &JsValue::from_str("storage")).ok()?;
    manager.dyn_into().ok()
}
