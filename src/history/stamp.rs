//! The name of one edit: who wrote it, and the how-manieth it was.

use std::cmp::Ordering;
use std::fmt;
use std::sync::{Mutex, PoisonError};

use arcstr::ArcStr;
use serde_json::{Value, json};

/// The largest number that a stamp can have: the largest integer that every JSON reader keeps
/// exactly.
pub const HIGHEST_NUMBER: u64 = (1 << 53) - 1;

/// The ids that were met first. There are few of them, and every value has one: a copy of these shares
/// its text for good and is not counted. 64 kB at most.
static KEPT: Mutex<Vec<ArcStr>> = Mutex::new(Vec::new());
const MOST_KEPT: usize = 1024;
/// In bytes; our own ids have ten.
const MOST_KEPT_LENGTH: usize = 64;

/// One writing copy of the app under one author.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReplicaId(ArcStr);

impl ReplicaId {
    /// The replica with this id.
    pub fn new(id: &str) -> Self {
        let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
        match kept.binary_search_by(|other| other.as_str().cmp(id)) {
            Ok(at) => Self(kept[at].clone()),
            Err(at) => {
                let text = ArcStr::from(id);
                if kept.len() < MOST_KEPT && id.len() <= MOST_KEPT_LENGTH {
                    text.leak();
                    kept.insert(at, text.clone());
                }
                Self(text)
            }
        }
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ReplicaId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The name of one edit of one value. No two edits, and no two addresses of one edit, share a
/// stamp.
///
/// The order of stamps only picks which of several values is shown; it never decides what is kept.
///
/// ```
/// use peer_exchange::history::{ReplicaId, Stamp};
///
/// let stamp = Stamp::new(1764489600412, ReplicaId::new("k3f9"));
/// assert_eq!(stamp.to_json().to_string(), r#"["k3f9",1764489600412]"#);
/// assert!(stamp < Stamp::new(1764489600413, ReplicaId::new("a001")));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Stamp {
    /// At least the wall clock in milliseconds since 1970, and larger than every number of the same
    /// replica before it: from 1 to [`HIGHEST_NUMBER`]. Gaps mean nothing.
    pub number: u64,
    /// Who wrote it.
    pub replica: ReplicaId,
}

impl Stamp {
    /// The edit of a replica with this number.
    pub fn new(number: u64, replica: ReplicaId) -> Self {
        Self { number, replica }
    }

    /// The stamp as it stands in files: `["k3f9", 1764489600412]`.
    pub fn to_json(&self) -> Value {
        json!([self.replica.as_str(), self.number])
    }

    /// Reads a stamp; nothing else than a text and a number in range is one.
    pub fn from_json(value: &Value) -> Option<Self> {
        match value.as_array()?.as_slice() {
            [Value::String(replica), number] => {
                Some(Self::new(number_from_json(number)?, ReplicaId::new(replica)))
            }
            _ => None,
        }
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.replica, self.number)
    }
}

/// By number, then by replica: the order in which the shown value is picked.
impl Ord for Stamp {
    fn cmp(&self, other: &Self) -> Ordering {
        self.number.cmp(&other.number).then_with(|| self.replica.cmp(&other.replica))
    }
}

impl PartialOrd for Stamp {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Reads the number of an edit: an integer from 1 to [`HIGHEST_NUMBER`].
pub(super) fn number_from_json(value: &Value) -> Option<u64> {
    value.as_u64().filter(|number| (1..=HIGHEST_NUMBER).contains(number))
}
