//! Reading the library's files: strictly, and with the place of whatever does not fit.
//!
//! Files of exchanges are read leniently, since people's work is in them. These are written by hand,
//! so a misspelt or missing field is told instead of passed over.

use serde_json::{Map, Value};

use super::error::LibraryError;
use crate::model::field::FieldValue;
use crate::model::{FocusArea, SessionKind, ShowsIn, TimeOfDay};

/// What does not fit, and where: `sessions[3].kind`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{place}` {what}")]
pub(super) struct Misfit {
    place: String,
    what: &'static str,
}

impl Misfit {
    /// Returns a misfit of a field.
    pub(super) fn of(field: &str, what: &'static str) -> Self {
        Self::here(what).inside(field)
    }

    /// Returns a misfit of the value that is being read.
    pub(super) fn here(what: &'static str) -> Self {
        Self { place: String::new(), what }
    }

    fn inside(mut self, of: &str) -> Self {
        let joint = if self.place.is_empty() || self.place.starts_with('[') { "" } else { "." };
        self.place = format!("{of}{joint}{}", self.place);
        self
    }
}

/// A value that is read from a file of the library.
pub(super) trait FromJson: Sized {
    /// Reads the value.
    fn from_json(json: &Value) -> Result<Self, Misfit>;
}

macro_rules! plain_values {
    ($($type:ty),+) => {
        $(impl FromJson for $type {
            fn from_json(json: &Value) -> Result<Self, Misfit> {
                <$type as FieldValue>::read(json).ok_or(Misfit::here("is not of its kind"))
            }
        })+
    };
}

plain_values!(String, bool, u8, u16, FocusArea, SessionKind, ShowsIn, TimeOfDay);

impl FromJson for u32 {
    fn from_json(json: &Value) -> Result<Self, Misfit> {
        let number = json.as_u64().and_then(|number| number.try_into().ok());
        number.ok_or(Misfit::here("is not of its kind"))
    }
}

impl FromJson for usize {
    fn from_json(json: &Value) -> Result<Self, Misfit> {
        u32::from_json(json).map(|number| number as Self)
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(json: &Value) -> Result<Self, Misfit> {
        if json.is_null() { Ok(None) } else { T::from_json(json).map(Some) }
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(json: &Value) -> Result<Self, Misfit> {
        let items = json.as_array().ok_or(Misfit::here("is not a list"))?;
        let mut read = Self::new();
        for (at, item) in items.iter().enumerate() {
            read.push(T::from_json(item).map_err(|misfit| misfit.inside(&format!("[{at}]")))?);
        }
        Ok(read)
    }
}

/// The fields of an object.
pub(super) struct Fields<'a>(&'a Map<String, Value>);

impl<'a> Fields<'a> {
    /// Returns the fields of an object, and refuses those that are not known.
    pub(super) fn of(json: &'a Value, known: &[&str]) -> Result<Self, Misfit> {
        let fields = json.as_object().ok_or(Misfit::here("is not an object"))?;
        match fields.keys().find(|name| !known.contains(&name.as_str())) {
            Some(unknown) => Err(Misfit::here("is not known here").inside(unknown)),
            None => Ok(Self(fields)),
        }
    }

    /// Returns the value of a field that has to be there.
    #[inline(never)]
    pub(super) fn take<T: FromJson>(&self, name: &str) -> Result<T, Misfit> {
        let value = self.0.get(name).ok_or_else(|| Misfit::here("is missing").inside(name))?;
        T::from_json(value).map_err(|misfit| misfit.inside(name))
    }

    /// Returns the value of a field, or the default if it is not there.
    pub(super) fn take_or_default<T: FromJson + Default>(&self, name: &str) -> Result<T, Misfit> {
        if self.0.contains_key(name) { self.take(name) } else { Ok(T::default()) }
    }
}

/// Lets a struct be read: first the fields that have to be there, behind the semicolon those that
/// may be left out.
macro_rules! reads {
    ($type:ident { $($field:ident),*; $($optional:ident $(as $name:literal)?),* }) => {
        impl FromJson for $type {
            fn from_json(json: &serde_json::Value) -> Result<Self, $crate::library::read::Misfit> {
                let fields = $crate::library::read::Fields::of(
                    json,
                    &[
                        $(stringify!($field),)*
                        $($crate::library::read::reads!(@name $optional $($name)?)),*
                    ],
                )?;
                Ok(Self {
                    $($field: fields.take(stringify!($field))?,)*
                    $($optional: fields.take_or_default(
                        $crate::library::read::reads!(@name $optional $($name)?)
                    )?,)*
                })
            }
        }
    };
    (@name $field:ident) => {
        stringify!($field)
    };
    (@name $field:ident $name:literal) => {
        $name
    };
}

pub(super) use reads;

/// Returns the JSON of a text, without the byte order mark that some editors put in front.
pub(super) fn parse(text: &str) -> Result<Value, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    serde_json::from_str(text).map_err(|error| error.to_string())
}

/// Reads a file; `misfit` says what it should have been.
pub(super) fn read_file<T: FromJson>(
    text: &str,
    misfit: fn(String) -> LibraryError,
) -> Result<T, LibraryError> {
    let json = parse(text).map_err(|reason| LibraryError::NotJson { reason })?;
    T::from_json(&json).map_err(|what| misfit(what.to_string()))
}
