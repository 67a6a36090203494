//! The list of topics that the library page shows before any topic is opened.

use super::error::LibraryError;
use super::read::{FromJson, read_file, reads};
use super::topic::{Audience, Topic, Wording};
use crate::model::FocusArea;
use crate::order;

/// The file `library/topics.json`: a card for every topic, in the order of their titles.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(test, derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Catalogue {
    /// The cards.
    pub topics: Vec<TopicCard>,
}

/// What a reader needs to choose a topic.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(test, derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct TopicCard {
    /// The topic's id.
    pub id: String,
    /// The topic's title.
    pub title: String,
    /// The topic's summary.
    pub summary: String,
    /// Words by which somebody may look for the topic.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub keywords: Vec<String>,
    /// The focus areas that it belongs to, the closest first.
    pub focus_areas: Vec<FocusArea>,
    /// Communities of practice that it concerns.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub audience: Vec<Audience>,
    /// The English that it is written in.
    pub wording: Wording,
    /// Length of the visit in days.
    pub days: u8,
    /// Minutes of content: the sessions without breaks.
    pub minutes: u32,
    /// How many sessions, breaks not counted.
    pub sessions: usize,
    /// How many objectives.
    pub objectives: usize,
    /// How many potential outcomes.
    pub outcomes: usize,
    /// How many questions.
    pub questions: usize,
    /// Where the topic is, seen from the catalogue.
    pub file: String,
}

impl Catalogue {
    /// Reads `library/topics.json`.
    ///
    /// # Errors
    /// The text is not JSON, or not a catalogue.
    pub fn read(text: &str) -> Result<Self, LibraryError> {
        read_file(text, |reason| LibraryError::NotACatalogue { reason })
    }

    /// Returns the catalogue of these topics.
    pub fn of(topics: &[Topic]) -> Self {
        let mut cards: Vec<_> = topics.iter().map(TopicCard::of).collect();
        order::sort_by(&mut cards, |one, other| {
            (&one.title, &one.id).cmp(&(&other.title, &other.id))
        });
        Self { topics: cards }
    }

    /// Returns the card of a topic, by its id.
    pub fn card(&self, id: &str) -> Option<&TopicCard> {
        self.topics.iter().find(|card| card.id == id)
    }
}

impl TopicCard {
    /// Returns the card of this topic.
    pub fn of(topic: &Topic) -> Self {
        let content = || topic.sessions.iter().filter(|session| !session.is_break());
        Self {
            id: topic.id.clone(),
            title: topic.title.clone(),
            summary: topic.summary.clone(),
            keywords: topic.keywords.clone(),
            focus_areas: topic.focus_areas.clone(),
            audience: topic.audience.clone(),
            wording: topic.wording,
            days: topic.days,
            minutes: content().map(|session| u32::from(session.minutes)).sum(),
            sessions: content().count(),
            objectives: topic.objectives.len(),
            outcomes: topic.outcomes.len(),
            questions: topic.questions.len(),
            file: format!("topics/{}.json", topic.id),
        }
    }
}

reads!(Catalogue { topics;  });

reads!(TopicCard { id, title, summary, focus_areas, wording, days, minutes, sessions, objectives, outcomes, questions, file; keywords, audience });
