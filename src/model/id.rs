//! The name of a record: short, random, meaningless, and never reused.

use std::fmt;
use std::sync::Arc;

/// Identifies a record within its collection, or a document within the workspace.
///
/// Cheap to clone. Whoever makes a new record passes in a random one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Arc<str>);

impl Id {
    /// Returns the id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Makes a short id out of random bits: ten letters and digits that cannot be mistaken for each
    /// other when read aloud (no `i`, `l`, `o`, `u`).
    pub fn from_random(bits: u64) -> Self {
        const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
        let text: String =
            (0..10).map(|i| char::from(ALPHABET[(bits >> (i * 5)) as usize % 32])).collect();
        Self::from(text)
    }
}

impl From<String> for Id {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl From<&str> for Id {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<Id> for String {
    fn from(id: Id) -> Self {
        id.0.as_ref().to_owned()
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn different_bits_make_different_ids_of_ten_characters() {
        let ids = [0, 1, u64::MAX, 0x1234_5678_9abc_def0].map(Id::from_random);
        for id in &ids {
            assert_eq!(id.as_str().len(), 10);
        }
        assert_eq!(ids.iter().collect::<std::collections::BTreeSet<_>>().len(), ids.len());
    }
}
