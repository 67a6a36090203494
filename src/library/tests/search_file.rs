//! The index of the library, and that everything in it is found by everyday words.
//!
//! `tests/fixtures/library/queries.json` is written by hand: for each topic three things that people
//! would type, and one with a mistake.

use super::*;
use crate::order::Set;

const FILE: &str = "library/search.json";

/// The index as it should be.
fn index() -> SearchIndex {
    let file = |name: &str| read(&public("library").join(name));
    SearchIndex::of(
        &topics(),
        &Recommendations::read(&file("recommendations.json")).expect("recommendations"),
        &Principles::read(&file("principles.json")).expect("principles"),
        &Stories::read(&file("stories.json")).expect("stories"),
    )
}

fn search() -> Search {
    Search::new(index())
}

/// The text of the file: an entry a line, so that a change of one topic is a change of one line.
fn text_of(index: &SearchIndex) -> String {
    let entry = |entry| serde_json::to_string(entry).expect("plain data can be written");
    let entries: Vec<_> = index.entries.iter().map(entry).collect();
    format!("{{\"entries\":[\n{}\n]}}\n", entries.join(",\n"))
}

/// The queries of a topic: three of everyday words, and one that is misspelt.
#[derive(serde::Deserialize)]
struct Queries {
    words: [String; 3],
    misspelt: String,
}

fn queries() -> Vec<(String, Queries)> {
    let text = include_str!("../../../tests/fixtures/library/queries.json");
    let queries: std::collections::BTreeMap<_, _> = serde_json::from_str(text).expect("queries");
    queries.into_iter().collect()
}

/// What is found, as kind and id.
fn found<'a>(search: &'a Search, query: &str) -> Vec<(SearchKind, &'a str)> {
    search.find(query).into_iter().map(|hit| (hit.kind, hit.id)).collect()
}

/// Where among the hits a topic stands, 1 for the first.
fn place(search: &Search, query: &str, topic: &str) -> Option<usize> {
    let hits = found(search, query);
    hits.iter().position(|hit| *hit == (SearchKind::Topic, topic)).map(|at| at + 1)
}

#[test]
fn the_index_is_the_one_of_the_files() {
    published(FILE, &text_of(&index()), "UPDATE_SEARCH");
}

#[test]
fn the_index_survives_writing_and_reading() {
    assert_eq!(SearchIndex::read(&read(&public(FILE))), Ok(index()));
}

#[test]
fn a_broken_index_is_refused_with_a_sentence_that_names_the_place() {
    let text = read(&public(FILE));
    for (field, instead, said) in [
        ("\"kind\":\"topic\"", "\"kind\":\"tropic\"", "`entries[0].kind` is no kind of entry"),
        ("\"title\":", "\"titel\":", "`entries[0].titel` is not known here"),
        ("\"entries\":", "\"entry\":", "`entry` is not known here"),
    ] {
        let error = SearchIndex::read(&text.replacen(field, instead, 1)).unwrap_err();
        assert!(matches!(error, LibraryError::NotAnIndex { .. }), "{error}");
        assert!(error.to_string().contains(said), "{error}");
    }
    assert!(matches!(SearchIndex::read("<html>"), Err(LibraryError::NotJson { .. })));
}

#[test]
fn the_index_stays_compact() {
    // Without compression. It is fetched when somebody begins to search.
    let bytes = text_of(&index()).len();
    assert!(bytes < 190_000, "{bytes} bytes");
}

#[test]
fn everything_of_the_library_has_one_entry() {
    let entries = index().entries;
    let count = |kind| entries.iter().filter(|entry| entry.kind == kind).count();
    assert_eq!(SearchKind::ALL.map(count)[..4], [topics().len(), 7, 7 + 5, 4]);
    let addresses: Set<_> = topics()
        .into_iter()
        .flat_map(|topic| topic.resources)
        .map(|resource| resource.address)
        .collect();
    assert_eq!(count(SearchKind::Resource), addresses.len());
    let ids: Set<_> = entries.iter().map(|entry| (entry.kind, entry.id.clone())).collect();
    assert_eq!(ids.len(), entries.len());
}

