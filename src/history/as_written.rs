//! The readable document read straight from the text of a file, without a tree of JSON in between.
//!
//! Only one that is exactly as this app writes it: names, ids and members in order and none twice,
//! nothing empty, whole numbers. Anything else is an error that says nothing, and the reader of any
//! JSON (`plain.rs`) begins anew. So this one has the common part of the structure rule only.

use std::borrow::Cow;
use std::{fmt, mem};

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::address::{Address, RecordAddress, escape};
use super::gathered::Gathered;
use super::plain::ID;
use super::stamp::HIGHEST_NUMBER;
use crate::order::Set;

/// The values of a readable document that is exactly as this app writes it.
#[derive(Clone, Debug, PartialEq)]
pub struct AsWritten {
    /// In order of address.
    pub(super) values: Vec<(Address, Value)>,
    pub(super) records: Set<RecordAddress>,
}

impl AsWritten {
    /// Reads a readable document, to be asked of a reader of JSON.
    ///
    /// `is_fit` is asked of the values of each record with the name of its collection, and without one of
    /// those of each field of the document itself. Where it says no, the document is not as written.
    pub fn reading(
        is_fit: &mut dyn FnMut(Option<&str>, &[Piece<'_>]) -> bool,
    ) -> impl for<'de> DeserializeSeed<'de, Value = Self> {
        Reading(is_fit)
    }
}

/// Whether values are what their collection has.
type IsFit<'a> = &'a mut dyn FnMut(Option<&str>, &[Piece<'_>]) -> bool;

struct Reading<'a>(IsFit<'a>);

impl<'de> DeserializeSeed<'de> for Reading<'_> {
    type Value = AsWritten;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<AsWritten, D::Error> {
        let mut found = Found {
            is_fit: self.0,
            values: Vec::new(),
            records: Vec::new(),
            pieces: Vec::new(),
            record: String::new(),
            addresses: Gathered::default(),
        };
        reader.deserialize_map(Root(&mut found))?;
        let Found { values, records, .. } = found;
        // Where a name has a character before `/`, its place is another than that of its address.
        if values.is_sorted_by_key(|(address, _)| address) {
            Ok(AsWritten { values, records: records.into_iter().collect() })
        } else {
            Err(not_as_written())
        }
    }
}

/// JSON whose objects have their names in order and none twice, and whose numbers are whole.
pub struct Strict(pub Value);

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        reader.deserialize_any(StrictVisitor).map(Self)
    }
}

/// A text that mostly stands in the file as it is meant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Text<'de>(pub Cow<'de, str>);

impl<'de> Deserialize<'de> for Text<'de> {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        reader.deserialize_str(TextVisitor)
    }
}

/// What is not as this app writes it.
pub fn not_as_written<E: Error>() -> E {
    E::custom("not as written")
}

/// Returns the next name of an object, which has to come after the one before.
pub(super) fn next_name<'de, A: MapAccess<'de>>(
    object: &mut A,
    before: &mut Option<Text<'de>>,
) -> Result<Option<Text<'de>>, A::Error> {
    let Some(name) = object.next_key::<Text<'de>>()? else { return Ok(None) };
    if before.as_ref().is_some_and(|before| *before >= name) {
        return Err(not_as_written());
    }
    *before = Some(name.clone());
    Ok(Some(name))
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Text<'de>, E> {
        Ok(Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Text<'de>, E> {
        Ok(Text(Cow::Owned(text.to_owned())))
    }
}

struct StrictVisitor;

impl<'de> Visitor<'de> for StrictVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        if value <= HIGHEST_NUMBER { Ok(value.into()) } else { Err(not_as_written()) }
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        if value.unsigned_abs() <= HIGHEST_NUMBER {
            Ok(value.into())
        } else {
            Err(not_as_written())
        }
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(Strict(item)) = list.next_element()? {
            items.push(item);
        }
        Ok(items.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Value, A::Error> {
        let (mut fields, mut before) = (Map::new(), None);
        while let Some(name) = next_name(&mut object, &mut before)? {
            let Strict(value) = object.next_value()?;
            fields.insert(name.0.into_owned(), value);
        }
        Ok(fields.into())
    }
}

/// What was found, in the order of the file.
struct Found<'a, 'de> {
    is_fit: IsFit<'a>,
    values: Vec<(Address, Value)>,
    records: Vec<RecordAddress>,
    /// The values of the record that is being read.
    pieces: Vec<Piece<'de>>,
    /// The address of a record and a slash, where it is put together.
    record: String,
    /// The addresses of its values, where they are put together.
    addresses: Gathered,
}

/// One value of a record.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece<'de> {
    /// The field's name.
    pub field: Text<'de>,
    /// The member, if the field is a set.
    pub member: Option<Text<'de>>,
    /// The value; true for a member.
    pub value: Value,
}

