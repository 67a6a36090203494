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
use std::cmp::Ordering;

use litemap::LiteMap;
use serde_json::{Map, Value};

use super::address::{Address, RecordAddress, escape, joined_in, unescape};
use crate::json::{Field, Tree};
use crate::order::{self, Set};

/// The field that holds a record's id.
pub(super) const ID: &str = "id";

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

/// A readable document taken apart: its values, or references to them.
pub(super) struct Addressed<V> {
    pub(super) values: LiteMap<Address, V>,
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
) -> Addressed<&'a Value> {
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
pub(super) struct Plain<'a> {
    /// The collections of the document, as lists of objects.
    pub(super) collections: Vec<Field<'a>>,
    /// The other fields of the document itself.
    pub(super) fields: Vec<Field<'a>>,
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
    /// `before` is the record of the address before.
    fn new(at: usize, address: &'a Address, before: &'a str, value: &'a Value) -> Option<Self> {
        let (record, field, member) = address.parts_after(before);
        if !record.is_empty() && (field == ID || record.ends_with('/')) {
            return None;
        }
        let stands = match member {
            Some(_) => *value == MEMBER,
            None => matches!(structure(value, record.is_empty()), Structure::One),
        };
        stands.then_some(Self { at, record, field, member, value })
    }
}

/// Whether a value can stand in the readable document and be read back from there as the same value
/// at the same address.
pub(super) fn can_stand(address: &Address, value: &Value) -> bool {
    Standing::new(0, address, "", value).is_some()
}

/// Puts the values together that have a place. They are given in order of address.
pub(super) fn build<'a>(values: impl Iterator<Item = (&'a Address, &'a Value)>) -> Plain<'a> {
    let mut placed = Vec::with_capacity(values.size_hint().1.unwrap_or_default());
    let mut collections: Vec<(&'a str, Vec<Record<'a>>)> = Vec::new();
    let (mut of_root, mut of_record): (Vec<Standing<'a>>, Vec<Standing<'a>>) = Default::default();
    for (at, (address, value)) in values.enumerate() {
        placed.push(false);
        let before = of_record.last().map_or("", |standing| standing.record);
        match Standing::new(at, address, before, value) {
            Some(standing) if standing.record.is_empty() => of_root.push(standing),
            Some(standing) => {
                if standing.record != before {
                    end_record(&mut of_record, &mut collections, &mut placed);
                }
                of_record.push(standing);
            }
            None => {}
        }
    }
    end_record(&mut of_record, &mut collections, &mut placed);
    let collections = collections.into_iter();
    let collections: Vec<Field<'a>> =
        collections.map(|(name, records)| (unescape(name), collection(records))).collect();
    let fields = fields(&of_root, &collections, &mut placed);
    Plain { collections, fields, placed }
}

/// Adds the record of these values, and takes them out of their list. The addresses of a record are
/// neighbours, and so are those of a collection.
fn end_record<'a>(
    values: &mut Vec<Standing<'a>>,
    collections: &mut Vec<(&'a str, Vec<Record<'a>>)>,
    placed: &mut [bool],
) {
    let Some((name, id)) = values.first().and_then(|first| first.record.split_once('/')) else {
        return;
    };
    let record = Record { id: unescape(id), fields: fields(values, &[], placed) };
    match collections.last_mut() {
        Some((last, records)) if *last == name => records.push(record),
        _ => collections.push((name, vec![record])),
    }
    values.clear();
}

impl<'a> Plain<'a> {
    /// The whole document.
    pub(super) fn document(self) -> Tree<'a> {
        Tree::object(self.collections.into_iter().chain(self.fields))
    }
}

/// A record and its fields, which have room for its id.
struct Record<'a> {
    id: Cow<'a, str>,
    fields: Vec<Field<'a>>,
}

/// The records of a collection in order.
fn collection<'a>(mut records: Vec<Record<'a>>) -> Tree<'a> {
    order::sort_by(&mut records, |one, other| one.id.cmp(&other.id));
    let with_id = |Record { id, fields }: Record<'a>| Tree::Object(fields).with(ID, Tree::Text(id));
    Tree::List(records.into_iter().map(with_id).collect())
}

/// The fields of one record in order, and notes which values have a place. A name that is taken goes before a
/// set, and a set before a value.
fn fields<'a>(values: &[Standing<'a>], taken: &[Field<'a>], placed: &mut [bool]) -> Vec<Field<'a>> {
    // The addresses of a set are neighbours.
    let is_one_set = |a: &Standing<'_>, b: &Standing<'_>| {
        a.member.is_some() && b.member.is_some() && a.field == b.field
    };
    let mut fields: Vec<Field<'a>> = Vec::with_capacity(values.len() + 1);
    for values in values.chunk_by(is_one_set) {
        fields.push((unescape(values[0].field), standing_there(values)));
    }
    if taken.is_empty() && fields.is_sorted_by(|(one, _), (next, _)| one < next) {
        values.iter().for_each(|standing| placed[standing.at] = true);
        return fields;
    }
    let is_set = |tree: &Tree<'_>| matches!(tree, Tree::List(_));
    order::sort_by(&mut fields, |(one, tree), (other, other_tree)| {
        one.cmp(other).then_with(|| is_set(other_tree).cmp(&is_set(tree)))
    });
    fields.dedup_by(|later, earlier| later.0 == earlier.0);
    fields.retain(|(name, _)| !taken.iter().any(|(other, _)| other == name));
    for Standing { at, field, member, .. } in values {
        let field = unescape(field);
        let found = fields.binary_search_by(|(name, _)| name.cmp(&field));
        placed[*at] = found.is_ok_and(|found| is_set(&fields[found].1) == member.is_some());
    }
    fields
}

/// What stands in a field: the members of a set, or one value.
fn standing_there<'a>(values: &[Standing<'a>]) -> Tree<'a> {
    match values {
        [Standing { member: None, value, .. }] => Tree::Value(value),
        members => {
            let members = members.iter().filter_map(|standing| standing.member);
            let mut members: Vec<Tree<'a>> = members.map(|m| Tree::Text(unescape(m))).collect();
            order::sort_by(&mut members, |one, other| match (one, other) {
                (Tree::Text(one), Tree::Text(other)) => one.cmp(other),
                _ => Ordering::Equal,
            });
            Tree::List(members)
        }
    }
}
