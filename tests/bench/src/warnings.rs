//! All warnings of an exchange that is larger than any: 60 people, 200 questions, 300 sessions, 2,000 notes.

use serde_json::{Value, json};

use crate::chance::{Chance, sentences};
use crate::measure::{Times, timed};
use crate::model::{Exchange, Summary, read_date, warning};

const ROUNDS: usize = 200;

/// Returns an exchange of that size, with ten objectives and outcomes, and some of everything else.
pub fn exchange() -> Exchange {
    let mut chance = Chance(5);
    let ids = |name: &str, count: usize| -> Vec<String> {
        (0..count).map(|at| format!("{name}{at:08}")).collect()
    };
    let (people, questions, sessions) = (ids("p", 60), ids("q", 200), ids("s", 300));
    let (objectives, organisations) = (ids("o", 10), ids("f", 8));
    let rank = |at: usize| format!("8{at:04x}80");
    let ranked = |ids: &[String], chance: &mut Chance| -> Value {
        let record = |(at, id): (usize, &String)| json!({"id": id, "text": sentences(chance), "rank": rank(at * 7 % 211)});
        ids.iter().enumerate().map(record).collect()
    };
    let mut plain = json!({
        "goal": "Learn", "dates": {"first": "2026-10-12", "last": "2026-10-16"},
        "objectives": ranked(&objectives, &mut chance),
        "outcomes": ranked(&ids("c", 10), &mut chance),
        "actions": ranked(&ids("a", 40), &mut chance),
        "tasks": ranked(&ids("t", 60), &mut chance),
    });
    let organisation = |id: &String| json!({"id": id, "site": "Riverton", "places": 20});
    plain["organisations"] = organisations.iter().map(organisation).collect();
    let person = |id: &String| json!({"id": id, "organisation": chance.one(&organisations)});
    plain["people"] = people.iter().map(person).collect();
    let question = |(at, id): (usize, &String)| {
        json!({
            "id": id, "text": sentences(&mut chance), "rank": rank(at * 7 % 211),
            "objective": chance.one(&objectives), "session": chance.one(&sessions),
            "asked_by": chance.one(&people),
        })
    };
    plain["questions"] = questions.iter().enumerate().map(question).collect();
    let session = |(at, id): (usize, &String)| {
        let start = format!("{:02}:{:02}", 8 + at % 60 / 6, at % 6 * 10);
        json!({
            "id": id, "title": "A talk", "slot": {"day": 1 + at / 60, "start": start, "minutes": 10},
            "objectives": [chance.one(&objectives), chance.one(&objectives)],
            "people": [chance.one(&people), chance.one(&people), chance.one(&people)],
        })
    };
    plain["sessions"] = sessions.iter().enumerate().map(session).collect();
    let note = |id: &String| {
        let kind = *chance.one(&["practice", "lesson", "idea"]);
        json!({
            "id": id, "text": "Seen", "kind": kind, "session": chance.one(&sessions),
            "question": chance.one(&questions), "author": chance.one(&people),
        })
    };
    plain["notes"] = ids("n", 2000).iter().map(note).collect();
    let Value::Object(plain) = plain else { unreachable!("an object") };
    Exchange::read(&plain).0
}

/// Returns how long all warnings take, and how long a summary takes with all of them.
pub fn times(exchange: &Exchange) -> (Times, Times) {
    let today = read_date("2027-10-01").expect("a date");
    let all = (0..ROUNDS).map(|_| timed(|| warning::on(today, exchange, Some(today)))).collect();
    let summary = (0..ROUNDS)
        .map(|_| timed(|| Summary::of(exchange, false, Some(warning::counted))))
        .collect();
    (Times::of(all), Times::of(summary))
}
