//! The index: what the list of exchanges needs to know of each, so that the app opens without reading
//! them all.
//!
//! It is never relied on. A row counts only while the stored text has the check of the one that it was made
//! of; otherwise the document itself is read. So it may be lost, or be older than the documents, at any time.

use litemap::LiteMap;
use serde_json::{Map, Value, json};

use super::{Storage, keys, text};
use crate::model::Id;

/// The version of the rows. Those of another version do not count.
const VERSION: u64 = 4;

/// The rows by document. What a row says is its writer's affair.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Index(LiteMap<Id, Row>);

#[derive(Clone, Debug, PartialEq)]
struct Row {
    /// The check at the end of the text that it was made of.
    check: String,
    says: Map<String, Value>,
}

impl Index {
    /// Reads the index; what cannot be read is as if it were not there.
    pub fn load(storage: &impl Storage) -> Self {
        let text = storage.get(keys::INDEX).unwrap_or_default();
        if !text::is_whole(&text) {
            return Self::default();
        }
        let Ok(Value::Object(index)) = serde_json::from_str(&text) else { return Self::default() };
        if index.get("version").and_then(Value::as_u64) != Some(VERSION) {
            return Self::default();
        }
        let row = |(id, row): (&String, &Value)| {
            let check = row.get("check")?.as_str()?.to_owned();
            Some((
                Id::from(id.as_str()),
                Row { check, says: row.get("says")?.as_object()?.clone() },
            ))
        };
        let rows = index.get("rows").and_then(Value::as_object);
        Self(rows.into_iter().flatten().filter_map(row).collect())
    }

    /// Writes the index, if there is room and it says anything new.
    pub fn save(&self, storage: &impl Storage) {
        let stored = storage.get(keys::INDEX);
        if stored.is_none() && self.0.is_empty() {
            return;
        }
        let rows: Map<String, Value> = self
            .0
            .iter()
            .map(|(id, row)| (id.to_string(), json!({"check": row.check, "says": row.says})))
            .collect();
        let text = text::written(&json!({"version": VERSION, "rows": rows}));
        if stored.as_ref() != Some(&text) {
            // Without it the app opens a little later.
            let _ = storage.set(keys::INDEX, &text);
        }
    }

    /// Returns what is known of a document whose stored text has this check; `None` if it has to be
    /// read. Whether the check fits the text is for its reader to see.
    pub fn of(&self, id: &Id, check: &str) -> Option<&Map<String, Value>> {
        self.0.get(id).filter(|row| row.check == check).map(|row| &row.says)
    }

    /// Notes what a document's stored text says.
    pub fn note(&mut self, id: Id, stored: &str, says: Map<String, Value>) {
        if let Some(check) = text::check_in(stored) {
            self.0.insert(id, Row { check: check.to_owned(), says });
        }
    }

    /// Keeps the rows of these documents only.
    pub fn keep(&mut self, is_there: impl Fn(&Id) -> bool) {
        let rows = std::mem::take(&mut self.0);
        self.0 = rows.into_iter().filter(|(id, _)| is_there(id)).collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::Entry;
    use crate::store::{Memory, Written};

    fn stored(at: u64) -> String {
        let entry = Entry::new(Id::from("x1"));
        Written { entry, epoch: 0, at, is_whole: true }.text()
    }

    fn says(title: &str) -> Map<String, Value> {
        json!({"title": title}).as_object().cloned().unwrap_or_default()
    }

    #[test]
    fn a_row_counts_only_for_the_very_text_that_it_was_made_of() {
        let (storage, id) = (Memory::default(), Id::from("x1"));
        let mut index = Index::default();
        index.note(id.clone(), &stored(1), says("Cameras"));
        index.save(&storage);
        let index = Index::load(&storage);
        let check = |text: &str| text::check_in(text).expect("a check").to_owned();
        assert_eq!(index.of(&id, &check(&stored(1))), Some(&says("Cameras")));
        assert_eq!(index.of(&id, &check(&stored(2))), None, "it was stored again since");
        assert_eq!(index.of(&id, &check(&stored(1)[..40])), None, "it was cut");
        assert_eq!(index.of(&Id::from("x2"), &check(&stored(1))), None);
    }

    #[test]
    fn an_index_that_is_damaged_or_of_another_version_is_as_if_it_were_not_there() {
        let storage = Memory::default();
        let mut index = Index::default();
        index.note(Id::from("x1"), &stored(1), says("Cameras"));
        index.save(&storage);
        let text = storage.get(keys::INDEX).expect("stored");
        let other = text::written(&json!({"version": 2, "rows": {}}));
        for damaged in ["", "{}", "[]", &text[1..], &text.replace("Cameras", "Kameras"), &other] {
            storage.set(keys::INDEX, damaged).expect("set");
            assert_eq!(Index::load(&storage), Index::default(), "{damaged}");
        }
    }

    #[test]
    fn an_app_without_documents_stores_no_index() {
        let storage = Memory::default();
        Index::default().save(&storage);
        assert_eq!(storage.keys(), Vec::<String>::new());
    }

    #[test]
    fn full_storage_costs_the_index_and_nothing_else() {
        let storage = Memory::with_room(10);
        let mut index = Index::default();
        index.note(Id::from("x1"), &stored(1), says("Cameras"));
        index.save(&storage);
        assert_eq!(Index::load(&storage), Index::default());
        assert_eq!(storage.keys(), Vec::<String>::new());
    }
}
