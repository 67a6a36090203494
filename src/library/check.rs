//! What is wrong with a topic that could be read: told as data, so a page can show the rest.

use super::flaw::{Flaw, look_at_address, look_at_ids, look_at_references};
use super::topic::{Topic, TopicSession};
use crate::model::{Question, Slot};
use crate::order::Set;

const MINUTES_OF_A_DAY: u16 = 24 * 60;

impl Topic {
    /// Returns everything that is wrong with the topic, in a fixed order; nothing for a sound one.
    pub fn check(&self) -> Vec<Flaw> {
        let mut flaws = Vec::new();
        self.check_ids(&mut flaws);
        self.check_references(&mut flaws);
        self.check_times(&mut flaws);
        self.check_coverage(&mut flaws);
        self.check_addresses(&mut flaws);
        flaws
    }

    fn check_ids(&self, flaws: &mut Vec<Flaw>) {
        look_at_ids(flaws, "id", std::iter::once(&self.id));
        look_at_ids(flaws, "sessions", self.sessions.iter().map(|session| &session.id));
        look_at_ids(flaws, "objectives", self.objectives.iter().map(|objective| &objective.id));
        look_at_ids(flaws, "outcomes", self.outcomes.iter().map(|outcome| &outcome.id));
        look_at_ids(flaws, "questions", self.questions.iter().map(|question| &question.id));
    }

    fn check_references(&self, flaws: &mut Vec<Flaw>) {
        let objectives: Set<_> =
            self.objectives.iter().map(|objective| objective.id.as_str()).collect();
        let sessions: Set<_> = self.sessions.iter().map(|session| session.id.as_str()).collect();
        for session in &self.sessions {
            let address = format!("sessions/{}/objectives", session.id);
            look_at_references(flaws, &objectives, &address, &session.objectives);
        }
        for outcome in &self.outcomes {
            let address = format!("outcomes/{}/objectives", outcome.id);
            look_at_references(flaws, &objectives, &address, &outcome.objectives);
        }
        for question in &self.questions {
            let address = format!("questions/{}/objective", question.id);
            let objective = std::slice::from_ref(&question.objective);
            look_at_references(flaws, &objectives, &address, objective);
            let address = format!("questions/{}/session", question.id);
            look_at_references(flaws, &sessions, &address, question.session.as_slice());
        }
    }

    fn check_times(&self, flaws: &mut Vec<Flaw>) {
        for session in &self.sessions {
            let id = || session.id.clone();
            if session.minutes == 0 {
                flaws.push(Flaw::NoLength { session: id() });
            }
            if session.slot().end() > MINUTES_OF_A_DAY {
                flaws.push(Flaw::RunsPastMidnight { session: id() });
            }
            if !(1..=self.days).contains(&session.day) {
                flaws.push(Flaw::DayOutside { session: id(), day: session.day, days: self.days });
            }
        }
        for day in 1..=self.days {
            let sessions = self.sessions_of_day(day);
            if sessions.is_empty() {
                flaws.push(Flaw::EmptyDay { day });
            }
            flaws.extend(overlaps(day, &sessions));
        }
    }

    fn check_coverage(&self, flaws: &mut Vec<Flaw>) {
        for objective in &self.objectives {
            let id = &objective.id;
            if !self.sessions.iter().any(|session| session.objectives.contains(id)) {
                flaws.push(Flaw::ObjectiveWithoutSession { objective: id.clone() });
            }
            if !self.questions.iter().any(|question| question.objective == *id) {
                flaws.push(Flaw::ObjectiveWithoutQuestion { objective: id.clone() });
            }
        }
        for outcome in self.outcomes.iter().filter(|outcome| outcome.objectives.is_empty()) {
            flaws.push(Flaw::OutcomeWithoutObjective { outcome: outcome.id.clone() });
        }
        let count = self.questions.iter().filter(|question| question.headline).count();
        if count > Question::MOST_HEADLINES {
            flaws.push(Flaw::TooManyHeadlines { count });
        }
    }

    fn check_addresses(&self, flaws: &mut Vec<Flaw>) {
        if let Some(address) = &self.source.address {
            look_at_address(flaws, "source", address);
        }
        for resource in &self.resources {
            look_at_address(flaws, "resources", &resource.address);
        }
    }
}

/// Pairs of neighbours that share time, for sessions in order of time.
///
/// A long session may reach over several later ones, so each is held against the one that has
/// reached furthest so far, not only against the one before it.
fn overlaps(day: u8, sessions: &[&TopicSession]) -> Vec<Flaw> {
    let mut found = Vec::new();
    let mut furthest: Option<(Slot, &str)> = None;
    for session in sessions {
        let slot = session.slot();
        if let Some((reaching, first)) = furthest
            && slot.overlap(&reaching) > 0
        {
            let (first, second) = (first.to_owned(), session.id.clone());
            found.push(Flaw::Overlap { day, first, second });
        }
        if furthest.is_none_or(|(reaching, _)| slot.end() > reaching.end()) {
            furthest = Some((slot, &session.id));
        }
    }
    found
}
