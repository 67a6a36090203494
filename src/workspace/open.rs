//! One open exchange: its typed form as a signal, its document with history behind it.

use std::rc::Rc;

use leptos::prelude::*;
use litemap::LiteMap;
use serde_json::{Map, Value};

use super::{Conflict, SaveState, Workspace, difference};
use crate::browser::clock;
use crate::bundle::Entry;
use crate::derived::{Derived, memo};
use crate::history::{Address, CommitError, Document, RecordAddress, ReplicaId, Writer, diff};
use crate::model::{About, Exchange, Id, Record, Unreadable, record};
use crate::order;
use crate::store::{self, Documents, Edits, Storage};

/// What lies behind the typed exchange.
struct Behind {
    entry: Entry,
    /// One writer for each author who wrote on this page.
    writers: LiteMap<ReplicaId, Writer>,
    /// The text in storage as this page last wrote or read it.
    stored: String,
}

/// An exchange that pages show and change. Cheap to copy.
#[derive(Clone, Copy)]
pub struct OpenExchange {
    workspace: Workspace,
    id: StoredValue<Id>,
    behind: StoredValue<Behind>,
    exchange: RwSignal<Exchange>,
    conflicts: RwSignal<Vec<Conflict>>,
    unreadable: RwSignal<Vec<Unreadable>>,
    deleted: RwSignal<bool>,
}

impl PartialEq for OpenExchange {
    fn eq(&self, other: &Self) -> bool {
        self.id() == other.id()
    }
}

impl OpenExchange {
    pub(super) fn new(workspace: Workspace, entry: Entry, stored: String) -> Self {
        let open = Self {
            workspace,
            id: StoredValue::new(entry.id.clone()),
            behind: StoredValue::new(Behind { entry, writers: LiteMap::new(), stored }),
            exchange: RwSignal::default(),
            conflicts: RwSignal::default(),
            unreadable: RwSignal::default(),
            deleted: RwSignal::new(false),
        };
        open.read_again();
        open
    }

    /// Returns the exchange that the present screen is about.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Returns the exchange's id.
    pub fn id(&self) -> Id {
        self.id.get_value()
    }

    /// Returns the exchange.
    pub fn exchange(&self) -> ReadSignal<Exchange> {
        self.exchange.read_only()
    }

    /// Returns the exchange's own fields.
    pub fn about(&self) -> Derived<About> {
        let exchange = self.exchange;
        memo(move || exchange.with(|exchange| exchange.about.clone()))
    }

    /// Returns one record; `None` while there is none of this id.
    pub fn record<T: Record>(&self, id: &Id) -> Derived<Option<T>> {
        let (exchange, id) = (self.exchange, id.clone());
        memo(move || exchange.with(|exchange| T::table(exchange).get(&id).cloned()))
    }

    /// Returns the values that were written apart and wait for a person to settle them.
    pub fn conflicts(&self) -> Signal<Vec<Conflict>> {
        self.conflicts.into()
    }

    /// Returns the values that do not fit their type; they are kept as they are.
    pub fn unreadable(&self) -> Signal<Vec<Unreadable>> {
        self.unreadable.into()
    }

    /// Returns whether the exchange is in the trash.
    pub fn is_deleted(&self) -> bool {
        self.deleted.get()
    }

    /// Changes one record; one that is not there yet begins as the default.
    pub fn change<T: Record>(&self, id: &Id, change: impl FnOnce(&mut T)) {
        let before = self
            .exchange
            .with_untracked(|exchange| T::table(exchange).get(id).cloned())
            .unwrap_or_default();
        let mut after = before.clone();
        change(&mut after);
        let record = RecordAddress::new(T::COLLECTION, id.as_str());
        self.commit(diff::edits(&record, &record::plain(&before), &record::plain(&after)));
    }

    /// Changes some records of one kind in one step.
    pub fn change_each<T: Record, V>(&self, changes: Vec<(Id, V)>, change: impl Fn(&mut T, V)) {
        let mut edits = Vec::new();
        self.exchange.with_untracked(|exchange| {
            for (id, value) in changes {
                let Some(before) = T::table(exchange).get(&id) else { continue };
                let mut after = before.clone();
                change(&mut after, value);
                let record = RecordAddress::new(T::COLLECTION, id.as_str());
                edits.extend(diff::edits(&record, &record::plain(before), &record::plain(&after)));
            }
        });
        self.commit(edits);
    }

