//! What is stored, while storage fails, fills up, stops, is damaged, or is written by several tabs at
//! once.

mod damage;
mod disk;
mod faults;
mod files;
mod tabs;

use std::io::Write as _;
use std::{env, fs};

use peer_exchange::bundle::Entry;
use peer_exchange::history::{Address, ReplicaId};
use peer_exchange::model::Id;
use peer_exchange::store::{Documents, Kept, Opening, Storage};
use serde_json::{Value, json};

/// A moment: 2026-11-30, 08:00 UTC.
const NOW: u64 = 1_796_025_600_000;

/// Prints what was tried, and adds it to the file that `PEER_EXCHANGE_COUNTS` names.
fn tell(line: &str) {
    println!("{line}");
    if let Ok(path) = env::var("PEER_EXCHANGE_COUNTS") {
        let file = fs::OpenOptions::new().create(true).append(true).open(path);
        writeln!(file.expect("a file for the counts"), "{line}").expect("written");
    }
}

/// Chance that comes out the same each time (splitmix64).
struct Chance(u64);

impl Chance {
    fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn below(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % below as u64) as usize
    }
}

/// Writes one value in a document, under an id of the tab.
fn write(kept: &mut Kept, tab: &str, address: &str, value: &str, now: u64) -> Entry {
    let edits = vec![(Address::parse(address).expect("an address"), json!(value))];
    kept.write(ReplicaId::new(tab), tab, now, |document, writer, now| {
        document.commit(edits, writer, now)
    })
    .expect("written")
}

/// Opens a document; `None` if there is nothing of it.
fn open<S: Storage>(storage: S, id: &str) -> Option<Kept> {
    match Kept::open(&Documents(storage), &Id::from(id), NOW) {
        Opening::Open(kept) => Some(*kept),
        Opening::Newer | Opening::Nothing => None,
    }
}

/// What a person would see of a document: its values, and which are in conflict.
fn shown(kept: Option<&Kept>) -> Value {
    let Some(kept) = kept else { return Value::Null };
    let document = &kept.entry().document;
    let conflicts: Vec<String> = document
        .all_conflicts()
        .map(|(address, others)| {
            let others: Vec<&Value> = others.into_iter().map(|sibling| &sibling.value).collect();
            format!("{address}: {others:?}")
        })
        .collect();
    json!({"document": document.plain(), "conflicts": conflicts})
}
