//! An address and its value in words: "Session “Storage tour”: place", "Day 1, 13:15, 60 min".
//!
//! What comes from a file is only ever put into text.

use serde_json::Value;

use super::words::counted;
use super::{format, words};
use crate::history::{Address, RecordAddress};
use crate::json;
use crate::model::field::FieldValue;
use crate::model::rank::Ranked;
use crate::model::{
    Assessment, Dates, Discipline, Exchange, Format, Id, Met, NoteKind, OrganisationKind, Part,
    Role, SessionKind, ShowsIn, Slot, Table,
};

/// How many characters of a name are shown beside others.
const NAME_LENGTH: usize = 60;

/// Returns a record's kind and name: "Session “Storage tour”".
pub fn record(record: &RecordAddress, exchange: &Exchange) -> String {
    let (Some(collection), Some(id)) = (record.collection(), record.id()) else {
        return say!(open.record_exchange).to_owned();
    };
    if collection == "assessments" && id == Assessment::VISIT {
        return say!(open.record_assessment_visit).to_owned();
    }
    let kind = kind(&collection);
    match name(&collection, &Id::from(&*id), exchange) {
        Some(name) if !name.is_empty() => {
            say!(open.record_named, kind = kind, name = shortened(&name, NAME_LENGTH))
        }
        _ => kind.to_owned(),
    }
}

/// Returns a record and one of its fields: "Session “Storage tour”: place".
pub fn address(address: &Address, exchange: &Exchange) -> String {
    let record = record(&address.record(), exchange);
    say!(open.value_at, record = record, field = field(&address.field()))
}

/// Returns what a member of a set is called: the name of the record that it points at, or the word itself.
pub fn member(address: &Address, exchange: &Exchange) -> String {
    let member = address.set_member().unwrap_or_default();
    let of_record = match &*address.field() {
        collection @ "objectives" => named(collection, &member, exchange),
        _ => None,
    };
    of_record.unwrap_or_else(|| member.replace(['_', '-'], " "))
}

/// Returns the name of a field.
pub fn field(name: &str) -> String {
    let known = match name {
        "title" => say!(open.field_title),
        "goal" => say!(open.field_goal),
        "need" => say!(open.field_need),
        "why_host" => say!(open.field_why_host),
        "focus_areas" => say!(open.field_focus_areas),
        "format" => say!(open.field_format),
        "dates" => say!(open.field_dates),
        "topic" => say!(open.field_topic),
        "source" => say!(open.field_source),
        "marking" => say!(open.field_marking),
        "created_at" => say!(open.field_created_at),
        "finished_at" => say!(open.field_finished_at),
        "name" => say!(open.field_name),
        "part" => say!(open.field_part),
        "kind" => say!(open.field_kind),
        "site" => say!(open.field_site),
        "position" => say!(open.field_position),
        "organisation" => say!(open.field_organisation),
        "role" => say!(open.field_role),
        "discipline" => say!(open.field_discipline),
        "drives_change" => say!(open.field_drives_change),
        "contact" => say!(open.field_contact),
        "text" => say!(open.field_text),
        "short" => say!(open.field_short),
        "objectives" => say!(open.field_objectives),
        "shows_in" => say!(open.field_shows_in),
        "objective" => say!(open.field_objective),
        "session" => say!(open.field_session),
        "asked_by" => say!(open.field_asked_by),
        "headline" => say!(open.field_headline),
        "slot" => say!(open.field_slot),
        "wanted_minutes" => say!(open.field_wanted_minutes),
        "place" => say!(open.field_place),
        "lead" => say!(open.field_lead),
        "points" => say!(open.field_points),
        "question" => say!(open.field_question),
        "author" => say!(open.field_author),
        "author_name" => say!(open.field_author_name),
        "written_at" => say!(open.field_written_at),
        "private" => say!(open.field_private),
        "met" => say!(open.field_met),
        "evidence" => say!(open.field_evidence),
        "follow_up" => say!(open.field_follow_up),
        "follow_up_what" => say!(open.field_follow_up_what),
        "improvements" => say!(open.field_improvements),
        "improve" => say!(open.field_improve),
        "not_addressed" => say!(open.field_not_addressed),
        "address" => say!(open.field_address),
        "rank" => say!(open.field_rank),
        // A newer version of the app: its own name says more than none.
        unknown => return unknown.replace('_', " "),
    };
    known.to_owned()
}

