//! The laws of merging, on random histories: two to six copies whose clocks are off by up to a year
//! edit, delete, restore, empty, settle, merge, open redacted copies, take opened files back, get
//! fresh ids, and hear of each other's commits one by one.
//!
//! `PEER_EXCHANGE_CASES` sets how many histories each law is tried on.

use std::collections::{BTreeMap, BTreeSet};

use peer_exchange::history::{
    Address, Authors, Document, RecordAddress, ReplicaId, Stamp, Writer, diff, take_back,
};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

/// Also a value where others have a collection, and members where others have a value.
const ADDRESSES: [&str; 12] = [
    "title",
    "focus_areas/technology",
    "focus_areas/training",
    "s",
    "s/a/deleted/odd",
    "s/a/objectives",
    "s/a/objectives/o1",
    "s/a/objectives/o2",
    "s/a/t",
    "s/a/u",
    "s/b/private",
    "s/b/t",
];
const RECORDS: [&str; 3] = ["s/a", "s/b", ""];
const YEAR: i64 = 366 * 24 * 60 * 60 * 1000;

fn at(address: &str) -> Address {
    Address::parse(address).unwrap()
}

fn of(record: &str) -> RecordAddress {
    RecordAddress::parse(record).unwrap()
}

fn one_address(index: Index) -> Address {
    at(ADDRESSES[index.index(ADDRESSES.len())])
}

fn one_record(index: Index) -> RecordAddress {
    of(RECORDS[index.index(RECORDS.len())])
}

fn is_hidden(address: &Address) -> bool {
    matches!(address.as_str(), "s/b/private" | "s/a/u" | "focus_areas/training")
}

#[derive(Clone, Debug)]
enum Step {
    Edit { who: Index, edits: Vec<(Index, Write)> },
    Delete { who: Index, record: Index },
    Restore { who: Index, record: Index },
    Empty { who: Index, record: Index },
    Settle { who: Index, conflict: Index },
    Merge { who: Index, from: Index, redacted: bool },
    Hear { who: Index, commit: Index },
    OpenAndTakeBack { who: Index, from: Index, address: Index },
    FreshReplica { who: Index },
}

#[derive(Clone, Debug)]
enum Write {
    Text,
    Member,
    Null,
}

fn step() -> impl Strategy<Value = Step> {
    let index = any::<Index>;
    let write =
        prop_oneof![3 => Just(Write::Text), 2 => Just(Write::Member), 1 => Just(Write::Null)];
    let edits = prop::collection::vec((index(), write), 1..4);
    prop_oneof![
        10 => (index(), edits).prop_map(|(who, edits)| Step::Edit { who, edits }),
        2 => (index(), index()).prop_map(|(who, record)| Step::Delete { who, record }),
        1 => (index(), index()).prop_map(|(who, record)| Step::Restore { who, record }),
        1 => (index(), index()).prop_map(|(who, record)| Step::Empty { who, record }),
        2 => (index(), index()).prop_map(|(who, conflict)| Step::Settle { who, conflict }),
        6 => (index(), index(), prop::bool::weighted(0.3))
            .prop_map(|(who, from, redacted)| Step::Merge { who, from, redacted }),
        2 => (index(), index()).prop_map(|(who, commit)| Step::Hear { who, commit }),
        1 => (index(), index(), index())
            .prop_map(|(who, from, address)| Step::OpenAndTakeBack { who, from, address }),
        1 => index().prop_map(|who| Step::FreshReplica { who }),
    ]
}

/// What happened: the copies as they are at the end, and everything that was ever written.
#[derive(Clone, Debug, Default)]
struct World {
    copies: Vec<Copy>,
    commits: Vec<Document>,
    written: BTreeMap<Stamp, (Address, Value)>,
    /// The edits that somebody replaced knowingly.
    replaced: BTreeSet<Stamp>,
}

#[derive(Clone, Debug)]
struct Copy {
    document: Document,
    writer: Writer,
    clock: u64,
}

fn world() -> impl Strategy<Value = World> {
    let clocks = prop::collection::vec(-YEAR..YEAR, 2..=6);
    (clocks, prop::collection::vec(step(), 1..50)).prop_map(|(clocks, steps)| {
        let mut world = World::default();
        for (i, skew) in clocks.into_iter().enumerate() {
            let writer = Writer::new(ReplicaId::new(&format!("r{i}")));
            let clock = 1_764_489_600_000_u64.saturating_add_signed(skew);
            world.copies.push(Copy { document: Document::new(), writer, clock });
        }
        for (t, step) in steps.into_iter().enumerate() {
            world.step(t, step);
        }
        world
    })
}

