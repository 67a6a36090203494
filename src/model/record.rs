//! How a typed record becomes plain JSON and back, without losing what it does not understand.
//!
//! Absent, null and the default are the same and are not written. A value that does not fit its
//! type stays where it is: the typed record shows the default instead, the field is named as
//! unreadable, and only a person's edit of that field replaces it.
//!
//! A record is declared with [`record!`], which makes the list of its fields. All the rest is
//! compiled once for all records, so that a new one adds little to the program.

use serde_json::{Map, Value};

use super::field::Field;
use super::{Class, Exchange, Table};

/// The fields of a record, in the order in which they are declared.
pub trait Fields {
    /// Returns the fields' names in JSON.
    fn names(&self) -> &'static [&'static str];

    /// Returns the fields.
    fn fields(&self) -> Vec<&dyn Field>;

    /// Returns the fields to be changed.
    fn fields_mut(&mut self) -> Vec<&mut dyn Field>;
}

/// A field as it is declared: for what has to know all fields there are.
#[derive(Clone, Copy, Debug)]
pub struct Declared {
    /// The field's name in JSON.
    pub name: &'static str,
    /// What has to be left out for the field to be left out of a redacted copy.
    pub class: Class,
    /// Returns whether JSON is a value of the field's type.
    pub fits: fn(&Value) -> bool,
    /// The lines of its documentation.
    #[cfg(not(target_arch = "wasm32"))]
    pub meaning: &'static [&'static str],
    /// Returns the JSON Schema of its values.
    #[cfg(not(target_arch = "wasm32"))]
    pub schema: fn() -> Value,
}

/// A flat record of one of an exchange's collections.
pub trait Record: Fields + Clone + Default + PartialEq + Send + Sync + 'static {
    /// The collection's name in the document.
    const COLLECTION: &'static str;

    /// Returns the exchange's records of this kind.
    fn table(exchange: &Exchange) -> &Table<Self>;

    /// Returns the exchange's records of this kind, to be changed.
    fn table_mut(exchange: &mut Exchange) -> &mut Table<Self>;
}

/// Returns the plain form of a record: its fields that differ from the default.
pub fn plain<T: Fields + Default>(record: &T) -> Map<String, Value> {
    without_defaults(record, &T::default())
}

/// Returns the record that a plain form describes, and the names of the fields that do not fit.
pub fn read<T: Fields + Default>(plain: &Map<String, Value>) -> (T, Vec<String>) {
    let mut record = T::default();
    let unreadable = take_in(&mut record, plain);
    (record, unreadable)
}

/// Returns the fields of a record that is itself a value of another: all of them.
pub fn whole(record: &dyn Fields) -> Value {
    let mut plain = Map::new();
    for (name, field) in record.names().iter().zip(record.fields()) {
        plain.insert((*name).to_owned(), field.to_json());
    }
    Value::Object(plain)
}

/// Returns the plain form of a record: its fields that differ from those of `default`.
pub(super) fn without_defaults(record: &dyn Fields, default: &dyn Fields) -> Map<String, Value> {
    let mut plain = Map::new();
    let fields = record.fields().into_iter().zip(default.fields());
    for (name, (field, default)) in record.names().iter().zip(fields) {
        let value = field.to_json();
        if !value.is_null() && value != default.to_json() {
            plain.insert((*name).to_owned(), value);
        }
    }
    plain
}

/// Takes the fields of a plain form into a record, and returns the names of those that do not fit.
pub(super) fn take_in(record: &mut dyn Fields, plain: &Map<String, Value>) -> Vec<String> {
    let mut unreadable = Vec::new();
    let names = record.names();
    let mut fields = record.fields_mut();
    for (name, value) in plain {
        // A field that this version does not know stays in the document.
        let Some(at) = names.iter().position(|known| known == name) else { continue };
        if !fields[at].set_json(value) {
            unreadable.push(name.clone());
        }
    }
    unreadable
}

/// Declares a record: a struct of public fields with its defaults, which can be read and written
/// as plain JSON.
///
/// A field begins as the default of its type, or as what stands behind its `=`. Its type has to be
/// a [`FieldValue`](super::field::FieldValue). It goes into every copy, or where `pub(Contact)` names a
/// [`Class`], into those that keep that class.
///
/// ```text
/// record! {
///     /// A room at the host's.
///     pub struct Room {
///         /// What it is called.
///         pub name: String,
///         /// How many people find a seat.
///         pub seats: u16 = 12,
///         /// Telephone on the wall.
///         pub(Contact) telephone: String,
///     }
/// }
/// ```
macro_rules! record {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $( $(#[$field_meta:meta])*
               pub $(($class:ident))? $field:ident: $type:ty $(= $default:expr)?, )+
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name {
            $( $(#[$field_meta])* pub $field: $type, )+
        }

        impl Default for $name {
            fn default() -> Self {
                Self { $( $field: $crate::model::record::default_of!($($default)?), )+ }
            }
        }

        impl $crate::model::record::Fields for $name {
            fn names(&self) -> &'static [&'static str] {
                const { &[$( stringify!($field), )+] }
            }

            fn fields(&self) -> Vec<&dyn $crate::model::field::Field> {
                vec![$( &self.$field, )+]
            }

            fn fields_mut(&mut self) -> Vec<&mut dyn $crate::model::field::Field> {
                vec![$( &mut self.$field, )+]
            }
        }

        #[allow(dead_code, reason = "only the records of an exchange are asked for it")]
        impl $name {
            /// Every field as it is declared.
            pub const DECLARED: &'static [$crate::model::record::Declared] = &[$(
                $crate::model::record::Declared {
                    name: stringify!($field),
                    class: $crate::model::record::class_of!($($class)?),
                    fits: <$type as $crate::model::field::FieldValue>::fits,
                    #[cfg(not(target_arch = "wasm32"))]
                    meaning: &[$( stringify!($field_meta), )*],
                    #[cfg(not(target_arch = "wasm32"))]
                    schema: <$type as $crate::model::field::FieldValue>::schema,
                },
            )+];
        }
    };
}

/// The default of a field: what was given, else that of its type.
macro_rules! default_of {
    () => {
        Default::default()
    };
    ($default:expr) => {
        $default
    };
}

/// The class of a field: what was given, else open.
macro_rules! class_of {
    () => {
        $crate::model::Class::Open
    };
    ($class:ident) => {
        $crate::model::Class::$class
    };
}

pub(crate) use class_of;
pub(crate) use default_of;
pub(crate) use record;
