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
    ActionStatus, Adopted, Answer, Assessment, Attends, CheckPoint, Dates, Discipline, Exchange,
    Format, FoundIn, Happened, HowKnown, Id, Improvement, Kind, Met, NoteKind, OrganisationKind,
    OutcomeKind, Part, Party, Progress, ReportKind, Role, Sector, SessionKind, ShowsIn, Side, Slot,
    Table, Travel, WouldWork, read_date,
};

/// How many characters of a name are shown beside others.
const NAME_LENGTH: usize = 60;

/// Returns a record's kind and name: "Session “Storage tour”"; of a document itself its kind alone.
pub fn record(record: &RecordAddress, exchange: &Exchange, of: Kind) -> String {
    let (Some(collection), Some(id)) = (record.collection(), record.id()) else {
        return itself(of).to_owned();
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

/// Returns what a document is called where its own fields are meant.
fn itself(kind: Kind) -> &'static str {
    match kind {
        Kind::Exchange => say!(open.record_exchange),
        Kind::Programme => say!(open.record_programme),
        Kind::Template => say!(open.record_template),
        Kind::Toolkit => say!(open.record_toolkit),
    }
}

/// Returns a record and one of its fields: "Session “Storage tour”: place".
pub fn address(address: &Address, exchange: &Exchange, of: Kind) -> String {
    let record = record(&address.record(), exchange, of);
    say!(open.value_at, record = record, field = field(&address.field()))
}

/// Returns what a member of a set is called: the name of the record that it points at, or the word itself.
pub fn member(address: &Address, exchange: &Exchange) -> String {
    let member = address.set_member().unwrap_or_default();
    let of_record = match &*address.field() {
        "attended" | "sent_to" | "people" => named("people", &member, exchange),
        field @ ("objectives" | "outcomes" | "notes" | "learning_points") => {
            named(field, &member, exchange)
        }
        _ => None,
    };
    of_record.unwrap_or_else(|| member.replace(['_', '-'], " "))
}

/// Returns the name of a field. That of a field of a newer version is its own, which says more than none.
pub fn field(name: &str) -> String {
    known_field(name).map_or_else(|| name.replace('_', " "), str::to_owned)
}

fn known_field(name: &str) -> Option<&'static str> {
    Some(match name {
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
        "library" => say!(open.field_library),
        "rank" => say!(open.field_rank),
        "need_found_in" => say!(open.field_need_found_in),
        "need_evidence" => say!(open.field_need_evidence),
        "strategic_issue" => say!(open.field_strategic_issue),
        "use_of_results" => say!(open.field_use_of_results),
        "date_options" => say!(open.field_date_options),
        "held_dates" => say!(open.field_held_dates),
        "time_zone" => say!(open.field_time_zone),
        "liaison_on_site" => say!(open.field_liaison_on_site),
        "liaison_why" => say!(open.field_liaison_why),
        "expert_hours_planned" => say!(open.field_expert_hours_planned),
        "expert_hours_used" => say!(open.field_expert_hours_used),
        "supporter" => say!(open.field_supporter),
        "wording" => say!(open.field_wording),
        "keep_until" => say!(open.field_keep_until),
        "sector" => say!(open.field_sector),
        "places" => say!(open.field_places),
        "places_each" => say!(open.field_places_each),
        "blocked_dates" => say!(open.field_blocked_dates),
        "parking" => say!(open.field_parking),
        "entrance" => say!(open.field_entrance),
        "identity_check" => say!(open.field_identity_check),
        "escort" => say!(open.field_escort),
        "weapons" => say!(open.field_weapons),
        "phones_and_cameras" => say!(open.field_phones_and_cameras),
        "dress" => say!(open.field_dress),
        "audiences" => say!(open.field_audiences),
        "experienced" => say!(open.field_experienced),
        "may_be_named" => say!(open.field_may_be_named),
        "attends" => say!(open.field_attends),
        "travel" => say!(open.field_travel),
        "after_hours" => say!(open.field_after_hours),
        "arrival" => say!(open.field_arrival),
        "lodging" => say!(open.field_lodging),
        "journey" => say!(open.field_journey),
        "approvals" => say!(open.field_approvals),
        "access" => say!(open.field_access),
        "diet" => say!(open.field_diet),
        "size" => say!(open.field_size),
        "practice" => say!(open.field_practice),
        "recognised_by" => say!(open.field_recognised_by),
        "suggested_by" => say!(open.field_suggested_by),
        "asked_on" => say!(open.field_asked_on),
        "answer" => say!(open.field_answer),
        "chosen" => say!(open.field_chosen),
        "party" => say!(open.field_party),
        "person" => say!(open.field_person),
        "agreed_at" => say!(open.field_agreed_at),
        "covers" => say!(open.field_covers),
        "note" => say!(open.field_note),
        "measure" => say!(open.field_measure),
        "baseline" => say!(open.field_baseline),
        "target" => say!(open.field_target),
        "answered_by" => say!(open.field_answered_by),
        "people" => say!(open.field_people),
        "materials" => say!(open.field_materials),
        "link" => say!(open.field_link),
        "confirmed" => say!(open.field_confirmed),
        "happened" => say!(open.field_happened),
        "minutes" => say!(open.field_minutes),
        "at" => say!(open.field_at),
        "side" => say!(open.field_side),
        "owner" => say!(open.field_owner),
        "due" => say!(open.field_due),
        "days_before" => say!(open.field_days_before),
        "done" => say!(open.field_done),
        "date" => say!(open.field_date),
        "start" => say!(open.field_start),
        "attended" => say!(open.field_attended),
        "material" => say!(open.field_material),
        "sent_to" => say!(open.field_sent_to),
        "agreed" => say!(open.field_agreed),
        "may_quote" => say!(open.field_may_quote),
        "may_name" => say!(open.field_may_name),
        "day" => say!(open.field_day),
        "went_well" => say!(open.field_went_well),
        "missing" => say!(open.field_missing),
        "next_time" => say!(open.field_next_time),
        "key_learning" => say!(open.field_key_learning),
        "residents" => say!(open.field_residents),
        "before" => say!(open.field_before),
        "after" => say!(open.field_after),
        "notes" => say!(open.field_notes),
        "how_known" => say!(open.field_how_known),
        "depends_on" => say!(open.field_depends_on),
        "would_work" => say!(open.field_would_work),
        "would_work_why" => say!(open.field_would_work_why),
        "cost" => say!(open.field_cost),
        "to" => say!(open.field_to),
        "sent_on" => say!(open.field_sent_on),
        "reply" => say!(open.field_reply),
        "replied_on" => say!(open.field_replied_on),
        "status" => say!(open.field_status),
        "learning_points" => say!(open.field_learning_points),
        "outcomes" => say!(open.field_outcomes),
        "adopted" => say!(open.field_adopted),
        "why" => say!(open.field_why),
        "result" => say!(open.field_result),
        "point" => say!(open.field_point),
        "outcome" => say!(open.field_outcome),
        "held_on" => say!(open.field_held_on),
        "progress" => say!(open.field_progress),
        "barriers" => say!(open.field_barriers),
        "help_wanted" => say!(open.field_help_wanted),
        "help" => say!(open.field_help),
        "help_given" => say!(open.field_help_given),
        "week" => say!(open.field_week),
        "tried" => say!(open.field_tried),
        "told" => say!(open.field_told),
        "in_the_way" => say!(open.field_in_the_way),
        "shared" => say!(open.field_shared),
        "trips" => say!(open.field_trips),
        "hours" => say!(open.field_hours),
        "period" => say!(open.field_period),
        "figures_from" => say!(open.field_figures_from),
        "figures_as_of" => say!(open.field_figures_as_of),
        "report_header" => say!(open.field_report_header),
        _ => return None,
    })
}

