//! On the day: which session is at hand, who signs a note, and what stands with which session.

use chrono::NaiveDate;

use super::{Exchange, Id, Note, agenda, rank};
use crate::order;

/// The notes of one session; of the visit as a whole where there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionNotes {
    /// The session; it may have been removed meanwhile.
    pub session: Option<Id>,
    /// Its notes, the newest last.
    pub notes: Vec<Id>,
}

/// Returns the session that a note written at this moment is about: the one going on; between two,
/// the one that ended, since people write up in the break; before the first, that one. Breaks are
/// passed over. `None` on a day without sessions, or that is none of the visit's.
pub fn at_hand(exchange: &Exchange, today: NaiveDate, minute: u16) -> Option<Id> {
    let first = exchange.about.dates?.first;
    let day = u8::try_from((today - first).num_days() + 1).ok().filter(|day| *day > 0)?;
    let sessions: Vec<_> = agenda::day(exchange, day)
        .into_iter()
        .filter(|(id, _)| exchange.sessions.get(id).is_some_and(|session| !session.is_break()))
        .collect();
    let begun = || sessions.iter().rev().filter(|(_, slot)| slot.start.minutes() <= minute);
    begun()
        .find(|(_, slot)| minute < slot.end())
        .or_else(|| begun().next())
        .or_else(|| sessions.first())
        .map(|(id, _)| id.clone())
}

/// Returns the session that a person's next note is probably about on any other day: that of their
/// newest note, else the first of the agenda.
pub fn usual_session(exchange: &Exchange, name: &str) -> Option<Id> {
    let newest = exchange
        .notes
        .iter()
        .filter(|(_, note)| is_by(exchange, note, name))
        .max_by_key(|(id, note)| (&note.written_at, *id));
    match newest {
        Some((_, note)) => note.session.clone().filter(|id| exchange.sessions.contains_key(id)),
        None => agenda::in_order(exchange)
            .into_iter()
            .map(|(id, _)| id)
            .chain(agenda::tray(exchange))
            .find(|id| exchange.sessions.get(id).is_some_and(|session| !session.is_break())),
    }
}

/// Lets a person sign a note: with the one person of the roster who has this name, else with the
/// name itself. Where two people have it, nobody can know which of them writes.
pub fn sign(exchange: &Exchange, note: &mut Note, name: &str) {
    let name = name.trim();
    let mut namesakes = exchange.people.iter().filter(|(_, person)| same_name(&person.name, name));
    (note.author, note.author_name) = match (namesakes.next(), namesakes.next()) {
        (Some((id, _)), None) => (Some(id.clone()), String::new()),
        _ => (None, name.to_owned()),
    };
}

/// Returns the name of a note's author; empty where nobody signed it, or where the person is no
/// longer on the roster.
pub fn author<'a>(exchange: &'a Exchange, note: &'a Note) -> &'a str {
    let person = note.author.as_ref().and_then(|id| exchange.people.get(id));
    person.map_or(&*note.author_name, |person| &*person.name)
}

/// Returns whether a person of this name wrote the note. Nobody's notes are nobody's.
pub fn is_by(exchange: &Exchange, note: &Note, name: &str) -> bool {
    same_name(author(exchange, note), name)
}

fn same_name(one: &str, other: &str) -> bool {
    let (one, other) = (one.trim(), other.trim());
    let letters = one.chars().flat_map(char::to_uppercase);
    !one.is_empty() && letters.eq(other.chars().flat_map(char::to_uppercase))
}

/// Returns all sessions in the order in which a person looks for them: by time, then those without.
pub fn sessions(exchange: &Exchange) -> Vec<Id> {
    let timed = agenda::in_order(exchange).into_iter().map(|(id, _)| id);
    timed.chain(agenda::tray(exchange)).collect()
}

/// Returns the notes that `keep` lets through, by session: in the order of [`sessions`], then those
/// of removed sessions, then those of the visit as a whole.
pub fn notes_by_session(exchange: &Exchange, keep: impl Fn(&Note) -> bool) -> Vec<SessionNotes> {
    let mut notes: Vec<(&Id, &Note)> =
        exchange.notes.iter().filter(|(_, note)| keep(note)).collect();
    sort_by_time(&mut notes);
    let mut places: Vec<Option<Id>> = sessions(exchange).into_iter().map(Some).collect();
    let mut removed: Vec<&Id> =
        notes.iter().filter_map(|(_, note)| note.session.as_ref()).collect();
    removed.retain(|id| !exchange.sessions.contains_key(id));
    order::sort_by(&mut removed, |a, b| a.cmp(b));
    removed.dedup();
    places.extend(removed.into_iter().cloned().map(Some));
    places.push(None);
    places
        .into_iter()
        .map(|session| SessionNotes {
            notes: notes
                .iter()
                .filter(|(_, note)| note.session == session)
                .map(|(id, _)| (*id).clone())
                .collect(),
            session,
        })
        .filter(|group| !group.notes.is_empty())
        .collect()
}

