//! What a question can be linked with: objectives, sessions, visitors.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::model::{Exchange, Id, agenda, rank};
use crate::pages::exchange::loose_ends::session_name;
use crate::pages::format;
use crate::ui::{Choice, Derived, memo, settled};

/// What questions can be linked with, made once for the whole page.
#[derive(Clone, Copy)]
pub struct Offers {
    /// The objectives by number and short name.
    pub objectives: Derived<Vec<Choice>>,
    /// The sessions in the order of the agenda, then those without a time.
    pub sessions: Derived<Vec<Choice>>,
    /// The visitors.
    pub visitors: Derived<Vec<Choice>>,
    /// The first answer to each question that has any, and how many there are.
    pub answers: Derived<BTreeMap<Id, (Id, usize)>>,
}

impl Offers {
    /// Returns what an exchange has to offer.
    pub fn new(exchange: ReadSignal<Exchange>) -> Self {
        Self {
            objectives: settled(memo(move || exchange.with(objectives))),
            sessions: settled(memo(move || exchange.with(sessions))),
            visitors: settled(memo(move || exchange.with(visitors))),
            answers: settled(memo(move || exchange.with(answers))),
        }
    }
}

fn answers(exchange: &Exchange) -> BTreeMap<Id, (Id, usize)> {
    let mut answers = BTreeMap::new();
    for (id, note) in exchange.notes.iter() {
        if let Some(question) = &note.question {
            answers.entry(question.clone()).or_insert((id.clone(), 0)).1 += 1;
        }
    }
    answers
}

fn objectives(exchange: &Exchange) -> Vec<Choice> {
    let choice = |(at, id): (usize, &Id)| {
        let label = exchange.objectives[id].label();
        let text = say!(plan.choice_objective, number = at + 1, label = label);
        Choice::new(id.as_str(), text.trim_end().to_owned())
    };
    let ids = rank::ordered(&exchange.objectives);
    ids.iter().enumerate().map(choice).collect()
}

fn sessions(exchange: &Exchange) -> Vec<Choice> {
    let mut choices = Vec::new();
    let is_break = |id: &Id| exchange.sessions[id].is_break();
    let placed = agenda::in_order(exchange).into_iter().filter(|(id, _)| !is_break(id));
    choices.extend(placed.map(|(id, slot)| {
        let title = session_name(exchange, &id);
        let text = say!(
            plan.choice_session,
            day = slot.day,
            time = format::time(slot.start),
            session = title
        );
        Choice::new(id.as_str(), text)
    }));
    let waiting = agenda::tray(exchange).into_iter().filter(|id| !is_break(id));
    choices.extend(waiting.map(|id| {
        let text = say!(plan.choice_session_waiting, session = session_name(exchange, &id));
        Choice::new(id.as_str(), text)
    }));
    choices
}

fn visitors(exchange: &Exchange) -> Vec<Choice> {
    let ids = rank::ordered(&exchange.people);
    let visiting = ids.iter().enumerate().filter(|(_, id)| exchange.people[*id].role.visits());
    let choice = |(at, id): (usize, &Id)| {
        let name = exchange.people[id].name.trim();
        if name.is_empty() {
            Choice::new(id.as_str(), say!(team.person_number, number = at + 1))
        } else {
            Choice::new(id.as_str(), name)
        }
    };
    visiting.map(choice).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Person, Role, Session, SessionKind, Slot, TimeOfDay};

    fn texts(choices: &[Choice]) -> Vec<&str> {
        choices.iter().map(|choice| choice.text.as_str()).collect()
    }

    fn session(title: &str, slot: Option<(u8, &str)>) -> Session {
        let slot = slot.and_then(|(day, start)| {
            Some(Slot { day, start: TimeOfDay::read(start)?, minutes: 30 })
        });
        Session { title: title.to_owned(), slot, ..Session::default() }
    }

    #[test]
    fn sessions_are_offered_in_the_order_of_the_agenda_without_breaks() {
        let mut exchange = Exchange::default();
        exchange.sessions.insert(Id::from("a"), session("Tour", Some((2, "8:30"))));
        exchange.sessions.insert(Id::from("b"), session("Welcome", Some((1, "9:00"))));
        exchange.sessions.insert(Id::from("c"), session("Policy", None));
        let lunch = Session { kind: SessionKind::Break, ..session("Lunch", Some((1, "12:00"))) };
        exchange.sessions.insert(Id::from("d"), lunch);
        let choices = sessions(&exchange);
        assert_eq!(
            texts(&choices),
            ["Day 1, 09:00 Welcome", "Day 2, 08:30 Tour", "No time yet: Policy"]
        );
    }

    #[test]
    fn only_those_who_visit_are_offered_to_ask() {
        let mut exchange = Exchange::default();
        for (id, role) in [("a", Role::Lead), ("b", Role::Host), ("c", Role::Visitor)] {
            let person = Person { name: id.to_owned(), role, ..Person::default() };
            exchange.people.insert(Id::from(id), person);
        }
        assert_eq!(texts(&visitors(&exchange)), ["a", "c"]);
    }
}
