//! The stored form of a history: examples with their exact text, compactness, and input that nobody
//! should write.
//!
//! `PEER_EXCHANGE_CASES` sets how many random inputs each property is tried on.

use std::time::{Duration, Instant};

use peer_exchange::history::{
    Address, AddressError, AsWritten, Authors, CommitError, Document, HIGHEST_NUMBER, History,
    MOST_ADDRESSES, Piece, Problem, Reading, RecordAddress, ReplicaId, Seen, Stamp, Writer,
    authors, changed_outside, diff,
};
use peer_exchange::json::Tree;
use proptest::prelude::*;
use serde::de::DeserializeSeed;
use serde_json::{Map, Value, json};

fn at(address: &str) -> Address {
    Address::parse(address).unwrap()
}

fn stamp(replica: &str, number: u64) -> Stamp {
    Stamp::new(number, ReplicaId::new(replica))
}

fn writer(replica: &str) -> Writer {
    Writer::new(ReplicaId::new(replica))
}

/// A document in which these edits were made in one commit.
fn written(edits: &[(&str, Value)], writer: &mut Writer, now: u64) -> Document {
    let mut document = Document::new();
    commit(&mut document, edits, writer, now);
    document
}

fn commit(
    document: &mut Document,
    edits: &[(&str, Value)],
    writer: &mut Writer,
    now: u64,
) -> Document {
    let edits = edits.iter().map(|(address, value)| (at(address), value.clone())).collect();
    document.commit(edits, writer, now).unwrap()
}

fn read(document: &Value, history: &Value) -> Reading {
    Document::read(document, history, &stamp("outside", 1))
}

/// The stored form, without authors.
fn written_form(document: &Document) -> (Value, Value) {
    let authors = Authors::new();
    let (plain, history) = document.write(&authors);
    let texts = [&plain, &history].map(Tree::compact);
    let (plain, history) = (plain.into_value(), history.into_value());
    assert_eq!(texts, [&plain, &history].map(Value::to_string));
    (plain, history)
}

/// Writes, reads back, and answers with what was written.
fn stored(document: &Document) -> (Value, Value) {
    let (plain, history) = written_form(document);
    let text = json!([plain, history]).to_string();
    let again: Value = serde_json::from_str(&text).unwrap();
    let reading = read(&again[0], &again[1]);
    assert_eq!(reading.document, *document);
    assert_eq!(reading.problems, []);
    assert!(reading.is_as_written);
    if let Some(short) = read_as_written(&plain, &history) {
        assert_eq!(short, *document);
    }
    (plain, history)
}

/// Reads what was written straight from its text, if it is in the order of addresses.
fn read_as_written(plain: &Value, history: &Value) -> Option<Document> {
    let values = values_as_written(&plain.to_string())?;
    Some(Document::of_as_written(values, history_as_written(&history.to_string())?)?.0)
}

