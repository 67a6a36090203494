//! The digest: notices that a file was cut short or altered on its way. It is no signature.

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::json::Tree;

/// What a digest begins with.
pub(super) const PREFIX: &str = "sha256-";

/// A digest that fits nothing, as long as any.
pub(super) const NONE: &str =
    "sha256-0000000000000000000000000000000000000000000000000000000000000000";

/// Returns `sha256-…` over the canonical form (RFC 8785) of a file without its own digest.
pub(super) fn of(file: &Map<String, Value>) -> String {
    let rest = file.iter().filter(|(name, _)| *name != "digest");
    let rest = rest.map(|(name, value)| (name.into(), Tree::Value(value))).collect();
    told(Sha256::new().chain_update(Tree::Object(rest).canonical()))
}

/// Returns the same from the canonical form of a whole file, in which only texts stand before the digest;
/// `None` if it has none.
pub(super) fn of_canonical(file: &str) -> Option<String> {
    // Within a text the quotes would be escaped.
    let from = file.find("\"digest\":\"")?;
    let to = from + file[from..].find(',')? + 1;
    Some(told(Sha256::new().chain_update(&file[..from]).chain_update(&file[to..])))
}

fn told(hash: Sha256) -> String {
    let hex: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{PREFIX}{hex}")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::json;

    fn digest(value: Value) -> String {
        of(value.as_object().expect("an object"))
    }

    #[test]
    fn the_digest_is_that_of_the_canonical_form_and_leaves_itself_out() {
        // The output of: printf '{"a":[1,"ü"],"b":{}}' | sha256sum
        let expected = "sha256-5a2a44558b320c7f7bb9708f1b3a732f5d7c98124d967bb257af12a09e9ef6fb";
        assert_eq!(digest(json!({"b": {}, "a": [1, "ü"], "digest": "sha256-0"})), expected);
    }

    #[test]
    fn it_is_the_same_whether_the_file_is_at_hand_as_text_or_not() {
        let file =
            json!({"created": "\"digest\":\"", "digest": NONE, "documents": [{"digest": 1}]});
        let text = json::canonical(&file);
        assert_eq!(of_canonical(&text), Some(digest(file)));
        assert_eq!(of_canonical(&json::canonical(&json!({"created": ""}))), None);
    }

    #[test]
    fn only_its_own_place_is_left_out() {
        let mut value = json!({"\u{ff5e}": [1, {}], "digest": {"a": 1}, "😀": {"digest": 2}});
        let before = digest(value.clone());
        value["digest"].take();
        assert_eq!(digest(value.clone()), before);
        value["😀"]["digest"].take();
        assert_ne!(digest(value), before);
    }

    #[test]
    fn any_change_changes_the_digest() {
        let before = digest(json!({"a": "x", "b": [1, 2]}));
        for after in [json!({"a": "y", "b": [1, 2]}), json!({"a": "x", "b": [2, 1]}), json!({})] {
            assert_ne!(digest(after), before);
        }
    }
}
