//! Collaboration principles for police and for residents (S4).

use super::error::LibraryError;
use super::flaw::{Flaw, look_at_ids, look_at_references};
use super::read::{FromJson, read_file, reads};
use super::source::Source;
use super::topic::Wording;
use crate::order::Set;

/// The file `library/principles.json`: two columns in the order of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    test,
    derive(schemars::JsonSchema, serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct Principles {
    /// Address of the schema, for editors that complete and check while typing. The app ignores it.
    #[cfg_attr(test, serde(rename = "$schema", default, skip_serializing_if = "Option::is_none"))]
    pub schema: Option<String>,
    /// The English that the file is written in.
    pub wording: Wording,
    /// Where the principles come from.
    pub source: Source,
    /// The subjects of the workshops that the principles were drawn from, in the order and words of
    /// the source.
    pub themes: Vec<Principle>,
    /// The principles for police, in the order of the source.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub police: Vec<Principle>,
    /// The principles for residents, in the order of the source.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub residents: Vec<Principle>,
    /// Which principle of one side answers to which of the other. The source pairs none.
    pub pairings: Vec<Pairing>,
}

/// One principle, or one theme of the workshops.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    test,
    derive(schemars::JsonSchema, serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct Principle {
    /// Name of the principle within the file: lower-case words joined by hyphens.
    #[cfg_attr(test, schemars(regex(pattern = r"^[a-z0-9]+(-[a-z0-9]+)*$")))]
    pub id: String,
    /// What it is about, in one to three words of ours.
    pub title: String,
    /// The words of the source, misprints included, with a capital letter in front.
    pub text: String,
}

/// Two principles that answer to each other. Ours, not the source's: to be marked as such.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    test,
    derive(schemars::JsonSchema, serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct Pairing {
    /// The principle for police, by id.
    pub police: String,
    /// The principle for residents, by id.
    pub residents: String,
    /// Why they belong together, in one sentence.
    pub reason: String,
}

impl Principles {
    /// Reads `library/principles.json`. What it refers to is looked at by [`Self::check`].
    ///
    /// # Errors
    /// The text is not JSON, or lacks a field, or has one that the file does not have.
    pub fn read(text: &str) -> Result<Self, LibraryError> {
        read_file(text, |reason| LibraryError::NotPrinciples { reason })
    }

    /// Returns a principle of either side, by its id.
    pub fn find(&self, id: &str) -> Option<&Principle> {
        self.police.iter().chain(&self.residents).find(|principle| principle.id == id)
    }

    /// Returns the pairings of a principle of either side.
    pub fn pairings_of(&self, id: &str) -> Vec<&Pairing> {
        self.pairings.iter().filter(|pair| pair.police == id || pair.residents == id).collect()
    }

    /// Returns everything that is wrong with the file, in a fixed order; nothing for a sound one.
    pub fn check(&self) -> Vec<Flaw> {
        let mut flaws = Vec::new();
        // One list of both sides, so that an id says which principle is meant without the side.
        let both = self.police.iter().chain(&self.residents);
        look_at_ids(&mut flaws, "principles", both.map(|principle| &principle.id));
        look_at_ids(&mut flaws, "themes", self.themes.iter().map(|theme| &theme.id));
        let police: Set<&str> = self.police.iter().map(|it| it.id.as_str()).collect();
        let residents: Set<&str> = self.residents.iter().map(|it| it.id.as_str()).collect();
        for (at, pair) in self.pairings.iter().enumerate() {
            for (known, side, id) in
                [(&police, "police", &pair.police), (&residents, "residents", &pair.residents)]
            {
                let address = format!("pairings[{at}]/{side}");
                look_at_references(&mut flaws, known, &address, std::slice::from_ref(id));
            }
        }
        self.source.check("source", &mut flaws);
        flaws
    }
}

reads!(Principles { wording, source, themes, police, residents, pairings; schema as "$schema" });

reads!(Principle { id, title, text;  });

reads!(Pairing { police, residents, reason;  });
