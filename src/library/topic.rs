//! What a topic file says: a visit that an agency can start from and then make its own.
//!
//! Plain data with unknown fields refused, so a misspelt field is told and not lost. The doc
//! comments of the types are also the descriptions in the published schema.

use serde_json::Value;

use super::error::LibraryError;
use super::read::{FromJson, Misfit, read_file, reads};
use crate::model::{FocusArea, SessionKind, ShowsIn, Slot, TimeOfDay};
use crate::order;

/// A topic: agenda, objectives, potential outcomes, questions and tasks for a visit about one
/// subject, as in the topic page of "A Guide to Peer Exchanges".
///
/// S0 stands for that guide, S1 for the "Executive Overview of the National Public Safety
/// Partnership".
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    test,
    derive(schemars::JsonSchema, serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct Topic {
    /// Address of the schema, for editors that complete and check while typing. The app ignores it.
    #[cfg_attr(test, serde(rename = "$schema", default, skip_serializing_if = "Option::is_none"))]
    pub schema: Option<String>,
    /// Name of the file without `.json`: lower-case words joined by hyphens.
    #[cfg_attr(test, schemars(regex(pattern = r"^[a-z0-9]+(-[a-z0-9]+)*$")))]
    pub id: String,
    /// What the visit is about, in a few words.
    pub title: String,
    /// Two or three sentences: who gains from the visit and what it shows.
    pub summary: String,
    /// Everyday words, abbreviations and other names by which somebody may look for the topic.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(test, schemars(inner(length(min = 2, max = 40))))]
    pub keywords: Vec<String>,
    /// The focus areas that the topic belongs to, the closest first.
    #[cfg_attr(test, schemars(schema_with = "super::tests::focus_areas"))]
    pub focus_areas: Vec<FocusArea>,
    /// Communities of practice that the topic concerns.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub audience: Vec<Audience>,
    /// The English that the topic is written in.
    pub wording: Wording,
    /// Where the content comes from.
    pub source: TopicSource,
    /// A goal to start from: one sentence that the agency rewrites as its own.
    pub goal: String,
    /// Length of the visit in days.
    #[cfg_attr(test, schemars(range(min = 1, max = 5)))]
    pub days: u8,
    /// The agenda in order of time, breaks included.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub sessions: Vec<TopicSession>,
    /// What the visitors want to learn or be able to do.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub objectives: Vec<TopicObjective>,
    /// What may be different at home afterwards: a list of its own, since S0 keeps potential
    /// outcomes apart from objectives.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub outcomes: Vec<TopicOutcome>,
    /// What the visitors ask.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub questions: Vec<TopicQuestion>,
    /// Roles at the host whom the visitors need to meet. Roles, never names.
    pub people_to_meet: Vec<String>,
    /// Roles of the visiting site that gain most and can drive change on return (S0).
    pub people_to_send: Vec<String>,
    /// What the host gets ready.
    pub host_checklist: Vec<TopicTask>,
    /// What the visitors read, gather and settle before they travel.
    pub preparation: Vec<TopicTask>,
    /// Further reading. Addresses are as printed in the source and may have moved since.
    pub resources: Vec<TopicResource>,
}

/// A community of practice (S1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    test,
    derive(schemars::JsonSchema, serde::Serialize, serde::Deserialize),
    serde(rename_all = "kebab-case")
)]
pub enum Audience {
    /// Technologists.
    Technologists,
    /// Crime analysts.
    CrimeAnalysts,
    /// Prosecutors.
    Prosecutors,
    /// Public information officers.
    PublicInformationOfficers,
}

/// The English of a text: American ("agency", "program") or British ("force", "programme").
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    test,
    derive(schemars::JsonSchema, serde::Serialize, serde::Deserialize),
    serde(rename_all = "lowercase")
)]
pub enum Wording {
    /// American English and the terms of agencies in the United States.
    Us,
    /// British English and the terms of forces in the United Kingdom.
    Uk,
}

/// The document that a topic rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    test,
    derive(schemars::JsonSchema, serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct TopicSource {
    /// Title of the document, with its publisher or record number.
    pub name: String,
    /// Year of publication, when the document or its library record says so.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Option::is_none"))]
    pub year: Option<u16>,
    /// Public address of the document or of its library record.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(test, schemars(regex(pattern = r"^https?://")))]
    pub address: Option<String>,
    /// What is taken from the document and what was added.
    pub note: String,
}

/// One item of the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    test,
    derive(schemars::JsonSchema, serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct TopicSession {
    /// Name of the session within the topic: lower-case words joined by hyphens.
    #[cfg_attr(test, schemars(regex(pattern = r"^[a-z0-9]+(-[a-z0-9]+)*$")))]
    pub id: String,
    /// Title on the agenda.
    pub title: String,
    /// What people do in it; it decides the icon on the agenda.
    #[cfg_attr(test, schemars(schema_with = "super::tests::session_kind"))]
    pub kind: SessionKind,
    /// Day of the visit, 1 for the first.
    #[cfg_attr(test, schemars(range(min = 1, max = 5)))]
    pub day: u8,
    /// Local time at the host, 24 hours, as "HH:MM".
    #[cfg_attr(
        test,
        schemars(with = "String", regex(pattern = r"^([01][0-9]|2[0-3]):[0-5][0-9]$"))
    )]
    pub start: TimeOfDay,
    /// Length in minutes.
    #[cfg_attr(test, schemars(range(min = 5, max = 600)))]
    pub minutes: u16,
    /// Objectives that the session serves, by id.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub objectives: Vec<String>,
    /// What is covered, one subject each.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub points: Vec<String>,
    /// Whom the visitors meet in it, by role.
    #[cfg_attr(test, serde(default, skip_serializing_if = "String::is_empty"))]
    pub who: String,
}

