//! The laws of merging, on random histories: two to six copies whose clocks are off by up to a year
//! edit, delete, restore, empty, settle, merge, open redacted copies, take opened files back, get
//! fresh ids, start anew, fall back to an older generation, and hear of each other's commits one by
//! one.
//!
//! Each law is tried on 10,000 histories of its own. The test that is marked as long tries all laws on
//! each of 1,000,000. `PEER_EXCHANGE_CASES` sets both figures. What was tried is printed, and added to
//! the file that `PEER_EXCHANGE_COUNTS` names.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::num::NonZero;
use std::{env, fs, thread};

use peer_exchange::history::{
    Address, Authors, Document, RecordAddress, ReplicaId, Stamp, Writer, authors, changed_outside,
    diff, take_back,
};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{TestCaseResult, TestRunner};
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
    StartAnew { who: Index },
    OlderGeneration { who: Index, generation: Index },
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
        1 => index().prop_map(|who| Step::StartAnew { who }),
        1 => (index(), index())
            .prop_map(|(who, generation)| Step::OlderGeneration { who, generation }),
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
    /// As it was before each step that changed it.
    generations: Vec<Document>,
}

/// What is done, by how many copies with which clocks, and what a law looks at in the end.
#[derive(Clone, Debug)]
struct Story {
    clocks: Vec<i64>,
    steps: Vec<Step>,
    picks: Picks,
}

/// Which copies, addresses and records a law looks at, what it hides, and from what it makes an order.
#[derive(Clone, Debug)]
struct Picks {
    a: Index,
    b: Index,
    c: Index,
    place: Index,
    /// One bit for each of `ADDRESSES`.
    hidden: u16,
    order: u64,
}

fn story() -> impl Strategy<Value = Story> {
    let index = any::<Index>;
    let picks = (index(), index(), index(), index(), any::<u16>(), any::<u64>())
        .prop_map(|(a, b, c, place, hidden, order)| Picks { a, b, c, place, hidden, order });
    let clocks = prop::collection::vec(-YEAR..YEAR, 2..=6);
    (clocks, prop::collection::vec(step(), 1..50), picks).prop_map(|(clocks, steps, picks)| Story {
        clocks,
        steps,
        picks,
    })
}

impl Picks {
    /// Hides about half of all addresses, others in each history.
    fn hides(&self, address: &Address) -> bool {
        let at = ADDRESSES.iter().position(|text| *text == address.as_str());
        at.is_some_and(|at| self.hidden >> at & 1 == 1)
    }

    /// The numbers below `count`, each once, in an order of its own.
    fn shuffled(&self, count: usize) -> Vec<usize> {
        let (mut left, mut state): (Vec<usize>, u64) = ((0..count).collect(), self.order);
        let mut order = Vec::new();
        while !left.is_empty() {
            // The generator of Knuth's MMIX; its upper bits are the random ones.
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            order.push(left.swap_remove((state >> 33) as usize % left.len()));
        }
        order
    }
}

type Written = Result<Document, peer_exchange::history::CommitError>;

impl World {
    /// What comes of a story.
    fn of(story: &Story) -> Self {
        let mut world = World::default();
        for (i, skew) in story.clocks.iter().enumerate() {
            let writer = Writer::new(ReplicaId::new(&format!("r{i}")));
            let clock = 1_764_489_600_000_u64.saturating_add_signed(*skew);
            let (document, generations) = (Document::new(), Vec::new());
            world.copies.push(Copy { document, writer, clock, generations });
        }
        for (t, step) in story.steps.iter().cloned().enumerate() {
            world.step(t, step);
        }
        world
    }

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
                self.take_in(who, &told);
            }
            Step::Hear { who, commit } => {
                if !self.commits.is_empty() {
                    let told = commit.get(&self.commits).clone();
                    self.take_in(who, &told);
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
            // The tab is opened again: the state is all there, only the writer has forgotten.
            Step::StartAnew { who } => {
                let writer = &mut self.copies[who.index(count)].writer;
                *writer = Writer::new(writer.replica().clone());
            }
            // What came since lives on elsewhere; a number used there must not be used again.
            Step::OlderGeneration { who, generation } => {
                let copy = &mut self.copies[who.index(count)];
                if !copy.generations.is_empty() {
                    copy.document = generation.get(&copy.generations).clone();
                    copy.writer = Writer::new(ReplicaId::new(&format!("older{t}")));
                }
            }
        }
    }

    fn take_in(&mut self, who: Index, told: &Document) {
        let Copy { document, generations, .. } = who.get_mut(&mut self.copies);
        generations.push(document.clone());
        document.merge(told);
    }

    fn commit(
        &mut self,
        t: usize,
        who: Index,
        make: impl FnOnce(&mut Document, &mut Writer, u64) -> Written,
    ) {
        let who = who.index(self.copies.len());
        let Copy { document, writer, clock, generations } = &mut self.copies[who];
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
        generations.push(before);
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
    let authors = Authors::new();
    let (plain, history) = document.write(&authors);
    let (plain, history) = (plain.into_value(), history.into_value());
    json!({ "document": plain, "history": history }).to_string()
}

