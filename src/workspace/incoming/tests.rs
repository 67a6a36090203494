//! Tests of what a file would bring.

use serde_json::{Value, json};

use super::*;
use crate::bundle::Bundle;
use crate::history::{Address, RecordAddress, ReplicaId, Writer};
use crate::workspace::Origin;

struct Hand {
    entry: Entry,
    writer: Writer,
}

impl Hand {
    fn new(name: &str) -> Self {
        let entry = Entry::new(Id::from("x"));
        Self { entry, writer: Writer::new(ReplicaId::new(name)) }
    }

    fn write(&mut self, address: &str, value: Value, now: u64) {
        let edits = vec![(Address::parse(address).expect("an address"), value)];
        self.entry.document.commit(edits, &mut self.writer, now).expect("committed");
    }

    fn delete(&mut self, record: &RecordAddress, now: u64) {
        self.entry.document.delete(record, &mut self.writer, now).expect("deleted");
    }
}

fn pair() -> (Hand, Hand) {
    let (mut here, mut there) = (Hand::new("here"), Hand::new("there"));
    here.write("title", json!("Cameras"), 1000);
    here.write("sessions/s1/title", json!("Tour"), 1001);
    here.write("sessions/s1/place", json!("Lobby"), 1002);
    there.entry.merge(&here.entry);
    (here, there)
}

fn opened(here: Option<&Hand>, file: Vec<&Hand>) -> Incoming {
    let entries = file.into_iter().map(|hand| hand.entry.clone()).collect();
    let bundle = Bundle { entries, ..Bundle::default() };
    Incoming::new(Received::from(bundle), |_| here.map(|hand| hand.entry.clone()))
}

fn only(here: &Hand, there: &Hand) -> IncomingDocument {
    opened(Some(here), vec![there]).documents.remove(0)
}

#[test]
fn an_unknown_exchange_is_new_and_is_added_unless_skipped() {
    let (_, there) = pair();
    let mut incoming = opened(None, vec![&there]);
    assert_eq!(incoming.documents[0].standing, Standing::New);
    let Content::Exchange(exchange) = &incoming.documents[0].content else { panic!("an exchange") };
    assert_eq!(exchange.about.title, "Cameras");
    assert_eq!(incoming.tally(), Tally { added: 1, ..Tally::default() });
    incoming.documents[0].taking = Taking::Skip;
    assert_eq!(incoming.tally().taken(), 0);
}

#[test]
fn a_copy_without_news_asks_for_no_decision() {
    let (here, there) = pair();
    let exchange = only(&here, &there);
    assert_eq!((exchange.standing, exchange.taking), (Standing::NothingNew, Taking::Skip));
    assert!(exchange.choices().is_empty());
}

#[test]
fn an_older_copy_has_nothing_new() {
    let (mut here, there) = pair();
    here.write("title", json!("Cameras and storage"), 2000);
    assert_eq!(only(&here, &there).standing, Standing::NothingNew);
}

#[test]
fn news_are_counted_by_collection_with_the_exchange_itself_first() {
    let (here, mut there) = pair();
    there.write("sessions/s1/place", json!("Basement"), 2000);
    there.write("sessions/s2/title", json!("Lunch"), 2001);
    there.write("people/p1/name", json!("Capt. Birch"), 2002);
    there.write("goal", json!("Learn"), 2003);
    let exchange = only(&here, &there);
    assert_eq!(exchange.standing, Standing::HasNews);
    let counted = |collection: Option<&str>, added, changed| Counted {
        collection: collection.map(str::to_owned),
        added,
        changed,
        removed: 0,
    };
    let expected =
        [counted(None, 0, 1), counted(Some("people"), 1, 0), counted(Some("sessions"), 1, 1)];
    assert_eq!(exchange.counted(), expected);
}

#[test]
fn a_removed_record_keeps_its_name_for_the_preview() {
    let (here, mut there) = pair();
    there.delete(&RecordAddress::new("sessions", "s1"), 2000);
    let exchange = only(&here, &there);
    let removed =
        Counted { collection: Some("sessions".to_owned()), removed: 1, ..Counted::default() };
    assert_eq!(exchange.counted(), [removed]);
    assert_eq!(exchange.names.sessions[&Id::from("s1")].title, "Tour");
}

