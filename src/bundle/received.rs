//! A file as it was received: what is in it, what was wrong with it, and how far it can be trusted.

use serde_json::Value;

use super::finding::{Distrust, Finding};
use super::{Bundle, Entry, Sender, digest};
use crate::history::{Address, Document, RecordAddress, ReplicaId, Stamp, changed_outside, diff};
use crate::model::Id;
use crate::order::{self, Set};

/// What a reader has to know of this device, so that it notices a history that cannot be true.
#[derive(Clone, Copy)]
pub struct Here<'a> {
    /// The latest time that this device knows of, in milliseconds since 1970.
    pub now_ms: u64,
    /// The highest number that one of this device's own replicas has given out; `None` for a replica
    /// of somebody else.
    pub last_issued: &'a dyn Fn(&ReplicaId) -> Option<u64>,
}

/// A file that was read. Nothing of it is taken in yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Received {
    /// When the file was made, RFC 3339 in UTC.
    pub created: String,
    /// Who sends it.
    pub sender: Sender,
    /// What the sender says to the reader.
    pub message: String,
    /// Free text such as FOUO.
    pub marking: String,
    /// The version of the file if it is newer than this app: the file can be looked at and saved
    /// again, and nothing of it may be taken in.
    pub newer: Option<String>,
    /// Whether the file is as it was saved: its digest fits.
    pub is_whole: bool,
    /// The exchanges, in the order of the file.
    pub documents: Vec<ReceivedDocument>,
    /// What was wrong.
    pub findings: Vec<Finding>,
}

/// One exchange of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct ReceivedDocument {
    /// The exchange's id.
    pub id: Id,
    pub(super) trust: Result<Entry, Outside>,
    /// The stamp of its first value if its history is not taken.
    pub(super) first: Stamp,
}

/// The values of a document of whose history nothing is taken.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Outside {
    pub(super) why: Distrust,
    pub(super) document: Value,
    /// The records that were in the trash where the file was made.
    pub(super) in_trash: Set<RecordAddress>,
}

/// One exchange of a file as it can be taken in here.
#[derive(Clone, Debug, PartialEq)]
pub struct Matched {
    /// All of it.
    pub whole: Entry,
    /// What is to be merged into the copy that is here: all of it, or if its history is not taken,
    /// what differs from that copy.
    pub news: Entry,
    /// Why its history is not taken, if so.
    pub distrust: Option<Distrust>,
}

impl Received {
    /// Reads a file's text: from text over checked limits and version to documents.
    ///
    /// # Errors
    /// Says in one sentence why the text is not a file that can be opened.
    pub fn read(text: &str, here: &Here<'_>) -> Result<Self, super::BundleError> {
        super::read::read(text, here)
    }
}

impl From<Bundle> for Received {
    fn from(bundle: Bundle) -> Self {
        let document = |entry: Entry| ReceivedDocument {
            id: entry.id.clone(),
            trust: Ok(entry),
            first: first_stamp("", 0),
        };
        Self {
            created: bundle.created,
            sender: bundle.sender,
            message: bundle.message,
            marking: bundle.marking,
            newer: None,
            is_whole: true,
            documents: bundle.entries.into_iter().map(document).collect(),
            findings: Vec::new(),
        }
    }
}

impl ReceivedDocument {
    /// Compares it with the copy that is here.
    ///
    /// Opening the same file again gives the same, and after it was taken in, nothing new.
    pub fn matched(&self, local: Option<&Entry>) -> Matched {
        let nothing = Document::new();
        let here = local.map_or(&nothing, |local| &local.document);
        match &self.trust {
            Ok(entry) if !contradict(here, &entry.document) => {
                Matched { whole: entry.clone(), news: entry.clone(), distrust: None }
            }
            Ok(entry) => {
                let outside = Outside::of(&entry.document, Distrust::Contradicts);
                self.stamped_anew(&outside, here)
            }
            Err(outside) => self.stamped_anew(outside, here),
        }
    }

    /// Returns the entry whose history can be trusted as far as that can be told from the file.
    pub(super) fn into_trusted(self) -> Option<Entry> {
        self.trust.ok()
    }

    fn stamped_anew(&self, outside: &Outside, here: &Document) -> Matched {
        let mut first = self.first.clone();
        let mut news = outside.news(&first, here);
        // Another file can hold stamps of this name only if somebody meant them to meet.
        let mut more = 0;
        while contradict(here, &news) {
            more += 1;
            first.replica = ReplicaId::new(&format!("{}-{more}", self.first.replica));
            news = outside.news(&first, here);
        }
        let entry = |document| Entry { document, ..Entry::new(self.id.clone()) };
        Matched {
            whole: entry(outside.news(&first, &Document::new())),
            news: entry(news),
            distrust: Some(outside.why),
        }
    }
}

