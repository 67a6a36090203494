//! The file's layout: two spaces, one value a line, but a list of plain values (a stamp, a set) on
//! one line, so that a person can read the file and compare two of them.

use serde_json::Value;

use crate::json;

/// Returns a value as readable text with a line end behind it.
pub(super) fn written(value: &Value) -> String {
    let mut out = String::new();
    write(value, 0, &mut out);
    out.push('\n');
    out
}

fn write(value: &Value, depth: usize, out: &mut String) {
    match value {
        Value::Array(items) if items.iter().any(|item| item.is_object() || item.is_array()) => {
            lines('[', ']', items.iter().map(|item| (None, item)), depth, out);
        }
        Value::Object(fields) if !fields.is_empty() => {
            lines('{', '}', fields.iter().map(|(name, value)| (Some(name), value)), depth, out);
        }
        Value::Array(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    out.push_str(", ");
                }
                write(item, depth, out);
            }
            out.push(']');
        }
        plain => json::push(plain, out),
    }
}

fn lines<'a>(
    open: char,
    close: char,
    items: impl Iterator<Item = (Option<&'a String>, &'a Value)>,
    depth: usize,
    out: &mut String,
) {
    out.push(open);
    for (at, (name, item)) in items.enumerate() {
        out.push_str(if at > 0 { ",\n" } else { "\n" });
        indent(depth + 1, out);
        if let Some(name) = name {
            json::push_text(name, out);
            out.push_str(": ");
        }
        write(item, depth + 1, out);
    }
    out.push('\n');
    indent(depth, out);
    out.push(close);
}

fn indent(depth: usize, out: &mut String) {
    out.extend(std::iter::repeat_n("  ", depth));
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_stamp_stays_on_one_line() {
        let value =
            json!({"stamps": {"title": ["k3f9", 12]}, "none": {}, "sets": [], "two": [[1], [2]]});
        let expected = r#"{
  "none": {},
  "sets": [],
  "stamps": {
    "title": ["k3f9", 12]
  },
  "two": [
    [1],
    [2]
  ]
}
"#;
        assert_eq!(written(&value), expected);
    }

    #[test]
    fn what_is_written_reads_back_the_same() {
        let value = json!({"a\"\n": [1, null, true, "\u{2028}ü"], "b": [{"c": [[]]}, {}]});
        assert_eq!(serde_json::from_str::<Value>(&written(&value)).ok(), Some(value));
    }
}
