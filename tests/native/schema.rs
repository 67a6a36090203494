//! The JSON Schema of the file that people send each other (draft 2020-12): made from the types, for
//! those who write or read such files with other tools.
//!
//! `UPDATE_SCHEMA=1 cargo test --test native schema` writes `public/schema/bundle-v1.json` anew.

use std::fs;
use std::path::PathBuf;

use peer_exchange::bundle::{Bundle, Entry, Sender, TYPE, VERSION};
use peer_exchange::history::{Address, RecordAddress, ReplicaId, Writer, diff};
use peer_exchange::model::record::Declared;
use peer_exchange::model::{Class, Exchange, Id, Kind};
use serde_json::{Map, Value, json};

use super::fields;

/// The field of a deleted record: see `src/history/trash.rs`.
const DELETED: &str = "deleted";

fn schema() -> Value {
    let mut definitions = Map::new();
    for (kind, meaning) in [
        (Kind::Exchange, "One peer exchange."),
        (Kind::Template, "A template for visits that a person made: what an exchange takes over."),
        (Kind::Toolkit, "A named collection out of the library and from elsewhere."),
    ] {
        definitions.insert(kind.word().to_owned(), of_records(kind, meaning));
    }
    let programme =
        object(Kind::Programme.declared(None), "What one site may use of the programme.");
    definitions.insert("programme".to_owned(), programme);
    for collection in Exchange::COLLECTIONS {
        let mut record = object(Exchange::declared(Some(collection)), "");
        record["required"] = json!(["id"]);
        record["properties"]["id"] = json!({
            "type": "string", "minLength": 1,
            "description": "Names the record within its collection; never used again.",
        });
        definitions.insert(format!("record-of-{collection}"), record);
    }
    definitions.insert(
        "stamp".to_owned(),
        json!({
            "description": "Which edit wrote a value: the copy of the app, and its number.",
            "type": "array", "minItems": 2, "maxItems": 2,
            "prefixItems": [{"type": "string"}, {"type": "integer", "minimum": 1}],
        }),
    );
    definitions.insert("history".to_owned(), history());
    let text = |description: &str| json!({"type": "string", "description": description});
    let mut redacted: Vec<&str> = Class::ALL.iter().map(|class| class.word()).collect();
    redacted.retain(|word| *word != Class::Open.word());
    redacted.push("other_organisations");
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "File of the Peer Exchange Planner, version 1",
        "description": "Peer exchanges with their history. Absent, null and the default are the same and \
            are not written. Fields that are not named here are allowed, and are kept. Whoever changes a \
            file with another tool leaves `digest` out: then the app takes its values as those of an \
            unknown writer.",
        "type": "object",
        "required": ["type", "version", "documents"],
        "properties": {
            "type": {"const": TYPE},
            "version": {"const": VERSION},
            "created": text("When the file was made, RFC 3339 in UTC."),
            "sender": {
                "type": "object",
                "properties": {
                    "author": text("The person who sends the file."),
                    "organisation": text("Their organisation."),
                },
            },
            "message": text("What the sender says to the reader."),
            "marking": text("Free text such as FOUO, printed on everything."),
            "redacted": {
                "description": "What was left out of this copy.",
                "type": "array", "uniqueItems": true, "items": {"enum": redacted},
            },
            "documents": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["kind", "id", "document"],
                    "properties": {
                        "kind": {"enum": Kind::ALL.map(Kind::word)},
                        "id": {"type": "string", "minLength": 1},
                        "history": {"$ref": "#/$defs/history"},
                    },
                    "oneOf": Kind::ALL.map(of_kind),
                },
            },
            "digest": {
                "description": "SHA-256 over the canonical form (RFC 8785) of everything else.",
                "type": "string", "pattern": "^sha256-[0-9a-f]{64}$",
            },
        },
        "$defs": definitions,
    })
}

/// What a document of a kind is: its id says which kind it is of, too.
fn of_kind(kind: Kind) -> Value {
    let prefixes: Vec<String> =
        Kind::ALL.iter().filter_map(|kind| kind.prefix()).map(|it| format!("^{it}")).collect();
    let id = match kind.prefix() {
        Some(prefix) => json!({"pattern": format!("^{prefix}")}),
        None => json!({"not": {"pattern": prefixes.join("|")}}),
    };
    json!({"properties": {
        "kind": {"const": kind.word()},
        "id": id,
        "document": {"$ref": format!("#/$defs/{}", kind.word())},
    }})
}

