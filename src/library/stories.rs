//! Stories of sites (S0, S1): what they did and what was seen, never that one caused the other.

use super::catalogue::Catalogue;
use super::error::LibraryError;
use super::flaw::{Flaw, look_at_ids, look_at_references};
use super::read::{FromJson, read_file, reads};
use super::source::Source;
use super::topic::Wording;
use crate::model::FocusArea;
use crate::order::Set;

/// The file `library/stories.json`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    test,
    derive(schemars::JsonSchema, serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct Stories {
    /// Address of the schema, for editors that complete and check while typing. The app ignores it.
    #[cfg_attr(test, serde(rename = "$schema", default, skip_serializing_if = "Option::is_none"))]
    pub schema: Option<String>,
    /// The English that the file is written in.
    pub wording: Wording,
    /// The stories.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub stories: Vec<Story>,
}

/// What one site did, and what was seen there: two statements that stand beside each other.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    test,
    derive(schemars::JsonSchema, serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct Story {
    /// Name of the story within the file: lower-case words joined by hyphens.
    #[cfg_attr(test, schemars(regex(pattern = r"^[a-z0-9]+(-[a-z0-9]+)*$")))]
    pub id: String,
    /// What it is about, in a few words.
    pub title: String,
    /// City and state; for a visit, of the visitor and of the host.
    pub place: String,
    /// What was done, in our words.
    pub done: String,
    /// What was seen, in our words. That it follows from what was done is nowhere said.
    pub seen: String,
    /// Figures, one each, with the words that the agency reported them.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub figures: Vec<String>,
    /// The focus areas that it belongs to, the closest first.
    #[cfg_attr(test, schemars(schema_with = "super::tests::focus_areas"))]
    pub focus_areas: Vec<FocusArea>,
    /// Topics of the library for a visit about it, by id.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub topics: Vec<String>,
    /// Where it comes from.
    pub source: Source,
}

impl Stories {
    /// Reads `library/stories.json`. What it refers to is looked at by [`Self::check`].
    ///
    /// # Errors
    /// The text is not JSON, or lacks a field, or has one that the file does not have.
    pub fn read(text: &str) -> Result<Self, LibraryError> {
        read_file(text, |reason| LibraryError::NotStories { reason })
    }

    /// Returns a story, by its id.
    pub fn find(&self, id: &str) -> Option<&Story> {
        self.stories.iter().find(|story| story.id == id)
    }

    /// Returns everything that is wrong with the file, in a fixed order; nothing for a sound one.
    ///
    /// - `catalogue`: The topics that there are.
    pub fn check(&self, catalogue: &Catalogue) -> Vec<Flaw> {
        let mut flaws = Vec::new();
        look_at_ids(&mut flaws, "stories", self.stories.iter().map(|story| &story.id));
        let topics: Set<&str> = catalogue.topics.iter().map(|card| card.id.as_str()).collect();
        for story in &self.stories {
            let address = format!("stories/{}/topics", story.id);
            look_at_references(&mut flaws, &topics, &address, &story.topics);
            story.source.check(&format!("stories/{}/source", story.id), &mut flaws);
        }
        flaws
    }
}

reads!(Stories { wording, stories; schema as "$schema" });

reads!(Story { id, title, place, done, seen, focus_areas, source; figures, topics });
