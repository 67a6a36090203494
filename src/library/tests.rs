//! Tests of the files under `public/library` and of the schema they are published with.
//!
//! `UPDATE_SCHEMA=1 cargo test library` writes the files of `public/schema` anew from the types,
//! and `UPDATE_CATALOGUE=1 cargo test library` writes `public/library/topics.json` anew from the
//! topics.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::*;
use crate::model::{FocusArea, Question, SessionKind, ShowsIn};

/// A folder or file of the published page.
fn public(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public").join(path)
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every topic file with its name and text, in order of name.
fn topic_files() -> Vec<(String, String)> {
    let folder = public("library/topics");
    let mut files: Vec<_> = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("a folder can be listed").path())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), read(&path)))
        .collect();
    files.sort();
    files
}

pub(super) fn topics() -> Vec<Topic> {
    topic_files()
        .iter()
        .map(|(name, text)| Topic::read(text).unwrap_or_else(|error| panic!("{name}: {error}")))
        .collect()
}

fn topic(id: &str) -> Topic {
    topics().into_iter().find(|topic| topic.id == id).unwrap_or_else(|| panic!("no topic {id}"))
}

fn body_worn_cameras() -> Topic {
    topic("body-worn-cameras")
}

/// The text that a generated file should have, with the line feed that ends it.
fn pretty(value: &impl serde::Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).expect("plain data can be written");
    text.push('\n');
    text
}

/// Compares a published file with what it should be, or writes it when `variable` is set.
fn published(path: &str, should_be: &str, variable: &str) {
    let path = public(path);
    if std::env::var_os(variable).is_some_and(|value| value == "1") {
        fs::write(&path, should_be).expect("the file can be written");
    }
    let there = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        there == should_be,
        "{} is out of date: run `{variable}=1 cargo test library`",
        path.display()
    );
}

/// The schema of a topic file, made from the types.
fn schema() -> Value {
    titled(schemars::schema_for!(Topic), "Topic of the Peer Exchange Planner, version 1")
}

/// The schema of `agency.json`, made from the types.
fn agency_schema() -> Value {
    titled(schemars::schema_for!(Agency), "Agency of the Peer Exchange Planner, version 1")
}

fn titled(schema: schemars::Schema, title: &str) -> Value {
    let mut schema = schema.to_value();
    schema.as_object_mut().expect("a schema is an object").insert("title".into(), json!(title));
    // Sorted, so that the file does not depend on how serde_json keeps the order of members.
    schema.sort_all_objects();
    schema
}

/// The schema of one word of a list of the model.
fn word(words: impl Iterator<Item = &'static str>) -> Value {
    json!({ "type": "string", "enum": words.collect::<Vec<_>>() })
}

/// The schema of a topic's focus areas.
pub(super) fn focus_areas(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    let area = word(FocusArea::ALL.iter().map(|area| area.word()));
    schemars::json_schema!({ "type": "array", "minItems": 1, "uniqueItems": true, "items": area })
}

/// The schema of a session's kind.
pub(super) fn session_kind(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    let kind = word(SessionKind::ALL.iter().map(|kind| kind.word()));
    schemars::Schema::try_from(kind).expect("an object is a schema")
}

/// The schema of where an outcome shows.
pub(super) fn shows_in(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    let place = word(ShowsIn::ALL.iter().map(|place| place.word()));
    schemars::Schema::try_from(place).expect("an object is a schema")
}

/// The faults that a JSON Schema validator finds in a document, as text; none for a valid one.
fn schema_faults(document: &Value) -> Option<String> {
    faults_by(schema(), document)
}

/// The same by any schema.
fn faults_by(schema: Value, document: &Value) -> Option<String> {
    let mut schemas = boon::Schemas::new();
    let mut compiler = boon::Compiler::new();
    compiler.add_resource("schema.json", schema).expect("the schema can be added");
    let index = compiler.compile("schema.json", &mut schemas).expect("the schema is valid");
    schemas.validate(document, index).err().map(|error| error.to_string())
}

