//! The reference workspace: exchanges as people make them, the same in every run.
//!
//! A planner writes the goals and the agenda, the host fills in rooms and presenters and moves some
//! sessions, three visitors write notes and are read by each other now and then. Every field is saved
//! while it is typed, as the app does it. Two values are written apart at the end.

use serde_json::{Value, json};

use crate::bundle::Entry;
use crate::chance::{Chance, sentences};
use crate::history::{Address, Document, RecordAddress, ReplicaId, Writer};
use crate::model::Id;

/// Sessions of a two-day exchange.
pub const SESSIONS: usize = 25;
/// Notes of a two-day exchange on which everybody wrote.
pub const NOTES: usize = 200;

/// The workspace: 50 exchanges with 25 sessions and 50 notes each, so 1,250 and 2,500 together.
pub fn workspace() -> impl Iterator<Item = Entry> {
    (0..50).map(|number| exchange(number, SESSIONS, 50))
}

/// The full two-day exchange.
pub fn full_exchange() -> Entry {
    exchange(0, SESSIONS, NOTES)
}

/// Makes an exchange. The number stands for all chance in it.
pub fn exchange(number: u64, sessions: usize, notes: usize) -> Entry {
    let mut chance = Chance(number.wrapping_mul(1_000_003));
    let id = Id::from_random(chance.bits());
    let now = 1_764_489_600_000 + number * 86_400_000;
    let mut planner = Author::new("J. Rivera, Riverton PD", &mut chance, now);
    let made = plan(&mut planner, &mut chance, sessions);

    let mut host = planner.joined_by("Host desk, Lakeside PD", &mut chance, 3_600_000);
    fill_in(&mut host, &mut chance, &made);
    planner.reads(&host);

    let names = ["A. Nowak, Riverton PD", "T. Ellison, Riverton PD"];
    let mut visitors: Vec<Author> =
        names.iter().map(|name| planner.joined_by(name, &mut chance, 7 * 86_400_000)).collect();
    visitors.insert(0, planner);
    for number in 0..notes {
        let who = chance.below(visitors.len());
        let day = 7 * 86_400_000 + (number / notes.div_ceil(2)) as u64 * 86_400_000;
        note(&mut visitors[who], &mut chance, &made, day);
        if number % 40 == 39 {
            let told = visitors[who].clone();
            visitors.iter_mut().for_each(|visitor| visitor.reads(&told));
        }
    }
    // Two of them write the same field without knowing of each other.
    for visitor in &mut visitors[..2] {
        visitor.types("", "goal", &sentences(&mut chance));
        visitor.types(&made.sessions[0], "points", &sentences(&mut chance));
    }

    let mut entry = Entry::new(id);
    for visitor in &visitors {
        entry.document.merge(&visitor.document);
    }
    for author in visitors.iter().chain([&host]) {
        entry.authors.insert(author.writer.replica().clone(), author.name.clone());
    }
    entry
}

/// The records that others refer to, as the text of their addresses.
struct Made {
    objectives: Vec<Id>,
    questions: Vec<Id>,
    people: Vec<Id>,
    sessions: Vec<String>,
}

fn plan(planner: &mut Author, chance: &mut Chance, sessions: usize) -> Made {
    let mut new = |collection: &str| {
        let id = Id::from_random(chance.bits());
        (RecordAddress::new(collection, id.as_str()).to_string(), id)
    };
    let mut records = |collection: &str, count: usize| -> Vec<(String, Id)> {
        (0..count).map(|_| new(collection)).collect()
    };
    let (organisations, people) = (records("organisations", 2), records("people", 9));
    let (objectives, questions) = (records("objectives", 5), records("questions", 20));
    let (outcomes, agenda) = (records("outcomes", 3), records("sessions", sessions));
    let assessments = records("assessments", 6);

    planner.sets(
        "",
        &[
            ("created_at", json!("2026-11-22T10:53:05Z")),
            ("dates", json!({"first": "2026-11-23", "last": "2026-11-24"})),
            ("topic", json!("body-worn-cameras")),
        ],
    );
    planner.types("", "title", "Body-worn cameras: policy, storage, trust");
    for field in ["goal", "need", "why_host"] {
        planner.types("", field, &sentences(chance));
    }
    planner.member("", "focus_areas", "technology");
    planner.member("", "focus_areas", "community-engagement");
    for (at, (record, _)) in organisations.iter().enumerate() {
        let part = ["visiting", "host"][at];
        planner.sets(record, &[("part", json!(part)), ("rank", rank(at))]);
        planner.types(
            record,
            "name",
            ["Riverton Police Department", "Lakeside Police Department"][at],
        );
        planner.types(record, "site", ["Riverton", "Lakeside"][at]);
    }
    for (at, (record, _)) in people.iter().enumerate() {
        let organisation = &organisations[usize::from(at > 3)].1;
        let role = ["visitor", "lead", "visitor", "visitor", "host", "presenter"][at.min(5)];
        planner.sets(
            record,
            &[
                ("organisation", json!(organisation.as_str())),
                ("role", json!(role)),
                ("rank", rank(at)),
            ],
        );
        planner.types(record, "name", ["Jordan Rivera", "Agnieszka Nowak", "Tom Ellison"][at % 3]);
        planner.types(
            record,
            "position",
            ["Captain", "Crime analyst", "Lieutenant, records"][at % 3],
        );
        planner.types(record, "contact", "first.last@riverton.example, +1 555 0100");
    }
    for (at, (record, _)) in objectives.iter().enumerate() {
        planner.sets(record, &[("rank", rank(at))]);
        planner.types(record, "text", &sentences(chance));
    }
    for (at, (record, _)) in questions.iter().enumerate() {
        let objective = chance.one(&objectives).1.as_str();
        planner.sets(record, &[("objective", json!(objective)), ("rank", rank(at))]);
        planner.types(
            record,
            "text",
            "How do you decide who may watch a recording, and who checks it?",
        );
    }
    for (at, (record, _)) in outcomes.iter().enumerate() {
        planner.sets(record, &[("shows_in", json!("agency")), ("rank", rank(at))]);
        planner.types(record, "text", &sentences(chance));
        planner.member(record, "objectives", chance.one(&objectives).1.as_str());
    }
    for (at, (record, _)) in agenda.iter().enumerate() {
        let kind = ["presentation", "tour", "discussion", "observation", "questions"][at % 5];
        let (day, hour) = (at % 2 + 1, 8 + at / 2 % 9);
        let slot = json!({"day": day, "start": format!("{hour:02}:30"), "minutes": 45});
        planner.sets(record, &[("kind", json!(kind)), ("slot", slot)]);
        planner.types(
            record,
            "title",
            ["Real-time centre", "Storage and cost", "Policy and union"][at % 3],
        );
        planner.types(record, "points", &sentences(chance));
        for _ in 0..2 {
            planner.member(record, "objectives", chance.one(&objectives).1.as_str());
        }
    }
    for (record, _) in &assessments {
        planner.sets(record, &[("met", json!("mostly"))]);
        planner.types(record, "evidence", &sentences(chance));
    }
    let ids = |records: Vec<(String, Id)>| records.into_iter().map(|(_, id)| id).collect();
    Made {
        objectives: ids(objectives),
        questions: ids(questions),
        people: ids(people),
        sessions: agenda.into_iter().map(|(record, _)| record).collect(),
    }
}

