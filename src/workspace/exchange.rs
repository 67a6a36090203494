//! One open exchange: what pages read of it and change in it.

use std::ops::Deref;

use leptos::prelude::*;
use serde_json::{Map, Value};

use super::OpenDocument;
use super::document::shown_plain;
use super::readers::Readers;
use super::shown::Shown;
use crate::bundle::Entry;
use crate::derived::{Derived, memo};
use crate::history::{Address, RecordAddress, diff};
use crate::model::warning::{self, Edit};
use crate::model::{About, Exchange, Id, Record, Summary, Warning, record};

/// An exchange that pages show and change: all that any document has, and what only an exchange has; or
/// another document that is made of the records of an exchange, as templates and toolkits are.
/// Cheap to copy.
#[derive(Clone, Copy)]
pub struct OpenExchange {
    document: OpenDocument,
    exchange: RwSignal<Exchange>,
    summary: Derived<Summary>,
    readers: Readers,
}

impl PartialEq for OpenExchange {
    fn eq(&self, other: &Self) -> bool {
        self.document == other.document
    }
}

impl Deref for OpenExchange {
    type Target = OpenDocument;

    fn deref(&self) -> &OpenDocument {
        &self.document
    }
}

impl OpenExchange {
    /// Returns a document as an exchange; `None` for one that is not made of its records.
    pub(super) fn of(document: OpenDocument) -> Option<Self> {
        match document.shown {
            Shown::Exchange(exchange, summary, readers) => {
                Some(Self { document, exchange, summary, readers })
            }
            Shown::Programme(_) => None,
        }
    }

    /// Returns the exchange that the present screen is about.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Returns the same as a document.
    pub fn document(&self) -> OpenDocument {
        self.document
    }

    /// Returns what lists need to know of it.
    pub(super) fn summary(&self) -> Summary {
        self.summary.get()
    }

    /// Returns the exchange.
    pub fn exchange(&self) -> ReadSignal<Exchange> {
        self.exchange.read_only()
    }

    /// Returns the exchange's own fields.
    pub fn about(&self) -> Derived<About> {
        let (exchange, readers) = (self.exchange, self.readers);
        memo(move || {
            readers.follow(&RecordAddress::root());
            exchange.with_untracked(|exchange| exchange.about.clone())
        })
    }

    /// Returns one record; `None` while there is none of this id.
    pub fn record<T: Record>(&self, id: &Id) -> Derived<Option<T>> {
        let (exchange, readers, id) = (self.exchange, self.readers, id.clone());
        let record = RecordAddress::new(T::COLLECTION, id.as_str());
        memo(move || {
            readers.follow(&record);
            exchange.with_untracked(|exchange| T::table(exchange).get(&id).cloned())
        })
    }

    /// Lets whoever follows be told when a record changes, and nothing else of the exchange; the
    /// exchange's own fields for the root.
    pub fn follow(&self, record: &RecordAddress) {
        self.readers.follow(record);
    }

    /// Returns the value of a field of a record, whatever its kind, as JSON: null for none.
    ///
    /// - `at`: The place of the field among those of the record.
    pub fn value(&self, record: &RecordAddress, at: usize) -> Derived<Value> {
        let (open, record) = (*self, record.clone());
        memo(move || {
            open.follow(&record);
            let id = Id::from(&*record.id().unwrap_or_default());
            let collection = record.collection();
            open.exchange.with_untracked(|exchange| {
                let record = exchange.record(collection.as_deref(), &id);
                record.and_then(|it| Some(it.fields().get(at)?.to_json())).unwrap_or_default()
            })
        })
    }

    /// Gives a field of a record a value; null or its default for none. Does nothing if there is no such
    /// record.
    pub fn set_value(&self, record: &RecordAddress, field: &str, value: Value) {
        let id = Id::from(&*record.id().unwrap_or_default());
        let collection = record.collection();
        let change = self.exchange.with_untracked(|exchange| {
            exchange.with_value(collection.as_deref(), &id, field, value)
        });
        if let Some((before, after)) = change {
            self.commit(diff::edits(record, &before, &after));
        }
    }

