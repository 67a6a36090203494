//! A backup and what comes of it: saved, everything wiped, opened again, it is the same in every byte.

use peer_exchange::bundle::{Bundle, Entry, Here, Received, Sender};
use peer_exchange::history::{Address, Document, RecordAddress, ReplicaId, Writer, diff};
use peer_exchange::model::{Exchange, Id};
use serde_json::{Value, json};

use super::fields;

const THEN: u64 = 1_764_489_600_000;
const NOW: u64 = THEN + 1_000_000;

fn received(text: &str) -> Received {
    Received::read(text, &Here { now_ms: NOW, last_issued: &|_| None }).expect("read")
}

fn at(address: &str) -> Address {
    Address::parse(address).expect("an address")
}

/// An exchange with every field of every collection.
fn exchange() -> Exchange {
    let (exchange, unreadable) = Exchange::read(&fields::sampled(&["one", "two", "a/b~c \"é😀"]));
    assert_eq!(unreadable, []);
    exchange
}

/// The exchange with all that a history can have: two writers, a conflict, an emptied value, records in
/// the trash and brought back, and fields of a newer version.
fn entry() -> Entry {
    let mut entry = Entry::new(Id::from("x1"));
    let (mut mine, mut theirs) = (writer("mine"), writer("theirs"));
    let whole = diff::whole(&Value::Object(exchange().plain()));
    entry.document.commit(whole, &mut mine, THEN).expect("committed");
    let mut other = entry.document.clone();
    write(&mut entry, &mut mine, THEN + 1, "title", json!("Ours"));
    write(&mut entry, &mut mine, THEN + 2, "sessions/one/later", json!({"of": ["a", {"b": 1}]}));
    write(&mut entry, &mut mine, THEN + 3, "laters/l/text", json!("A newer version's"));
    write(&mut entry, &mut mine, THEN + 4, "notes/one/kind", Value::Null);
    other.commit(vec![(at("title"), json!("Theirs"))], &mut theirs, THEN + 5).expect("committed");
    other.delete(&RecordAddress::new("notes", "two"), &mut theirs, THEN + 6).expect("deleted");
    entry.document.merge(&other);
    entry
        .document
        .delete(&RecordAddress::new("people", "two"), &mut mine, THEN + 7)
        .expect("deleted");
    entry
        .document
        .restore(&RecordAddress::new("people", "two"), &mut mine, THEN + 8)
        .expect("restored");
    entry.authors.insert(ReplicaId::new("mine"), "J. Rivera".to_owned());
    entry.authors.insert(ReplicaId::new("theirs"), "Host desk".to_owned());
    entry
}

fn writer(name: &str) -> Writer {
    Writer::new(ReplicaId::new(name))
}

fn write(entry: &mut Entry, writer: &mut Writer, now: u64, address: &str, value: Value) {
    entry.document.commit(vec![(at(address), value)], writer, now).expect("committed");
}

fn exported(entries: &[Entry], created: &str, message: &str) -> String {
    let sender = Sender { author: message.to_owned(), organisation: "Riverton PD".to_owned() };
    Bundle {
        created: created.to_owned(),
        sender,
        message: message.to_owned(),
        marking: "FOUO".to_owned(),
        entries: entries.to_vec(),
    }
    .write()
}

/// Opens a file and takes in all of it.
fn import(text: &str, here: &mut Vec<Entry>) {
    for document in received(text).documents {
        let known = here.iter_mut().find(|entry| entry.id == document.id);
        let matched = document.matched(known.as_deref());
        match known {
            Some(entry) => entry.merge(&matched.news),
            None => here.push(matched.news),
        }
    }
}

/// The lines of a file but for those that say when, by whom and with which words it was sent.
fn lines_that_matter(text: &str) -> Vec<&str> {
    let told = ["\"created\":", "\"author\":", "\"message\":", "\"digest\":"];
    text.lines()
        .filter(|line| !told.iter().any(|name| line.trim_start().starts_with(name)))
        .collect()
}