fn fill_in(host: &mut Author, chance: &mut Chance, made: &Made) {
    for (at, record) in made.sessions.iter().enumerate() {
        host.types(
            record,
            "place",
            ["Room 204, second floor", "Operations centre", "Chief's office"][at % 3],
        );
        host.types(record, "lead", ["Sgt. Amara Diallo", "Lt. Chris Boone"][at % 2]);
        if chance.below(4) == 0 {
            let slot = json!({"day": 2, "start": "13:15", "minutes": 60});
            host.sets(record, &[("slot", slot)]);
        }
    }
}

fn note(author: &mut Author, chance: &mut Chance, made: &Made, day: u64) {
    let record = RecordAddress::new("notes", Id::from_random(chance.bits()).as_str()).to_string();
    author.now = author.now.max(1_764_489_600_000 + day);
    let session = chance.one(&made.sessions).clone();
    let session = session.rsplit('/').next().unwrap_or_default();
    let mut fields = vec![
        ("author", json!(chance.one(&made.people).as_str())),
        ("session", json!(session)),
        ("written_at", json!("2026-11-23T09:41:07Z")),
    ];
    match chance.below(4) {
        0 => fields.push(("question", json!(chance.one(&made.questions).as_str()))),
        1 => fields.push(("kind", json!("lesson"))),
        2 => fields.push(("kind", json!("practice"))),
        _ => {}
    }
    author.sets(&record, &fields);
    author.types(&record, "text", &sentences(chance));
    debug_assert!(!made.objectives.is_empty());
}

fn rank(at: usize) -> Value {
    json!(format!("8{:02x}80", at * 8))
}

/// Somebody with a copy of the exchange.
#[derive(Clone)]
struct Author {
    name: String,
    document: Document,
    writer: Writer,
    now: u64,
}

impl Author {
    fn new(name: &str, chance: &mut Chance, now: u64) -> Self {
        let replica = ReplicaId::new(Id::from_random(chance.bits()).as_str());
        Self { name: name.to_owned(), document: Document::new(), writer: Writer::new(replica), now }
    }

    fn joined_by(&self, name: &str, chance: &mut Chance, later: u64) -> Self {
        Self { document: self.document.clone(), ..Self::new(name, chance, self.now + later) }
    }

    fn reads(&mut self, other: &Self) {
        self.document.merge(&other.document);
    }

    /// Sets fields of a record in one step.
    fn sets(&mut self, record: &str, fields: &[(&str, Value)]) {
        let address = |field: &str| Address::parse(&joined(record, field)).expect("an address");
        let edits = fields.iter().map(|(field, value)| (address(field), value.clone())).collect();
        self.now += 4000;
        self.document.commit(edits, &mut self.writer, self.now).expect("numbers are left");
    }

    /// Types a text: it is saved in the middle and at the end.
    fn types(&mut self, record: &str, field: &str, text: &str) {
        let half = text.char_indices().nth(text.chars().count() / 2).map_or(0, |(at, _)| at);
        self.sets(record, &[(field, json!(&text[..half]))]);
        self.sets(record, &[(field, json!(text))]);
    }

    fn member(&mut self, record: &str, set: &str, member: &str) {
        self.sets(record, &[(&format!("{set}/{member}"), json!(true))]);
    }
}

fn joined(record: &str, field: &str) -> String {
    if record.is_empty() { field.to_owned() } else { format!("{record}/{field}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Exchange;

    #[test]
    fn the_reference_exchange_is_one_that_the_app_can_read() {
        let Value::Object(plain) = full_exchange().document.plain() else { panic!("an object") };
        let (exchange, unreadable) = Exchange::read(&plain);
        assert_eq!(unreadable, []);
        assert_eq!((exchange.sessions.len(), exchange.notes.len()), (SESSIONS, NOTES));
        assert_eq!(full_exchange(), full_exchange());
    }
}
