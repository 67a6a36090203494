//! The recommendations: the words of the source, and what is wrong with a broken file.

use super::*;

const FILE: &str = "library/recommendations.json";

fn recommendations() -> Recommendations {
    let text = read(&public(FILE));
    Recommendations::read(&text).unwrap_or_else(|error| panic!("{FILE}: {error}"))
}

/// The flaws after one change to the file.
fn after(change: impl FnOnce(&mut Recommendations)) -> Vec<Flaw> {
    let mut file = recommendations();
    change(&mut file);
    file.check()
}

#[test]
fn the_published_schema_is_the_one_of_the_types_and_the_file_is_valid() {
    let title = "Recommendations of the Peer Exchange Planner, version 1";
    let schema = titled(schemars::schema_for!(Recommendations), title);
    published("schema/recommendations-v1.json", &pretty(&schema), "UPDATE_SCHEMA");
    let document: Value = serde_json::from_str(&read(&public(FILE))).unwrap();
    assert_eq!(faults_by(schema.clone(), &document), None);
    for (address, wrong) in [
        ("/recommendations/0/id", json!("Two Words")),
        ("/recommendations/0/titel", json!("misspelt field")),
        ("/recommendations/0/focus_areas", json!([])),
        ("/recommendations/0/is_cut_off", json!("yes")),
        ("/source/address", json!("javascript:alert(1)")),
        ("/wording", json!("en")),
    ] {
        let mut broken = document.clone();
        put(&mut broken, address, wrong);
        assert!(faults_by(schema.clone(), &broken).is_some(), "the schema accepts {address}");
    }
}

#[test]
fn the_seven_cards_stand_in_the_words_and_order_of_the_source() {
    let source = include_str!("../../../tests/fixtures/library/recommendation-cards.txt");
    let mut expected = vec!["Community engagement".to_owned()];
    for card in recommendations().recommendations {
        expected.extend([card.heading, card.text, "MORE ▸".to_owned()]);
    }
    let paragraphs: Vec<_> = source.split("\n\n").map(|it| it.trim_end_matches('\n')).collect();
    assert_eq!(paragraphs, expected);
    assert_eq!(paragraphs.len(), 1 + 7 * 3);
}

#[test]
fn only_the_fourth_ends_in_mid_sentence() {
    let cut: Vec<_> = recommendations().recommendations.iter().map(|it| it.is_cut_off).collect();
    assert_eq!(cut, [false, false, false, true, false, false, false]);
    assert!(recommendations().recommendations[3].text.ends_with("that consider input from the…"));
}

#[test]
fn the_two_on_culture_are_two_versions_of_one_and_lead_to_each_other() {
    let file = recommendations();
    let ids = |id: &str| -> Vec<_> {
        file.other_versions(id).into_iter().map(|other| other.id.as_str()).collect()
    };
    let (first, last) = (&file.recommendations[0], &file.recommendations[6]);
    assert_eq!(last.version_of.as_ref(), Some(&first.id));
    assert_eq!(ids(&first.id), [last.id.as_str()]);
    assert_eq!(ids(&last.id), [first.id.as_str()]);
    for lone in &file.recommendations[1..6] {
        assert_eq!(ids(&lone.id), [""; 0]);
    }
    assert_eq!(ids("gardening"), [""; 0]);
}

#[test]
fn the_publisher_is_said_to_be_unnamed() {
    assert_eq!(recommendations().source.publisher, "not named in the source");
}

#[test]
fn summaries_are_of_one_or_two_sentences_and_in_other_words_than_the_text() {
    for card in recommendations().recommendations {
        let sentences = card.summary.matches(". ").count() + 1;
        assert!(sentences <= 2, "{}: {sentences} sentences", card.id);
        let summary: Vec<_> = card.summary.split(' ').collect();
        for run in summary.windows(7).map(|words| words.join(" ")) {
            assert!(!card.text.contains(&run), "{}: taken over: {run}", card.id);
        }
        assert!(card.title.split(' ').count() <= 7, "{}: {}", card.id, card.title);
        assert!(card.objective.ends_with('.'), "{}: {}", card.id, card.objective);
        assert!(card.question.ends_with('?'), "{}: {}", card.id, card.question);
    }
}

