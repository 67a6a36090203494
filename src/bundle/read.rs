//! From a file's text to documents, or to one sentence why not.

use serde_json::{Map, Value};
use thiserror::Error;

use super::finding::{Distrust, Finding, What};
use super::received::{Here, Outside, Received, ReceivedDocument, first_stamp, in_trash};
use super::repair::{self, Repair, made_id};
use super::steps::VERSION;
use super::strict::{self, Fault, MOST_RECORDS, Rule, StrictError};
use super::{Entry, Sender, TYPE, digest, exact, steps, trust, wrapped};
use crate::history::{Document, Problem, Stamp};
use crate::model::{Id, Kind};

/// The largest file that is opened, in bytes.
pub(super) const MOST_BYTES: usize = 8 * 1024 * 1024;
/// How many broken entries of one history are told; it is not taken anyway.
const MOST_PROBLEMS: usize = 20;

/// Why a text is not opened. Nothing is ever stored of such a file.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum BundleError {
    /// There is nothing in it.
    #[error("the file is empty: ask the sender for it again")]
    Empty,
    /// It is larger than any exchange can be.
    #[error("the file has {bytes} bytes, more than the {MOST_BYTES} that can be opened")]
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// It begins like JSON and ends in the middle.
    #[error("the file ends in the middle, at line {line}: ask the sender for it again")]
    CutShort {
        /// The last line.
        line: usize,
    },
    /// It is no JSON.
    #[error("the file is not JSON, see line {line}: choose the .json file that you were sent")]
    NotJson {
        /// The first line that is not JSON.
        line: usize,
    },
    /// It was a file of ours and is no JSON any more.
    #[error("the file is damaged, see line {line}: ask the sender for it again")]
    Damaged {
        /// The first line that is not JSON.
        line: usize,
    },
    /// A mail program wrapped its lines, and it cannot be told where there were blanks.
    #[error("the lines of the file were wrapped on the way: ask the sender for an attachment")]
    Wrapped,
    /// It is JSON of another kind.
    #[error("the file is not an exchange file but seems to be `{found}`")]
    OtherType {
        /// What its `type` says, or what can be told of it.
        found: String,
    },
    /// It breaks a rule that keeps values from being changed on the way.
    #[error(transparent)]
    Fault(#[from] Fault),
    /// There is no exchange in it.
    #[error("the file holds no exchange: ask the sender for it again")]
    NoExchange,
    /// What is in it is of a kind that this version does not know.
    #[error("the file holds only a document of the unknown kind `{0}`: reload the page to update")]
    UnknownKind(String),
    /// It is not as it was saved, and an exact reader was asked.
    #[error("the file was altered or damaged after it was saved: ask the sender for it again")]
    Altered,
}

pub(super) fn read(text: &str, here: &Here<'_>) -> Result<Received, BundleError> {
    if text.len() > MOST_BYTES {
        return Err(BundleError::TooLarge { bytes: text.len() });
    }
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        return Err(BundleError::Empty);
    }
    exact::read(text, here).map_or_else(|| altered(text, here), Ok)
}

/// Reads a file that is in any way not as this app writes it.
pub(super) fn altered(text: &str, here: &Here<'_>) -> Result<Received, BundleError> {
    let file = parsed(text)?;
    let digest = digest::of(&file);
    let mut reading = Reading { here, findings: Vec::new(), received: Received::default() };
    reading.received.is_whole = digest_fits(&file, &digest);
    let file = reading.of_present_version(file);
    reading.header(&file);
    reading.documents(file, &digest)?;
    Ok(Received { findings: reading.findings, ..reading.received })
}

fn digest_fits(file: &Map<String, Value>, digest: &str) -> bool {
    file.get("digest").and_then(Value::as_str) == Some(digest)
}

/// Reads JSON with the type of our files; one whose lines were wrapped as it was before.
fn parsed(text: &str) -> Result<Map<String, Value>, BundleError> {
    let error = match of_our_type(text) {
        Err(error @ (BundleError::NotJson { .. } | BundleError::Damaged { .. })) => error,
        read => return read,
    };
    let joined: Vec<String> =
        ["", " "].iter().filter_map(|joint| wrapped::joined(text, joint)).collect();
    if joined.is_empty() {
        return Err(error);
    }
    let mut refused = error;
    for text in &joined {
        match of_our_type(text) {
            Ok(file) if digest_fits(&file, &digest::of(&file)) => return Ok(file),
            Ok(_) => refused = BundleError::Wrapped,
            Err(BundleError::NotJson { .. } | BundleError::Damaged { .. }) => {}
            Err(error) => refused = error,
        }
    }
    Err(refused)
}

