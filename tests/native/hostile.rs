//! Hostile files: whatever the text, the answer is a sentence or a report, in time, and nothing that is
//! here is lost. The files lie in `tests/fixtures/hostile`, made by the script beside them; the folder
//! says what is expected. Those that are too large to be kept are made here.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use peer_exchange::bundle::{
    Bundle, BundleError, Distrust, Entry, Here, Matched, Received, Sender, What,
};
use peer_exchange::history::{Address, Document, RecordAddress, ReplicaId, Writer};
use peer_exchange::model::{Exchange, Id};
use serde_json::{Value, json};

/// The time at which the files are opened, as in the script that makes them.
const NOW: u64 = 1_796_000_000_000;
/// The last number that this device's own replica has given out.
const OWN_LAST: u64 = 1_795_000_000_000;
/// A file must be read within this time of work, not counting that other programs were at work. Slow
/// machines are allowed for; the measured times are printed.
const PATIENCE: Duration = Duration::from_secs(2);

/// Returns how long this thread has been at work, where the system tells it; else what the clock says.
fn worked(since: Instant) -> Duration {
    let told = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = told.split(' ').next().and_then(|count| count.parse().ok());
    nanoseconds.map_or_else(|| since.elapsed(), Duration::from_nanos)
}

/// Measures the work of a function.
fn measured<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let since = Instant::now();
    let before = worked(since);
    let result = work();
    (result, worked(since).saturating_sub(before))
}

fn read(text: &str) -> Result<Received, BundleError> {
    let last_issued = |replica: &ReplicaId| (replica.as_str() == "own").then_some(OWN_LAST);
    Received::read(text, &Here { now_ms: NOW, last_issued: &last_issued })
}

fn at(address: &str) -> Address {
    Address::parse(address).expect("an address")
}

/// The texts of a folder by name.
fn fixtures(folder: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/hostile").join(folder);
    let mut files: Vec<(String, String)> = fs::read_dir(root)
        .expect("a folder")
        .map(|entry| {
            let path = entry.expect("an entry").path();
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            (name, fs::read_to_string(&path).expect("text"))
        })
        .collect();
    files.sort();
    files
}

/// The exchange that is here: as in the base file, with edits of one's own since, a conflict, a record
/// in the trash, and a number at the end of what the own replica has given out.
fn local(id: &Id) -> Entry {
    let base = fixtures("trusted").into_iter().find(|(name, _)| name == "base").expect("base").1;
    let mut entry =
        Entry { id: id.clone(), ..Bundle::read(&base).expect("base").entries.remove(0) };
    let mut own = Writer::new(ReplicaId::new("own"));
    let edits = vec![
        (at("goal"), json!("Decide this year")),
        (at("sessions/sessions-1/place"), json!("Basement")),
        (at("sessions/mine/title"), json!("Lunch")),
        (at("sessions/mine/objectives/objectives-1"), json!(true)),
        (at("notes/mine/text"), json!("My own note")),
        (at("later"), json!({"of": "a newer version"})),
    ];
    entry.document.commit(edits, &mut own, OWN_LAST - 1000).expect("committed");
    let mut apart = Document::new();
    let theirs = vec![(at("need"), json!("Trust")), (at("notes/gone/text"), json!("Gone"))];
    apart
        .commit(theirs, &mut Writer::new(ReplicaId::new("r5")), 1_770_000_000_000)
        .expect("committed");
    entry.document.merge(&apart);
    entry
        .document
        .delete(&RecordAddress::new("notes", "gone"), &mut own, OWN_LAST)
        .expect("deleted");
    entry.authors.insert(ReplicaId::new("own"), "Me".to_owned());
    entry
}