mod schema_file {
    use super::*;

    #[test]
    fn the_published_schema_is_the_one_of_the_types() {
        published("schema/topic-v1.json", &pretty(&schema()), "UPDATE_SCHEMA");
    }

    #[test]
    fn the_published_schema_of_the_agency_is_the_one_of_the_types_and_takes_what_they_take() {
        let schema = agency_schema();
        published("schema/agency-v1.json", &pretty(&schema), "UPDATE_SCHEMA");
        for text in [
            &*read(&public("agency.json")),
            r#"{"contact": "Exchange desk, desk@agency.example", "requires_pass_phrase": true}"#,
            r#"{"keep_days": 365}"#,
            r#"{"keep_days": 36501}"#,
            r#"{"keep_days": -1}"#,
            r#"{"markin": "FOUO"}"#,
            r#"{"marking": null}"#,
        ] {
            let document = serde_json::from_str(text).expect("JSON");
            let faults = faults_by(schema.clone(), &document);
            assert_eq!(faults.is_none(), Agency::read(text).is_ok(), "{text}: {faults:?}");
        }
    }

    #[test]
    fn every_topic_file_is_valid_against_the_schema() {
        for (name, text) in topic_files() {
            let document: Value = serde_json::from_str(&text).expect("a topic file is JSON");
            let faults = schema_faults(&document);
            assert!(faults.is_none(), "{name}: {}", faults.unwrap_or_default());
        }
    }

    #[test]
    fn the_schema_refuses_what_the_types_refuse() {
        let sound = serde_json::to_value(body_worn_cameras()).unwrap();
        assert_eq!(schema_faults(&sound), None);
        for (address, wrong) in [
            ("/titel", json!("misspelt field")),
            ("/focus_areas/0", json!("gardening")),
            ("/sessions/0/kind", json!("nap")),
            ("/sessions/0/end", json!("10:00")),
            ("/outcomes/0/shows_in", json!("newspaper")),
            ("/sessions/0/start", json!("24:00")),
            ("/sessions/0/start", json!("half past eight")),
        ] {
            let mut document = sound.clone();
            put(&mut document, address, wrong);
            assert!(schema_faults(&document).is_some(), "the schema accepts {address}");
            assert!(Topic::read(&document.to_string()).is_err(), "the types accept {address}");
        }
    }

    #[test]
    fn the_schema_refuses_a_malformed_time_id_and_address() {
        let sound = serde_json::to_value(body_worn_cameras()).unwrap();
        for (address, wrong) in [
            ("/sessions/0/start", json!("8:30")),
            ("/sessions/0/start", json!("24:00")),
            ("/sessions/0/id", json!("Two Words")),
            ("/sessions/0/minutes", json!(0)),
            ("/days", json!(0)),
            ("/outcomes/0/objectives", json!([])),
            ("/focus_areas", json!([])),
            ("/resources/0/address", json!("javascript:alert(1)")),
        ] {
            let mut document = sound.clone();
            put(&mut document, address, wrong);
            assert!(schema_faults(&document).is_some(), "the schema accepts {address}");
        }
    }

    /// Sets the value at a JSON pointer, adding the last member when it is not there.
    fn put(document: &mut Value, address: &str, value: Value) {
        let (parent, member) = address.rsplit_once('/').expect("an address has a slash");
        match document.pointer_mut(parent).expect("the parent is there") {
            Value::Array(list) => list[member.parse::<usize>().unwrap()] = value,
            Value::Object(map) => {
                map.insert(member.into(), value);
            }
            other => panic!("{parent} is {other}"),
        }
    }
}

mod files {
    use super::*;