/// Returns "3 sessions" for a number of records of a collection.
pub fn records(collection: &str, count: usize) -> String {
    match collection {
        "organisations" => counted(count, say!(open.organisations_one), |count| {
            say!(open.organisations_many, count = count)
        }),
        "people" => {
            counted(count, say!(open.people_one), |count| say!(open.people_many, count = count))
        }
        "objectives" => counted(count, say!(open.objectives_one), |count| {
            say!(open.objectives_many, count = count)
        }),
        "outcomes" => {
            counted(count, say!(open.outcomes_one), |count| say!(open.outcomes_many, count = count))
        }
        "questions" => counted(count, say!(open.questions_one), |count| {
            say!(open.questions_many, count = count)
        }),
        "sessions" => {
            counted(count, say!(open.sessions_one), |count| say!(open.sessions_many, count = count))
        }
        "notes" => {
            counted(count, say!(open.notes_one), |count| say!(open.notes_many, count = count))
        }
        "assessments" => counted(count, say!(open.assessments_one), |count| {
            say!(open.assessments_many, count = count)
        }),
        "resources" => counted(count, say!(open.resources_one), |count| {
            say!(open.resources_many, count = count)
        }),
        _ => counted(count, say!(open.others_one), |count| say!(open.others_many, count = count)),
    }
}

/// Returns a value as the screens would show it: a time slot, a date, a choice, the name of another
/// record, a text as it is.
pub fn value(address: &Address, value: &Value, exchange: &Exchange) -> String {
    let record = address.record();
    let (collection, field) = (record.collection(), address.field());
    let word = value.as_str().unwrap_or_default();
    let in_words = match (collection.as_deref(), &*field) {
        (_, "slot") => Slot::read(value).map(slot),
        (None, "dates") => Dates::read(value).map(format::range),
        (None, "format") => Format::from_word(word).map(|word| words::format(word).to_owned()),
        (Some("organisations"), "part") => {
            Part::from_word(word).map(|word| words::part(word).to_owned())
        }
        (Some("organisations"), "kind") => {
            OrganisationKind::from_word(word).map(|word| words::organisation_kind(word).to_owned())
        }
        (Some("people"), "role") => Role::from_word(word).map(|word| words::role(word).to_owned()),
        (Some("people"), "discipline") => {
            Discipline::from_word(word).map(|word| words::discipline(word).to_owned())
        }
        (Some("sessions"), "kind") => {
            SessionKind::from_word(word).map(|word| words::session_kind(word).to_owned())
        }
        (Some("notes"), "kind") => {
            NoteKind::from_word(word).map(|word| words::note_kind(word).to_owned())
        }
        (Some("assessments"), "met") => {
            Met::from_word(word).map(|word| words::met(word).to_owned())
        }
        (Some("outcomes"), "shows_in") => {
            ShowsIn::from_word(word).map(|word| words::shows_in(word).to_owned())
        }
        (Some(_), "organisation") => named("organisations", word, exchange),
        (Some(_), "objective") => named("objectives", word, exchange),
        (Some(_), "session") => named("sessions", word, exchange),
        (Some(_), "question") => named("questions", word, exchange),
        (Some(_), "author" | "asked_by") => named("people", word, exchange),
        (Some(collection), "rank") => position(collection, word, exchange),
        (_, "wanted_minutes") => {
            value.as_u64().map(|minutes| say!(open.value_minutes, minutes = minutes))
        }
        (_, "created_at" | "finished_at" | "written_at") => {
            Some(format::moment(word)).filter(|moment| !moment.is_empty())
        }
        _ => None,
    };
    in_words.unwrap_or_else(|| plain(value))
}

/// Returns the first characters of a text, on one line.
pub fn shortened(text: &str, length: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= length {
        return line;
    }
    let mut short: String = line.chars().take(length.saturating_sub(1)).collect();
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}

fn kind(collection: &str) -> &'static str {
    match collection {
        "organisations" => say!(open.record_organisation),
        "people" => say!(open.record_person),
        "objectives" => say!(open.record_objective),
        "outcomes" => say!(open.record_outcome),
        "questions" => say!(open.record_question),
        "sessions" => say!(open.record_session),
        "notes" => say!(open.record_note),
        "assessments" => say!(open.record_assessment),
        "resources" => say!(open.record_resource),
        _ => say!(open.record_other),
    }
}

/// Returns what a record is called; `None` if it is not there or of an unknown collection.
fn name(collection: &str, id: &Id, exchange: &Exchange) -> Option<String> {
    let name = match collection {
        "organisations" => &exchange.organisations.get(id)?.name,
        "people" => &exchange.people.get(id)?.name,
        // An objective's assessment has the objective's id.
        "objectives" | "assessments" => &exchange.objectives.get(id)?.text,
        "outcomes" => &exchange.outcomes.get(id)?.text,
        "questions" => &exchange.questions.get(id)?.text,
        "sessions" => &exchange.sessions.get(id)?.title,
        "notes" => &exchange.notes.get(id)?.text,
        "resources" => &exchange.resources.get(id)?.title,
        _ => return None,
    };
    Some(name.trim().to_owned())
}

