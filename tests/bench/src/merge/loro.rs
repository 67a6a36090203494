//! Loro. A file is a snapshot.

use loro::{Container, ExportMode, LoroDoc, LoroMap, LoroValue, ValueOrContainer};

use super::{Contestant, Edit, Field, Row};

pub struct Loro;

impl Contestant for Loro {
    type Copy = LoroDoc;
    const NAME: &'static str = "loro";

    fn made(rows: &[Row]) -> LoroDoc {
        let copy = LoroDoc::new();
        copy.set_peer_id(1).expect("a writer");
        let sessions = copy.get_map("sessions");
        for row in rows {
            let record = sessions.insert_container(&row.id, LoroMap::new()).expect("inserted");
            for (name, field) in &row.fields {
                match field {
                    Field::Text(text) => record.insert(name, text.as_str()),
                    Field::Number(number) => record.insert(name, *number),
                }
                .expect("inserted");
            }
            let set = record.insert_container("objectives", LoroMap::new()).expect("inserted");
            for objective in &row.objectives {
                set.insert(objective, true).expect("inserted");
            }
            copy.commit();
        }
        copy
    }

    fn edit(copy: &mut LoroDoc, who: u64, edits: &[Edit]) {
        copy.set_peer_id(who).expect("a writer");
        for edit in edits {
            let record = record(copy, &edit.record).expect("made");
            record.insert(edit.field, edit.text.as_str()).expect("inserted");
            copy.commit();
        }
    }

    fn save(copy: &mut LoroDoc) -> Vec<u8> {
        copy.export(ExportMode::Snapshot).expect("exported")
    }

    fn load(bytes: &[u8]) -> LoroDoc {
        let copy = LoroDoc::new();
        copy.import(bytes).expect("written by the same");
        copy
    }

    fn merge(copy: &mut LoroDoc, other: &mut LoroDoc) {
        let news = other.export(ExportMode::updates(&copy.oplog_vv())).expect("exported");
        copy.import(&news).expect("merged");
    }

    fn text(copy: &LoroDoc, id: &str, field: &str) -> Option<String> {
        match record(copy, id)?.get(field)? {
            ValueOrContainer::Value(LoroValue::String(text)) => Some(text.to_string()),
            _ => None,
        }
    }
}

fn record(copy: &LoroDoc, id: &str) -> Option<LoroMap> {
    match copy.get_map("sessions").get(id)? {
        ValueOrContainer::Container(Container::Map(record)) => Some(record),
        _ => None,
    }
}
