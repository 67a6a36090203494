//! The readable document: from JSON into addresses, and from addresses into JSON.
//!
//! The structure follows from the JSON alone, so that every version of the app agrees on it:
//!
//! - At the top, a non-empty array of objects with distinct, non-empty text `id`s is a
//!   **collection** of records.
//! - At the top and in a record, a non-empty array of distinct texts is a **set**, written sorted.
//!   Each member has an address of its own with the value `true`.
//! - Anything else is **one value**, replaced as a whole.
//! - null, an empty array, and absence are the same, and are not written.
//!
//! A record's `id` is part of its address and no value of its own. Hence a record without any other
//! value has nothing to be remembered by: it is not there.
//!
//! Two versions of the app can have written different structures at one place, a text `topic` and a
//! set `topic/…`. In the readable document a collection then goes before a set, and a set before a
//! value. What has no place there is kept beside the document, under `apart` (see `form.rs`).

use std::borrow::Cow;

use litemap::LiteMap;
use serde_json::{Map, Value};

use super::address::{Address, RecordAddress, unescape};
use crate::order::{self, Set};

/// The field that holds a record's id.
const ID: &str = "id";

/// The value of a set's member.
static MEMBER: Value = Value::Bool(true);

/// What a piece of JSON is, by the structure rule.
enum Structure<'a> {
    Nothing,
    One,
    Set(Set<&'a str>),
    Collection(Vec<(&'a str, &'a Map<String, Value>)>),
}

fn structure(value: &Value, in_root: bool) -> Structure<'_> {
    match value {
        Value::Null => Structure::Nothing,
        Value::Array(items) if items.is_empty() => Structure::Nothing,
        Value::Array(items) => {
            let texts: Set<&str> = items.iter().map_while(Value::as_str).collect();
            if texts.len() == items.len() {
                return Structure::Set(texts);
            }
            let records: Vec<_> = items.iter().map_while(as_record).collect();
            let ids: Set<&str> = records.iter().map(|(id, _)| *id).collect();
            if in_root && ids.len() == items.len() {
                return Structure::Collection(records);
            }
            Structure::One
        }
        _ => Structure::One,
    }
}

fn as_record(value: &Value) -> Option<(&str, &Map<String, Value>)> {
    let fields = value.as_object()?;
    let id = fields.get(ID)?.as_str()?;
    (!id.is_empty()).then_some((id, fields))
}

/// Whether this top-level value is a collection of records.
pub(super) fn is_collection(value: &Value) -> bool {
    matches!(structure(value, true), Structure::Collection(_))
}

/// A readable document taken apart.
pub(super) struct Addressed<'a> {
    pub(super) values: LiteMap<Address, &'a Value>,
    /// The records of all collections, also those that have nothing but an id.
    pub(super) records: Set<RecordAddress>,
}

/// Gives every value of a record its address. For the document itself that includes its
/// collections.
pub(super) fn addressed<'a>(
    record: &RecordAddress,
    fields: &'a Map<String, Value>,
) -> Addressed<'a> {
    let mut found = Found::default();
    found.add(record, fields);
    Addressed { values: order::map(found.values), records: found.records.into_iter().collect() }
}

/// What was found in a readable document, in the order of its JSON.
#[derive(Default)]
struct Found<'a> {
    values: Vec<(Address, &'a Value)>,
    records: Vec<RecordAddress>,
}

impl<'a> Found<'a> {
    fn add(&mut self, record: &RecordAddress, fields: &'a Map<String, Value>) {
        let in_root = record.is_root();
        for (field, value) in fields.iter().filter(|(field, _)| in_root || *field != ID) {
            match structure(value, in_root) {
                Structure::Nothing => {}
                Structure::One => {
                    self.values.push((record.field(field), value));
                }
                Structure::Set(members) => {
                    let members = members.into_iter().map(|m| (record.member(field, m), &MEMBER));
                    self.values.extend(members);
                }
                Structure::Collection(records) => {
                    for (id, fields) in records {
                        let record = RecordAddress::new(field, id);
                        self.add(&record, fields);
                        self.records.push(record);
                    }
                }
            }
        }
    }
}

