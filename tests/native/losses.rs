//! Every test that `losses.md` names exists.

use std::fs;
use std::path::Path;

#[test]
fn every_test_against_a_known_loss_exists() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let text = fs::read_to_string(folder.join("losses.md")).expect("losses.md");
    let rows = text.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| |"));
    let mut cases = 0;
    for row in rows {
        let here = row.trim_end_matches('|').rsplit('|').next().expect("a last column");
        let named = here.split("; ").filter_map(|test| test.trim().split_once("`: "));
        let named: Vec<(&str, &str)> = named.collect();
        assert!(!named.is_empty(), "no test: {row}");
        for (file, test) in named {
            let file = folder.join(file.trim_start_matches('`'));
            let test = test.split(" (").next().unwrap_or_default().trim();
            let source = fs::read_to_string(&file);
            let source = source.unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            assert!(source.contains(test), "{} has no test “{test}”", file.display());
        }
        cases += 1;
    }
    assert_eq!(cases, 22);
}
