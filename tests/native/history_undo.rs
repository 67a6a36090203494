//! Undo and redo: examples, and what holds for random steps while somebody else writes too.
//!
//! `PEER_EXCHANGE_CASES` sets how many random histories each property is tried on.

use peer_exchange::history::{
    Address, Before, CommitError, Document, RecordAddress, ReplicaId, Step, Steps, Undone, Way,
    Writer, authors,
};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

const ADDRESSES: [&str; 7] = [
    "title",
    "focus_areas/technology",
    "s/a/t",
    "s/a/u",
    "s/a/objectives/o1",
    "s/b/t",
    "s/b/private",
];
const RECORDS: [&str; 3] = ["s/a", "s/b", ""];

fn at(address: &str) -> Address {
    Address::parse(address).unwrap()
}

fn of(record: &str) -> RecordAddress {
    RecordAddress::parse(record).unwrap()
}

/// Somebody who writes, with the steps that can be undone.
struct Hand {
    document: Document,
    writer: Writer,
    steps: Steps,
    now: u64,
}

impl Hand {
    fn new(name: &str, now: u64) -> Self {
        let writer = Writer::new(ReplicaId::new(name));
        Self { document: Document::new(), writer, steps: Steps::new(), now }
    }

    fn step(
        &mut self,
        before: Before,
        may_join: bool,
        write: impl FnOnce(&mut Document, &mut Writer, u64) -> Result<Document, CommitError>,
    ) {
        self.now += 10;
        let delta = write(&mut self.document, &mut self.writer, self.now).unwrap();
        self.steps.push(Step::new(&before, &delta), may_join);
    }

    fn write(&mut self, address: &str, value: Value) {
        self.write_on(address, value, false);
    }

    fn write_on(&mut self, address: &str, value: Value, may_join: bool) {
        let before = self.document.before([at(address)]);
        let edits = vec![(at(address), value)];
        self.step(before, may_join, |document, writer, now| document.commit(edits, writer, now));
    }

    fn delete(&mut self, record: &str) {
        let record = of(record);
        let before = self.document.before([record.deleted()]);
        self.step(before, false, |document, writer, now| document.delete(&record, writer, now));
    }

    fn restore(&mut self, record: &str) {
        let record = of(record);
        let before = self.document.before_all(&record);
        self.step(before, false, |document, writer, now| document.restore(&record, writer, now));
    }

    fn empty(&mut self, record: &str) {
        let record = of(record);
        let before = self.document.before_all(&record);
        self.step(before, false, |document, writer, now| document.empty(&record, writer, now));
    }

    fn go(&mut self, way: Way) -> Option<Undone> {
        self.now += 10;
        self.steps.go(way, &mut self.document, &mut self.writer, self.now).unwrap()
    }

    fn undo(&mut self) -> Undone {
        self.go(Way::Undo).expect("a step")
    }

    fn redo(&mut self) -> Undone {
        self.go(Way::Redo).expect("a step")
    }

    fn has_in_trash(&self, record: &RecordAddress) -> bool {
        [record, &RecordAddress::root()].into_iter().any(|it| self.document.is_deleted(it))
    }

    fn can_restore(&self, record: &RecordAddress) -> bool {
        self.document.is_deleted(record)
            && (record.is_root() || !self.document.is_deleted(&RecordAddress::root()))
    }

    /// What a person sees: the values, the conflicts, and what is in the trash.
    fn sees(&self) -> Value {
        let conflicts: Vec<String> = self
            .document
            .all_conflicts()
            .map(|(address, others)| {
                let others: Vec<&Value> = others.iter().map(|sibling| &sibling.value).collect();
                format!("{address}: {others:?}")
            })
            .collect();
        let trash = RECORDS.map(|record| self.document.is_deleted(&of(record)));
        let Value::Object(mut plain) = self.document.plain() else { unreachable!() };
        // The marks themselves name stamps; what they mean is in `trash`.
        plain.remove("deleted");
        for record in plain.values_mut().filter_map(Value::as_array_mut).flatten() {
            if let Some(fields) = record.as_object_mut() {
                fields.remove("deleted");
            }
        }
        // A record of which only the mark is left is no record.
        for records in plain.values_mut().filter_map(Value::as_array_mut) {
            records.retain(|record| record.as_object().is_none_or(|fields| fields.len() > 1));
        }
        plain.retain(|_, value| value.as_array().is_none_or(|items| !items.is_empty()));
        json!({ "plain": plain, "conflicts": conflicts, "trash": trash })
    }
}