/// A readable document put together.
pub(super) struct Plain<'a> {
    pub(super) document: Map<String, Value>,
    /// The addresses whose value stands in it, as text and in no order.
    pub(super) placed: Vec<&'a str>,
}

/// Whether a value can stand in the readable document and be read back from there as the same value
/// at the same address.
pub(super) fn can_stand(address: &Address, value: &Value) -> bool {
    if !address.is_in_root() {
        let record = address.record();
        if address.field() == ID || record.id().is_none_or(|id| id.is_empty()) {
            return false;
        }
    }
    match address.set_member() {
        Some(_) => *value == MEMBER,
        None => matches!(structure(value, address.is_in_root()), Structure::One),
    }
}

/// Puts the values together that have a place. They are given in order of address.
pub(super) fn build<'a>(values: impl Iterator<Item = (&'a Address, &'a Value)>) -> Plain<'a> {
    let standing = values.filter(|(address, value)| can_stand(address, value));
    let (of_root, of_records): (Vec<Placed<'a>>, Vec<Placed<'a>>) =
        standing.partition(|(address, _)| address.is_in_root());
    let mut plain = Plain { document: Map::new(), placed: Vec::new() };
    // The addresses of a collection are neighbours.
    for collection in
        of_records.chunk_by(|(a, _), (b, _)| a.first_and_rest().0 == b.first_and_rest().0)
    {
        plain.add_collection(collection);
    }
    plain.placed.extend(add_fields(&mut plain.document, &of_root));
    plain
}

/// A value that has a place in the readable document, by its address.
type Placed<'a> = (&'a Address, &'a Value);

impl<'a> Plain<'a> {
    fn add_collection(&mut self, values: &[Placed<'a>]) {
        let mut records: Vec<(String, Value)> = Vec::new();
        // The addresses of a record are neighbours.
        for values in values.chunk_by(|(a, _), (b, _)| a.record_text() == b.record_text()) {
            let id = values[0].0.record().id().unwrap_or_default().into_owned();
            let mut fields = Map::new();
            fields.insert(ID.to_owned(), Value::from(id.as_str()));
            self.placed.extend(add_fields(&mut fields, values));
            records.push((id, Value::Object(fields)));
        }
        order::sort_by(&mut records, |(one, _), (other, _)| one.cmp(other));
        let name = unescape(values[0].0.first_and_rest().0).into_owned();
        self.document.insert(name, records.into_iter().map(|(_, record)| record).collect());
    }
}

/// Adds the values of one record to its fields, and returns the addresses of those that have a
/// place. A field that is there already goes before a set, and a set before a value.
fn add_fields<'a>(fields: &mut Map<String, Value>, values: &[Placed<'a>]) -> Vec<&'a str> {
    let mut placed = Vec::new();
    let (of_sets, alone): (Vec<Placed<'a>>, Vec<Placed<'a>>) =
        values.iter().partition(|(address, _)| address.set_member().is_some());
    // The addresses of a set are neighbours.
    for set in of_sets.chunk_by(|(a, _), (b, _)| a.field() == b.field()) {
        let field = set[0].0.field();
        if !fields.contains_key(&*field) {
            let members = set.iter().filter_map(|(address, _)| address.set_member());
            let members: Set<String> = members.map(Cow::into_owned).collect();
            let members = members.into_iter().map(Value::String).collect();
            fields.insert(field.into_owned(), members);
            placed.extend(set.iter().map(|(address, _)| address.as_str()));
        }
    }
    for (address, value) in alone {
        let field = address.field();
        if !fields.contains_key(&*field) {
            fields.insert(field.into_owned(), value.clone());
            placed.push(address.as_str());
        }
    }
    placed
}