#[test]
fn every_topic_is_among_the_first_three_for_everyday_words_and_for_a_misspelling() {
    let search = search();
    let mut missed = Vec::new();
    for (topic, Queries { words, misspelt }) in queries() {
        for query in words.iter().chain([&misspelt]) {
            let at = place(&search, query, &topic);
            if at.is_none_or(|at| at > 3) {
                let first: Vec<_> = found(&search, query).into_iter().take(5).collect();
                missed.push(format!("{topic}, {query:?}: {at:?} of {first:?}"));
            }
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn the_queries_are_of_every_topic_and_more_than_its_title_and_keywords() {
    let topics = topics();
    let of: Vec<_> = queries().into_iter().map(|(topic, _)| topic).collect();
    assert_eq!(of, topics.iter().map(|topic| topic.id.clone()).collect::<Vec<_>>());
    for (id, Queries { words, misspelt }) in queries() {
        let topic = topic(&id);
        let known = |text: &String| {
            topic.keywords.iter().chain([&topic.title]).any(|it| it.eq_ignore_ascii_case(text))
        };
        assert!(!words.iter().all(known), "{id}: all of them are keywords");
        assert!(!known(&misspelt), "{id}: {misspelt} is no mistake");
    }
}

#[test]
fn each_subject_of_the_clearinghouse_finds_a_topic() {
    let search = search();
    for (subject, topic) in [
        ("crime and data analysis", "crime-analysis"),
        ("drug crime", "drug-crime"),
        ("gang violence", "group-violence-intervention"),
        ("crime prevention", "crime-prevention"),
        ("human trafficking", "modern-slavery"),
        ("community policing", "community-engagement"),
        ("officer safety and wellness", "staff-wellbeing"),
        ("victim/witness assistance", "victim-services"),
    ] {
        let at = place(&search, subject, topic);
        assert!(at.is_some_and(|at| at <= 2), "{subject}: {at:?}, {:?}", found(&search, subject));
    }
}

#[test]
fn every_keyword_and_every_title_finds_its_topic() {
    let search = search();
    for topic in topics() {
        assert_eq!(place(&search, &topic.title, &topic.id), Some(1), "{}", topic.title);
        for keyword in &topic.keywords {
            let at = place(&search, keyword, &topic.id);
            assert!(at.is_some_and(|at| at <= 5), "{}, {keyword}: {at:?}", topic.id);
        }
    }
}

#[test]
fn abbreviations_of_the_trade_are_found() {
    let search = search();
    for (abbreviation, topic) in [
        ("BWC", "body-worn-cameras"),
        ("bwv", "body-worn-cameras"),
        ("RTCC", "real-time-crime-centers"),
        ("ANPR", "real-time-crime-centers"),
        ("NIBIN", "crime-guns"),
        ("CGIC", "crime-guns"),
        ("GVI", "group-violence-intervention"),
        ("FJC", "family-justice-centers"),
        ("DV", "family-justice-centers"),
        ("NFS", "nonfatal-shootings"),
        ("CSE", "child-sexual-exploitation"),
        ("NRM", "modern-slavery"),
        ("A&E", "demand-and-capacity"),
        ("PSN", "federal-partnerships"),
    ] {
        assert_eq!(place(&search, abbreviation, topic), Some(1), "{abbreviation}");
    }
}

#[test]
fn every_recommendation_principle_story_and_resource_is_found_by_its_title() {
    let search = search();
    for entry in index().entries {
        let hits = found(&search, &entry.title);
        let at = hits.iter().position(|hit| *hit == (entry.kind, entry.id.as_str()));
        assert!(at.is_some_and(|at| at < 10), "{:?} {}: {at:?}", entry.kind, entry.title);
    }
}

#[test]
fn what_else_the_library_has_is_found() {
    let search = search();
    for (query, kind, id) in [
        ("annual report", SearchKind::Recommendation, "annual-report"),
        ("pedestrian stops", SearchKind::Recommendation, "pedestrian-stops"),
        ("officer training curriculum", SearchKind::Principle, "input"),
        ("commending police", SearchKind::Principle, "recognition"),
        ("Anchorage", SearchKind::Story, "anchorage"),
        ("las vegas", SearchKind::Story, "nashville-las-vegas"),
        ("food pantry", SearchKind::Story, "amarillo"),
    ] {
        let hits = found(&search, query);
        let at = hits.iter().position(|hit| *hit == (kind, id));
        assert!(at.is_some_and(|at| at < 4), "{query}: {at:?} of {hits:?}");
    }
    let hits = search.find("oscar kilo");
    assert_eq!(hits[0].kind, SearchKind::Resource);
    assert!(hits[0].id.starts_with("https://www.oscarkilo.org.uk/"));
}

#[test]
fn a_topic_that_the_hosting_agency_adds_is_found_and_one_that_it_removes_is_not() {
    let mut added = body_worn_cameras();
    added.id = "mounted-police".into();
    added.title = "Mounted police".into();
    added.keywords = vec!["horses".into()];
    let mut known = topics();
    known.retain(|topic| topic.id != "compstat");
    known[0].keywords.push("chest cam".into());
    known.push(added);
    let search = Search::new(index().fitted_to(&Catalogue::of(&known)));
    assert_eq!(place(&search, "horse", "mounted-police"), Some(1));
    assert_eq!(place(&search, "chest cam", "body-worn-cameras"), Some(1));
    assert_eq!(place(&search, "compstat", "compstat"), None);
    let all = Search::new(index().fitted_to(&Catalogue::of(&topics())));
    assert_eq!(found(&all, "gangs"), found(&self::search(), "gangs"));
}
