//! The sample exchange: made up, the same on every device, and of no account until somebody changes it.

use leptos::prelude::*;
use serde_json::{Map, Value};

use super::{OpenDocument, Workspace};
use crate::bundle::Entry;
use crate::history::{ReplicaId, diff};
use crate::model::Id;
use crate::store::{Kept, Refused};

/// The id of the sample, and of the copy of the app that is said to have written it.
pub const SAMPLE: &str = "sample";

/// When the sample is said to have been written, in milliseconds since 1970. It begins the numbers of its
/// edits: whoever changes the sample's file raises it, so that no number ever stands for two values.
const WRITTEN_AT_MS: u64 = 1_774_022_400_000;

impl Workspace {
    /// Opens the sample; makes it if it is not here, from its plain form. It has the same bytes on every
    /// device, so that two copies of it bring nothing new to each other.
    pub fn make_sample(&self, plain: Map<String, Value>) -> Id {
        let id = Id::from(SAMPLE);
        let open = self.document(&id).unwrap_or_else(|| {
            let open = self.take_up(Kept::new(Entry::new(id.clone())));
            let edits = diff::whole(&Value::Object(plain));
            let replica = ReplicaId::new(SAMPLE);
            let written = open.write_as(replica, "", WRITTEN_AT_MS, |document, writer, now| {
                document.commit(edits, writer, now)
            });
            if let Some(edits) = written {
                self.note_edits(&open, edits);
            }
            open.read_again();
            self.store_now();
            open
        });
        if open.is_deleted() {
            open.restore_whole();
        }
        id
    }

    /// Returns whether a document is the sample and nobody has changed it; follows it.
    pub fn is_bare_sample(&self, id: &Id) -> bool {
        id.as_str() == SAMPLE && self.document(id).is_some_and(|open| open.is_bare_sample())
    }

    /// Returns the exchanges that count: all that are not in the trash, but the sample only once somebody
    /// has changed it. Follows them where something follows.
    pub fn counted_now(&self) -> Vec<Id> {
        let mut ids = self.exchanges_now();
        ids.retain(|id| !self.is_bare_sample(id));
        ids
    }

    /// Removes the sample: from this device if nobody has changed it, else into the trash.
    ///
    /// # Errors
    /// If what other tabs wrote of it cannot be taken in first; it stays then.
    pub fn remove_sample(&self) -> Result<(), Refused> {
        match self.document(&Id::from(SAMPLE)) {
            Some(open) if untrack(|| open.is_bare_sample()) => self.remove(&open),
            Some(open) => {
                open.delete_whole();
                Ok(())
            }
            None => Ok(()),
        }
    }
}

impl OpenDocument {
    /// Returns whether it is as the sample was made; follows it.
    fn is_bare_sample(&self) -> bool {
        self.shown.track();
        self.with_document(|document| {
            document.seen().replicas().all(|(replica, _)| replica.as_str() == SAMPLE)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::{Document, Writer};

    /// Returns the sample as it is stored.
    fn sample() -> String {
        let text = include_str!("../../public/library/sample.json");
        let plain: Value = serde_json::from_str(text).expect("JSON");
        let mut document = Document::new();
        let mut writer = Writer::new(ReplicaId::new(SAMPLE));
        document.commit(diff::whole(&plain), &mut writer, WRITTEN_AT_MS).expect("numbers");
        let entry = Entry { document, ..Entry::new(Id::from(SAMPLE)) };
        entry.to_json().compact()
    }

    /// A changed file with the numbers of the one before would give two values one number: raise
    /// [`WRITTEN_AT_MS`], then put here what this prints.
    #[test]
    fn a_changed_sample_has_new_numbers() {
        use sha2::{Digest, Sha256};
        let digest = Sha256::digest(sample());
        let begin = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect::<String>();
        assert_eq!((WRITTEN_AT_MS, begin.as_str()), (1_774_022_400_000, "5f5f878c46e39108"));
    }
}
