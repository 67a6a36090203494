//! The file that people send each other: exchanges with their history in one JSON text.
//!
//! Strict out, lenient in: [`Bundle::write`] gives one exact form; [`Bundle::read`] goes from text
//! over checked limits and version to documents, and refuses with a sentence what it cannot trust.
//! Pure: nothing here reads or stores anything.

mod digest;
mod entry;
mod pretty;
mod read;

pub use entry::{Entry, EntryError};
pub use read::BundleError;

use serde_json::{Map, Value, json};

/// The word in `type` that tells a bundle from any other JSON file.
pub const TYPE: &str = "peer-exchange-bundle";

/// The version of the file's form. A newer one is not opened; a value that a newer version of the app
/// adds does not raise it, since unknown fields are kept.
pub const VERSION: u64 = 0;

/// Exchanges on their way from one person to another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bundle {
    /// When the file was made, RFC 3339 in UTC.
    pub created: String,
    /// Who sends it.
    pub sender: Sender,
    /// What the sender says to the reader.
    pub message: String,
    /// Free text such as FOUO, printed on everything.
    pub marking: String,
    /// The exchanges.
    pub entries: Vec<Entry>,
}

/// Who sends a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sender {
    /// The person.
    pub author: String,
    /// Their organisation.
    pub organisation: String,
}

impl Sender {
    /// Returns "J. Rivera, Riverton PD", or what there is of it.
    pub fn label(&self) -> String {
        let parts = [self.author.trim(), self.organisation.trim()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

impl Bundle {
    /// Returns the file's text: readable, in one exact form, with a digest over everything else.
    pub fn write(&self) -> String {
        let mut file = Map::new();
        file.insert("type".to_owned(), TYPE.into());
        file.insert("version".to_owned(), VERSION.into());
        file.insert("created".to_owned(), self.created.clone().into());
        file.insert(
            "sender".to_owned(),
            json!({"author": self.sender.author, "organisation": self.sender.organisation}),
        );
        file.insert("message".to_owned(), self.message.clone().into());
        file.insert("marking".to_owned(), self.marking.clone().into());
        file.insert("documents".to_owned(), self.entries.iter().map(Entry::to_json).collect());
        let digest = digest::of(&file);
        file.insert("digest".to_owned(), digest.into());
        pretty::written(&Value::Object(file))
    }

    /// Reads a file's text.
    ///
    /// # Errors
    /// Says in one sentence why the text is not a bundle that this version can trust.
    pub fn read(text: &str) -> Result<Self, BundleError> {
        read::read(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::{Address, ReplicaId, Writer};
    use crate::model::Id;

    fn bundle() -> Bundle {
        let mut entry = Entry::exchange(Id::from("x1"));
        let mut writer = Writer::new(ReplicaId::new("r1"));
        let edit = |address: &str, value: Value| (Address::parse(address).expect("address"), value);
        let edits = vec![
            edit("title", json!("Cameras <img src=x onerror=alert(1)>")),
            edit("sessions/s1/title", json!("Tour")),
            edit("sessions/s1/objectives/o1", json!(true)),
        ];
        entry.document.commit(edits, &mut writer, 1_764_489_600_000).expect("committed");
        entry.authors.insert(ReplicaId::new("r1"), "J. Rivera, Riverton PD".to_owned());
        Bundle {
            created: "2026-11-30T08:00:00Z".to_owned(),
            sender: Sender {
                author: "J. Rivera".to_owned(),
                organisation: "Riverton PD".to_owned(),
            },
            message: "Please fill in rooms.".to_owned(),
            marking: String::new(),
            entries: vec![entry],
        }
    }

    #[test]
    fn a_written_file_is_read_the_same() {
        assert_eq!(Bundle::read(&bundle().write()), Ok(bundle()));
    }

    #[test]
    fn one_bundle_is_always_the_same_text() {
        assert_eq!(bundle().write(), bundle().write());
    }

    #[test]
    fn a_byte_order_mark_and_other_line_ends_change_nothing() {
        let text = format!("\u{feff}{}", bundle().write().replace('\n', "\r\n"));
        assert_eq!(Bundle::read(&text), Ok(bundle()));
    }

    #[test]
    fn a_file_cut_anywhere_is_refused() {
        let text = bundle().write();
        let whole = text.trim_end().len();
        for end in (0..whole).filter(|end| text.is_char_boundary(*end)) {
            let refused = Bundle::read(&text[..end]);
            let expected = if end == 0 {
                matches!(refused, Err(BundleError::Empty))
            } else {
                matches!(refused, Err(BundleError::CutShort { .. }))
            };
            assert!(expected, "cut at {end}: {refused:?}");
        }
    }

    #[test]
    fn a_changed_word_is_noticed() {
        let text = bundle().write().replace("Tour", "Trap");
        assert_eq!(Bundle::read(&text), Err(BundleError::Altered));
    }

    #[test]
    fn hostile_text_stays_the_text_that_it_is() {
        let read = Bundle::read(&bundle().write()).expect("read");
        let title = Address::parse("title").expect("address");
        assert_eq!(
            read.entries[0].document.value(&title),
            Some(&json!("Cameras <img src=x onerror=alert(1)>"))
        );
    }
}
