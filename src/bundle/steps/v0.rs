//! From version 0, which the trials before the first release wrote, to version 1. The form is the same.

use serde_json::{Map, Value};

/// Returns a file of version 0 as one of version 1.
pub(super) fn step(mut file: Map<String, Value>) -> Map<String, Value> {
    file.insert("version".to_owned(), 1.into());
    file
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn nothing_changes_but_the_version() {
        let before = json!({"version": 0, "documents": [{"id": "x"}], "new": [1], "digest": "d"});
        let after = json!({"version": 1, "documents": [{"id": "x"}], "new": [1], "digest": "d"});
        assert_eq!(Some(&step(before.as_object().cloned().expect("file"))), after.as_object());
    }
}