fn of_our_type(text: &str) -> Result<Map<String, Value>, BundleError> {
    let is_ours = text.starts_with('{') && text.contains(TYPE);
    let read = match strict::read(text, MOST_RECORDS) {
        Ok(read) => read,
        // Only an object that lacks its end was once a file of ours.
        Err(StrictError::CutShort { line }) if text.starts_with('{') => {
            return Err(BundleError::CutShort { line });
        }
        Err(StrictError::Fault(fault)) if is_ours => return Err(fault.into()),
        Err(StrictError::NotJson { line } | StrictError::CutShort { line }) if is_ours => {
            return Err(BundleError::Damaged { line });
        }
        Err(StrictError::NotJson { line } | StrictError::CutShort { line }) => {
            return Err(BundleError::NotJson { line });
        }
        Err(StrictError::Fault(_)) => return Err(BundleError::NotJson { line: 1 }),
    };
    let file = match (read.value, &read.fault) {
        (Value::Object(file), _) => file,
        (Value::Array(_), None) => {
            return Err(BundleError::OtherType { found: "a JSON list".to_owned() });
        }
        (_, Some(fault)) => return Err(fault.clone().into()),
        _ => return Err(BundleError::NotJson { line: 1 }),
    };
    match file.get("type").and_then(Value::as_str) {
        Some(TYPE) => read.fault.map_or(Ok(file), |fault| Err(fault.into())),
        Some(other) => Err(BundleError::OtherType { found: shortened(other) }),
        // What stands behind the last value that is read is not looked at, perhaps the type.
        None => match read.fault.filter(|fault| is_ours || fault.rule == Rule::Depth) {
            Some(fault) => Err(fault.into()),
            None => Err(BundleError::OtherType { found: looks_like(&file) }),
        },
    }
}

/// A file that is being read.
struct Reading<'a> {
    here: &'a Here<'a>,
    findings: Vec<Finding>,
    received: Received,
}