/// The schema of a document that is made of the records of an exchange.
fn of_records(kind: Kind, meaning: &str) -> Value {
    let mut exchange = object(kind.declared(None), meaning);
    for collection in kind.collections() {
        exchange["properties"][*collection] = json!({
            "type": "array", "items": {"$ref": format!("#/$defs/record-of-{collection}")},
        });
    }
    exchange
}

/// The schema of an object with these fields, and of a mark that it was deleted.
fn object(declared: &[Declared], description: &str) -> Value {
    let mut properties = Map::new();
    for field in declared {
        let mut schema = (field.schema)();
        schema["description"] = json!(meaning(field));
        if field.class != Class::Open {
            schema["$comment"] = json!(format!("left out with {}", field.class.word()));
        }
        properties.insert(field.name.to_owned(), schema);
    }
    let deleted = "The stamps that its values had when it was deleted; see the app's README.";
    properties.insert(DELETED.to_owned(), json!({"description": deleted}));
    let mut object = json!({"type": "object", "properties": properties});
    if !description.is_empty() {
        object["description"] = json!(description);
    }
    object
}

/// The text of a field's documentation.
fn meaning(field: &Declared) -> String {
    let line = |attribute: &&str| -> String {
        let quoted = attribute.find('"').zip(attribute.rfind('"'));
        let text = quoted.map_or("", |(start, end)| &attribute[start + 1..end]);
        text.trim().replace("\\\"", "\"")
    };
    let lines: Vec<String> = field.meaning.iter().map(line).collect();
    lines.join(" ").replace("[`", "`").replace("`]", "`").replace("Prompt::WEEKS", "6")
}

fn history() -> Value {
    let stamp = || json!({"$ref": "#/$defs/stamp"});
    json!({
        "description": "Who changed what. Beside the values and never inside them.",
        "type": "object",
        "properties": {
            "seen": {
                "description": "Which edits this copy has taken in: of each copy of the app all up to a \
                    number, or all but some.",
                "type": "object",
                "additionalProperties": {"anyOf": [
                    {"type": "integer", "minimum": 1},
                    {
                        "type": "array", "minItems": 2, "maxItems": 2,
                        "prefixItems": [{"type": "integer", "minimum": 1}, {"type": "array"}],
                    },
                ]},
            },
            "stamps": {
                "description": "Which edit wrote the shown value at an address. An address is split at \
                    its first slash.",
                "type": "object",
                "additionalProperties": {"anyOf": [
                    stamp(),
                    {"type": "object", "additionalProperties": stamp()},
                ]},
            },
            "authors": {
                "description": "The names of those who wrote with a copy of the app.",
                "type": "object",
                "additionalProperties": {"type": "string"},
            },
            "apart": {
                "description": "Values that were written apart from the shown one and are not settled.",
                "type": "object",
                "additionalProperties": {
                    "type": "array",
                    "items": {
                        "type": "object", "required": ["value", "stamp"],
                        "properties": {"value": {}, "stamp": stamp()},
                    },
                },
            },
        },
    })
}

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("public/schema/bundle-v1.json")
}

#[test]
fn the_published_schema_is_the_one_of_the_types() {
    let should_be = format!("{:#}\n", schema());
    if std::env::var_os("UPDATE_SCHEMA").is_some_and(|value| value == "1") {
        fs::write(path(), &should_be).expect("the file can be written");
    }
    let there = fs::read_to_string(path()).unwrap_or_default();
    assert!(
        there == should_be,
        "public/schema/bundle-v1.json is out of date: run `UPDATE_SCHEMA=1 cargo test --test native schema`"
    );
}

#[test]
fn every_field_is_explained_in_the_schema_with_its_source() {
    let collections = Exchange::COLLECTIONS.iter().map(|collection| Some(*collection));
    let sources = ["(S0", "(S1", "(S2", "(S3", "(S4", "own)", "(own", "S0)", "S1)", "S3)"];
    let others = [
        "(FHWA",
        "(HHS",
        "(BJA",
        "(ABACC",
        "(CDC",
        "(CDPH",
        "(CAPRSS",
        "(World Bank",
        "(EUI",
        "(CCLHDN",
        "(LGA",
        "(WHO",
        "(practicaldermatology.com",
    ];
    let of_exchange = std::iter::once(None).chain(collections).map(Exchange::declared);
    for fields in of_exchange.chain([Kind::Programme.declared(None)]) {
        for field in fields {
            let meaning = meaning(field);
            let named = sources.iter().chain(&others).any(|source| meaning.contains(source));
            assert!(named, "{}: {meaning}", field.name);
        }
    }
}

