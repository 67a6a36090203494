//! Loose ends as data: they never block, and each names the record that mends it.

use super::agenda;
use super::rank;
use super::{Exchange, Id, OrganisationKind, Part, Question, thread};

/// Something a person may want to mend. Ignoring it is allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// The exchange has no goal yet (S0).
    NoGoal,
    /// No question asks about this objective (S3: clear questions).
    ObjectiveWithoutQuestion(Id),
    /// No session serves this objective (S0: an agenda that meets the expectations).
    ObjectiveWithoutSession(Id),
    /// The outcome follows from no objective.
    OutcomeWithoutObjective(Id),
    /// So many questions have nobody to ask them; the first of them.
    QuestionsWithoutAsker {
        /// How many.
        count: usize,
        /// The first of them in order.
        first: Id,
    },
    /// More headline questions than the three that a visit can keep in view.
    TooManyHeadlines(usize),
    /// Fewer than two visitors from a visiting police organisation (S3; not asked of partners).
    TooFewVisitors {
        /// The organisation.
        organisation: Id,
        /// How many visitors it sends.
        visitors: usize,
    },
    /// Nobody on the visiting team can drive change on return (S0).
    NobodyDrivesChange,
    /// Two sessions overlap by so many minutes.
    SessionsOverlap {
        /// The one that starts first.
        first: Id,
        /// The other one.
        second: Id,
        /// By how much, in minutes.
        minutes: u16,
    },
    /// A session lies on a day after the visit has ended.
    SessionAfterLastDay(Id),
}

/// Returns everything that is loose, the plan's own parts first.
pub fn all(exchange: &Exchange) -> Vec<Warning> {
    let mut warnings = Vec::new();
    if exchange.about.goal.trim().is_empty() {
        warnings.push(Warning::NoGoal);
    }
    warnings.extend(team(exchange));
    for strand in thread::strands(exchange) {
        if strand.sessions == 0 {
            warnings.push(Warning::ObjectiveWithoutSession(strand.objective.clone()));
        }
        if strand.questions == 0 {
            warnings.push(Warning::ObjectiveWithoutQuestion(strand.objective));
        }
    }
    for id in rank::ordered(&exchange.outcomes) {
        let linked = exchange.outcomes[&id]
            .objectives
            .iter()
            .any(|objective| exchange.objectives.contains_key(objective));
        if !linked {
            warnings.push(Warning::OutcomeWithoutObjective(id));
        }
    }
    warnings.extend(questions(exchange));
    warnings.extend(sessions(exchange));
    warnings
}

/// Returns what is loose about the team.
pub fn team(exchange: &Exchange) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let visiting = || exchange.people.values().filter(|person| person.role.visits());
    for id in rank::ordered(&exchange.organisations) {
        let organisation = &exchange.organisations[&id];
        let count = visiting().filter(|person| person.organisation.as_ref() == Some(&id)).count();
        let asked =
            organisation.part == Part::Visiting && organisation.kind == OrganisationKind::Police;
        if asked && count < 2 {
            warnings.push(Warning::TooFewVisitors { organisation: id, visitors: count });
        }
    }
    if visiting().next().is_some() && !visiting().any(|person| person.drives_change) {
        warnings.push(Warning::NobodyDrivesChange);
    }
    warnings
}

/// Returns what is loose about the questions.
pub fn questions(exchange: &Exchange) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let known =
        |asker: &Option<Id>| asker.as_ref().is_some_and(|id| exchange.people.contains_key(id));
    let unasked: Vec<Id> = rank::ordered(&exchange.questions)
        .into_iter()
        .filter(|id| !known(&exchange.questions[id].asked_by))
        .collect();
    if let Some(first) = unasked.first() {
        warnings
            .push(Warning::QuestionsWithoutAsker { count: unasked.len(), first: first.clone() });
    }
    let headlines = exchange.questions.values().filter(|question| question.headline).count();
    if headlines > Question::MOST_HEADLINES {
        warnings.push(Warning::TooManyHeadlines(headlines));
    }
    warnings
}

/// Returns what is loose about the agenda.
pub fn sessions(exchange: &Exchange) -> Vec<Warning> {
    let mut warnings: Vec<Warning> = agenda::clashes(exchange)
        .into_iter()
        .map(|clash| Warning::SessionsOverlap {
            first: clash.first,
            second: clash.second,
            minutes: clash.minutes,
        })
        .collect();
    if let Some(dates) = exchange.about.dates {
        warnings.extend(
            exchange
                .sessions
                .iter()
                .filter(|(_, session)| session.slot.is_some_and(|slot| slot.day > dates.days()))
                .map(|(id, _)| Warning::SessionAfterLastDay(id.clone())),
        );
    }
    warnings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Objective, Organisation, Person};

    fn police(visitors: usize) -> Exchange {
        let mut exchange = Exchange::default();
        let id = Id::from("org");
        exchange.organisations.insert(id.clone(), Organisation::default());
        for number in 0..visitors {
            let person =
                Person { organisation: Some(id.clone()), drives_change: true, ..Person::default() };
            exchange.people.insert(Id::from(number.to_string()), person);
        }
        exchange
    }

    #[test]
    fn a_visiting_police_organisation_needs_two_visitors() {
        for (visitors, fires) in [(0, true), (1, true), (2, false), (5, false)] {
            let warned = team(&police(visitors))
                .iter()
                .any(|warning| matches!(warning, Warning::TooFewVisitors { .. }));
            assert_eq!(warned, fires, "{visitors} visitors");
        }
    }

    #[test]
    fn a_lone_prosecutor_and_a_host_fire_nothing() {
        let mut exchange = police(1);
        if let Some(organisation) = exchange.organisations.get_mut(&Id::from("org")) {
            organisation.kind = OrganisationKind::Prosecutor;
        }
        let host = Organisation { part: Part::Host, ..Organisation::default() };
        exchange.organisations.insert(Id::from("host"), host);
        assert_eq!(team(&exchange), []);
    }

    #[test]
    fn a_team_needs_someone_who_can_drive_change() {
        let mut exchange = police(2);
        for person in exchange.people.values_mut() {
            person.drives_change = false;
        }
        assert_eq!(team(&exchange), [Warning::NobodyDrivesChange]);
    }

    #[test]
    fn an_objective_without_session_and_question_fires_both() {
        let mut exchange = Exchange::default();
        exchange.objectives.insert(Id::from("o1"), Objective::default());
        exchange.about.goal = "Learn".to_owned();
        let objective = || Id::from("o1");
        assert_eq!(
            all(&exchange),
            [
                Warning::ObjectiveWithoutSession(objective()),
                Warning::ObjectiveWithoutQuestion(objective()),
            ]
        );
    }

    #[test]
    fn questions_without_an_asker_are_counted_in_one_warning() {
        let mut exchange = Exchange::default();
        for id in ["q1", "q2"] {
            exchange.questions.insert(Id::from(id), Question::default());
        }
        let expected = Warning::QuestionsWithoutAsker { count: 2, first: Id::from("q1") };
        assert_eq!(questions(&exchange), [expected]);
    }
}
