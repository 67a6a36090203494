//! One document of a file beside the one that is here.

use std::sync::Arc;

use serde_json::Value;

use super::conflict::{IncomingConflict, Settling};
use super::{Standing, Taking};
use crate::bundle::{Distrust, Entry, Matched, ReceivedDocument};
use crate::history::{Address, RecordAddress};
use crate::model::{Exchange, Id, Kind, Programme, record};
use crate::order;
use crate::workspace::difference::{self, News, RecordNews};
use crate::workspace::document::shown_plain;
use crate::workspace::exchange::read_exchange;

/// How many records of a collection a file adds, changes and removes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// The collection; `None` for the exchange's own fields.
    pub collection: Option<String>,
    /// How many are new here.
    pub added: usize,
    /// How many change.
    pub changed: usize,
    /// How many go into the trash here.
    pub removed: usize,
}

/// What a document of a file says. Cheap to clone.
#[derive(Clone, Debug)]
pub enum Content {
    /// It is an exchange, or another document of its records.
    Exchange(Arc<Exchange>),
    /// It is the programme of a site.
    Programme(Arc<Programme>),
}

/// One document of a file. Cheap to clone.
#[derive(Clone, Debug)]
pub struct IncomingDocument {
    /// The document as it stands in the file.
    pub content: Content,
    /// The exchange as it would stand here, with what is in its trash: what names are looked up in;
    /// empty for a document without records.
    pub names: Arc<Exchange>,
    /// How it compares with what is here.
    pub standing: Standing,
    /// The one that is here is in the trash.
    pub in_trash_here: bool,
    /// Its sender put it into the trash, and merging would do the same here.
    pub deleted_by_sender: bool,
    /// What would change here, by record; empty for a new one.
    pub news: Vec<RecordNews>,
    /// The values that were changed on both sides.
    pub conflicts: Vec<IncomingConflict>,
    /// What is to be done with it.
    pub taking: Taking,
    /// Why nothing of its history is taken, if so.
    pub distrust: Option<Distrust>,
    /// Whether anything of the file may be taken in at all.
    pub may_be_taken: bool,
    whole: Arc<Entry>,
    entry: Arc<Entry>,
    merged: Arc<Entry>,
}

impl Content {
    fn of(entry: &Entry) -> Self {
        match entry.kind() {
            Kind::Exchange | Kind::Template | Kind::Toolkit => {
                Self::Exchange(Arc::new(read_exchange(entry)))
            }
            Kind::Programme => Self::Programme(Arc::new(record::read(&shown_plain(entry)).0)),
        }
    }
}

impl IncomingDocument {
    pub(super) fn new(matched: Matched, local: Option<&Entry>) -> Self {
        let Matched { whole, news: entry, distrust } = matched;
        let root = RecordAddress::root();
        let mut merged = local.cloned().unwrap_or_else(|| entry.clone());
        merged.merge(&entry);
        let in_trash_here = local.is_some_and(|local| local.document.is_deleted(&root));
        let deleted_by_sender = merged.document.is_deleted(&root) && !in_trash_here;
        let conflicts: Vec<_> = local.map_or_else(Vec::new, |local| {
            let found = difference::conflicts_between(local, &entry);
            found.into_iter().map(IncomingConflict::new).collect()
        });
        let standing = match local {
            None => Standing::New,
            Some(local) if difference::brings_nothing(local, &entry) => Standing::NothingNew,
            Some(_) if conflicts.is_empty() => Standing::HasNews,
            Some(_) => Standing::Differs,
        };
        let nothing_to_do = standing == Standing::NothingNew && !in_trash_here;
        let taking = if nothing_to_do || deleted_by_sender { Taking::Skip } else { Taking::Take };
        Self {
            content: Content::of(&whole),
            names: Arc::new(with_trash(&merged)),
            standing,
            in_trash_here,
            deleted_by_sender,
            news: local.map_or_else(Vec::new, |local| told(difference::news(local, &entry))),
            conflicts,
            taking,
            distrust,
            may_be_taken: true,
            whole: Arc::new(whole),
            entry: Arc::new(entry),
            merged: Arc::new(merged),
        }
    }

