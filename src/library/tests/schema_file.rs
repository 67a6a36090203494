//! The published schemas, and that they take what the types take.

use super::*;

#[test]
fn the_published_schema_is_the_one_of_the_types() {
    published("schema/topic-v1.json", &pretty(&schema()), "UPDATE_SCHEMA");
}

#[test]
fn the_published_schema_of_the_agency_is_the_one_of_the_types_and_takes_what_they_take() {
    let schema = agency_schema();
    published("schema/agency-v1.json", &pretty(&schema), "UPDATE_SCHEMA");
    for text in [
        &*read(&public("agency.json")),
        r#"{"contact": "Exchange desk, desk@agency.example", "requires_pass_phrase": true}"#,
        r#"{"keep_days": 365}"#,
        r#"{"keep_days": 36501}"#,
        r#"{"keep_days": -1}"#,
        r#"{"markin": "FOUO"}"#,
        r#"{"marking": null}"#,
    ] {
        let document = serde_json::from_str(text).expect("JSON");
        let faults = faults_by(schema.clone(), &document);
        assert_eq!(faults.is_none(), Agency::read(text).is_ok(), "{text}: {faults:?}");
    }
}

#[test]
fn every_topic_file_is_valid_against_the_schema() {
    for (name, text) in topic_files() {
        let document: Value = serde_json::from_str(&text).expect("a topic file is JSON");
        let faults = schema_faults(&document);
        assert!(faults.is_none(), "{name}: {}", faults.unwrap_or_default());
    }
}

#[test]
fn the_schema_refuses_what_the_types_refuse() {
    let sound = serde_json::to_value(body_worn_cameras()).unwrap();
    assert_eq!(schema_faults(&sound), None);
    for (address, wrong) in [
        ("/titel", json!("misspelt field")),
        ("/focus_areas/0", json!("gardening")),
        ("/sessions/0/kind", json!("nap")),
        ("/sessions/0/end", json!("10:00")),
        ("/outcomes/0/shows_in", json!("newspaper")),
        ("/sessions/0/start", json!("24:00")),
        ("/sessions/0/start", json!("half past eight")),
    ] {
        let mut document = sound.clone();
        put(&mut document, address, wrong);
        assert!(schema_faults(&document).is_some(), "the schema accepts {address}");
        assert!(Topic::read(&document.to_string()).is_err(), "the types accept {address}");
    }
}

#[test]
fn the_schema_refuses_a_malformed_time_id_and_address() {
    let sound = serde_json::to_value(body_worn_cameras()).unwrap();
    for (address, wrong) in [
        ("/sessions/0/start", json!("8:30")),
        ("/sessions/0/start", json!("24:00")),
        ("/sessions/0/id", json!("Two Words")),
        ("/sessions/0/minutes", json!(0)),
        ("/days", json!(0)),
        ("/outcomes/0/objectives", json!([])),
        ("/focus_areas", json!([])),
        ("/resources/0/address", json!("javascript:alert(1)")),
    ] {
        let mut document = sound.clone();
        put(&mut document, address, wrong);
        assert!(schema_faults(&document).is_some(), "the schema accepts {address}");
    }
}