    /// Changes the exchange's own fields.
    pub fn change_about(&self, change: impl FnOnce(&mut About)) {
        let before = self.exchange.with_untracked(|exchange| exchange.about.clone());
        let mut after = before.clone();
        change(&mut after);
        let root = RecordAddress::root();
        self.commit(diff::edits(&root, &record::plain(&before), &record::plain(&after)));
    }

    /// Adds a record under a new id, which it returns.
    pub fn add<T: Record>(&self, record: &T) -> Id {
        let id = self.workspace.new_id();
        let address = RecordAddress::new(T::COLLECTION, id.as_str());
        self.commit(diff::edits(&address, &Map::new(), &record::plain(record)));
        id
    }

    /// Puts a record into the trash.
    pub fn delete<T: Record>(&self, id: &Id) {
        let record = RecordAddress::new(T::COLLECTION, id.as_str());
        self.write(|document, writer, now| document.delete(&record, writer, now));
        self.read_record(&record);
    }

    /// Takes a record out of the trash.
    pub fn restore<T: Record>(&self, id: &Id) {
        let record = RecordAddress::new(T::COLLECTION, id.as_str());
        self.write(|document, writer, now| document.restore(&record, writer, now));
        self.read_record(&record);
    }

    /// Puts the whole exchange into the trash.
    pub fn delete_whole(&self) {
        self.write(|document, writer, now| document.delete(&RecordAddress::root(), writer, now));
        self.read_again();
    }

    /// Takes the whole exchange out of the trash.
    pub fn restore_whole(&self) {
        self.write(|document, writer, now| document.restore(&RecordAddress::root(), writer, now));
        self.read_again();
    }

    /// Settles a conflict: the value takes the place of all that were written apart.
    pub fn settle(&self, address: &Address, value: Value) {
        self.commit(vec![(address.clone(), value)]);
        self.read_again();
    }

    pub(super) fn has_seen(&self, edits: &Edits) -> bool {
        self.behind.with_value(|behind| edits.are_in(&behind.entry))
    }

    pub(super) fn may_forget(&self, edits: &Edits, now: u64) -> bool {
        self.behind.with_value(|behind| edits.may_go(&behind.entry, now))
    }

    /// Returns the exchange with its history.
    pub fn entry(&self) -> Entry {
        self.behind.with_value(|behind| behind.entry.clone())
    }

    pub(super) fn write_whole(&self, exchange: &Exchange) {
        self.commit(diff::whole(&Value::Object(exchange.plain())));
        self.read_again();
    }

    pub(super) fn merge(&self, incoming: &Entry) {
        self.behind.update_value(|behind| behind.entry.merge(incoming));
        self.read_again();
    }

    /// Another tab stored this exchange. Where its text lacks something of ours (both wrote at the same
    /// moment and it came last), ours is stored again.
    pub(super) fn hear(&self, text: String) {
        let Ok(other) = Documents::<Rc<dyn Storage>>::read(&self.id(), &text) else { return };
        let lacks_ours = self.behind.try_update_value(|behind| {
            behind.entry.merge(&other);
            behind.stored = text;
            behind.entry != other
        });
        self.read_again();
        if lacks_ours == Some(true) {
            self.workspace.mark_unsaved(self.id());
        }
    }

    /// Writes the exchange to storage, together with what other tabs have stored meanwhile.
    pub(super) fn save<S: Storage>(&self, documents: &Documents<S>) -> Result<(), SaveState> {
        let id = self.id();
        let stored = documents.text(&id).unwrap_or_default();
        let known = self.behind.with_value(|behind| behind.stored == stored);
        if !known && !stored.is_empty() {
            match Documents::<S>::read(&id, &stored) {
                Ok(other) => self.merge(&other),
                Err(store::Unreadable::Newer(_)) => return Err(SaveState::Newer),
                Err(_) => documents.set_aside(&id, &stored).map_err(|_| SaveState::Full)?,
            }
        }
        let entry = self.entry();
        let text = documents.save(&entry).map_err(|_| SaveState::Full)?;
        self.behind.update_value(|behind| behind.stored = text);
        Ok(())
    }