    /// Returns what this and a second copy of the document in the same file come to.
    pub(super) fn with(&self, second: &ReceivedDocument, local: Option<&Entry>) -> Self {
        let second = second.matched(Some(&self.merged));
        let joined = |first: &Entry, second: &Entry| {
            let mut joined = first.clone();
            joined.merge(second);
            joined
        };
        let matched = Matched {
            whole: joined(&self.whole, &second.whole),
            news: joined(&self.entry, &second.news),
            distrust: self.distrust.or(second.distrust),
        };
        Self::new(matched, local)
    }

    /// Returns the document's id.
    pub fn id(&self) -> &Id {
        &self.entry.id
    }

    /// Returns what is to be taken in: the document with its history, or if that is not taken, the
    /// values that differ from those that are here.
    pub fn entry(&self) -> &Entry {
        &self.entry
    }

    /// Returns all of the document as it stands in the file.
    pub fn whole(&self) -> &Entry {
        &self.whole
    }

    /// Returns the value that would be shown here at an address.
    pub fn value(&self, address: &Address) -> Option<&Value> {
        self.merged.document.value(address)
    }

    /// Returns what can be done with it; nothing where there is nothing to decide.
    pub fn choices(&self) -> &'static [Taking] {
        match self.standing {
            _ if !self.may_be_taken => &[],
            Standing::NothingNew if !self.in_trash_here => &[],
            Standing::NothingNew | Standing::New => &[Taking::Take, Taking::Skip],
            // There is only one programme of a site.
            _ if self.entry.kind() == Kind::Programme => &[Taking::Take, Taking::Skip],
            Standing::HasNews | Standing::Differs => &Taking::ALL,
        }
    }

    /// Returns whether it has to be taken out of the trash after it was taken in: a person who
    /// takes it in wants to see it, unless what they agree to is the sender's deleting.
    pub fn is_to_be_restored(&self) -> bool {
        self.in_trash_here || (self.deleted_by_sender && self.standing == Standing::New)
    }

    /// Returns the counted news, the exchange's own fields first.
    pub fn counted(&self) -> Vec<Counted> {
        let place_of = |count: &Counted| place(count.collection.as_deref());
        let mut counts: Vec<Counted> = Vec::new();
        for news in &self.news {
            let collection = news.record.collection().map(|name| name.into_owned());
            let mut count = Counted::default();
            // The news are in this order already.
            if let Some(same) = counts.pop_if(|last| place_of(last) == place(collection.as_deref()))
            {
                count = same;
            }
            match news.news {
                News::Added => count.added += 1,
                News::Changed => count.changed += 1,
                News::Removed => count.removed += 1,
            }
            count.collection = collection;
            counts.push(count);
        }
        counts
    }

    /// Returns how many conflicts stay open.
    pub fn left_open(&self) -> usize {
        self.conflicts.iter().filter(|conflict| conflict.settling == Settling::Open).count()
    }
}

/// Returns the typed exchange with the records that are in its trash; an empty one for a document of
/// another kind.
fn with_trash(entry: &Entry) -> Exchange {
    match entry.document.plain() {
        Value::Object(plain) if entry.kind().has_records() => Exchange::read(&plain).0,
        _ => Exchange::default(),
    }
}

/// Returns the news as a person is told them: without delete marks, and the exchange's own fields
/// only ever change; where they stand in a list is the exchange's own order.
fn told(news: Vec<RecordNews>) -> Vec<RecordNews> {
    let mut told: Vec<RecordNews> = news
        .into_iter()
        .filter_map(|mut news| {
            news.fields.retain(|field| field != "deleted");
            if news.record.is_root() {
                if news.fields.is_empty() {
                    return None;
                }
                news.news = News::Changed;
            }
            Some(news)
        })
        .collect();
    order::sort_by(&mut told, |one, other| {
        let place = |news: &RecordNews| place(news.record.collection().as_deref());
        place(one).cmp(&place(other))
    });
    told
}

/// Returns the place of a collection: the exchange's own fields, the collections in their order,
/// and last those that this version does not know.
fn place(collection: Option<&str>) -> usize {
    let Some(collection) = collection else { return 0 };
    let known = Exchange::COLLECTIONS.iter().position(|known| *known == collection);
    1 + known.unwrap_or(Exchange::COLLECTIONS.len())
}
