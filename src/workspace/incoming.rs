//! A file that was opened and not yet taken in: what it would bring, and what a person chose.
//! Pure: nothing stored changes here.

mod conflict;
mod document;
mod own;

#[cfg(test)]
mod tests;

pub use conflict::{IncomingConflict, Settling, both};
pub use document::{Content, Counted, IncomingDocument};

use crate::bundle::{Entry, Finding, Received, Sender};
use crate::model::Id;

/// A file with documents, and what is to be done with each.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// When the file was made, RFC 3339 in UTC.
    pub created: String,
    /// Who sends it.
    pub sender: Sender,
    /// What the sender says.
    pub message: String,
    /// Free text such as FOUO.
    pub marking: String,
    /// The documents, in the order of the file.
    pub documents: Vec<IncomingDocument>,
    /// The version of the file if it is newer than this app: nothing of it may be taken in.
    pub newer: Option<String>,
    /// Whether the file is as it was saved.
    pub is_whole: bool,
    /// What was wrong with the file.
    pub findings: Vec<Finding>,
}

/// How a document of a file compares with what is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is not here yet.
    New,
    /// It has something that is not here, and nothing that was changed here as well.
    HasNews,
    /// All of it is here already.
    NothingNew,
    /// Some of its values were changed here as well.
    Differs,
}

/// What is to be done with a document of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taking {
    /// Merge it into the one that is here, or add it.
    Take,
    /// Add it as one of its own beside the one that is here.
    Copy,
    /// Leave it.
    Skip,
}

impl Taking {
    /// Every choice.
    pub const ALL: [Self; 3] = [Self::Take, Self::Copy, Self::Skip];

    /// Returns the word that stands for the choice in a group of radio buttons.
    pub fn word(self) -> &'static str {
        match self {
            Self::Take => "take",
            Self::Copy => "copy",
            Self::Skip => "skip",
        }
    }

    /// Returns the choice that a word stands for.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|taking| taking.word() == word)
    }
}

/// What the choices come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many documents are merged into one that is here.
    pub merged: usize,
    /// How many new ones are added.
    pub added: usize,
    /// How many are brought back out of the trash.
    pub restored: usize,
    /// How many go into the trash here, as their sender deleted them.
    pub deleted: usize,
    /// How many are added beside the one that is here.
    pub copied: usize,
    /// How many conflicts of those that are merged stay open.
    pub left_open: usize,
}

impl Tally {
    /// Returns how many exchanges are taken in at all.
    pub fn taken(&self) -> usize {
        self.merged + self.added + self.restored + self.deleted + self.copied
    }
}

impl Incoming {
    /// Compares a file with what is here, and chooses for each document what loses nothing.
    pub fn new(received: Received, local: impl Fn(&Id) -> Option<Entry>) -> Self {
        let may_be_taken = received.newer.is_none();
        let mut documents: Vec<IncomingDocument> = Vec::new();
        for document in &received.documents {
            let local = local(&document.id);
            let known = documents.iter().position(|known| *known.id() == document.id);
            let incoming = match known {
                None => IncomingDocument::new(document.matched(local.as_ref()), local.as_ref()),
                // One document twice in a file: the second meets the first as it would if that were here.
                Some(at) => documents[at].with(document, local.as_ref()),
            };
            match known {
                None => documents.push(incoming),
                Some(at) => documents[at] = incoming,
            }
        }
        for document in &mut documents {
            document.may_be_taken = may_be_taken;
            if !may_be_taken {
                document.taking = Taking::Skip;
            }
        }
        Self {
            documents,
            created: received.created,
            sender: received.sender,
            message: received.message,
            marking: received.marking,
            newer: received.newer,
            is_whole: received.is_whole,
            findings: received.findings,
        }
    }

    /// Returns what the choices come to.
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for document in &self.documents {
            match document.taking {
                Taking::Take if document.standing == Standing::New => tally.added += 1,
                Taking::Take if document.in_trash_here => tally.restored += 1,
                Taking::Take if document.deleted_by_sender => tally.deleted += 1,
                Taking::Take => {
                    tally.merged += 1;
                    tally.left_open += document.left_open();
                }
                Taking::Copy => tally.copied += 1,
                Taking::Skip => {}
            }
        }
        tally
    }
}
