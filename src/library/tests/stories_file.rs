//! The stories: careful words, and what is wrong with a broken file.

use super::*;

const FILE: &str = "library/stories.json";

fn stories() -> Stories {
    let text = read(&public(FILE));
    Stories::read(&text).unwrap_or_else(|error| panic!("{FILE}: {error}"))
}

fn catalogue() -> Catalogue {
    Catalogue::of(&topics())
}

/// The flaws after one change to the file.
fn after(change: impl FnOnce(&mut Stories)) -> Vec<Flaw> {
    let mut file = stories();
    change(&mut file);
    file.check(&catalogue())
}

#[test]
fn the_published_schema_is_the_one_of_the_types_and_the_file_is_valid() {
    let title = "Stories of the Peer Exchange Planner, version 1";
    let schema = titled(schemars::schema_for!(Stories), title);
    published("schema/stories-v1.json", &pretty(&schema), "UPDATE_SCHEMA");
    let document: Value = serde_json::from_str(&read(&public(FILE))).unwrap();
    assert_eq!(faults_by(schema.clone(), &document), None);
    for (address, wrong) in [
        ("/stories/0/id", json!("Two Words")),
        ("/stories/0/because", json!("field that is not there")),
        ("/stories/0/figures", json!("50 percent")),
        ("/stories/0/source/address", json!("ftp://host")),
        ("/stories", json!([])),
    ] {
        let mut broken = document.clone();
        put(&mut broken, address, wrong);
        assert!(faults_by(schema.clone(), &broken).is_some(), "the schema accepts {address}");
    }
}

#[test]
fn the_four_stories_of_the_sources_are_there_with_topics_for_a_visit() {
    let places: Vec<_> = stories().stories.into_iter().map(|story| story.place).collect();
    let expected = [
        "Amarillo, Texas",
        "Anchorage, Alaska",
        "Camden, New Jersey",
        "Nashville, Tennessee, visiting Las Vegas, Nevada",
    ];
    assert_eq!(places, expected);
    for story in stories().stories {
        assert!(!story.topics.is_empty(), "{}", story.id);
    }
}

#[test]
fn no_story_says_that_one_thing_caused_the_other() {
    let causes = [
        "because",
        "thanks to",
        "led to",
        "result",
        "due to",
        "cause",
        "owing to",
        "therefore",
        "attribut",
        "credit",
        "so that",
        "helped",
        "effect",
        "impact",
        "success",
        "achieved",
    ];
    for story in stories().stories {
        let own = [&story.title, &story.done, &story.seen, &story.source.note];
        let own = own.into_iter().chain(&story.figures);
        for text in own {
            for word in causes {
                assert!(!text.to_lowercase().contains(word), "{}: {word} in {text}", story.id);
            }
        }
    }
}

#[test]
fn every_figure_stands_alone_and_says_who_reported_it() {
    let figures: Vec<_> = stories().stories.into_iter().flat_map(|story| story.figures).collect();
    assert_eq!(figures.len(), 2);
    for figure in figures {
        assert!(figure.ends_with(", as reported by the agency"), "{figure}");
        assert_eq!(figure.matches("percent").count(), 1, "{figure}");
    }
    for story in stories().stories {
        for text in [story.title, story.done, story.seen] {
            assert!(!text.contains("percent") && !text.contains('%'), "{}: {text}", story.id);
        }
    }
}

#[test]
fn a_story_is_found_by_its_id() {
    let file = stories();
    assert_eq!(file.find("camden"), Some(&file.stories[2]));
    assert_eq!(file.find("gotham"), None);
}

#[test]
fn the_file_has_no_flaw_and_survives_writing_and_reading() {
    let file = stories();
    assert_eq!(file.check(&catalogue()), []);
    assert_eq!(Stories::read(&pretty(&file)), Ok(file.clone()));
    assert_eq!(serde_json::from_str(&read(&public(FILE))).ok(), Some(file));
}

#[test]
fn a_broken_file_is_refused_with_a_sentence_that_names_the_place() {
    let text = read(&public(FILE));
    for (field, instead, said) in [
        ("\"seen\": \"", "\"scene\": \"", "`stories[0].scene` is not known here"),
        ("\"place\": \"Amarillo, Texas\",", "", "`stories[0].place` is missing"),
        ("\"figures\": [", "\"figures\": [7,", "`stories[1].figures[0]` is not of its kind"),
        ("\"note\": \"", "\"notes\": \"", "`stories[0].source.notes` is not known here"),
    ] {
        assert!(text.contains(field), "{field}");
        let error = Stories::read(&text.replacen(field, instead, 1)).unwrap_err();
        assert!(matches!(error, LibraryError::NotStories { .. }), "{error}");
        let said_with = error.to_string();
        assert!(said_with.contains(said), "{said_with}");
        assert!(said_with.contains("schema/stories-v1.json"), "{said_with}");
    }
    assert!(matches!(Stories::read("<html>"), Err(LibraryError::NotJson { .. })));
}

#[test]
fn a_topic_that_the_catalogue_does_not_have_is_told() {
    let flaws = after(|file| file.stories[0].topics.push("gardening".into()));
    let address = "stories/amarillo/topics".to_owned();
    assert_eq!(flaws, [Flaw::DanglingReference { address, id: "gardening".into() }]);
}

#[test]
fn ids_and_addresses_are_looked_at() {
    let flaws = after(|file| file.stories[1].id = "amarillo".into());
    assert_eq!(flaws, [Flaw::DuplicateId { list: "stories".into(), id: "amarillo".into() }]);
    let address = "javascript:alert(1)".to_owned();
    let flaws = after(|file| file.stories[1].source.address = Some(address.clone()));
    let place = "stories/anchorage/source".to_owned();
    assert_eq!(flaws, [Flaw::NotAWebAddress { place, address }]);
}