    #[test]
    fn every_topic_of_the_field_is_there() {
        let ids: Vec<_> = topics().into_iter().map(|topic| topic.id).collect();
        let expected = [
            "body-worn-cameras",
            "child-sexual-exploitation",
            "community-engagement",
            "compstat",
            "constitutional-policing",
            "crime-analysis",
            "crime-guns",
            "crime-prevention",
            "demand-and-capacity",
            "drug-crime",
            "family-justice-centers",
            "federal-partnerships",
            "group-violence-intervention",
            "homicide-investigations",
            "modern-slavery",
            "nonfatal-shootings",
            "police-community-collaboration",
            "police-prosecutor-case-work",
            "real-time-crime-centers",
            "service-to-the-public",
            "staff-wellbeing",
            "victim-services",
        ];
        assert_eq!(ids, expected);
    }

    #[test]
    fn every_focus_area_has_at_least_two_topics() {
        for area in FocusArea::ALL {
            let of_area = topics().iter().filter(|it| it.focus_areas.contains(area)).count();
            assert!(of_area >= 2, "{area:?}: {of_area}");
        }
    }

    #[test]
    fn each_topic_is_worded_in_the_english_that_it_says() {
        let british = ["organisation", "programme", "centre", "behaviour", "licence", "analyse"];
        let american = ["organization", "program ", "center", "behavior", "analyze", "neighbor"];
        for (name, text) in topic_files() {
            let topic = Topic::read(&text).unwrap();
            // Titles and addresses of what others published stay as they are.
            let own = [&topic.summary, &topic.goal].into_iter().cloned();
            let own = own.chain(topic.sessions.iter().flat_map(|it| it.points.iter().cloned()));
            let own = own.chain(topic.questions.iter().map(|it| it.text.clone()));
            let own = own.chain(topic.outcomes.iter().map(|it| it.text.clone()));
            let own = own.collect::<Vec<_>>().join("\n").to_lowercase();
            let foreign = match topic.wording {
                Wording::Us => british,
                Wording::Uk => american,
            };
            for word in foreign {
                assert!(!own.contains(word), "{name}: {word}");
            }
        }
    }

    #[test]
    fn every_file_is_named_after_its_topic_and_points_to_the_schema() {
        for (name, text) in topic_files() {
            let topic = Topic::read(&text).unwrap();
            assert_eq!(name, format!("{}.json", topic.id));
            assert_eq!(topic.schema.as_deref(), Some("../../schema/topic-v1.json"), "{name}");
        }
    }

    #[test]
    fn no_topic_has_a_flaw() {
        for topic in topics() {
            assert_eq!(topic.check(), [], "{}", topic.id);
        }
    }

    #[test]
    fn sessions_stand_in_order_of_time_between_eight_and_six() {
        for topic in topics() {
            let places: Vec<_> =
                topic.sessions.iter().map(|session| (session.day, session.start)).collect();
            assert!(places.is_sorted(), "{}: sessions are not in order of time", topic.id);
            for session in &topic.sessions {
                let (start, end) = (session.start.minutes(), session.slot().end());
                assert!(
                    start >= 8 * 60 && end <= 18 * 60,
                    "{}: {} is outside 08:00 to 18:00",
                    topic.id,
                    session.id
                );
            }
        }
    }

    #[test]
    fn a_day_has_no_gaps_and_nobody_sits_longer_than_two_and_a_quarter_hours_without_a_pause() {
        for topic in topics() {
            for day in 1..=topic.days {
                let sessions = topic.sessions_of_day(day);
                for pair in sessions.windows(2) {
                    assert_eq!(
                        pair[0].slot().end(),
                        pair[1].start.minutes(),
                        "{}: gap between {} and {}",
                        topic.id,
                        pair[0].id,
                        pair[1].id
                    );
                }
                let mut seated = 0;
                for session in sessions {
                    seated = if session.is_break() { 0 } else { seated + session.minutes };
                    assert!(
                        seated <= 135,
                        "{}: {seated} minutes without a pause up to {}",
                        topic.id,
                        session.id
                    );
                }
            }
        }
    }