impl Outside {
    /// The values of a document of whose history nothing is taken after all.
    pub(super) fn of(document: &Document, why: Distrust) -> Self {
        Self { why, document: document.plain(), in_trash: in_trash(document) }
    }

    /// The values that differ from those that are here.
    ///
    /// A delete mark names edits, so it says nothing without the history that it belongs to: a record
    /// that is here stays as it is, and one that is not here yet comes into the trash by a mark that
    /// names its new stamps.
    fn news(&self, first: &Stamp, here: &Document) -> Document {
        let mut document = self.document.clone();
        self.renew_marks(&mut document, first);
        let news = changed_outside(&document, first, here);
        let known: Set<RecordAddress> =
            here.registers().map(|(address, _)| address.record()).collect();
        let is_here = |record: &RecordAddress| {
            if record.is_root() { !known.is_empty() } else { known.contains(record) }
        };
        news.redacted(|address| {
            address.is_deleted_mark() && {
                let record = address.record();
                is_here(&record) || !self.in_trash.contains(&record)
            }
        })
    }

    /// Lets the marks of what is in the trash name the stamps that its values are about to get.
    fn renew_marks(&self, document: &mut Value, first: &Stamp) {
        if self.in_trash.is_empty() {
            return;
        }
        let root = RecordAddress::root();
        let is_whole_in_trash = self.in_trash.contains(&root);
        let mut marks: Vec<(RecordAddress, Vec<Value>)> = Vec::new();
        let mut mark_of_all = Vec::new();
        for (number, (address, _)) in (first.number..).zip(diff::whole(document)) {
            if address.is_deleted_mark() {
                continue;
            }
            let stamp = Stamp::new(number, first.replica.clone()).to_json();
            let record = address.record();
            if is_whole_in_trash {
                mark_of_all.push(stamp.clone());
            }
            // The addresses of a record are neighbours.
            match marks.last_mut().filter(|(last, _)| *last == record) {
                Some((_, mark)) => mark.push(stamp),
                None => marks.push((record, vec![stamp])),
            }
        }
        let marks = order::map(marks);
        let Value::Object(fields) = document else { return };
        for (collection, records) in fields.iter_mut() {
            for record in records.as_array_mut().into_iter().flatten() {
                let id = record.get("id").and_then(Value::as_str).unwrap_or_default();
                let address = RecordAddress::new(collection, id);
                if let (true, Some(mark)) = (self.in_trash.contains(&address), marks.get(&address))
                {
                    renew(record.get_mut(&*address.deleted().field()), mark);
                }
            }
        }
        if is_whole_in_trash {
            renew(fields.get_mut(&*root.deleted().field()), &mark_of_all);
        }
    }
}

/// Returns the records of a document that are in its trash.
pub(super) fn in_trash(document: &Document) -> Set<RecordAddress> {
    let marks = document.registers().map(|(address, _)| address);
    let marked = marks.filter(|address| address.is_deleted_mark()).map(Address::record);
    marked.filter(|record| document.is_deleted(record)).collect()
}

fn renew(mark: Option<&mut Value>, stamps: &[Value]) {
    if let Some(mark) = mark {
        *mark = stamps.iter().cloned().collect();
    }
}

/// Whether one edit has another place or another value in one copy than in the other. No edit can, so
/// one of them is forged.
fn contradict(one: &Document, other: &Document) -> bool {
    let mut edits = stamped(one);
    let here = edits.len();
    edits.extend(stamped(other));
    if here == 0 || here == edits.len() {
        return false;
    }
    order::sort_by(&mut edits, |a, b| a.0.cmp(b.0));
    edits
        .windows(2)
        .any(|pair| pair[0].0 == pair[1].0 && (pair[0].1, pair[0].2) != (pair[1].1, pair[1].2))
}

fn stamped(document: &Document) -> Vec<(&Stamp, &Address, &Value)> {
    let mut edits = Vec::new();
    for (address, siblings) in document.registers() {
        edits.extend(siblings.iter().map(|sibling| (&sibling.stamp, address, &sibling.value)));
    }
    edits
}

/// Returns the stamp of the first value of a document whose history is not taken. Its replica is named
/// after the file's digest. Its number is the smallest, so that what stands here is shown before it.
pub(super) fn first_stamp(digest: &str, place: usize) -> Stamp {
    let hash = digest.strip_prefix(digest::PREFIX).unwrap_or(digest);
    let short = hash.get(..24).unwrap_or(hash);
    Stamp::new(1, ReplicaId::new(&format!("outside-{short}-{place}")))
}
