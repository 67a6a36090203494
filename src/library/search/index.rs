//! What is searched: the file `library/search.json`, made of all other files of the library.

use serde_json::Value;

use crate::library::read::{FromJson, Misfit, read_file, reads};
use crate::library::{
    Catalogue, LibraryError, Principles, Recommendations, Stories, Topic, TopicCard,
};

/// The file `library/search.json`: one entry for everything that can be found, with its texts.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(test, derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct SearchIndex {
    /// The entries: topics, recommendations, principles, stories, resources.
    pub entries: Vec<SearchEntry>,
}

/// Something that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(test, derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct SearchEntry {
    /// What it is.
    pub kind: SearchKind,
    /// Its id among those of its kind; the address of a resource.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its keywords.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub keywords: Vec<String>,
    /// The rest of its texts.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub lines: Vec<String>,
}

/// What a search can find.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(test, derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum SearchKind {
    /// A topic.
    Topic,
    /// A recommendation.
    Recommendation,
    /// A collaboration principle.
    Principle,
    /// A story.
    Story,
    /// Further reading of a topic.
    Resource,
}

impl SearchKind {
    /// Every kind, in the order in which equally good hits are told.
    pub const ALL: [Self; 5] =
        [Self::Topic, Self::Recommendation, Self::Principle, Self::Story, Self::Resource];

    /// Returns the word that stands for it in the file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Topic => "topic",
            Self::Recommendation => "recommendation",
            Self::Principle => "principle",
            Self::Story => "story",
            Self::Resource => "resource",
        }
    }
}

impl SearchIndex {
    /// Reads `library/search.json`.
    ///
    /// # Errors
    /// The text is not JSON, or lacks a field, or has one that the file does not have.
    pub fn read(text: &str) -> Result<Self, LibraryError> {
        read_file(text, |reason| LibraryError::NotAnIndex { reason })
    }

    /// Returns the index of a library.
    pub fn of(
        topics: &[Topic],
        recommendations: &Recommendations,
        principles: &Principles,
        stories: &Stories,
    ) -> Self {
        let mut entries: Vec<_> = topics.iter().map(of_topic).collect();
        entries.extend(recommendations.recommendations.iter().map(|one| {
            SearchEntry {
                kind: SearchKind::Recommendation,
                id: one.id.clone(),
                title: one.title.clone(),
                keywords: Vec::new(),
                lines: [&one.heading, &one.summary, &one.text, &one.objective, &one.question]
                    .into_iter()
                    .flat_map(|text| sentences(text))
                    .collect(),
            }
        }));
        entries.extend(principles.police.iter().chain(&principles.residents).map(|one| {
            SearchEntry {
                kind: SearchKind::Principle,
                id: one.id.clone(),
                title: one.title.clone(),
                keywords: Vec::new(),
                lines: vec![one.text.clone()],
            }
        }));
        entries.extend(stories.stories.iter().map(|one| {
            SearchEntry {
                kind: SearchKind::Story,
                id: one.id.clone(),
                title: one.title.clone(),
                keywords: Vec::new(),
                lines: [&one.place, &one.done, &one.seen]
                    .into_iter()
                    .chain(&one.figures)
                    .flat_map(|text| sentences(text))
                    .collect(),
            }
        }));
        entries.extend(resources(topics));
        Self { entries }
    }

    /// Returns the index with the topics that the catalogue has, and with no others.
    ///
    /// Who hosts the page may add and remove topics and does not make the index anew: what it lacks
    /// is found by what stands on its card.
    pub fn fitted_to(mut self, catalogue: &Catalogue) -> Self {
        self.entries
            .retain(|entry| entry.kind != SearchKind::Topic || catalogue.card(&entry.id).is_some());
        for card in &catalogue.topics {
            let is_of =
                |entry: &&mut SearchEntry| entry.kind == SearchKind::Topic && entry.id == card.id;
            match self.entries.iter_mut().find(is_of) {
                Some(entry) => {
                    entry.title.clone_from(&card.title);
                    entry.keywords.clone_from(&card.keywords);
                }
                None => self.entries.push(of_card(card)),
            }
        }
        self
    }
}

fn of_topic(topic: &Topic) -> SearchEntry {
    let mut entry = of_card(&TopicCard::of(topic));
    entry.lines.extend(topic.objectives.iter().map(|objective| objective.text.clone()));
    entry.lines.extend(topic.questions.iter().map(|question| question.text.clone()));
    for session in topic.sessions.iter().filter(|session| !session.is_break()) {
        entry.lines.push(session.title.clone());
        entry.lines.extend_from_slice(&session.points);
    }
    entry
}

fn of_card(card: &TopicCard) -> SearchEntry {
    SearchEntry {
        kind: SearchKind::Topic,
        id: card.id.clone(),
        title: card.title.clone(),
        keywords: card.keywords.clone(),
        lines: sentences(&card.summary),
    }
}

/// Returns an entry for each address of further reading. Topics that name one address with different
/// titles say what each of them reads there: the first title stands for it, the others are lines.
fn resources(topics: &[Topic]) -> Vec<SearchEntry> {
    let mut entries: Vec<SearchEntry> = Vec::new();
    for resource in topics.iter().flat_map(|topic| &topic.resources) {
        match entries.iter_mut().find(|entry| entry.id == resource.address) {
            Some(entry) => {
                if entry.title != resource.title && !entry.lines.contains(&resource.title) {
                    entry.lines.push(resource.title.clone());
                }
            }
            None => entries.push(SearchEntry {
                kind: SearchKind::Resource,
                id: resource.address.clone(),
                title: resource.title.clone(),
                keywords: Vec::new(),
                lines: Vec::new(),
            }),
        }
    }
    entries
}

/// Returns the sentences of a text: a line that is shown for a hit should be short.
fn sentences(text: &str) -> Vec<String> {
    // "U.S. Attorney" is no end of a sentence: a small letter and a blank have to stand around it.
    let is_end = |at: usize| {
        let (before, after) = (text[..at].chars().next_back(), text[at + 1..].chars().next());
        before.is_some_and(|letter| !letter.is_ascii_uppercase()) && after == Some(' ')
    };
    let mut found = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(['.', '?', '!']).filter(|(at, _)| is_end(*at)) {
        found.push(text[start..=at].trim_start().to_owned());
        start = at + 1;
    }
    found.push(text[start..].trim_start().to_owned());
    found
}

reads!(SearchIndex { entries;  });

reads!(SearchEntry { kind, id, title; keywords, lines });

impl FromJson for SearchKind {
    fn from_json(json: &Value) -> Result<Self, Misfit> {
        let kind = Self::ALL.into_iter().find(|kind| json.as_str() == Some(kind.word()));
        kind.ok_or(Misfit::here("is no kind of entry"))
    }
}
