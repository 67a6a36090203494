//! Random damage of stored workspaces: the app always opens, other documents are as they were, and the
//! damaged one is there as one of its generations, with its damaged text set aside.

use std::collections::BTreeMap;

use peer_exchange::bundle::Entry;
use peer_exchange::model::Id;
use peer_exchange::store::{Documents, Kept, keys};
use serde_json::Value;

use super::disk::Disk;
use super::{Chance, NOW, open, shown, tell, write};

const DOCUMENTS: usize = 4;

fn id(number: usize) -> String {
    format!("x{number}")
}

/// Four documents. Of each there is the text, the one before, and a tail that is not in it.
fn workspace() -> (Disk, BTreeMap<String, String>) {
    let disk = Disk::default();
    for number in 0..DOCUMENTS {
        let documents = Documents(&disk);
        let mut kept = Kept::new(Entry::new(Id::from(id(number))));
        write(&mut kept, "t0", "title", &format!("Exchange {number}"), NOW);
        for session in 0..5 {
            let address = format!("sessions/s{session}/title");
            write(&mut kept, "t0", &address, &format!("Session {session} – “Köln”"), NOW);
        }
        kept.fold(&documents, NOW).expect("stored");
    }
    let older = disk.texts();
    for number in 0..DOCUMENTS {
        let documents = Documents(&disk);
        let mut kept = open(&disk, &id(number)).expect("open");
        write(&mut kept, "t1", "goal", "Second generation", NOW);
        kept.fold(&documents, NOW).expect("stored");
        write(&mut kept, "t1", "need", "In the tail", NOW);
        kept.put_tail(&documents, "t1", NOW).expect("put down");
    }
    (disk, older)
}

/// Every state that a document may be in after damage: any of its texts, with or without its tail.
fn generations(texts: &BTreeMap<String, String>, number: usize) -> Vec<Value> {
    let id = Id::from(id(number));
    let (document, before, tail) = (keys::document(&id), keys::before(&id), keys::tail(&id, "t1"));
    let mut states = Vec::new();
    for kept in [
        [&document, &tail],
        [&before, &tail],
        [&document, &document],
        [&before, &before],
        [&tail, &tail],
    ] {
        let some = texts.iter().filter(|(key, _)| kept.contains(key));
        let disk = Disk::holding(some.map(|(key, text)| (key.clone(), text.clone())).collect());
        states.push(shown(open(&disk, id.as_str()).as_ref()));
    }
    states.push(Value::Null);
    states
}

/// Damages one or two texts; returns the documents that it touched.
fn damage(
    texts: &mut BTreeMap<String, String>,
    older: &BTreeMap<String, String>,
    random: &mut Chance,
) -> Vec<String> {
    let mut pick = |below: usize| random.below(below);
    let keys: Vec<String> = texts.keys().cloned().collect();
    let key = keys[pick(keys.len())].clone();
    let text = texts[&key].clone();
    let mut touched = vec![key.clone()];
    match pick(6) {
        0 => drop(texts.insert(key, text[..pick(text.len())].to_owned())),
        1 => {
            let mut bytes = text.into_bytes();
            let at = pick(bytes.len());
            bytes[at] ^= 1 << pick(7);
            texts.insert(key, String::from_utf8(bytes).expect("still ASCII"));
        }
        2 => drop(texts.remove(&key)),
        3 => {
            let other = keys[pick(keys.len())].clone();
            let swapped = texts.insert(other.clone(), text).expect("there");
            texts.insert(key, swapped);
            touched.push(other);
        }
        4 => {
            if let Some(stale) = older.get(&key) {
                texts.insert(key, stale.clone());
            }
        }
        _ => drop(
            texts.insert(key, ["", "null", "[]", "{\"version\":1}", "\u{0}"][pick(5)].to_owned()),
        ),
    }
    touched
}

fn touches(touched: &[String], number: usize) -> bool {
    touched.iter().any(|key| key.split('/').any(|part| part == id(number)))
}

fn check(cases: u32) {
    let (disk, older) = workspace();
    let sound = disk.texts();
    let intact: Vec<Value> =
        (0..DOCUMENTS).map(|number| shown(open(&disk.sound(), &id(number)).as_ref())).collect();
    let allowed: Vec<Vec<Value>> =
        (0..DOCUMENTS).map(|number| generations(&sound, number)).collect();
    let mut random = Chance::new(1);
    let (mut whole, mut older_ones, mut gone) = (0, 0, 0);
    for case in 0..cases {
        let mut texts = sound.clone();
        let touched = damage(&mut texts, &older, &mut random);
        let disk = Disk::holding(texts.clone());
        for number in 0..DOCUMENTS {
            let found = shown(open(&disk, &id(number)).as_ref());
            if touches(&touched, number) {
                let is_one = allowed[number].contains(&found);
                assert!(is_one, "case {case}, {touched:?}: {found:#} was never stored");
                match () {
                    () if found == intact[number] => whole += 1,
                    () if found.is_null() => gone += 1,
                    () => older_ones += 1,
                }
            } else {
                assert_eq!(found, intact[number], "case {case}, {touched:?}: another document");
            }
        }
        // What was in place of a document and could not be used is somewhere still.
        for key in &touched {
            let Some(text) = texts.get(key) else { continue };
            let is_kept =
                disk.texts().values().any(|it| it == text) || sound.values().any(|it| it == text);
            let is_spare = keys::before_id(key).is_some();
            assert!(
                is_kept || is_spare || older.values().any(|it| it == text),
                "case {case}: {key} is lost"
            );
        }
    }
    tell(&format!(
        "{cases:>9} damaged workspaces: the touched documents opened whole {whole} times, as an older \
         generation {older_ones} times, not at all {gone} times"
    ));
}

#[test]
fn a_damaged_workspace_opens_with_all_that_was_not_damaged() {
    check(1_000);
}

#[test]
#[ignore = "long"]
fn a_damaged_workspace_opens_with_all_that_was_not_damaged_10_000_times() {
    check(10_000);
}
