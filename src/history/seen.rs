//! Which edits a copy has taken in: "of k3f9 everything up to n, except …".
//!
//! In files each replica has one entry:
//!
//! | written | meaning |
//! |---|---|
//! | `12` | every edit from 1 to 12 |
//! | `[12, [7, 9]]` | from 1 to 12, but neither 7 nor 9 |
//! | `[12, [[1, 11]]]` | only 12: an exception may be a pair, from and to |
//!
//! A claim to have seen an edit can make a value disappear in another copy (see `merge.rs`).
//! Therefore whatever is missing or malformed counts as not seen.

use litemap::LiteMap;
use serde_json::{Map, Value};

use super::ranges::Ranges;
use super::stamp::{HIGHEST_NUMBER, ReplicaId, Stamp, number_from_json};
use crate::json::Tree;
use crate::order;

/// The edits that a copy has taken in, also those whose value was replaced since.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen(LiteMap<ReplicaId, Ranges>);

impl Seen {
    /// Nothing seen.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether this edit was taken in.
    pub fn contains(&self, stamp: &Stamp) -> bool {
        self.0.get(&stamp.replica).is_some_and(|numbers| numbers.contains(stamp.number))
    }

    /// Whether everything that the other has taken in was taken in here too.
    pub fn covers(&self, other: &Self) -> bool {
        other.0.iter().all(|(replica, theirs)| match self.0.get(replica) {
            Some(mine) => theirs.minus(mine).is_empty(),
            None => false,
        })
    }

    /// The highest number seen of a replica.
    pub fn highest(&self, replica: &ReplicaId) -> Option<u64> {
        self.0.get(replica).and_then(Ranges::highest)
    }

    /// Every replica of which something was seen, with the highest number.
    pub fn replicas(&self) -> impl Iterator<Item = (&ReplicaId, u64)> {
        self.0.iter().filter_map(|(replica, numbers)| Some((replica, numbers.highest()?)))
    }

    /// Takes in one edit.
    pub fn insert(&mut self, stamp: &Stamp) {
        self.insert_range(&stamp.replica, stamp.number, stamp.number);
    }

    /// Takes in all edits of a replica from one number to another, both included. Numbers outside 1
    /// to [`HIGHEST_NUMBER`] are no edits and are left out.
    pub fn insert_range(&mut self, replica: &ReplicaId, from: u64, to: u64) {
        let (from, to) = (from.max(1), to.min(HIGHEST_NUMBER));
        if from > to {
            return;
        }
        match self.0.get_mut(replica) {
            Some(numbers) => numbers.insert(from, to),
            None => {
                self.0.insert(replica.clone(), Ranges::from_any([(from, to)]));
            }
        }
    }

    /// Takes in all that the other has taken in.
    pub fn union(&mut self, other: &Self) {
        for (replica, theirs) in &other.0 {
            match self.0.get_mut(replica) {
                Some(mine) if mine == theirs => {}
                Some(mine) => *mine = mine.union(theirs),
                None => {
                    self.0.insert(replica.clone(), theirs.clone());
                }
            }
        }
    }

    /// Forgets edits, as if they had never been taken in.
    pub fn remove<'a>(&mut self, stamps: impl IntoIterator<Item = &'a Stamp>) {
        let mut gone: Vec<&Stamp> = stamps.into_iter().collect();
        order::sort_by(&mut gone, |one, other| one.replica.cmp(&other.replica));
        for of_replica in gone.chunk_by(|one, other| one.replica == other.replica) {
            if let Some(mine) = self.0.get_mut(&of_replica[0].replica) {
                let numbers = of_replica.iter().map(|stamp| (stamp.number, stamp.number));
                *mine = mine.minus(&Ranges::from_any(numbers));
            }
        }
        // A replica of which nothing is seen has no entry, so that equal knowledge is equally
        // written.
        self.0.retain(|_, numbers| !numbers.is_empty());
    }

    /// The form that stands in files.
    pub fn to_json(&self) -> Tree<'_> {
        let entries = self.0.iter();
        Tree::object(
            entries.filter_map(|(r, numbers)| Some((r.as_str().into(), ranges_to_json(numbers)?))),
        )
    }

    /// Reads what stands in a file, and names the replicas whose entry is malformed. Of those
    /// nothing is seen.
    pub fn from_json(entries: &Map<String, Value>) -> (Self, Vec<ReplicaId>) {
        let (mut seen, mut malformed) = (Self::new(), Vec::new());
        for (id, entry) in entries {
            let replica = ReplicaId::new(id);
            match ranges_from_json(entry) {
                Some(numbers) if numbers.is_empty() => {}
                Some(numbers) => {
                    seen.0.insert(replica, numbers);
                }
                None => malformed.push(replica),
            }
        }
        (seen, malformed)
    }
}

fn ranges_to_json(numbers: &Ranges) -> Option<Tree<'static>> {
    let highest = numbers.highest()?;
    let exceptions = Ranges::from_any([(1, highest)]).minus(numbers);
    if exceptions.is_empty() {
        return Some(Tree::Number(highest));
    }
    let exception = |(from, to)| match to == from {
        true => Tree::Number(from),
        false => Tree::List(vec![Tree::Number(from), Tree::Number(to)]),
    };
    let exceptions = Tree::List(exceptions.iter().map(exception).collect());
    Some(Tree::List(vec![Tree::Number(highest), exceptions]))
}

fn ranges_from_json(entry: &Value) -> Option<Ranges> {
    if let Some(highest) = number_from_json(entry) {
        return Some(Ranges::from_any([(1, highest)]));
    }
    let [highest, Value::Array(exceptions)] = entry.as_array()?.as_slice() else { return None };
    let exceptions: Vec<(u64, u64)> =
        exceptions.iter().map(exception_from_json).collect::<Option<_>>()?;
    let all = Ranges::from_any([(1, number_from_json(highest)?)]);
    Some(all.minus(&Ranges::from_any(exceptions)))
}

fn exception_from_json(exception: &Value) -> Option<(u64, u64)> {
    if let Some(number) = number_from_json(exception) {
        return Some((number, number));
    }
    match exception.as_array()?.as_slice() {
        [from, to] => Some((number_from_json(from)?, number_from_json(to)?)),
        _ => None,
    }
    .filter(|(from, to)| from <= to)
}
