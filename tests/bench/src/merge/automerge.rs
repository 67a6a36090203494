//! Automerge. Files are written without compression, which is the quicker way.

use automerge::transaction::Transactable;
use automerge::{ActorId, AutoCommit, ObjType, ROOT, ReadDoc};

use super::{Contestant, Edit, Field, Row};

pub struct Automerge;

impl Contestant for Automerge {
    type Copy = AutoCommit;
    const NAME: &'static str = "automerge";

    fn made(rows: &[Row]) -> AutoCommit {
        let mut copy = AutoCommit::new().with_actor(ActorId::from(&[1][..]));
        let sessions = copy.put_object(ROOT, "sessions", ObjType::Map).expect("put");
        for row in rows {
            let record = copy.put_object(&sessions, &row.id, ObjType::Map).expect("put");
            for (name, field) in &row.fields {
                match field {
                    Field::Text(text) => copy.put(&record, *name, text.as_str()),
                    Field::Number(number) => copy.put(&record, *name, *number),
                }
                .expect("put");
            }
            let set = copy.put_object(&record, "objectives", ObjType::Map).expect("put");
            for objective in &row.objectives {
                copy.put(&set, objective, true).expect("put");
            }
            copy.commit();
        }
        copy
    }

    fn edit(copy: &mut AutoCommit, who: u64, edits: &[Edit]) {
        copy.set_actor(ActorId::from(&[who as u8][..]));
        let (_, sessions) = copy.get(ROOT, "sessions").expect("read").expect("made");
        for edit in edits {
            let (_, record) = copy.get(&sessions, &edit.record).expect("read").expect("made");
            copy.put(&record, edit.field, edit.text.as_str()).expect("put");
            copy.commit();
        }
    }

    fn save(copy: &mut AutoCommit) -> Vec<u8> {
        copy.save_nocompress()
    }

    fn load(bytes: &[u8]) -> AutoCommit {
        AutoCommit::load(bytes).expect("written by the same")
    }

    fn merge(copy: &mut AutoCommit, other: &mut AutoCommit) {
        copy.merge(other).expect("merged");
    }

    fn text(copy: &AutoCommit, record: &str, field: &str) -> Option<String> {
        let (_, sessions) = copy.get(ROOT, "sessions").ok()??;
        let (_, record) = copy.get(&sessions, record).ok()??;
        copy.get(&record, field).ok()??.0.as_str().map(str::to_owned)
    }
}
