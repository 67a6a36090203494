//! What a person reads of a loose end, and the one tap that leads to where it is mended.

use crate::model::rank::{self, Ranked};
use crate::model::{Exchange, Id, Table, Warning};
use crate::route::{Screen, Section};

/// The id that stands for the goal in an address: the goal is a field, not a record.
pub const GOAL: &str = "goal";

/// A loose end as a person reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LooseEnd {
    /// What is loose, in one sentence.
    pub sentence: String,
    /// The word on the link that leads to its mend.
    pub mend: &'static str,
    /// Where it is mended.
    pub screen: Screen,
}

impl LooseEnd {
    /// Returns the loose end that a warning about an exchange tells of; `id` is the exchange's.
    pub fn of(warning: &Warning, exchange: &Exchange, id: &Id) -> Self {
        let to = |section| Screen::exchange(id, section);
        let at = |section, record: &Id| Screen::record(id, section, record);
        let (sentence, mend, screen) = match warning {
            Warning::NoGoal => (
                say!(plan.loose_no_goal).to_owned(),
                say!(plan.mend_write),
                at(Section::Overview, &Id::from(GOAL)),
            ),
            Warning::ObjectiveWithoutQuestion(objective) => (
                say!(plan.loose_no_question, objective = objective_name(exchange, objective)),
                say!(plan.mend_write_one),
                at(Section::Questions, objective),
            ),
            Warning::ObjectiveWithoutSession(objective) => (
                say!(plan.loose_no_session, objective = objective_name(exchange, objective)),
                say!(plan.mend_place_one),
                to(Section::Agenda),
            ),
            Warning::OutcomeWithoutObjective(outcome) => (
                say!(plan.loose_outcome, number = number(&exchange.outcomes, outcome)),
                say!(plan.mend_link),
                at(Section::Overview, outcome),
            ),
            Warning::QuestionsWithoutAsker { count, first } => (
                match count {
                    1 => {
                        let number = number(&exchange.questions, first);
                        say!(plan.loose_nobody_asks_one, number = number)
                    }
                    _ => say!(plan.loose_nobody_asks, count = count),
                },
                say!(plan.mend_choose_who),
                at(Section::Questions, first),
            ),
            Warning::TooManyHeadlines(count) => (
                say!(plan.loose_headlines, count = count),
                say!(plan.mend_choose),
                to(Section::Questions),
            ),
            Warning::TooFewVisitors { organisation, visitors } => (
                too_few_visitors(&organisation_name(exchange, organisation), *visitors),
                say!(plan.mend_add_one),
                at(Section::Team, organisation),
            ),
            Warning::NobodyDrivesChange => (
                say!(plan.loose_nobody_drives).to_owned(),
                say!(plan.mend_choose_who),
                to(Section::Team),
            ),
            Warning::SessionsOverlap { first, second, minutes } => (
                say!(
                    plan.loose_overlap,
                    first = session_name(exchange, first),
                    second = session_name(exchange, second),
                    minutes = minutes,
                ),
                say!(plan.mend_move_one),
                at(Section::Agenda, second),
            ),
            Warning::SessionAfterLastDay(session) => (
                say!(plan.loose_after_last_day, session = session_name(exchange, session)),
                say!(plan.mend_move),
                at(Section::Agenda, session),
            ),
        };
        Self { sentence, mend, screen }
    }
}

/// Returns what to say of a visiting police organisation that sends fewer than two (S3).
pub fn too_few_visitors(organisation: &str, visitors: usize) -> String {
    match visitors {
        0 => say!(plan.loose_no_visitor, organisation = organisation),
        _ => say!(plan.loose_one_visitor, organisation = organisation),
    }
}

/// Returns how an objective is called: "objective 4, Weigh storage".
pub fn objective_name(exchange: &Exchange, id: &Id) -> String {
    let number = number(&exchange.objectives, id);
    let label = exchange.objectives.get(id).map(|objective| objective.label()).unwrap_or_default();
    if label.is_empty() {
        say!(plan.objective_name, number = number)
    } else {
        say!(plan.objective_name_and_label, number = number, label = label)
    }
}

/// Returns the name of an organisation, or its number in the list while it has none.
pub fn organisation_name(exchange: &Exchange, id: &Id) -> String {
    let name = exchange.organisations.get(id).map(|it| it.name.trim()).unwrap_or_default();
    if name.is_empty() {
        say!(team.organisation_number, number = number(&exchange.organisations, id))
    } else {
        name.to_owned()
    }
}

/// Returns the title of a session, or a word for one that has none.
pub fn session_name(exchange: &Exchange, id: &Id) -> String {
    let title = exchange.sessions.get(id).map(|it| it.title.trim()).unwrap_or_default();
    if title.is_empty() { say!(plan.untitled_session).to_owned() } else { title.to_owned() }
}

/// Returns the place of a record in its list, counted from 1; 0 if it is not there.
fn number<T: Ranked>(table: &Table<T>, id: &Id) -> usize {
    rank::ordered(table).iter().position(|other| other == id).map_or(0, |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Objective, Organisation};

    fn exchange() -> Exchange {
        let mut exchange = Exchange::default();
        for (id, text) in [("o1", ""), ("o2", "Weigh storage")] {
            let rank = rank::last(&exchange.objectives);
            let objective = Objective { text: text.to_owned(), rank, ..Objective::default() };
            exchange.objectives.insert(Id::from(id), objective);
        }
        let name = "Riverton PD".to_owned();
        let organisation = Organisation { name, ..Organisation::default() };
        exchange.organisations.insert(Id::from("r"), organisation);
        exchange
    }

    fn of(warning: &Warning) -> LooseEnd {
        LooseEnd::of(warning, &exchange(), &Id::from("x"))
    }

    #[test]
    fn an_objective_is_called_by_its_number_and_its_first_words() {
        assert_eq!(objective_name(&exchange(), &Id::from("o1")), "objective 1");
        assert_eq!(objective_name(&exchange(), &Id::from("o2")), "objective 2, Weigh storage");
    }

    #[test]
    fn a_missing_visitor_leads_to_the_organisation_in_the_team() {
        let organisation = Id::from("r");
        let end = of(&Warning::TooFewVisitors { organisation: organisation.clone(), visitors: 1 });
        assert!(end.sentence.contains("Riverton PD"), "{}", end.sentence);
        assert_eq!(end.screen, Screen::record(&Id::from("x"), Section::Team, &organisation));
    }

    #[test]
    fn a_missing_goal_leads_to_the_field_of_the_goal() {
        let goal = Screen::record(&Id::from("x"), Section::Overview, &Id::from(GOAL));
        assert_eq!(of(&Warning::NoGoal).screen, goal);
    }

    #[test]
    fn a_loose_end_about_something_that_is_gone_still_reads_as_a_sentence() {
        let gone = of(&Warning::SessionAfterLastDay(Id::from("gone")));
        assert!(gone.sentence.contains("Untitled session"), "{}", gone.sentence);
    }
}
