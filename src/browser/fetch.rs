//! Reading files that lie beside the page.

use thiserror::Error;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Why a file beside the page could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("could not read `{path}`: {reason}; reload the page when there is a network")]
pub struct FetchError {
    /// The file, relative to the page.
    pub path: String,
    /// What the browser said, or the HTTP status.
    pub reason: String,
}

/// Returns the text of a file, `path` relative to the page.
pub async fn text(path: &str) -> Result<String, FetchError> {
    let error = |reason: String| FetchError { path: path.to_owned(), reason };
    let window = web_sys::window().ok_or_else(|| error("no window".to_owned()))?;
    let response = JsFuture::from(window.fetch_with_str(path))
        .await
        .and_then(|response| response.dyn_into::<web_sys::Response>())
        .map_err(|thrown| error(described(&thrown)))?;
    if !response.ok() {
        return Err(error(format!("status {}", response.status())));
    }
    let body = response.text().map_err(|thrown| error(described(&thrown)))?;
    let text = JsFuture::from(body).await.map_err(|thrown| error(described(&thrown)))?;
    text.as_string().ok_or_else(|| error("not text".to_owned()))
}

fn described(thrown: &JsValue) -> String {
    thrown
        .dyn_ref::<js_sys::Error>()
        .map_or_else(|| "unknown".to_owned(), |error| String::from(error.message()))
}