    fn commit(&self, edits: Vec<(Address, Value)>) {
        if edits.is_empty() {
            return;
        }
        let records: order::Set<RecordAddress> =
            edits.iter().map(|(address, _)| address.record()).collect();
        self.write(|document, writer, now| document.commit(edits, writer, now));
        for record in &records {
            self.read_record(record);
        }
    }

    /// Lets the present author write to the document.
    fn write(
        &self,
        write: impl FnOnce(&mut Document, &mut Writer, u64) -> Result<Document, CommitError>,
    ) {
        let (replica, author) = self.workspace.replica();
        let now = clock::now_ms();
        let written = self.behind.try_update_value(|behind| {
            let writer = behind
                .writers
                .entry(replica.clone())
                .or_insert_with(|| Writer::new(replica.clone()));
            let delta = write(&mut behind.entry.document, writer, now)?;
            let mut edits = Entry { document: delta, ..Entry::exchange(behind.entry.id.clone()) };
            if !author.is_empty() {
                edits.authors.insert(replica.clone(), author.clone());
                behind.entry.authors.insert(replica, author);
            }
            Ok::<Entry, CommitError>(edits)
        });
        match written {
            // The numbers of edits are used up only by a forged file; what was typed is then not in
            // the document, and the page must not claim that it was saved.
            Some(Err(_)) => self.workspace.saved.set(SaveState::Full),
            Some(Ok(edits)) => {
                self.workspace.diary.note(edits);
                self.workspace.mark_unsaved(self.id());
            }
            None => {}
        }
    }

    /// Reads one record again after it was written.
    fn read_record(&self, record: &RecordAddress) {
        let plain = self.behind.with_value(|behind| {
            let document = &behind.entry.document;
            let plain = document.plain_record(record);
            if record.is_root() { plain } else { plain.filter(|_| !document.is_deleted(record)) }
        });
        self.exchange.update(|exchange| match (record.collection(), record.id()) {
            (Some(collection), Some(id)) => {
                exchange.replace(&collection, &Id::from(&*id), plain.as_ref());
            }
            _ => exchange.about = record::read(&plain.unwrap_or_default()).0,
        });
        let settled = self.conflicts.with_untracked(|conflicts| {
            conflicts.iter().any(|conflict| conflict.address.record() == *record)
        });
        if settled {
            self.conflicts
                .set(self.behind.with_value(|behind| difference::conflicts(&behind.entry)));
        }
    }

    /// Reads everything again after a merge.
    fn read_again(&self) {
        let (shown, conflicts, deleted) = self.behind.with_value(|behind| {
            let deleted = behind.entry.document.is_deleted(&RecordAddress::root());
            (shown(&behind.entry.document), difference::conflicts(&behind.entry), deleted)
        });
        let (exchange, unreadable) = Exchange::read(&shown);
        self.exchange.set(exchange);
        self.unreadable.set(unreadable);
        if self.conflicts.with_untracked(|known| *known != conflicts) {
            self.conflicts.set(conflicts);
        }
        if self.deleted.get_untracked() != deleted {
            self.deleted.set(deleted);
        }
    }
}

/// Returns the typed exchange of an entry, without what is in its trash.
pub(super) fn read_exchange(entry: &Entry) -> Exchange {
    Exchange::read(&shown(&entry.document)).0
}

/// Returns the plain document without the records that are in the trash.
fn shown(document: &Document) -> Map<String, Value> {
    let Value::Object(mut plain) = document.plain() else { return Map::new() };
    for collection in Exchange::COLLECTIONS {
        if let Some(Value::Array(records)) = plain.get_mut(*collection) {
            records.retain(|record| {
                let id = record.get("id").and_then(Value::as_str).unwrap_or_default();
                !document.is_deleted(&RecordAddress::new(collection, id))
            });
        }
    }
    plain
}
