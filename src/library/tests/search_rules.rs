//! The rules of searching, on a library of a few lines.

use proptest::prelude::*;

use super::*;

fn entry(
    kind: SearchKind,
    id: &str,
    title: &str,
    keywords: &[&str],
    lines: &[&str],
) -> SearchEntry {
    let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    SearchEntry {
        kind,
        id: id.into(),
        title: title.into(),
        keywords: owned(keywords),
        lines: owned(lines),
    }
}

fn topic_entry(id: &str, title: &str, keywords: &[&str], lines: &[&str]) -> SearchEntry {
    entry(SearchKind::Topic, id, title, keywords, lines)
}

fn search(entries: impl Into<Vec<SearchEntry>>) -> Search {
    Search::new(SearchIndex { entries: entries.into() })
}

fn ids<'a>(search: &'a Search, query: &str) -> Vec<&'a str> {
    search.find(query).into_iter().map(|hit| hit.id).collect()
}

/// Three entries that have the same word, one in each place.
fn places() -> Search {
    search([
        topic_entry("rest", "Patrol", &["beats"], &["Who rides horses, and when?"]),
        topic_entry("keyword", "Mounted units", &["horses"], &[]),
        topic_entry("title", "Horses", &[], &[]),
    ])
}

#[test]
fn the_empty_query_and_one_without_words_give_nothing() {
    let search = places();
    for query in ["", " ", "\t\n", "?!", "…", "🚓🚓", "of", "of the", "—&—", "\u{301}"] {
        assert_eq!(search.find(query), [], "{query:?}");
    }
}

#[test]
fn a_title_comes_before_a_keyword_and_a_keyword_before_the_rest() {
    for query in ["horses", "horse", "hors", "HORSES", "hrses"] {
        assert_eq!(ids(&places(), query), ["title", "keyword", "rest"], "{query}");
    }
}

#[test]
fn the_word_itself_comes_before_a_longer_one_and_a_longer_one_before_a_misspelt_one() {
    let search = search([
        topic_entry("typo", "Night curt", &[], &[]),
        topic_entry("prefix", "Night courthouse", &[], &[]),
        topic_entry("exact", "Night court", &[], &[]),
    ]);
    assert_eq!(ids(&search, "night court"), ["exact", "prefix"]);
    assert_eq!(ids(&search, "nihgt court"), ["exact", "prefix", "typo"]);
}

#[test]
fn a_keyword_comes_before_a_title_that_only_begins_so() {
    let search = search([
        topic_entry("title", "Data", &[], &[]),
        topic_entry("keyword", "Prosecutors", &["DA"], &[]),
    ]);
    assert_eq!(ids(&search, "da"), ["keyword", "title"]);
    assert_eq!(ids(&search, "dat"), ["title"]);
}

#[test]
fn two_words_of_a_title_or_keyword_are_found_as_one() {
    let search = search([topic_entry("a", "Hot spots", &["body cam"], &["hot stove"])]);
    for query in ["hotspot", "hot spot", "hotspots", "bodycam", "hotsp"] {
        assert_eq!(ids(&search, query), ["a"], "{query}");
    }
    assert_eq!(ids(&search, "hotstove"), [""; 0]);
}

#[test]
fn mistakes_are_allowed_for_where_nothing_is_found_without() {
    let search = search([
        topic_entry("rape", "Rape", &[], &[]),
        topic_entry("rate", "Clearance rate", &[], &[]),
    ]);
    assert_eq!(ids(&search, "rape"), ["rape"]);
    assert_eq!(ids(&search, "rapa"), ["rape"]);
    assert_eq!(ids(&search, "raze"), ["rape", "rate"]);
    assert_eq!(ids(&search, "clearence rate"), ["rate"]);
    assert_eq!(ids(&search, "clear rate"), ["rate"], "a word that goes on");
}

#[test]
fn all_words_have_to_be_there_in_any_order_and_anywhere_in_the_entry() {
    let search = search([
        topic_entry("both", "Cameras", &["storage"], &["Who pays for it?"]),
        topic_entry("one", "Cameras", &["policy"], &[]),
    ]);
    for query in ["camera storage", "storage camera", "storage, pays: CAMERA", "camera camera pays"]
    {
        assert_eq!(ids(&search, query), ["both"], "{query}");
    }
    assert_eq!(ids(&search, "camera storage policy"), [""; 0]);
}

#[test]
fn words_that_stand_together_count_for_more() {
    let search = search([
        topic_entry("apart", "Violence", &["domestic"], &[]),
        topic_entry("together", "Family", &["domestic violence"], &[]),
    ]);
    assert_eq!(ids(&search, "domestic violence"), ["together", "apart"]);
}

#[test]
fn a_text_that_is_nothing_but_what_is_asked_counts_for_more() {
    let search = search([
        topic_entry("part", "Crime analysis", &[], &[]),
        topic_entry("whole", "Crime", &[], &[]),
    ]);
    assert_eq!(ids(&search, "crime"), ["whole", "part"]);
}

