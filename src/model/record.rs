//! How a typed record becomes plain JSON and back, without losing what it does not understand.
//!
//! Absent, null and the default are the same and are not written. A value that does not fit its
//! type stays where it is: the typed record shows the default instead, the field is named as
//! unreadable, and only a person's edit of that field replaces it.

use std::collections::BTreeMap;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::{Exchange, Id};

/// The records of one collection by id.
pub type Table<T> = BTreeMap<Id, T>;

/// A flat record of one of an exchange's collections.
pub trait Record:
    Clone + Default + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static
{
    /// The collection's name in the document.
    const COLLECTION: &'static str;

    /// Returns the exchange's records of this kind.
    fn table(exchange: &Exchange) -> &Table<Self>;

    /// Returns the exchange's records of this kind, to be changed.
    fn table_mut(exchange: &mut Exchange) -> &mut Table<Self>;
}

/// Returns the plain form of a record: its fields that differ from the default.
pub fn plain<T: Serialize + Default>(record: &T) -> Map<String, Value> {
    without_defaults(fields_of(record), &fields_of(&T::default()))
}

/// Returns the record that a plain form describes, and the names of the fields that do not fit.
pub fn read<T: DeserializeOwned + Default>(plain: &Map<String, Value>) -> (T, Vec<String>) {
    if let Ok(record) = typed(plain.clone()) {
        return (record, Vec::new());
    }
    let (fitting, unreadable): (Map<_, _>, Map<_, _>) =
        plain.iter().map(|(name, value)| (name.clone(), value.clone())).partition(
            |(name, value)| typed::<T>(Map::from_iter([(name.clone(), value.clone())])).is_ok(),
        );
    (typed(fitting).unwrap_or_default(), unreadable.into_iter().map(|(name, _)| name).collect())
}

fn typed<T: DeserializeOwned>(plain: Map<String, Value>) -> serde_json::Result<T> {
    serde_json::from_value(Value::Object(plain))
}

fn fields_of<T: Serialize>(record: &T) -> Map<String, Value> {
    match serde_json::to_value(record) {
        Ok(Value::Object(fields)) => fields,
        // A record is a struct of texts, numbers and sets: it has no other form.
        _ => Map::new(),
    }
}

fn without_defaults(
    mut fields: Map<String, Value>,
    defaults: &Map<String, Value>,
) -> Map<String, Value> {
    fields.retain(|name, value| !value.is_null() && defaults.get(name) != Some(value));
    fields
}
