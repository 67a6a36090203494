//! JSON as this app writes it: sorted names, no blanks, whole numbers. A leaf.
//!
//! Numbers in our files are integers within ±(2^53−1), and the readers refuse all others. So nothing
//! here can write a fraction, and the tables that printing one takes (a tenth of a program of this
//! size) are not compiled in.

use std::fmt::Write as _;

use serde_json::{Map, Number, Value};

use crate::order;

/// Returns a value as compact JSON, names in the order of their characters.
pub fn compact(value: &Value) -> String {
    let mut out = String::new();
    push(value, &mut out);
    out
}

/// Adds a value as compact JSON.
pub fn push(value: &Value, out: &mut String) {
    write(value, out, false);
}

/// Returns the canonical form of a value (RFC 8785): compact, names in the order of their UTF-16 units.
pub fn canonical(value: &Value) -> String {
    let mut out = String::new();
    write(value, &mut out, true);
    out
}

/// Returns the canonical form of an object as if it had no member of this name.
pub fn canonical_without(fields: &Map<String, Value>, name: &str) -> String {
    let mut rest: Vec<(&String, &Value)> =
        fields.iter().filter(|(other, _)| *other != name).collect();
    order::sort_by(&mut rest, |(one, _), (other, _)| one.encode_utf16().cmp(other.encode_utf16()));
    let mut out = String::new();
    write_fields(rest.into_iter(), &mut out, true);
    out
}

/// Adds a text as it stands in JSON, with its quotes: what has to be escaped is, and nothing else.
pub fn push_text(text: &str, out: &mut String) {
    out.push('"');
    let mut written = 0;
    for (at, byte) in text.bytes().enumerate() {
        if byte >= b' ' && byte != b'"' && byte != b'\\' {
            continue;
        }
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
    out.push('"');
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

fn write(value: &Value, out: &mut String, is_canonical: bool) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Value::Number(value) => push_number(value, out),
        Value::String(value) => push_text(value, out),
        Value::Array(items) => {
            let mut before = '[';
            for item in items {
                out.push(before);
                write(item, out, is_canonical);
                before = ',';
            }
            out.push_str(if items.is_empty() { "[]" } else { "]" });
        }
        Value::Object(fields) => {
            // The order of ASCII names is that of their UTF-16 units already.
            if is_canonical && !fields.keys().all(|name| name.is_ascii()) {
                let mut fields: Vec<(&String, &Value)> = fields.iter().collect();
                order::sort_by(&mut fields, |(one, _), (other, _)| {
                    one.encode_utf16().cmp(other.encode_utf16())
                });
                write_fields(fields.into_iter(), out, is_canonical);
            } else {
                write_fields(fields.iter(), out, is_canonical);
            }
        }
    }
}

fn write_fields<'a>(
    fields: impl Iterator<Item = (&'a String, &'a Value)>,
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

    proptest! {
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
    fn a_member_can_be_left_out_of_the_canonical_form() {
        let value = json!({"\u{ff5e}": [1, {}], "digest": {"a": 1}, "😀": {"digest": 2}});
        let mut rest = value.clone();
        rest.as_object_mut().expect("an object").remove("digest");
        let fields = value.as_object().expect("an object");
        assert_eq!(canonical_without(fields, "digest"), canonical(&rest));
    }

    #[test]
    fn names_are_ordered_by_utf_16_units_only_in_the_canonical_form() {
        let value = json!({"\u{ff5e}": 1, "😀": 2});
        assert_eq!(compact(&value), "{\"\u{ff5e}\":1,\"😀\":2}");
        assert_eq!(canonical(&value), "{\"😀\":2,\"\u{ff5e}\":1}");
    }
}