/// The faults that a JSON Schema validator finds in a file, as text; none for a valid one.
fn faults(file: &Value) -> Option<String> {
    let mut schemas = boon::Schemas::new();
    let mut compiler = boon::Compiler::new();
    compiler.add_resource("bundle-v1.json", schema()).expect("the schema can be added");
    let index = compiler.compile("bundle-v1.json", &mut schemas).expect("the schema is valid");
    schemas.validate(file, index).err().map(|error| error.to_string())
}

/// A file with every field, as the app writes it.
fn full() -> Value {
    let mut entry = Entry::new(Id::from("x1"));
    let mut writer = Writer::new(ReplicaId::new("k3f9"));
    let plain = Value::Object(fields::sampled(&["one", "two"]));
    entry.document.commit(diff::whole(&plain), &mut writer, 1_764_489_600_000).expect("committed");
    let mut other = entry.document.clone();
    for (document, name) in [(&mut entry.document, "a"), (&mut other, "b")] {
        let title = Address::parse("title").expect("an address");
        let mut writer = Writer::new(ReplicaId::new(name));
        document
            .commit(vec![(title, json!(name))], &mut writer, 1_764_489_700_000)
            .expect("committed");
    }
    entry.document.merge(&other);
    let record = RecordAddress::new("notes", "two");
    entry.document.delete(&record, &mut writer, 1_764_489_800_000).expect("deleted");
    entry.authors.insert(ReplicaId::new("k3f9"), "J. Rivera".to_owned());
    let sender = Sender { author: "J. Rivera".to_owned(), organisation: "Riverton PD".to_owned() };
    let text = Bundle { sender, entries: vec![entry], ..Bundle::default() }.write();
    serde_json::from_str(&text).expect("JSON")
}

#[test]
fn what_the_app_writes_is_valid() {
    assert_eq!(faults(&full()), None);
}

#[test]
fn the_fixture_is_valid_once_it_is_of_this_version() {
    let path =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/body-worn-cameras.json");
    let text = fs::read_to_string(path).expect("a fixture");
    let mut file: Value = serde_json::from_str(&text).expect("JSON");
    assert!(faults(&file).is_some_and(|faults| faults.contains("version")));
    file["version"] = json!(VERSION);
    assert_eq!(faults(&file), None);
}

#[test]
fn fields_of_a_newer_version_are_allowed() {
    let mut file = full();
    file["later"] = json!([1]);
    file["documents"][0]["document"]["sessions"][0]["later"] = json!({"a": 1});
    file["documents"][0]["document"]["rooms"] = json!([{"id": "r"}]);
    assert_eq!(faults(&file), None);
}

#[test]
fn the_schema_refuses_what_the_types_refuse() {
    for (address, wrong) in [
        ("/type", json!("something-else")),
        ("/version", json!(2)),
        ("/digest", json!("sha256-0")),
        ("/redacted", json!(["everything"])),
        ("/documents/0/kind", json!("poem")),
        ("/documents/0/document/format", json!("by_mail")),
        ("/documents/0/document/time_zone", json!(7)),
        ("/documents/0/document/date_options/0", json!("2026-11-23")),
        ("/documents/0/document/sessions/0/slot", json!({"day": 1, "start": "08:30"})),
        ("/documents/0/document/people/0/travel", json!("by mule")),
        ("/documents/0/document/day_log/0/minutes", json!(40_000)),
        ("/documents/0/document/tasks/0/done", json!("yes")),
        ("/documents/0/history/stamps/goal", json!(["k3f9"])),
    ] {
        let mut file = full();
        if address == "/redacted" {
            file["redacted"] = json!([]);
        }
        let value = file.pointer_mut(address).unwrap_or_else(|| panic!("{address}"));
        *value = wrong;
        assert!(faults(&file).is_some(), "{address}");
    }
}
