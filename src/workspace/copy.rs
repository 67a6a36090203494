//! A person's copy of an exchange, for tests of what copies have apart from each other.

use serde_json::Value;

use crate::bundle::Entry;
use crate::history::{Address, ReplicaId, Writer};
use crate::model::Id;

/// The copy, and who writes in it.
pub(super) struct Copy {
    pub(super) entry: Entry,
    pub(super) writer: Writer,
}

impl Copy {
    /// An empty copy of a person, whose name is also the replica's id.
    pub(super) fn new(name: &str) -> Self {
        let mut entry = Entry::new(Id::from("x"));
        entry.authors.insert(ReplicaId::new(name), name.to_owned());
        Self { entry, writer: Writer::new(ReplicaId::new(name)) }
    }

    /// Writes one value.
    pub(super) fn write(&mut self, address: &str, value: Value, now: u64) {
        self.write_all(&[(address, value)], now);
    }

    /// Writes several values at once.
    pub(super) fn write_all(&mut self, edits: &[(&str, Value)], now: u64) {
        let address = |text: &str| Address::parse(text).expect("an address");
        let edits = edits.iter().map(|(text, value)| (address(text), value.clone())).collect();
        self.entry.document.commit(edits, &mut self.writer, now).expect("committed");
    }
}