    #[test]
    fn a_visit_opens_with_a_welcome_and_ends_every_day_with_the_team_or_the_leadership() {
        for topic in topics() {
            assert_eq!(topic.sessions[0].kind, SessionKind::Welcome, "{}", topic.id);
            for day in 1..=topic.days {
                let sessions = topic.sessions_of_day(day);
                let has = |kind| sessions.iter().any(|session| session.kind == kind);
                assert!(has(SessionKind::Debrief), "{}: no debrief on day {day}", topic.id);
                let last = sessions.last().map(|session| session.kind);
                assert!(
                    matches!(last, Some(SessionKind::Debrief | SessionKind::Leadership)),
                    "{}: day {day} ends with {last:?}",
                    topic.id
                );
            }
            let has = |kind| topic.sessions.iter().any(|session| session.kind == kind);
            assert!(has(SessionKind::Leadership), "{}: no close-out", topic.id);
            assert!(has(SessionKind::Questions), "{}: no time for questions", topic.id);
        }
    }

    #[test]
    fn pauses_have_no_content_and_every_other_session_says_what_it_covers_and_with_whom() {
        for topic in topics() {
            for session in &topic.sessions {
                let place = format!("{}: {}", topic.id, session.id);
                if session.is_break() {
                    assert!(session.objectives.is_empty() && session.who.is_empty(), "{place}");
                } else {
                    assert!(!session.points.is_empty(), "{place} covers nothing");
                    assert!(!session.who.is_empty(), "{place} meets nobody");
                }
            }
        }
    }

    #[test]
    fn every_topic_is_complete_enough_to_start_from() {
        for topic in topics() {
            let id = &topic.id;
            assert!((3..=5).contains(&topic.objectives.len()), "{id}: objectives");
            assert!((3..=6).contains(&topic.outcomes.len()), "{id}: outcomes");
            assert!(topic.questions.len() >= 8, "{id}: questions");
            let headlines = topic.questions.iter().filter(|question| question.headline).count();
            assert_eq!(headlines, Question::MOST_HEADLINES, "{id}: headline questions");
            assert!(topic.sessions.len() >= 8, "{id}: sessions");
            assert!(topic.people_to_meet.len() >= 6, "{id}: people to meet");
            assert!(topic.people_to_send.len() >= 3, "{id}: people to send");
            assert!(topic.host_checklist.len() >= 8, "{id}: host checklist");
            assert!(topic.preparation.len() >= 4, "{id}: preparation");
            assert!(topic.resources.len() >= 3, "{id}: resources");
        }
    }

    #[test]
    fn every_outcome_names_an_objective_and_every_question_a_session() {
        for topic in topics() {
            for outcome in &topic.outcomes {
                assert!(!outcome.objectives.is_empty(), "{}: {}", topic.id, outcome.id);
            }
            for question in &topic.questions {
                assert!(question.session.is_some(), "{}: {}", topic.id, question.id);
            }
        }
    }

    #[test]
    fn tasks_are_listed_from_the_earliest_to_the_last() {
        for topic in topics() {
            for tasks in [&topic.host_checklist, &topic.preparation] {
                let days: Vec<_> = tasks.iter().map(|task| task.days_before).collect();
                assert!(days.is_sorted_by(|one, next| one >= next), "{}: {days:?}", topic.id);
            }
        }
    }

    #[test]
    fn short_names_of_objectives_fit_the_head_of_a_table() {
        for topic in topics() {
            for objective in &topic.objectives {
                let short = &objective.short;
                assert!(!short.is_empty() && short.chars().count() <= 16, "{short}");
            }
        }
    }

    #[test]
    fn texts_are_trimmed_and_hold_no_control_characters_or_doubled_spaces() {
        fn visit(name: &str, value: &Value) {
            match value {
                Value::String(text) => {
                    assert!(!text.is_empty() && text.trim() == text, "{name}: {text:?}");
                    assert!(!text.contains("  "), "{name}: doubled space in {text:?}");
                    assert!(!text.chars().any(char::is_control), "{name}: {text:?}");
                }
                Value::Array(list) => list.iter().for_each(|entry| visit(name, entry)),
                Value::Object(map) => map.values().for_each(|entry| visit(name, entry)),
                Value::Null | Value::Bool(_) | Value::Number(_) => {}
            }
        }
        for (name, text) in topic_files() {
            visit(&name, &serde_json::from_str(&text).unwrap());
        }
    }

