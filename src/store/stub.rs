//! What stays of an exchange that left this device for a file: enough to find the file again.

use serde_json::Value;

use super::text;
use crate::model::allowance::SiteUse;
use crate::model::record::{self, record};
use crate::model::{Dates, Id};

record! {
    /// What stays of an archived exchange.
    pub struct Stub {
        /// The id of the exchange.
        pub id: Id = Id::from(""),
        /// Its title.
        pub title: String,
        /// The hosts' names.
        pub hosts: Vec<String>,
        /// The visiting organisations' names.
        pub visitors: Vec<String>,
        /// When the visit was.
        pub dates: Option<Dates>,
        /// What each site uses of the programme in it.
        pub uses: Vec<SiteUse>,
        /// When it left this device, RFC 3339 in UTC.
        pub archived_at: String,
        /// The name of the file that it is in.
        pub file_name: String,
    }
}

impl Stub {
    /// Returns the text that is stored.
    pub(super) fn text(&self) -> String {
        text::written(&Value::Object(record::plain(self)))
    }

    /// Reads what is stored for an exchange. Whatever cannot be read is left out: even a damaged text
    /// says that there is an exchange in some file.
    pub(super) fn read(id: Id, text: &str) -> Self {
        let stub: Self = match serde_json::from_str(text) {
            Ok(Value::Object(fields)) => record::read(&fields).0,
            _ => Self::default(),
        };
        Self { id, ..stub }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Documents, Memory, Storage, keys};

    fn stub() -> Stub {
        Stub {
            id: Id::from("x1"),
            title: "Besuch in Köln".to_owned(),
            hosts: vec!["Köln".to_owned()],
            visitors: vec!["Riverton PD".to_owned(), "Hollis County".to_owned()],
            dates: None,
            uses: Vec::new(),
            archived_at: "2026-11-30T08:00:00Z".to_owned(),
            file_name: "besuch-in-koeln-2026-11-30.json".to_owned(),
        }
    }

    #[test]
    fn a_stub_is_read_as_it_was_written_in_plain_ascii() {
        let text = stub().text();
        assert!(text.is_ascii(), "{text}");
        assert_eq!(Stub::read(Id::from("x1"), &text), stub());
    }

    #[test]
    fn a_damaged_stub_still_says_that_there_is_one() {
        let documents = Documents(Memory::default());
        documents.0.set(&keys::stub(&Id::from("x1")), "{").expect("set");
        let stubs = documents.stubs();
        assert_eq!(stubs, [Stub { id: Id::from("x1"), ..Stub::default() }]);
    }

    #[test]
    fn a_stub_whose_exchange_is_here_is_not_listed() {
        let documents = Documents(Memory::default());
        documents.put_stub(&stub()).expect("put");
        assert_eq!(documents.stubs(), [stub()]);
        documents.0.set(&keys::document(&Id::from("x1")), "{}").expect("set");
        assert_eq!(documents.stubs(), []);
    }
}
