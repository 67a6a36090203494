//! From a file's text to documents, or to one sentence why not.

use crate::json;
use serde_json::{Map, Value};
use thiserror::Error;

use super::{Bundle, Entry, EntryError, Sender, TYPE, VERSION, digest};

/// The largest file that is opened, in bytes.
const MOST_BYTES: usize = 8 * 1024 * 1024;
/// How deep objects and lists may lie in each other. Our own files need eight levels.
const MOST_DEPTH: usize = 16;

/// Why a text is not opened. Nothing is ever stored of such a file.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum BundleError {
    /// There is nothing in it.
    #[error("the file is empty: ask the sender for it again")]
    Empty,
    /// It is larger than any exchange can be.
    #[error("the file has {bytes} bytes, more than the {MOST_BYTES} that can be opened")]
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// It begins like JSON and ends in the middle.
    #[error("the file ends in the middle, at line {line}: ask the sender for it again")]
    CutShort {
        /// The last line.
        line: usize,
    },
    /// It is no JSON.
    #[error("the file is not JSON, see line {line}: choose the .json file that you were sent")]
    NotJson {
        /// The first line that is not JSON.
        line: usize,
    },
    /// It is JSON of another kind.
    #[error("the file is not an exchange file but seems to be `{found}`")]
    OtherType {
        /// What its `type` says, or what can be told of it.
        found: String,
    },
    /// It was made by a newer version of the app.
    #[error("the file has version {version}, this app knows up to {VERSION}: reload to update")]
    Newer {
        /// The file's version.
        version: String,
    },
    /// Its digest does not fit.
    #[error("the file was altered or damaged after it was saved: ask the sender for it again")]
    Altered,
    /// It is nested deeper than any exchange.
    #[error("the file is nested more than {MOST_DEPTH} levels deep")]
    TooDeep,
    /// An exchange in it cannot be used.
    #[error(transparent)]
    Entry(#[from] EntryError),
}

pub(super) fn read(text: &str) -> Result<Bundle, BundleError> {
    if text.len() > MOST_BYTES {
        return Err(BundleError::TooLarge { bytes: text.len() });
    }
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        return Err(BundleError::Empty);
    }
    let file = parsed(text)?;
    match file.get("type").and_then(Value::as_str) {
        Some(TYPE) => {}
        found => {
            return Err(BundleError::OtherType {
                found: found.map_or_else(|| looks_like(&file), shortened),
            });
        }
    }
    match file.get("version") {
        Some(version)
            if version.as_u64().is_some_and(|version| (0..=VERSION).contains(&version)) => {}
        Some(version) => {
            return Err(BundleError::Newer { version: shortened(&json::compact(version)) });
        }
        None => return Err(BundleError::Altered),
    }
    if file.get("digest").and_then(Value::as_str) != Some(digest::of(&file).as_str()) {
        return Err(BundleError::Altered);
    }
    let entries = file.get("documents").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let sender = file.get("sender").and_then(Value::as_object);
    let text_of = |object: Option<&Map<String, Value>>, name: &str| {
        let text = object.and_then(|object| object.get(name)).and_then(Value::as_str);
        text.unwrap_or_default().to_owned()
    };
    Ok(Bundle {
        created: text_of(Some(&file), "created"),
        sender: Sender {
            author: text_of(sender, "author"),
            organisation: text_of(sender, "organisation"),
        },
        message: text_of(Some(&file), "message"),
        marking: text_of(Some(&file), "marking"),
        entries: entries.iter().map(Entry::from_json).collect::<Result<_, _>>()?,
    })
}

fn parsed(text: &str) -> Result<Map<String, Value>, BundleError> {
    match serde_json::from_str(text) {
        Ok(Value::Object(_)) if depth(text) > MOST_DEPTH => Err(BundleError::TooDeep),
        Ok(Value::Object(file)) => Ok(file),
        Ok(Value::Array(_)) => Err(BundleError::OtherType { found: "a JSON list".to_owned() }),
        Ok(_) => Err(BundleError::NotJson { line: 1 }),
        // Only an object that lacks its end was once a file of ours.
        Err(error) if error.is_eof() && text.starts_with('{') => {
            Err(BundleError::CutShort { line: error.line() })
        }
        Err(_) if depth(text) > MOST_DEPTH => Err(BundleError::TooDeep),
        Err(error) => Err(BundleError::NotJson { line: error.line() }),
    }
}

/// Returns how deep lists and objects lie in each other, without reading them.
fn depth(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let (mut in_text, mut escaped) = (false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            b'{' | b'[' if !in_text => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b'}' | b']' if !in_text => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

/// Says what a JSON file without our `type` might be.
fn looks_like(file: &Map<String, Value>) -> String {
    let names: Vec<&str> = file.keys().take(3).map(String::as_str).collect();
    if names.is_empty() { "an empty JSON file".to_owned() } else { shortened(&names.join(", ")) }
}

fn shortened(text: &str) -> String {
    text.chars().filter(|character| !character.is_control()).take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_file_and_a_file_that_never_was_one_are_told_apart() {
        assert_eq!(read("{\n\"type\": \"peer-exch"), Err(BundleError::CutShort { line: 2 }));
        assert_eq!(read("Dear colleague"), Err(BundleError::NotJson { line: 1 }));
        assert_eq!(read("\"text\""), Err(BundleError::NotJson { line: 1 }));
        assert_eq!(read("  \n"), Err(BundleError::Empty));
    }

    #[test]
    fn json_of_another_kind_is_named() {
        let found = |text: &str| match read(text) {
            Err(BundleError::OtherType { found }) => found,
            other => panic!("expected another type, got {other:?}"),
        };
        assert_eq!(found(r#"{"type": "excalidraw", "version": 2}"#), "excalidraw");
        assert_eq!(found(r#"{"name": "x", "elements": []}"#), "elements, name");
        assert_eq!(found("{}"), "an empty JSON file");
        assert_eq!(found("[1]"), "a JSON list");
    }

    #[test]
    fn a_newer_version_is_named_before_the_digest_is_looked_at() {
        let text = r#"{"type": "peer-exchange-bundle", "version": 7, "digest": "sha512-later"}"#;
        assert_eq!(read(text), Err(BundleError::Newer { version: "7".to_owned() }));
    }

    #[test]
    fn a_file_too_large_or_too_deep_is_refused_before_it_is_read() {
        let large = " ".repeat(MOST_BYTES + 1);
        assert_eq!(read(&large), Err(BundleError::TooLarge { bytes: MOST_BYTES + 1 }));
        for levels in [17, 100_000] {
            let deep = format!("{{\"a\":{}{}}}", "[".repeat(levels), "]".repeat(levels));
            assert_eq!(read(&deep), Err(BundleError::TooDeep), "{levels}");
        }
    }

    #[test]
    fn brackets_within_text_are_not_depth() {
        assert_eq!(depth(r#"{"a": "[[[\"[["}"#), 1);
        assert_eq!(depth(r#"[{"a": []}]"#), 3);
    }
}