    #[test]
    fn no_file_holds_a_name_a_telephone_number_or_a_mail_address_of_staff() {
        // Surnames of the staff printed in S1. The programme contact is a setting, not content.
        let surnames = ["Sigworth", "Brackens", "Binder", "McHale", "Elliott", "Starnes"];
        for (name, text) in topic_files() {
            assert!(!text.contains('@'), "{name} holds a mail address");
            for surname in surnames {
                assert!(!text.contains(surname), "{name} holds the name {surname}");
            }
            assert!(!holds_telephone_number(&text), "{name} holds a telephone number");
        }
    }

    #[test]
    fn telephone_numbers_are_recognised() {
        assert!(holds_telephone_number("call (555) 010-7749 after hours"));
        assert!(holds_telephone_number("call 555-010-7749"));
        assert!(!holds_telephone_number("NCJ 255472, April 2018, 24/7, 10:15"));
    }

    /// True if three digits, a hyphen and four digits follow each other somewhere.
    fn holds_telephone_number(text: &str) -> bool {
        text.as_bytes().windows(8).any(|part| {
            part[3] == b'-'
                && part[..3].iter().all(u8::is_ascii_digit)
                && part[4..].iter().all(u8::is_ascii_digit)
        })
    }
}

mod catalogue_file {
    use super::*;

    #[test]
    fn the_catalogue_is_the_one_of_the_files() {
        let catalogue = pretty(&Catalogue::of(&topics()));
        published("library/topics.json", &catalogue, "UPDATE_CATALOGUE");
    }

    #[test]
    fn a_catalogue_survives_writing_and_reading() {
        let catalogue = Catalogue::of(&topics());
        assert_eq!(Catalogue::read(&pretty(&catalogue)), Ok(catalogue));
    }

    #[test]
    fn every_card_leads_to_its_file() {
        for card in Catalogue::of(&topics()).topics {
            let topic = Topic::read(&read(&public("library").join(&card.file))).unwrap();
            assert_eq!(TopicCard::of(&topic), card);
        }
    }

    #[test]
    fn the_minutes_of_a_card_leave_out_breaks() {
        let mut topic = body_worn_cameras();
        let before = TopicCard::of(&topic);
        topic.sessions.retain(|session| !session.is_break());
        assert_eq!(TopicCard::of(&topic), before);
    }

    #[test]
    fn a_card_is_found_by_its_id() {
        let catalogue = Catalogue::of(&topics());
        assert_eq!(catalogue.card("compstat").unwrap().file, "topics/compstat.json");
        assert_eq!(catalogue.card("gardening"), None);
    }
}

mod reading {
    use super::*;

    #[test]
    fn a_topic_survives_writing_and_reading() {
        for topic in topics() {
            let text = serde_json::to_string(&topic).unwrap();
            assert_eq!(Topic::read(&text), Ok(topic));
        }
    }

    #[test]
    fn a_byte_order_mark_in_front_is_passed_over() {
        let (_, text) = topic_files().swap_remove(0);
        assert_eq!(Topic::read(&format!("\u{feff}{text}")), Topic::read(&text));
    }

    #[test]
    fn a_web_page_or_a_cut_file_is_told_apart_from_json_of_another_kind() {
        let (_, text) = topic_files().swap_remove(0);
        let cut = &text[..text.len() / 2];
        for broken in ["", "<!doctype html><title>Not found</title>", cut] {
            assert!(matches!(Topic::read(broken), Err(TopicError::NotJson { .. })), "{broken:?}");
        }
        for other in ["{}", "[]", "7", r#"{"id":"x"}"#] {
            assert!(matches!(Topic::read(other), Err(TopicError::NotATopic { .. })), "{other}");
        }
        assert!(matches!(Catalogue::read(&text), Err(TopicError::NotACatalogue { .. })));
        assert!(matches!(Catalogue::read("<!doctype html>"), Err(TopicError::NotJson { .. })));
    }

