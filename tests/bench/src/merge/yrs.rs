//! Yrs, the Rust port of Yjs. A file is an update of the first encoding, which is the quicker one.

use yrs::updates::decoder::Decode;
use yrs::{
    Any, Doc, Map, MapPrelim, MapRef, Out, ReadTxn, StateVector, Transact, Update, WriteTxn,
};

use super::{Contestant, Edit, Field, Row};

pub struct Yrs;

impl Contestant for Yrs {
    type Copy = Doc;
    const NAME: &'static str = "yrs";

    fn made(rows: &[Row]) -> Doc {
        let copy = Doc::with_client_id(1);
        for row in rows {
            let mut transaction = copy.transact_mut();
            let sessions = transaction.get_or_insert_map("sessions");
            let record = sessions.insert(&mut transaction, row.id.as_str(), MapPrelim::default());
            for (name, field) in &row.fields {
                match field {
                    Field::Text(text) => {
                        record.insert(&mut transaction, *name, text.as_str());
                    }
                    Field::Number(number) => {
                        record.insert(&mut transaction, *name, *number);
                    }
                }
            }
            let set = record.insert(&mut transaction, "objectives", MapPrelim::default());
            for objective in &row.objectives {
                set.insert(&mut transaction, objective.as_str(), true);
            }
        }
        copy
    }

    fn edit(copy: &mut Doc, who: u64, edits: &[Edit]) {
        // A document keeps its writer, so another one takes over.
        let writer = Doc::with_client_id(who);
        let all = copy.transact().encode_state_as_update_v1(&StateVector::default());
        take_in(&writer, &all);
        *copy = writer;
        for edit in edits {
            let mut transaction = copy.transact_mut();
            let sessions = transaction.get_or_insert_map("sessions");
            let record = record(&transaction, &sessions, &edit.record).expect("made");
            record.insert(&mut transaction, edit.field, edit.text.as_str());
        }
    }

    fn save(copy: &mut Doc) -> Vec<u8> {
        copy.transact().encode_state_as_update_v1(&StateVector::default())
    }

    fn load(bytes: &[u8]) -> Doc {
        let copy = Doc::new();
        take_in(&copy, bytes);
        copy
    }

    fn merge(copy: &mut Doc, other: &mut Doc) {
        let known = copy.transact().state_vector();
        let news = other.transact().encode_state_as_update_v1(&known);
        take_in(copy, &news);
    }

    fn text(copy: &Doc, id: &str, field: &str) -> Option<String> {
        let transaction = copy.transact();
        let sessions = transaction.get_map("sessions")?;
        match record(&transaction, &sessions, id)?.get(&transaction, field)? {
            Out::Any(Any::String(text)) => Some(text.to_string()),
            _ => None,
        }
    }
}

fn take_in(copy: &Doc, bytes: &[u8]) {
    let update = Update::decode_v1(bytes).expect("written by the same");
    copy.transact_mut().apply_update(update).expect("applied");
}

fn record(transaction: &impl ReadTxn, sessions: &MapRef, id: &str) -> Option<MapRef> {
    match sessions.get(transaction, id)? {
        Out::YMap(record) => Some(record),
        _ => None,
    }
}