#[test]
fn what_was_written_is_undone_and_redone_step_by_step() {
    let mut anna = Hand::new("anna", 1000);
    anna.write("title", json!("Visit"));
    anna.write("title", json!("Visit to Riverton"));
    anna.write("s/a/t", json!("Tour"));
    let all = anna.sees();
    anna.undo();
    anna.undo();
    assert_eq!(anna.document.plain(), json!({"title": "Visit"}));
    anna.undo();
    assert_eq!(anna.document.plain(), json!({}));
    assert_eq!(anna.go(Way::Undo), None);
    for _ in 0..3 {
        anna.redo();
    }
    assert_eq!(anna.sees(), all);
    assert_eq!(anna.go(Way::Redo), None);
}

#[test]
fn how_many_steps_there_are_and_what_the_next_one_brings_back_is_known() {
    let mut anna = Hand::new("anna", 1000);
    assert_eq!((anna.steps.len(), anna.steps.is_empty()), (0, true));
    anna.write("title", json!("Visit"));
    anna.write("title", json!("Visit to Riverton"));
    assert_eq!((anna.steps.len(), anna.steps.is_empty()), (2, false));
    let brings_back = |anna: &Hand, way| -> Vec<(Address, Option<Value>)> {
        let step = anna.steps.next(way).expect("a step");
        step.restores().map(|(at, value)| (at.clone(), value.cloned())).collect()
    };
    assert_eq!(brings_back(&anna, Way::Undo), [(at("title"), Some(json!("Visit")))]);
    anna.undo();
    assert_eq!(anna.steps.len(), 1);
    assert_eq!(brings_back(&anna, Way::Undo), [(at("title"), None)]);
    assert_eq!(brings_back(&anna, Way::Redo), [(at("title"), Some(json!("Visit to Riverton")))]);
}

#[test]
fn what_somebody_else_wrote_since_stays_and_is_named() {
    let (mut anna, mut ben) = (Hand::new("anna", 1000), Hand::new("ben", 5000));
    anna.write("s/a/t", json!("Tour"));
    let before = anna.document.before([at("s/a/t"), at("s/a/u")]);
    let edits = vec![(at("s/a/t"), json!("Long tour")), (at("s/a/u"), json!("12"))];
    anna.step(before, false, |document, writer, now| document.commit(edits, writer, now));
    ben.document.merge(&anna.document);
    ben.write("s/a/t", json!("Tour of the room"));
    anna.document.merge(&ben.document);
    let undone = anna.undo();
    assert_eq!(undone.written, [at("s/a/u")]);
    let by_ben = anna.document.stamp(&at("s/a/t")).unwrap().clone();
    assert_eq!(by_ben.replica, ReplicaId::new("ben"));
    assert_eq!(undone.left, [(at("s/a/t"), by_ben)]);
    assert_eq!(anna.document.plain(), json!({"s": [{"id": "a", "t": "Tour of the room"}]}));
    // The step before is about the same value: nothing of it is left to undo.
    assert_eq!(anna.undo().written, []);
}

#[test]
fn a_value_written_apart_is_not_removed_by_undoing_the_one_beside_it() {
    let (mut anna, mut ben) = (Hand::new("anna", 1000), Hand::new("ben", 900));
    anna.write("title", json!("May"));
    ben.write("title", json!("June"));
    anna.document.merge(&ben.document);
    let sees = anna.sees();
    assert_eq!(anna.undo().written, []);
    assert_eq!(anna.sees(), sees);
}