    #[test]
    fn a_misspelt_missing_or_unfitting_field_is_named_with_its_place() {
        let (_, text) = topic_files().swap_remove(0);
        for (field, misspelt, expected) in [
            ("\"goal\":", "\"gaol\":", "`gaol` is not known here"),
            ("\"minutes\": ", "\"minuts\": ", "`sessions[0].minuts` is not known here"),
            ("\"day\": 1,", "\"day\": \"1\",", "`sessions[0].day` is not of its kind"),
            ("\"short\": ", "\"text\": ", "`objectives[0].short` is missing"),
        ] {
            let error = Topic::read(&text.replacen(field, misspelt, 1)).unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        }
    }

    #[test]
    fn what_the_schema_is_made_from_reads_the_same() {
        for (_, text) in topic_files() {
            assert_eq!(serde_json::from_str(&text).ok(), Topic::read(&text).ok());
        }
        let text = read(&public("library/topics.json"));
        assert_eq!(serde_json::from_str(&text).ok(), Catalogue::read(&text).ok());
    }
}

mod flaws {
    use super::*;

    /// The flaws of the body-worn-camera topic after one change to it.
    fn after(change: impl FnOnce(&mut Topic)) -> Vec<TopicFlaw> {
        let mut topic = body_worn_cameras();
        change(&mut topic);
        topic.check()
    }

    fn has(flaws: &[TopicFlaw], wanted: impl Fn(&TopicFlaw) -> bool) -> bool {
        flaws.iter().any(wanted)
    }

    #[test]
    fn an_id_with_capitals_or_spaces_is_told() {
        let flaws = after(|topic| topic.id = "Body cameras".into());
        assert_eq!(flaws, [TopicFlaw::BadId { address: "id".into(), id: "Body cameras".into() }]);
    }

    #[test]
    fn an_id_used_twice_in_one_list_is_told() {
        let flaws = after(|topic| topic.outcomes[1].id = topic.outcomes[0].id.clone());
        assert!(has(&flaws, |flaw| matches!(
            flaw, TopicFlaw::DuplicateId { list, .. } if list == "outcomes"
        )));
    }

    #[test]
    fn a_reference_to_a_missing_objective_is_told_wherever_it_stands() {
        let gone = || vec!["gone".to_owned()];
        for flaws in [
            after(|topic| topic.sessions[0].objectives = gone()),
            after(|topic| topic.outcomes[0].objectives = gone()),
            after(|topic| topic.questions[0].objective = "gone".into()),
        ] {
            assert!(has(&flaws, |flaw| matches!(
                flaw, TopicFlaw::DanglingReference { id, .. } if id == "gone"
            )));
        }
    }

    #[test]
    fn a_question_for_a_missing_session_is_told() {
        let flaws = after(|topic| topic.questions[0].session = Some("gone".into()));
        let address = format!("questions/{}/session", body_worn_cameras().questions[0].id);
        assert_eq!(flaws, [TopicFlaw::DanglingReference { address, id: "gone".into() }]);
    }

    #[test]
    fn a_session_without_length_is_told() {
        let flaws = after(|topic| topic.sessions[0].minutes = 0);
        let session = body_worn_cameras().sessions[0].id.clone();
        assert_eq!(flaws, [TopicFlaw::NoLength { session }]);
    }

    #[test]
    fn a_session_over_midnight_is_told_even_with_the_longest_length() {
        for minutes in [900, u16::MAX] {
            let flaws = after(|topic| topic.sessions.last_mut().unwrap().minutes = minutes);
            assert!(has(&flaws, |flaw| matches!(flaw, TopicFlaw::RunsPastMidnight { .. })));
        }
    }

