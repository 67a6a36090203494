//! What a record's field can hold, and how it is written as JSON.
//!
//! To let records have fields of another type, implement [`FieldValue`] for it.

use litemap::LiteMap;
use serde_json::{Map, Value};

use super::Id;
use crate::order::Set;

/// What a field holds, as a person sees and edits it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Some words on one line.
    Line,
    /// Text of any number of lines.
    Prose,
    /// Where something is on the web.
    Address,
    /// A word of the app's own: a topic of the library, a wording, a time zone.
    Word,
    /// The place among the others of its kind (`rank`).
    Rank,
    /// An instant, as RFC 3339 in UTC.
    Moment,
    /// Yes or no.
    Flag,
    /// One day.
    Day,
    /// The days of a visit.
    Days,
    /// Some spans of days.
    Periods,
    /// A time of day.
    Time,
    /// When a session takes place.
    Slot,
    /// How long something takes, in minutes.
    Minutes,
    /// A day of the visit, counted from 1.
    DayOfVisit,
    /// A week after the visit, counted from 1.
    Week,
    /// A whole number.
    Number,
    /// One of some words.
    Choice(Choices),
    /// Any of some words, and others.
    Words(Choices),
    /// A record of a collection, by its id.
    Link(&'static str),
    /// Records of a collection, by their ids.
    Links(&'static str),
    /// Something that only its own screen shows.
    Own,
}

/// The words of a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choices {
    /// What the choice is called in `locales/…/choices.json`.
    pub name: &'static str,
    /// Its words, in the order in which a person is offered them.
    pub words: &'static [&'static str],
}

impl Form {
    /// Returns the form of a set of such values.
    const fn many(self) -> Self {
        match self {
            Self::Link(collection) => Self::Links(collection),
            Self::Choice(choices) => Self::Words(choices),
            Self::Periods => Self::Periods,
            _ => Self::Own,
        }
    }

    /// Returns the form of ids that name records of a collection.
    pub(crate) const fn to(self, collection: &'static str) -> Self {
        match self {
            Self::Links(_) => Self::Links(collection),
            _ => Self::Link(collection),
        }
    }

    /// Returns what stands between two versions of a text that are joined: a slash on one line, a line
    /// break in a text of several. `None` for what is no free text.
    pub fn joint(self) -> Option<&'static str> {
        match self {
            Self::Line => Some(" / "),
            Self::Prose => Some("\n"),
            _ => None,
        }
    }

    /// Returns the collection of the records that the ids in it name.
    pub fn target(self) -> Option<&'static str> {
        match self {
            Self::Link(collection) | Self::Links(collection) => Some(collection),
            _ => None,
        }
    }
}

/// A type of values that a field can have.
pub trait FieldValue: Sized {
    /// What a person sees of it, where its record does not say it.
    const FORM: Form = Form::Own;

    /// Returns the value's JSON; null for none.
    fn write(&self) -> Value;

    /// Reads a value; `None` for JSON that is no value of this type.
    fn read(json: &Value) -> Option<Self>;

    /// Returns the id of the one record that it names, if it names any.
    fn link(&self) -> Option<&Id> {
        None
    }

    /// Whether JSON is a value of this type.
    fn fits(json: &Value) -> bool {
        Self::read(json).is_some()
    }

    /// Returns the JSON Schema of the type's values. No part of the program: for those who write or
    /// read files with other tools, and for tests.
    #[cfg(not(target_arch = "wasm32"))]
    fn schema() -> Value;
}

/// A field of a record, whatever its type.
pub trait Field {
    /// Returns the id of the one record that it names, if it names any.
    fn link(&self) -> Option<&Id>;

    /// Returns the value's JSON; null for none.
    fn to_json(&self) -> Value;

    /// Replaces the value by one given as JSON and returns true; leaves it as it is and returns
    /// false if that does not fit the field's type.
    fn set_json(&mut self, json: &Value) -> bool;
}

impl<T: FieldValue> Field for T {
    fn link(&self) -> Option<&Id> {
        FieldValue::link(self)
    }

    fn to_json(&self) -> Value {
        self.write()
    }

    fn set_json(&mut self, json: &Value) -> bool {
        T::read(json).map(|value| *self = value).is_some()
    }
}

impl FieldValue for String {
    const FORM: Form = Form::Line;