#[test]
fn undoing_a_settled_conflict_brings_the_conflict_back() {
    let (mut anna, mut ben) = (Hand::new("anna", 1000), Hand::new("ben", 900));
    anna.write("title", json!("May"));
    ben.write("title", json!("June"));
    anna.document.merge(&ben.document);
    let sees = anna.sees();
    anna.write("title", json!("May or June"));
    anna.undo();
    assert_eq!(anna.sees(), sees);
    ben.document.merge(&anna.document);
    assert_eq!(ben.sees(), sees);
    anna.redo();
    assert_eq!(anna.document.value(&at("title")), Some(&json!("May or June")));
    ben.document.merge(&anna.document);
    assert_eq!(ben.document, anna.document);
}

#[test]
fn deleting_restoring_and_emptying_are_undone() {
    let mut anna = Hand::new("anna", 1000);
    anna.write("s/a/t", json!("Tour"));
    let mut seen = vec![anna.sees()];
    anna.delete("s/a");
    seen.push(anna.sees());
    anna.restore("s/a");
    seen.push(anna.sees());
    anna.delete("s/a");
    seen.push(anna.sees());
    anna.empty("s/a");
    for expected in seen.iter().rev() {
        anna.undo();
        assert_eq!(anna.sees(), *expected);
    }
    anna.redo();
    assert!(anna.document.is_deleted(&of("s/a")));
}

#[test]
fn undoing_a_delete_brings_nothing_back_that_somebody_else_emptied_since() {
    let (mut anna, mut ben) = (Hand::new("anna", 1000), Hand::new("ben", 5000));
    anna.write("s/a/t", json!("Tour"));
    anna.delete("s/a");
    ben.document.merge(&anna.document);
    ben.empty("s/a");
    anna.document.merge(&ben.document);
    let sees = anna.sees();
    let undone = anna.undo();
    let mark = of("s/a").deleted();
    assert_eq!(undone.written, []);
    assert_eq!(undone.left, [(mark.clone(), anna.document.stamp(&mark).unwrap().clone())]);
    assert_eq!(undone.left[0].1.replica, ReplicaId::new("ben"));
    assert_eq!(anna.sees(), sees);
    // The writing of the value is a step before it: that was emptied too.
    assert_eq!(anna.undo().written, []);
    assert_eq!(anna.sees(), sees);
}

#[test]
fn a_delete_is_undone_although_others_wrote_since_and_their_edits_stay() {
    let (mut anna, mut ben) = (Hand::new("anna", 1000), Hand::new("ben", 5000));
    anna.write("s/a/t", json!("Tour"));
    ben.document.merge(&anna.document);
    anna.delete("s/a");
    // A file of somebody who does not know of it.
    ben.write("s/a/u", json!("12"));
    ben.write("title", json!("Visit"));
    anna.document.merge(&ben.document);
    assert_eq!(anna.undo().left, []);
    let both = json!({"title": "Visit", "s": [{"id": "a", "t": "Tour", "u": "12"}]});
    assert_eq!(anna.document.plain(), both);
    // She has seen it now: deleting again takes it along into the trash.
    anna.redo();
    assert!(anna.document.is_deleted(&of("s/a")));
    anna.undo();
    assert_eq!(anna.document.plain(), both);
}

#[test]
fn undoing_a_delete_leaves_the_delete_of_somebody_else() {
    let (mut anna, mut ben) = (Hand::new("anna", 1000), Hand::new("ben", 5000));
    anna.write("s/a/t", json!("Tour"));
    ben.document.merge(&anna.document);
    anna.delete("s/a");
    ben.delete("s/a");
    anna.document.merge(&ben.document);
    assert_eq!(anna.undo().written, []);
    assert!(anna.document.is_deleted(&of("s/a")));
}

#[test]
fn after_a_value_was_undone_and_redone_a_redone_delete_still_deletes() {
    let mut anna = Hand::new("anna", 1000);
    anna.write("s/a/t", json!("Tour"));
    anna.delete("s/a");
    anna.undo();
    anna.undo();
    anna.redo();
    anna.redo();
    assert!(anna.document.is_deleted(&of("s/a")));
    anna.undo();
    assert_eq!(anna.document.plain(), json!({"s": [{"id": "a", "t": "Tour"}]}));
}

