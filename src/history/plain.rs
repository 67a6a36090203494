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
use serde_json::map::Entry;
use serde_json::{Map, Value};

use super::address::{Address, RecordAddress, escape, joined_in, unescape};
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
        Value::Array(items) => {
            // An empty array is a set without members, so it holds nothing either.
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
    /// Whether the values, put together again, give this very JSON.
    pub(super) is_as_written: bool,
}

/// Gives every value of a record its address. For the document itself that includes its
/// collections.
pub(super) fn addressed<'a>(
    record: &RecordAddress,
    fields: &'a Map<String, Value>,
) -> Addressed<'a> {
    let mut found = Found::default();
    found.add(record, fields);
    Addressed {
        values: order::map(found.values),
        records: found.records.into_iter().collect(),
        is_as_written: !found.is_untidy,
    }
}

/// What was found in a readable document, in the order of its JSON.
#[derive(Default)]
struct Found<'a> {
    values: Vec<(Address, &'a Value)>,
    records: Vec<RecordAddress>,
    /// Where addresses are put together.
    place: String,
    /// Whether it has something empty, or anything out of order.
    is_untidy: bool,
}

impl<'a> Found<'a> {
    fn add(&mut self, record: &RecordAddress, fields: &'a Map<String, Value>) {
        let (in_root, prefix) = (record.is_root(), record.prefix());
        let before = self.values.len();
        for (field, value) in fields.iter().filter(|(field, _)| in_root || *field != ID) {
            match structure(value, in_root) {
                Structure::Nothing => self.is_untidy = true,
                Structure::One => {
                    let address = joined_in(&mut self.place, &[&prefix, &escape(field)]);
                    self.values.push((address, value));
                }
                Structure::Set(members) => {
                    let items = value.as_array().map_or(&[][..], Vec::as_slice);
                    self.is_untidy |= items.is_empty() || !members.iter().eq(items);
                    let field = escape(field);
                    for member in members {
                        let pieces = [&*prefix, &field, "/", &escape(member)];
                        self.values.push((joined_in(&mut self.place, &pieces), &MEMBER));
                    }
                }
                Structure::Collection(records) => {
                    self.is_untidy |= !records.is_sorted_by_key(|(id, _)| *id);
                    for (id, fields) in records {
                        let record = RecordAddress::new(field, id);
                        self.add(&record, fields);
                        self.records.push(record);
                    }
                }
            }
        }
        self.is_untidy |= !in_root && self.values.len() == before;
    }
}

/// A readable document put together.
pub(super) struct Plain {
    pub(super) document: Map<String, Value>,
    /// For each of the given values, in their order, whether it stands in it.
    pub(super) placed: Vec<bool>,
}

/// A value that can stand in the readable document, with its address taken apart.
struct Standing<'a> {
    /// Which of the given values it is.
    at: usize,
    record: &'a str,
    field: &'a str,
    member: Option<&'a str>,
    value: &'a Value,
}

impl<'a> Standing<'a> {
    /// `None` for a value that would not be read back from there as the same value at the same address.
    fn new(at: usize, address: &'a Address, value: &'a Value) -> Option<Self> {
        let (record, field, member) = address.parts();
        if !record.is_empty() && (field == ID || record.ends_with('/')) {
            return None;
        }
        let stands = match member {
            Some(_) => *value == MEMBER,
            None => matches!(structure(value, record.is_empty()), Structure::One),
        };
        stands.then_some(Self { at, record, field, member, value })
    }

    /// The collection of its record, as it is written, and the record's id.
    fn collection_and_id(&self) -> (&'a str, &'a str) {
        self.record.split_once('/').unwrap_or_default()
    }
}

/// Whether a value can stand in the readable document and be read back from there as the same value
/// at the same address.
pub(super) fn can_stand(address: &Address, value: &Value) -> bool {
    Standing::new(0, address, value).is_some()
}

/// Puts the values together that have a place. They are given in order of address.
pub(super) fn build<'a>(values: impl Iterator<Item = (&'a Address, &'a Value)>) -> Plain {
    let mut plain = Plain { document: Map::new(), placed: Vec::new() };
    let (mut of_root, mut of_records) = (Vec::new(), Vec::new());
    for (at, (address, value)) in values.enumerate() {
        plain.placed.push(false);
        match Standing::new(at, address, value) {
            Some(standing) if standing.record.is_empty() => of_root.push(standing),
            Some(standing) => of_records.push(standing),
            None => {}
        }
    }
    // The addresses of a collection are neighbours.
    for collection in of_records.chunk_by(|a, b| a.collection_and_id().0 == b.collection_and_id().0)
    {
        plain.add_collection(collection);
    }
    add_fields(&mut plain.document, &of_root, &mut plain.placed);
    plain
}

impl Plain {
    fn add_collection(&mut self, values: &[Standing<'_>]) {
        let mut records: Vec<(Cow<'_, str>, Value)> = Vec::new();
        // The addresses of a record are neighbours.
        for values in values.chunk_by(|a, b| a.record == b.record) {
            let id = unescape(values[0].collection_and_id().1);
            let mut fields = Map::new();
            fields.insert(ID.to_owned(), Value::from(&*id));
            add_fields(&mut fields, values, &mut self.placed);
            records.push((id, Value::Object(fields)));
        }
        order::sort_by(&mut records, |(one, _), (other, _)| one.cmp(other));
        let name = unescape(values[0].collection_and_id().0).into_owned();
        self.document.insert(name, records.into_iter().map(|(_, record)| record).collect());
    }
}

/// Adds the values of one record to its fields, and notes those that have a place. A field that is there
/// already goes before a set, and a set before a value.
fn add_fields(fields: &mut Map<String, Value>, values: &[Standing<'_>], placed: &mut [bool]) {
    // The addresses of a set are neighbours.
    for set in
        values.chunk_by(|a, b| a.member.is_some() && b.member.is_some() && a.field == b.field)
    {
        let field = unescape(set[0].field);
        if set[0].member.is_some() && !fields.contains_key(&*field) {
            let members = set.iter().filter_map(|standing| standing.member);
            let members: Set<Cow<'_, str>> = members.map(unescape).collect();
            let members = members.into_iter().map(|member| Value::from(&*member)).collect();
            fields.insert(field.into_owned(), members);
            set.iter().for_each(|standing| placed[standing.at] = true);
        }
    }
    for standing in values.iter().filter(|standing| standing.member.is_none()) {
        if let Entry::Vacant(place) = fields.entry(unescape(standing.field)) {
            place.insert(standing.value.clone());
            placed[standing.at] = true;
        }
    }
}
