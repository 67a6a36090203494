//! How large the reference exchange is when it is stored, part by part (data.md, "Reference sizes").

use serde_json::Value;

use crate::bundle::{Bundle, Entry};
use crate::history::{Authors, Document};
use crate::json;
use crate::store::Written;

/// Returns a document's text as it stands in local storage.
pub fn stored(entry: &Entry) -> String {
    Written { entry: entry.clone(), epoch: 0, at: 1_764_489_600_000, is_whole: true }.text()
}

/// How many bytes of a document's stored text are what.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sizes {
    /// The whole stored text.
    pub stored: usize,
    /// The readable document.
    pub values: usize,
    /// Which edit wrote each value.
    pub stamps: usize,
    /// Which edits were taken in, and the names of their authors.
    pub seen_and_authors: usize,
    /// What was written apart.
    pub apart: usize,
    /// The same document as a file to send.
    pub file: usize,
}

impl Sizes {
    /// Measures one document.
    pub fn of(entry: &Entry) -> Self {
        let whole = entry.to_json().into_value();
        let size = |value: &Value| {
            let text = json::compact(value);
            text.chars().map(|c| if c.is_ascii() { 1 } else { 6 * c.len_utf16() }).sum::<usize>()
        };
        let history = &whole["history"];
        let part = |name: &str| history.get(name).map_or(0, size);
        Self {
            stored: stored(entry).len(),
            values: size(&whole["document"]),
            stamps: part("stamps"),
            seen_and_authors: part("seen") + part("authors"),
            apart: part("apart"),
            file: Bundle { entries: vec![entry.clone()], ..Bundle::default() }.write().len(),
        }
    }

    /// Adds another document's.
    pub fn plus(self, other: Self) -> Self {
        Self {
            stored: self.stored + other.stored,
            values: self.values + other.values,
            stamps: self.stamps + other.stamps,
            seen_and_authors: self.seen_and_authors + other.seen_and_authors,
            apart: self.apart + other.apart,
            file: self.file + other.file,
        }
    }
}

/// Returns a copy of a document as if one writer had made it in one go: what is left of its size then
/// is values.
pub fn written_at_once(entry: &Entry) -> Entry {
    let mut document = Document::new();
    let mut writer = crate::history::Writer::new(crate::history::ReplicaId::new("k3f9"));
    let edits = crate::history::diff::whole(&entry.document.plain());
    document.commit(edits, &mut writer, 1_764_489_600_000).expect("numbers are left");
    Entry { document, authors: Authors::new(), ..entry.clone() }
}
