//! How a typed record becomes plain JSON and back, without losing what it does not understand.
//!
//! Absent, null and the default are the same and are not written. A value that does not fit its
//! type stays where it is: the typed record shows the default instead, the field is named as
//! unreadable, and only a person's edit of that field replaces it.
//!
//! A record is declared with [`record!`], which makes the list of its fields. All the rest is
//! compiled once for all records, so that a new one adds little to the program.

use std::marker::PhantomData;

use serde_json::{Map, Value};

use super::field::{Field, Form};
use super::{Class, Exchange, Table};

/// The fields of a record, in the order in which they are declared.
pub trait Fields {
    /// Returns every field as it is declared.
    fn declared(&self) -> &'static [Declared];

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
    /// What it holds, as a person sees and edits it.
    pub form: Form,
    /// Whether it says something of this visit alone, so that the next one does not take it over.
    pub once: bool,
    /// Returns whether JSON is a value of the field's type.
    pub fits: fn(&Value) -> bool,
    /// The lines of its documentation.
    #[cfg(not(target_arch = "wasm32"))]
    pub meaning: &'static [&'static str],
    /// Returns the JSON Schema of its values.
    #[cfg(not(target_arch = "wasm32"))]
    pub schema: fn() -> Value,
}

impl Declared {
    /// Returns the field of a name; `None` for one that this version does not know.
    pub fn of(fields: &'static [Self], name: &str) -> Option<&'static Self> {
        fields.iter().find(|field| field.name == name)
    }

    /// Returns whether the next visit takes the field over: not what says something of this one alone,
    /// who takes part, how to reach them, or when something was written.
    pub fn is_reusable(&self) -> bool {
        let is_of_the_visit = matches!(
            self.form,
            Form::Link("people" | "organisations")
                | Form::Links("people" | "organisations")
                | Form::Moment
        );
        !self.once && self.class != Class::Contact && !is_of_the_visit
    }
}

/// A field of the records of one kind: `Outcome::MEASURE`. Made by [`record!`], so that a field which a
/// record does not have does not compile.
pub struct FieldOf<T> {
    at: usize,
    declared: &'static Declared,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for FieldOf<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for FieldOf<T> {}

impl<T> FieldOf<T> {
    /// Returns the field of a name.
    ///
    /// # Panics
    /// If there is none, which the compiler finds out: it is only called for constants.
    pub(crate) const fn named(name: &str, fields: &'static [Declared]) -> Self {
        let mut at = 0;
        while !same(fields[at].name, name) {
            at += 1;
        }
        Self { at, declared: &fields[at], of: PhantomData }
    }

    /// Returns its place among the fields of a record.
    pub fn at(self) -> usize {
        self.at
    }

    /// Returns how it is declared.
    pub fn declared(self) -> &'static Declared {
        self.declared
    }
}

/// Returns whether two names are the same, for the compiler: `==` is not to be had there.
const fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    true
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

/// Declares a record: a struct of public fields with its defaults, which can be read and written as plain
/// JSON. It is the one place that knows a field; its label is in `locales/…/fields.json`.
///
/// - A field begins as the default of its type, or as what stands behind its `=`. Its type has to be a
///   [`FieldValue`](super::field::FieldValue).
/// - It goes into every copy, or where `pub(Contact)` names a [`Class`], into those that keep that class.
/// - What a person sees of it and how it is edited, its [`Form`], comes from its type. Where that does not
///   say it, `as Prose` names the form, `as Words(Audience)` the words that are offered, and `=> people`
///   the collection of the records that ids name.
/// - `[once]` marks what says something of this visit alone.
///
/// Each field has a handle of its name: `Room::SEATS`.
///
/// ```text
/// record! {
///     /// A room at the host's.
///     pub struct Room {
///         /// What it is called.
///         pub name: String,
///         /// How many people find a seat.
///         pub seats: u16 = 12,
///         /// Who has the key.
///         pub keeper: Option<Id> => people,
///         /// How to get there.
///         pub(Contact) way: String [once] as Prose,
///     }
/// }
/// ```
macro_rules! record {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $( $(#[$field_meta:meta])*
               pub $(($class:ident))? $field:ident: $type:ty
                   $([$once:ident])? $(=> $target:ident)? $(as $form:ident $(($choices:ident))?)?
                   $(= $default:expr)?, )+
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
            fn declared(&self) -> &'static [$crate::model::record::Declared] {
                Self::DECLARED
            }

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
                    form: $crate::model::record::form_of!($type; $($target)?; $($form $(($choices))?)?),
                    once: $crate::model::record::is_once!($($once)?),
                    fits: <$type as $crate::model::field::FieldValue>::fits,
                    #[cfg(not(target_arch = "wasm32"))]
                    meaning: &[$( stringify!($field_meta), )*],
                    #[cfg(not(target_arch = "wasm32"))]
                    schema: <$type as $crate::model::field::FieldValue>::schema,
                },
            )+];
        }

        pastey::paste! {
            #[allow(dead_code, reason = "not every field is shown by itself")]
            impl $name {
                $(
                    $(#[$field_meta])*
                    pub const [<$field:upper>]: $crate::model::record::FieldOf<Self> =
                        $crate::model::record::FieldOf::named(stringify!($field), Self::DECLARED);
                )+
            }
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

/// The form of a field: what was named, else that of its type.
macro_rules! form_of {
    ($type:ty;;) => {
        <$type as $crate::model::field::FieldValue>::FORM
    };
    ($type:ty; $target:ident;) => {
        <$type as $crate::model::field::FieldValue>::FORM.to(stringify!($target))
    };
    ($type:ty;; Words($choices:ident)) => {
        $crate::model::field::Form::Words(<$choices as $crate::model::choice::Choice>::CHOICES)
    };
    ($type:ty;; $form:ident) => {
        $crate::model::field::Form::$form
    };
}

/// Whether a field is of this visit alone.
macro_rules! is_once {
    () => {
        false
    };
    (once) => {
        true
    };
}

pub(crate) use class_of;
pub(crate) use default_of;
pub(crate) use form_of;
pub(crate) use is_once;
pub(crate) use record;
