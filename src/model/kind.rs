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
    /// A template for visits that a person made. An exchange copies it; there is no live link.
    Template,
    /// A named collection out of the library and from elsewhere (S1: toolkits of the clearinghouse).
    Toolkit,
}

/// The collections of a template: what a visit can take over from it.
const TEMPLATE: &[&str] =
    &["goals", "objectives", "outcomes", "questions", "sessions", "tasks", "resources"];

/// The collections of a toolkit.
const TOOLKIT: &[&str] = &["resources"];

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Exchange, Self::Programme, Self::Template, Self::Toolkit];

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
            Self::Template => Some("template-"),
            Self::Toolkit => Some("toolkit-"),
        }
    }

    /// Returns the word that stands for it in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Exchange => "exchange",
            Self::Programme => "programme",
            Self::Template => "template",
            Self::Toolkit => "toolkit",
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
            Self::Template => TEMPLATE,
            Self::Toolkit => TOOLKIT,
        }
    }

    /// Returns whether documents of this kind are made of the records of an exchange: all of them, or as
    /// in templates and toolkits some. Whatever reads and writes those works on all these kinds.
    pub fn has_records(self) -> bool {
        self != Self::Programme
    }

    /// Returns the fields of the records of a collection as they are declared; those of the document
    /// itself for none. Empty for a collection that this version does not know.
    pub fn declared(self, collection: Option<&str>) -> &'static [Declared] {
        match (self, collection) {
            (Self::Exchange | Self::Template | Self::Toolkit, None) => Exchange::declared(None),
            (kind, Some(name)) if kind.collections().contains(&name) => {
                Exchange::declared(collection)
            }
            (Self::Programme, None) => Programme::DECLARED,
            (_, Some(_)) => &[],
        }
    }

    /// Returns the values of a document's plain form that do not fit their fields.
    pub fn unreadable(self, plain: &Map<String, Value>) -> Vec<Unreadable> {
        match self {
            Self::Exchange | Self::Template | Self::Toolkit => Exchange::read(plain).1,
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
            ("template-k3f9", Kind::Template),
            ("toolkit-k3f9", Kind::Toolkit),
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

    #[test]
    fn the_collections_of_every_kind_are_some_of_an_exchange() {
        for kind in Kind::ALL {
            for collection in kind.collections() {
                assert!(Exchange::COLLECTIONS.contains(collection), "{collection}");
                assert!(!kind.declared(Some(collection)).is_empty(), "{collection}");
            }
        }
        assert!(Kind::Toolkit.declared(Some("sessions")).is_empty());
    }
}
