//! Tests of reading and writing files.

use serde_json::{Map, Value, json};

use super::*;
use crate::history::{Address, RecordAddress, ReplicaId, Writer};
use crate::model::Id;

fn bundle() -> Bundle {
    let mut entry = Entry::new(Id::from("x1"));
    let mut writer = Writer::new(ReplicaId::new("r1"));
    let edit = |address: &str, value: Value| (Address::parse(address).expect("address"), value);
    let edits = vec![
        edit("title", json!("Cameras <img src=x onerror=alert(1)>")),
        edit("sessions/s1/title", json!("Tour")),
        edit("sessions/s1/objectives/o1", json!(true)),
    ];
    entry.document.commit(edits, &mut writer, 1_764_489_600_000).expect("committed");
    entry.authors.insert(ReplicaId::new("r1"), "J. Rivera, Riverton PD".to_owned());
    Bundle {
        created: "2026-11-30T08:00:00Z".to_owned(),
        sender: Sender { author: "J. Rivera".to_owned(), organisation: "Riverton PD".to_owned() },
        message: "Please fill in rooms.".to_owned(),
        marking: String::new(),
        entries: vec![entry],
    }
}

#[test]
fn a_written_file_is_read_the_same() {
    assert_eq!(Bundle::read(&bundle().write()), Ok(bundle()));
}

#[test]
fn one_bundle_is_always_the_same_text() {
    assert_eq!(bundle().write(), bundle().write());
}

#[test]
fn a_byte_order_mark_and_other_line_ends_change_nothing() {
    let text = format!("\u{feff}{}", bundle().write().replace('\n', "\r\n"));
    assert_eq!(Bundle::read(&text), Ok(bundle()));
}

#[test]
fn a_file_cut_anywhere_is_refused() {
    let text = bundle().write();
    let whole = text.trim_end().len();
    for end in (0..whole).filter(|end| text.is_char_boundary(*end)) {
        let refused = Bundle::read(&text[..end]);
        let expected = if end == 0 {
            matches!(refused, Err(BundleError::Empty))
        } else {
            matches!(refused, Err(BundleError::CutShort { .. }))
        };
        assert!(expected, "cut at {end}: {refused:?}");
    }
}

#[test]
fn hostile_text_stays_the_text_that_it_is() {
    let read = Bundle::read(&bundle().write()).expect("read");
    let title = Address::parse("title").expect("address");
    assert_eq!(
        read.entries[0].document.value(&title),
        Some(&json!("Cameras <img src=x onerror=alert(1)>"))
    );
}

/// The time of the tests: a year after the edits of the bundle.
const NOW: u64 = 1_796_000_000_000;

fn received(text: &str) -> Received {
    let here = Here { now_ms: NOW, last_issued: &|_| None };
    Received::read(text, &here).expect("read")
}

fn refused(text: &str) -> BundleError {
    let here = Here { now_ms: NOW, last_issued: &|_| None };
    Received::read(text, &here).expect_err("refused")
}

/// A file with a change at any place of it, and a digest that fits.
fn changed(change: impl FnOnce(&mut Value)) -> String {
    let mut file: Value = serde_json::from_str(&bundle().write()).expect("JSON");
    change(&mut file);
    let digest = digest::of(file.as_object().expect("an object"));
    file["digest"] = digest.into();
    file.to_string()
}

fn distrust(text: &str) -> Option<Distrust> {
    received(text).documents[0].matched(None).distrust
}

fn found(text: &str) -> Vec<(What, String)> {
    received(text).findings.into_iter().map(|finding| (finding.what, finding.address)).collect()
}

fn at(address: &str) -> Address {
    Address::parse(address).expect("an address")
}

#[test]
fn a_file_as_it_was_saved_is_trusted_and_has_no_remarks() {
    let received = received(&bundle().write());
    assert!(received.is_whole && received.findings.is_empty() && received.newer.is_none());
    let entry = &bundle().entries[0];
    let expected = Matched { whole: entry.clone(), news: entry.clone(), distrust: None };
    assert_eq!(received.documents[0].matched(None), expected);
    assert_eq!(
        received,
        Received { is_whole: true, ..Received::from(bundle()) }.with_stamps_of(&received)
    );
}