/// Everything that must hold of what a file brings to the exchange that is here.
fn check_merge(name: &str, local: &Entry, matched: &Matched) -> Entry {
    let mut merged = local.clone();
    merged.merge(&matched.news);
    for (address, siblings) in local.document.registers() {
        for sibling in siblings.iter() {
            let is_held = merged
                .document
                .siblings(address)
                .is_some_and(|now| now.iter().any(|other| other == sibling));
            let is_known = matched.news.document.seen().contains(&sibling.stamp)
                && !matched
                    .news
                    .document
                    .siblings(address)
                    .is_some_and(|theirs| theirs.holds(&sibling.stamp));
            assert!(is_held || is_known, "{name}: {address} lost {sibling:?}");
            assert!(is_held || matched.distrust.is_none(), "{name}: {address} was removed");
        }
        let record = address.record();
        if matched.distrust.is_some() && !local.document.is_deleted(&record) {
            assert!(!merged.document.is_deleted(&record), "{name}: {record} went into the trash");
        }
        if matched.distrust.is_some() && local.document.value(address).is_some_and(|v| !v.is_null())
        {
            assert_eq!(merged.document.value(address), local.document.value(address), "{name}");
        }
    }
    if matched.distrust.is_some() {
        assert_eq!(
            merged.document.seen(),
            local.document.seen(),
            "{name}: something counts as seen"
        );
        assert_eq!(merged.authors, local.authors, "{name}");
    }
    check_form(name, &merged);
    check_form(name, &matched.whole);
    let mut again = merged.clone();
    again.merge(&matched.news);
    assert_eq!(again, merged, "{name}: merging twice");
    merged
}

/// What is written is read again identically, and the typed reading never fails.
fn check_form(name: &str, entry: &Entry) {
    assert_eq!(Entry::from_json(&entry.to_json().into_value()).as_ref(), Ok(entry), "{name}");
    let bundle = Bundle { entries: vec![entry.clone()], ..Bundle::default() };
    let text = bundle.write();
    assert_eq!(Bundle::read(&text).as_ref(), Ok(&bundle), "{name}");
    assert_eq!(Bundle::read(&text).map(|bundle| bundle.write()), Ok(text), "{name}");
    if let Value::Object(plain) = entry.document.plain() {
        let _ = Exchange::read(&plain);
    }
}

/// Opens a text, merges what it brings into an exchange that is here, and opens it again.
fn check(name: &str, text: &str) -> (Result<Received, BundleError>, Duration) {
    let (read, mut taken) = measured(|| self::read(text));
    match &read {
        Err(error) => assert!(!error.to_string().is_empty()),
        Ok(received) => {
            assert!(!received.documents.is_empty(), "{name}");
            for document in &received.documents {
                let local = local(&document.id);
                let (matched, more) = measured(|| document.matched(Some(&local)));
                taken += more;
                let merged = check_merge(name, &local, &matched);
                let again = document.matched(Some(&merged));
                let mut twice = merged.clone();
                twice.merge(&again.news);
                assert_eq!(twice, merged, "{name}: opening it again changes something");
                let new = document.matched(None);
                check_form(name, &new.news);
            }
        }
    }
    assert!(taken < PATIENCE, "{name}: {taken:?}");
    (read, taken)
}

fn is_trusted(received: &Received) -> bool {
    received
        .documents
        .iter()
        .all(|document| document.matched(Some(&local(&document.id))).distrust.is_none())
}

/// Checks a folder, and prints the file that took longest.
fn check_folder(
    folder: &str,
    at_least: usize,
    expect: impl Fn(&str, Result<Received, BundleError>),
) {
    let files = fixtures(folder);
    assert!(files.len() >= at_least, "only {} files", files.len());
    let mut slowest = (Duration::ZERO, String::new());
    for (name, text) in &files {
        let (read, taken) = check(name, text);
        expect(name, read);
        slowest = slowest.max((taken, name.clone()));
    }
    println!("{} files {folder}; the slowest took {:?}: {}", files.len(), slowest.0, slowest.1);
}

#[test]
fn files_that_cannot_be_read_are_refused_with_a_sentence() {
    check_folder("refused", 130, |name, read| {
        let error = read.expect_err(name);
        let is_fitting = match name.split('-').next().unwrap_or_default() {
            "cut" => matches!(error, BundleError::CutShort { .. }),
            "depth" | "twice" => matches!(error, BundleError::Fault(_)),
            "surrogate" => matches!(error, BundleError::Damaged { .. }),
            "number" => matches!(error, BundleError::Fault(_) | BundleError::Damaged { .. }),
            "kind" => matches!(error, BundleError::UnknownKind(_)),
            "document" | "documents" => {
                matches!(error, BundleError::NoExchange | BundleError::UnknownKind(_))
            }
            "wrapped" => !matches!(error, BundleError::NotJson { .. }),
            _ => true,
        };
        assert!(is_fitting, "{name}: {error:?}");
    });
}

