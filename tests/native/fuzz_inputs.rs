//! Replays the inputs that the fuzz targets in `tests/fuzz` began with or found.

use std::fs;
use std::path::Path;

use peer_exchange::{bundle, history, json, model};

#[allow(unreachable_pub, reason = "the fuzz targets use it as a library")]
#[path = "../fuzz/properties.rs"]
mod properties;

fn replay(folder: &str, at_least: usize, property: impl Fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(folder);
    let mut count = 0;
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        println!("{}", path.display());
        property(&fs::read(path).expect("a file"));
        count += 1;
    }
    assert!(count >= at_least, "only {count} inputs");
}

#[test]
fn what_was_found_by_reading_holds() {
    replay("fuzz/read_bundle", 1, properties::read_bundle);
}

#[test]
fn what_was_found_by_merging_holds() {
    replay("fuzz/merge", 1, properties::merge);
}

#[test]
fn hostile_files_hold_as_well() {
    for folder in ["hostile/trusted", "hostile/distrusted", "hostile/newer"] {
        replay(folder, 1, properties::read_bundle);
    }
}