#[test]
fn what_is_saved_wiped_opened_and_saved_again_is_the_same_in_every_byte() {
    let second = Entry { id: Id::from("x2"), ..entry() };
    let first = exported(&[entry(), second], "2026-11-30T08:00:00Z", "A backup");
    let mut here = Vec::new();
    import(&first, &mut here);
    assert_eq!(exported(&here, "2026-11-30T08:00:00Z", "A backup"), first);
    let later = exported(&here, "2027-01-02T03:04:05Z", "Another backup");
    assert_ne!(later, first);
    assert_eq!(lines_that_matter(&later), lines_that_matter(&first));
}

#[test]
fn every_field_of_every_collection_comes_back() {
    let mut entry = Entry::new(Id::from("x1"));
    let whole = diff::whole(&Value::Object(exchange().plain()));
    entry.document.commit(whole, &mut writer("mine"), THEN).expect("committed");
    let mut here = Vec::new();
    import(&exported(&[entry], "", ""), &mut here);
    let Value::Object(plain) = here[0].document.plain() else { panic!("an object") };
    assert_eq!(Exchange::read(&plain), (exchange(), Vec::new()));
}

#[test]
fn opening_the_same_backup_twice_changes_nothing() {
    let text = exported(&[entry()], "", "");
    for text in [text.clone(), text.replace("of it", "of us")] {
        let mut here = Vec::new();
        import(&text, &mut here);
        let once = here.clone();
        import(&text, &mut here);
        assert_eq!(here, once);
        // Also after it was worked with.
        write(&mut here[0], &mut writer("new"), NOW, "goal", json!("New"));
        write(&mut here[0], &mut writer("newer"), NOW, "notes/mine/text", json!("Mine"));
        let before = here.clone();
        import(&text, &mut here);
        assert_eq!(here, before);
    }
}

#[test]
fn opening_a_file_never_removes_what_it_does_not_name() {
    let mut here = vec![entry()];
    write(&mut here[0], &mut writer("new"), NOW, "notes/mine/text", json!("Mine"));
    let before = here.clone();
    let mut stranger = Entry::new(Id::from("x1"));
    write(&mut stranger, &mut writer("stranger"), THEN + 9, "resources/r9/title", json!("A guide"));
    let text = exported(&[stranger], "", "");
    for text in [text.clone(), text.replace("A guide", "Another guide")] {
        let mut after = before.clone();
        import(&text, &mut after);
        for (address, siblings) in before[0].document.registers() {
            assert_eq!(after[0].document.siblings(address), Some(siblings), "{address}");
        }
        assert!(after[0].document.value(&at("resources/r9/title")).is_some());
    }
}

#[test]
fn a_stale_file_changes_nothing_newer() {
    let stale = exported(&[entry()], "", "");
    let mut here = vec![entry()];
    let mut new = writer("new");
    for address in ["title", "sessions/one/title", "notes/one/text", "people/one/name"] {
        write(&mut here[0], &mut new, NOW, address, json!("Newer"));
    }
    write(&mut here[0], &mut new, NOW, "sessions/one/objectives/a", Value::Null);
    here[0]
        .document
        .delete(&RecordAddress::new("resources", "one"), &mut new, NOW)
        .expect("deleted");
    let before = here.clone();
    import(&stale, &mut here);
    assert_eq!(here, before);
}

#[test]
fn a_stale_file_changed_outside_changes_nothing_that_is_shown() {
    let stale = exported(&[entry()], "", "").replace("goal of it", "goal of us");
    let mut here = vec![entry()];
    let mut new = writer("new");
    write(&mut here[0], &mut new, NOW, "title", json!("Newer"));
    here[0]
        .document
        .delete(&RecordAddress::new("resources", "one"), &mut new, NOW)
        .expect("deleted");
    let before: Document = here[0].document.clone();
    import(&stale, &mut here);
    assert_eq!(here[0].document.plain(), before.plain());
    assert!(here[0].document.is_deleted(&RecordAddress::new("resources", "one")));
    let goal: Vec<&Value> =
        here[0].document.conflicts(&at("goal")).into_iter().map(|sibling| &sibling.value).collect();
    assert_eq!(goal, [&json!("goal of us")]);
}
