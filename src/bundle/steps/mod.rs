//! From the form of an older file to the present one: pure steps on JSON, one for each version, each
//! in a file of its own.

mod v0;

use serde_json::{Map, Value};

/// Makes the form of one version out of that of the version before.
type Step = fn(Map<String, Value>) -> Map<String, Value>;

/// The steps, the first one from version 0 to version 1.
const STEPS: [Step; 1] = [v0::step];

/// The version of the file's form that is written.
pub(super) const VERSION: u64 = STEPS.len() as u64;

/// Brings a file of an older version to the present form. One of the present version stays as it is.
pub(super) fn up_to_date(file: Map<String, Value>, version: u64) -> Map<String, Value> {
    let taken = usize::try_from(version).unwrap_or(STEPS.len());
    STEPS.iter().skip(taken).fold(file, |file, step| step(file))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn map(value: Value) -> Map<String, Value> {
        value.as_object().cloned().expect("an object")
    }

    #[test]
    fn a_file_of_any_older_version_ends_as_one_of_the_present_version() {
        for version in 0..=VERSION {
            let file = map(json!({"version": version, "message": "x"}));
            let expected = map(json!({"version": VERSION, "message": "x"}));
            assert_eq!(up_to_date(file, version), expected, "{version}");
        }
    }
}