    fn write(&self) -> Value {
        Value::from(self.as_str())
    }

    fn read(json: &Value) -> Option<Self> {
        json.as_str().map(str::to_owned)
    }

    fn fits(json: &Value) -> bool {
        json.is_string()
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema() -> Value {
        serde_json::json!({"type": "string"})
    }
}

impl FieldValue for Id {
    const FORM: Form = Form::Link("");

    fn link(&self) -> Option<&Id> {
        Some(self)
    }

    fn write(&self) -> Value {
        Value::from(self.as_str())
    }

    fn read(json: &Value) -> Option<Self> {
        json.as_str().map(Self::from)
    }

    fn fits(json: &Value) -> bool {
        json.is_string()
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema() -> Value {
        serde_json::json!({"type": "string"})
    }
}

impl FieldValue for bool {
    const FORM: Form = Form::Flag;

    fn write(&self) -> Value {
        Value::Bool(*self)
    }

    fn read(json: &Value) -> Option<Self> {
        json.as_bool()
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema() -> Value {
        serde_json::json!({"type": "boolean"})
    }
}

impl FieldValue for u8 {
    const FORM: Form = Form::Number;

    fn write(&self) -> Value {
        Value::from(*self)
    }

    fn read(json: &Value) -> Option<Self> {
        json.as_u64()?.try_into().ok()
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema() -> Value {
        serde_json::json!({"type": "integer", "minimum": 0, "maximum": u8::MAX})
    }
}

impl FieldValue for u16 {
    const FORM: Form = Form::Number;

    fn write(&self) -> Value {
        Value::from(*self)
    }

    fn read(json: &Value) -> Option<Self> {
        json.as_u64()?.try_into().ok()
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema() -> Value {
        serde_json::json!({"type": "integer", "minimum": 0, "maximum": u16::MAX})
    }
}

impl FieldValue for i16 {
    const FORM: Form = Form::Number;

    fn write(&self) -> Value {
        Value::from(*self)
    }

    fn read(json: &Value) -> Option<Self> {
        json.as_i64()?.try_into().ok()
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema() -> Value {
        serde_json::json!({"type": "integer", "minimum": i16::MIN, "maximum": i16::MAX})
    }
}

impl<T: FieldValue> FieldValue for Option<T> {
    const FORM: Form = T::FORM;

    fn link(&self) -> Option<&Id> {
        self.as_ref().and_then(T::link)
    }

    fn write(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::write)
    }

    fn read(json: &Value) -> Option<Self> {
        if json.is_null() { Some(None) } else { T::read(json).map(Some) }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema() -> Value {
        T::schema()
    }
}

impl<T: FieldValue> FieldValue for Vec<T> {
    fn write(&self) -> Value {
        self.iter().map(T::write).collect()
    }

    fn read(json: &Value) -> Option<Self> {
        json.as_array()?.iter().map(T::read).collect()
    }

    fn fits(json: &Value) -> bool {
        json.as_array().is_some_and(|items| items.iter().all(T::fits))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema() -> Value {
        serde_json::json!({"type": "array", "items": T::schema()})
    }
}

impl<T: FieldValue + Ord> FieldValue for Set<T> {
    const FORM: Form = T::FORM.many();

    fn write(&self) -> Value {
        self.iter().map(T::write).collect()
    }

    fn read(json: &Value) -> Option<Self> {
        Vec::<T>::read(json).map(Self::from_iter)
    }

    fn fits(json: &Value) -> bool {
        Vec::<T>::fits(json)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema() -> Value {
        serde_json::json!({"type": "array", "items": T::schema(), "uniqueItems": true})
    }
}

impl<T: FieldValue> FieldValue for LiteMap<Id, T> {
    fn write(&self) -> Value {
        let mut entries = Map::new();
        entries.extend(self.iter().map(|(id, value)| (id.to_string(), value.write())));
        Value::Object(entries)
    }

    fn read(json: &Value) -> Option<Self> {
        let mut entries = Self::new();
        for (id, value) in json.as_object()? {
            entries.insert(Id::from(id.as_str()), T::read(value)?);
        }
        Some(entries)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema() -> Value {
        serde_json::json!({"type": "object", "additionalProperties": T::schema()})
    }
}