#[test]
fn files_whose_history_cannot_be_true_bring_values_and_remove_nothing() {
    check_folder("distrusted", 200, |name, read| {
        let received = read.unwrap_or_else(|error| panic!("{name}: {error:?}"));
        assert!(received.newer.is_none(), "{name}");
        assert!(!is_trusted(&received), "{name} is trusted");
    });
}

#[test]
fn odd_files_whose_history_fits_are_taken_as_they_are() {
    check_folder("trusted", 200, |name, read| {
        let received = read.unwrap_or_else(|error| panic!("{name}: {error:?}"));
        assert!(received.newer.is_none() && received.is_whole, "{name}");
        let why: Vec<Option<Distrust>> = received
            .documents
            .iter()
            .map(|document| document.matched(Some(&local(&document.id))).distrust)
            .collect();
        assert!(is_trusted(&received), "{name}: {why:?} {:?}", received.findings);
    });
}

#[test]
fn files_of_a_newer_version_can_be_looked_at() {
    check_folder("newer", 4, |name, read| {
        let received = read.unwrap_or_else(|error| panic!("{name}: {error:?}"));
        assert!(received.newer.is_some(), "{name}");
    });
}

// Files too large to be kept.

fn whole(entry: Entry) -> String {
    let sender = Sender { author: "J. Rivera".to_owned(), organisation: String::new() };
    Bundle { sender, entries: vec![entry], ..Bundle::default() }.write()
}

/// A file with this document and history, and no digest.
fn bare(document: &Value, history: &Value) -> String {
    json!({
        "type": "peer-exchange-bundle", "version": 1, "digest": "",
        "documents": [{"kind": "exchange", "id": "x1", "document": document, "history": history}],
    })
    .to_string()
}