/// Returns "3 sessions" for a number of records of a collection.
pub fn records(collection: &str, count: usize) -> String {
    macro_rules! several {
        ($one:ident, $many:ident) => {
            counted(count, say!(open.$one), |count| say!(open.$many, count = count))
        };
    }
    match collection {
        "organisations" => several!(organisations_one, organisations_many),
        "people" => several!(people_one, people_many),
        "host_candidates" => several!(host_candidates_one, host_candidates_many),
        "agreements" => several!(agreements_one, agreements_many),
        "goals" => several!(goals_one, goals_many),
        "objectives" => several!(objectives_one, objectives_many),
        "outcomes" => several!(outcomes_one, outcomes_many),
        "questions" => several!(questions_one, questions_many),
        "sessions" => several!(sessions_one, sessions_many),
        "day_log" => several!(day_log_one, day_log_many),
        "tasks" => several!(tasks_one, tasks_many),
        "calls" => several!(calls_one, calls_many),
        "resources" => several!(resources_one, resources_many),
        "notes" => several!(notes_one, notes_many),
        "debriefs" => several!(debriefs_one, debriefs_many),
        "assessments" => several!(assessments_one, assessments_many),
        "learning_points" => several!(learning_points_one, learning_points_many),
        "reports" => several!(reports_one, reports_many),
        "actions" => several!(actions_one, actions_many),
        "check_ins" => several!(check_ins_one, check_ins_many),
        "prompts" => several!(prompts_one, prompts_many),
        _ => several!(others_one, others_many),
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
        (None, "dates" | "period") => Dates::read(value).map(format::range),
        (Some(collection), "rank") => position(collection, word, exchange),
        (Some("debriefs"), "day") => value.as_u64().map(|day| say!(open.value_day, day = day)),
        (Some("prompts"), "week") => value.as_u64().map(|week| say!(open.value_week, week = week)),
        (_, "wanted_minutes" | "minutes") => {
            value.as_i64().map(|minutes| say!(open.value_minutes, minutes = minutes))
        }
        (
            _,
            "asked_on" | "date" | "due" | "figures_as_of" | "held_on" | "keep_until" | "replied_on"
            | "sent_on",
        ) => read_date(word).map(format::long_day),
        (_, "agreed_at" | "at" | "created_at" | "finished_at" | "written_at") => {
            Some(format::moment(word)).filter(|moment| !moment.is_empty())
        }
        (collection, field) => match reference(field) {
            Some(collection) => named(collection, word, exchange),
            None => choice(collection, field, word).map(str::to_owned),
        },
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

/// Returns the collection of the records that a field names by id.
fn reference(field: &str) -> Option<&'static str> {
    Some(match field {
        "organisation" => "organisations",
        "answered_by" | "asked_by" | "author" | "owner" | "person" | "supporter" => "people",
        "objective" => "objectives",
        "outcome" => "outcomes",
        "question" => "questions",
        "session" => "sessions",
        _ => return None,
    })
}

/// Returns the name of a choice; `None` for a field or a word that this version does not know.
fn choice(collection: Option<&str>, field: &str, word: &str) -> Option<&'static str> {
    Some(match (collection, field) {
        (None, "format") => words::format(Format::from_word(word)?),
        (None, "need_found_in") => words::found_in(FoundIn::from_word(word)?),
        (Some("organisations"), "part") => words::part(Part::from_word(word)?),
        (Some("organisations"), "kind") => {
            words::organisation_kind(OrganisationKind::from_word(word)?)
        }
        (Some("organisations"), "sector") => words::sector(Sector::from_word(word)?),
        (Some("people"), "role") => words::role(Role::from_word(word)?),
        (Some("people"), "discipline") => words::discipline(Discipline::from_word(word)?),
        (Some("people"), "attends") => words::attends(Attends::from_word(word)?),
        (Some("people"), "travel") => words::travel(Travel::from_word(word)?),
        (Some("host_candidates"), "answer") => words::answer(Answer::from_word(word)?),
        (Some("agreements"), "party") => words::party(Party::from_word(word)?),
        (Some("outcomes"), "shows_in") => words::shows_in(ShowsIn::from_word(word)?),
        (Some("outcomes"), "kind") => words::outcome_kind(OutcomeKind::from_word(word)?),
        (Some("sessions"), "kind") => words::session_kind(SessionKind::from_word(word)?),
        (Some("day_log"), "happened") => words::happened(Happened::from_word(word)?),
        (Some("tasks"), "side") => words::side(Side::from_word(word)?),
        (Some("notes"), "kind") => words::note_kind(NoteKind::from_word(word)?),
        (Some("assessments"), "met") => words::met(Met::from_word(word)?),
        (Some("learning_points"), "how_known") => words::how_known(HowKnown::from_word(word)?),
        (Some("learning_points"), "would_work") => words::would_work(WouldWork::from_word(word)?),
        (Some("reports"), "kind") => words::report_kind(ReportKind::from_word(word)?),
        (Some("actions"), "kind") => words::improvement(Improvement::from_word(word)?),
        (Some("actions"), "status") => words::action_status(ActionStatus::from_word(word)?),
        (Some("actions"), "adopted") => words::adopted(Adopted::from_word(word)?),
        (Some("check_ins"), "point") => words::check_point(CheckPoint::from_word(word)?),
        (Some("check_ins"), "progress") => words::progress(Progress::from_word(word)?),
        _ => return None,
    })
}