#[test]
fn a_recommendation_is_found_by_its_id() {
    let file = recommendations();
    assert_eq!(file.find("data-plan"), Some(&file.recommendations[3]));
    assert_eq!(file.find("gardening"), None);
}

#[test]
fn the_file_has_no_flaw_and_survives_writing_and_reading() {
    let file = recommendations();
    assert_eq!(file.check(), []);
    assert_eq!(Recommendations::read(&pretty(&file)), Ok(file.clone()));
    assert_eq!(serde_json::from_str(&read(&public(FILE))).ok(), Some(file));
}

#[test]
fn a_broken_file_is_refused_with_a_sentence_that_names_the_place() {
    let text = read(&public(FILE));
    for (field, instead, said) in [
        ("\"publisher\":", "\"publischer\":", "`source.publischer` is not known here"),
        ("\"text\":", "\"txt\":", "`recommendations[0].txt` is not known here"),
        ("\"heading\": \"", "\"id\": \"", "`recommendations[0].heading` is missing"),
        ("\"is_cut_off\": true", "\"is_cut_off\": 1", "`recommendations[3].is_cut_off` is not"),
        ("\"technology\"", "\"gardening\"", "`recommendations[1].focus_areas[1]` is not"),
    ] {
        assert!(text.contains(field), "{field}");
        let error = Recommendations::read(&text.replacen(field, instead, 1)).unwrap_err();
        assert!(matches!(error, LibraryError::NotRecommendations { .. }), "{error}");
        let said_with = error.to_string();
        assert!(said_with.contains(said), "{said_with}");
        assert!(said_with.contains("schema/recommendations-v1.json"), "{said_with}");
    }
    for text in ["", "<!doctype html>", &text[..text.len() / 2]] {
        let error = Recommendations::read(text).unwrap_err();
        assert!(matches!(error, LibraryError::NotJson { .. }), "{error}");
    }
}

#[test]
fn a_version_of_something_that_is_not_there_is_told() {
    let flaws = after(|file| file.recommendations[6].version_of = Some("gone".into()));
    let address = "recommendations/culture-records-and-surveys/version_of".to_owned();
    assert_eq!(flaws, [Flaw::DanglingReference { address, id: "gone".into() }]);
}

#[test]
fn a_version_of_itself_or_of_another_version_is_told() {
    let last = recommendations().recommendations[6].id.clone();
    let told = |recommendation: &str| Flaw::VersionOfAVersion {
        recommendation: recommendation.into(),
        first: last.clone(),
    };
    let flaws = after(|file| file.recommendations[6].version_of = Some(last.clone()));
    assert_eq!(flaws, [told(&last)]);
    let flaws = after(|file| file.recommendations[1].version_of = Some(last.clone()));
    assert_eq!(flaws, [told("body-worn-camera-policy")]);
}

#[test]
fn a_text_that_ends_in_mid_sentence_has_to_say_so_and_only_that() {
    let flaws = after(|file| file.recommendations[3].is_cut_off = false);
    assert_eq!(flaws, [Flaw::CutOffUnsaid { recommendation: "data-plan".into() }]);
    let flaws = after(|file| file.recommendations[2].is_cut_off = true);
    assert_eq!(flaws, [Flaw::NotCutOff { recommendation: "annual-report".into() }]);
    let flaws = after(|file| file.recommendations[2].text = "Whatever comes...".into());
    assert_eq!(flaws, [Flaw::CutOffUnsaid { recommendation: "annual-report".into() }]);
}

#[test]
fn ids_and_the_address_of_the_source_are_looked_at() {
    let flaws = after(|file| file.recommendations[2].id = "data-plan".into());
    let list = "recommendations".to_owned();
    assert_eq!(flaws, [Flaw::DuplicateId { list, id: "data-plan".into() }]);
    let flaws = after(|file| file.recommendations[2].id = "Two words".into());
    let address = "recommendations".to_owned();
    assert_eq!(flaws, [Flaw::BadId { address, id: "Two words".into() }]);
    let address = "javascript:alert(1)".to_owned();
    let flaws = after(|file| file.source.address = Some(address.clone()));
    assert_eq!(flaws, [Flaw::NotAWebAddress { place: "source".into(), address }]);
}