/// Returns the name of the record that a value points at, or a word for one that is gone.
fn named(collection: &str, id: &str, exchange: &Exchange) -> Option<String> {
    if id.is_empty() {
        return None;
    }
    let name = name(collection, &Id::from(id), exchange);
    Some(match name {
        Some(name) if name.is_empty() => kind(collection).to_owned(),
        Some(name) => shortened(&name, NAME_LENGTH),
        None => say!(open.value_removed).to_owned(),
    })
}

/// Returns where a rank puts a record among those that are there.
fn position(collection: &str, rank: &str, exchange: &Exchange) -> Option<String> {
    fn before<T: Ranked>(table: &Table<T>, rank: &str) -> usize {
        table.values().filter(|record| !record.rank().is_empty() && record.rank() < rank).count()
    }
    let before = match collection {
        "organisations" => before(&exchange.organisations, rank),
        "people" => before(&exchange.people, rank),
        "objectives" => before(&exchange.objectives, rank),
        "outcomes" => before(&exchange.outcomes, rank),
        "questions" => before(&exchange.questions, rank),
        "resources" => before(&exchange.resources, rank),
        _ => return None,
    };
    Some(say!(open.value_position, position = before + 1))
}

fn slot(slot: Slot) -> String {
    let start = format::time(slot.start);
    say!(open.value_slot, day = slot.day, start = start, minutes = slot.minutes)
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => say!(open.value_nothing).to_owned(),
        Value::Bool(true) => say!(open.value_yes).to_owned(),
        Value::Bool(false) => say!(open.value_no).to_owned(),
        Value::String(text) if text.trim().is_empty() => say!(open.value_nothing).to_owned(),
        Value::String(text) => text.clone(),
        other => shortened(&json::compact(other), 200),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    use crate::model::{Objective, Session};

    fn exchange() -> Exchange {
        let mut exchange = Exchange::default();
        let session = Session { title: "Storage tour".to_owned(), ..Session::default() };
        exchange.sessions.insert(Id::from("s1"), session);
        for (id, rank) in [("o1", "80"), ("o2", "8180")] {
            let objective = Objective {
                text: "Weigh costs".to_owned(),
                rank: rank.to_owned(),
                ..Objective::default()
            };
            exchange.objectives.insert(Id::from(id), objective);
        }
        exchange
    }

    fn said(text: &str, found: Value) -> String {
        value(&Address::parse(text).expect("an address"), &found, &exchange())
    }

    #[test]
    fn an_address_names_the_record_and_the_field() {
        let words = |text: &str| address(&Address::parse(text).expect("an address"), &exchange());
        assert_eq!(words("sessions/s1/place"), "Session “Storage tour”: place");
        assert_eq!(words("title"), "The exchange: title");
        assert_eq!(words("assessments/visit/met"), "Assessment of the visit: how far it was met");
        assert_eq!(words("assessments/o1/met"), "Assessment “Weigh costs”: how far it was met");
        assert_eq!(words("sessions/gone/place"), "Session: place");
        assert_eq!(words("rooms/r1/floor_plan"), "Record of a newer version: floor plan");
    }

    #[test]
    fn values_are_said_as_the_screens_show_them() {
        let slot = json!({"day": 1, "start": "13:15", "minutes": 60});
        assert_eq!(said("sessions/s1/slot", slot), "Day 1, 13:15, 60 min");
        let dates = json!({"first": "2026-10-14", "last": "2026-10-15"});
        assert_eq!(said("dates", dates), "14–15 October 2026");
        assert_eq!(said("sessions/s1/kind", json!("tour")), "Facility tour");
        assert_eq!(said("notes/n1/private", json!(true)), "yes");
        assert_eq!(said("notes/n1/session", json!("s1")), "Storage tour");
        assert_eq!(said("notes/n1/session", json!("gone")), "removed");
        assert_eq!(said("sessions/s1/wanted_minutes", json!(90)), "90 min");
        assert_eq!(said("objectives/o3/rank", json!("81")), "Number 2 in the list");
    }

    #[test]
    fn what_does_not_fit_its_type_is_shown_as_it_is() {
        assert_eq!(said("sessions/s1/slot", json!("noon")), "noon");
        assert_eq!(said("sessions/s1/kind", json!("seance")), "seance");
        assert_eq!(said("goal", json!("  ")), "nothing");
        assert_eq!(said("goal", json!({"a": 1})), r#"{"a":1}"#);
        assert_eq!(said("title", json!("<b>bold</b>")), "<b>bold</b>");
    }

    #[test]
    fn a_long_text_is_cut_between_its_characters() {
        assert_eq!(shortened("one two\nthree", 20), "one two three");
        assert_eq!(shortened("äöü äöü äöü", 5), "äöü…");
    }
}
