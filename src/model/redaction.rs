//! What a redacted copy leaves out: each field belongs to a class, and a copy leaves out classes.
//!
//! A class is named where the field is declared: `pub(Contact) lodging: String`. Whole records can be
//! left out besides: what is [`private`](Exchange::is_private), and another organisation's part.

use super::choice::choices;
use super::{Exchange, Id};

choices! {
    /// What has to be left out for a field to be left out.
    pub enum Class {
        /// Nothing: the field goes into every copy.
        Open = "open",
        /// What is private, if the field's record is.
        Private = "private_notes",
        /// Contact details and logistics.
        Contact = "contact",
        /// Names of people; their role is shown instead.
        Name = "names",
        /// Assessments and debriefs.
        Assessment = "assessments",
        /// Names of those who wrote something.
        AuthorName = "author_names",
    }
}

impl Exchange {
    /// Returns the class of a field; `None` for one that this version does not know, which a redacted
    /// copy therefore leaves out.
    pub fn class(collection: Option<&str>, field: &str) -> Option<Class> {
        let declared = Self::declared(collection).iter().find(|declared| declared.name == field)?;
        Some(declared.class)
    }

    /// Returns whether a record is private: a note that its author marked so, or an answer from the six
    /// weeks that is not shared yet.
    pub fn is_private(&self, collection: &str, id: &Id) -> bool {
        match collection {
            "notes" => self.notes.get(id).is_some_and(|note| note.private),
            "prompts" => self.prompts.get(id).is_some_and(|prompt| !prompt.shared),
            _ => false,
        }
    }
}
