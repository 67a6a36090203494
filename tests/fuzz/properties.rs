//! What has to hold for any input. Used by the fuzz targets, and by the test that replays what they found.

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::bundle::{Bundle, Entry, Here, Received, strict_json};
use super::history::{Document, ReplicaId, Stamp};
use super::json;
use super::model::Exchange;

/// Reads bytes as a file, and the same with a digest that fits: without one no history is ever trusted.
pub fn read_bundle(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    check_text(text);
    if let Ok(Value::Object(mut file)) = strict_json(text) {
        file.insert("type".to_owned(), "peer-exchange-bundle".into());
        file.insert("version".to_owned(), 1.into());
        file.remove("digest");
        let hash = Sha256::digest(json::canonical(&Value::Object(file.clone())));
        let hex: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        file.insert("digest".to_owned(), format!("sha256-{hex}").into());
        check_text(&json::compact(&Value::Object(file)));
    }
}

fn check_text(text: &str) {
    let last_issued = |replica: &ReplicaId| (replica.as_str() == "own").then_some(1000);
    let here = Here { now_ms: 1_796_000_000_000, last_issued: &last_issued };
    // An escape that this app does not write: the same file, on the long way of reading.
    let roundabout = text.replacen("\"created\"", "\"\\u0063reated\"", 1);
    let received = Received::read(text, &here);
    assert_eq!(received, Received::read(&roundabout, &here), "both ways of reading");
    let Ok(received) = received else { return };
    for document in &received.documents {
        let new = document.matched(None);
        check_entry(&new.whole);
        let mut local = local(&new.whole);
        let before = local.clone();
        let matched = document.matched(Some(&local));
        local.merge(&matched.news);
        check_entry(&local);
        if matched.distrust.is_some() {
            for (address, siblings) in before.document.registers() {
                let now = local.document.siblings(address);
                assert!(siblings.iter().all(|it| now.is_some_and(|now| now.holds(&it.stamp))));
            }
        }
        let once = local.clone();
        local.merge(&document.matched(Some(&local)).news);
        assert_eq!(local, once, "opening it again changes something");
    }
}

/// An exchange of the same id with values of its own.
fn local(of: &Entry) -> Entry {
    let document =
        json!({"title": "Here", "sessions": [{"id": "s", "title": "Tour", "objectives": ["o"]}]});
    let history = json!({
        "seen": {"own": 1000},
        "stamps": {"title": ["own", 1], "sessions": {"s/title": ["own", 2], "s/objectives/o": ["own", 3]}},
    });
    let unstamped = Stamp::new(1, ReplicaId::new("none"));
    let document = Document::read(&document, &history, &unstamped).document;
    Entry { document, ..Entry::new(of.id.clone()) }
}

fn check_entry(entry: &Entry) {
    let bundle = Bundle { entries: vec![entry.clone()], ..Bundle::default() };
    let text = bundle.write();
    assert_eq!(Bundle::read(&text).as_ref(), Ok(&bundle), "read as it was written");
    assert_eq!(
        Bundle::read(&text).map(|bundle| bundle.write()),
        Ok(text),
        "written as it was read"
    );
    if let Value::Object(plain) = entry.document.plain() {
        let _ = Exchange::read(&plain);
    }
}

/// Makes three documents of the bytes, with any values, stamps and claims, and merges them in every order.
pub fn merge(data: &[u8]) {
    let third = data.len() / 3;
    let copies = [&data[..third], &data[third..2 * third], &data[2 * third..]].map(document);
    let [a, b, c] = &copies;
    let merged = |one: &Document, other: &Document| {
        let mut merged = one.clone();
        merged.merge(other);
        merged
    };
    assert_eq!(merged(a, a), *a, "idempotent");
    let ab = merged(a, b);
    assert_eq!(merged(&ab, b), ab, "idempotent");
    assert_eq!(merged(&ab, a), ab, "idempotent");
    assert_eq!(merged(b, a), ab, "commutative");
    assert_eq!(merged(&ab, c), merged(a, &merged(b, c)), "associative");
}

const ADDRESSES: [&str; 12] = [
    "title",
    "title/a",
    "title/a/b",
    "sessions",
    "sessions/s",
    "sessions/s/title",
    "sessions/s/title/x",
    "sessions/t/slot",
    "sessions/s/deleted",
    "deleted",
    "",
    "a~1b/c",
];
const REPLICAS: [&str; 3] = ["a", "b", "outside-0"];

/// Makes a document: four bytes each for a value or for something seen.
fn document(data: &[u8]) -> Document {
    let (mut apart, mut seen): (Map<String, Value>, Map<String, Value>) = Default::default();
    for step in data.chunks_exact(4) {
        let replica = REPLICAS[usize::from(step[1]) % REPLICAS.len()];
        let number = u64::from(step[2] % 16) + 1;
        if step[0] < 64 {
            let exception = u64::from(step[3] % 16) + 1;
            seen.insert(replica.to_owned(), json!([number, [[exception, exception + 1]]]));
            continue;
        }
        let value = match step[3] % 6 {
            0 => Value::Null,
            1 => Value::Bool(true),
            2 => json!("x"),
            3 => json!(["a", "b"]),
            4 => json!([["a", 1], ["b", 2]]),
            _ => json!({"day": step[3]}),
        };
        let address = ADDRESSES[usize::from(step[0]) % ADDRESSES.len()];
        let siblings = apart.entry(address).or_insert_with(|| json!([]));
        if let Value::Array(siblings) = siblings {
            siblings.push(json!({"value": value, "stamp": [replica, number]}));
        }
    }
    let history = json!({"apart": apart, "seen": seen});
    Document::read(&json!({}), &history, &Stamp::new(1, ReplicaId::new("none"))).document
}
