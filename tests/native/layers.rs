//! The house rules that a reader of the sources can check: imports point one way, the pure layers stay
//! pure, every word comes from `locales/`, and nothing but the icon widget writes HTML.

use std::fs;
use std::path::{Path, PathBuf};

/// A layer, and the layers of this crate that it may use. `texts` is open to the screens only.
const LAYERS: &[(&str, &[&str])] = &[
    ("order", &[]),
    ("model", &["order"]),
    ("json", &["order"]),
    ("derived", &[]),
    ("history", &["json", "order"]),
    ("route", &["model"]),
    ("browser", &[]),
    ("bundle", &["model", "history", "json", "order"]),
    ("library", &["model", "order"]),
    ("outputs", &["model"]),
    ("store", &["model", "history", "bundle", "json", "order"]),
    ("ui", &["derived"]),
    ("texts", &[]),
    (
        "workspace",
        &["model", "history", "bundle", "library", "store", "browser", "json", "derived", "order"],
    ),
    (
        "pages",
        &[
            "model",
            "history",
            "bundle",
            "library",
            "outputs",
            "store",
            "browser",
            "workspace",
            "ui",
            "route",
            "texts",
            "json",
            "order",
        ],
    ),
    ("app", &["model", "workspace", "browser", "ui", "route", "texts", "pages"]),
];

/// The crates that mean Leptos or the browser, and the layers that may use them.
const BROWSER_CRATES: &[(&str, &[&str])] = &[
    ("leptos", &["workspace", "ui", "pages", "app", "texts", "derived"]),
    ("leptos_router", &["pages", "app"]),
    ("web_sys", &["browser", "store", "workspace", "ui", "pages", "app"]),
    ("js_sys", &["browser", "store"]),
    ("wasm_bindgen", &["browser", "store", "ui", "pages"]),
    ("wasm_bindgen_futures", &["browser"]),
    ("gloo_storage", &["store"]),
    ("icondata", &["ui", "pages"]),
];

