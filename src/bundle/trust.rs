//! Whether a history can be true: what this app notices of a forged one without any signature.

use serde_json::Value;

use super::received::Here;
use crate::history::{Document, ReplicaId, Stamp};

/// How far in the future an edit's number may lie: clocks are off, but not by more than a year.
const MOST_AHEAD_MS: u64 = 366 * 24 * 60 * 60 * 1000;

/// Whether a history claims edits of this device that it never made, or edits of a far future. Either
/// would let it pass as having seen what is yet to be written.
pub(super) fn is_forged(document: &Document, here: &Here<'_>) -> bool {
    let cannot_be = |replica: &ReplicaId, number: u64| {
        number > here.now_ms.saturating_add(MOST_AHEAD_MS)
            || (here.last_issued)(replica).is_some_and(|last| number > last)
    };
    let is_impossible = |stamp: &Stamp| cannot_be(&stamp.replica, stamp.number);
    document.seen().replicas().any(|(replica, highest)| cannot_be(replica, highest))
        || document.registers().any(|(address, siblings)| {
            siblings.iter().any(|sibling| {
                is_impossible(&sibling.stamp)
                    || address.is_deleted_mark()
                        && named(&sibling.value).any(|it| is_impossible(&it))
            })
        })
}

/// The edits that a delete mark names.
fn named(mark: &Value) -> impl Iterator<Item = Stamp> {
    mark.as_array().map_or(&[][..], Vec::as_slice).iter().filter_map(Stamp::from_json)
}