fn values_as_written(plain: &str) -> Option<AsWritten> {
    let mut is_fit = |_: Option<&str>, _: &[Piece<'_>]| true;
    let values = AsWritten::reading(&mut is_fit);
    values.deserialize(&mut serde_json::Deserializer::from_str(plain)).ok()
}

fn history_as_written(history: &str) -> Option<History> {
    serde_json::from_str(history).ok()
}

#[test]
fn what_was_written_is_read_straight_from_its_text() {
    let edits = [("t", json!("T")), ("f/a", json!(true)), ("f/b", json!(true)), ("n", json!(-7))];
    let mut document = written(&edits, &mut writer("anna"), 10);
    let edits = [("s/a/t", json!("x")), ("s/a/o/o1", json!(true)), ("s/b/u", json!([["r", 1]]))];
    commit(&mut document, &edits, &mut writer("ben"), 20);
    commit(&mut document, &[("t", json!(null))], &mut writer("ben"), 30);
    let (plain, history) = stored(&document);
    assert_eq!(read_as_written(&plain, &history), Some(document));
}

#[test]
fn values_that_are_not_exactly_as_written_are_not_read_straight_from_their_text() {
    for plain in [
        r#"{}"#,
        r#"{"n":9007199254740991}"#,
        r#"{"n":-9007199254740991}"#,
        r#"{"n":{"a":-9007199254740991,"b":null}}"#,
        r#"{"f":["a","b"]}"#,
        r#"{"s":[{"id":"a","t":1},{"id":"b","t":1}]}"#,
        r#"{"s":[{"id":"a","o":["o1","o2"]}]}"#,
    ] {
        assert!(values_as_written(plain).is_some(), "{plain}");
    }
    for plain in [
        r#"[]"#,
        r#"{"n":9007199254740992}"#,
        r#"{"n":-9007199254740992}"#,
        r#"{"n":[-9007199254740992]}"#,
        r#"{"n":1.5}"#,
        r#"{"n":null}"#,
        r#"{"n":[]}"#,
        r#"{"n":1,"n":1}"#,
        r#"{"n":1,"m":1}"#,
        r#"{"n":{"b":1,"a":1}}"#,
        r#"{"f":["b","a"]}"#,
        r#"{"f":["a","a"]}"#,
        r#"{"f":["a",1]}"#,
        r#"{"s":[{"id":"b","t":1},{"id":"a","t":1}]}"#,
        r#"{"s":[{"id":"a","t":1},{"id":"a","t":1}]}"#,
        r#"{"s":[{"id":"a","t":1},{"id":"a","u":1}]}"#,
        r#"{"s":[{"id":"a","t":1},"b"]}"#,
        r#"{"s":[{"id":"a"}]}"#,
        r#"{"s":[{"id":"","t":1}]}"#,
        r#"{"s":[{"t":1}]}"#,
        r#"{"s":[{"id":"a","t":1}],"s-":1,"s/":1}"#,
    ] {
        assert!(values_as_written(plain).is_none(), "{plain}");
    }
}

#[test]
fn values_and_a_history_that_do_not_fit_together_are_not_read_straight_from_their_text() {
    let plain = json!({ "t": 1 });
    let stamps = json!({ "stamps": { "t": ["r", 1] } });
    assert!(read_as_written(&plain, &stamps).is_some());
    assert!(read_as_written(&plain, &json!({})).is_none(), "no stamp");
    let mut later = stamps;
    later["apart"] = json!({ "t": [{ "stamp": ["r", 2], "value": 2 }] });
    assert!(read_as_written(&plain, &later).is_none(), "another value is the latest");
}

#[test]
fn a_history_that_is_not_exactly_as_written_is_not_read_straight_from_its_text() {
    for history in [
        r#"{}"#,
        r#"{"stamps":{"a":["r",1],"b/c":["r",9007199254740991],"s/x":{"t":["r",1],"u":["q",2]}}}"#,
        r#"{"apart":{},"authors":{"r":"R"},"seen":{"r":[12,[7]]}}"#,
    ] {
        assert!(history_as_written(history).is_some(), "{history}");
    }
    for history in [
        r#"[]"#,
        r#"{"later":{}}"#,
        r#"{"stamps":{},"apart":{}}"#,
        r#"{"apart":[]}"#,
        r#"{"seen":{"r":"all"}}"#,
        r#"{"stamps":{"a~":["r",1]}}"#,
        r#"{"stamps":{"a/b/c/d/e":["r",1]}}"#,
        r#"{"stamps":{"s/x":{"t~":["r",1]}}}"#,
        r#"{"stamps":{"s/x":{"t":{"u":["r",1]}}}}"#,
        r#"{"stamps":{"a":["r",0]}}"#,
        r#"{"stamps":{"a":["r",9007199254740992]}}"#,
        r#"{"stamps":{"a":["r",1,1]}}"#,
        r#"{"stamps":{"a":["r"]}}"#,
        r#"{"stamps":{"a":[]}}"#,
        r#"{"stamps":{"a":1}}"#,
        r#"{"stamps":{"b":["r",1],"a":["r",1]}}"#,
        r#"{"stamps":{"a":{"b":["r",1]},"a/b":["r",1]}}"#,
        r#"{"stamps":{"a":{"c":["r",1]},"a/b":["r",1]}}"#,
    ] {
        assert!(history_as_written(history).is_none(), "{history}");
    }
}

#[test]
fn addresses_that_are_too_long_together_are_not_read_straight_from_their_text() {
    let long = "x".repeat(1024 * 1024);
    // Ten addresses of a mebibyte for each record.
    let fields = |value: &str| {
        let fields: Vec<_> = (0..10).map(|field| format!(r#""f{field}":{value}"#)).collect();
        fields.join(",")
    };
    let written = |records: usize| {
        let records = 0..records;
        let plain = records.clone().map(|at| format!(r#"{{{},"id":"{at}{long}"}}"#, fields("1")));
        let stamps = records.map(|at| format!(r#""s/{at}{long}":{{{}}}"#, fields(r#"["r",1]"#)));
        let (plain, stamps): (Vec<_>, Vec<_>) = (plain.collect(), stamps.collect());
        let history = format!(r#"{{"stamps":{{{}}}}}"#, stamps.join(","));
        (format!(r#"{{"s":[{}]}}"#, plain.join(",")), history)
    };
    assert_eq!(MOST_ADDRESSES >> 20, 32);
    let (plain, history) = written(3);
    assert!(values_as_written(&plain).is_some());
    assert!(history_as_written(&history).is_some());
    let (plain, history) = written(4);
    assert!(values_as_written(&plain).is_none());
    assert!(history_as_written(&history).is_none());
}

// addresses

#[test]
fn an_address_is_a_record_a_field_and_for_a_set_the_member() {
    let table = [
        ("title", "", "title", None),
        ("focus_areas/technology", "", "focus_areas", Some("technology")),
        ("sessions/s7/slot", "sessions/s7", "slot", None),
        ("sessions/s7/objectives/o1", "sessions/s7", "objectives", Some("o1")),
        ("", "", "", None),
        ("a~1b/c~0d", "", "a/b", Some("c~d")),
        ("s/x~1y/~01", "s/x~1y", "~1", None),
        ("s//f", "s/", "f", None),
    ];
    for (text, record, field, member) in table {
        let address = at(text);
        assert_eq!(address.record().as_str(), record, "{text}");
        assert_eq!(address.field(), field, "{text}");
        assert_eq!(address.set_member().as_deref(), member, "{text}");
        assert_eq!(address.to_string(), text);
        assert_eq!(at(text).record().to_string(), record, "{text}");
        let rebuilt = match member {
            Some(member) => address.record().member(field, member),
            None => address.record().field(field),
        };
        assert_eq!(rebuilt, address);
    }
}

#[test]
fn the_address_of_a_record_is_its_collection_and_its_id() {
    let address = RecordAddress::new("s/x", "y~");
    assert_eq!(address.as_str(), "s~1x/y~0");
    assert_eq!(address.collection().as_deref(), Some("s/x"));
    assert_eq!(address.id().as_deref(), Some("y~"));
    assert_eq!((RecordAddress::root().collection(), RecordAddress::root().id()), (None, None));
}

#[test]
fn the_delete_mark_is_the_field_of_that_name_and_nothing_in_it() {
    for mark in ["deleted", "s/a/deleted"] {
        assert!(at(mark).is_deleted_mark(), "{mark}");
    }
    for other in ["undeleted", "s/a/undeleted", "s/deleted", "s/a/deleted/x", "s/a/m/deleted"] {
        assert!(!at(other).is_deleted_mark(), "{other}");
    }
}

#[test]
fn text_with_too_many_parts_or_a_stray_tilde_is_no_address() {
    assert_eq!(Address::parse("a/b/c/d/e"), Err(AddressError::Parts("a/b/c/d/e".to_owned())));
    assert_eq!(Address::parse("a~2"), Err(AddressError::Escape("a~2".to_owned())));
    for stray in ["~", "a~", "~0~"] {
        assert_eq!(Address::parse(stray), Err(AddressError::Escape(stray.to_owned())));
    }
    assert!(RecordAddress::parse("sessions").is_err());
    assert!(RecordAddress::parse("sessions/s7/slot").is_err());
    assert_eq!(RecordAddress::parse(""), Ok(RecordAddress::root()));
}

// exact text

#[test]
fn a_document_is_readable_and_has_its_history_beside_it() {
    let edits = [
        ("title", json!("Visit")),
        ("focus_areas/technology", json!(true)),
        ("sessions/s7/title", json!("Ride-along")),
        ("sessions/s7/slot", json!({ "day": 1, "start": "09:00", "minutes": 90 })),
        ("sessions/s7/objectives/o2", json!(true)),
        ("sessions/s7/objectives/o1", json!(true)),
    ];
    let (document, history) = stored(&written(&edits, &mut writer("k3f9"), 100));
    assert_eq!(
        document,
        json!({
            "focus_areas": ["technology"],
            "sessions": [{
                "id": "s7",
                "objectives": ["o1", "o2"],
                "slot": { "day": 1, "minutes": 90, "start": "09:00" },
                "title": "Ride-along"
            }],
            "title": "Visit"
        })
    );
    assert_eq!(
        history,
        json!({
            "seen": { "k3f9": [105, [[1, 99]]] },
            "stamps": {
                "focus_areas": { "technology": ["k3f9", 100] },
                "sessions": { "s7": ["k3f9", 101] },
                "title": ["k3f9", 105]
            }
        })
    );
}

#[test]
fn each_case_is_written_in_one_way() {
    let (anna, ben) = (|| writer("anna"), || writer("ben"));
    let record = [("s/a/t", json!("T")), ("s/a/u", json!("U")), ("s/a/v", json!("V"))];

    // (what it is, the document, its plain form, its history without `seen`)
    let mut table: Vec<(&str, Document, Value, Value)> = Vec::new();

    table.push(("nothing", Document::new(), json!({}), json!({})));

    let mut edited = written(&record, &mut anna(), 10);
    commit(&mut edited, &[("s/a/u", json!("U2"))], &mut ben(), 20);
    table.push((
        "one field edited: one override",
        edited,
        json!({ "s": [{ "id": "a", "t": "T", "u": "U2", "v": "V" }] }),
        json!({ "stamps": { "s": { "a": ["anna", 10], "a/u": ["ben", 20] } } }),
    ));

    let mut emptied = written(&record, &mut anna(), 10);
    commit(&mut emptied, &[("s/a/u", Value::Null)], &mut ben(), 20);
    table.push((
        "one field emptied: it has an entry and keeps its position",
        emptied,
        json!({ "s": [{ "id": "a", "t": "T", "v": "V" }] }),
        json!({ "stamps": { "s": { "a": ["anna", 10], "a/u": ["ben", 20] } } }),
    ));

    let mut apart = written(&[("title", json!("here"))], &mut anna(), 10);
    apart.merge(&written(&[("title", json!("there"))], &mut ben(), 20));
    table.push((
        "written apart: the earlier one is beside the document",
        apart,
        json!({ "title": "there" }),
        json!({
            "apart": { "title": [{ "stamp": ["anna", 10], "value": "here" }] },
            "stamps": { "title": ["ben", 20] }
        }),
    ));

    let mut removed = written(&[("tags/x", json!(true)), ("tags/y", json!(true))], &mut anna(), 10);
    commit(&mut removed, &[("tags/y", Value::Null)], &mut ben(), 20);
    table.push((
        "a member removed from a set",
        removed,
        json!({ "tags": ["x"] }),
        json!({ "stamps": { "tags": { "x": ["anna", 10], "y": ["ben", 20] } } }),
    ));

    let mut trashed = written(&[("s/a/t", json!("T"))], &mut anna(), 10);
    trashed.delete(&RecordAddress::new("s", "a"), &mut ben(), 20).unwrap();
    table.push((
        "a record in the trash keeps its values",
        trashed.clone(),
        json!({ "s": [{ "deleted": [["anna", 10]], "id": "a", "t": "T" }] }),
        json!({ "stamps": { "s": { "a": ["anna", 9], "a/deleted": ["ben", 20] } } }),
    ));

    trashed.empty(&RecordAddress::new("s", "a"), &mut writer("carla"), 30).unwrap();
    table.push((
        "an emptied record leaves its husk",
        trashed,
        json!({ "s": [{ "deleted": [["carla", 30]], "id": "a" }] }),
        json!({ "stamps": { "s": { "a": ["carla", 31], "a/t": ["carla", 30] } } }),
    ));

    let mut structures = written(&[("topic", json!("text"))], &mut anna(), 10);
    structures.merge(&written(&[("topic/m", json!(true))], &mut ben(), 20));
    table.push((
        "a set goes before a text of the same name, and the text is kept",
        structures.clone(),
        json!({ "topic": ["m"] }),
        json!({
            "apart": { "topic": [{ "stamp": ["anna", 10], "value": "text" }] },
            "stamps": { "topic": { "m": ["ben", 20] } }
        }),
    ));

    structures.merge(&written(&[("topic/m/t", json!("T"))], &mut writer("carla"), 30));
    table.push((
        "a collection goes before both",
        structures,
        json!({ "topic": [{ "id": "m", "t": "T" }] }),
        json!({
            "apart": {
                "topic": [{ "stamp": ["anna", 10], "value": "text" }],
                "topic/m": [{ "stamp": ["ben", 20], "value": true }]
            },
            "stamps": { "topic": { "m": ["carla", 30] } }
        }),
    ));

    let both = [("topic/m", json!(true)), ("topic/m/t", json!("T"))];
    let mut emptied = written(&both, &mut anna(), 10);
    let nothing = [("topic/m", Value::Null), ("topic/m/t", Value::Null)];
    commit(&mut emptied, &nothing, &mut ben(), 20);
    table.push((
        "a member and a record of one name, both emptied, have an entry each",
        emptied,
        json!({}),
        json!({ "stamps": { "topic": { "m": ["ben", 20], "m/t": ["ben", 21] } } }),
    ));

    let set = [("s/a/objectives", Value::Null), ("s/a/objectives/o1", json!(true))];
    table.push((
        "a value emptied where a set stands now has its entry",
        written(&set, &mut anna(), 10),
        json!({ "s": [{ "id": "a", "objectives": ["o1"] }] }),
        json!({ "stamps": { "s": { "a": ["anna", 10], "a/objectives": ["anna", 10] } } }),
    ));

    let odd = [
        ("list", json!(["would", "be", "a set"])),
        ("s/a/id", json!("other")),
        ("s/a/t", json!("T")),
    ];
    table.push((
        "what would be read back as something else is kept beside the document",
        written(&odd, &mut anna(), 10),
        json!({ "s": [{ "id": "a", "t": "T" }] }),
        json!({
            "apart": {
                "list": [{ "stamp": ["anna", 10], "value": ["would", "be", "a set"] }],
                "s/a/id": [{ "stamp": ["anna", 11], "value": "other" }]
            },
            "stamps": { "s": { "a": ["anna", 12] } }
        }),
    ));

    let slashes = [("a~1b", json!(1)), ("s/x~1y/f~0g", json!(2))];
    table.push((
        "names with slashes and tildes",
        written(&slashes, &mut anna(), 10),
        json!({ "a/b": 1, "s": [{ "id": "x/y", "f~g": 2 }] }),
        json!({ "stamps": { "a~1b": ["anna", 10], "s": { "x~1y": ["anna", 11] } } }),
    ));

    for (case, document, plain, history) in table {
        let (written_plain, mut written_history) = stored(&document);
        assert_eq!(written_plain, plain, "{case}");
        assert_eq!(document.plain(), plain, "{case}");
        written_history.as_object_mut().unwrap().remove("seen");
        assert_eq!(written_history, history, "{case}");
    }
}

#[test]
fn the_stamp_of_a_record_is_that_of_most_of_its_values_not_the_smallest() {
    let mut document = written(&[("s/a/v", json!("V"))], &mut writer("anna"), 10);
    let rest = [("s/a/t", json!("T")), ("s/a/u", json!("U"))];
    commit(&mut document, &rest, &mut writer("ben"), 20);
    let stamps = stored(&document).1["stamps"].clone();
    assert_eq!(stamps, json!({ "s": { "a": ["ben", 20], "a/v": ["anna", 10] } }));
}

#[test]
fn authors_are_written_by_replica() {
    let names = Authors::from_iter([(ReplicaId::new("k3f9"), "J. Rivera, Riverton PD".to_owned())]);
    let document = Document::new();
    let (plain, history) = document.write(&names);
    let (plain, history) = (plain.into_value(), history.into_value());
    assert_eq!(history, json!({ "authors": { "k3f9": "J. Rivera, Riverton PD" } }));
    assert_eq!(read(&plain, &history).authors, names);
}

#[test]
fn of_two_names_of_one_replica_the_larger_text_stays_and_it_is_told() {
    let names = |name: &str| Authors::from_iter([(ReplicaId::new("r"), name.to_owned())]);
    for (mine, theirs) in [("Ann", "Anna"), ("Anna", "Ann")] {
        let mut both = names(mine);
        assert_eq!(authors::merge(&mut both, &names(theirs)), [ReplicaId::new("r")]);
        assert_eq!(both, names("Anna"));
    }
    assert!(authors::merge(&mut names("Ann"), &names("Ann")).is_empty());
}

// compactness

#[test]
fn a_record_of_one_commit_has_one_stamp_and_an_edited_field_one_more() {
    let fields: Vec<String> = (0..10).map(|i| format!("notes/n1/field{i}")).collect();
    let edits: Vec<_> = fields.iter().map(|field| (field.as_str(), json!("text"))).collect();
    let mut document = written(&edits, &mut writer("r"), 1000);
    let stamps = |document: &Document| stored(document).1["stamps"].to_string();
    assert_eq!(stamps(&document), r#"{"notes":{"n1":["r",1000]}}"#);
    commit(&mut document, &[("notes/n1/field4", json!("other"))], &mut writer("q"), 2000);
    assert_eq!(stamps(&document), r#"{"notes":{"n1":["r",1000],"n1/field4":["q",2000]}}"#);
}

#[test]
fn the_commits_of_one_session_are_seen_as_one_range() {
    let (mut document, mut anna) = (Document::new(), writer("anna"));
    for now in [100, 200, 150, 1000] {
        commit(&mut document, &[("title", json!(now))], &mut anna, now);
    }
    assert_eq!(document.seen().to_json().into_value(), json!({ "anna": [1000, [[1, 99]]] }));
}

#[test]
fn a_new_session_does_not_claim_what_a_lost_state_may_have_written() {
    let mut document = written(&[("title", json!("one"))], &mut writer("anna"), 100);
    let mut lost = document.clone();
    let note = commit(&mut lost, &[("note", json!("lost here"))], &mut writer("anna"), 200);
    commit(&mut document, &[("title", json!("two"))], &mut writer("anna"), 300);
    document.merge(&note);
    assert_eq!(document.value(&at("note")), Some(&json!("lost here")));
}

#[test]
fn seen_is_written_in_the_shortest_of_three_ways() {
    let table = [
        (vec![(1, 12)], json!(12)),
        (vec![(1, 6), (8, 8), (10, 12)], json!([12, [7, 9]])),
        (vec![(12, 12)], json!([12, [[1, 11]]])),
        (vec![(3, 4), (9, HIGHEST_NUMBER)], json!([HIGHEST_NUMBER, [[1, 2], [5, 8]]])),
    ];
    for (ranges, expected) in table {
        let mut seen = Seen::new();
        for (from, to) in ranges {
            seen.insert_range(&ReplicaId::new("r"), from, to);
        }
        let written = seen.to_json().into_value();
        assert_eq!(written["r"], expected);
        assert_eq!(Seen::from_json(written.as_object().unwrap()), (seen, vec![]));
    }
}

// numbers

#[test]
fn a_number_is_above_the_clock_and_above_everything_that_the_replica_wrote() {
    let mut document = Document::new();
    let mut anna = writer("anna");
    let number_at = |document: &mut Document, anna: &mut Writer, now| {
        commit(document, &[("title", json!(now))], anna, now);
        document.stamp(&at("title")).unwrap().number
    };
    assert_eq!(number_at(&mut document, &mut anna, 100), 100);
    assert_eq!(number_at(&mut document, &mut anna, 50), 101);
    assert_eq!(number_at(&mut document, &mut writer("anna"), 50), 102);
    // The document was taken back to nothing, the writer remembers.
    assert_eq!(number_at(&mut Document::new(), &mut anna, 50), 102);
    // A file that holds a value without claiming to have seen it.
    let history = json!({ "stamps": { "title": ["anna", 500] } });
    let mut read = read(&json!({ "title": "x" }), &history).document;
    assert_eq!(number_at(&mut read, &mut writer("anna"), 50), 501);
}

#[test]
fn a_replica_whose_numbers_are_used_up_cannot_write_and_nothing_changes() {
    let mut document = Document::new();
    let mut anna = writer("anna");
    let two = || vec![(at("a"), json!(1)), (at("b"), json!(2))];
    let used_up = Err(CommitError::NoNumberLeft { replica: ReplicaId::new("anna") });
    assert_eq!(document.commit(two(), &mut anna, HIGHEST_NUMBER), used_up);
    assert_eq!(document.commit(two(), &mut anna, u64::MAX), used_up);
    assert_eq!((document.clone(), anna.last()), (Document::new(), None));
    document.commit(two(), &mut anna, HIGHEST_NUMBER - 1).unwrap();
    let before = document.clone();
    assert_eq!(document.restore(&RecordAddress::root(), &mut anna, 1), used_up);
    assert_eq!(document, before);
    stored(&document);
}

#[test]
fn a_number_is_above_those_whose_values_were_replaced_since() {
    let mut document = written(&[("title", json!("mine"))], &mut writer("anna"), 500);
    commit(&mut document, &[("title", json!("yours"))], &mut writer("ben"), 10);
    assert_eq!(document.seen().highest(&ReplicaId::new("anna")), Some(500));
    commit(&mut document, &[("title", json!("mine again"))], &mut writer("anna"), 50);
    assert_eq!(document.stamp(&at("title")), Some(&stamp("anna", 501)));
}

#[test]
fn a_writer_knows_the_last_number_that_it_gave_out() {
    let (mut document, mut anna) = (Document::new(), writer("anna"));
    commit(&mut document, &[("a", json!(1)), ("b", json!(2))], &mut anna, 100);
    assert_eq!(anna.last(), Some(101));
    commit(&mut document, &[("a", json!(3))], &mut anna, 50);
    assert_eq!(anna.last(), Some(102));
}

#[test]
fn every_replica_of_which_something_was_seen_is_named_with_its_highest_number() {
    let mut document = written(&[("a", json!(1)), ("b", json!(2))], &mut writer("anna"), 100);
    commit(&mut document, &[("a", json!(3))], &mut writer("ben"), 7);
    let replicas = document.seen().replicas();
    let named: Vec<_> = replicas.map(|(replica, highest)| (replica.as_str(), highest)).collect();
    assert_eq!(named, [("anna", 101), ("ben", 7)]);
    assert_eq!(Seen::new().highest(&ReplicaId::new("anna")), None);
}

#[test]
fn one_copy_covers_another_if_it_has_taken_in_every_edit_of_it() {
    let of = |ranges: &[(&str, u64, u64)]| {
        let mut seen = Seen::new();
        for (replica, from, to) in ranges {
            seen.insert_range(&ReplicaId::new(replica), *from, *to);
        }
        seen
    };
    let mine = of(&[("anna", 1, 6), ("anna", 8, 9), ("ben", 3, 3)]);
    for covered in [&[][..], &[("anna", 2, 5)], &[("anna", 8, 9), ("ben", 3, 3)]] {
        assert!(mine.covers(&of(covered)), "{covered:?}");
    }
    for beyond in [("anna", 7, 7), ("anna", 1, 10), ("ben", 2, 3), ("cleo", 1, 1)] {
        assert!(!mine.covers(&of(&[("anna", 1, 1), beyond])), "{beyond:?}");
    }
    assert!(mine.covers(&mine));
}

#[test]
fn the_highest_number_is_the_largest_that_every_reader_of_json_keeps() {
    assert_eq!(HIGHEST_NUMBER, 9_007_199_254_740_991);
    assert_eq!((HIGHEST_NUMBER + 1) as f64 as u64, HIGHEST_NUMBER + 1);
    assert_eq!((HIGHEST_NUMBER + 2) as f64 as u64, HIGHEST_NUMBER + 1);
}

#[test]
fn stamps_are_in_order_of_number_and_then_of_replica() {
    let in_order = [stamp("zoe", 1), stamp("anna", 2), stamp("ben", 2), stamp("anna", 3)];
    assert!(in_order.is_sorted());
    assert!(in_order.windows(2).all(|pair| pair[0] < pair[1]));
}

#[test]
fn a_claim_that_excepts_everything_claims_nothing() {
    let entries = json!({ "r": [9, [[1, 9]]], "q": [1, [1]] });
    assert_eq!(Seen::from_json(entries.as_object().unwrap()), (Seen::new(), vec![]));
}

#[test]
fn of_two_values_with_one_stamp_the_larger_text_stays_in_either_order() {
    let forged = |value: &str| {
        let history = json!({ "stamps": { "title": ["r", 1] }, "seen": { "r": 1 } });
        read(&json!({ "title": value }), &history).document
    };
    for (mine, theirs) in [("one", "two"), ("two", "one")] {
        let mut both = forged(mine);
        both.merge(&forged(theirs));
        assert_eq!(both, forged("two"));
    }
}

#[test]
fn no_edit_uses_no_number() {
    let mut document = Document::new();
    let mut anna = writer("anna");
    assert_eq!(document.commit(vec![], &mut anna, 100), Ok(Document::new()));
    assert_eq!((document, anna.last()), (Document::new(), None));
}

// differences

#[test]
fn absent_null_and_an_empty_array_are_the_same() {
    let record = RecordAddress::new("s", "a");
    let forms = [json!({}), json!({ "t": null }), json!({ "t": [] })];
    let forms = forms.map(|form| form.as_object().cloned().unwrap());
    let written = Map::from_iter([("t".to_owned(), json!("T"))]);
    for form in &forms {
        assert!(forms.iter().all(|other| diff::edits(&record, form, other).is_empty()));
        assert_eq!(diff::edits(&record, form, &written), [(at("s/a/t"), json!("T"))]);
        assert_eq!(diff::edits(&record, &written, form), [(at("s/a/t"), Value::Null)]);
    }
}

#[test]
fn the_structure_of_a_document_follows_from_its_json() {
    let document = json!({
        "records": [{ "id": "a", "t": 1, "set": ["y", "x"], "list": [{ "id": "q" }] }],
        "same_id": [{ "id": "a", "t": 1 }, { "id": "a", "t": 2 }],
        "no_id": [{ "t": 1 }],
        "mixed": ["x", 1],
        "twice": ["x", "x"],
        "object": { "set": ["x"] },
        "set": ["x"],
        "zero": 0, "blank": "", "no": false, "none": null, "empty": []
    });
    let whole: Vec<_> = diff::whole(&document)
        .into_iter()
        .map(|(address, value)| (address.to_string(), value))
        .collect();
    let expected = [
        ("blank", json!("")),
        ("mixed", json!(["x", 1])),
        ("no", json!(false)),
        ("no_id", json!([{ "t": 1 }])),
        ("object", json!({ "set": ["x"] })),
        ("records/a/list", json!([{ "id": "q" }])),
        ("records/a/set/x", json!(true)),
        ("records/a/set/y", json!(true)),
        ("records/a/t", json!(1)),
        ("same_id", json!([{ "id": "a", "t": 1 }, { "id": "a", "t": 2 }])),
        ("set/x", json!(true)),
        ("twice", json!(["x", "x"])),
        ("zero", json!(0)),
    ];
    assert_eq!(whole, expected.map(|(address, value)| (address.to_owned(), value)));
}

// changed outside

#[test]
fn a_file_changed_outside_brings_its_differences_once_and_removes_nothing() {
    let edits = [("note", json!("mine")), ("title", json!("Visti")), ("year", json!(2026))];
    let mut local = written(&edits, &mut writer("anna"), 100);
    let file = json!({ "title": "Visit", "year": 2026 });
    let news = changed_outside(&file, &stamp("sha", 1), &local);
    assert_eq!(
        news.registers().map(|(address, _)| address.as_str()).collect::<Vec<_>>(),
        ["title"]
    );
    assert_eq!(news.seen(), &Seen::new());

    local.merge(&news);
    assert_eq!(local.value(&at("note")), Some(&json!("mine")));
    assert_eq!(local.conflicts(&at("title"))[0].value, json!("Visit"));
    let opened_once = local.clone();
    local.merge(&changed_outside(&file, &stamp("sha", 1), &local));
    assert_eq!(local, opened_once);

    commit(&mut local, &[("title", json!("Visit"))], &mut writer("anna"), 200);
    let settled = local.clone();
    local.merge(&changed_outside(&file, &stamp("sha", 1), &local));
    assert_eq!(local, settled);
}

// what nobody should write

#[test]
fn what_does_not_fit_is_told_and_the_rest_is_read() {
    let entry = |part: &str, entry: &str| Problem::Entry { part: part.into(), entry: entry.into() };
    let table = [
        (json!([]), json!({}), vec![Problem::NoDocument]),
        (json!({}), json!(null), vec![Problem::Part("history".into())]),
        (json!({}), json!({ "seen": 1 }), vec![Problem::Part("seen".into())]),
        (json!({}), json!({ "seen": { "r": -1 } }), vec![entry("seen", "r")]),
        (json!({}), json!({ "authors": { "r": 1 } }), vec![entry("authors", "r")]),
        (json!({}), json!({ "stamps": { "t": ["r", 0] } }), vec![entry("stamps", "t")]),
        (json!({}), json!({ "stamps": { "t": ["r", 1, 2] } }), vec![entry("stamps", "t")]),
        (
            json!({}),
            json!({ "stamps": { "s": { "a/b/c/d": ["r", 1] } } }),
            vec![entry("stamps", "s/a/b/c/d")],
        ),
        (json!({}), json!({ "apart": { "t": {} } }), vec![entry("apart", "t")]),
        (json!({}), json!({ "apart": { "t": [{ "value": 1 }] } }), vec![entry("apart", "t")]),
        (json!({ "t": 1 }), json!({}), vec![Problem::NoStamp(at("t"))]),
        (
            json!({ "s": [{ "id": "a" }] }),
            json!({}),
            vec![Problem::EmptyRecord(RecordAddress::new("s", "a"))],
        ),
        (
            json!({ "t": 1, "u": 2 }),
            json!({ "stamps": { "t": ["r", 1], "u": ["r", 1] } }),
            vec![Problem::SharedStamp { stamp: stamp("r", 1), address: at("u") }],
        ),
    ];
    for (document, history, problems) in table {
        assert_eq!(read(&document, &history).problems, problems, "{document} {history}");
    }
}

#[test]
fn records_and_members_stand_in_the_order_of_their_names_not_of_their_addresses() {
    let edits = [
        ("s/a0/f", json!(1)),
        ("s/a~1b/f", json!(2)),
        ("s/a~1b/m/c0", json!(true)),
        ("s/a~1b/m/c~1d", json!(true)),
    ];
    let document = written(&edits, &mut writer("anna"), 10);
    let expected = json!({ "s": [
        { "id": "a/b", "f": 2, "m": ["c/d", "c0"] },
        { "id": "a0", "f": 1 },
    ] });
    assert_eq!(stored(&document).0, expected);
}

#[test]
fn the_stamp_of_a_record_is_found_where_collections_stand_in_another_order_than_addresses() {
    let edits = [("s/a/f", json!(1)), ("s-x/b/f", json!(2)), ("s-x/c/f", json!(3))];
    let document = written(&edits, &mut writer("anna"), 10);
    let stamps =
        json!({ "s": { "a": ["anna", 12] }, "s-x": { "b": ["anna", 10], "c": ["anna", 11] } });
    assert_eq!(stored(&document).1["stamps"], stamps);
}

#[test]
fn a_record_has_no_stamp_before_the_first_number() {
    let plain = json!({ "s": [{ "id": "a", "t": "T", "u": "U" }] });
    let history = json!({ "stamps": { "s": { "a/t": ["r", 7], "a/u": ["q", 1] } } });
    let document = read(&plain, &history).document;
    assert_eq!(stored(&document).1["stamps"], json!({ "s": { "a": ["r", 7], "a/u": ["q", 1] } }));
}

#[test]
fn values_without_a_stamp_have_numbers_of_their_own_up_to_the_highest() {
    let unstamped = stamp("outside", HIGHEST_NUMBER);
    let document = Document::read(&json!({ "a": 1, "b": 2 }), &json!({}), &unstamped).document;
    let stamps = document.registers().flat_map(|(_, siblings)| siblings.iter());
    let numbers: Vec<u64> = stamps.map(|sibling| sibling.stamp.number).collect();
    assert_eq!(numbers, [HIGHEST_NUMBER - 2, HIGHEST_NUMBER - 1]);
}

#[test]
fn values_that_share_a_stamp_are_told_in_order_of_address_but_for_the_first_of_each() {
    let values = json!({ "a": 1, "b": 2, "c": 3, "d": 4, "e": 5 });
    let (one, two) = (json!(["r", 1]), json!(["r", 2]));
    let stamps = json!({ "a": two, "b": one, "c": two, "d": one, "e": two });
    let told: Vec<String> = read(&values, &json!({ "stamps": stamps }))
        .problems
        .into_iter()
        .map(|problem| match problem {
            Problem::SharedStamp { stamp, address } => format!("{address}: {stamp}"),
            other => other.to_string(),
        })
        .collect();
    assert_eq!(told, ["c: r 2", "d: r 1", "e: r 2"]);
}

#[test]
fn a_shared_stamp_is_told_wherever_it_stands_among_consecutive_ones() {
    let told = |stamps: Value| {
        let values: Map<String, Value> =
            stamps.as_object().unwrap().keys().map(|key| (key.clone(), json!(1))).collect();
        read(&Value::Object(values), &json!({ "stamps": stamps })).problems.len()
    };
    assert_eq!(told(json!({ "a": ["q", 1], "b": ["r", 2], "c": ["r", 2] })), 1);
    assert_eq!(told(json!({ "a": ["r", 1], "b": ["r", 2], "c": ["r", 3], "d": ["r", 2] })), 1);
    assert_eq!(told(json!({ "a": ["r", 3], "b": ["r", 2], "c": ["r", 3], "d": ["r", 4] })), 1);
    assert_eq!(told(json!({ "a": ["r", 1], "b": ["q", 2], "c": ["r", 2], "d": ["q", 1] })), 0);
}

#[test]
fn malformed_claims_count_as_not_seen() {
    let malformed = [
        json!(0),
        json!(-1),
        json!(1.5),
        json!("9"),
        json!(null),
        json!(HIGHEST_NUMBER + 1),
        json!([]),
        json!([9]),
        json!([9, 1]),
        json!([9, [0]]),
        json!([9, ["3"]]),
        json!([9, [[3, 2]]]),
        json!([9, [[1, 2, 3]]]),
        json!({}),
    ];
    for entry in malformed {
        let entries = Map::from_iter([("r".to_owned(), entry.clone())]);
        assert_eq!(Seen::from_json(&entries), (Seen::new(), vec![ReplicaId::new("r")]), "{entry}");
    }
}

#[test]
fn a_document_written_by_hand_is_read_with_stamps_in_order_of_address() {
    let document = json!({ "title": "Visit", "sessions": [{ "id": "s7", "room": "12" }] });
    let by_hand = read(&document, &json!({})).document;
    assert_eq!(by_hand.stamp(&at("sessions/s7/room")), Some(&stamp("outside", 1)));
    assert_eq!(by_hand.stamp(&at("title")), Some(&stamp("outside", 2)));
    assert_eq!(by_hand.seen(), &Seen::new());
    assert_eq!(by_hand.plain(), document);
}

#[test]
fn a_document_that_is_not_in_the_order_in_which_it_is_written_is_told_from_one_that_is() {
    let records = |ids: [&str; 2]| json!(ids.map(|id| json!({"id": id, "t": 1})));
    let table = [
        (json!({"s": records(["a", "b"]), "x": ["m", "n"], "y": 1}), true),
        (json!({"s": records(["b", "a"]), "x": ["m", "n"], "y": 1}), false),
        (json!({"s": records(["a", "b"]), "x": ["n", "m"], "y": 1}), false),
        (json!({"a": null, "s": records(["a", "b"])}), false),
        (json!({"a": [], "s": records(["a", "b"]), "x": ["m", "n"]}), false),
        (json!({"s": [{"id": "a", "t": null}, {"id": "b", "t": 1}]}), false),
        (json!({"s": [{"id": "a", "x": ["n", "m"]}, {"id": "b", "t": 1}]}), false),
        (json!([]), false),
    ];
    for (document, is_as_written) in table {
        assert_eq!(read(&document, &json!({})).is_as_written, is_as_written, "{document}");
    }
}

#[test]
fn huge_claims_cost_no_more_than_their_text() {
    let started = Instant::now();
    let exceptions: Vec<Value> =
        (0..200_000).rev().map(|i| json!([i * 3 + 2, i * 3 + 3])).collect();
    let history = json!({ "seen": { "r": [HIGHEST_NUMBER, exceptions], "q": HIGHEST_NUMBER } });
    let mut document = read(&json!({}), &history).document;
    let values: Vec<_> = (0..20_000).map(|i| (at(&format!("s/{i}/t")), json!(i))).collect();
    document.commit(values, &mut writer("other"), 1).unwrap();
    let mut other = document.redacted(|_| true);
    other.merge(&document);
    assert_eq!(other, document);
    assert!(!document.seen().contains(&stamp("r", 3)));
    assert!(document.seen().contains(&stamp("r", 4)));
    assert!(started.elapsed() < Duration::from_secs(20), "took {:?}", started.elapsed());
}

/// JSON made of the words that history knows, so that random input gets past the first check.
fn any_json() -> impl Strategy<Value = Value> {
    let stamp =
        || (prop::sample::select(vec!["r", "q", ""]), 0..12_u64).prop_map(|(r, n)| json!([r, n]));
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        prop::sample::select(vec![0, 1, 2, 7, 12, HIGHEST_NUMBER, u64::MAX]).prop_map(Value::from),
        Just(json!(-1)),
        word().prop_map(Value::String),
        stamp(),
        stamp(),
        (stamp(), word()).prop_map(|(stamp, value)| json!([{ "stamp": stamp, "value": value }])),
        word().prop_map(|id| json!([{ "id": id, "t": 1, "u": ["x"] }, { "id": "b", "t": null }])),
    ];
    leaf.prop_recursive(4, 60, 6, |inner| {
        prop_oneof![
            1 => prop::collection::vec(inner.clone(), 0..4).prop_map(Value::Array),
            4 => prop::collection::hash_map(word(), inner, 0..6)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

fn word() -> impl Strategy<Value = String> {
    let words = [
        "",
        "id",
        "deleted",
        "a",
        "b",
        "t",
        "s",
        "s/a",
        "s/a/t",
        "a/t",
        "a/u/x",
        "x",
        "a~1b",
        "a/b",
        "~",
        "~0",
        "s/a/id",
        "seen",
        "stamps",
        "apart",
        "authors",
        "value",
        "stamp",
        "r",
        "s/a/t/m",
        "s//t",
        "/",
        "ä/ü",
        "a/b/c/d/e",
        "0",
    ];
    prop::sample::select(words.map(str::to_owned).to_vec())
}

fn history_json() -> impl Strategy<Value = Value> {
    let parts = ["seen", "stamps", "apart", "authors"];
    let parts = parts.map(|part| (Just(part.to_owned()), any_json().boxed())).to_vec();
    let whole = parts.prop_map(|parts| Value::Object(parts.into_iter().collect()));
    prop_oneof![1 => any_json(), 6 => whole]
}

/// Any address at all, with parts that mean something elsewhere.
fn any_address() -> impl Strategy<Value = Address> {
    let parts = ["", "id", "deleted", "a", "b", "s", "a/b", "a~b", "~1", "0", "ä"];
    let part = || prop::sample::select(parts.to_vec());
    let record = prop_oneof![
        Just(RecordAddress::root()),
        (part(), part()).prop_map(|(collection, id)| RecordAddress::new(collection, id)),
    ];
    (record, part(), prop::option::of(part())).prop_map(|(record, field, member)| match member {
        Some(member) => record.member(field, member),
        None => record.field(field),
    })
}

fn any_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        4 => Just(Value::Null),
        4 => Just(json!(true)),
        4 => word().prop_map(Value::String),
        1 => any_json(),
    ]
}

fn any_edits() -> impl Strategy<Value = Vec<(Address, Value)>> {
    prop::collection::vec((any_address(), any_value()), 1..6)
}

fn cases(usually: u32) -> ProptestConfig {
    let set = std::env::var("PEER_EXCHANGE_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig {
        cases: set.unwrap_or(usually),
        failure_persistence: None,
        ..Default::default()
    }
}

proptest! {
    #![proptest_config(cases(10_000))]

    #[test]
    fn a_document_is_as_written_if_writing_it_gives_the_same(
        document in prop_oneof![any_json(), any_json().prop_map(|s| json!({"s": s, "t": "x"}))],
        history in history_json(),
    ) {
        for document in [read(&document, &history).document.plain(), document] {
            let reading = read(&document, &history);
            let is_same = reading.document.plain() == document;
            prop_assert_eq!(reading.is_as_written, is_same, "{}", document);
        }
    }

    #[test]
    fn any_json_is_read_and_what_was_read_can_be_stored(
        document in any_json(), history in history_json()
    ) {
        let read_first = read(&document, &history).document;
        let (plain, written) = written_form(&read_first);
        let reading = read(&plain, &written);
        prop_assert_eq!(&reading.document, &read_first);
        let malformed = |problem: &Problem| !matches!(problem, Problem::SharedStamp { .. });
        prop_assert!(!reading.problems.iter().any(malformed), "{:?}", reading.problems);
    }

    #[test]
    fn any_json_can_be_merged_edited_and_deleted(
        documents in prop::collection::vec((any_json(), history_json()), 2),
        address in any_address(),
    ) {
        let mut copies = documents.iter().map(|(plain, history)| read(plain, history).document);
        let (mut a, mut b) = (copies.next().unwrap(), copies.next().unwrap());
        let mut ours = Writer::new(ReplicaId::new("ours"));
        let untouched = b.clone();
        b.merge(&a);
        a.merge(&untouched);
        prop_assert_eq!(&a, &b);
        a.commit(vec![(address.clone(), json!("edited"))], &mut ours, 1).unwrap();
        prop_assert_eq!(a.value(&address), Some(&json!("edited")));
        for record in [address.record(), RecordAddress::root()] {
            a.delete(&record, &mut ours, 1).unwrap();
            a.restore(&record, &mut ours, 1).unwrap();
            a.empty(&record, &mut ours, 1).unwrap();
        }
        let file = documents[0].0.clone();
        a.merge(&changed_outside(&file, &stamp("sha", HIGHEST_NUMBER), &a));
        let (plain, history) = written_form(&a);
        prop_assert_eq!(read(&plain, &history).document, a);
    }

    #[test]
    fn any_addresses_with_any_values_can_be_stored(
        commits in prop::collection::vec((0..3_usize, any_edits()), 1..12),
        hidden in prop::collection::btree_set(any_address(), 0..20),
    ) {
        let mut copies = ["r", "q", ""].map(|replica| (Document::new(), writer(replica)));
        let mut all = Document::new();
        for (now, (who, edits)) in (1..).zip(commits) {
            let (document, writer) = &mut copies[who];
            let delta = document.commit(edits, writer, now).unwrap();
            stored(&delta);
            stored(document);
            all.merge(&delta);
            stored(&all);
        }
        stored(&all.redacted(|address| hidden.contains(address)));
        // What stands in the readable document is all that can be read from it.
        for (address, value) in diff::whole(&all.plain()) {
            prop_assert_eq!(all.value(&address), Some(&value));
        }
    }
}
