//! Every way to write, and a fault at every call: what is opened afterwards is the state before or the
//! state after, never else, and what was typed is still in the page.

use std::collections::BTreeMap;

use peer_exchange::bundle::Entry;
use peer_exchange::history::{RecordAddress, ReplicaId};
use peer_exchange::model::Id;
use peer_exchange::store::{Documents, Kept, Refused, Stub, keys};
use serde_json::Value;

use super::disk::{Disk, Fault};
use super::{NOW, open, shown, tell, write};

/// One way to write.
struct Path {
    name: &'static str,
    /// What is stored before.
    prepare: fn(&Disk),
    /// Writes, and returns the document as it stands in the page.
    act: fn(&Disk) -> Option<Kept>,
}

const ID: &str = "x1";

fn id() -> Id {
    Id::from(ID)
}

/// Types one value and stores it as the page does.
fn type_and_store(disk: &Disk, kept: &mut Kept, tab: &str, value: &str) {
    write(kept, tab, "sessions/s1/title", value, NOW);
    store(disk, kept, tab);
}

/// Stores as the page does. Whether it worked is what the test is about.
fn store(disk: &Disk, kept: &mut Kept, tab: &str) {
    let documents = Documents(disk);
    let _ = kept.put_tail(&documents, tab, NOW);
    let _ = kept.fold(&documents, NOW);
    let _ = kept.confirm(&documents, tab, NOW);
}

fn an_exchange(disk: &Disk) {
    let mut kept = Kept::new(Entry::new(id()));
    write(&mut kept, "t0", "title", "Cameras", NOW - 90_000);
    write(&mut kept, "t0", "sessions/s1/title", "Tour", NOW - 90_000);
    store(disk, &mut kept, "t0");
    assert_eq!(disk.texts().len(), 1, "only the document");
}

/// Another tab wrote something and was closed before it could store the document.
fn an_orphan(disk: &Disk) {
    an_exchange(disk);
    let mut kept = open(disk, ID).expect("open");
    write(&mut kept, "t9", "sessions/s2/title", "Lunch", NOW - 90_000);
    kept.put_tail(&Documents(disk), "t9", NOW - 90_000).expect("put down");
}

fn a_damaged_text(disk: &Disk) {
    an_exchange(disk);
    let mut kept = open(disk, ID).expect("open");
    type_and_store(disk, &mut kept, "t1", "Tour of the control room");
    damage(disk);
}

fn damage(disk: &Disk) {
    let mut texts = disk.texts();
    let text = texts.get_mut(&keys::document(&id())).expect("stored");
    text.truncate(text.len() / 2);
    for (key, text) in texts {
        peer_exchange::store::Storage::set(&disk, &key, &text).expect("damaged");
    }
}

fn in_the_trash_for_long(disk: &Disk) {
    an_exchange(disk);
    let mut kept = open(disk, ID).expect("open");
    let long_ago = NOW - 31 * 24 * 60 * 60 * 1000;
    kept.write(ReplicaId::new("t1"), "t1", long_ago, |document, writer, now| {
        document.delete(&RecordAddress::root(), writer, now)
    })
    .expect("deleted");
    store(disk, &mut kept, "t1");
}

fn a_file() -> Entry {
    let mut theirs = Kept::new(Entry::new(id()));
    write(&mut theirs, "h1", "sessions/s1/place", "Basement", NOW);
    write(&mut theirs, "h1", "sessions/s3/title", "Q and A", NOW);
    theirs.entry().clone()
}

