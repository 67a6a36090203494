//! An address and its value in words: "Session “Storage tour”: place", "Day 1, 13:15, 60 min".
//!
//! What comes from a file is only ever put into text.

use serde_json::Value;

use super::words::counted;
use super::{format, words};
use crate::history::{Address, RecordAddress};
use crate::json;
use crate::model::field::{FieldValue, Form};
use crate::model::record::Declared;
use crate::model::{Assessment, Dates, Exchange, Id, Kind, Objective, Period, Slot, read_date};
use crate::texts::found;

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
    let in_words = declared(address).and_then(|field| match field.form {
        Form::Links(collection) => named(collection, &member, exchange),
        Form::Words(choices) => words::named(choices, &member).map(str::to_owned),
        Form::Periods => {
            Period::read(&Value::from(&*member)).map(|period| format::range(period.into()))
        }
        _ => None,
    });
    in_words.unwrap_or_else(|| member.replace(['_', '-'], " "))
}

/// Returns the name of a field. That of a field of a newer version is its own, which says more than none.
pub fn field(name: &str) -> String {
    found::field(name).map_or_else(|| name.replace('_', " "), str::to_owned)
}

/// Returns how the field of an address is declared; `None` for one that this version does not know.
fn declared(address: &Address) -> Option<&'static Declared> {
    let (record, field) = (address.record(), address.field());
    let collection = record.collection();
    let known = Exchange::field(collection.as_deref(), &field);
    known.or_else(|| Declared::of(Kind::Programme.declared(collection.as_deref()), &field))
}

/// Returns "3 sessions" for a number of records of a collection.
pub fn records(collection: &str, count: usize) -> String {
    let name = |number: &str| found::record(&format!("{collection}_{number}"));
    match (name("one"), name("many")) {
        (Some(one), _) if count == 1 => one.to_owned(),
        (_, Some(many)) => say!(open.counted, count = count, what = many),
        _ => counted(count, say!(open.others_one), |count| say!(open.others_many, count = count)),
    }
}

/// Returns a value as the screens would show it: a time slot, a date, a choice, the name of another
/// record, a text as it is.
pub fn value(address: &Address, value: &Value, exchange: &Exchange) -> String {
    let in_words = declared(address).and_then(|field| {
        in_words(field.form, address.record().collection().as_deref(), value, exchange)
    });
    in_words.unwrap_or_else(|| plain(value))
}

/// Returns a value of a field in words, and nothing for none: for rows, which leave out what is not said.
pub fn said(field: &Declared, value: &Value, exchange: &Exchange) -> Option<String> {
    match (field.form, value) {
        (_, Value::Null | Value::Bool(false)) => None,
        (Form::Flag, Value::Bool(true)) => Some(label(field.name)),
        (_, Value::Array(members)) => {
            let words = members.iter().filter_map(Value::as_str);
            let words = words.filter_map(|word| match field.form {
                // What was removed elsewhere is missed by nobody.
                Form::Links("objectives") => {
                    exchange.objectives.get(&Id::from(word)).map(Objective::label)
                }
                Form::Links(collection) => name(collection, &Id::from(word), exchange)
                    .and_then(|_| named(collection, word, exchange)),
                Form::Words(choices) => words::named(choices, word).map(str::to_owned),
                _ => None,
            });
            Some(words.collect::<Vec<_>>().join(", "))
        }
        (Form::Link("objectives"), Value::String(id)) => {
            exchange.objectives.get(&Id::from(id.as_str())).map(Objective::label)
        }
        (form, value) => in_words(form, None, value, exchange)
            .or_else(|| value.as_str().map(|text| text.trim().to_owned())),
    }
    .filter(|words| !words.is_empty())
}

/// Returns the name of a field as it stands before its value: "Where it shows".
pub fn label(name: &str) -> String {
    let name = field(name);
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Returns a value in words; `None` for one that does not fit its field or says what it is by itself.
fn in_words(
    form: Form,
    collection: Option<&str>,
    value: &Value,
    exchange: &Exchange,
) -> Option<String> {
    let word = value.as_str().unwrap_or_default();
    match form {
        Form::Slot => Slot::read(value).map(slot),
        Form::Days => Dates::read(value).map(format::range),
        Form::Rank => position(collection?, word, exchange),
        Form::DayOfVisit => value.as_u64().map(|day| say!(open.value_day, day = day)),
        Form::Week => value.as_u64().map(|week| say!(open.value_week, week = week)),
        Form::Minutes => value.as_i64().map(|minutes| say!(open.value_minutes, minutes = minutes)),
        Form::Day => read_date(word).map(format::long_day),
        Form::Moment => Some(format::moment(word)).filter(|moment| !moment.is_empty()),
        Form::Link(collection) => named(collection, word, exchange),
        Form::Choice(choices) => words::named(choices, word).map(str::to_owned),
        _ => None,
    }
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

/// Returns what a record of a collection is called: "Session".
pub fn kind(collection: &str) -> &'static str {
    found::record(collection).unwrap_or(say!(open.record_other))
}

/// Returns what a record is called, by its first field; `None` if it is not there or of an unknown
/// collection.
pub fn name(collection: &str, id: &Id, exchange: &Exchange) -> Option<String> {
    match collection {
        // An objective's assessment has the objective's id.
        "assessments" => return name("objectives", id, exchange),
        "day_log" => {
            let entry = exchange.day_log.get(id)?;
            let happened = words::of(entry.happened);
            let session = entry.session.as_ref().and_then(|id| exchange.sessions.get(id));
            return Some(session.map_or(happened.to_owned(), |session| {
                say!(open.value_two, one = session.title.trim(), other = happened)
            }));
        }
        _ => {}
    }
    let record = exchange.record(Some(collection), id)?;
    let (field, value) = (record.declared().first()?, record.fields().first()?.to_json());
    let in_words = in_words(field.form, Some(collection), &value, exchange);
    Some(in_words.unwrap_or_else(|| value.as_str().unwrap_or_default().trim().to_owned()))
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
    let at = Exchange::declared(Some(collection)).iter().position(|it| it.form == Form::Rank)?;
    let rows = exchange.table(collection)?;
    let ranks = (0..rows.count()).map(|row| rows.row(row).1.fields()[at].to_json());
    let is_before = |other: &str| !other.is_empty() && other < rank;
    let before = ranks.filter(|other| other.as_str().is_some_and(is_before)).count();
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

    use crate::model::{DayEntry, Debrief, Happened, Session};

    #[test]
    fn a_field_of_a_document_itself_names_the_kind_of_document() {
        for field in Kind::Programme.declared(None) {
            assert!(found::field(field.name).is_some(), "{}", field.name);
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
    fn every_field_every_choice_and_every_collection_has_a_name() {
        let collections = Exchange::COLLECTIONS.iter().map(|it| Some(*it)).chain([None]);
        for declared in collections.flat_map(Exchange::declared) {
            assert!(found::field(declared.name).is_some(), "{}", declared.name);
            if let Form::Choice(choices) | Form::Words(choices) = declared.form {
                for word in choices.words {
                    assert!(words::named(choices, word).is_some(), "{}: {word}", choices.name);
                }
            }
        }
        for collection in Exchange::COLLECTIONS {
            assert_ne!(kind(collection), say!(open.record_other), "{collection}");
            assert_ne!(records(collection, 1), records("of a newer version", 1), "{collection}");
        }
    }
}