#[test]
fn steps_that_go_on_with_each_other_are_one_if_they_may_be() {
    let mut anna = Hand::new("anna", 1000);
    anna.write("title", json!("V"));
    for text in ["Vi", "Vis"] {
        anna.write_on("title", json!(text), true);
    }
    anna.write_on("s/a/t", json!("T"), true);
    anna.write("s/a/t", json!("To"));
    anna.undo();
    assert_eq!(anna.document.value(&at("s/a/t")), Some(&json!("T")));
    anna.undo();
    assert_eq!(anna.document.plain(), json!({"title": "Vis"}));
    anna.undo();
    assert_eq!(anna.document.plain(), json!({}));
}

#[test]
fn steps_with_something_in_between_are_two() {
    let (mut anna, mut ben) = (Hand::new("anna", 1000), Hand::new("ben", 5000));
    anna.write("title", json!("V"));
    ben.document.merge(&anna.document);
    ben.write("title", json!("B"));
    anna.document.merge(&ben.document);
    anna.write_on("title", json!("Bv"), true);
    anna.undo();
    assert_eq!(anna.document.plain(), json!({"title": "B"}));
    assert_eq!(anna.undo().written, []);
}

#[test]
fn a_new_step_ends_what_could_be_redone() {
    let mut anna = Hand::new("anna", 1000);
    anna.write("title", json!("V"));
    anna.undo();
    anna.write("s/a/t", json!("Tour"));
    assert_eq!(anna.go(Way::Redo), None);
}

#[test]
fn the_oldest_steps_are_forgotten_first_and_those_that_were_undone_last() {
    let mut anna = Hand::new("anna", 1000);
    anna.write("title", json!("V"));
    anna.write("s/a/t", json!("Tour"));
    anna.write("s/b/t", json!("Talk"));
    anna.undo();
    assert!(anna.steps.forget_oldest());
    anna.undo();
    assert_eq!(anna.document.plain(), json!({"title": "V"}));
    assert_eq!(anna.go(Way::Undo), None);
    assert!(anna.steps.forget_oldest() && anna.steps.forget_oldest());
    assert!(!anna.steps.forget_oldest());
    assert_eq!(anna.go(Way::Redo), None);
}

#[test]
fn steps_that_were_not_written_by_this_app_are_not_read() {
    for text in [
        "null",
        "[]",
        "{}",
        r#"{"done": [[["a", [], [], 1]]], "undone": []}"#,
        r#"{"done": [[["a/b/c/d/e", [], [], []]]], "undone": []}"#,
        r#"{"done": [[["a", [1], [["r", 0]], []]]], "undone": []}"#,
    ] {
        let json: Value = serde_json::from_str(text).unwrap();
        assert_eq!(Steps::from_json(&json), None, "{text}");
    }
}

#[derive(Clone, Debug)]
enum Act {
    Write(Index, u8),
    Delete(Index),
    Restore(Index),
    Empty(Index),
    Undo,
    Redo,
    OtherWrites(Index, u8),
    OtherDeletes(Index),
    OtherHears,
    HearOther,
    Reload,
}

/// What one person does alone.
fn own_act() -> impl Strategy<Value = Act> {
    let index = any::<Index>;
    prop_oneof![
        6 => (index(), 0..3_u8).prop_map(|(at, value)| Act::Write(at, value)),
        2 => index().prop_map(Act::Delete),
        1 => index().prop_map(Act::Restore),
        1 => index().prop_map(Act::Empty),
        4 => Just(Act::Undo),
        3 => Just(Act::Redo),
        1 => Just(Act::Reload),
    ]
}

fn act() -> impl Strategy<Value = Act> {
    let index = any::<Index>;
    prop_oneof![
        18 => own_act(),
        2 => (index(), 0..3_u8).prop_map(|(at, value)| Act::OtherWrites(at, value)),
        1 => index().prop_map(Act::OtherDeletes),
        1 => Just(Act::OtherHears),
        1 => Just(Act::HearOther),
    ]
}

fn value(of: u8, number: usize) -> Value {
    if of == 0 { Value::Null } else { json!(format!("v{number}")) }
}

