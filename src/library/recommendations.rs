//! Recommendations on community engagement (S2), each ready to become an objective or a question.

use super::error::LibraryError;
use super::flaw::{Flaw, look_at_ids, look_at_references};
use super::read::{FromJson, read_file, reads};
use super::source::Source;
use super::topic::Wording;
use crate::model::FocusArea;
use crate::order::Set;

/// The file `library/recommendations.json`: cards in the order of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    test,
    derive(schemars::JsonSchema, serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct Recommendations {
    /// Address of the schema, for editors that complete and check while typing. The app ignores it.
    #[cfg_attr(test, serde(rename = "$schema", default, skip_serializing_if = "Option::is_none"))]
    pub schema: Option<String>,
    /// The English that the file is written in.
    pub wording: Wording,
    /// Where the recommendations come from.
    pub source: Source,
    /// The recommendations, in the order of the source.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub recommendations: Vec<Recommendation>,
}

/// One recommendation: in our words to choose by, in those of the source to rely on.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    test,
    derive(schemars::JsonSchema, serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct Recommendation {
    /// Name of the recommendation within the file: lower-case words joined by hyphens.
    #[cfg_attr(test, schemars(regex(pattern = r"^[a-z0-9]+(-[a-z0-9]+)*$")))]
    pub id: String,
    /// What it is about, in a few words of ours.
    pub title: String,
    /// One or two sentences in our words.
    pub summary: String,
    /// Its heading in the source.
    pub heading: String,
    /// Its text exactly as in the source, misprints included; only line wraps are left out.
    pub text: String,
    /// The text ends in mid-sentence in the source.
    #[cfg_attr(test, serde(default, skip_serializing_if = "std::ops::Not::not"))]
    pub is_cut_off: bool,
    /// The recommendation of which this is another version, by id.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Option::is_none"))]
    pub version_of: Option<String>,
    /// The focus areas that it belongs to, the closest first.
    #[cfg_attr(test, schemars(schema_with = "super::tests::focus_areas"))]
    pub focus_areas: Vec<FocusArea>,
    /// An objective for an exchange about it.
    pub objective: String,
    /// A question about it to put to a host.
    pub question: String,
}

impl Recommendations {
    /// Reads `library/recommendations.json`. What it refers to is looked at by [`Self::check`].
    ///
    /// # Errors
    /// The text is not JSON, or lacks a field, or has one that the file does not have.
    pub fn read(text: &str) -> Result<Self, LibraryError> {
        read_file(text, |reason| LibraryError::NotRecommendations { reason })
    }

    /// Returns a recommendation, by its id.
    pub fn find(&self, id: &str) -> Option<&Recommendation> {
        self.recommendations.iter().find(|recommendation| recommendation.id == id)
    }

    /// Returns the other versions of a recommendation, in the order of the source; none for most.
    pub fn other_versions(&self, id: &str) -> Vec<&Recommendation> {
        let first = self.find(id).map(Recommendation::first_version);
        let is_other = |it: &&Recommendation| it.id != id && Some(it.first_version()) == first;
        self.recommendations.iter().filter(is_other).collect()
    }

    /// Returns everything that is wrong with the file, in a fixed order; nothing for a sound one.
    pub fn check(&self) -> Vec<Flaw> {
        let mut flaws = Vec::new();
        look_at_ids(&mut flaws, "recommendations", self.recommendations.iter().map(|it| &it.id));
        let known: Set<&str> = self.recommendations.iter().map(|it| it.id.as_str()).collect();
        for one in &self.recommendations {
            let address = format!("recommendations/{}/version_of", one.id);
            look_at_references(&mut flaws, &known, &address, one.version_of.as_slice());
            let first = one.version_of.as_deref().and_then(|first| self.find(first));
            if let Some(first) = first.filter(|first| first.version_of.is_some()) {
                flaws.push(Flaw::VersionOfAVersion {
                    recommendation: one.id.clone(),
                    first: first.id.clone(),
                });
            }
            match (ends_a_sentence(&one.text), one.is_cut_off) {
                (false, false) => flaws.push(Flaw::CutOffUnsaid { recommendation: one.id.clone() }),
                (true, true) => flaws.push(Flaw::NotCutOff { recommendation: one.id.clone() }),
                (true, false) | (false, true) => {}
            }
        }
        self.source.check("source", &mut flaws);
        flaws
    }
}

impl Recommendation {
    /// Returns the id of the version that the others refer to.
    fn first_version(&self) -> &str {
        self.version_of.as_deref().unwrap_or(&self.id)
    }
}

/// True if a text ends as a sentence does; three dots are no end.
fn ends_a_sentence(text: &str) -> bool {
    text.ends_with(['.', '!', '?']) && !text.ends_with("...")
}

reads!(Recommendations { wording, source, recommendations; schema as "$schema" });

reads!(Recommendation { id, title, summary, heading, text, focus_areas, objective, question; is_cut_off, version_of });
