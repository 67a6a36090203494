//! What an open document says, as a signal of its kind.

use leptos::prelude::*;
use serde_json::{Map, Value};

use super::Workspace;
use super::readers::Readers;
use crate::derived::{Derived, memo};
use crate::history::RecordAddress;
use crate::model::{Exchange, Id, Kind, Programme, Summary, Unreadable, record};

/// What a document says. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) enum Shown {
    /// An exchange, or another document of its records, what lists need to know of it, and who reads
    /// which record.
    Exchange(RwSignal<Exchange>, Derived<Summary>, Readers),
    /// A programme.
    Programme(RwSignal<Programme>),
}

impl Shown {
    /// Begins with nothing.
    ///
    /// - `deleted`: Whether the document is in the trash.
    pub(super) fn new(kind: Kind, workspace: Workspace, deleted: RwSignal<bool>) -> Self {
        match kind {
            Kind::Exchange | Kind::Template | Kind::Toolkit => {
                let exchange = RwSignal::new(Exchange::default());
                let summary = memo(move || {
                    let deleted = deleted.get();
                    let rules = workspace.rules.get();
                    exchange.with(|exchange| Summary::of(exchange, deleted, rules))
                });
                Self::Exchange(exchange, summary, Readers::default())
            }
            Kind::Programme => Self::Programme(RwSignal::new(Programme::default())),
        }
    }

    /// Reads everything, and returns the values that do not fit.
    pub(super) fn read(self, plain: &Map<String, Value>) -> Vec<Unreadable> {
        match self {
            Self::Exchange(exchange, _, readers) => {
                let (read, unreadable) = Exchange::read(plain);
                exchange.set(read);
                readers.tell_all();
                unreadable
            }
            Self::Programme(programme) => {
                programme.set(record::read(plain).0);
                Kind::Programme.unreadable(plain)
            }
        }
    }

    /// Reads one record again after it was written; the document's own fields for the root.
    ///
    /// - `plain`: What it says; `None` if it is gone.
    pub(super) fn read_record(self, record: &RecordAddress, plain: Option<&Map<String, Value>>) {
        match (self, record.collection(), record.id()) {
            (Self::Exchange(exchange, _, readers), Some(collection), Some(id)) => {
                let id = Id::from(&*id);
                exchange.update(|exchange| exchange.replace(&collection, &id, plain));
                readers.tell(record);
            }
            (Self::Exchange(exchange, _, readers), ..) => {
                let about = record::read(plain.unwrap_or(&Map::new())).0;
                exchange.update(|exchange| exchange.about = about);
                readers.tell(record);
            }
            (Self::Programme(programme), None, _) => {
                programme.set(record::read(plain.unwrap_or(&Map::new())).0);
            }
            (Self::Programme(_), ..) => {}
        }
    }

    /// Follows every change.
    pub(super) fn track(self) {
        match self {
            Self::Exchange(exchange, ..) => exchange.track(),
            Self::Programme(programme) => programme.track(),
        }
    }

    /// Returns what the document is called now.
    pub(super) fn title(self) -> String {
        match self {
            Self::Exchange(exchange, ..) => exchange.with_untracked(|it| it.about.title.clone()),
            Self::Programme(programme) => programme.with_untracked(|it| it.site.clone()),
        }
    }
}