impl<'de> Found<'_, 'de> {
    /// Adds the values of a record, or of a field of the document itself.
    fn add<E: Error>(
        &mut self,
        collection_and_id: Option<(&str, &str)>,
        pieces: &mut Vec<Piece<'de>>,
    ) -> Result<(), E> {
        if !(self.is_fit)(collection_and_id.map(|(collection, _)| collection), pieces) {
            return Err(not_as_written());
        }
        self.record.clear();
        if let Some((collection, id)) = collection_and_id {
            self.record.extend([&escape(collection), "/", &escape(id), "/"]);
        }
        for Piece { field, member, .. } in &*pieces {
            let (record, field) = (&*self.record, escape(&field.0));
            let added = match member {
                None => self.addresses.add(&[record, &field]),
                Some(Text(member)) => self.addresses.add(&[record, &field, "/", &escape(member)]),
            };
            added.ok_or_else(not_as_written)?;
        }
        let (text, addresses) = self.addresses.take();
        self.values.extend(addresses.zip(pieces.drain(..).map(|piece| piece.value)));
        if let Some(slash) = self.record.len().checked_sub(1) {
            self.records.push(RecordAddress::shared(&text, slash));
        }
        Ok(())
    }

    /// Reads one record of a collection, and returns its id.
    fn record<A: MapAccess<'de>>(
        &mut self,
        collection: &str,
        mut object: A,
    ) -> Result<Text<'de>, A::Error> {
        let mut pieces = mem::take(&mut self.pieces);
        let (mut id, mut before) = (None, None);
        while let Some(field) = next_name(&mut object, &mut before)? {
            if field.0 == ID {
                id = Some(object.next_value::<Text<'de>>()?);
            } else {
                object.next_value_seed(Field { field, pieces: &mut pieces, root: None })?;
            }
        }
        let id = id
            .filter(|Text(id)| !id.is_empty() && !pieces.is_empty())
            .ok_or_else(not_as_written)?;
        self.add(Some((collection, &id.0)), &mut pieces)?;
        self.pieces = pieces;
        Ok(id)
    }
}

/// The document itself.
struct Root<'a, 'b, 'de>(&'a mut Found<'b, 'de>);

impl<'de> Visitor<'de> for Root<'_, '_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a document")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        let (mut pieces, mut before) = (Vec::new(), None);
        while let Some(field) = next_name(&mut object, &mut before)? {
            let root = Some(&mut *self.0);
            object.next_value_seed(Field { field, pieces: &mut pieces, root })?;
            self.0.add(None, &mut pieces)?;
        }
        Ok(())
    }
}

/// A field, whose values go to the pieces of its record; or of the document itself, where it may be a
/// collection.
struct Field<'a, 'b, 'de> {
    field: Text<'de>,
    pieces: &'a mut Vec<Piece<'de>>,
    root: Option<&'a mut Found<'b, 'de>>,
}

impl<'de> Field<'_, '_, 'de> {
    fn one(self, value: Value) {
        self.pieces.push(Piece { field: self.field, member: None, value });
    }
}

impl<'de> DeserializeSeed<'de> for Field<'_, '_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Field<'_, '_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a field")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        StrictVisitor.visit_bool(value).map(|value| self.one(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        StrictVisitor.visit_u64(value).map(|value| self.one(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        StrictVisitor.visit_i64(value).map(|value| self.one(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        StrictVisitor.visit_str(value).map(|value| self.one(value))
    }

    fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<(), A::Error> {
        StrictVisitor.visit_map(object).map(|value| self.one(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<(), A::Error> {
        let mut item = |list: &mut A| {
            let collection = self.root.as_deref_mut().map(|found| (found, &*self.field.0));
            list.next_element_seed(Item { collection })
        };
        match item(&mut list)?.ok_or_else(not_as_written)? {
            ReadItem::Record(mut before) => {
                while let Some(item) = item(&mut list)? {
                    match item {
                        ReadItem::Record(id) if id > before => before = id,
                        _ => return Err(not_as_written()),
                    }
                }
            }
            ReadItem::Text(first) => {
                let mut before = first.clone();
                let mut add = |member| {
                    let (field, value) = (self.field.clone(), Value::Bool(true));
                    self.pieces.push(Piece { field, member: Some(member), value });
                };
                add(first);
                while let Some(member) = list.next_element::<Text<'de>>()? {
                    if member <= before {
                        return Err(not_as_written());
                    }
                    before = member.clone();
                    add(member);
                }
            }
            ReadItem::Value(first) => {
                let mut items = vec![first];
                while let Some(Strict(item)) = list.next_element()? {
                    items.push(item);
                }
                self.one(items.into());
            }
        }
        Ok(())
    }
}

/// An item of a list, which may be a record if the list is a field of the document itself.
struct Item<'a, 'b, 'de> {
    collection: Option<(&'a mut Found<'b, 'de>, &'a str)>,
}

enum ReadItem<'de> {
    Text(Text<'de>),
    /// A record, of which the id is told.
    Record(Text<'de>),
    Value(Value),
}

impl<'de> DeserializeSeed<'de> for Item<'_, '_, 'de> {
    type Value = ReadItem<'de>;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<ReadItem<'de>, D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Item<'_, '_, 'de> {
    type Value = ReadItem<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an item")
    }

    fn visit_unit<E: Error>(self) -> Result<ReadItem<'de>, E> {
        StrictVisitor.visit_unit().map(ReadItem::Value)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<ReadItem<'de>, E> {
        StrictVisitor.visit_bool(value).map(ReadItem::Value)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<ReadItem<'de>, E> {
        StrictVisitor.visit_u64(value).map(ReadItem::Value)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<ReadItem<'de>, E> {
        StrictVisitor.visit_i64(value).map(ReadItem::Value)
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<ReadItem<'de>, E> {
        TextVisitor.visit_borrowed_str(text).map(ReadItem::Text)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<ReadItem<'de>, E> {
        TextVisitor.visit_str(text).map(ReadItem::Text)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<ReadItem<'de>, A::Error> {
        StrictVisitor.visit_seq(list).map(ReadItem::Value)
    }

    fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<ReadItem<'de>, A::Error> {
        match self.collection {
            Some((found, name)) => found.record(name, object).map(ReadItem::Record),
            None => StrictVisitor.visit_map(object).map(ReadItem::Value),
        }
    }
}
