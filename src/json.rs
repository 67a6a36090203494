//! JSON as this app writes it: sorted names, no blanks, whole numbers. A leaf.
//!
//! Numbers in our files are integers within ±(2^53−1), and the readers refuse all others. So nothing
//! here can write a fraction, and the tables that printing one takes (a tenth of a program of this
//! size) are not compiled in.

use serde_json::{Number, Value};

use crate::order;

/// Returns a value as compact JSON, names in the order of their characters.
pub fn compact(value: &Value) -> String {
    let mut out = String::new();
    write(value, &mut out, false);
    out
}

/// Returns the canonical form of a value (RFC 8785): compact, names in the order of their UTF-16 units.
pub fn canonical(value: &Value) -> String {
    let mut out = String::new();
    write(value, &mut out, true);
    out
}

/// Returns a text as it stands in JSON, with its quotes.
pub fn text(text: &str) -> String {
    // Writing a text into memory has no way to fail.
    serde_json::to_string(text).unwrap_or_default()
}

/// Returns a number as it stands in JSON. One that is not whole is cut to its whole part.
fn number(number: &Number) -> String {
    match (number.as_i64(), number.as_u64()) {
        (Some(number), _) => number.to_string(),
        (None, Some(number)) => number.to_string(),
        (None, None) => (number.as_f64().unwrap_or_default() as i64).to_string(),
    }
}

fn write(value: &Value, out: &mut String, is_canonical: bool) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Value::Number(value) => out.push_str(&number(value)),
        Value::String(value) => out.push_str(&text(value)),
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
            let mut fields: Vec<(&String, &Value)> = fields.iter().collect();
            if is_canonical {
                order::sort_by(&mut fields, |(one, _), (other, _)| {
                    one.encode_utf16().cmp(other.encode_utf16())
                });
            }
            let mut before = '{';
            for (name, value) in &fields {
                out.push(before);
                out.push_str(&text(name));
                out.push(':');
                write(value, out, is_canonical);
                before = ',';
            }
            out.push_str(if fields.is_empty() { "{}" } else { "}" });
        }
    }
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
    fn names_are_ordered_by_utf_16_units_only_in_the_canonical_form() {
        let value = json!({"\u{ff5e}": 1, "😀": 2});
        assert_eq!(compact(&value), "{\"\u{ff5e}\":1,\"😀\":2}");
        assert_eq!(canonical(&value), "{\"😀\":2,\"\u{ff5e}\":1}");
    }
}
