//! A file that was opened and not yet taken in: what it would bring, and what a person chose.
//! Pure: nothing stored changes here.

mod conflict;
mod exchange;

#[cfg(test)]
mod tests;

pub use conflict::{IncomingConflict, Settling, both};
pub use exchange::{Counted, IncomingExchange};

use crate::bundle::{Bundle, Entry, Sender};
use crate::model::Id;

/// A file with exchanges, and what is to be done with each.
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
    /// The exchanges, in the order of the file.
    pub exchanges: Vec<IncomingExchange>,
}

/// How an exchange of a file compares with what is here.
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

/// What is to be done with an exchange of a file.
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
    /// How many exchanges are merged into one that is here.
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
    /// Compares a file with what is here, and chooses for each exchange what loses nothing.
    pub fn new(bundle: Bundle, local: impl Fn(&Id) -> Option<Entry>) -> Self {
        let mut entries: Vec<Entry> = Vec::new();
        for entry in bundle.entries {
            match entries.iter_mut().find(|known| known.id == entry.id) {
                Some(known) => known.merge(&entry),
                None => entries.push(entry),
            }
        }
        let compared = entries.into_iter().map(|entry| {
            let local = local(&entry.id);
            IncomingExchange::new(entry, local.as_ref())
        });
        Self {
            exchanges: compared.collect(),
            created: bundle.created,
            sender: bundle.sender,
            message: bundle.message,
            marking: bundle.marking,
        }
    }

    /// Returns what the choices come to.
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for exchange in &self.exchanges {
            match exchange.taking {
                Taking::Take if exchange.standing == Standing::New => tally.added += 1,
                Taking::Take if exchange.in_trash_here => tally.restored += 1,
                Taking::Take if exchange.deleted_by_sender => tally.deleted += 1,
                Taking::Take => {
                    tally.merged += 1;
                    tally.left_open += exchange.left_open();
                }
                Taking::Copy => tally.copied += 1,
                Taking::Skip => {}
            }
        }
        tally
    }
}