impl Received {
    fn with_stamps_of(mut self, other: &Self) -> Self {
        for (mine, theirs) in self.documents.iter_mut().zip(&other.documents) {
            mine.first = theirs.first.clone();
        }
        self
    }
}

#[test]
fn a_file_of_version_0_is_read_with_its_own_digest() {
    let text = changed(|file| file["version"] = 0.into());
    assert_eq!(Bundle::read(&text), Ok(bundle()));
}

#[test]
fn json_of_another_kind_is_named() {
    let found = |text: &str| match refused(text) {
        BundleError::OtherType { found } => found,
        other => panic!("expected another type, got {other:?}"),
    };
    assert_eq!(found(r#"{"type": "excalidraw", "version": 2.5, "x": 1.5}"#), "excalidraw");
    assert_eq!(found(r#"{"name": "x", "elements": [], "x": 0.5}"#), "elements, name, x");
    assert_eq!(found("{}"), "an empty JSON file");
    assert_eq!(found("[1]"), "a JSON list");
}

#[test]
fn a_cut_file_a_damaged_one_and_one_that_never_was_a_file_are_told_apart() {
    assert_eq!(refused("{\n\"type\": \"peer-exch"), BundleError::CutShort { line: 2 });
    assert_eq!(refused("Dear colleague"), BundleError::NotJson { line: 1 });
    assert_eq!(refused("\"text\""), BundleError::NotJson { line: 1 });
    assert_eq!(refused("  \n"), BundleError::Empty);
    let damaged = bundle().write().replacen("\"title\":", "\"title\"", 1);
    assert!(matches!(refused(&damaged), BundleError::Damaged { .. }));
}

#[test]
fn a_file_too_large_or_too_deep_is_refused() {
    let large = " ".repeat(8 * 1024 * 1024 + 1);
    assert_eq!(refused(&large), BundleError::TooLarge { bytes: large.len() });
    for levels in [17, 100_000] {
        let deep = format!("{{\"a\":{}{}}}", "[".repeat(levels), "]".repeat(levels));
        assert!(matches!(refused(&deep), BundleError::Fault(Fault { rule: Rule::Depth, .. })));
    }
}

#[test]
fn whether_a_file_can_be_opened_is_known_before_it_is_sent() {
    let with_notes = |count: usize| {
        let mut bundle = bundle();
        let mut writer = Writer::new(ReplicaId::new("many"));
        let notes = (0..count).map(|at| (at_note(at), json!("x"))).collect();
        bundle.entries[0].document.commit(notes, &mut writer, NOW).expect("numbers are left");
        bundle.write()
    };
    for (count, can_be_opened) in [(10, true), (19_000, true), (20_000, false)] {
        let text = with_notes(count);
        assert_eq!(Bundle::can_be_opened(&text), can_be_opened, "{count} notes");
        assert_eq!(Bundle::read(&text).is_ok(), can_be_opened, "{count} notes");
    }
    let message = "x".repeat(9 * 1024 * 1024);
    assert!(!Bundle::can_be_opened(&Bundle { message, ..bundle() }.write()));
}

fn at_note(number: usize) -> Address {
    at(&format!("notes/n{number:05}/text"))
}

#[test]
fn numbers_and_doubled_names_are_refused_with_their_address() {
    let text = bundle().write().replace("\"title\": \"Tour\"", "\"wanted_minutes\": 7.5");
    let address = "documents/0/document/sessions/0/wanted_minutes".to_owned();
    assert_eq!(refused(&text), BundleError::Fault(Fault { rule: Rule::Number, address }));
    let text = bundle().write().replace("\"title\": \"Tour\"", "\"id\": \"s2\"");
    let address = "documents/0/document/sessions/0/id".to_owned();
    assert_eq!(refused(&text), BundleError::Fault(Fault { rule: Rule::Twice, address }));
}

#[test]
fn lines_wrapped_at_a_blank_or_in_a_word_are_joined_as_the_digest_says() {
    let text = bundle().write();
    for wrapped in [
        text.replace("Please fill in rooms.", "Please fill in\nrooms."),
        text.replace("Please fill in rooms.", "Please fill\r\nin rooms."),
        text.replace("Please fill in rooms.", "Please fill in \nro\noms."),
        text.replace("\"message\": ", "\"message\":\n"),
    ] {
        assert_eq!(Bundle::read(&wrapped), Ok(bundle()), "{wrapped}");
    }
}

#[test]
fn lines_wrapped_in_both_ways_are_refused_with_a_sentence_that_says_so() {
    let text = bundle().write();
    let both = text.replace("Please fill in rooms.", "Please\nfill in ro\noms.");
    assert_eq!(refused(&both), BundleError::Wrapped);
    let cut = text.replace("Please fill in rooms.", "Please\nfill in rooms.");
    let cut = &cut[..cut.len() / 2];
    assert!(matches!(refused(cut), BundleError::CutShort { .. }));
}

#[test]
fn a_newer_file_can_be_looked_at_and_says_its_version() {
    let text = changed(|file| {
        file["version"] = 7.into();
        file["documents"][0]["document"]["sessions"][0]["kind"] = json!({"of": "later"});
    });
    let received = received(&text);
    assert_eq!(received.newer.as_deref(), Some("7"));
    assert_eq!(received.documents.len(), 1);
    assert_eq!(Bundle::read(&text), Err(BundleError::Altered));
    let later = text.replace("sha256-", "sha512-");
    assert_eq!(self::received(&later).newer.as_deref(), Some("7"));
}

#[test]
fn a_changed_word_comes_as_that_of_an_unknown_writer_and_opening_it_again_changes_nothing() {
    let text = bundle().write().replace("Tour", "Trap");
    assert_eq!(Bundle::read(&text), Err(BundleError::Altered));
    assert!(!received(&text).is_whole);
    let document = received(&text).documents.remove(0);
    let mut local = bundle().entries.remove(0);
    let before = local.clone();
    let matched = document.matched(Some(&local));
    assert_eq!(matched.distrust, Some(Distrust::Digest));
    local.merge(&matched.news);
    assert_eq!(local.document.value(&at("sessions/s1/title")), Some(&json!("Tour")));
    let apart = local.document.conflicts(&at("sessions/s1/title"));
    assert_eq!(apart.iter().map(|sibling| &sibling.value).collect::<Vec<_>>(), [&json!("Trap")]);
    assert_eq!(local.document.seen(), before.document.seen());
    assert_eq!(local.authors, before.authors);

    let once = local.clone();
    local.merge(&received(&text).documents[0].matched(Some(&local)).news);
    assert_eq!(local, once);
    // Also after it was settled.
    let mut writer = Writer::new(ReplicaId::new("me"));
    let settled = vec![(at("sessions/s1/title"), json!("Tour"))];
    local.document.commit(settled, &mut writer, NOW).expect("committed");
    let settled = local.clone();
    local.merge(&received(&text).documents[0].matched(Some(&local)).news);
    assert_eq!(local, settled);
}

#[test]
fn a_changed_file_of_an_exchange_that_is_not_here_brings_all_of_it() {
    let text = bundle().write().replace("Tour", "Trap");
    let matched = received(&text).documents[0].matched(None);
    assert_eq!(matched.whole, matched.news);
    let plain = matched.whole.document.plain();
    assert_eq!(plain["sessions"][0]["title"], "Trap");
    assert!(matched.whole.authors.is_empty());
    let mut again = matched.whole.clone();
    again.merge(&received(&text).documents[0].matched(Some(&again)).news);
    assert_eq!(again, matched.whole);
}

#[test]
fn a_file_changed_outside_puts_nothing_that_is_here_into_the_trash() {
    let mut local = bundle().entries.remove(0);
    let session = RecordAddress::new("sessions", "s1");
    let mut theirs = bundle();
    let mut writer = Writer::new(ReplicaId::new("r2"));
    theirs.entries[0].document.delete(&session, &mut writer, NOW).expect("deleted");
    let text = theirs.write().replace("Cameras", "Kameras");
    let matched = received(&text).documents[0].matched(Some(&local));
    local.merge(&matched.news);
    assert!(!local.document.is_deleted(&session));
    // In the trash it stays where it comes for the first time.
    assert!(matched.whole.document.is_deleted(&session));
    assert!(matched.whole.document.plain_record(&session).is_some());

    theirs.entries[0].document.delete(&RecordAddress::root(), &mut writer, NOW).expect("deleted");
    let text = theirs.write().replace("Cameras", "Kameras");
    let matched = received(&text).documents[0].matched(Some(&local));
    local.merge(&matched.news);
    assert!(!local.document.is_deleted(&RecordAddress::root()));
    assert!(matched.whole.document.is_deleted(&RecordAddress::root()));
    let mut again = matched.whole.clone();
    again.merge(&received(&text).documents[0].matched(Some(&again)).news);
    assert_eq!(again, matched.whole);
}

#[test]
fn a_claim_about_an_own_replica_beyond_its_last_number_is_forged() {
    let text = bundle().write();
    let last = 1_764_489_600_002;
    let read = |last: Option<u64>| {
        let last_issued = |replica: &ReplicaId| last.filter(|_| replica.as_str() == "r1");
        let here = Here { now_ms: NOW, last_issued: &last_issued };
        let received = Received::read(&text, &here).expect("read");
        received.documents[0].matched(None).distrust
    };
    assert_eq!(read(None), None);
    assert_eq!(read(Some(last)), None);
    assert_eq!(read(Some(last - 1)), Some(Distrust::Forged));
    assert_eq!(read(Some(0)), Some(Distrust::Forged));
}

#[test]
fn a_number_of_the_far_future_is_forged_wherever_it_stands() {
    let future = NOW + 367 * 24 * 60 * 60 * 1000;
    let history = |change: fn(&mut Value, u64)| {
        distrust(&changed(|file| change(&mut file["documents"][0], future)))
    };
    assert_eq!(history(|it, n| it["history"]["seen"]["x"] = n.into()), Some(Distrust::Forged));
    assert_eq!(
        history(|it, n| it["history"]["stamps"]["title"] = json!(["x", n])),
        Some(Distrust::Forged)
    );
    let apart = |it: &mut Value, n: u64| {
        it["history"]["apart"] = json!({"title": [{"value": null, "stamp": ["x", n]}]});
    };
    assert_eq!(history(apart), Some(Distrust::Forged));
    let mark = |it: &mut Value, n: u64| {
        it["document"]["deleted"] = json!([["x", n]]);
        it["history"]["stamps"]["deleted"] = json!(["x", 1]);
    };
    assert_eq!(history(mark), Some(Distrust::Forged));
    let near = distrust(&changed(|file| {
        file["documents"][0]["history"]["seen"]["x"] = (NOW + 1000).into();
    }));
    assert_eq!(near, None);
}

#[test]
fn a_history_that_moves_or_changes_a_known_edit_is_not_taken() {
    let local = bundle().entries.remove(0);
    for text in [
        changed(|file| file["documents"][0]["document"]["title"] = "Zameras".into()),
        changed(|file| {
            let history = &mut file["documents"][0]["history"];
            let title = history["stamps"]["title"].clone();
            history["stamps"]["goal"] = title;
            history["stamps"]["title"] = json!(["r1", 5]);
        }),
    ] {
        let document = received(&text).documents.remove(0);
        assert_eq!(document.matched(None).distrust, None);
        let matched = document.matched(Some(&local));
        assert_eq!(matched.distrust, Some(Distrust::Contradicts));
        let mut merged = local.clone();
        merged.merge(&matched.news);
        assert_eq!(Entry::from_json(&merged.to_json().into_value()), Ok(merged.clone()));
        assert_eq!(merged.document.value(&at("title")), local.document.value(&at("title")));
    }
}

#[test]
fn a_broken_history_is_told_and_not_taken() {
    let text = changed(|file| {
        file["documents"][0]["history"]["stamps"]["title"] = json!(["r1", -4]);
        file["documents"][0]["history"]["apart"] =
            json!({"goal": [{"value": "x", "stamp": ["r", 1]}]});
    });
    assert_eq!(distrust(&text), Some(Distrust::History));
    let history = |entry: &str| format!("documents/0/history/stamps/{entry}");
    let apart = "documents/0/document/goal".to_owned();
    assert_eq!(
        found(&text),
        [
            (What::History, history("title")),
            (What::History, history("title")),
            (What::Apart, apart)
        ]
    );
    let bare = changed(|file| {
        file["documents"][0].as_object_mut().expect("an entry").remove("history");
    });
    assert_eq!(distrust(&bare), Some(Distrust::History));
}

#[test]
fn a_value_that_only_the_history_shows_is_not_trusted() {
    let text = changed(|file| {
        let entry = &mut file["documents"][0];
        entry["history"]["apart"] = json!({"title/x": [{"value": true, "stamp": ["r2", 9]}]});
    });
    assert_eq!(distrust(&text), Some(Distrust::History));
}

#[test]
fn a_document_that_had_to_be_repaired_keeps_no_stamp() {
    let text = changed(|file| {
        file["documents"][0]["document"]["sessions"][0]["title"] = "To\u{202e}ur".into();
    });
    let received = received(&text);
    assert!(received.is_whole);
    let address = "documents/0/document/sessions/0/title".to_owned();
    assert_eq!(received.findings, [Finding { what: What::Control, address }]);
    let mut local = bundle().entries.remove(0);
    let before = local.clone();
    let matched = received.documents[0].matched(Some(&local));
    assert_eq!(matched.distrust, Some(Distrust::Repaired));
    // What is the same once repaired brings nothing.
    local.merge(&matched.news);
    assert_eq!(local, before);
}

#[test]
fn what_this_version_does_not_know_is_left_out_and_the_rest_opens() {
    let text = changed(|file| {
        let documents = file["documents"].as_array_mut().expect("documents");
        documents.insert(0, json!({"kind": "floor_plan", "id": "t", "document": {}}));
        documents.push(json!(7));
        documents.push(json!({"kind": "exchange", "id": "x2", "document": "none"}));
        documents.push(json!({"kind": "exchange", "document": {"title": "No id"}}));
    });
    assert_eq!(
        found(&text)[..4],
        [
            (What::UnknownKind("floor_plan".to_owned()), "documents/0".to_owned()),
            (What::NoDocument, "documents/2".to_owned()),
            (What::NoDocument, "documents/3".to_owned()),
            (What::NoId, "documents/4".to_owned()),
        ]
    );
    let ids: Vec<String> =
        received(&text).documents.iter().map(|document| document.id.to_string()).collect();
    assert_eq!(ids[0], "x1");
    assert!(ids[1].starts_with("found-") && ids.len() == 2);
    assert_eq!(distrust(&text), None);

    let only = changed(|file| file["documents"][0]["kind"] = "floor_plan".into());
    assert_eq!(refused(&only), BundleError::UnknownKind("floor_plan".to_owned()));
    assert_eq!(refused(&changed(|file| file["documents"] = json!([]))), BundleError::NoExchange);
}

#[test]
fn unknown_fields_are_kept_and_written_back() {
    let mut theirs = bundle();
    let mut writer = Writer::new(ReplicaId::new("r9"));
    let edits = vec![
        (at("later"), json!({"a": [1, {"b": null}]})),
        (at("sessions/s1/later"), json!(["x", 1])),
        (at("laters/l1/text"), json!("y")),
    ];
    theirs.entries[0].document.commit(edits, &mut writer, NOW).expect("committed");
    let text = theirs.write();
    assert_eq!(Bundle::read(&text).map(|bundle| bundle.write()), Ok(text));
}

#[test]
fn a_version_that_is_none_is_told_and_nothing_of_the_history_is_taken() {
    for version in [json!(null), json!("1"), json!(-1)] {
        let text = changed(|file| file["version"] = version);
        assert_eq!(found(&text), [(What::Version, "version".to_owned())]);
        assert_eq!(distrust(&text), Some(Distrust::Digest));
    }
}

#[test]
fn a_file_whose_addresses_would_be_a_thousand_times_as_long_is_refused() {
    let long = "x".repeat(60_000);
    let many = |value: Value| -> Map<String, Value> {
        (0..5_000).map(|at| (format!("n{at}"), value.clone())).collect()
    };
    let mut record = many(json!(1));
    record.insert("id".to_owned(), json!(long));
    for (part, value) in [
        ("document", json!({"laters": [record]})),
        ("document", json!({long.clone(): vec![many(json!(1)); 2]})),
        ("document", json!({long.clone(): many(json!(1)).keys().collect::<Vec<_>>()})),
        ("history", json!({"stamps": {long.clone(): many(json!(["r1", 1]))}})),
    ] {
        let text = changed(|file| file["documents"][0][part] = value);
        let expected = Fault { rule: Rule::Name, address: "documents/0".to_owned() };
        assert_eq!(refused(&text), BundleError::Fault(expected));
    }
}