fn kind(collection: &str) -> &'static str {
    match collection {
        "organisations" => say!(open.record_organisation),
        "people" => say!(open.record_person),
        "host_candidates" => say!(open.record_host_candidate),
        "agreements" => say!(open.record_agreement),
        "goals" => say!(open.record_goal),
        "objectives" => say!(open.record_objective),
        "outcomes" => say!(open.record_outcome),
        "questions" => say!(open.record_question),
        "sessions" => say!(open.record_session),
        "day_log" => say!(open.record_day_entry),
        "tasks" => say!(open.record_task),
        "calls" => say!(open.record_call),
        "resources" => say!(open.record_resource),
        "notes" => say!(open.record_note),
        "debriefs" => say!(open.record_debrief),
        "assessments" => say!(open.record_assessment),
        "learning_points" => say!(open.record_learning_point),
        "reports" => say!(open.record_report),
        "actions" => say!(open.record_action),
        "check_ins" => say!(open.record_check_in),
        "prompts" => say!(open.record_prompt),
        _ => say!(open.record_other),
    }
}

/// Returns what a record is called; `None` if it is not there or of an unknown collection.
fn name(collection: &str, id: &Id, exchange: &Exchange) -> Option<String> {
    let name = match collection {
        "organisations" => &exchange.organisations.get(id)?.name,
        "people" => &exchange.people.get(id)?.name,
        "host_candidates" => &exchange.host_candidates.get(id)?.name,
        "agreements" => words::party(exchange.agreements.get(id)?.party),
        "goals" => &exchange.goals.get(id)?.text,
        // An objective's assessment has the objective's id.
        "objectives" | "assessments" => &exchange.objectives.get(id)?.text,
        "outcomes" => &exchange.outcomes.get(id)?.text,
        "questions" => &exchange.questions.get(id)?.text,
        "sessions" => &exchange.sessions.get(id)?.title,
        "day_log" => {
            let entry = exchange.day_log.get(id)?;
            let happened = words::happened(entry.happened);
            let session = entry.session.as_ref().and_then(|id| exchange.sessions.get(id));
            return Some(session.map_or(happened.to_owned(), |session| {
                say!(open.value_two, one = session.title.trim(), other = happened)
            }));
        }
        "tasks" => &exchange.tasks.get(id)?.text,
        "calls" => &exchange.calls.get(id)?.title,
        "resources" => &exchange.resources.get(id)?.title,
        "notes" => &exchange.notes.get(id)?.text,
        "debriefs" => match exchange.debriefs.get(id)?.day {
            0 => "",
            day => return Some(say!(open.value_day, day = day)),
        },
        "learning_points" => &exchange.learning_points.get(id)?.text,
        "reports" => words::report_kind(exchange.reports.get(id)?.kind),
        "actions" => &exchange.actions.get(id)?.text,
        "check_ins" => words::check_point(exchange.check_ins.get(id)?.point),
        "prompts" => return Some(say!(open.value_week, week = exchange.prompts.get(id)?.week)),
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
        "host_candidates" => before(&exchange.host_candidates, rank),
        "goals" => before(&exchange.goals, rank),
        "objectives" => before(&exchange.objectives, rank),
        "outcomes" => before(&exchange.outcomes, rank),
        "questions" => before(&exchange.questions, rank),
        "tasks" => before(&exchange.tasks, rank),
        "resources" => before(&exchange.resources, rank),
        "learning_points" => before(&exchange.learning_points, rank),
        "actions" => before(&exchange.actions, rank),
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

    use crate::model::{DayEntry, Debrief, Objective, Session};

    #[test]
    fn a_field_of_a_document_itself_names_the_kind_of_document() {
        for field in Kind::Programme.declared(None) {
            assert!(known_field(field.name).is_some(), "{}", field.name);
        }
        let title = Address::parse("title").expect("an address");
        for (kind, words) in [
            (Kind::Exchange, "The exchange: title"),
            (Kind::Programme, "The site's program: title"),
            (Kind::Template, "The template: title"),
            (Kind::Toolkit, "The toolkit: title"),
        ] {
            assert_eq!(address(&title, &Exchange::default(), kind), words);
        }
    }

    fn exchange() -> Exchange {
        let mut exchange = Exchange::default();
        let session = Session { title: "Storage tour".to_owned(), ..Session::default() };
        exchange.sessions.insert(Id::from("s1"), session);
        let session = Some(Id::from("s1"));
        let skipped = DayEntry { happened: Happened::Skipped, session, ..DayEntry::default() };
        exchange.day_log.insert(Id::from("d1"), skipped);
        exchange.debriefs.insert(Id::from("d1"), Debrief { day: 2, ..Debrief::default() });
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
        let words = |text: &str| {
            address(&Address::parse(text).expect("an address"), &exchange(), Kind::Exchange)
        };
        assert_eq!(words("sessions/s1/place"), "Session “Storage tour”: place");
        assert_eq!(words("title"), "The exchange: title");
        assert_eq!(words("assessments/visit/met"), "Assessment of the visit: how far it was met");
        assert_eq!(words("assessments/o1/met"), "Assessment “Weigh costs”: how far it was met");
        assert_eq!(words("sessions/gone/place"), "Session: place");
        assert_eq!(words("day_log/d1/at"), "Day log “Storage tour, Skipped”: when");
        assert_eq!(words("debriefs/d1/missing"), "Debrief “Day 2”: what was missing");
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
        assert_eq!(said("day_log/d1/minutes", json!(-15)), "-15 min");
        assert_eq!(said("tasks/t1/due", json!("2026-10-01")), "Thursday 1 October 2026");
        assert_eq!(said("actions/a1/status", json!("under_way")), "Under way");
        assert_eq!(said("check_ins/c1/point", json!("six_weeks")), "After six weeks");
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

    #[test]
    fn every_field_and_every_collection_has_a_name() {
        let collections = Exchange::COLLECTIONS.iter().map(|it| Some(*it)).chain([None]);
        for declared in collections.flat_map(Exchange::declared) {
            assert!(known_field(declared.name).is_some(), "{}", declared.name);
        }
        for collection in Exchange::COLLECTIONS {
            assert_ne!(kind(collection), say!(open.record_other), "{collection}");
            assert_ne!(records(collection, 1), records("of a newer version", 1), "{collection}");
        }
    }
}
