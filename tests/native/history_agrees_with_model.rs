//! The history agrees with its definition: random histories of `merge_model.py`, replayed.
//!
//! `merge_trace.py` prints what was done and what the model says came of it. Here the same is done
//! with the same clocks, and everything that can be asked is compared: the numbers given out,
//! values, siblings with their stamps, conflicts, what is in the trash, and what is seen of every
//! edit ever made.
//!
//! 10,000 histories, and 100,000 others in the test that is marked as long. `PEER_EXCHANGE_CASES` sets
//! both figures. How many agreed is printed, and added to the file that `PEER_EXCHANGE_COUNTS` names.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Write as _};
use std::process::{Command, Stdio};
use std::{env, fs, thread};

use peer_exchange::history::{
    Address, Document, RecordAddress, ReplicaId, Stamp, Writer, take_back,
};
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
struct History {
    seed: u64,
    replicas: Vec<String>,
    hidden: BTreeSet<String>,
    steps: Vec<Step>,
}

#[derive(Deserialize)]
#[serde(tag = "op", rename_all = "snake_case")]
enum Step {
    Edit {
        copy: usize,
        now: u64,
        address: String,
        value: Value,
        numbers: Vec<u64>,
    },
    Delete {
        copy: usize,
        now: u64,
        record: String,
        numbers: Vec<u64>,
    },
    Restore {
        copy: usize,
        now: u64,
        record: String,
        numbers: Vec<u64>,
    },
    Empty {
        copy: usize,
        now: u64,
        record: String,
        numbers: Vec<u64>,
    },
    OpenAndTakeBack {
        copy: usize,
        other: usize,
        now: u64,
        address: String,
        value: Value,
        numbers: Vec<u64>,
    },
    FreshReplica {
        copy: usize,
        replica: String,
    },
    Hear {
        copy: usize,
        commit: usize,
    },
    Merge {
        copy: usize,
        other: usize,
        redacted: bool,
    },
    Check {
        copies: Vec<State>,
    },
    Gather {
        order: Vec<(Told, usize)>,
        end: State,
    },
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Told {
    Copy,
    Commit,
}

/// What the model says of one copy.
#[derive(Deserialize)]
struct State {
    registers: Vec<Register>,
    deleted: BTreeSet<String>,
    seen: BTreeMap<String, BTreeSet<u64>>,
}

#[derive(Deserialize)]
struct Register {
    address: String,
    shown: Value,
    siblings: Vec<(Value, Value)>,
    conflicts: Vec<Value>,
}

/// A history while it is replayed.
struct Replay {
    copies: Vec<(Document, Writer)>,
    commits: Vec<Document>,
    /// Every edit ever made, to compare what is seen.
    issued: Vec<Stamp>,
    hidden: BTreeSet<String>,
}

impl Replay {
    fn new(replicas: &[String], hidden: BTreeSet<String>) -> Self {
        let copy = |id: &String| (Document::new(), Writer::new(ReplicaId::new(id)));
        let copies = replicas.iter().map(copy).collect();
        Self { copies, commits: Vec::new(), issued: Vec::new(), hidden }
    }

    fn step(&mut self, step: Step) {
        match step {
            Step::Edit { copy, now, address, value, numbers } => {
                self.commit(copy, &numbers, |document, writer| {
                    document.commit(vec![(at(&address), value)], writer, now).unwrap()
                });
            }
            Step::Delete { copy, now, record, numbers } => {
                self.commit(copy, &numbers, |d, w| d.delete(&of(&record), w, now).unwrap());
            }
            Step::Restore { copy, now, record, numbers } => {
                self.commit(copy, &numbers, |d, w| d.restore(&of(&record), w, now).unwrap());
            }
            Step::Empty { copy, now, record, numbers } => {
                self.commit(copy, &numbers, |d, w| d.empty(&of(&record), w, now).unwrap());
            }
            Step::OpenAndTakeBack { copy, other, now, address, value, numbers } => {
                let opened = self.copies[other].0.clone();
                self.commit(copy, &numbers, |document, writer| {
                    let before = document.clone();
                    document.merge(&opened);
                    let edits = vec![(at(&address), value)];
                    let delta = document.commit(edits, writer, now).unwrap();
                    *document = take_back(&before, [&delta]);
                    delta
                });
            }
            Step::FreshReplica { copy, replica } => {
                self.copies[copy].1 = Writer::new(ReplicaId::new(&replica));
            }
            Step::Hear { copy, commit } => self.copies[copy].0.merge(&self.commits[commit]),
            Step::Merge { copy, other, redacted } => {
                let told = match redacted {
                    true => self.copies[other].0.redacted(|a| self.hidden.contains(a.as_str())),
                    false => self.copies[other].0.clone(),
                };
                self.copies[copy].0.merge(&told);
            }
            Step::Check { copies } => {
                assert_eq!(self.copies.len(), copies.len());
                for ((document, _), expected) in self.copies.iter().zip(&copies) {
                    self.check(document, expected);
                }
            }
            Step::Gather { order, end } => {
                let mut document = Document::new();
                for (told, i) in order {
                    document.merge(match told {
                        Told::Copy => &self.copies[i].0,
                        Told::Commit => &self.commits[i],
                    });
                }
                self.check(&document, &end);
            }
        }
    }

