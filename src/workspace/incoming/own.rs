//! What this device knows of its own edits: a file that claims others is forged.

use leptos::prelude::WithValue;

use crate::browser::clock;
use crate::history::ReplicaId;
use crate::workspace::Workspace;

impl Workspace {
    /// Returns the latest time that this device knows of, in milliseconds since 1970. Its clock may be
    /// years behind, as after an empty battery: then it is when the program was built, or the latest
    /// number in an exchange that is open.
    pub fn latest_ms(&self) -> u64 {
        let seen =
            self.open.with_value(|all| all.iter().filter_map(|(_, open)| open.latest()).max());
        clock::now_ms().max(clock::built_ms()).max(seen.unwrap_or(0))
    }

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
