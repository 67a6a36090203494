//! What a person reads of each loose end: one sentence, and the word on the link that leads to its mend.

use super::loose_ends::{
    number, objective_name, organisation_name, session_name, too_few_visitors,
};
use crate::history::RecordAddress;
use crate::model::warning::Several;
use crate::model::{Dates, Exchange, Id, Kind, Party, Period, Warning};
use crate::pages::{address_words, format, words};

/// How many characters of a task or a note stand in a sentence.
const NAME_LENGTH: usize = 60;

/// Returns the sentence and the word on the link.
pub fn said(warning: &Warning, exchange: &Exchange) -> (String, &'static str) {
    let question = |id: &Id| number(&exchange.questions, id);
    let objective = |id: &Id| objective_name(exchange, id);
    let organisation = |id: &Id| organisation_name(exchange, id);
    let session = |id: &Id| session_name(exchange, id);
    match warning {
        Warning::NoGoal => (say!(plan.loose_no_goal).to_owned(), say!(plan.mend_write)),
        Warning::ObjectiveWithoutQuestion(id) => {
            (say!(plan.loose_no_question, objective = objective(id)), say!(plan.mend_write_one))
        }
        Warning::ObjectiveWithoutSession(id) => {
            (say!(plan.loose_no_session, objective = objective(id)), say!(plan.mend_place_one))
        }
        Warning::ObjectivesWithoutAssessment(Several { count: 1, first }) => (
            say!(plan.loose_not_assessed_one, objective = objective(first)),
            say!(plan.mend_assess),
        ),
        Warning::ObjectivesWithoutAssessment(Several { count, .. }) => {
            (say!(plan.loose_not_assessed, count = count), say!(plan.mend_assess))
        }
        Warning::OutcomeWithoutObjective(id) => (
            say!(plan.loose_outcome, number = number(&exchange.outcomes, id)),
            say!(plan.mend_link),
        ),
        Warning::OutcomesWithoutCheckIn(Several { count: 1, first }) => (
            say!(plan.loose_no_check_in_one, number = number(&exchange.outcomes, first)),
            say!(plan.mend_look),
        ),
        Warning::OutcomesWithoutCheckIn(Several { count, .. }) => {
            (say!(plan.loose_no_check_in, count = count), say!(plan.mend_look))
        }
        Warning::QuestionsWithoutAsker(Several { count: 1, first }) => {
            (say!(plan.loose_nobody_asks_one, number = question(first)), say!(plan.mend_choose_who))
        }
        Warning::QuestionsWithoutAsker(Several { count, .. }) => {
            (say!(plan.loose_nobody_asks, count = count), say!(plan.mend_choose_who))
        }
        Warning::QuestionsWithoutAnswer(Several { count: 1, first }) => {
            (say!(plan.loose_no_answer_one, number = question(first)), say!(plan.mend_write))
        }
        Warning::QuestionsWithoutAnswer(Several { count, .. }) => {
            (say!(plan.loose_no_answer, count = count), say!(plan.mend_write))
        }
        Warning::TooManyHeadlines(count) => {
            (say!(plan.loose_headlines, count = count), say!(plan.mend_choose))
        }
        Warning::PracticesWithoutAction(Several { count: 1, first }) => {
            let note = exchange.notes.get(first).map(|note| note.text.as_str()).unwrap_or_default();
            let note = address_words::shortened(note, NAME_LENGTH);
            (say!(plan.loose_practice_one, note = note), say!(plan.mend_look))
        }
        Warning::PracticesWithoutAction(Several { count, .. }) => {
            (say!(plan.loose_practice, count = count), say!(plan.mend_look))
        }
        Warning::TooFewVisitors { organisation: id, visitors } => {
            (too_few_visitors(&organisation(id), *visitors), say!(plan.mend_add_one))
        }
        Warning::NobodyDrivesChange => {
            (say!(plan.loose_nobody_drives).to_owned(), say!(plan.mend_choose_who))
        }
        Warning::OnlyPolice => (say!(plan.loose_only_police).to_owned(), say!(plan.mend_add_one)),
        Warning::NoCommunityVoice => {
            (say!(plan.loose_no_community).to_owned(), say!(plan.mend_add_one))
        }
        Warning::PeopleWithoutOrganisation(Several { count: 1, first }) => (
            say!(plan.loose_no_organisation_one, person = person(exchange, first)),
            say!(plan.mend_choose),
        ),
        Warning::PeopleWithoutOrganisation(Several { count, .. }) => {
            (say!(plan.loose_no_organisation, count = count), say!(plan.mend_choose))
        }
        Warning::HostAsVisitor(id) => {
            (say!(plan.loose_host_visits, person = person(exchange, id)), say!(plan.mend_choose))
        }
        Warning::SessionsOverlap { first, second, minutes } => {
            let (first, second) = (session(first), session(second));
            let said = say!(plan.loose_overlap, first = first, second = second, minutes = minutes);
            (said, say!(plan.mend_move_one))
        }
        Warning::SessionAfterLastDay(id) => {
            (say!(plan.loose_after_last_day, session = session(id)), say!(plan.mend_move))
        }
        Warning::SessionOnNoDay(id) => {
            (say!(plan.loose_on_no_day, session = session(id)), say!(plan.mend_move))
        }
        Warning::SessionPastMidnight(id) => {
            (say!(plan.loose_past_midnight, session = session(id)), say!(plan.mend_move))
        }
        Warning::PersonInTwoSessions { person: id, first, second } => {
            let (person, first, second) = (person(exchange, id), session(first), session(second));
            let said = say!(plan.loose_twice, person = person, first = first, second = second);
            (said, say!(plan.mend_move_one))
        }
        Warning::LongGap { before, after, minutes } => {
            let (before, after) = (session(before), session(after));
            let said = say!(plan.loose_gap, before = before, after = after, minutes = minutes);
            (said, say!(plan.mend_look))
        }
        Warning::SessionsWithoutTime(Several { count: 1, first }) => {
            (say!(plan.loose_no_time_one, session = session(first)), say!(plan.mend_place_one))
        }
        Warning::SessionsWithoutTime(Several { count, .. }) => {
            (say!(plan.loose_no_time, count = count), say!(plan.mend_place_one))
        }
        Warning::LastDayBeforeFirst => {
            (say!(plan.last_day_before_first).to_owned(), say!(plan.mend_look))
        }
        Warning::LongVisit(days) => {
            (say!(plan.loose_long_visit, days = days), say!(plan.mend_look))
        }
        Warning::StrangeDate(_) => {
            (say!(plan.loose_strange_date, place = place(warning, exchange)), say!(plan.mend_look))
        }
        Warning::DateOptionPassed(period) => {
            (say!(plan.loose_option_passed, dates = days(period)), say!(plan.mend_look))
        }
        Warning::HostNotChosen => {
            (say!(plan.loose_host_not_chosen).to_owned(), say!(plan.mend_choose))
        }
        Warning::HostBlocked { host, period } => {
            let (host, dates) = (organisation(host), days(period));
            (say!(plan.loose_blocked, host = host, dates = dates), say!(plan.mend_look))
        }
        Warning::TooManyForHost { host, visitors, places } => {
            let host = organisation(host);
            let said = say!(plan.loose_room, host = host, visitors = visitors, places = places);
            (said, say!(plan.mend_look))
        }
        Warning::TooManyOfOne { host, organisation: id, visitors, places } => {
            let (host, from) = (organisation(host), organisation(id));
            let said = say!(
                plan.loose_room_each,
                host = host,
                from = from,
                visitors = visitors,
                places = places
            );
            (said, say!(plan.mend_look))
        }
        Warning::TaskOverdue(id) => {
            let task = exchange.tasks.get(id).map(|it| it.text.as_str()).unwrap_or_default();
            let task = address_words::shortened(task, NAME_LENGTH);
            (say!(plan.loose_task, task = task), say!(plan.mend_look))
        }
        Warning::ReportOverdue(_) => (say!(plan.loose_report).to_owned(), say!(plan.mend_look)),
        Warning::CheckInDue(point) => {
            (say!(plan.loose_check_in, point = words::of(*point)), say!(plan.mend_look))
        }
        Warning::ActionOverdue(id) => {
            (say!(plan.loose_action, action = action(exchange, id)), say!(plan.mend_look))
        }
        Warning::ActionsWithoutOwner(Several { count: 1, first }) => (
            say!(plan.loose_no_owner_one, action = action(exchange, first)),
            say!(plan.mend_choose_who),
        ),
        Warning::ActionsWithoutOwner(Several { count, .. }) => {
            (say!(plan.loose_no_owner, count = count), say!(plan.mend_choose_who))
        }
        Warning::AdoptedWithoutWhy(id) => {
            (say!(plan.loose_why, action = action(exchange, id)), say!(plan.mend_write))
        }
        Warning::NoNews(days) => (say!(plan.loose_no_news, days = days), say!(plan.mend_look)),
        Warning::KeepUntilPassed(day) => {
            (say!(plan.loose_keep, day = format::long_day(*day)), say!(plan.mend_look))
        }
        Warning::ChangedSinceAgreed { agreement, part, records } => {
            let party = exchange.agreements.get(agreement).map_or(Party::Liaison, |it| it.party);
            let (party, part) = (words::of(party), words::of(*part));
            (
                match records {
                    1 => say!(plan.loose_changed_one, party = party, part = part),
                    _ => say!(plan.loose_changed, party = party, part = part, count = records),
                },
                say!(plan.mend_look),
            )
        }
        Warning::Unreadable(_) => {
            (say!(plan.loose_unreadable, place = place(warning, exchange)), say!(plan.mend_look))
        }
        Warning::Removed { collection: None, .. } => {
            (say!(plan.loose_removed_one, place = place(warning, exchange)), say!(plan.mend_look))
        }
        Warning::Removed { collection: Some(collection), field, records } => {
            let field = address_words::field(field);
            let what = address_words::records(collection, records.count);
            (say!(plan.loose_removed, what = what, field = field), say!(plan.mend_look))
        }
    }
}

/// Returns what a warning is about in words: "Task “Book the room”: due".
fn place(warning: &Warning, exchange: &Exchange) -> String {
    let place = warning.place();
    let field = place.field.unwrap_or_default();
    let record = match &place.record {
        Some((collection, id)) => RecordAddress::new(collection, id.as_str()),
        None => RecordAddress::root(),
    };
    address_words::address(&record.field(field), exchange, Kind::Exchange)
}

fn person(exchange: &Exchange, id: &Id) -> String {
    let name = exchange.people.get(id).map(|it| it.name.trim()).unwrap_or_default();
    if name.is_empty() { address_words::kind("people").to_owned() } else { name.to_owned() }
}

fn action(exchange: &Exchange, id: &Id) -> String {
    let text = exchange.actions.get(id).map(|it| it.text.as_str()).unwrap_or_default();
    address_words::shortened(text, NAME_LENGTH)
}

fn days(period: &Period) -> String {
    format::range(Dates::from(*period))
}
