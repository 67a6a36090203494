//! Every key this app uses. All are under one prefix; anything else belongs to others.

use crate::model::Id;

/// What all keys begin with.
pub const PREFIX: &str = "pe1/";

/// The settings of this device: author, theme, wording.
pub const DEVICE: &str = "pe1/device";

/// The answers to a new exchange that is being made.
pub const DRAFT: &str = "pe1/draft";

/// What the agency that hosts the page said when it was last asked: without a network it still holds.
pub const AGENCY: &str = "pe1/agency";

/// What the list of exchanges needs to know of each.
pub const INDEX: &str = "pe1/index";

/// What each exchange had taken in when it was last sent.
pub const SENT: &str = "pe1/sent";

/// The steps that a tab can undo. In the tab's own storage.
pub const UNDO: &str = "pe1/undo";

/// Stands there while a tab removes everything from this device: the others must write no more.
pub const HANDING_OVER: &str = "pe1/handing-over";

const DOCUMENT: &str = "pe1/doc/";
const BEFORE: &str = "pe1/was/";
const TAIL: &str = "pe1/tail/";
const QUARANTINE: &str = "pe1/quarantine/";
const STUB: &str = "pe1/stub/";

/// Returns the key of a document.
pub fn document(id: &Id) -> String {
    format!("{DOCUMENT}{id}")
}

/// Returns the key of a document as it was when the app was opened.
pub fn before(id: &Id) -> String {
    format!("{BEFORE}{id}")
}

/// Returns the key of what a tab wrote of a document and may not be in it yet.
pub fn tail(id: &Id, tab: &str) -> String {
    format!("{TAIL}{id}/{tab}")
}

/// Returns the key of one of the damaged texts of a document.
pub fn quarantine(id: &Id, number: usize) -> String {
    format!("{QUARANTINE}{id}/{number}")
}

/// Returns the key of what stays of a document that left this device for a file.
pub fn stub(id: &Id) -> String {
    format!("{STUB}{id}")
}

/// Returns the id of the document that is stored under a key, if it is such a key.
pub fn document_id(key: &str) -> Option<Id> {
    key.strip_prefix(DOCUMENT).and_then(id)
}

/// Returns the id of the document whose older text is stored under a key.
pub fn before_id(key: &str) -> Option<Id> {
    key.strip_prefix(BEFORE).and_then(id)
}

/// Returns the id of the document of which a tab wrote something under a key.
pub fn tail_id(key: &str) -> Option<Id> {
    key.strip_prefix(TAIL)?.rsplit_once('/').and_then(|(document, _)| id(document))
}

/// Returns the id of the document whose damaged text is kept under a key.
pub fn quarantined_id(key: &str) -> Option<Id> {
    key.strip_prefix(QUARANTINE)?.rsplit_once('/').and_then(|(document, _)| id(document))
}

/// Returns the id of the document of which a stub is stored under a key.
pub fn stub_id(key: &str) -> Option<Id> {
    key.strip_prefix(STUB).and_then(id)
}

fn id(text: &str) -> Option<Id> {
    (!text.is_empty()).then(|| Id::from(text))
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
    fn whatever_is_kept_of_a_document_is_found_by_its_key() {
        // A file may bring an id with a slash in it.
        for id in ["k3f9", "a/b"].map(Id::from) {
            assert_eq!(before_id(&before(&id)), Some(id.clone()));
            assert_eq!(tail_id(&tail(&id, "t1")), Some(id.clone()));
            assert_eq!(quarantined_id(&quarantine(&id, 3)), Some(id.clone()));
            assert_eq!(stub_id(&stub(&id)), Some(id.clone()));
        }
        assert_eq!(tail_id("pe1/tail/k3f9"), None);
    }

    #[test]
    fn keys_of_others_are_told_from_ours() {
        let keys = ["pe1/device", "theme", "pe1/doc/x", "pe10/x"].map(str::to_owned);
        assert_eq!(foreign(&keys), ["theme", "pe10/x"]);
    }
}
