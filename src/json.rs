//! JSON as this app writes it: sorted names, no blanks, whole numbers. A leaf.
//!
//! Numbers in our files are integers within ±(2^53−1), and the readers refuse all others. So nothing
//! here can write a fraction, and the tables that printing one takes (a tenth of a program of this
//! size) are not compiled in.

use std::borrow::Cow;
use std::fmt::Write as _;

use serde_json::{Map, Number, Value};

use crate::order;

/// JSON that is about to be written, put together of what belongs to others: nothing is copied for it.
#[derive(Clone, Debug, PartialEq)]
pub enum Tree<'a> {
    /// Any value.
    Value(&'a Value),
    /// A text.
    Text(Cow<'a, str>),
    /// A number.
    Number(u64),
    /// A list.
    List(Vec<Tree<'a>>),
    /// An object, its names in order and none twice: see [`Tree::object`].
    Object(Vec<Field<'a>>),
}

/// A name in an object, and what stands there.
pub type Field<'a> = (Cow<'a, str>, Tree<'a>);

impl<'a> Tree<'a> {
    /// Returns an object of fields that come in any order, none of them twice.
    pub fn object(fields: impl IntoIterator<Item = Field<'a>>) -> Self {
        let mut fields: Vec<_> = fields.into_iter().collect();
        order::sort_by(&mut fields, |(one, _), (other, _)| one.cmp(other));
        Self::Object(fields)
    }

    /// Returns an object with one more field.
    pub fn with(mut self, name: &'a str, tree: Tree<'a>) -> Self {
        if let Self::Object(fields) = &mut self {
            let at = fields.partition_point(|(other, _)| **other < *name);
            fields.insert(at, (name.into(), tree));
        }
        self
    }

    /// Returns a text.
    pub fn text(text: &'a str) -> Self {
        Self::Text(text.into())
    }

    /// Returns compact JSON, names in the order of their characters.
    pub fn compact(&self) -> String {
        let mut out = String::new();
        self.push(&mut out);
        out
    }

    /// Adds compact JSON.
    pub fn push(&self, out: &mut String) {
        write(self, out, false);
    }

    /// Returns the canonical form (RFC 8785): compact, names in the order of their UTF-16 units.
    pub fn canonical(&self) -> String {
        let mut out = String::new();
        write(self, &mut out, true);
        out
    }

    /// Returns the same as a value of its own.
    pub fn into_value(self) -> Value {
        match self {
            Self::Value(value) => value.clone(),
            Self::Text(text) => text.into(),
            Self::Number(number) => number.into(),
            Self::List(items) => items.into_iter().map(Self::into_value).collect(),
            Self::Object(fields) => Value::Object(into_map(fields)),
        }
    }

    /// Whether this is an object without fields.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Object(fields) if fields.is_empty())
    }

    /// Returns a value that is a list or an object as such a tree; `None` for anything else.
    pub fn opened(&self) -> Option<Self> {
        match self {
            Self::Value(Value::Array(items)) => {
                Some(Self::List(items.iter().map(Self::Value).collect()))
            }
            Self::Value(Value::Object(fields)) => {
                let fields = fields.iter();
                let fields = fields.map(|(name, value)| (name.into(), Self::Value(value)));
                Some(Self::Object(fields.collect()))
            }
            _ => None,
        }
    }
}

impl<'a> From<&'a Value> for Tree<'a> {
    fn from(value: &'a Value) -> Self {
        Self::Value(value)
    }
}

/// Returns the fields of a tree as those of a value.
pub fn into_map(fields: Vec<Field<'_>>) -> Map<String, Value> {
    let mut map = Map::new();
    map.extend(fields.into_iter().map(|(name, tree)| (name.into_owned(), tree.into_value())));
    map
}

/// Returns a value as compact JSON, names in the order of their characters.
pub fn compact(value: &Value) -> String {
    Tree::Value(value).compact()
}

/// Returns the canonical form of a value (RFC 8785).
pub fn canonical(value: &Value) -> String {
    Tree::Value(value).canonical()
}

/// Adds a text as it stands in JSON, with its quotes: what has to be escaped is, and nothing else.
pub fn push_text(text: &str, out: &mut String) {
    out.reserve(text.len() + 2);
    out.push('"');
    // Most texts have nothing to escape, and all bytes at once are quicker looked at than one by one.
    if text.bytes().fold(false, |is_any, byte| is_any | is_escaped(byte)) {
        push_escaped(text, out);
    } else {
        out.push_str(text);
    }
    out.push('"');
}

fn is_escaped(byte: u8) -> bool {
    (byte < b' ') | (byte == b'"') | (byte == b'\\')
}

fn push_escaped(text: &str, out: &mut String) {
    let mut written = 0;
    for (at, byte) in text.bytes().enumerate().filter(|(_, byte)| is_escaped(*byte)) {
        out.push_str(&text[written..at]);
        written = at + 1;
        match byte {
            b'"' => out.push_str("\\\""),
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            0x08 => out.push_str("\\b"),
            0x0c => out.push_str("\\f"),
            control => push_unit(control.into(), out),
        }
    }
    out.push_str(&text[written..]);
}

/// Adds a UTF-16 unit as it is escaped in JSON: `\u` and four digits.
fn push_unit(unit: u16, out: &mut String) {
    // Writing into a text has no way to fail.
    let _ = write!(out, "\\u{unit:04x}");
}

/// Adds a number as it stands in JSON. One that is not whole is cut to its whole part.
fn push_number(number: &Number, out: &mut String) {
    let _ = match (number.as_i64(), number.as_u64()) {
        (Some(number), _) => write!(out, "{number}"),
        (None, Some(number)) => write!(out, "{number}"),
        (None, None) => write!(out, "{}", number.as_f64().unwrap_or_default() as i64),
    };
}

fn write(tree: &Tree<'_>, out: &mut String, is_canonical: bool) {
    match tree {
        Tree::Value(Value::Null) => out.push_str("null"),
        Tree::Value(Value::Bool(value)) => out.push_str(if *value { "true" } else { "false" }),
        Tree::Value(Value::Number(value)) => push_number(value, out),
        Tree::Value(Value::String(value)) => push_text(value, out),
        Tree::Value(Value::Array(_) | Value::Object(_)) => {
            if let Some(opened) = tree.opened() {
                write(&opened, out, is_canonical);
            }
        }
        Tree::Text(text) => push_text(text, out),
        Tree::Number(number) => push_number(&(*number).into(), out),
        Tree::List(items) => {
            let mut before = '[';
            for item in items {
                out.push(before);
                write(item, out, is_canonical);
                before = ',';
            }
            out.push_str(if items.is_empty() { "[]" } else { "]" });
        }
        // The order of ASCII names is that of their UTF-16 units already.
        Tree::Object(fields) if is_canonical && !fields.iter().all(|(name, _)| name.is_ascii()) => {
            let mut fields: Vec<_> = fields.iter().collect();
            order::sort_by(&mut fields, |(one, _), (other, _)| {
                one.encode_utf16().cmp(other.encode_utf16())
            });
            write_fields(fields.into_iter(), out, is_canonical);
        }
        Tree::Object(fields) => write_fields(fields.iter(), out, is_canonical),
    }
}

fn write_fields<'a>(
    fields: impl Iterator<Item = &'a Field<'a>>,
    out: &mut String,
    is_canonical: bool,
) {
    out.push('{');
    for (at, (name, value)) in fields.enumerate() {
        if at > 0 {
            out.push(',');
        }
        push_text(name, out);
        out.push(':');
        write(value, out, is_canonical);
    }
    out.push('}');
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn any_value() -> impl Strategy<Value = Value> {
        let number = -(1_i64 << 53) + 1..1_i64 << 53;
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            number.prop_map(Value::from),
            any::<String>().prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 48, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                prop::collection::btree_map(any::<String>(), inner, 0..6)
                    .prop_map(|fields| Value::Object(fields.into_iter().collect())),
            ]
        })
    }

    /// Returns a tree without any list or object that is a value.
    fn all_opened(value: &Value) -> Tree<'_> {
        match Tree::Value(value).opened() {
            Some(Tree::List(items)) => {
                let items = items.iter().map(|item| match item {
                    Tree::Value(item) => all_opened(item),
                    other => other.clone(),
                });
                Tree::List(items.collect())
            }
            Some(Tree::Object(fields)) => {
                let fields = fields.into_iter().map(|(name, field)| match field {
                    Tree::Value(field) => (name, all_opened(field)),
                    other => (name, other),
                });
                Tree::object(fields.rev())
            }
            _ => match (value.as_str(), value.as_u64()) {
                (Some(text), _) => Tree::text(text),
                (_, Some(number)) => Tree::Number(number),
                _ => Tree::Value(value),
            },
        }
    }

    proptest! {
        #[test]
        fn a_tree_is_written_as_the_value_that_it_stands_for(value in any_value()) {
            let tree = all_opened(&value);
            prop_assert_eq!(tree.compact(), compact(&value));
            prop_assert_eq!(tree.canonical(), canonical(&value));
            prop_assert_eq!(tree.into_value(), value);
        }

        #[test]
        fn compact_json_is_what_the_library_for_json_writes(value in any_value()) {
            prop_assert_eq!(compact(&value), value.to_string());
        }

        #[test]
        fn canonical_json_is_what_the_library_for_rfc_8785_writes(value in any_value()) {
            let expected = serde_json_canonicalizer::to_string(&value).expect("written");
            prop_assert_eq!(canonical(&value), expected);
        }
    }

    #[test]
    fn every_control_character_is_escaped_as_the_library_for_json_does() {
        for code in 0..=0x100_u32 {
            let value = json!(format!("a{}b", char::from_u32(code).unwrap_or_default()));
            assert_eq!(compact(&value), value.to_string());
        }
    }

    #[test]
    fn a_number_beyond_the_whole_ones_is_cut() {
        let written = |value: Value| compact(&value);
        assert_eq!(written(json!(2.75)), "2");
        assert_eq!(written(json!(u64::MAX)), "18446744073709551615");
        assert_eq!(written(json!(-3)), "-3");
    }

    #[test]
    fn names_are_ordered_by_utf_16_units_only_in_the_canonical_form() {
        let value = json!({"\u{ff5e}": 1, "😀": 2});
        assert_eq!(compact(&value), "{\"\u{ff5e}\":1,\"😀\":2}");
        assert_eq!(canonical(&value), "{\"😀\":2,\"\u{ff5e}\":1}");
    }
}