type Written = Result<Document, peer_exchange::history::CommitError>;

impl World {
    fn step(&mut self, t: usize, step: Step) {
        let count = self.copies.len();
        match step {
            Step::Edit { who, edits } => {
                let edits = edits.into_iter().enumerate().map(|(i, (address, write))| {
                    let value = match write {
                        Write::Text => json!(format!("v{t}.{i}")),
                        Write::Member => json!(true),
                        Write::Null => Value::Null,
                    };
                    (one_address(address), value)
                });
                let edits: Vec<_> = edits.collect();
                self.commit(t, who, |d, w, now| d.commit(edits, w, now));
            }
            Step::Delete { who, record } => {
                self.commit(t, who, |d, w, now| d.delete(&one_record(record), w, now));
            }
            Step::Restore { who, record } => {
                self.commit(t, who, |d, w, now| d.restore(&one_record(record), w, now));
            }
            Step::Empty { who, record } => {
                self.commit(t, who, |d, w, now| d.empty(&one_record(record), w, now));
            }
            Step::Settle { who, conflict } => self.commit(t, who, |document, writer, now| {
                let conflicts: Vec<_> = document
                    .all_conflicts()
                    .map(|(address, values)| (address.clone(), values[0].value.clone()))
                    .collect();
                let chosen = (!conflicts.is_empty()).then(|| conflict.get(&conflicts).clone());
                document.commit(chosen.into_iter().collect(), writer, now)
            }),
            Step::Merge { who, from, redacted } => {
                let from = &self.copies[from.index(count)].document;
                let told = if redacted { from.redacted(is_hidden) } else { from.clone() };
                self.copies[who.index(count)].document.merge(&told);
            }
            Step::Hear { who, commit } => {
                if !self.commits.is_empty() {
                    let told = commit.get(&self.commits).clone();
                    self.copies[who.index(count)].document.merge(&told);
                }
            }
            Step::OpenAndTakeBack { who, from, address } => {
                let opened = self.copies[from.index(count)].document.clone();
                let before = self.copies[who.index(count)].document.clone();
                self.copies[who.index(count)].document.merge(&opened);
                let edits = vec![(one_address(address), json!(format!("v{t}")))];
                self.commit(t, who, |d, w, now| d.commit(edits, w, now));
                let own = self.commits.last();
                self.copies[who.index(count)].document = take_back(&before, own);
            }
            Step::FreshReplica { who } => {
                let id = ReplicaId::new(&format!("fresh{t}"));
                self.copies[who.index(count)].writer = Writer::new(id);
            }
        }
    }

    fn commit(
        &mut self,
        t: usize,
        who: Index,
        make: impl FnOnce(&mut Document, &mut Writer, u64) -> Written,
    ) {
        let who = who.index(self.copies.len());
        let Copy { document, writer, clock } = &mut self.copies[who];
        let before = document.clone();
        let delta = make(document, writer, *clock + t as u64).unwrap();
        assert_eq!(*document, merged([&before, &delta]), "a commit is the merge of its delta");
        for (address, siblings) in delta.registers() {
            let known = before.siblings(address).into_iter().flat_map(|siblings| siblings.iter());
            self.replaced.extend(known.map(|sibling| sibling.stamp.clone()));
            for sibling in siblings.iter() {
                let value = (address.clone(), sibling.value.clone());
                let again = self.written.insert(sibling.stamp.clone(), value);
                assert_eq!(again, None, "a number was used twice");
            }
        }
        self.commits.push(delta);
    }

    fn documents(&self) -> impl Iterator<Item = &Document> {
        self.copies.iter().map(|copy| &copy.document).chain(&self.commits)
    }

    fn gathered(&self) -> Document {
        merged(self.documents())
    }
}

fn merged<'a>(documents: impl IntoIterator<Item = &'a Document>) -> Document {
    let mut all = Document::new();
    documents.into_iter().for_each(|document| all.merge(document));
    all
}

fn text_of(document: &Document) -> String {
    let (plain, history) = document.write(&Authors::new());
    json!({ "document": plain, "history": history }).to_string()
}