    /// Makes a commit and compares the numbers that it was given.
    fn commit(
        &mut self,
        copy: usize,
        numbers: &[u64],
        make: impl FnOnce(&mut Document, &mut Writer) -> Document,
    ) {
        let (document, writer) = &mut self.copies[copy];
        let delta = make(document, writer);
        let stamps = || delta.registers().flat_map(|(_, s)| s.iter().map(|s| s.stamp.clone()));
        let given: BTreeSet<u64> = stamps().map(|stamp| stamp.number).collect();
        assert_eq!(given, numbers.iter().copied().collect());
        self.issued.extend(stamps());
        self.commits.push(delta);
    }

    fn check(&self, document: &Document, expected: &State) {
        assert_eq!(document.registers().count(), expected.registers.len());
        for register in &expected.registers {
            let address = at(&register.address);
            assert_eq!(document.value(&address), Some(&register.shown), "shown at {address}");
            let siblings = document.siblings(&address).unwrap();
            let siblings: Vec<_> =
                siblings.iter().map(|s| (s.stamp.to_json(), s.value.clone())).collect();
            assert_eq!(siblings, register.siblings, "siblings at {address}");
            let conflicts = document.conflicts(&address);
            let conflicts: Vec<_> = conflicts.iter().map(|s| s.value.clone()).collect();
            assert_eq!(conflicts, register.conflicts, "conflicts at {address}");
        }
        for record in ["s/a", "s/b", "s/c"] {
            let is_deleted = document.is_deleted(&of(record));
            assert_eq!(is_deleted, expected.deleted.contains(record), "deleted {record}");
        }
        for stamp in &self.issued {
            let numbers = expected.seen.get(stamp.replica.as_str());
            let is_seen = numbers.is_some_and(|numbers| numbers.contains(&stamp.number));
            assert_eq!(document.seen().contains(stamp), is_seen, "seen {stamp:?}");
        }
    }
}

fn at(address: &str) -> Address {
    Address::parse(address).unwrap()
}

fn of(record: &str) -> RecordAddress {
    RecordAddress::parse(record).unwrap()
}

#[test]
fn random_histories_agree_with_the_model() {
    agree(0, cases(10_000));
}

#[test]
#[ignore = "long: a hundred thousand histories, some minutes"]
fn a_hundred_thousand_histories_agree_with_the_model() {
    agree(10_000, cases(100_000));
}

fn cases(usually: u64) -> u64 {
    let set = env::var("PEER_EXCHANGE_CASES").ok().and_then(|cases| cases.parse().ok());
    set.unwrap_or(usually)
}

/// Replays as many histories of the model, from this seed on: half of them beside the other half.
fn agree(first: u64, count: u64) {
    let half = count / 2;
    let halves = thread::scope(|scope| {
        let one = scope.spawn(move || replay(first, half));
        let other = replay(first + half, count - half);
        [one.join().expect("see above"), other]
    });
    let [agreed, commits, checks] =
        [0, 1, 2].map(|figure| halves.iter().map(|half| half[figure]).sum::<u64>());
    assert_eq!(agreed, count);
    let line = format!(
        "{agreed:>9} random histories: agree with merge_model.py ({commits} commits, {checks} checks)"
    );
    println!("{line}");
    if let Ok(path) = env::var("PEER_EXCHANGE_COUNTS") {
        let file = fs::OpenOptions::new().create(true).append(true).open(path);
        writeln!(file.expect("a file for the counts"), "{line}").expect("written");
    }
}

/// Replays histories, and answers with how many agreed and how many commits and checks they had.
fn replay(first: u64, count: u64) -> [u64; 3] {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/merge_trace.py");
    let mut model = Command::new("python3")
        .args(["-B", script, &count.to_string(), &first.to_string()])
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 is needed to run the model");

    let [mut agreed, mut commits, mut checks] = [0; 3];
    for line in BufReader::new(model.stdout.take().unwrap()).lines() {
        let history: History = serde_json::from_str(&line.unwrap()).unwrap();
        let mut replay = Replay::new(&history.replicas, history.hidden);
        for (i, step) in history.steps.into_iter().enumerate() {
            checks += u64::from(matches!(step, Step::Check { .. } | Step::Gather { .. }));
            let agrees =
                std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| replay.step(step)));
            assert!(agrees.is_ok(), "seed {}, step {i}: see above", history.seed);
        }
        commits += replay.commits.len() as u64;
        agreed += 1;
    }
    assert!(model.wait().unwrap().success(), "the model stopped with an error");
    [agreed, commits, checks]
}
