//! What a record's field can hold, and how it is written as JSON.
//!
//! To let records have fields of another type, implement [`FieldValue`] for it.

use litemap::LiteMap;
use serde_json::{Map, Value};

use super::Id;
use crate::order::Set;

/// A type of values that a field can have.
pub trait FieldValue: Sized {
    /// Returns the value's JSON; null for none.
    fn write(&self) -> Value;

    /// Reads a value; `None` for JSON that is no value of this type.
    fn read(json: &Value) -> Option<Self>;

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
    /// Returns the value's JSON; null for none.
    fn to_json(&self) -> Value;

    /// Replaces the value by one given as JSON and returns true; leaves it as it is and returns
    /// false if that does not fit the field's type.
    fn set_json(&mut self, json: &Value) -> bool;
}

impl<T: FieldValue> Field for T {
    fn to_json(&self) -> Value {
        self.write()
    }

    fn set_json(&mut self, json: &Value) -> bool {
        T::read(json).map(|value| *self = value).is_some()
    }
}

impl FieldValue for String {
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