const PATHS: &[Path] = &[
    Path {
        name: "the first words of a new exchange",
        prepare: |_| {},
        act: |disk| {
            let mut kept = Kept::new(Entry::new(id()));
            type_and_store(disk, &mut kept, "t1", "Tour of the control room");
            Some(kept)
        },
    },
    Path {
        name: "a word",
        prepare: an_exchange,
        act: |disk| {
            let mut kept = open(disk, ID)?;
            type_and_store(disk, &mut kept, "t1", "Tour of the control room");
            Some(kept)
        },
    },
    Path {
        name: "a word beside what a closed tab left",
        prepare: an_orphan,
        act: |disk| {
            let mut kept = open(disk, ID)?;
            type_and_store(disk, &mut kept, "t1", "Tour of the control room");
            Some(kept)
        },
    },
    Path {
        name: "a word where the stored text is damaged",
        prepare: a_damaged_text,
        act: |disk| {
            let mut kept = open(disk, ID)?;
            type_and_store(disk, &mut kept, "t2", "Tour of the cells");
            Some(kept)
        },
    },
    Path {
        name: "a word where the text is damaged under an open page",
        prepare: |disk| {
            an_exchange(disk);
            let mut kept = open(disk, ID).expect("open");
            type_and_store(disk, &mut kept, "t1", "Tour of the control room");
        },
        act: |disk| {
            let mut kept = open(disk, ID)?;
            // The page is open; the damage is no call of the page.
            let sound = disk.sound();
            damage(&sound);
            let text = sound.texts().remove(&keys::document(&id()))?;
            let _ = kept.hear(&Documents(disk), text);
            type_and_store(disk, &mut kept, "t2", "Tour of the cells");
            Some(kept)
        },
    },
    Path {
        name: "a file taken in",
        prepare: an_exchange,
        act: |disk| {
            let mut kept = open(disk, ID)?;
            kept.take_file(&a_file());
            kept.end_file();
            store(disk, &mut kept, "t1");
            Some(kept)
        },
    },
    Path {
        name: "a file taken back",
        prepare: |disk| {
            an_exchange(disk);
            let mut kept = open(disk, ID).expect("open");
            kept.take_file(&a_file());
            kept.end_file();
            store(disk, &mut kept, "t1");
        },
        act: |disk| {
            // The page in which it was taken in is still open.
            let before = Disk::default();
            an_exchange(&before);
            let mut kept = open(&before, ID)?;
            kept.take_file(&a_file());
            kept.end_file();
            kept.take_back();
            store(disk, &mut kept, "t1");
            Some(kept)
        },
    },
    Path {
        name: "the whole exchange put into the trash",
        prepare: an_exchange,
        act: |disk| {
            let mut kept = open(disk, ID)?;
            kept.write(ReplicaId::new("t1"), "t1", NOW, |document, writer, now| {
                document.delete(&RecordAddress::root(), writer, now)
            })
            .expect("deleted");
            store(disk, &mut kept, "t1");
            Some(kept)
        },
    },
    Path {
        name: "an exchange that leaves the trash for good",
        prepare: in_the_trash_for_long,
        act: |disk| open(disk, ID),
    },
    Path {
        name: "an exchange removed from the device",
        prepare: an_orphan,
        act: |disk| {
            let _ = open(disk, ID)?.remove(&Documents(disk), NOW);
            None
        },
    },
    Path {
        name: "an exchange archived to a file",
        prepare: an_orphan,
        act: |disk| {
            let _ = archive(disk);
            None
        },
    },
    Path {
        name: "an archived exchange taken in again",
        prepare: |disk| {
            an_exchange(disk);
            archive(disk).expect("archived");
        },
        act: |disk| {
            let mut kept = Kept::new(Entry::new(id()));
            kept.take_file(&a_file());
            store(disk, &mut kept, "t1");
            Some(kept)
        },
    },
];

fn a_stub() -> Stub {
    Stub { id: id(), title: "Cameras".to_owned(), ..Stub::default() }
}

fn archive(disk: &Disk) -> Result<(), Refused> {
    open(disk, ID).ok_or(Refused::Full)?.archive(&Documents(disk), &a_stub(), NOW)
}

/// What is seen after the app is opened again. Where a document has only a delete mark that is not all
/// there, nothing is; so the mark is part of it.
fn seen_after(disk: &Disk) -> Value {
    let sound = disk.sound();
    let kept = open(&sound, ID);
    let deleted =
        kept.as_ref().map(|kept| kept.entry().document.is_deleted(&RecordAddress::root()));
    serde_json::json!([shown(kept.as_ref()), deleted])
}

/// The damaged texts, wherever they are.
fn damaged_texts(texts: &BTreeMap<String, String>) -> Vec<&String> {
    texts.values().filter(|text| !text.ends_with("\"}")).collect()
}

