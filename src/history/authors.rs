//! The names behind the replicas, as they stand in a file's history.

use litemap::LiteMap;

use super::stamp::ReplicaId;

/// Which author writes under which replica id.
pub type Authors = LiteMap<ReplicaId, String>;

/// Takes in the other's names. If one replica has two names, the larger text stays (so that the
/// order of merging makes no difference), and the replica is in the answer: it is worth telling.
pub fn merge(mine: &mut Authors, theirs: &Authors) -> Vec<ReplicaId> {
    let mut named_twice = Vec::new();
    for (replica, name) in theirs {
        let known = mine.entry(replica.clone()).or_insert_with(|| name.clone());
        if known != name {
            named_twice.push(replica.clone());
            if *known < *name {
                known.clone_from(name);
            }
        }
    }
    named_twice
}
