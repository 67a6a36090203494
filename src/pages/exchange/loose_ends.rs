//! What a person reads of a loose end, and the one tap that leads to where it is mended.

use super::loose_words::said;
use super::places::nearest_section;
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
        let (sentence, mend) = said(warning, exchange);
        Self { sentence, mend, screen: mended_at(warning, exchange, id) }
    }
}

/// Returns the screen where a warning is mended: that of its record, or the nearest there is.
fn mended_at(warning: &Warning, exchange: &Exchange, id: &Id) -> Screen {
    let to = |section| Screen::exchange(id, section);
    let at = |section, record: &Id| Screen::record(id, section, record);
    match warning {
        Warning::NoGoal => at(Section::Overview, &Id::from(GOAL)),
        Warning::ObjectiveWithoutQuestion(objective) => at(Section::Questions, objective),
        Warning::ObjectiveWithoutSession(_) => to(Section::Agenda),
        Warning::ObjectivesWithoutAssessment(_) => to(Section::Assessment),
        Warning::QuestionsWithoutAnswer(_) => to(Section::Notes),
        Warning::TooManyHeadlines(_) => to(Section::Questions),
        Warning::NobodyDrivesChange | Warning::OnlyPolice | Warning::NoCommunityVoice => {
            to(Section::Team)
        }
        Warning::HostNotChosen => to(Section::Overview),
        // A host has its room and its days on the screen of the preparation.
        Warning::HostBlocked { host, .. }
        | Warning::TooManyForHost { host, .. }
        | Warning::TooManyOfOne { host, .. } => at(Section::Preparation, host),
        _ => {
            let place = warning.place();
            let Some((collection, record)) = place.record else { return to(Section::Overview) };
            let section = nearest_section(collection);
            if is_there(collection, &record, exchange) { at(section, &record) } else { to(section) }
        }
    }
}

/// Returns whether a screen can go to this record.
fn is_there(collection: &str, id: &Id, exchange: &Exchange) -> bool {
    match collection {
        "organisations" => exchange.organisations.contains_key(id),
        "people" => exchange.people.contains_key(id),
        "questions" => exchange.questions.contains_key(id),
        "sessions" => exchange.sessions.contains_key(id),
        "goals" => exchange.goals.contains_key(id),
        "objectives" => exchange.objectives.contains_key(id),
        "outcomes" => exchange.outcomes.contains_key(id),
        "tasks" => exchange.tasks.contains_key(id),
        "host_candidates" => exchange.host_candidates.contains_key(id),
        "agreements" => exchange.agreements.contains_key(id),
        _ => false,
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
pub fn number<T: Ranked>(table: &Table<T>, id: &Id) -> usize {
    rank::ordered(table).iter().position(|other| other == id).map_or(0, |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::warning::Several;
    use crate::model::{CheckPoint, Objective, Organisation, Unreadable};

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
    fn an_overdue_task_leads_to_it_in_the_preparation() {
        let (mut exchange, id) = (exchange(), Id::from("t"));
        let end = |exchange: &Exchange| {
            LooseEnd::of(&Warning::TaskOverdue(id.clone()), exchange, &Id::from("x")).screen
        };
        let screen = Screen::exchange(&Id::from("x"), Section::Preparation);
        assert_eq!(end(&exchange), screen, "one that is not there");
        exchange.tasks.insert(id.clone(), crate::model::Task::default());
        assert_eq!(end(&exchange), Screen::record(&Id::from("x"), Section::Preparation, &id));
    }

    #[test]
    fn what_has_no_screen_yet_leads_to_the_nearest_one() {
        let exchange = Id::from("x");
        let overview = Screen::exchange(&exchange, Section::Overview);
        for warning in [
            Warning::ReportOverdue(None),
            Warning::CheckInDue(CheckPoint::SixWeeks),
            Warning::NoNews(60),
            Warning::KeepUntilPassed(chrono::NaiveDate::MAX),
        ] {
            let end = of(&warning);
            assert_eq!(end.screen, overview, "{}", end.sentence);
            assert!(!end.sentence.is_empty() && !end.mend.is_empty());
        }
        let removed = Warning::Removed {
            collection: Some("questions"),
            field: "session",
            records: Several { count: 2, first: Id::from("q1") },
        };
        let end = of(&removed);
        assert_eq!(end.sentence, "2 questions: what “session” names was removed.");
        // A link to a question that is not there would lead nowhere.
        assert_eq!(end.screen, Screen::exchange(&exchange, Section::Questions));
    }

    #[test]
    fn an_unreadable_value_is_told_with_its_place() {
        let record = Some(("organisations".to_owned(), Id::from("r")));
        let end = of(&Warning::Unreadable(Unreadable { record, field: "places".to_owned() }));
        let said = "A value does not fit and was kept as it is: Organization “Riverton PD”: places for \
                    visitors.";
        assert_eq!(end.sentence, said);
        assert_eq!(end.screen, Screen::record(&Id::from("x"), Section::Team, &Id::from("r")));
    }

    #[test]
    fn a_loose_end_about_something_that_is_gone_still_reads_as_a_sentence() {
        let gone = of(&Warning::SessionAfterLastDay(Id::from("gone")));
        assert!(gone.sentence.contains("Untitled session"), "{}", gone.sentence);
    }
}
