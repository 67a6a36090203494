//! Why a file was not opened, in one sentence each: what is wrong, that nothing stored has changed,
//! and what to do.

use crate::bundle::{BundleError, Fault, Rule};

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
        BundleError::Damaged { line } => say!(open.error_damaged, name = name, line = line),
        BundleError::Wrapped => say!(open.error_wrapped, name = name),
        BundleError::Altered => say!(open.error_altered, name = name),
        BundleError::NoExchange => say!(open.no_exchange, name = name),
        BundleError::UnknownKind(kind) => say!(open.error_unknown_kind, name = name, kind = kind),
        BundleError::Fault(Fault { rule, address }) => fault_words(*rule, address, name),
    }
}

fn fault_words(rule: Rule, address: &str, name: &str) -> String {
    match rule {
        Rule::Depth => say!(open.error_too_deep, name = name, address = address),
        Rule::Records => say!(open.error_too_many, name = name),
        Rule::Name => say!(open.error_long_name, name = name, address = address),
        Rule::Twice => say!(open.error_twice, name = name, address = address),
        Rule::Number => say!(open.error_number, name = name, address = address),
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
        let fault = |rule| Fault { rule, address: "documents/0/id".to_owned() };
        let rules = [Rule::Depth, Rule::Records, Rule::Name, Rule::Twice, Rule::Number];
        let faults = rules.map(|rule| BundleError::Fault(fault(rule)));
        let others = [
            BundleError::Empty,
            BundleError::TooLarge { bytes: 9_000_000 },
            BundleError::CutShort { line: 3 },
            BundleError::NotJson { line: 1 },
            BundleError::Damaged { line: 7 },
            BundleError::Wrapped,
            BundleError::OtherType { found: "excalidraw".to_owned() },
            BundleError::NoExchange,
            BundleError::UnknownKind("toolkit".to_owned()),
            BundleError::Altered,
        ];
        for error in others.into_iter().chain(faults) {
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