impl TopicSession {
    /// Returns its place in the agenda.
    pub fn slot(&self) -> Slot {
        Slot { day: self.day, start: self.start, minutes: self.minutes }
    }

    /// Returns whether this is a break: no objectives, and not counted as content.
    pub fn is_break(&self) -> bool {
        self.kind == SessionKind::Break
    }
}

/// What the visitors want to learn or be able to do.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    test,
    derive(schemars::JsonSchema, serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct TopicObjective {
    /// Name of the objective within the topic: lower-case words joined by hyphens.
    #[cfg_attr(test, schemars(regex(pattern = r"^[a-z0-9]+(-[a-z0-9]+)*$")))]
    pub id: String,
    /// The objective as a sentence.
    pub text: String,
    /// One or two words, for the head of a table.
    pub short: String,
}

/// What may be different at home afterwards.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    test,
    derive(schemars::JsonSchema, serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct TopicOutcome {
    /// Name of the outcome within the topic: lower-case words joined by hyphens.
    #[cfg_attr(test, schemars(regex(pattern = r"^[a-z0-9]+(-[a-z0-9]+)*$")))]
    pub id: String,
    /// The outcome in words.
    pub text: String,
    /// Objectives that lead to it, by id.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub objectives: Vec<String>,
    /// Where it can be seen.
    #[cfg_attr(test, schemars(schema_with = "super::tests::shows_in"))]
    pub shows_in: ShowsIn,
}

/// A question to put to the host.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    test,
    derive(schemars::JsonSchema, serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct TopicQuestion {
    /// Name of the question within the topic: lower-case words joined by hyphens.
    #[cfg_attr(test, schemars(regex(pattern = r"^[a-z0-9]+(-[a-z0-9]+)*$")))]
    pub id: String,
    /// The question.
    pub text: String,
    /// The objective that the answer serves most, by id.
    pub objective: String,
    /// One of the headline questions, three at most, that the visit must not end without.
    #[cfg_attr(test, serde(default, skip_serializing_if = "std::ops::Not::not"))]
    pub headline: bool,
    /// The session in which to ask it, by id.
    #[cfg_attr(test, serde(default, skip_serializing_if = "Option::is_none"))]
    pub session: Option<String>,
}

/// Something to do before the visit.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    test,
    derive(schemars::JsonSchema, serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct TopicTask {
    /// What is to be done, as an instruction.
    pub text: String,
    /// Due this many days before the first day of the visit; 0 is that day.
    #[cfg_attr(test, schemars(range(min = 0, max = 365)))]
    pub days_before: u16,
}

/// A document to read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    test,
    derive(schemars::JsonSchema, serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
pub struct TopicResource {
    /// Title as printed in the source.
    pub title: String,
    /// Address as printed in the source.
    #[cfg_attr(test, schemars(regex(pattern = r"^https?://")))]
    pub address: String,
}

impl Topic {
    /// Reads a topic file. What it refers to is looked at by [`Topic::check`].
    ///
    /// # Errors
    /// The text is not JSON, or lacks a field, or has one that a topic does not have.
    pub fn read(text: &str) -> Result<Self, LibraryError> {
        read_file(text, |reason| LibraryError::NotATopic { reason })
    }

    /// Returns the sessions of one day in order of time.
    pub fn sessions_of_day(&self, day: u8) -> Vec<&TopicSession> {
        let mut sessions: Vec<_> =
            self.sessions.iter().filter(|session| session.day == day).collect();
        order::sort_by(&mut sessions, |one, other| one.start.cmp(&other.start));
        sessions
    }
}

reads!(Topic { id, title, summary, focus_areas, wording, source, goal, days, sessions, objectives, outcomes, questions, people_to_meet, people_to_send, host_checklist, preparation, resources; schema as "$schema", keywords, audience });

reads!(TopicSource { name, note; year, address });

reads!(TopicSession { id, title, kind, day, start, minutes; objectives, points, who });

reads!(TopicObjective { id, text, short;  });

reads!(TopicOutcome { id, text, objectives, shows_in;  });

reads!(TopicQuestion { id, text, objective; headline, session });

reads!(TopicTask { text, days_before;  });

reads!(TopicResource { title, address;  });

impl FromJson for Audience {
    fn from_json(json: &Value) -> Result<Self, Misfit> {
        match json.as_str() {
            Some("technologists") => Ok(Self::Technologists),
            Some("crime-analysts") => Ok(Self::CrimeAnalysts),
            Some("prosecutors") => Ok(Self::Prosecutors),
            Some("public-information-officers") => Ok(Self::PublicInformationOfficers),
            _ => Err(Misfit::here("is no audience")),
        }
    }
}

impl FromJson for Wording {
    fn from_json(json: &Value) -> Result<Self, Misfit> {
        match json.as_str() {
            Some("us") => Ok(Self::Us),
            Some("uk") => Ok(Self::Uk),
            _ => Err(Misfit::here("is no wording")),
        }
    }
}
