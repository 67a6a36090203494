//! One record as a row shows and changes it.

use crate::ui::{Derived, memo};
use leptos::prelude::*;

use crate::history::RecordAddress;
use crate::model::{Id, Record};
use crate::workspace::OpenExchange;

/// One record as a row shows and changes it. Cheap to copy.
pub struct Row<T: Record> {
    open: OpenExchange,
    id: StoredValue<Id>,
    record: Derived<Option<T>>,
}

impl<T: Record> Clone for Row<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Record> Copy for Row<T> {}

impl<T: Record> Row<T> {
    /// Returns the row of a record.
    pub fn new(open: OpenExchange, id: &Id) -> Self {
        Self { open, id: StoredValue::new(id.clone()), record: open.record(id) }
    }

    /// Returns the record's id.
    pub fn id(self) -> Id {
        self.id.get_value()
    }

    /// Returns where the record is.
    pub fn address(self) -> RecordAddress {
        RecordAddress::new(T::COLLECTION, self.id().as_str())
    }

    /// Returns what `read` finds in the record; the default while there is none.
    pub fn get<V: Default + PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&T) -> V + Send + Sync + 'static,
    ) -> Derived<V> {
        memo(move || self.get_now(&read))
    }

    /// Returns what `read` finds in the record now, and is told when it changes.
    pub fn get_now<V: Default>(self, read: impl Fn(&T) -> V) -> V {
        self.record.with(|record| record.as_ref().map(read).unwrap_or_default())
    }

    /// Returns what takes a new value and writes it into the record.
    pub fn set<V: 'static>(self, write: fn(&mut T, V)) -> Callback<V> {
        Callback::new(move |value| self.change(|record| write(record, value)))
    }

    /// Changes the record.
    pub fn change(self, change: impl FnOnce(&mut T)) {
        self.open.change(&self.id(), change);
    }
}