fn read_back(document: &Document) -> Document {
    let stored: Value = serde_json::from_str(&text_of(document)).unwrap();
    let unstamped = Stamp::new(1, ReplicaId::new("outside"));
    let reading = Document::read(&stored["document"], &stored["history"], &unstamped);
    assert_eq!(reading.problems, []);
    reading.document
}

#[test]
fn conflicts_of_what_is_in_the_trash_are_not_listed_until_it_comes_back() {
    let (mut anna, mut ben) = (Document::new(), Document::new());
    let mut anna_writes = Writer::new(ReplicaId::new("anna"));
    anna.commit(vec![(at("s/a/t"), json!("here"))], &mut anna_writes, 1).unwrap();
    let mut ben_writes = Writer::new(ReplicaId::new("ben"));
    ben.commit(vec![(at("s/a/t"), json!("there"))], &mut ben_writes, 2).unwrap();
    anna.merge(&ben);
    assert_eq!(anna.all_conflicts().count(), 1);
    for record in ["s/a", ""] {
        let mut trashed = anna.clone();
        trashed.delete(&of(record), &mut anna_writes, 3).unwrap();
        assert_eq!(trashed.all_conflicts().count(), 0);
        // An edit that the deleter had not seen brings it back, and its conflict with it.
        let mut later = ben.clone();
        later.commit(vec![(at("s/a/u"), json!("more"))], &mut ben_writes, 4).unwrap();
        trashed.merge(&later);
        assert_eq!(trashed.all_conflicts().count(), 1);
    }
}

#[test]
fn a_document_can_be_sent_between_threads() {
    fn can_be_sent<T: Send + Sync + Clone + 'static>() {}
    can_be_sent::<Document>();
    can_be_sent::<Writer>();
}

#[test]
fn a_delete_mark_that_came_without_its_values_outlives_the_restoring_of_the_document() {
    let (mut anna, mut ben) = (Document::new(), Document::new());
    let mut anna_writes = Writer::new(ReplicaId::new("anna"));
    let note = anna.commit(vec![(at("s/a/t"), json!("text"))], &mut anna_writes, 1).unwrap();
    let mark = anna.delete(&of("s/a"), &mut anna_writes, 2).unwrap();
    ben.merge(&mark);
    ben.restore(&of(""), &mut Writer::new(ReplicaId::new("ben")), 3).unwrap();
    ben.merge(&note);
    assert!(ben.is_deleted(&of("s/a")));
}