#[test]
fn only_the_last_word_may_be_unfinished_and_only_until_a_blank_follows() {
    let search = search([
        topic_entry("a", "Homicide investigations", &[], &[]),
        topic_entry("b", "Homicide interviews", &[], &[]),
        topic_entry("c", "Homicide inventories", &[], &[]),
    ]);
    assert_eq!(ids(&search, "homicide inv"), ["c", "a"]);
    assert_eq!(ids(&search, "homicide inv "), [""; 0]);
    assert_eq!(ids(&search, "inv homicide"), [""; 0]);
    assert_eq!(ids(&search, "homicide in"), ["b", "c", "a"], "a word that says nothing");
}

#[test]
fn words_that_say_nothing_are_not_looked_for() {
    let search = search([topic_entry("a", "Use of force", &[], &[])]);
    for query in ["use of force", "force use", "the use of the force", "how to use force"] {
        assert_eq!(ids(&search, query), ["a"], "{query}");
    }
}

#[test]
fn spelling_case_and_accents_do_not_matter() {
    let search = search([
        topic_entry("us", "Center for organized labor", &["José"], &[]),
        topic_entry("uk", "Centre for organised labour", &["Jose"], &[]),
    ]);
    for query in ["centre", "center", "ORGANISED LABOR", "labour centre", "josé", "jose"] {
        assert_eq!(search.find(query).len(), 2, "{query}");
    }
}

#[test]
fn a_hit_says_what_it_is_and_shows_the_line_that_fits_best() {
    let lines = ["Who sees them?", "Drones over crowds: who decides?"];
    let search = search([entry(SearchKind::Story, "x", "Eyes in the sky", &["UAV"], &lines)]);
    let hits = search.find("drones crowd");
    let expected = Hit {
        kind: SearchKind::Story,
        id: "x",
        title: "Eyes in the sky",
        line: "Drones over crowds: who decides?",
        place: Place::Text,
    };
    assert_eq!(hits, [expected]);
    let hit = search.find("uav")[0];
    assert_eq!((hit.line, hit.place), ("UAV", Place::Keyword));
    let hit = search.find("sky")[0];
    assert_eq!((hit.line, hit.place), ("Eyes in the sky", Place::Title));
}

#[test]
fn equally_good_hits_come_by_kind_and_then_by_title() {
    let search = search([
        entry(SearchKind::Resource, "e", "Guns", &[], &[]),
        entry(SearchKind::Story, "d", "Guns", &[], &[]),
        entry(SearchKind::Recommendation, "c", "Guns", &[], &[]),
        topic_entry("b", "The guns", &[], &[]),
        topic_entry("a", "Guns", &[], &[]),
    ]);
    assert_eq!(ids(&search, "guns"), ["a", "b", "c", "d", "e"]);
}

#[test]
fn a_library_without_entries_finds_nothing() {
    assert_eq!(search([]).find("guns"), []);
}

#[test]
fn no_more_than_the_first_twelve_words_and_two_hundred_letters_are_looked_at() {
    let search = search([topic_entry("a", "Guns", &[], &["one two three four five six seven"])]);
    let long = "guns ".repeat(100_000);
    assert_eq!(ids(&search, &long), ["a"]);
    let many = "one two three four five six seven guns one two three four zebra";
    assert_eq!(ids(&search, many), ["a"]);
    assert_eq!(ids(&search, &"x".repeat(1_000_000)), [""; 0]);
}

fn hostile() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        r"[\PC]{0,40}",
        "[a-z]{0,12}( [a-z]{1,12}){0,20}",
        r"[!-/:-@ ]{0,60}",
        prop::collection::vec(prop::char::range('\u{1f300}', '\u{1faff}'), 0..50)
            .prop_map(|letters| letters.into_iter().collect()),
        ("[a-zäßİǅ\u{300}\u{200d}]{1,9}", 1..60_usize).prop_map(|(text, times)| text.repeat(times)),
    ]
}

proptest! {
    #[test]
    fn no_query_makes_it_panic(query in hostile(), title in hostile()) {
        let search = search([
            topic_entry("a", &title, &[&query], &["Guns, gangs and “drugs”"]),
            topic_entry("b", "Réalité", &[&title], &[&query, ""]),
        ]);
        for hit in search.find(&query).into_iter().chain(search.find("gangs")) {
            prop_assert!(["a", "b"].contains(&hit.id));
        }
    }

    #[test]
    fn whatever_is_called_by_its_title_is_found(title in "[b-df-hj-np-tv-z]{4,12}( [b-df-hj-np-tv-z]{4,12}){0,4}") {
        let search = search([topic_entry("a", &title, &[], &[])]);
        prop_assert_eq!(ids(&search, &title.to_uppercase()), ["a"]);
    }
}
