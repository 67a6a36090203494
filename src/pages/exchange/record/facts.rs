//! A field of a record as quiet text beside it.

use leptos::prelude::*;

use crate::history::RecordAddress;
use crate::model::record::FieldOf;
use crate::model::{Id, Record};
use crate::pages::address_words;
use crate::pages::exchange::rows::Row;
use crate::ui::{Derived, memo};
use crate::workspace::OpenExchange;

/// Returns a field in words; none for what is not said. It follows the record and those that the field
/// names, and nothing else of the exchange.
pub fn fact<T: Record>(row: Row<T>, field: FieldOf<T>) -> Derived<Option<String>> {
    let open = OpenExchange::expect();
    let record = row.address();
    let (value, declared) = (open.value(&record, field.at()), field.declared());
    memo(move || {
        value.with(|value| {
            if let Some(collection) = declared.form.target() {
                let one = value.as_str().into_iter();
                let many = value.as_array().into_iter().flatten().filter_map(|it| it.as_str());
                for id in one.chain(many) {
                    open.follow(&RecordAddress::new(collection, id));
                }
            }
            open.exchange()
                .with_untracked(|exchange| address_words::said(declared, value, exchange))
        })
    })
}

/// Returns whether a field names no record that is there.
pub fn is_loose<T: Record>(row: Row<T>, field: FieldOf<T>) -> Derived<bool> {
    let open = OpenExchange::expect();
    let record = row.address();
    let (value, declared) = (open.value(&record, field.at()), field.declared());
    memo(move || {
        value.with(|value| {
            let Some(collection) = declared.form.target() else { return value.is_null() };
            let one = value.as_str().into_iter();
            let many = value.as_array().into_iter().flatten().filter_map(|it| it.as_str());
            !one.chain(many).any(|id| {
                open.follow(&RecordAddress::new(collection, id));
                let is_there = |table: &dyn crate::model::Rows| table.has(&Id::from(id));
                open.exchange().with_untracked(|it| it.table(collection).is_some_and(is_there))
            })
        })
    })
}