fn play(act: &Act, number: usize, anna: &mut Hand, ben: &mut Hand) {
    let address = |index: &Index| ADDRESSES[index.index(ADDRESSES.len())];
    let record = |index: &Index| RECORDS[index.index(RECORDS.len())];
    let valued = |address: &str, kind: u8| match (address, value(kind, number)) {
        (_, Value::Null) => Value::Null,
        ("s/a/objectives/o1" | "focus_areas/technology", _) => json!(true),
        (_, value) => value,
    };
    match act {
        // What is in the trash is not shown: it can only be restored or emptied, as a whole.
        Act::Write(index, kind) if !anna.has_in_trash(&at(address(index)).record()) => {
            anna.write(address(index), valued(address(index), *kind));
        }
        Act::Delete(index) if !anna.has_in_trash(&of(record(index))) => anna.delete(record(index)),
        Act::Restore(index) if anna.can_restore(&of(record(index))) => anna.restore(record(index)),
        Act::Empty(index) if anna.can_restore(&of(record(index))) => anna.empty(record(index)),
        Act::Write(..) | Act::Delete(_) | Act::Restore(_) | Act::Empty(_) => {}
        Act::Undo => drop(anna.go(Way::Undo)),
        Act::Redo => drop(anna.go(Way::Redo)),
        Act::OtherWrites(index, kind) => ben.write(address(index), valued(address(index), *kind)),
        Act::OtherDeletes(index) => ben.delete(record(index)),
        Act::OtherHears => ben.document.merge(&anna.document),
        Act::HearOther => anna.document.merge(&ben.document),
        Act::Reload => {
            let json = anna.steps.to_json();
            let read = Steps::from_json(&json).unwrap();
            assert_eq!(read, anna.steps);
            anna.steps = read;
        }
    }
}

fn cases() -> ProptestConfig {
    let set = std::env::var("PEER_EXCHANGE_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig { cases: set.unwrap_or(10_000), failure_persistence: None, ..Default::default() }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn alone_undoing_everything_leads_to_the_beginning_and_redoing_it_to_the_end(
        common in prop::collection::vec(own_act(), 0..6),
        acts in prop::collection::vec(own_act(), 1..16),
    ) {
        let (mut anna, mut ben) = (Hand::new("anna", 1000), Hand::new("ben", 1000));
        for (number, act) in common.iter().enumerate() {
            play(act, number, &mut anna, &mut ben);
        }
        anna.steps = Steps::new();
        let beginning = anna.sees();
        for (number, act) in acts.iter().enumerate() {
            play(act, 100 + number, &mut anna, &mut ben);
        }
        while anna.steps.next(Way::Redo).is_some() {
            prop_assert_eq!(anna.redo().left, []);
        }
        let mut seen = Vec::new();
        while anna.steps.next(Way::Undo).is_some() {
            seen.push(anna.sees());
            prop_assert_eq!(anna.undo().left, []);
        }
        prop_assert_eq!(anna.sees(), beginning);
        while let Some(expected) = seen.pop() {
            prop_assert_eq!(anna.redo().left, []);
            prop_assert_eq!(anna.sees(), expected);
        }
    }

    #[test]
    fn undo_removes_nothing_of_somebody_else_and_all_copies_agree(
        acts in prop::collection::vec(act(), 1..24),
    ) {
        let (mut anna, mut ben) = (Hand::new("anna", 1000), Hand::new("ben", 1000));
        for (number, act) in acts.iter().enumerate() {
            let before = anna.document.clone();
            play(act, number, &mut anna, &mut ben);
            if matches!(act, Act::Undo | Act::Redo) {
                for (address, siblings) in before.registers() {
                    for theirs in siblings.iter().filter(|it| it.stamp.replica.as_str() == "ben") {
                        let kept = anna.document.siblings(address);
                        prop_assert!(
                            kept.is_some_and(|kept| kept.holds(&theirs.stamp)),
                            "{} of ben at {} is gone", theirs.stamp, address
                        );
                    }
                }
            }
        }
        let mut both = anna.document.clone();
        both.merge(&ben.document);
        ben.document.merge(&anna.document);
        prop_assert_eq!(&both, &ben.document);
        let authors = authors::Authors::new();
        prop_assert_eq!(both.write(&authors), ben.document.write(&authors));
    }
}
