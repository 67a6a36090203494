//! The file's layout: two spaces, one value a line, but a list of plain values (a stamp, a set) on
//! one line, so that a person can read the file and compare two of them.

use std::borrow::Cow;

use serde_json::Value;

use crate::json::{self, Tree};

/// Returns JSON as readable text with a line end behind it. `length` is that of the text without layout.
pub(super) fn written(tree: &Tree<'_>, length: usize) -> String {
    // Our own files get longer by a third.
    let mut out = String::with_capacity(length + length / 2);
    write(tree, 0, &mut out);
    out.push('\n');
    out
}

fn write(tree: &Tree<'_>, depth: usize, out: &mut String) {
    match tree {
        Tree::Value(Value::Array(_) | Value::Object(_)) => {
            if let Some(opened) = tree.opened() {
                write(&opened, depth, out);
            }
        }
        Tree::List(items) if items.iter().any(is_list_or_object) => {
            lines('[', ']', items.iter().map(|item| (None, item)), depth, out);
        }
        Tree::Object(fields) if !fields.is_empty() => {
            let fields = fields.iter().map(|(name, value)| (Some(name), value));
            lines('{', '}', fields, depth, out);
        }
        Tree::List(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    out.push_str(", ");
                }
                item.push(out);
            }
            out.push(']');
        }
        plain => plain.push(out),
    }
}

fn is_list_or_object(tree: &Tree<'_>) -> bool {
    matches!(
        tree,
        Tree::List(_) | Tree::Object(_) | Tree::Value(Value::Array(_) | Value::Object(_))
    )
}

fn lines<'a>(
    open: char,
    close: char,
    items: impl Iterator<Item = (Option<&'a Cow<'a, str>>, &'a Tree<'a>)>,
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
        assert_eq!(written(&Tree::Value(&value), 0), expected);
    }

    #[test]
    fn what_is_written_reads_back_the_same() {
        let value = json!({"a\"\n": [1, null, true, "\u{2028}ü"], "b": [{"c": [[]]}, {}]});
        assert_eq!(
            serde_json::from_str::<Value>(&written(&Tree::Value(&value), 0)).ok(),
            Some(value)
        );
    }
}