    /// Reads what a record in the trash, or one that is not, is called from: the exchange as it would be
    /// if nothing were in the trash.
    pub fn with_trash(&self) -> Exchange {
        self.with_document(|document| {
            let plain = document.plain();
            Exchange::read(plain.as_object().unwrap_or(&Map::new())).0
        })
    }

    /// Changes one record; one that is not there yet begins as the default.
    pub fn change<T: Record>(&self, id: &Id, change: impl FnOnce(&mut T)) {
        self.in_one_step(|batch| batch.change(id, change));
    }

    /// Changes some records of one kind in one step; those that are not there are passed over.
    pub fn change_each<T: Record, V>(&self, changes: Vec<(Id, V)>, change: impl Fn(&mut T, V)) {
        let is_there =
            |id: &Id| self.exchange.with_untracked(|exchange| T::table(exchange).get(id).is_some());
        self.in_one_step(|batch| {
            for (id, value) in changes.into_iter().filter(|(id, _)| is_there(id)) {
                batch.change(&id, |record| change(record, value));
            }
        });
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
        self.in_one_step(|batch| batch.add(record))
    }

    /// Does several things as one step.
    pub fn in_one_step<R>(&self, act: impl FnOnce(&mut Batch<'_>) -> R) -> R {
        let mut batch = Batch { open: self, edits: Vec::new() };
        let outcome = act(&mut batch);
        self.commit(batch.edits);
        outcome
    }

    /// Puts a record into the trash.
    pub fn delete<T: Record>(&self, id: &Id) {
        self.delete_record(&RecordAddress::new(T::COLLECTION, id.as_str()));
    }

    /// Takes a record out of the trash.
    pub fn restore<T: Record>(&self, id: &Id) {
        self.restore_record(&RecordAddress::new(T::COLLECTION, id.as_str()));
    }

    /// Returns what was changed since a party agreed to it.
    pub fn changed_since_agreed(&self, exchange: &Exchange) -> Vec<Warning> {
        if exchange.agreements.is_empty() {
            return Vec::new();
        }
        let edits: Vec<Edit> = self.with_document(|document| {
            document
                .registers()
                .map(|(address, siblings)| {
                    let record = address.record();
                    Edit {
                        collection: record.collection().map(Into::into),
                        id: record.id().map(Into::into).unwrap_or_default(),
                        field: address.field().into(),
                        at: siblings.iter().map(|it| it.stamp.number).max().unwrap_or_default(),
                    }
                })
                .collect()
        });
        warning::changed_since_agreed(exchange, &edits)
    }
}

/// What is done as one step.
pub struct Batch<'a> {
    open: &'a OpenExchange,
    edits: Vec<(Address, Value)>,
}

impl Batch<'_> {
    /// Adds a record under a new id, which it returns.
    pub fn add<T: Record>(&mut self, record: &T) -> Id {
        let id = self.open.workspace.new_id();
        let address = RecordAddress::new(T::COLLECTION, id.as_str());
        self.edits.extend(diff::edits(&address, &Map::new(), &record::plain(record)));
        id
    }

    /// Changes a record; one that is not there yet begins as the default.
    pub fn change<T: Record>(&mut self, id: &Id, change: impl FnOnce(&mut T)) {
        let before =
            self.open.exchange.with_untracked(|exchange| T::table(exchange).get(id).cloned());
        let before = before.unwrap_or_default();
        let mut after = before.clone();
        change(&mut after);
        let record = RecordAddress::new(T::COLLECTION, id.as_str());
        self.edits.extend(diff::edits(&record, &record::plain(&before), &record::plain(&after)));
    }
}

/// Returns the typed exchange of an entry, without what is in its trash.
pub(super) fn read_exchange(entry: &Entry) -> Exchange {
    Exchange::read(&shown_plain(entry)).0
}
