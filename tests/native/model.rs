//! The model as a whole: every field of every collection is read as it was written, has a class for
//! redacted copies, and takes bad values without losing any.

use peer_exchange::bundle::{Bundle, Entry};
use peer_exchange::history::{ReplicaId, Writer, diff};
use peer_exchange::model::{Class, Exchange, Id, Summary, Warning, read_date, warning};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::fields;

fn map(value: Value) -> Map<String, Value> {
    value.as_object().cloned().expect("an object")
}

/// An exchange's document as if one person had written it at once.
fn entry(plain: &Map<String, Value>) -> Entry {
    let mut entry = Entry::new(Id::from("x1"));
    let mut writer = Writer::new(ReplicaId::new("k3f9"));
    let whole = diff::whole(&Value::Object(plain.clone()));
    entry.document.commit(whole, &mut writer, 1_764_489_600_000).expect("committed");
    entry
}

fn read_back(entry: Entry) -> Map<String, Value> {
    let text = Bundle { entries: vec![entry], ..Bundle::default() }.write();
    let bundle = Bundle::read(&text).expect("as it was written");
    map(bundle.entries[0].document.plain())
}

#[test]
fn every_field_that_is_set_is_written_and_read_again() {
    let plain = fields::sampled(&["one", "two"]);
    let (exchange, unreadable) = Exchange::read(&plain);
    assert_eq!(unreadable, []);
    assert_eq!(exchange.plain(), plain);
    assert_eq!(read_back(entry(&plain)), plain);
}