impl Reading<'_> {
    /// Brings an older file to the present form, and notes a newer one.
    fn of_present_version(&mut self, file: Map<String, Value>) -> Map<String, Value> {
        match file.get("version").and_then(Value::as_u64) {
            Some(version) if version <= VERSION => steps::up_to_date(file, version),
            Some(version) => {
                self.received.newer = Some(version.to_string());
                file
            }
            None => {
                self.find(What::Version, "version");
                // Which steps it needs cannot be told, and its digest may be that of anything.
                self.received.is_whole = false;
                file
            }
        }
    }

    fn header(&mut self, file: &Map<String, Value>) {
        let sender = file.get("sender").and_then(Value::as_object);
        self.received.created = self.text(Some(file), "created", "");
        self.received.message = self.text(Some(file), "message", "");
        self.received.marking = self.text(Some(file), "marking", "");
        self.received.sender = Sender {
            author: self.text(sender, "author", "sender/"),
            organisation: self.text(sender, "organisation", "sender/"),
        };
    }

    fn text(&mut self, fields: Option<&Map<String, Value>>, name: &str, within: &str) -> String {
        let text = fields.and_then(|fields| fields.get(name)).and_then(Value::as_str);
        let mut text = text.unwrap_or_default().to_owned();
        let address = format!("{within}{name}");
        Repair::new(&mut self.findings, address).clean_text(&mut text);
        text
    }

    fn documents(&mut self, mut file: Map<String, Value>, digest: &str) -> Result<(), BundleError> {
        let documents = match file.remove("documents") {
            Some(Value::Array(documents)) => documents,
            _ => Vec::new(),
        };
        let mut unknown = None;
        for (place, document) in documents.into_iter().enumerate() {
            let base = format!("documents/{place}");
            let word = document.get("kind").and_then(Value::as_str).unwrap_or_default();
            match Kind::from_word(word) {
                Some(kind) if document["document"].is_object() => {
                    self.document(kind, document, base, first_stamp(digest, place))?;
                }
                None if document.is_object() => {
                    let word = shortened(word);
                    self.find(What::UnknownKind(word.clone()), &base);
                    unknown.get_or_insert(word);
                }
                _ => self.find(What::NoDocument, &base),
            }
        }
        match unknown {
            _ if !self.received.documents.is_empty() => Ok(()),
            Some(kind) => Err(BundleError::UnknownKind(kind)),
            None => Err(BundleError::NoExchange),
        }
    }

    fn document(
        &mut self,
        kind: Kind,
        mut stored: Value,
        base: String,
        first: Stamp,
    ) -> Result<(), BundleError> {
        if strict::has_long_addresses(&stored) {
            return Err(Fault { rule: Rule::Name, address: base }.into());
        }
        let mut document = stored["document"].take();
        let mut history = stored["history"].take();
        let mut repair = Repair::new(&mut self.findings, format!("{base}/document"));
        repair.document(kind, &mut document);
        let mut is_repaired = repair.is_altered;
        let mut repair = Repair::new(&mut self.findings, format!("{base}/history"));
        repair.clean(&mut history);
        is_repaired |= repair.is_altered;
        let id = match stored["id"].take() {
            Value::String(mut id) if !id.is_empty() => {
                let mut repair = Repair::new(&mut self.findings, format!("{base}/id"));
                repair.clean_text(&mut id);
                is_repaired |= repair.is_altered;
                id
            }
            _ => String::new(),
        };
        let id = if id.is_empty() {
            self.find(What::NoId, &base);
            is_repaired = true;
            format!("{}{}", kind.prefix().unwrap_or_default(), made_id(&document))
        } else {
            id
        };
        let id = Id::from(id);
        if Kind::of(&id) != kind {
            self.find(What::ForeignId, &base);
            return Ok(());
        }
        let reading = Document::read(&document, &history, &first);
        // What is shown must stand in the document, and not only in the history.
        let is_readable =
            self.tell_problems(&reading.problems, is_repaired, &base) && reading.is_as_written;
        let why = if !self.received.is_whole {
            Some(Distrust::Digest)
        } else if is_repaired {
            Some(Distrust::Repaired)
        } else if !is_readable {
            Some(Distrust::History)
        } else if trust::is_forged(&reading.document, self.here) {
            Some(Distrust::Forged)
        } else {
            None
        };
        let trust = match why {
            None => {
                Ok(Entry { id: id.clone(), document: reading.document, authors: reading.authors })
            }
            Some(why) => {
                self.tell_apart(&history, &base);
                let in_trash = in_trash(&reading.document);
                Err(Outside { why, document, in_trash })
            }
        };
        self.received.documents.push(ReceivedDocument { id, trust, first });
        Ok(())
    }

    /// Tells what is wrong with a history, and returns whether nothing is. That there is none, or that
    /// it does not fit, is told of the whole file if the digest does not fit.
    fn tell_problems(&mut self, problems: &[Problem], is_repaired: bool, base: &str) -> bool {
        let mut told = 0;
        for problem in problems {
            let (what, within, address) = match problem {
                Problem::NoDocument => continue,
                Problem::EmptyRecord(record) => (What::EmptyRecord, "document", record.to_string()),
                _ if !self.received.is_whole || told == MOST_PROBLEMS => continue,
                // What was repaired can have none.
                Problem::NoStamp(_) if is_repaired => continue,
                Problem::Part(part) if part == "history" => {
                    (What::History, "history", String::new())
                }
                Problem::Part(part) => (What::History, "history", part.clone()),
                Problem::Entry { part, entry } => {
                    (What::History, "history", format!("{part}/{entry}"))
                }
                Problem::NoStamp(address) | Problem::SharedStamp { address, .. } => {
                    (What::History, "history/stamps", address.to_string())
                }
            };
            told += usize::from(what == What::History);
            let address = format!("{base}/{within}/{address}");
            self.find(what, address.trim_end_matches('/'));
        }
        problems.is_empty()
    }

    /// Tells the second versions of values that are not taken with a history.
    fn tell_apart(&mut self, history: &Value, base: &str) {
        let apart = history.get("apart").and_then(Value::as_object);
        for address in apart.into_iter().flat_map(|apart| apart.keys()) {
            self.find(What::Apart, &format!("{base}/document/{address}"));
        }
    }

    fn find(&mut self, what: What, address: &str) {
        self.findings.push(Finding { what, address: strict::told(address) });
    }
}

/// Says what a JSON file without our `type` might be.
fn looks_like(file: &Map<String, Value>) -> String {
    let names: Vec<&str> = file.keys().take(3).map(String::as_str).collect();
    if names.is_empty() { "an empty JSON file".to_owned() } else { shortened(&names.join(", ")) }
}

fn shortened(text: &str) -> String {
    let is_shown = |c: &char| !c.is_control() && !repair::is_control(*c);
    text.chars().filter(is_shown).take(60).collect()
}
