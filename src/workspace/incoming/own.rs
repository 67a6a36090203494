//! What this device knows of its own edits: a file that claims others is forged.

use leptos::prelude::WithValue;

use crate::history::ReplicaId;
use crate::workspace::Workspace;

impl Workspace {
    /// Returns the highest number that a replica of this page has given out, over all exchanges;
    /// `None` for a replica of somebody else.
    pub fn last_issued(&self, replica: &ReplicaId) -> Option<u64> {
        let is_own = self.replicas.with_value(|own| own.iter().any(|(_, known)| known == replica));
        let highest = || {
            self.open
                .with_value(|all| all.iter().filter_map(|(_, open)| open.highest(replica)).max())
        };
        is_own.then(|| highest().unwrap_or(0))
    }
}