#[test]
fn conflicts_are_left_open_until_a_person_chooses() {
    let (mut here, mut there) = pair();
    here.write("sessions/s1/place", json!("Hall"), 3000);
    there.write("sessions/s1/place", json!("Basement"), 2000);
    let mut incoming = opened(Some(&here), vec![&there]);
    assert_eq!(incoming.documents[0].standing, Standing::Differs);
    assert_eq!(incoming.tally(), Tally { merged: 1, left_open: 1, ..Tally::default() });

    let conflict = &mut incoming.documents[0].conflicts[0];
    assert_eq!(conflict.chosen(), None);
    conflict.settling = Settling::Version(1);
    assert_eq!(conflict.chosen(), Some(&json!("Basement")));
    conflict.settling = Settling::Both;
    assert_eq!(conflict.chosen(), Some(&json!("Basement / Hall")));
    assert_eq!(incoming.tally().left_open, 0);
}

#[test]
fn the_versions_that_are_here_come_before_those_in_the_file() {
    let (mut here, mut there) = pair();
    here.write("title", json!("Older"), 2000);
    there.write("title", json!("Newer"), 3000);
    let exchange = only(&here, &there);
    let origins: Vec<Origin> =
        exchange.conflicts[0].conflict.versions.iter().map(|version| version.origin).collect();
    assert_eq!(origins, [Origin::Here, Origin::File]);
}

#[test]
fn both_is_offered_for_texts_only() {
    let (mut here, mut there) = pair();
    for (hand, start, goal) in [(&mut here, "09:00", "Learn"), (&mut there, "10:00", "See")] {
        let slot = json!({"day": 1, "start": start, "minutes": 60});
        hand.write("sessions/s1/slot", slot, 2000);
        hand.write("goal", json!(goal), 2001);
    }
    let both: Vec<Option<Value>> =
        only(&here, &there).conflicts.into_iter().map(|conflict| conflict.both).collect();
    assert_eq!(both, [Some(json!("Learn\nSee")), None]);
}

#[test]
fn both_is_not_offered_for_texts_that_would_be_cut_in_a_file() {
    for (letters, is_offered) in [(32_767, true), (32_768, false)] {
        let (mut here, mut there) = pair();
        here.write("goal", json!("a".repeat(letters)), 2000);
        there.write("goal", json!("b".repeat(32_768)), 2000);
        let exchange = only(&here, &there);
        assert_eq!(exchange.conflicts[0].both.is_some(), is_offered, "{letters}");
    }
}

#[test]
fn an_exchange_that_the_sender_deleted_is_skipped_unless_asked_for() {
    let (here, mut there) = pair();
    there.delete(&RecordAddress::root(), 2000);
    let exchange = only(&here, &there);
    assert!(exchange.deleted_by_sender && !exchange.is_to_be_restored());
    assert_eq!(exchange.taking, Taking::Skip);

    let mut incoming = opened(Some(&here), vec![&there]);
    incoming.documents[0].taking = Taking::Take;
    assert_eq!(incoming.tally(), Tally { deleted: 1, ..Tally::default() });
}

#[test]
fn an_exchange_in_the_trash_here_can_be_brought_back_by_its_file() {
    let (mut here, there) = pair();
    here.delete(&RecordAddress::root(), 2000);
    let exchange = only(&here, &there);
    assert!(exchange.in_trash_here && exchange.is_to_be_restored());
    assert_eq!(exchange.choices(), [Taking::Take, Taking::Skip]);
    assert_eq!(exchange.taking, Taking::Take);
    let tally = opened(Some(&here), vec![&there]).tally();
    assert_eq!(tally, Tally { restored: 1, ..Tally::default() });
}

#[test]
fn one_exchange_twice_in_a_file_is_one_exchange() {
    let (_, there) = pair();
    assert_eq!(opened(None, vec![&there, &there]).documents.len(), 1);
}

#[test]
fn both_sides_that_keep_both_texts_write_the_same_one() {
    let (mut here, mut there) = pair();
    here.write("goal", json!("Learn"), 3000);
    there.write("goal", json!("See"), 2000);
    let joined = |from: &Hand, file: &Hand| only(from, file).conflicts[0].both.clone();
    assert_eq!(joined(&here, &there), Some(json!("See\nLearn")));
    assert_eq!(joined(&there, &here), joined(&here, &there));
}
