//! Files in and out: what a person chooses or drops, and what the page hands over.

use std::cell::RefCell;

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Returns the text of a file, or `None` if the browser could not read it.
///
/// Bytes that are not UTF-8 become replacement characters; the reader of the text will notice.
pub async fn text(file: web_sys::File) -> Option<String> {
    JsFuture::from(file.text()).await.ok()?.as_string()
}

/// Hands text to the browser as a file to be saved. Returns false where that was refused.
pub fn save(name: &str, mime: &str, text: &str) -> bool {
    try_save(name, mime, text).is_ok()
}

fn try_save(name: &str, mime: &str, text: &str) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(mime);
    let parts = js_sys::Array::of1(&text.into());
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let address = web_sys::Url::create_object_url_with_blob(&blob)?;
    let link: web_sys::HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    // Firefox follows only links that are part of the page.
    let body = document.body().ok_or(JsValue::NULL)?;
    body.append_child(&link)?;
    link.click();
    link.remove();
    // The browser reads the address some time after the click, so it is given back only when the next
    // file is saved.
    if let Some(previous) = LAST_ADDRESS.replace(Some(address)) {
        web_sys::Url::revoke_object_url(&previous)?;
    }
    Ok(())
}

thread_local! {
    static LAST_ADDRESS: RefCell<Option<String>> = const { RefCell::new(None) };
}