fn cases(usually: u32) -> ProptestConfig {
    let set = std::env::var("PEER_EXCHANGE_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig {
        cases: set.unwrap_or(usually),
        failure_persistence: None,
        ..Default::default()
    }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn merging_is_commutative(world in world(), a in any::<Index>(), b in any::<Index>()) {
        let (a, b) = (&a.get(&world.copies).document, &b.get(&world.copies).document);
        prop_assert_eq!(merged([a, b]), merged([b, a]));
    }

    #[test]
    fn merging_is_associative(
        world in world(), a in any::<Index>(), b in any::<Index>(), c in any::<Index>()
    ) {
        let copy = |index: Index| &index.get(&world.copies).document;
        let (a, b, c) = (copy(a), copy(b), copy(c));
        prop_assert_eq!(merged([&merged([a, b]), c]), merged([a, &merged([b, c])]));
    }

    #[test]
    fn merging_twice_is_merging_once(world in world(), a in any::<Index>(), b in any::<Index>()) {
        let (a, b) = (&a.get(&world.copies).document, &b.get(&world.copies).document);
        prop_assert_eq!(&merged([a, a]), a);
        prop_assert_eq!(merged([a, b, b, a]), merged([a, b]));
    }

    #[test]
    fn copies_and_commits_told_in_any_order_give_the_same(
        (world, order) in world().prop_flat_map(|world| {
            let order: Vec<usize> = (0..world.copies.len() + world.commits.len()).collect();
            (Just(world), Just(order).prop_shuffle())
        })
    ) {
        let all: Vec<_> = world.documents().collect();
        prop_assert_eq!(merged(order.iter().map(|&i| all[i])), world.gathered());
        // Everything that a copy holds was told by some commit.
        prop_assert_eq!(merged(&world.commits), world.gathered());
    }

    #[test]
    fn all_copies_are_written_in_the_same_bytes_once_all_have_exchanged(world in world()) {
        let mut copies: Vec<_> = world.copies.into_iter().map(|copy| copy.document).collect();
        for _ in 0..2 {
            for i in 0..copies.len() {
                let told = copies[i].clone();
                copies.iter_mut().for_each(|copy| copy.merge(&told));
            }
        }
        let texts: BTreeSet<_> = copies.iter().map(text_of).collect();
        prop_assert_eq!(texts.len(), 1);
    }

    #[test]
    fn nothing_written_is_lost_and_what_was_settled_stays_settled(world in world()) {
        let end = world.gathered();
        for (stamp, (address, value)) in &world.written {
            let held = end.siblings(address).into_iter().flat_map(|siblings| siblings.iter());
            let held: Vec<_> = held.filter(|s| s.stamp == *stamp).map(|s| &s.value).collect();
            if world.replaced.contains(stamp) {
                prop_assert!(held.is_empty(), "{} {:?} came back", address, stamp);
            } else {
                prop_assert_eq!(held, [value]);
            }
        }
    }

    #[test]
    fn every_written_value_is_shown_or_listed_or_in_the_trash(world in world()) {
        for document in world.documents() {
            let listed: BTreeMap<_, _> = document.all_conflicts().collect();
            for (address, siblings) in document.registers() {
                let shown = document.value(address).unwrap();
                let in_trash =
                    document.is_deleted(&address.record()) || document.is_deleted(&of(""));
                for sibling in siblings.iter().filter(|s| !s.value.is_null()) {
                    let is_listed = listed.get(address).is_some_and(|l| l.contains(&sibling));
                    let is_mark = address.is_deleted_mark();
                    prop_assert!(sibling.value == *shown || is_listed || in_trash || is_mark);
                }
            }
        }
    }

    #[test]
    fn what_is_written_is_read_back_as_the_same(world in world()) {
        for document in world.documents() {
            prop_assert_eq!(&read_back(document), document);
            let redacted = document.redacted(is_hidden);
            prop_assert_eq!(read_back(&redacted), redacted);
        }
    }

    #[test]
    fn nothing_hidden_leaves_and_ones_own_redacted_copy_changes_nothing(world in world()) {
        for copy in &world.copies {
            let redacted = copy.document.redacted(is_hidden);
            prop_assert!(redacted.registers().all(|(address, _)| !is_hidden(address)));
            for (_, siblings) in copy.document.registers().filter(|(a, _)| is_hidden(a)) {
                for sibling in siblings.iter() {
                    prop_assert!(!redacted.seen().contains(&sibling.stamp));
                    if let Some(text) = sibling.value.as_str() {
                        let quoted = format!("{text:?}");
                        prop_assert!(!text_of(&redacted).contains(&quoted));
                    }
                }
            }
            prop_assert_eq!(&merged([&copy.document, &redacted]), &copy.document);
        }
    }

    #[test]
    fn a_reader_of_a_redacted_copy_cannot_remove_what_was_hidden(world in world()) {
        for copy in &world.copies {
            let mut reader = copy.document.redacted(is_hidden);
            let mut writer = Writer::new(ReplicaId::new("reader"));
            for record in RECORDS.map(of) {
                reader.restore(&record, &mut writer, 1).unwrap();
                reader.empty(&record, &mut writer, 1).unwrap();
            }
            let edits = ADDRESSES.map(|address| (at(address), Value::Null));
            reader.commit(edits.into(), &mut writer, 1).unwrap();
            let back = merged([&copy.document, &reader]);
            for (address, siblings) in copy.document.registers().filter(|(a, _)| is_hidden(a)) {
                for sibling in siblings.iter() {
                    prop_assert!(back.siblings(address).unwrap().iter().any(|s| s == sibling));
                }
                let shown = copy.document.value(address).filter(|value| !value.is_null());
                prop_assert!(shown.is_none() || back.value(address) == shown);
            }
        }
    }

    #[test]
    fn an_opened_file_that_was_taken_back_was_never_read(
        world in world(), a in any::<Index>(), b in any::<Index>(), address in any::<Index>()
    ) {
        let (before, file) = (a.get(&world.copies), &b.get(&world.copies).document);
        let Copy { mut document, mut writer, clock } = before.clone();
        document.merge(file);
        prop_assert_eq!(take_back(&before.document, []), before.document.clone());
        let address = one_address(address);
        let edit = vec![(address.clone(), json!("own work"))];
        let delta = document.commit(edit, &mut writer, clock).unwrap();
        let back = take_back(&before.document, [&delta]);
        prop_assert!(back.siblings(&address).unwrap().iter().any(|s| s.value == "own work"));
        prop_assert_eq!(merged([&back, file]), document);
    }

    #[test]
    fn a_restored_record_is_out_of_the_trash_and_an_emptied_one_is_in_it(
        world in world(), who in any::<Index>(), record in any::<Index>()
    ) {
        let Copy { document, mut writer, clock } = who.get(&world.copies).clone();
        let record = one_record(record);
        let has_values = document.registers().any(|(address, _)| {
            (record.is_root() || address.record() == record) && !address.is_deleted_mark()
        });

        let mut restored = document.clone();
        restored.restore(&record, &mut writer, clock).unwrap();
        prop_assert!(!restored.is_deleted(&record));
        if record.is_root() {
            for inner in ["s/a", "s/b"].map(of) {
                prop_assert!(!document.is_deleted(&inner) || restored.is_deleted(&inner));
            }
        }

        let mut emptied = document.clone();
        let mut other = Writer::new(ReplicaId::new("other"));
        emptied.empty(&record, &mut other, clock).unwrap();
        prop_assert_eq!(emptied.is_deleted(&record), has_values);

        // Restored here while it was emptied there: it is whole.
        let both = merged([&restored, &emptied]);
        for (address, _) in document.registers().filter(|(a, _)| !a.is_deleted_mark()) {
            let in_record = record.is_root() || address.record() == record;
            prop_assert!(!in_record || both.value(address) == document.value(address));
        }
        prop_assert!(!has_values || !both.is_deleted(&record));
    }

    #[test]
    fn fields_that_this_version_does_not_know_survive(world in world(), who in any::<Index>()) {
        let Copy { mut document, mut writer, clock } = who.get(&world.copies).clone();
        let record = of("s/a");
        // A version of the app that knows only the field `t`: what it reads, and what it makes of
        // it.
        let mut before = document.plain_record(&record).unwrap_or_default();
        before.retain(|field, _| field == "t");
        let mut after = before.clone();
        after.insert("t".to_owned(), json!("changed"));
        let untouched = document.clone();
        document.commit(diff::edits(&record, &before, &after), &mut writer, clock).unwrap();
        prop_assert_eq!(document.value(&at("s/a/t")), Some(&json!("changed")));
        for (address, siblings) in untouched.registers().filter(|(a, _)| a.as_str() != "s/a/t") {
            prop_assert_eq!(document.siblings(address), Some(siblings));
        }
    }

    #[test]
    fn a_single_record_reads_as_it_stands_in_the_document(world in world()) {
        for document in world.documents() {
            let plain = document.plain();
            let standing = plain["s"].as_array().cloned().unwrap_or_default();
            for id in ["a", "b"] {
                let expected = standing.iter().find(|record| record["id"] == id);
                let alone = document.plain_record(&RecordAddress::new("s", id)).map(Value::Object);
                prop_assert_eq!(alone.as_ref(), expected);
            }
            let ids: Vec<_> = standing.iter().filter_map(|record| record["id"].as_str()).collect();
            let records = document.records("s");
            let listed: Vec<_> = records.iter().filter_map(RecordAddress::id).collect();
            prop_assert_eq!(listed, ids);

            let mut own = plain.as_object().cloned().unwrap();
            if plain["s"].is_array() {
                own.remove("s");
            }
            prop_assert_eq!(document.plain_record(&RecordAddress::root()), Some(own));
        }
    }

    #[test]
    fn the_differences_lead_from_one_document_to_the_other(
        world in world(), a in any::<Index>(), b in any::<Index>()
    ) {
        let Copy { mut document, mut writer, clock } = a.get(&world.copies).clone();
        let (from, to) = (document.plain(), b.get(&world.copies).document.plain());
        let (Value::Object(before), Value::Object(after)) = (from, &to) else { unreachable!() };
        let edits = diff::edits(&RecordAddress::root(), &before, after);
        document.commit(edits, &mut writer, clock).unwrap();
        prop_assert!(diff::edits(&RecordAddress::root(), after, after).is_empty());
        let mut anew = Document::new();
        anew.commit(diff::whole(&to), &mut Writer::new(ReplicaId::new("new")), clock).unwrap();
        prop_assert_eq!(&anew.plain(), &to);
        // Not the same plain document: what had no place beside another structure may now get one.
        for (address, value) in diff::whole(&to) {
            prop_assert_eq!(document.value(&address), Some(&value));
        }
    }
}
