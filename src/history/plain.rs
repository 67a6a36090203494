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
use std::collections::{BTreeMap, BTreeSet, HashSet};

use serde_json::{Map, Value};

use super::address::{Address, RecordAddress};

/// The field that holds a record's id.
const ID: &str = "id";

/// The value of a set's member.
static MEMBER: Value = Value::Bool(true);

/// What a piece of JSON is, by the structure rule.
enum Structure<'a> {
    Nothing,
    One,
    Set(BTreeSet<&'a str>),
    Collection(BTreeMap<&'a str, &'a Map<String, Value>>),
}

fn structure(value: &Value, in_root: bool) -> Structure<'_> {
    match value {
        Value::Null => Structure::Nothing,
        Value::Array(items) if items.is_empty() => Structure::Nothing,
        Value::Array(items) => {
            let mut texts = BTreeSet::new();
            texts.extend(items.iter().map_while(Value::as_str));
            if texts.len() == items.len() {
                return Structure::Set(texts);
            }
            let mut records = BTreeMap::new();
            records.extend(items.iter().map_while(as_record));
            if in_root && records.len() == items.len() {
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
#[derive(Default)]
pub(super) struct Addressed<'a> {
    pub(super) values: BTreeMap<Address, &'a Value>,
    /// The records of all collections, also those that have nothing but an id.
    pub(super) records: BTreeSet<RecordAddress>,
}

/// Gives every value of a record its address. For the document itself that includes its
/// collections.
pub(super) fn addressed<'a>(
    record: &RecordAddress,
    fields: &'a Map<String, Value>,
) -> Addressed<'a> {
    let mut found = Addressed::default();
    found.add(record, fields);
    found
}

impl<'a> Addressed<'a> {
    fn add(&mut self, record: &RecordAddress, fields: &'a Map<String, Value>) {
        let in_root = record.is_root();
        for (field, value) in fields.iter().filter(|(field, _)| in_root || *field != ID) {
            match structure(value, in_root) {
                Structure::Nothing => {}
                Structure::One => {
                    self.values.insert(record.field(field), value);
                }
                Structure::Set(members) => {
                    let members = members.into_iter().map(|m| (record.member(field, m), &MEMBER));
                    self.values.extend(members);
                }
                Structure::Collection(records) => {
                    for (id, fields) in records {
                        let record = RecordAddress::new(field, id);
                        self.add(&record, fields);
                        self.records.insert(record);
                    }
                }
            }
        }
    }
}

/// A readable document put together.
pub(super) struct Plain<'a> {
    pub(super) document: Map<String, Value>,
    /// The addresses whose value stands in it, as text.
    pub(super) placed: HashSet<&'a str>,
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

/// Puts the values together that have a place.
pub(super) fn build<'a>(values: impl Iterator<Item = (&'a Address, &'a Value)>) -> Plain<'a> {
    let mut root = Fields::default();
    let mut collections: BTreeMap<String, BTreeMap<String, Fields<'a>>> = BTreeMap::new();
    for (address, value) in values.filter(|(address, value)| can_stand(address, value)) {
        let record = address.record();
        let fields = match (record.collection(), record.id()) {
            (Some(collection), Some(id)) => collections
                .entry(collection.into_owned())
                .or_default()
                .entry(id.into_owned())
                .or_default(),
            _ => &mut root,
        };
        fields.add(address, value);
    }

    let mut placed = HashSet::new();
    root.values.retain(|field, _| !collections.contains_key(&**field));
    root.sets.retain(|field, _| !collections.contains_key(&**field));
    let mut document = root.finish(&mut placed);
    for (collection, records) in collections {
        let records = records.into_iter().map(|(id, fields)| {
            let mut record = fields.finish(&mut placed);
            record.insert(ID.to_owned(), Value::String(id));
            Value::Object(record)
        });
        document.insert(collection, Value::Array(records.collect()));
    }
    Plain { document, placed }
}

/// The fields of one record while it is put together.
#[derive(Default)]
struct Fields<'a> {
    values: BTreeMap<Cow<'a, str>, (&'a Address, &'a Value)>,
    sets: BTreeMap<Cow<'a, str>, BTreeMap<Cow<'a, str>, &'a Address>>,
}

impl<'a> Fields<'a> {
    fn add(&mut self, address: &'a Address, value: &'a Value) {
        match address.set_member() {
            Some(member) => {
                self.sets.entry(address.field()).or_default().insert(member, address);
            }
            None => {
                self.values.insert(address.field(), (address, value));
            }
        }
    }

    fn finish(mut self, placed: &mut HashSet<&'a str>) -> Map<String, Value> {
        self.values.retain(|field, _| !self.sets.contains_key(field));
        placed.extend(self.values.values().map(|(address, _)| address.as_str()));
        placed.extend(
            self.sets.values().flat_map(|set| set.values().map(|address| address.as_str())),
        );
        let values = self.values.into_iter().map(|(field, (_, value))| (field, value.clone()));
        let sets = self.sets.into_iter().map(|(field, members)| {
            (field, members.into_keys().map(|member| Value::String(member.into_owned())).collect())
        });
        let mut fields = Map::new();
        fields.extend(values.chain(sets).map(|(field, value)| (field.into_owned(), value)));
        fields
    }
}
