//! Fetching the library's files, which lie beside the page.

use crate::browser::fetch;
use crate::library::{Catalogue, Topic};

/// Returns the catalogue of topics, or what is wrong with it, as text for the console and for help.
pub async fn catalogue() -> Result<Catalogue, String> {
    let text = fetch::text("library/topics.json").await.map_err(|error| error.to_string())?;
    Catalogue::read(&text).map_err(|error| error.to_string())
}

/// Returns the topic in a file that the catalogue names, or what is wrong with it.
pub async fn topic(file: &str) -> Result<Topic, String> {
    let text = fetch::text(&format!("library/{file}")).await.map_err(|error| error.to_string())?;
    Topic::read(&text).map_err(|error| error.to_string())
}