/// A source file: its path below `src/`, its layer, and its lines without comments.
struct Source {
    path: String,
    layer: String,
    lines: Vec<String>,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    let sources: Vec<Source> = files
        .iter()
        .map(|file| {
            let path = file.strip_prefix(&root).expect("below src").display().to_string();
            let layer = path.split(['/', '.']).next().unwrap_or_default().to_owned();
            let text = fs::read_to_string(file).expect("a readable source");
            Source { path, layer, lines: text.lines().map(without_comment).collect() }
        })
        .filter(|source| !["lib", "main"].contains(&source.layer.as_str()))
        .collect();
    assert!(sources.len() > 50, "only {} sources found", sources.len());
    sources
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a readable folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

fn without_comment(line: &str) -> String {
    let trimmed = line.trim_start();
    if trimmed.starts_with("//") {
        String::new()
    } else {
        line.split(" // ").next().unwrap_or("").to_owned()
    }
}

/// Returns the words behind each `crate::` in a line; for `crate::{a, b}` all of them.
fn own_layers_used(line: &str) -> Vec<String> {
    let mut used = Vec::new();
    for (at, _) in line.match_indices("crate::") {
        let rest = &line[at + "crate::".len()..];
        if let Some(list) = rest.strip_prefix('{') {
            used.extend(list.split([',', '}']).map(|word| first_word(word.trim())));
        } else {
            used.push(first_word(rest));
        }
    }
    used.retain(|word| !word.is_empty());
    used
}

fn first_word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

#[test]
fn imports_point_one_way_only() {
    let mut wrong = Vec::new();
    for source in sources() {
        let Some((_, allowed)) = LAYERS.iter().find(|(layer, _)| *layer == source.layer) else {
            wrong.push(format!("{}: `{}` is no known layer", source.path, source.layer));
            continue;
        };
        for line in &source.lines {
            for used in own_layers_used(line) {
                let known = LAYERS.iter().any(|(layer, _)| *layer == used);
                if known && used != source.layer && !allowed.contains(&used.as_str()) {
                    wrong
                        .push(format!("{}: `{}` must not use `{used}`", source.path, source.layer));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_pure_layers_know_neither_leptos_nor_the_browser() {
    let mut wrong = Vec::new();
    for source in sources() {
        for (name, allowed) in BROWSER_CRATES {
            let used = source.lines.iter().any(|line| {
                line.contains(&format!("{name}::")) && !line.contains(&format!("_{name}::"))
            });
            if used && !allowed.contains(&source.layer.as_str()) {
                wrong.push(format!("{}: `{}` must not use `{name}`", source.path, source.layer));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_the_icon_widget_writes_html() {
    let writers: Vec<String> = sources()
        .into_iter()
        .filter(|source| {
            source.lines.iter().any(|line| {
                ["inner_html", "insert_adjacent_html", "set_outer_html", "document_write"]
                    .iter()
                    .any(|sink| line.contains(sink))
            })
        })
        .map(|source| source.path)
        .collect();
    assert_eq!(writers, ["ui/icon.rs"]);
}

#[test]
fn every_word_that_a_person_reads_comes_from_the_locales() {
    let mut wrong = Vec::new();
    for source in sources() {
        if !["ui", "pages", "app"].contains(&source.layer.as_str()) {
            continue;
        }
        let code = source.lines.iter().take_while(|line| !line.contains("#[cfg(test)]"));
        for (number, line) in code.enumerate() {
            for (before, literal) in literals(line) {
                if reads_like_prose(&literal) && !is_for_the_machine(&before) {
                    wrong.push(format!("{}:{}: \"{literal}\"", source.path, number + 1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Returns the string literals of a line, each with what stands before it.
fn literals(line: &str) -> Vec<(String, String)> {
    let pieces: Vec<&str> = line.split('"').collect();
    (1..pieces.len())
        .step_by(2)
        .map(|at| (pieces[..at].join("\""), pieces[at].to_owned()))
        .collect()
}

/// Classes, ids, attribute names and patterns are for the machine; so is the text of a log line.
fn is_for_the_machine(before: &str) -> bool {
    let before = before.trim_end();
    ["class=", "d=", "viewBox=", r#"attr("rel","#]
        .iter()
        .any(|attribute| before.ends_with(attribute))
        // `.class("a b")`, `button("a b")`, and the choice between two of them.
        || [".class(", "button(", "class ="].iter().any(|call| {
            before.rfind(call).is_some_and(|at| !before[at + call.len()..].contains(')'))
        })
        || before.contains("logging::")
        || before.contains("reason =")
}

/// Returns whether a literal has a word of prose: a capital with small letters behind it, or two
/// words with a space between.
fn reads_like_prose(literal: &str) -> bool {
    let mut text = literal.to_owned();
    while let (Some(open), Some(close)) = (text.find('{'), text.find('}')) {
        if open > close {
            break;
        }
        text.replace_range(open..=close, "");
    }
    let words: Vec<&str> = text
        .split_whitespace()
        // A class such as `listing__day--next` is no word of prose.
        .filter(|word| !word.contains("__") && !word.contains("--"))
        .filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1)
        .collect();
    let capital = words.iter().any(|word| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.next().is_some_and(char::is_lowercase)
    });
    // Keys of the keyboard are names of the machine.
    let key = ["Enter", "Escape", "Backspace", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];
    !key.contains(&literal) && (capital || words.len() > 1)
}

#[test]
fn the_checks_above_see_what_they_are_for() {
    assert_eq!(own_layers_used("use crate::{model::Id, store};"), ["model", "store"]);
    assert_eq!(own_layers_used("let x = crate::ui::Icon;"), ["ui"]);
    assert!(reads_like_prose("Delete"));
    assert!(reads_like_prose("take notes"));
    assert!(!reads_like_prose("{days}–{date}"));
    assert!(!reads_like_prose("note-line"));
    assert!(is_for_the_machine(r#"<div class="#));
    assert!(is_for_the_machine(r#"button("button").class("#));
    assert!(is_for_the_machine(r#".class(if narrow { "a b" } else {"#));
    assert!(!is_for_the_machine(r#"el("p").class("soft").has("#));
    assert!(!is_for_the_machine(r#"button("button").attr("aria-label", "#));
}