/// Puts notes in the order in which they were written.
pub(super) fn sort_by_time(notes: &mut Vec<(&Id, &Note)>) {
    order::sort_by(notes, |(id_a, a), (id_b, b)| (&a.written_at, id_a).cmp(&(&b.written_at, id_b)));
}

/// Returns the questions in their order: first those that are to be asked in this session.
pub fn questions_for(exchange: &Exchange, session: Option<&Id>) -> Vec<Id> {
    let questions = rank::ordered(&exchange.questions);
    let (mut asked, others): (Vec<Id>, Vec<Id>) =
        questions.into_iter().partition(|id| is_asked_in(exchange, id, session));
    asked.extend(others);
    asked
}

/// Returns whether a question is to be asked in this session.
pub fn is_asked_in(exchange: &Exchange, question: &Id, session: Option<&Id>) -> bool {
    let asked_in = exchange.questions.get(question).and_then(|question| question.session.as_ref());
    session.is_some() && asked_in == session
}

/// Returns how many notes answer a question.
pub fn answers(exchange: &Exchange, question: &Id) -> usize {
    exchange.notes.values().filter(|note| note.question.as_ref() == Some(question)).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Dates, Person, Question, Session, SessionKind, Slot, TimeOfDay};

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn at(time: &str) -> u16 {
        TimeOfDay::read(time).expect("a time").minutes()
    }

    /// Day 1: a tour from 9 to 10, a break until 10:30, a talk until 12. Day 2: a debrief at 9.
    fn exchange() -> Exchange {
        let mut exchange = Exchange::default();
        exchange.about.dates = Some(Dates { first: day("2026-10-14"), last: day("2026-10-15") });
        for (id, day, start, minutes, kind) in [
            ("tour", 1, "09:00", 60, SessionKind::Tour),
            ("break", 1, "10:00", 30, SessionKind::Break),
            ("talk", 1, "10:30", 90, SessionKind::Presentation),
            ("debrief", 2, "09:00", 60, SessionKind::Debrief),
        ] {
            let slot = Slot { day, start: TimeOfDay::from_minutes(at(start)), minutes };
            let session = Session { kind, slot: Some(slot), ..Session::default() };
            exchange.sessions.insert(Id::from(id), session);
        }
        exchange
    }

    fn note(session: Option<&str>, author_name: &str, written_at: &str) -> Note {
        Note {
            session: session.map(Id::from),
            author_name: author_name.to_owned(),
            written_at: written_at.to_owned(),
            ..Note::default()
        }
    }

    fn person(name: &str) -> Person {
        Person { name: name.to_owned(), ..Person::default() }
    }

    #[test]
    fn a_note_is_about_the_session_going_on_or_the_one_that_just_ended() {
        let exchange = exchange();
        for (date, time, session) in [
            ("2026-10-14", "08:00", Some("tour")),
            ("2026-10-14", "09:00", Some("tour")),
            ("2026-10-14", "10:15", Some("tour")),
            ("2026-10-14", "10:30", Some("talk")),
            ("2026-10-14", "21:00", Some("talk")),
            ("2026-10-15", "09:59", Some("debrief")),
            ("2026-10-16", "09:00", None),
            ("2026-10-13", "09:00", None),
            ("2027-10-14", "09:00", None),
        ] {
            let found = at_hand(&exchange, day(date), at(time));
            assert_eq!(found, session.map(Id::from), "{date} {time}");
        }
    }

    #[test]
    fn a_long_session_is_at_hand_again_after_a_short_one_within_it() {
        let mut exchange = exchange();
        let slot = Slot { day: 1, start: TimeOfDay::from_minutes(at("10:45")), minutes: 15 };
        exchange
            .sessions
            .insert(Id::from("call"), Session { slot: Some(slot), ..Session::default() });
        let found = |time| at_hand(&exchange, day("2026-10-14"), at(time));
        assert_eq!(found("10:50"), Some(Id::from("call")));
        assert_eq!(found("11:30"), Some(Id::from("talk")));
    }

    #[test]
    fn without_dates_no_session_is_at_hand() {
        let mut exchange = exchange();
        exchange.about.dates = None;
        assert_eq!(at_hand(&exchange, day("2026-10-14"), at("09:30")), None);
    }

    #[test]
    fn on_another_day_a_note_goes_on_where_its_author_stopped() {
        let mut exchange = exchange();
        assert_eq!(usual_session(&exchange, "Marsh"), Some(Id::from("tour")));
        for (id, note) in [
            ("n1", note(Some("talk"), "Marsh", "2026-10-14T09:00:00Z")),
            ("n2", note(Some("tour"), "Marsh", "2026-10-14T08:00:00Z")),
            ("n3", note(Some("debrief"), "Reed", "2026-10-15T08:00:00Z")),
        ] {
            exchange.notes.insert(Id::from(id), note);
        }
        assert_eq!(usual_session(&exchange, "Marsh"), Some(Id::from("talk")));
        assert_eq!(usual_session(&exchange, ""), Some(Id::from("tour")));
    }

    #[test]
    fn a_note_is_signed_by_the_person_of_the_roster_or_by_the_name_alone() {
        let mut exchange = exchange();
        exchange.people.insert(Id::from("p1"), person("Sgt. Marsh"));
        exchange.people.insert(Id::from("p2"), person("A. Reed"));
        exchange.people.insert(Id::from("p3"), person("A. Reed"));
        let signed = |name: &str| {
            let mut note = Note::default();
            sign(&exchange, &mut note, name);
            (note.author.map(String::from), note.author_name)
        };
        assert_eq!(signed(" sgt. marsh "), (Some("p1".to_owned()), String::new()));
        assert_eq!(signed("A. Reed"), (None, "A. Reed".to_owned()));
        assert_eq!(signed("Vale"), (None, "Vale".to_owned()));
        assert_eq!(signed("  "), (None, String::new()));
    }

    #[test]
    fn a_person_without_a_name_has_written_no_note() {
        let exchange = exchange();
        assert!(!is_by(&exchange, &note(None, "", ""), ""));
        assert!(is_by(&exchange, &note(None, "Vale", ""), "vale "));
    }

    #[test]
    fn notes_stand_with_their_sessions_in_order_the_newest_last() {
        let mut exchange = exchange();
        for (id, note) in [
            ("a", note(None, "", "2026-10-14T07:00:00Z")),
            ("b", note(Some("talk"), "", "2026-10-14T12:00:00Z")),
            ("c", note(Some("talk"), "", "2026-10-14T11:00:00Z")),
            ("d", note(Some("gone"), "", "2026-10-14T06:00:00Z")),
            ("e", note(Some("tour"), "Marsh", "2026-10-14T13:00:00Z")),
        ] {
            exchange.notes.insert(Id::from(id), note);
        }
        let shown = |keep: fn(&Note) -> bool| -> Vec<(String, String)> {
            notes_by_session(&exchange, keep)
                .into_iter()
                .map(|group| {
                    let session = group.session.map_or("none".to_owned(), String::from);
                    (session, group.notes.into_iter().map(String::from).collect())
                })
                .collect()
        };
        let pairs = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
            pairs.iter().map(|(session, notes)| ((*session).into(), (*notes).into())).collect()
        };
        let all = pairs(&[("tour", "e"), ("talk", "cb"), ("gone", "d"), ("none", "a")]);
        assert_eq!(shown(|_| true), all);
        assert_eq!(shown(|note| !note.author_name.is_empty()), pairs(&[("tour", "e")]));
    }

    #[test]
    fn the_questions_of_the_session_come_first() {
        let mut exchange = exchange();
        for (id, session, rank) in
            [("q1", None, "80"), ("q2", Some("tour"), "8180"), ("q3", None, "8280")]
        {
            let session = session.map(Id::from);
            let question = Question { session, rank: rank.to_owned(), ..Question::default() };
            exchange.questions.insert(Id::from(id), question);
        }
        let order = |session: Option<&str>| -> Vec<String> {
            let session = session.map(Id::from);
            questions_for(&exchange, session.as_ref()).into_iter().map(String::from).collect()
        };
        assert_eq!(order(Some("tour")), ["q2", "q1", "q3"]);
        assert_eq!(order(None), ["q1", "q2", "q3"]);
    }
}
