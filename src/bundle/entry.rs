//! One document with its history, as it stands in a file and in storage.

use serde_json::Value;
use thiserror::Error;

use crate::history::{Authors, Document, Problem, ReplicaId, Stamp};
use crate::json::Tree;
use crate::model::{Id, Kind};

/// A document with its history.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The document's id, which also tells its kind.
    pub id: Id,
    /// Its values and who wrote them.
    pub document: Document,
    /// The names of those who wrote them.
    pub authors: Authors,
}

/// Why a document cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum EntryError {
    /// It is of a kind that this version does not know.
    #[error("there is a document of the unknown kind `{0}`: reload the page to update")]
    UnknownKind(String),
    /// Its id is that of a document of another kind.
    #[error(
        "the id `{0}` does not belong to this kind of document: ask the sender for the file again"
    )]
    ForeignId(Id),
    /// It has no id.
    #[error("there is a document without an id: ask the sender for the file again")]
    NoId,
    /// Its history cannot be trusted.
    #[error("the history of `{id}` cannot be read ({problem}): ask the sender for the file again")]
    History {
        /// The document.
        id: Id,
        /// The first thing that is wrong.
        problem: Problem,
    },
}

impl Entry {
    /// Returns a document without any values.
    pub fn new(id: Id) -> Self {
        Self { id, document: Document::new(), authors: Authors::new() }
    }

    /// Returns what kind of document it is.
    pub fn kind(&self) -> Kind {
        Kind::of(&self.id)
    }

    /// Returns the stored form.
    pub fn to_json(&self) -> Tree<'_> {
        let (document, history) = self.document.write(&self.authors);
        Tree::object([
            ("kind".into(), Tree::text(self.kind().word())),
            ("id".into(), Tree::text(self.id.as_str())),
            ("document".into(), document),
            ("history".into(), history),
        ])
    }

    /// Reads the stored form.
    ///
    /// # Errors
    /// If it is of an unknown kind, its id is of another one, or document and history do not fit each other.
    pub fn from_json(stored: &Value) -> Result<Self, EntryError> {
        let text = |name: &str| stored.get(name).and_then(Value::as_str).unwrap_or_default();
        let Some(kind) = Kind::from_word(text("kind")) else {
            return Err(EntryError::UnknownKind(text("kind").chars().take(40).collect()));
        };
        if text("id").is_empty() {
            return Err(EntryError::NoId);
        }
        let id = Id::from(text("id"));
        if Kind::of(&id) != kind {
            return Err(EntryError::ForeignId(id));
        }
        let part = |name: &str| stored.get(name).unwrap_or(&Value::Null);
        // Values without a stamp are a problem anyway, so which one they would get does not matter.
        let unstamped = Stamp::new(1, ReplicaId::new("unstamped"));
        let reading = Document::read(part("document"), part("history"), &unstamped);
        match reading.problems.into_iter().next() {
            Some(problem) => Err(EntryError::History { id, problem }),
            None => Ok(Self { id, document: reading.document, authors: reading.authors }),
        }
    }

    /// Returns whether another copy of the document has taken in every edit of this one.
    pub fn is_in(&self, copy: &Self) -> bool {
        let seen = copy.document.seen();
        let mut stamps = self.document.registers().flat_map(|(_, siblings)| siblings.iter());
        // What the edits replaced counts too: a copy that has not seen it would take it in again.
        stamps.all(|sibling| seen.contains(&sibling.stamp)) && seen.covers(self.document.seen())
    }

    /// Returns the name of who made an edit; empty if unknown.
    pub fn author(&self, edit: &Stamp) -> &str {
        self.authors.get(&edit.replica).map_or("", String::as_str)
    }

    /// Takes in another copy of the same document.
    pub fn merge(&mut self, other: &Self) {
        self.document.merge(&other.document);
        crate::history::authors::merge(&mut self.authors, &other.authors);
    }
}