    #[test]
    fn a_session_on_a_day_that_the_visit_lacks_is_told() {
        for day in [0, 3] {
            let flaws = after(|topic| topic.sessions.last_mut().unwrap().day = day);
            assert!(has(&flaws, |flaw| matches!(
                flaw, TopicFlaw::DayOutside { day: told, days: 2, .. } if *told == day
            )));
        }
    }

    #[test]
    fn a_day_without_sessions_is_told() {
        assert_eq!(after(|topic| topic.days = 3), [TopicFlaw::EmptyDay { day: 3 }]);
    }

    #[test]
    fn sessions_that_touch_do_not_overlap_but_one_minute_more_does() {
        let sound = body_worn_cameras();
        assert_eq!(sound.sessions[0].slot().end(), sound.sessions[1].start.minutes());
        let flaws = after(|topic| topic.sessions[0].minutes += 1);
        let (first, second) = (sound.sessions[0].id.clone(), sound.sessions[1].id.clone());
        assert_eq!(flaws, [TopicFlaw::Overlap { day: 1, first, second }]);
    }

    #[test]
    fn a_long_session_overlaps_all_that_begin_before_it_ends() {
        let flaws = after(|topic| topic.sessions[0].minutes = 120);
        let first = body_worn_cameras().sessions[0].id.clone();
        let told = flaws.iter().filter(
            |flaw| matches!(flaw, TopicFlaw::Overlap { first: told, .. } if *told == first),
        );
        assert!(told.count() >= 2, "{flaws:?}");
    }

    #[test]
    fn an_objective_without_session_or_question_is_told() {
        let id = body_worn_cameras().objectives[0].id.clone();
        let flaws = after(|topic| {
            for session in &mut topic.sessions {
                session.objectives.retain(|other| *other != id);
            }
        });
        assert_eq!(flaws, [TopicFlaw::ObjectiveWithoutSession { objective: id.clone() }]);
        let flaws = after(|topic| topic.questions.retain(|question| question.objective != id));
        assert_eq!(flaws, [TopicFlaw::ObjectiveWithoutQuestion { objective: id.clone() }]);
    }

    #[test]
    fn an_outcome_without_objective_is_told() {
        let flaws = after(|topic| topic.outcomes[0].objectives.clear());
        let outcome = body_worn_cameras().outcomes[0].id.clone();
        assert_eq!(flaws, [TopicFlaw::OutcomeWithoutObjective { outcome }]);
    }

    #[test]
    fn a_fourth_headline_question_is_told() {
        let flaws = after(|topic| {
            topic.questions.iter_mut().for_each(|question| question.headline = false);
            topic.questions.iter_mut().take(4).for_each(|question| question.headline = true);
        });
        assert_eq!(flaws, [TopicFlaw::TooManyHeadlines { count: 4 }]);
    }

    #[test]
    fn an_address_that_is_not_a_web_page_is_told() {
        for address in ["javascript:alert(1)", "data:text/html,x", "//host/x", "https://", "a b"] {
            let flaws = after(|topic| topic.resources[0].address = address.into());
            let place = "resources".to_owned();
            assert_eq!(flaws, [TopicFlaw::NotAWebAddress { place, address: address.into() }]);
        }
        let flaws = after(|topic| topic.source.address = Some("javascript:alert(1)".into()));
        assert!(has(&flaws, |flaw| matches!(
            flaw, TopicFlaw::NotAWebAddress { place, .. } if place == "source"
        )));
    }
}

/// The body-worn-camera topic holds all of S0's guide page, phrase by phrase.
mod guide_page {
    use super::*;

