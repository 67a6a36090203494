//! The kinds of documents: what is stored, shared, merged and undone as one.

use serde_json::{Map, Value};

use super::record::{self, Declared};
use super::{Exchange, Id, Programme, Unreadable};

/// A kind of document. It follows from the document's id, so that no two copies of one document can
/// be of different kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One peer exchange.
    Exchange,
    /// What one site may use of the programme.
    Programme,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 2] = [Self::Exchange, Self::Programme];

    /// Returns the kind of the document with this id.
    pub fn of(id: &Id) -> Self {
        let is_of =
            |kind: &&Self| kind.prefix().is_some_and(|prefix| id.as_str().starts_with(prefix));
        Self::ALL.iter().find(is_of).copied().unwrap_or(Self::Exchange)
    }

    /// Returns what the ids of this kind begin with; `None` for the kind of all other ids.
    pub const fn prefix(self) -> Option<&'static str> {
        match self {
            Self::Exchange => None,
            Self::Programme => Some("programme-"),
        }
    }

    /// Returns the word that stands for it in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Exchange => "exchange",
            Self::Programme => "programme",
        }
    }

    /// Returns the kind that a word in a file stands for; `None` for one that this version does not know.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// Returns the names of the collections that documents of this kind have.
    pub fn collections(self) -> &'static [&'static str] {
        match self {
            Self::Exchange => Exchange::COLLECTIONS,
            Self::Programme => &[],
        }
    }

    /// Returns the fields of the records of a collection as they are declared; those of the document
    /// itself for none. Empty for a collection that this version does not know.
    pub fn declared(self, collection: Option<&str>) -> &'static [Declared] {
        match (self, collection) {
            (Self::Exchange, _) => Exchange::declared(collection),
            (Self::Programme, None) => Programme::DECLARED,
            (Self::Programme, Some(_)) => &[],
        }
    }

    /// Returns the values of a document's plain form that do not fit their fields.
    pub fn unreadable(self, plain: &Map<String, Value>) -> Vec<Unreadable> {
        match self {
            Self::Exchange => Exchange::read(plain).1,
            Self::Programme => {
                let fields = record::read::<Programme>(plain).1.into_iter();
                fields.map(|field| Unreadable { record: None, field }).collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kind_of_a_document_is_told_by_its_id() {
        for (id, kind) in [
            ("k3f9x2m7q1", Kind::Exchange),
            ("", Kind::Exchange),
            ("programme", Kind::Exchange),
            ("my-programme-x", Kind::Exchange),
            ("programme-riverton", Kind::Programme),
        ] {
            assert_eq!(Kind::of(&Id::from(id)), kind, "{id}");
        }
    }

    #[test]
    fn a_kind_is_read_as_it_is_written() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_word(kind.word()), Some(kind));
        }
        assert_eq!(Kind::from_word("spell"), None);
    }
}
