//! Exchanges in which every field of every collection is set, made from the fields as they are declared:
//! a new field is in them by itself.

use peer_exchange::model::Exchange;
use peer_exchange::model::record::Declared;
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

/// Returns a value that fits a field and is not its default.
pub(crate) fn sample(name: &str, schema: &Value) -> Value {
    if let Some(words) = schema["enum"].as_array() {
        // Where there is a default, it is one of the first.
        return words.last().cloned().unwrap_or_default();
    }
    match schema["type"].as_str() {
        Some("boolean") => json!(true),
        Some("integer") => json!(45),
        Some("array") => match schema["items"] {
            ref items if items.get("enum").is_none() && is_plain_text(items) => json!(["a", "b"]),
            ref items => json!([sample(name, items)]),
        },
        Some("object") => properties(schema, sample),
        Some("string") if schema["format"] == "date" => json!("2026-11-23"),
        Some("string") if is_plain_text(schema) => json!(format!("{name} of it")),
        Some("string") if is_period(schema) => json!("2026-11-23/2026-11-24"),
        Some("string") => json!("08:30"),
        other => panic!("no value is known for `{name}` of type {other:?}: add one here"),
    }
}

fn is_plain_text(schema: &Value) -> bool {
    schema["type"] == "string" && schema.get("pattern").is_none() && schema.get("format").is_none()
}

fn is_period(schema: &Value) -> bool {
    schema["pattern"].as_str().is_some_and(|pattern| pattern.contains('/'))
}

fn properties(schema: &Value, mut value: impl FnMut(&str, &Value) -> Value) -> Value {
    let properties = schema["properties"].as_object().expect("properties");
    properties.iter().map(|(name, schema)| (name.clone(), value(name, schema))).collect()
}

/// Returns the plain form of an exchange with every field set, and records of these ids in every
/// collection.
pub(crate) fn sampled(ids: &[&str]) -> Map<String, Value> {
    let fields = |declared: &[Declared]| -> Map<String, Value> {
        let field = |it: &Declared| (it.name.to_owned(), sample(it.name, &(it.schema)()));
        declared.iter().map(field).collect()
    };
    let mut plain = fields(Exchange::declared(None));
    for collection in Exchange::COLLECTIONS {
        let record = |id: &&str| {
            let mut record = fields(Exchange::declared(Some(collection)));
            record.insert("id".to_owned(), json!(id));
            Value::Object(record)
        };
        plain.insert((*collection).to_owned(), ids.iter().map(record).collect());
    }
    plain
}

/// Returns values of all kinds that fit a field.
pub(crate) fn any_of(schema: &Value) -> BoxedStrategy<Value> {
    if let Some(words) = schema["enum"].as_array() {
        return select(words.clone()).boxed();
    }
    match schema["type"].as_str() {
        Some("boolean") => any::<bool>().prop_map(Value::from).boxed(),
        Some("integer") => {
            let bound = |name: &str| schema[name].as_i64().expect("a bound");
            (bound("minimum")..=bound("maximum")).prop_map(Value::from).boxed()
        }
        Some("array") => vec(any_of(&schema["items"]), 1..4)
            .prop_map(|mut items| {
                items.sort_by_key(ToString::to_string);
                items.dedup();
                Value::Array(items)
            })
            .boxed(),
        Some("object") => {
            let mut all = Just(Map::new()).boxed();
            for (name, schema) in schema["properties"].as_object().expect("properties") {
                let name = name.clone();
                all = (all, any_of(schema))
                    .prop_map(move |(mut all, value)| {
                        all.insert(name.clone(), value);
                        all
                    })
                    .boxed();
            }
            all.prop_map(Value::Object).boxed()
        }
        Some("string") if schema["format"] == "date" => date().prop_map(Value::from).boxed(),
        Some("string") if is_plain_text(schema) => "[\\PC\n]{1,40}".prop_map(Value::from).boxed(),
        Some("string") if is_period(schema) => {
            (date(), date()).prop_map(|(one, other)| json!(format!("{one}/{other}"))).boxed()
        }
        Some("string") => (0..24_u8, 0..60_u8)
            .prop_map(|(hours, minutes)| json!(format!("{hours:02}:{minutes:02}")))
            .boxed(),
        other => panic!("no values are known for type {other:?}: add some here"),
    }
}

fn date() -> impl Strategy<Value = String> {
    (0..10_000_u16, 1..13_u8, 1..29_u8)
        .prop_map(|(year, month, day)| format!("{year:04}-{month:02}-{day:02}"))
}

fn any_record(declared: &'static [Declared]) -> BoxedStrategy<Map<String, Value>> {
    let fields: Vec<BoxedStrategy<Value>> =
        declared.iter().map(|field| any_of(&(field.schema)())).collect();
    fields
        .prop_map(|values| {
            let names = declared.iter().map(|field| field.name.to_owned());
            names.zip(values).collect::<Map<String, Value>>()
        })
        .boxed()
}

/// Returns plain forms of exchanges with every field set to values of all kinds, and one to three records
/// in every collection.
pub(crate) fn any_exchange() -> BoxedStrategy<Map<String, Value>> {
    let ids = || btree_set("[a-z0-9]{1,6}", 1..4);
    let mut all = any_record(Exchange::declared(None));
    for collection in Exchange::COLLECTIONS {
        let record = any_record(Exchange::declared(Some(collection)));
        let records = ids().prop_flat_map(move |ids| {
            let records = vec(record.clone(), ids.len());
            records.prop_map(move |records| {
                let with_id = |(id, mut record): (&String, Map<String, Value>)| {
                    record.insert("id".to_owned(), json!(id));
                    Value::Object(record)
                };
                ids.iter().zip(records).map(with_id).collect::<Value>()
            })
        });
        all = (all, records)
            .prop_map(move |(mut all, records)| {
                all.insert((*collection).to_owned(), records);
                all
            })
            .boxed();
    }
    all
}