    /// The phrases of S0's nine agenda items; an item with several subjects has one for each.
    const AGENDA: [(&str, &[&str]); 9] = [
        ("storage", &["tour data storage facility/room"]),
        ("program", &["concept, development, and implementation of bwc program"]),
        (
            "area command",
            &["meet with area command", "patrol perspective", "assignments", "daily execution"],
        ),
        (
            "policy",
            &["policy requirements", "how policy violations are addressed", "union challenges"],
        ),
        ("budget", &["budget considerations", "financial impact"]),
        (
            "partners",
            &[
                "benefits of partnerships with university/stakeholders",
                "strategies for addressing community concerns",
                "processes for records requests from citizens",
            ],
        ),
        ("training", &["what a bwc training curriculum for officers should include"]),
        ("lessons", &["challenges and lessons learned"]),
        ("questions", &["question-and-answer session"]),
    ];

    /// S0's five objectives.
    const OBJECTIVES: [&str; 5] = [
        "Identify and evaluate promising practices and policy development for BWC implementation.",
        "Allow visiting agency participants to interact with and examine program elements, \
         equipment, and facility needs.",
        "Understand the extent of staff training requirements and policy/planning needs for \
         potential deployment.",
        "Understand the benefits and drawbacks to different video storage and camera types.",
        "Learn strategies for community buy-in and financial impact.",
    ];

    /// S0's six potential outcomes.
    const OUTCOMES: [&str; 6] = [
        "Modified practices or implementation of new practices based on lessons learned",
        "Increased community engagement and engagement of local partners",
        "Improved understanding of site and equipment needs",
        "Increased awareness of staffing and training requirements",
        "Improved transparency between police and community",
        "More positive interactions and trust between police and community",
    ];

    /// S0's five resources.
    const RESOURCES: [(&str, &str); 5] = [
        ("About PSP", "https://www.nationalpublicsafetypartnership.org/Home#about"),
        (
            "Improving Homicide Investigations: Peer Exchange Sample Agenda",
            "https://www.nationalpublicsafetypartnership.org/clearinghouse/Resource/418",
        ),
        (
            "Peer Exchange Guide: Family Justice Centers",
            "https://www.nationalpublicsafetypartnership.org/clearinghouse/Resource/630",
        ),
        (
            "Peer Exchange Guide: Body-Worn Cameras",
            "https://www.nationalpublicsafetypartnership.org/clearinghouse/Resource/631",
        ),
        (
            "Peer Exchange Guide: Enhancing CompStat Strategy",
            "https://www.nationalpublicsafetypartnership.org/clearinghouse/Resource/632",
        ),
    ];

    #[test]
    fn every_subject_of_the_nine_agenda_items_is_a_point_of_a_session() {
        let points: Vec<_> = body_worn_cameras()
            .sessions
            .iter()
            .flat_map(|session| session.points.clone())
            .map(|point| point.to_lowercase())
            .collect();
        for (item, phrases) in AGENDA {
            for phrase in phrases {
                assert!(
                    points.iter().any(|point| point.contains(phrase)),
                    "{item}: no point holds {phrase:?}"
                );
            }
        }
    }

    #[test]
    fn the_five_objectives_stand_in_the_words_and_order_of_the_guide() {
        let texts: Vec<_> =
            body_worn_cameras().objectives.into_iter().map(|objective| objective.text).collect();
        assert_eq!(texts, OBJECTIVES);
    }

    #[test]
    fn the_six_potential_outcomes_stand_in_the_words_and_order_of_the_guide() {
        let texts: Vec<_> =
            body_worn_cameras().outcomes.into_iter().map(|outcome| outcome.text).collect();
        assert_eq!(texts, OUTCOMES);
    }

    #[test]
    fn the_five_resources_of_the_guide_come_first_with_title_and_address_as_printed() {
        let resources = body_worn_cameras().resources;
        let first: Vec<_> = resources
            .iter()
            .take(RESOURCES.len())
            .map(|resource| (resource.title.as_str(), resource.address.as_str()))
            .collect();
        assert_eq!(first, RESOURCES);
    }

    #[test]
    fn the_visit_takes_two_days_and_has_at_least_eight_questions() {
        let topic = body_worn_cameras();
        assert_eq!(topic.days, 2);
        assert!(topic.questions.len() >= 8);
        assert_eq!(topic.wording, Wording::Us);
    }
}
