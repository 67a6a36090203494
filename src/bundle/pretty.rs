//! The file's layout: two spaces, one value a line, but a list of plain values (a stamp, a set) on
//! one line, so that a person can read the file and compare two of them.

use serde_json::Value;

use crate::json::{self, Tree};

/// A tree as it is written, with layout and without.
pub(super) struct Written {
    /// The readable text, with a line end behind it.
    pub(super) text: String,
    /// The canonical form (RFC 8785).
    pub(super) canonical: String,
}

/// Writes a tree in both forms, going through it once. `length` is about that of the canonical form.
pub(super) fn written(tree: &Tree<'_>, length: usize) -> Written {
    let mut out = Out {
        // Our own files get longer by a third.
        text: String::with_capacity(length + length / 2),
        compact: String::with_capacity(length),
        is_ascii: true,
    };
    out.add(tree, 0);
    out.text.push('\n');
    // The order of ASCII names is that of their UTF-16 units already.
    let canonical = if out.is_ascii { out.compact } else { tree.canonical() };
    Written { text: out.text, canonical }
}

/// A new line, as deep as lines mostly are.
const LINE: &str = "\n                    ";

/// What is written so far.
struct Out {
    text: String,
    compact: String,
    /// Whether all names are ASCII.
    is_ascii: bool,
}

impl Out {
    fn add(&mut self, tree: &Tree<'_>, depth: usize) {
        match tree {
            Tree::Value(Value::Array(_) | Value::Object(_)) => {
                if let Some(opened) = tree.opened() {
                    self.add(&opened, depth);
                }
            }
            Tree::List(items) => {
                let has_lines = items.iter().any(is_list_or_object);
                self.both("[");
                for (at, item) in items.iter().enumerate() {
                    match has_lines {
                        true => self.line(at > 0, depth + 1),
                        false if at > 0 => {
                            self.both(",");
                            self.text.push(' ');
                        }
                        false => {}
                    }
                    self.add(item, depth + 1);
                }
                if has_lines {
                    self.end_of_lines(depth);
                }
                self.both("]");
            }
            Tree::Object(fields) => {
                self.both("{");
                for (at, (name, field)) in fields.iter().enumerate() {
                    self.line(at > 0, depth + 1);
                    self.is_ascii &= name.is_ascii();
                    self.piece(|text| json::push_text(name, text));
                    self.both(":");
                    self.text.push(' ');
                    self.add(field, depth + 1);
                }
                if !fields.is_empty() {
                    self.end_of_lines(depth);
                }
                self.both("}");
            }
            plain => self.piece(|text| plain.push(text)),
        }
    }

    /// Adds what has no layout of its own.
    fn piece(&mut self, push: impl FnOnce(&mut String)) {
        let from = self.text.len();
        push(&mut self.text);
        self.compact.push_str(&self.text[from..]);
    }

    fn both(&mut self, piece: &str) {
        self.text.push_str(piece);
        self.compact.push_str(piece);
    }

    fn line(&mut self, is_next: bool, depth: usize) {
        if is_next {
            self.both(",");
        }
        self.end_of_lines(depth);
    }

    fn end_of_lines(&mut self, depth: usize) {
        let line = LINE.get(..1 + 2 * depth).unwrap_or(LINE);
        self.text.push_str(line);
        self.text.extend(std::iter::repeat_n(' ', 1 + 2 * depth - line.len()));
    }
}

fn is_list_or_object(tree: &Tree<'_>) -> bool {
    matches!(
        tree,
        Tree::List(_) | Tree::Object(_) | Tree::Value(Value::Array(_) | Value::Object(_))
    )
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn text(value: &Value) -> String {
        written(&Tree::Value(value), 0).text
    }

    #[test]
    fn both_forms_are_written_whatever_the_names() {
        for value in [
            json!({"a": [], "b": [1, [2, {}]], "c\"": {"d": "e\n"}, "f": null}),
            json!({"\u{ff5e}": 1, "😀": [{"é": 2}]}),
        ] {
            let written = written(&Tree::Value(&value), 0);
            assert_eq!(written.canonical, json::canonical(&value));
            assert_eq!(serde_json::from_str::<Value>(&written.text).ok(), Some(value));
        }
    }

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
        assert_eq!(text(&value), expected);
    }

    #[test]
    fn what_is_written_reads_back_the_same() {
        let value = json!({"a\"\n": [1, null, true, "\u{2028}ü"], "b": [{"c": [[]]}, {}]});
        assert_eq!(serde_json::from_str::<Value>(&text(&value)).ok(), Some(value));
    }
}
