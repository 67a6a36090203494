//! The address of what a warning is about.

use super::Warning;
use crate::model::{Exchange, Id};

/// What a warning is about, as a plain value: a record or the exchange itself, and its field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The record's collection and id; `None` for the exchange itself.
    pub record: Option<(&'static str, Id)>,
    /// The field; `None` for the record as a whole, or for one that is missing.
    pub field: Option<&'static str>,
}

impl Place {
    /// A field of the exchange itself.
    pub(super) fn field(field: &'static str) -> Self {
        Self { record: None, field: Some(field) }
    }

    /// A field of a record.
    pub(super) fn at(collection: &'static str, id: &Id, field: &'static str) -> Self {
        Self { record: Some((collection, id.clone())), field: Some(field) }
    }

    /// A record as a whole.
    fn record(collection: &'static str, id: &Id) -> Self {
        Self { record: Some((collection, id.clone())), field: None }
    }

    /// The exchange as a whole: something is missing from it.
    fn whole() -> Self {
        Self { record: None, field: None }
    }
}

impl Warning {
    /// Returns the address of what the warning is about.
    pub fn place(&self) -> Place {
        match self {
            Self::NoGoal => Place::field("goal"),
            Self::ObjectiveWithoutQuestion(id) | Self::ObjectiveWithoutSession(id) => {
                Place::record("objectives", id)
            }
            Self::ObjectivesWithoutAssessment(some) => Place::record("objectives", &some.first),
            Self::OutcomeWithoutObjective(id) => Place::at("outcomes", id, "objectives"),
            Self::OutcomesWithoutCheckIn(some) => Place::record("outcomes", &some.first),
            Self::QuestionsWithoutAsker(some) => Place::at("questions", &some.first, "asked_by"),
            Self::QuestionsWithoutAnswer(some) => Place::record("questions", &some.first),
            Self::PracticesWithoutAction(some) => Place::record("notes", &some.first),
            Self::TooFewVisitors { organisation, .. } | Self::TooManyOfOne { organisation, .. } => {
                Place::record("organisations", organisation)
            }
            Self::TooManyHeadlines(_)
            | Self::NobodyDrivesChange
            | Self::OnlyPolice
            | Self::NoCommunityVoice
            | Self::HostNotChosen
            | Self::ReportOverdue(None)
            | Self::CheckInDue(_)
            | Self::NoNews(_) => Place::whole(),
            Self::PeopleWithoutOrganisation(some) => {
                Place::at("people", &some.first, "organisation")
            }
            Self::HostAsVisitor(id) => Place::at("people", id, "role"),
            Self::SessionsOverlap { second, .. } => Place::at("sessions", second, "slot"),
            Self::PersonInTwoSessions { second, .. } => Place::at("sessions", second, "people"),
            Self::LongGap { after, .. } => Place::at("sessions", after, "slot"),
            Self::SessionAfterLastDay(id)
            | Self::SessionOnNoDay(id)
            | Self::SessionPastMidnight(id) => Place::at("sessions", id, "slot"),
            Self::SessionsWithoutTime(some) => Place::at("sessions", &some.first, "slot"),
            Self::LastDayBeforeFirst | Self::LongVisit(_) => Place::field("dates"),
            Self::StrangeDate(place) => place.clone(),
            Self::DateOptionPassed(_) => Place::field("date_options"),
            Self::HostBlocked { host, .. } => Place::at("organisations", host, "blocked_dates"),
            Self::TooManyForHost { host, .. } => Place::at("organisations", host, "places"),
            Self::TaskOverdue(id) => Place::record("tasks", id),
            Self::ReportOverdue(Some(id)) => Place::at("reports", id, "sent_on"),
            Self::ActionOverdue(id) => Place::at("actions", id, "status"),
            Self::ActionsWithoutOwner(some) => Place::at("actions", &some.first, "owner"),
            Self::AdoptedWithoutWhy(id) => Place::at("actions", id, "why"),
            Self::KeepUntilPassed(_) => Place::field("keep_until"),
            Self::ChangedSinceAgreed { agreement, .. } => Place::record("agreements", agreement),
            Self::Unreadable(unreadable) => {
                let record = unreadable.record.as_ref();
                let collection = record.map(|(collection, _)| collection.as_str());
                // Only fields that are known can be unreadable.
                let declared = Exchange::declared(collection).iter();
                let field = declared.map(|it| it.name).find(|name| *name == unreadable.field);
                let record = record.and_then(|(collection, id)| {
                    let known = Exchange::COLLECTIONS.iter().find(|known| *known == collection)?;
                    Some((*known, id.clone()))
                });
                Place { record, field }
            }
            Self::Removed { collection: None, field, .. } => Place::field(field),
            Self::Removed { collection: Some(collection), field, records } => {
                Place::at(collection, &records.first, field)
            }
        }
    }
}