#[test]
fn no_field_of_the_exchange_has_the_name_of_a_collection_and_no_record_has_a_field_id() {
    for field in Exchange::declared(None) {
        assert!(!Exchange::COLLECTIONS.contains(&field.name), "{}", field.name);
    }
    for collection in Exchange::COLLECTIONS {
        for field in Exchange::declared(Some(collection)) {
            assert!(!["id", "deleted"].contains(&field.name), "{collection}/{}", field.name);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn whatever_its_fields_hold_an_exchange_is_read_as_it_was_written(
        plain in fields::any_exchange(),
    ) {
        let (exchange, unreadable) = Exchange::read(&plain);
        prop_assert_eq!(unreadable, []);
        let written = exchange.plain();
        let again = Exchange::read(&written);
        prop_assert_eq!(&again, &(exchange.clone(), Vec::new()));
        let through_a_file = read_back(entry(&written));
        prop_assert_eq!(Exchange::read(&through_a_file), (exchange.clone(), Vec::new()));
        prop_assert_eq!(through_a_file, read_back(entry(&map(diff_of(&written)))));
        let _ = Summary::of(&exchange, false, Some(warning::counted));
    }

    #[test]
    fn values_of_the_wrong_type_are_named_and_stay_in_the_document(
        plain in fields::any_exchange(), wrong in wrong_value(),
    ) {
        for collection in Exchange::COLLECTIONS {
            for field in Exchange::declared(Some(collection)) {
                let mut record = map(json!({"id": "bad"}));
                record.insert(field.name.to_owned(), wrong.clone());
                let mut plain = plain.clone();
                plain.insert((*collection).to_owned(), json!([record]));
                let (exchange, unreadable) = Exchange::read(&plain);
                let fits = unreadable.is_empty();
                prop_assert!(fits || unreadable[0].field == field.name);
                let there = exchange.plain().contains_key(*collection);
                prop_assert!(there, "{collection} lost its record");
            }
        }
    }
}

/// JSON of any shape.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
        prop::sample::select(vec![
            "one",
            "2026-10-14",
            "0000-01-01/9999-12-31",
            "practice",
            "08:30"
        ])
        .prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec(("[a-z_]{1,8}", inner), 0..4)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// Everything that the rules say of an exchange, on a day in the middle and on the last.
fn all_said(exchange: &Exchange) -> Vec<Warning> {
    let newest = read_date("2026-10-14");
    let mut said = warning::on(read_date("2026-10-14").expect("a date"), exchange, newest);
    said.extend(warning::on(chrono::NaiveDate::MAX, exchange, newest));
    said
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn no_document_makes_the_rules_fall(
        values in prop::collection::vec(any_json(), 240..241), ids in "[ab]{1,2}",
    ) {
        let mut values = values.into_iter().cycle();
        let mut plain = Map::new();
        for field in Exchange::declared(None) {
            plain.insert(field.name.to_owned(), values.next().unwrap_or_default());
        }
        for collection in Exchange::COLLECTIONS {
            let record = |id: &str, values: &mut dyn Iterator<Item = Value>| {
                let fields = Exchange::declared(Some(collection)).iter();
                let mut record: Map<String, Value> =
                    fields.map(|it| (it.name.to_owned(), values.next().unwrap_or_default())).collect();
                record.insert("id".to_owned(), json!(id));
                Value::Object(record)
            };
            let records = json!([record("one", &mut values), record(&ids, &mut values)]);
            plain.insert((*collection).to_owned(), records);
        }
        let (exchange, unreadable) = Exchange::read(&plain);
        for warning in all_said(&exchange).into_iter().chain(warning::unreadable(&unreadable)) {
            let _ = warning.place();
        }
    }
}

/// Each text of a document's ids and references becomes one of few, so that records name each other.
fn with_few_ids(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(with_few_ids),
        Value::Object(fields) => {
            for (name, value) in fields {
                let is_text = value.as_str().is_some_and(|text| !text.contains(['-', ':']));
                let names_records =
                    ["objectives", "people", "notes", "learning_points", "outcomes"];
                if names_records.contains(&name.as_str()) && value[0].is_string() {
                    *value = json!(["a", "b", "d"]);
                } else if is_text && name.chars().all(char::is_lowercase) && name.len() > 5 {
                    *value = json!("a");
                } else {
                    with_few_ids(value);
                }
            }
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn warnings_do_not_depend_on_the_order_of_the_records(mut plain in fields::any_exchange()) {
        for collection in Exchange::COLLECTIONS {
            let records = plain.get_mut(*collection).and_then(Value::as_array_mut);
            for (record, id) in records.into_iter().flatten().zip(["a", "b", "c"]) {
                with_few_ids(record);
                record["id"] = json!(id);
            }
        }
        let said = all_said(&Exchange::read(&plain).0);
        let mut turned = Map::new();
        for (name, mut value) in plain.into_iter().rev() {
            if let Value::Array(records) = &mut value {
                records.reverse();
            }
            turned.insert(name, value);
        }
        prop_assert_eq!(all_said(&Exchange::read(&turned).0), said);
    }
}

/// The document that the form of documents makes of an exchange's plain form.
fn diff_of(plain: &Map<String, Value>) -> Value {
    entry(plain).document.plain()
}

fn wrong_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(json!("no such word")),
        Just(json!(-70_000)),
        Just(json!({"day": 300, "start": "25:00", "minutes": -1})),
        Just(json!([[1], {"a": null}])),
        Just(json!(9_007_199_254_740_991_u64)),
        Just(json!("9999-99-99/0000-00-00")),
    ]
}

#[test]
fn an_unreadable_value_is_kept_in_a_file() {
    let plain = map(json!({
        "title": "Cameras", "time_zone": 7, "keep_until": "some day",
        "people": [{"id": "p1", "name": "A. Marsh", "travel": "by mule", "audiences": "all"}],
        "day_log": [{"id": "d1", "minutes": 40_000}],
    }));
    let (_, unreadable) = Exchange::read(&plain);
    let named: Vec<&str> = unreadable.iter().map(|it| it.field.as_str()).collect();
    assert_eq!(named, ["keep_until", "time_zone", "audiences", "travel", "minutes"]);
    assert_eq!(read_back(entry(&plain)), plain);
}

#[test]
fn odd_values_that_fit_are_read_kept_and_warned_about_without_a_fall() {
    let long = "é".repeat(5000);
    let plain = map(json!({
        "title": long, "keep_until": "0000-01-01",
        "dates": {"first": "0000-01-01", "last": "9999-12-31"},
        "date_options": ["0000-01-01/9999-12-31", "9999-12-31/0000-01-01"],
        "supporter": "gone",
        "people": [{"id": "p1", "organisation": "gone"}],
        "questions": [{"id": "q1", "objective": "gone", "session": "gone", "asked_by": "gone"}],
        "sessions": [{"id": "s1", "slot": {"day": 255, "start": "23:59", "minutes": 65_535},
                      "objectives": ["gone"], "people": ["gone"]}],
        "check_ins": [{"id": "c1", "outcome": "gone", "due": "9999-12-31"}],
        "tasks": [{"id": "t1", "days_before": 65_535}],
    }));
    let (exchange, unreadable) = Exchange::read(&plain);
    assert_eq!(unreadable, []);
    assert_eq!(exchange.plain(), plain);
    assert_eq!(read_back(entry(&plain)), plain);
    assert!(!warning::all(&exchange).is_empty());
    let _ = Summary::of(&exchange, false, Some(warning::counted));
}

#[test]
fn of_two_records_with_one_id_the_later_is_read() {
    let twice = json!({"tasks": [{"id": "t", "text": "one"}, {"id": "t", "text": "two"}]});
    let (exchange, _) = Exchange::read(&map(twice));
    assert_eq!(exchange.tasks[&Id::from("t")].text, "two");
}

/// Which fields go into every copy, and which with their class only. A new field has to be added here,
/// by somebody who thought about who may read it.
const CLASSES: &str = include_str!("../fixtures/classes.txt");

#[test]
fn every_field_is_listed_with_its_class() {
    let mut found = String::new();
    let collections = Exchange::COLLECTIONS.iter().map(|collection| Some(*collection));
    for collection in std::iter::once(None).chain(collections) {
        for class in Class::ALL {
            let declared = Exchange::declared(collection).iter();
            let names: Vec<&str> =
                declared.filter(|it| it.class == *class).map(|it| it.name).collect();
            if !names.is_empty() {
                let collection = collection.unwrap_or("exchange");
                found.push_str(&format!("{collection}, {}: {}\n", class.word(), names.join(" ")));
            }
        }
    }
    assert_eq!(found, CLASSES, "list every field with its class:\n{found}");
}

#[test]
fn private_is_what_is_marked_so_or_not_shared_yet() {
    let (exchange, _) = Exchange::read(&map(json!({
        "notes": [{"id": "open"}, {"id": "hidden", "private": true}],
        "prompts": [{"id": "open", "shared": true}, {"id": "hidden"}],
    })));
    for collection in ["notes", "prompts"] {
        assert!(exchange.is_private(collection, &Id::from("hidden")), "{collection}");
        assert!(!exchange.is_private(collection, &Id::from("open")), "{collection}");
        assert!(!exchange.is_private(collection, &Id::from("gone")), "{collection}");
    }
    assert_eq!(Exchange::class(Some("people"), "lodging"), Some(Class::Contact));
    assert_eq!(Exchange::class(Some("people"), "of a newer version"), None);
}
