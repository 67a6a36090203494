//! What each exchange had taken in when it was last sent from this device: all else is new since.
//!
//! Kept as edits and not as a moment, because what somebody else wrote earlier may arrive later.

use litemap::LiteMap;
use serde_json::{Map, Value, json};

use crate::history::Seen;
use crate::json;
use crate::model::Id;
use crate::store::{Storage, keys};

/// The exchanges that were sent from this device.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Sent(LiteMap<Id, (String, Seen)>);

impl Sent {
    /// Reads what is stored. What cannot be read was never sent.
    pub(super) fn load(storage: &impl Storage) -> Self {
        let text = storage.get(keys::SENT).unwrap_or_default();
        let read: Map<String, Value> = serde_json::from_str(&text).unwrap_or_default();
        let one = |(id, sent): (&String, &Value)| {
            let [Value::String(at), Value::Object(seen)] = sent.as_array()?.as_slice() else {
                return None;
            };
            Some((Id::from(id.as_str()), (at.clone(), Seen::from_json(seen).0)))
        };
        Self(read.iter().filter_map(one).collect())
    }

    /// Writes it.
    pub(super) fn save(&self, storage: &impl Storage) {
        let one = |(id, (at, seen)): (&Id, &(String, Seen))| {
            (id.to_string(), json!([at, seen.to_json().into_value()]))
        };
        if self.0.is_empty() {
            return storage.remove(keys::SENT);
        }
        let text = json::compact(&Value::Object(self.0.iter().map(one).collect()));
        // Without it everything counts as new since the exchange was sent before.
        let _ = storage.set(keys::SENT, &text);
    }

    /// Notes that an exchange is sent now (RFC 3339 in UTC).
    pub(super) fn note(&mut self, id: Id, now: String, seen: Seen) {
        self.0.insert(id, (now, seen));
    }

    /// Forgets an exchange that left this device. Returns whether it was sent from here.
    pub(super) fn forget(&mut self, id: &Id) -> bool {
        self.0.remove(id).is_some()
    }

    /// Returns when an exchange was last sent, RFC 3339 in UTC, and what it had taken in then.
    pub(super) fn of(&self, id: &Id) -> Option<&(String, Seen)> {
        self.0.get(id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::{ReplicaId, Stamp};
    use crate::store::Memory;

    #[test]
    fn what_was_sent_is_read_as_it_was_written_and_goes_with_its_exchange() {
        let storage = Memory::default();
        let mut seen = Seen::new();
        seen.insert(&Stamp::new(7, ReplicaId::new("anna")));
        let mut sent = Sent::default();
        sent.note(Id::from("x1"), "2026-11-30T08:00:00Z".to_owned(), seen.clone());
        sent.save(&storage);
        let mut read = Sent::load(&storage);
        assert_eq!(read, sent);
        assert_eq!(read.of(&Id::from("x1")), Some(&("2026-11-30T08:00:00Z".to_owned(), seen)));
        assert!(read.forget(&Id::from("x1")) && !read.forget(&Id::from("x1")));
        read.save(&storage);
        assert_eq!(storage.get(keys::SENT), None);
    }

    #[test]
    fn what_is_damaged_was_never_sent() {
        let storage = Memory::default();
        for text in ["", "[", r#"{"x1": 7, "x2": ["2026", []]}"#] {
            storage.set(keys::SENT, text).expect("set");
            assert_eq!(Sent::load(&storage), Sent::default(), "{text}");
        }
    }
}