#[test]
fn large_files_are_read_or_refused_in_time() {
    let records = |count: usize, record: &dyn Fn(usize) -> Value| -> Value {
        (0..count).map(record).collect()
    };
    let reversed = |at: usize| json!({"id": format!("s{:06}", 30_000 - at), "title": "x"});
    let deleted: Value = records(
        9_000,
        &|at| json!({"id": format!("s{at:05}"), "title": "x", "deleted": [["r1", at + 1]]}),
    );
    let stamps: Value = json!({"sessions": (0..9_000)
        .map(|at| (format!("s{at:05}/title"), json!(["r1", at + 1])))
        .collect::<serde_json::Map<_, _>>()});
    let history =
        json!({"seen": {"r1": [38_000, (0..19_000).map(|at| 2 * at + 1).collect::<Vec<u64>>()]}});
    let apart: Value =
        (0..19_000).map(|at| json!({"value": at, "stamp": ["r1", at + 1]})).collect();
    let large = [
        (
            "records in reverse order",
            bare(&json!({"sessions": records(19_900, &reversed)}), &json!({})),
        ),
        (
            "records without ids",
            bare(
                &json!({"sessions": records(19_900, &|at| json!({"title": at.to_string()}))}),
                &json!({}),
            ),
        ),
        (
            "records all of one id",
            bare(
                &json!({"sessions": records(19_900, &|at| json!({"id": "s", "title": at.to_string()}))}),
                &json!({}),
            ),
        ),
        (
            "the same record again and again",
            bare(
                &json!({"sessions": records(19_900, &|_| json!({"id": "s", "title": "x"}))}),
                &json!({}),
            ),
        ),
        (
            "records with nothing but an id",
            bare(
                &json!({"sessions": records(19_900, &|at| json!({"id": at.to_string()}))}),
                &json!({}),
            ),
        ),
        (
            "unreadable values",
            bare(
                &json!({"sessions": records(19_900, &|at| json!({"id": at.to_string(), "title": [1], "place": 7}))}),
                &json!({}),
            ),
        ),
        (
            "records of an unknown collection",
            bare(&json!({"laters": records(19_900, &reversed)}), &json!({})),
        ),
        ("records in the trash", bare(&json!({"sessions": deleted}), &json!({"stamps": stamps}))),
        ("exceptions in what was seen", bare(&json!({"title": "x"}), &history)),
        (
            "values apart at one address",
            bare(&json!({"title": "x"}), &json!({"apart": {"title": apart}})),
        ),
        ("a list of small numbers", bare(&json!({"later": vec![1; 3_000_000]}), &json!({}))),
        (
            "a set of many members",
            bare(
                &json!({"focus_areas": (0..300_000).map(|at| at.to_string()).collect::<Vec<_>>()}),
                &json!({}),
            ),
        ),
        (
            "emptied values without end",
            bare(
                &json!({}),
                &json!({"stamps": (0..95_000).map(|at| (format!("{at:06}"), json!(["r1", at + 1]))).collect::<serde_json::Map<_, _>>()}),
            ),
        ),
        (
            "fields without end",
            bare(
                &(0..99_000)
                    .map(|at| (format!("{at:06}"), json!(1)))
                    .collect::<serde_json::Map<_, _>>()
                    .into(),
                &json!({}),
            ),
        ),
        ("lists of lists", bare(&json!({"later": vec![vec![vec![1; 7]; 19_000]; 20]}), &json!({}))),
        ("names without end", bare(&json!({"n".repeat(1_000_000): 1}), &json!({}))),
        (
            "texts of the largest size",
            bare(
                &(0..110)
                    .map(|at| (at.to_string(), "t".repeat(65_536).into()))
                    .collect::<serde_json::Map<_, _>>()
                    .into(),
                &json!({}),
            ),
        ),
        (
            "control characters all over",
            bare(&json!({"goal": "\u{202e}".repeat(1_000_000)}), &json!({})),
        ),
        ("brackets", "[".repeat(8_000_000)),
        ("braces", "{\"a\":".repeat(1_500_000)),
        (
            "a bundle of brackets",
            format!(
                "{{\"type\": \"peer-exchange-bundle\", \"a\": {}{}}}",
                "[".repeat(4_000_000),
                "]".repeat(3_900_000)
            ),
        ),
        ("blanks", format!("{{{}}}", " ".repeat(8_000_000))),
        ("quotes", "\"".repeat(8_000_000)),
        (
            "line breaks in a text",
            format!(
                "{{\"type\": \"peer-exchange-bundle\", \"a\": \"{}\"}}",
                "\n".repeat(8_000_000)
            ),
        ),
        ("more than is read at all", "x".repeat(8 * 1024 * 1024 + 1)),
    ];
    let mut slowest = (Duration::ZERO, "");
    for (name, text) in &large {
        let (read, mut taken) = measured(|| self::read(text));
        if let Ok(received) = &read {
            let local = local(&Id::from("x1"));
            let (matched, more) = measured(|| received.documents[0].matched(Some(&local)));
            taken += more;
            assert!(matched.distrust.is_some(), "{name}");
            let mut merged = local.clone();
            merged.merge(&matched.news);
            assert_eq!(
                Entry::from_json(&merged.to_json().into_value()).as_ref(),
                Ok(&merged),
                "{name}"
            );
        }
        println!(
            "{taken:>12.1?}  {name}: {}",
            match &read {
                Ok(received) => format!("read with {} findings", received.findings.len()),
                Err(error) => error.to_string().chars().take(60).collect(),
            }
        );
        assert!(taken < PATIENCE, "{name}: {taken:?}");
        slowest = slowest.max((taken, name));
    }
    println!("{} large files; the slowest took {:?}: {}", large.len(), slowest.0, slowest.1);
}

#[test]
fn a_record_more_than_allowed_is_refused() {
    let records: Value =
        (0..20_000).map(|at| json!({"id": at.to_string(), "title": "x"})).collect();
    // The document itself stands in a list too.
    let text = bare(&json!({"sessions": records}), &json!({}));
    assert!(matches!(read(&text), Err(BundleError::Fault(_))));
}

#[test]
fn what_is_left_out_is_listed() {
    let text =
        bare(&json!({"title": ["a"], "people": [7, {"id": "p"}], "goal": "a\u{0}b"}), &json!({}));
    let received = read(&text).expect("read");
    let told: Vec<&What> = received.findings.iter().map(|finding| &finding.what).collect();
    assert_eq!(told, [&What::Control, &What::NoRecord, &What::Misshapen, &What::EmptyRecord]);
    let matched = received.documents[0].matched(None);
    assert_eq!(matched.whole.document.plain(), json!({"goal": "ab"}));
    assert_eq!(whole(matched.whole.clone()), whole(matched.news));
}
