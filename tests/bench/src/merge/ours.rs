//! This app: two files as people send them, with history and digest.

use std::sync::Arc;
use std::time::Duration;

use serde::de::IgnoredAny;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{Contestant, Edit, Field, Row};
use crate::bundle::{Bundle, Entry};
use crate::history::{Address, RecordAddress, ReplicaId, Siblings, Writer};
use crate::measure::timed;
use crate::model::Id;

const NOW: u64 = 1_764_489_600_000;

pub struct Ours;

impl Contestant for Ours {
    type Copy = Bundle;
    const NAME: &'static str = "this app";

    fn made(rows: &[Row]) -> Bundle {
        let mut entry = Entry::new(Id::from("k3f9x2m7q1"));
        let mut writer = Writer::new(ReplicaId::new("k3f9x2m7q1"));
        for (row, now) in rows.iter().zip(NOW..) {
            let record = RecordAddress::new("sessions", &row.id);
            let mut edits: Vec<(Address, Value)> = Vec::new();
            for (name, field) in &row.fields {
                let value = match field {
                    Field::Text(text) => json!(text),
                    Field::Number(number) => json!(number),
                };
                edits.push((record.field(name), value));
            }
            edits.extend(
                row.objectives.iter().map(|o| (record.member("objectives", o), json!(true))),
            );
            entry.document.commit(edits, &mut writer, now * 1000).expect("numbers are left");
        }
        entry.authors.insert(writer.replica().clone(), "J. Rivera".to_owned());
        Bundle { entries: vec![entry], ..Bundle::default() }
    }

    fn edit(copy: &mut Bundle, who: u64, edits: &[Edit]) {
        let mut writer = Writer::new(ReplicaId::new(&format!("writer{who}")));
        for (edit, now) in edits.iter().zip(NOW * 1100..) {
            let address = RecordAddress::new("sessions", &edit.record).field(edit.field);
            let edits = vec![(address, json!(edit.text))];
            copy.entries[0].document.commit(edits, &mut writer, now).expect("numbers are left");
        }
    }

    fn save(copy: &mut Bundle) -> Vec<u8> {
        copy.write().into_bytes()
    }

    fn load(bytes: &[u8]) -> Bundle {
        let text = std::str::from_utf8(bytes).expect("written as text");
        Bundle::read(text).expect("written by the app")
    }

    fn merge(copy: &mut Bundle, other: &mut Bundle) {
        copy.entries[0].merge(&other.entries[0]);
    }

    fn text(copy: &Bundle, record: &str, field: &str) -> Option<String> {
        let address = RecordAddress::new("sessions", record).field(field);
        copy.entries[0].document.value(&address)?.as_str().map(str::to_owned)
    }
}

/// How long each step takes on the way from two files to the merged one, in order; and then what no reader
/// of such files can do without, whatever it is made of.
pub fn steps(files: &[Vec<u8>; 2]) -> [(&'static str, Duration); 6] {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("text");
    let [one, other] = files.each_ref().map(|bytes| text(bytes));
    let [mut merged, mut news] = files.each_ref().map(|bytes| Ours::load(bytes));
    let merging = timed(|| Ours::merge(&mut merged, &mut news));
    [
        ("read both files", timed(|| files.each_ref().map(|bytes| Ours::load(bytes)))),
        ("merge", merging),
        ("write the merged file", timed(|| Ours::save(&mut merged))),
        ("at least: tokens of both, none kept", timed(|| [&one, &other].map(|text| skipped(text)))),
        (
            "at least: SHA-256 of all three",
            timed(|| [&one, &other, &other].map(|text| Sha256::digest(text))),
        ),
        ("at least: values of both made anew", timed(|| [&merged, &news].map(made_anew))),
    ]
}

/// Goes through a JSON text without keeping anything of it.
fn skipped(text: &str) {
    let read: Result<IgnoredAny, _> = serde_json::from_str(text);
    read.expect("JSON");
}

/// Makes the addresses and values of a document anew, in memory of their own.
fn made_anew(bundle: &Bundle) -> Vec<(Arc<str>, Siblings)> {
    let registers = bundle.entries[0].document.registers();
    registers.map(|(address, siblings)| (address.as_str().into(), siblings.clone())).collect()
}
