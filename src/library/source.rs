//! The document that a file of the library rests on.

use super::flaw::{Flaw, look_at_address};
use super::read::{FromJson, reads};

/// The document that recommendations, principles or a story rest on.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    test,
    derive(schemars::JsonSchema, serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct Source {
    /// Title of the document.
    pub name: String,
    /// Who published it; where the document does not say, that it does not.
    pub publisher: String,
    /// Its number in a public library, such as "NCJ 250565".
    #[cfg_attr(test, serde(default, skip_serializing_if = "Option::is_none"))]
    pub record: Option<String>,
    /// When it was published, as the document or its library record says it.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Option::is_none"))]
    pub published: Option<String>,
    /// Public address of the document or of its library record.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(test, schemars(regex(pattern = r"^https?://")))]
    pub address: Option<String>,
    /// What is taken from the document and what was added.
    pub note: String,
}

impl Source {
    /// Adds a flaw if its address may not become a link.
    pub(super) fn check(&self, place: &str, flaws: &mut Vec<Flaw>) {
        if let Some(address) = &self.address {
            look_at_address(flaws, place, address);
        }
    }
}

reads!(Source { name, publisher, note; record, published, address });
