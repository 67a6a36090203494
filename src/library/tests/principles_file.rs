//! The principles: the words and the order of the source, and what is wrong with a broken file.

use super::*;

const FILE: &str = "library/principles.json";

fn principles() -> Principles {
    let text = read(&public(FILE));
    Principles::read(&text).unwrap_or_else(|error| panic!("{FILE}: {error}"))
}

/// The flaws after one change to the file.
fn after(change: impl FnOnce(&mut Principles)) -> Vec<Flaw> {
    let mut file = principles();
    change(&mut file);
    file.check()
}

/// A text as it stands within a sentence of the source: with its first letter small.
fn in_a_sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
}

#[test]
fn the_published_schema_is_the_one_of_the_types_and_the_file_is_valid() {
    let title = "Collaboration principles of the Peer Exchange Planner, version 1";
    let schema = titled(schemars::schema_for!(Principles), title);
    published("schema/principles-v1.json", &pretty(&schema), "UPDATE_SCHEMA");
    let document: Value = serde_json::from_str(&read(&public(FILE))).unwrap();
    assert_eq!(faults_by(schema.clone(), &document), None);
    for (address, wrong) in [
        ("/police/0/id", json!("Two Words")),
        ("/residents", json!([])),
        ("/pairings/0/reasons", json!("misspelt field")),
        ("/source/publisher", json!(7)),
    ] {
        let mut broken = document.clone();
        put(&mut broken, address, wrong);
        assert!(faults_by(schema.clone(), &broken).is_some(), "the schema accepts {address}");
    }
}

#[test]
fn themes_and_principles_are_those_of_the_source_in_its_words_and_order() {
    let source = include_str!("../../../tests/fixtures/library/collaboration-principles.txt");
    let file = principles();
    assert_eq!((file.themes.len(), file.police.len(), file.residents.len()), (5, 7, 5));
    let mut at = 0;
    for principle in file.themes.iter().chain(&file.police).chain(&file.residents) {
        let text = in_a_sentence(&principle.text);
        let found = source[at..].find(&text);
        let place = found.unwrap_or_else(|| panic!("not in the source, or not here: {text}"));
        at += place + text.len();
        assert!(source[at..].starts_with([',', ';', '.']), "{text} goes on in the source");
    }
}

#[test]
fn the_source_is_named_with_its_number_and_month() {
    let source = principles().source;
    assert_eq!(source.record.as_deref(), Some("NCJ 250565"));
    assert_eq!(source.published.as_deref(), Some("January 2017"));
}

#[test]
fn every_principle_is_paired_with_a_reason_of_one_sentence() {
    let file = principles();
    for principle in file.police.iter().chain(&file.residents) {
        assert!(!file.pairings_of(&principle.id).is_empty(), "{}", principle.id);
    }
    for pair in &file.pairings {
        let sentences = pair.reason.matches(". ").count() + 1;
        assert!(sentences == 1 && pair.reason.ends_with('.'), "{}", pair.reason);
    }
}

#[test]
fn a_principle_is_found_by_its_id_whatever_its_side() {
    let file = principles();
    assert_eq!(file.find("training"), Some(&file.police[2]));
    assert_eq!(file.find("recognition"), Some(&file.residents[4]));
    assert_eq!(file.find("gardening"), None);
    assert_eq!(file.pairings_of("leaders").len(), 2);
}

#[test]
fn the_file_has_no_flaw_and_survives_writing_and_reading() {
    let file = principles();
    assert_eq!(file.check(), []);
    assert_eq!(Principles::read(&pretty(&file)), Ok(file.clone()));
    assert_eq!(serde_json::from_str(&read(&public(FILE))).ok(), Some(file));
}

#[test]
fn a_broken_file_is_refused_with_a_sentence_that_names_the_place() {
    let text = read(&public(FILE));
    for (field, instead, said) in [
        ("\"residents\": [", "\"resident\": [", "`resident` is not known here"),
        ("\"reason\": \"", "\"why\": \"", "`pairings[0].why` is not known here"),
        ("\"wording\": \"us\"", "\"wording\": \"en\"", "`wording` is no wording"),
        ("\"title\": \"Many sectors\",", "", "`themes[0].title` is missing"),
    ] {
        assert!(text.contains(field), "{field}");
        let error = Principles::read(&text.replacen(field, instead, 1)).unwrap_err();
        assert!(matches!(error, LibraryError::NotPrinciples { .. }), "{error}");
        let said_with = error.to_string();
        assert!(said_with.contains(said), "{said_with}");
        assert!(said_with.contains("schema/principles-v1.json"), "{said_with}");
    }
    assert!(matches!(Principles::read("<html>"), Err(LibraryError::NotJson { .. })));
}

#[test]
fn a_pairing_with_something_that_is_not_there_or_on_the_other_side_is_told() {
    let flaws = after(|file| file.pairings[2].residents = "gone".into());
    let address = "pairings[2]/residents".to_owned();
    assert_eq!(flaws, [Flaw::DanglingReference { address, id: "gone".into() }]);
    let flaws = after(|file| file.pairings[0].police = "leaders".into());
    let address = "pairings[0]/police".to_owned();
    assert_eq!(flaws, [Flaw::DanglingReference { address, id: "leaders".into() }]);
}

#[test]
fn an_id_is_of_one_principle_only_also_across_the_sides() {
    let flaws = after(|file| file.residents[0].id = "service".into());
    let twice = Flaw::DuplicateId { list: "principles".into(), id: "service".into() };
    assert!(flaws.contains(&twice), "{flaws:?}");
    let flaws = after(|file| file.themes[0].id = "Many sectors".into());
    let bad = Flaw::BadId { address: "themes".into(), id: "Many sectors".into() };
    assert_eq!(flaws, [bad]);
}

#[test]
fn the_address_of_the_source_has_to_be_of_a_web_page() {
    let address = "data:text/html,x".to_owned();
    let flaws = after(|file| file.source.address = Some(address.clone()));
    assert_eq!(flaws, [Flaw::NotAWebAddress { place: "source".into(), address }]);
}
