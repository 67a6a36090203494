//! How a session is named where a person has to tell it from others.

use crate::model::{Exchange, Id, visit};
use crate::pages::{format, words};
use crate::ui::Choice;

/// Returns a session's title, or what kind of session it is while it has none; says so if the
/// session was removed, and names the visit as a whole where there is none.
pub fn title(exchange: &Exchange, session: Option<&Id>) -> String {
    let Some(id) = session else { return say!(notes.whole_visit).to_owned() };
    match exchange.sessions.get(id) {
        Some(session) if session.title.trim().is_empty() => words::of(session.kind).to_owned(),
        Some(session) => session.title.trim().to_owned(),
        None => say!(notes.session_removed).to_owned(),
    }
}

/// Returns when a session takes place: "Wed 14 Oct, 10:15", or "Day 2, 10:15" while the visit has
/// no dates. Empty for one without a time.
pub fn when(exchange: &Exchange, session: Option<&Id>) -> String {
    let session = session.and_then(|id| exchange.sessions.get(id));
    let Some(slot) = session.and_then(|session| session.slot) else { return String::new() };
    let date = exchange.about.dates.and_then(|dates| dates.date_of(slot.day));
    let day = date.map_or_else(|| say!(notes.day, number = slot.day), format::day);
    format!("{day}, {}", format::time(slot.start))
}

/// Returns how a session is drawn, unless there is none or it was removed.
pub fn look(exchange: &Exchange, session: Option<&Id>) -> Option<&'static str> {
    let session = session.and_then(|id| exchange.sessions.get(id))?;
    Some(words::session_look(session.kind).0)
}

/// Returns all sessions to choose from, and the visit as a whole. `session` is among them even if
/// it was removed.
pub fn choices(exchange: &Exchange, session: Option<&Id>) -> Vec<Choice> {
    let named = |id: &Id| {
        let (when, title) = (when(exchange, Some(id)), title(exchange, Some(id)));
        let text = if when.is_empty() { title } else { format!("{when} · {title}") };
        Choice::new(id.as_str(), text)
    };
    let mut choices: Vec<Choice> = visit::sessions(exchange).iter().map(named).collect();
    choices.extend(session.filter(|id| !exchange.sessions.contains_key(id)).map(named));
    choices.push(Choice::new("", say!(notes.whole_visit)));
    choices
}

/// Returns the questions that a note can answer, those of its session first, and "no question".
/// `question` is among them even if it was removed.
pub fn questions(exchange: &Exchange, session: Option<&Id>, question: Option<&Id>) -> Vec<Choice> {
    let mut choices = vec![Choice::new("", say!(notes.no_question))];
    choices.extend(
        visit::questions_for(exchange, session)
            .iter()
            .map(|id| Choice::new(id.as_str(), question_text(exchange, id))),
    );
    choices.extend(
        question
            .filter(|id| !exchange.questions.contains_key(id))
            .map(|id| Choice::new(id.as_str(), question_text(exchange, id))),
    );
    choices
}

/// Returns the text of a question; says so if it has none or was removed.
pub fn question_text(exchange: &Exchange, question: &Id) -> String {
    match exchange.questions.get(question) {
        Some(question) if question.text.trim().is_empty() => say!(notes.empty_question).to_owned(),
        Some(question) => question.text.trim().to_owned(),
        None => say!(notes.question_removed).to_owned(),
    }
}

/// Returns the id that a word of a select stands for: none for the empty word.
pub fn chosen(word: String) -> Option<Id> {
    (!word.is_empty()).then(|| Id::from(word))
}

/// Returns the word of a select for an id.
pub fn word(id: Option<&Id>) -> String {
    id.map(Id::to_string).unwrap_or_default()
}