fn read_back(document: &Document) -> Document {
    let stored: Value = serde_json::from_str(&text_of(document)).unwrap();
    let unstamped = Stamp::new(1, ReplicaId::new("outside"));
    let reading = Document::read(&stored["document"], &stored["history"], &unstamped);
    assert_eq!(reading.problems, []);
    assert!(reading.is_as_written);
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
fn restoring_one_record_leaves_the_others_in_the_trash_as_they_are() {
    let mut document = Document::new();
    let mut writer = Writer::new(ReplicaId::new("anna"));
    document
        .commit(vec![(at("s/a/t"), json!("A")), (at("s/b/t"), json!("B"))], &mut writer, 1)
        .unwrap();
    document.delete(&of("s/a"), &mut writer, 2).unwrap();
    document.delete(&of("s/b"), &mut writer, 3).unwrap();
    let other = document.siblings(&at("s/b/deleted")).cloned();
    document.restore(&of("s/a"), &mut writer, 4).unwrap();
    assert!(!document.is_deleted(&of("s/a")) && document.is_deleted(&of("s/b")));
    assert_eq!(document.siblings(&at("s/b/deleted")).cloned(), other);
}

#[test]
fn restoring_and_emptying_a_document_give_one_number_to_each_value_and_each_mark() {
    let mut document = Document::new();
    let mut writer = Writer::new(ReplicaId::new("anna"));
    let values = ["s/a/t", "s/a/u", "s/b/t", "title"].map(|address| (at(address), json!("text")));
    document.commit(values.into(), &mut writer, 1).unwrap();
    document.delete(&of("s/a"), &mut writer, 10).unwrap();
    document.delete(&of(""), &mut writer, 20).unwrap();
    for (now, is_emptied) in [(100, false), (200, true)] {
        let change = if is_emptied { Document::empty } else { Document::restore };
        let delta = change(&mut document, &of(""), &mut writer, now).unwrap();
        let siblings = delta.registers().flat_map(|(_, siblings)| siblings.iter());
        let numbers: BTreeSet<u64> = siblings.map(|sibling| sibling.stamp.number).collect();
        // Four values, the mark of `s/a` and that of the document.
        assert_eq!(numbers, (now..now + 6).collect());
        assert_eq!(writer.last(), Some(now + 5));
    }
}

#[test]
fn restoring_the_document_does_not_delete_what_an_edit_had_brought_back() {
    let (mut anna, mut anna_writes) = (Document::new(), Writer::new(ReplicaId::new("anna")));
    anna.commit(vec![(at("s/a/t"), json!("text"))], &mut anna_writes, 1).unwrap();
    let mut ben = anna.clone();
    anna.delete(&of("s/a"), &mut anna_writes, 2).unwrap();
    let mut ben_writes = Writer::new(ReplicaId::new("ben"));
    ben.commit(vec![(at("s/a/u"), json!("more"))], &mut ben_writes, 3).unwrap();
    anna.merge(&ben);
    assert!(!anna.is_deleted(&of("s/a")));
    anna.restore(&of(""), &mut anna_writes, 4).unwrap();
    assert!(!anna.is_deleted(&of("s/a")));
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

/// A law that holds for whatever happened.
type Law = fn(&World, &Picks) -> TestCaseResult;

/// Every law gets a test of its own, and all of them together are `LAWS`.
macro_rules! laws {
    ($($law:ident,)*) => {
        const LAWS: &[(&str, Law)] = &[$((stringify!($law), laws::$law),)*];
        $(
            #[test]
            fn $law() {
                let tried = try_on(cases(10_000), &[(stringify!($law), laws::$law)]);
                report(tried, &stringify!($law).replace('_', " "));
            }
        )*
    };
}

laws! {
    merging_is_commutative,
    merging_is_associative,
    merging_twice_is_merging_once,
    copies_and_commits_told_in_any_order_give_the_same,
    all_copies_are_written_in_the_same_bytes_once_all_have_exchanged,
    nothing_written_is_lost_and_what_was_settled_stays_settled,
    every_written_value_is_shown_or_listed_or_in_the_trash,
    what_is_written_is_read_back_as_the_same,
    nothing_hidden_leaves_and_ones_own_redacted_copy_changes_nothing,
    a_reader_of_a_redacted_copy_cannot_remove_what_was_hidden,
    an_opened_file_that_was_taken_back_was_never_read,
    a_file_changed_outside_removes_nothing_and_changes_nothing_the_second_time,
    a_restored_record_is_out_of_the_trash_and_an_emptied_one_is_in_it,
    fields_that_this_version_does_not_know_survive,
    a_single_record_reads_as_it_stands_in_the_document,
    the_differences_lead_from_one_document_to_the_other,
}

#[test]
#[ignore = "long: a million histories, some minutes on every core"]
fn a_million_histories_obey_every_law() {
    let tried = in_parallel(cases(1_000_000), |count| try_on(count, LAWS));
    report(tried, &format!("all {} laws of merging", LAWS.len()));
}

/// Tries laws on as many histories, and answers with how many that were. The smallest history that
/// breaks one is told.
fn try_on(count: u32, laws: &[(&str, Law)]) -> u32 {
    let config = ProptestConfig { cases: count, failure_persistence: None, ..Default::default() };
    let tried = std::cell::Cell::new(0);
    let result = TestRunner::new(config).run(&story(), |story| {
        let world = World::of(&story);
        for (name, law) in laws {
            let named = |error| match error {
                TestCaseError::Fail(why) => TestCaseError::fail(format!("{name}: {why}")),
                other => other,
            };
            law(&world, &story.picks).map_err(named)?;
        }
        tried.set(tried.get() + 1);
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
    tried.get()
}

/// Shares the cases out among the cores, and answers with the sum.
fn in_parallel(count: u32, share: impl Fn(u32) -> u32 + Sync) -> u32 {
    let cores = thread::available_parallelism().map_or(1, NonZero::get) as u32;
    thread::scope(|scope| {
        let share = &share;
        let shares = (0..cores).map(|core| count / cores + u32::from(core < count % cores));
        let running: Vec<_> = shares.map(|count| scope.spawn(move || share(count))).collect();
        running.into_iter().map(|one| one.join().expect("see above")).sum()
    })
}

fn cases(usually: u32) -> u32 {
    let set = env::var("PEER_EXCHANGE_CASES").ok().and_then(|cases| cases.parse().ok());
    set.unwrap_or(usually)
}

/// Says on how many histories something was tried.
fn report(tried: u32, what: &str) {
    let line = format!("{tried:>9} random histories: {what}");
    println!("{line}");
    if let Ok(path) = env::var("PEER_EXCHANGE_COUNTS") {
        let file = fs::OpenOptions::new().create(true).append(true).open(path);
        writeln!(file.expect("a file for the counts"), "{line}").expect("written");
    }
}

mod laws {
    use super::*;

    pub(super) fn merging_is_commutative(world: &World, picks: &Picks) -> TestCaseResult {
        let (a, b) = (&picks.a.get(&world.copies).document, &picks.b.get(&world.copies).document);
        prop_assert_eq!(merged([a, b]), merged([b, a]));
        Ok(())
    }

    pub(super) fn merging_is_associative(world: &World, picks: &Picks) -> TestCaseResult {
        let copy = |index: Index| &index.get(&world.copies).document;
        let (a, b, c) = (copy(picks.a), copy(picks.b), copy(picks.c));
        prop_assert_eq!(merged([&merged([a, b]), c]), merged([a, &merged([b, c])]));
        Ok(())
    }

    pub(super) fn merging_twice_is_merging_once(world: &World, picks: &Picks) -> TestCaseResult {
        let (a, b) = (&picks.a.get(&world.copies).document, &picks.b.get(&world.copies).document);
        prop_assert_eq!(&merged([a, a]), a);
        prop_assert_eq!(merged([a, b, b, a]), merged([a, b]));
        Ok(())
    }

    pub(super) fn copies_and_commits_told_in_any_order_give_the_same(
        world: &World,
        picks: &Picks,
    ) -> TestCaseResult {
        let all: Vec<_> = world.documents().collect();
        let shuffled = picks.shuffled(all.len()).into_iter().map(|at| all[at]);
        prop_assert_eq!(merged(shuffled), world.gathered());
        // Everything that a copy holds was told by some commit.
        let commits = picks.shuffled(world.commits.len()).into_iter().map(|at| &world.commits[at]);
        prop_assert_eq!(merged(commits), world.gathered());
        Ok(())
    }

    pub(super) fn all_copies_are_written_in_the_same_bytes_once_all_have_exchanged(
        world: &World,
        _: &Picks,
    ) -> TestCaseResult {
        let mut copies: Vec<_> = world.copies.iter().map(|copy| copy.document.clone()).collect();
        for _ in 0..2 {
            for i in 0..copies.len() {
                let told = copies[i].clone();
                copies.iter_mut().for_each(|copy| copy.merge(&told));
            }
        }
        let texts: BTreeSet<_> = copies.iter().map(text_of).collect();
        prop_assert_eq!(texts.len(), 1);
        Ok(())
    }

    pub(super) fn nothing_written_is_lost_and_what_was_settled_stays_settled(
        world: &World,
        _: &Picks,
    ) -> TestCaseResult {
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
        Ok(())
    }

    pub(super) fn every_written_value_is_shown_or_listed_or_in_the_trash(
        world: &World,
        _: &Picks,
    ) -> TestCaseResult {
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
        Ok(())
    }

    pub(super) fn what_is_written_is_read_back_as_the_same(
        world: &World,
        picks: &Picks,
    ) -> TestCaseResult {
        for document in world.documents() {
            prop_assert_eq!(&read_back(document), document);
            let redacted = document.redacted(|address| picks.hides(address));
            prop_assert_eq!(read_back(&redacted), redacted);
        }
        Ok(())
    }

    pub(super) fn nothing_hidden_leaves_and_ones_own_redacted_copy_changes_nothing(
        world: &World,
        picks: &Picks,
    ) -> TestCaseResult {
        let is_hidden = |address: &Address| picks.hides(address);
        for document in world.documents() {
            let redacted = document.redacted(is_hidden);
            prop_assert!(redacted.registers().all(|(address, _)| !is_hidden(address)));
            let visible = document.registers().filter(|(address, _)| !is_hidden(address));
            prop_assert!(redacted.registers().eq(visible), "more was left out than was hidden");
            let told = text_of(&redacted);
            for (_, siblings) in document.registers().filter(|(a, _)| is_hidden(a)) {
                for sibling in siblings.iter() {
                    prop_assert!(!redacted.seen().contains(&sibling.stamp));
                    if let Some(text) = sibling.value.as_str() {
                        let quoted = format!("{text:?}");
                        prop_assert!(!told.contains(&quoted));
                    }
                }
            }
            prop_assert_eq!(&merged([document, &redacted]), document);
            prop_assert_eq!(&merged([&redacted, document]), document);
        }
        Ok(())
    }

    pub(super) fn a_reader_of_a_redacted_copy_cannot_remove_what_was_hidden(
        world: &World,
        picks: &Picks,
    ) -> TestCaseResult {
        let is_hidden = |address: &Address| picks.hides(address);
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
        Ok(())
    }

    pub(super) fn an_opened_file_that_was_taken_back_was_never_read(
        world: &World,
        picks: &Picks,
    ) -> TestCaseResult {
        let before = picks.a.get(&world.copies);
        let whole = &picks.b.get(&world.copies).document;
        for file in [whole.clone(), whole.redacted(|address| picks.hides(address))] {
            let Copy { mut document, mut writer, clock, .. } = before.clone();
            document.merge(&file);
            prop_assert_eq!(take_back(&before.document, []), before.document.clone());
            let address = one_address(picks.place);
            let edit = vec![(address.clone(), json!("own work"))];
            let delta = document.commit(edit, &mut writer, clock).unwrap();
            let back = take_back(&before.document, [&delta]);
            prop_assert!(back.siblings(&address).unwrap().iter().any(|s| s.value == "own work"));
            prop_assert_eq!(merged([&back, &file]), document);
        }
        Ok(())
    }

    pub(super) fn a_file_changed_outside_removes_nothing_and_changes_nothing_the_second_time(
        world: &World,
        picks: &Picks,
    ) -> TestCaseResult {
        let (local, file) = (&picks.a.get(&world.copies).document, &picks.b.get(&world.copies));
        let file = file.document.plain();
        let open = |local: &Document| {
            let first = Stamp::new(1, ReplicaId::new("sha256"));
            merged([local, &changed_outside(&file, &first, local)])
        };
        let once = open(local);
        for (address, siblings) in local.registers() {
            let held = once.siblings(address).unwrap();
            prop_assert!(siblings.iter().all(|sibling| held.holds(&sibling.stamp)));
        }
        for (address, value) in diff::whole(&file) {
            let held = once.siblings(&address).unwrap();
            prop_assert!(held.iter().any(|sibling| sibling.value == value));
        }
        prop_assert_eq!(once.seen(), local.seen());
        prop_assert_eq!(open(&once), once);
        Ok(())
    }

    pub(super) fn a_restored_record_is_out_of_the_trash_and_an_emptied_one_is_in_it(
        world: &World,
        picks: &Picks,
    ) -> TestCaseResult {
        let Copy { document, mut writer, clock, .. } = picks.a.get(&world.copies).clone();
        let record = one_record(picks.place);
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
        Ok(())
    }

    pub(super) fn fields_that_this_version_does_not_know_survive(
        world: &World,
        picks: &Picks,
    ) -> TestCaseResult {
        let Copy { mut document, mut writer, clock, .. } = picks.a.get(&world.copies).clone();
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
        Ok(())
    }

    pub(super) fn a_single_record_reads_as_it_stands_in_the_document(
        world: &World,
        _: &Picks,
    ) -> TestCaseResult {
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
        Ok(())
    }

    pub(super) fn the_differences_lead_from_one_document_to_the_other(
        world: &World,
        picks: &Picks,
    ) -> TestCaseResult {
        let Copy { mut document, mut writer, clock, .. } = picks.a.get(&world.copies).clone();
        let (from, to) = (document.plain(), picks.b.get(&world.copies).document.plain());
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
        Ok(())
    }
}

// The names of the authors are merged by rules of their own.

fn some_authors() -> impl Strategy<Value = Authors> {
    let entry = (prop::sample::select(vec!["a", "b", "c"]), 0..3_u8);
    prop::collection::vec(entry, 0..4).prop_map(|entries| {
        let names = entries.into_iter().map(|(id, n)| (ReplicaId::new(id), format!("Name {n}")));
        Authors::from_iter(names)
    })
}

fn with_names(mine: &Authors, theirs: &Authors) -> Authors {
    let mut both = mine.clone();
    authors::merge(&mut both, theirs);
    both
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: cases(10_000), failure_persistence: None, ..Default::default()
    })]

    #[test]
    fn authors_are_the_same_in_whatever_order_copies_are_merged(
        a in some_authors(), b in some_authors(), c in some_authors()
    ) {
        prop_assert_eq!(with_names(&a, &b), with_names(&b, &a));
        prop_assert_eq!(with_names(&with_names(&a, &b), &c), with_names(&a, &with_names(&b, &c)));
        prop_assert_eq!(&with_names(&a, &a), &a);
        let both = with_names(&a, &b);
        prop_assert!(a.keys().chain(b.keys()).all(|replica| both.contains_key(replica)));
    }
}
