//! Tests of the files under `public/library` and of the schema they are published with.
//!
//! `UPDATE_SCHEMA=1 cargo test library` writes the files of `public/schema` anew from the types,
//! and `UPDATE_CATALOGUE=1 cargo test library` writes `public/library/topics.json` anew from the
//! topics.

mod catalogue_file;
mod files;
mod flaws;
mod guide_page;
mod keywords;
mod principles_file;
mod reading;
mod recommendations_file;
mod sample_file;
mod schema_file;
mod search_file;
mod search_rules;
mod stories_file;
mod texts;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::*;
use crate::model::{FocusArea, Question, SessionKind, ShowsIn};

/// A folder or file of the published page.
fn public(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public").join(path)
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every topic file with its name and text, in order of name.
fn topic_files() -> Vec<(String, String)> {
    let folder = public("library/topics");
    let mut files: Vec<_> = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("a folder can be listed").path())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), read(&path)))
        .collect();
    files.sort();
    files
}

/// Every file of the library with its path and text, in order of path: the topics and what lies
/// beside them.
fn library_files() -> Vec<(String, String)> {
    let folder = public("library");
    let mut files = topic_files();
    for entry in fs::read_dir(&folder).expect("a folder that can be listed") {
        let path = entry.expect("an entry").path();
        if path.is_file() {
            let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
            files.push((name, read(&path)));
        }
    }
    files.sort();
    files
}

pub(super) fn topics() -> Vec<Topic> {
    topic_files()
        .iter()
        .map(|(name, text)| Topic::read(text).unwrap_or_else(|error| panic!("{name}: {error}")))
        .collect()
}

fn topic(id: &str) -> Topic {
    topics().into_iter().find(|topic| topic.id == id).unwrap_or_else(|| panic!("no topic {id}"))
}

fn body_worn_cameras() -> Topic {
    topic("body-worn-cameras")
}

/// The text that a generated file should have, with the line feed that ends it.
fn pretty(value: &impl serde::Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).expect("plain data can be written");
    text.push('\n');
    text
}

/// Compares a published file with what it should be, or writes it when `variable` is set.
fn published(path: &str, should_be: &str, variable: &str) {
    let path = public(path);
    if std::env::var_os(variable).is_some_and(|value| value == "1") {
        fs::write(&path, should_be).expect("the file can be written");
    }
    let there = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        there == should_be,
        "{} is out of date: run `{variable}=1 cargo test library`",
        path.display()
    );
}

/// The schema of a topic file, made from the types.
fn schema() -> Value {
    titled(schemars::schema_for!(Topic), "Topic of the Peer Exchange Planner, version 1")
}

/// The schema of `agency.json`, made from the types.
fn agency_schema() -> Value {
    titled(schemars::schema_for!(Agency), "Agency of the Peer Exchange Planner, version 1")
}

fn titled(schema: schemars::Schema, title: &str) -> Value {
    let mut schema = schema.to_value();
    schema.as_object_mut().expect("a schema is an object").insert("title".into(), json!(title));
    // Sorted, so that the file does not depend on how serde_json keeps the order of members.
    schema.sort_all_objects();
    schema
}

/// The schema of one word of a list of the model.
fn word(words: impl Iterator<Item = &'static str>) -> Value {
    json!({ "type": "string", "enum": words.collect::<Vec<_>>() })
}

/// The schema of a topic's focus areas.
pub(super) fn focus_areas(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    let area = word(FocusArea::ALL.iter().map(|area| area.word()));
    schemars::json_schema!({ "type": "array", "minItems": 1, "uniqueItems": true, "items": area })
}

/// The schema of a session's kind.
pub(super) fn session_kind(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    let kind = word(SessionKind::ALL.iter().map(|kind| kind.word()));
    schemars::Schema::try_from(kind).expect("an object is a schema")
}

/// The schema of where an outcome shows.
pub(super) fn shows_in(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    let place = word(ShowsIn::ALL.iter().map(|place| place.word()));
    schemars::Schema::try_from(place).expect("an object is a schema")
}

/// The faults that a JSON Schema validator finds in a document, as text; none for a valid one.
fn schema_faults(document: &Value) -> Option<String> {
    faults_by(schema(), document)
}

/// The same by any schema.
fn faults_by(schema: Value, document: &Value) -> Option<String> {
    let mut schemas = boon::Schemas::new();
    let mut compiler = boon::Compiler::new();
    compiler.add_resource("schema.json", schema).expect("the schema can be added");
    let index = compiler.compile("schema.json", &mut schemas).expect("the schema is valid");
    schemas.validate(document, index).err().map(|error| error.to_string())
}

/// Sets the value at a JSON pointer, adding the last member when it is not there.
fn put(document: &mut Value, address: &str, value: Value) {
    let (parent, member) = address.rsplit_once('/').expect("an address has a slash");
    match document.pointer_mut(parent).expect("the parent is there") {
        Value::Array(list) => list[member.parse::<usize>().unwrap()] = value,
        Value::Object(map) => {
            map.insert(member.into(), value);
        }
        other => panic!("{parent} is {other}"),
    }
}
