//! Why a file was not opened, in one sentence each: what is wrong, that nothing stored has changed,
//! and what to do.

use crate::bundle::{BundleError, EntryError};

/// Returns the sentences for an error; `name` is how the file was named to the reader.
pub fn words(error: &BundleError, name: &str) -> String {
    match error {
        BundleError::Empty => say!(open.error_empty, name = name),
        BundleError::TooLarge { bytes } => {
            say!(open.error_too_large, name = name, size = size(*bytes))
        }
        BundleError::CutShort { line } => say!(open.error_cut_short, name = name, line = line),
        BundleError::NotJson { .. } => say!(open.error_not_json, name = name),
        BundleError::OtherType { found } => {
            say!(open.error_other_type, name = name, found = found)
        }
        BundleError::Newer { version } => {
            say!(open.error_newer, name = name, version = version)
        }
        BundleError::Altered => say!(open.error_altered, name = name),
        BundleError::TooDeep => say!(open.error_too_deep, name = name),
        BundleError::Entry(error) => entry_words(error, name),
    }
}

fn entry_words(error: &EntryError, name: &str) -> String {
    match error {
        EntryError::UnknownKind(kind) => say!(open.error_unknown_kind, name = name, kind = kind),
        EntryError::NoId => say!(open.error_no_id, name = name),
        EntryError::History { problem, .. } => {
            say!(open.error_history, name = name, problem = problem)
        }
    }
}

/// Returns "34 kB" or "1.2 MB".
pub fn size(bytes: usize) -> String {
    if bytes < 1_000_000 {
        return say!(open.size_kb, size = bytes.div_ceil(1000));
    }
    let tenths = bytes.div_ceil(100_000);
    say!(open.size_mb, size = format!("{}.{}", tenths / 10, tenths % 10))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_names_the_file_and_says_that_nothing_has_changed() {
        let name = "agenda.docx";
        let found = "excalidraw".to_owned();
        for error in [
            BundleError::Empty,
            BundleError::TooLarge { bytes: 9_000_000 },
            BundleError::CutShort { line: 3 },
            BundleError::NotJson { line: 1 },
            BundleError::OtherType { found },
            BundleError::Newer { version: "7".to_owned() },
            BundleError::Altered,
            BundleError::TooDeep,
            BundleError::Entry(EntryError::NoId),
            BundleError::Entry(EntryError::UnknownKind("toolkit".to_owned())),
        ] {
            let said = words(&error, name);
            assert!(said.starts_with(name), "{said}");
            assert!(said.contains("Nothing stored here has changed."), "{said}");
        }
    }

    #[test]
    fn sizes_are_said_in_the_unit_that_keeps_them_short() {
        assert_eq!([size(1), size(34_200), size(1_150_000)], ["1 kB", "35 kB", "1.2 MB"]);
    }
}