#[test]
fn a_fault_at_any_call_leaves_the_state_before_or_after_and_the_page_as_it_was() {
    let mut tried = 0;
    for path in PATHS {
        let prepared = Disk::default();
        (path.prepare)(&prepared);
        let (before, damaged) = (seen_after(&prepared), prepared.texts());
        let damaged = damaged_texts(&damaged);
        let whole = prepared.sound();
        let in_page = shown((path.act)(&whole).as_ref());
        let after = seen_after(&whole);
        assert!(whole.calls() > 0, "{}: it writes", path.name);
        for fault in Fault::ALL {
            for at in 1..=whole.calls() {
                let disk = prepared.with_fault(fault, at);
                let kept = (path.act)(&disk);
                let found = seen_after(&disk);
                let name = path.name;
                assert!(
                    found == before || found == after,
                    "{name}, {fault:?} at call {at}: {found:#} is neither {before:#} nor {after:#}"
                );
                // A browser that was killed has no page any more; any other still shows the edit.
                if fault != Fault::Stop {
                    assert_eq!(shown(kept.as_ref()), in_page, "{name}, {fault:?} at call {at}");
                }
                let texts = disk.texts();
                for text in &damaged {
                    assert!(texts.values().any(|it| it == *text), "{name}: a damaged text is lost");
                }
                tried += 1;
            }
        }
    }
    tell(&format!("{:>9} ways to write, a fault at every call: {tried} faults", PATHS.len()));
}

#[test]
fn an_archived_exchange_is_whole_or_there_is_a_stub_at_any_fault() {
    let prepared = Disk::default();
    an_orphan(&prepared);
    let before = seen_after(&prepared);
    let whole = prepared.sound();
    archive(&whole).expect("archived");
    assert_eq!(Documents(&whole).stubs(), [a_stub()]);
    assert_eq!(whole.texts().len(), 1, "only the stub");
    for fault in Fault::ALL {
        for at in 1..=whole.calls() {
            let disk = prepared.with_fault(fault, at);
            let archived = archive(&disk);
            let is_gone = seen_after(&disk) != before;
            let stubs = Documents(&disk).stubs();
            assert_eq!(is_gone, stubs == [a_stub()], "{fault:?} at call {at}: {stubs:?}");
            if fault != Fault::Stop {
                assert_eq!(is_gone, archived.is_ok(), "{fault:?} at call {at}");
            }
        }
    }
}

#[test]
fn a_stub_goes_once_the_exchange_is_stored_again_and_not_before() {
    let disk = Disk::default();
    an_exchange(&disk);
    archive(&disk).expect("archived");
    let mut kept = Kept::new(Entry::new(id()));
    kept.take_file(&a_file());
    let full = disk.with_fault(Fault::Fill, 1);
    store(&full, &mut kept, "t1");
    assert_eq!(Documents(&full).stubs(), [a_stub()]);
    store(&disk, &mut kept, "t1");
    assert_eq!(Documents(&disk).stub(&id()), None);
}

#[test]
fn an_exchange_removed_for_good_leaves_no_stub_of_an_earlier_time() {
    let disk = Disk::default();
    an_exchange(&disk);
    Documents(&disk).put_stub(&a_stub()).expect("put");
    open(&disk, ID).expect("open").remove(&Documents(&disk), NOW).expect("removed");
    assert!(disk.texts().is_empty());
}

#[test]
fn once_storage_works_again_everything_is_stored_with_the_next_attempt() {
    for path in PATHS {
        let prepared = Disk::default();
        (path.prepare)(&prepared);
        let whole = prepared.sound();
        (path.act)(&whole);
        for at in 1..=whole.calls() {
            let disk = prepared.with_fault(Fault::Fill, at);
            let Some(mut kept) = (path.act)(&disk) else { continue };
            let sound = disk.sound();
            store(&sound, &mut kept, "t1");
            assert_eq!(seen_after(&sound), seen_after(&whole), "{}, filled at {at}", path.name);
        }
    }
}

#[test]
fn a_text_that_does_not_fit_makes_room_of_older_texts_before_it_gives_up() {
    let disk = Disk::default();
    an_exchange(&disk);
    let mut kept = open(&disk, ID).expect("open");
    type_and_store(&disk, &mut kept, "t1", "Tour of the control room");
    assert!(disk.texts().contains_key(&keys::before(&id())));
    let refusing = disk.with_fault(Fault::Refuse, 1);
    let mut kept = open(&disk.sound(), ID).expect("open");
    write(&mut kept, "t2", "title", "Cameras, again", NOW);
    kept.put_tail(&Documents(&refusing), "t2", NOW).expect("there was room after all");
    assert!(!refusing.texts().contains_key(&keys::before(&id())));
}
