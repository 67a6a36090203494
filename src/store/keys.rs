//! Every key this app uses. All are under one prefix; anything else belongs to others.

use crate::model::Id;

/// What all keys begin with.
pub const PREFIX: &str = "pe1/";

/// The settings of this device: author, theme, wording.
pub const DEVICE: &str = "pe1/device";

/// The answers to a new exchange that is being made.
pub const DRAFT: &str = "pe1/draft";

const DOCUMENT: &str = "pe1/doc/";
const SET_ASIDE: &str = "pe1/aside/";

/// Returns the key of a document.
pub fn document(id: &Id) -> String {
    format!("{DOCUMENT}{id}")
}

/// Returns the key under which a document's damaged text is set aside.
pub fn set_aside(id: &Id) -> String {
    format!("{SET_ASIDE}{id}")
}

/// Returns the id of the document that is stored under a key, if it is such a key.
pub fn document_id(key: &str) -> Option<Id> {
    key.strip_prefix(DOCUMENT).filter(|id| !id.is_empty()).map(Id::from)
}

/// Returns the keys that belong to others on this origin: their programs could read our data.
pub fn foreign(keys: &[String]) -> Vec<&str> {
    keys.iter().map(String::as_str).filter(|key| !key.starts_with(PREFIX)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_found_again_by_its_key() {
        assert_eq!(document_id(&document(&Id::from("k3f9"))), Some(Id::from("k3f9")));
        assert_eq!(document_id(DEVICE), None);
        assert_eq!(document_id("pe1/doc/"), None);
    }

    #[test]
    fn keys_of_others_are_told_from_ours() {
        let keys = ["pe1/device", "theme", "pe1/doc/x", "pe10/x"].map(str::to_owned);
        assert_eq!(foreign(&keys), ["theme", "pe10/x"]);
    }
}
