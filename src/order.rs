//! Lists, sets and maps in order. A leaf.
//!
//! The standard library compiles its sort and its trees anew for every type that they hold, four to
//! ten kilobytes each time. Here only the comparison is compiled anew: the sorting itself works on
//! places in the list, a [`Set`] is a sorted list, and so is a [`LiteMap`]. An entry put into the
//! middle of such a list moves those behind it; what may come in any order and in great number is
//! gathered and sorted once, by [`map`] or by collecting a [`Set`]. (Collecting a `LiteMap` or
//! extending it would compile the sort of the standard library again.)

mod set;

pub use set::Set;

use std::cmp::Ordering;

use litemap::LiteMap;

/// Sorts a list. Those that compare as equal stay in their order.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let swaps = sorting_swaps(items.len(), &|a, b| compare(&items[a], &items[b]));
    for (one, other) in swaps {
        items.swap(one, other);
    }
}

/// Sorts ranges of numbers, by Shell's method with the gaps of Tokuda (1992): a hundred bytes of program,
/// and for plain numbers ten times as quick as [`sort_by`].
pub fn sort_ranges(ranges: &mut [(u64, u64)]) {
    let mut gap = ranges.len();
    while gap > 1 {
        gap = (gap * 4 / 9).max(1);
        for at in gap..ranges.len() {
            let range = ranges[at];
            let mut to = at;
            while to >= gap && ranges[to - gap] > range {
                ranges[to] = ranges[to - gap];
                to -= gap;
            }
            ranges[to] = range;
        }
    }
}

/// Returns a map of entries that come in any order. If a key comes twice, the later value counts.
pub fn map<K: Ord, V>(entries: impl IntoIterator<Item = (K, V)>) -> LiteMap<K, V> {
    let mut entries: Vec<(K, V)> = entries.into_iter().collect();
    sort_by(&mut entries, |(one, _), (other, _)| one.cmp(other));
    entries.dedup_by(|later, earlier| {
        let is_same = later.0 == earlier.0;
        if is_same {
            std::mem::swap(later, earlier);
        }
        is_same
    });
    LiteMap::from_sorted_store_unchecked(entries)
}

/// Adds many entries at once. They come in order, and none of their keys is in the map yet.
pub fn add<K: Ord, V>(map: &mut LiteMap<K, V>, entries: Vec<(K, V)>) {
    if entries.is_empty() {
        return;
    }
    let mut joined = Vec::with_capacity(map.len() + entries.len());
    let mut held = std::mem::take(map).into_tuple_vec().into_iter().peekable();
    for entry in entries {
        while let Some(before) = held.next_if(|(key, _)| *key < entry.0) {
            joined.push(before);
        }
        joined.push(entry);
    }
    joined.extend(held);
    *map = LiteMap::from_sorted_store_unchecked(joined);
}

/// Returns the swaps that put a list in order, one after the other. `compare` is asked about places
/// in the list as it is before.
fn sorting_swaps(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<(usize, usize)> {
    if (1..count).all(|at| compare(at - 1, at).is_le()) {
        return Vec::new();
    }
    let mut places = sorted_places(count, compare);
    let mut swaps = Vec::new();
    for start in 0..count {
        // What stands at `start` is handed on until it reaches its place.
        let mut at = start;
        while places[at] != start {
            let next = places[at];
            swaps.push((at, next));
            places[at] = at;
            at = next;
        }
        places[at] = at;
    }
    swaps
}

/// Returns the places of a list in the order that `compare` gives to what stands there: a merge
/// sort from runs of one upwards.
fn sorted_places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    let mut run = 1;
    while run < count {
        let mut merged = Vec::with_capacity(count);
        for pair in places.chunks(2 * run) {
            let (mut left, mut right) = pair.split_at(run.min(pair.len()));
            while let ([first, ..], [second, ..]) = (left, right) {
                if compare(*second, *first).is_lt() {
                    merged.push(*second);
                    right = &right[1..];
                } else {
                    merged.push(*first);
                    left = &left[1..];
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        places = merged;
        run *= 2;
    }
    places
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn lists_of_any_length_are_sorted_as_the_standard_library_does() {
        for length in 0..70_u32 {
            let mut items: Vec<(u32, u32)> = (0..length).map(|at| (at * 37 % 11, at)).collect();
            let mut expected = items.clone();
            expected.sort_by_key(|(key, _)| *key);
            sort_by(&mut items, |a, b| a.0.cmp(&b.0));
            assert_eq!(items, expected);
        }
    }

    proptest! {
        #[test]
        fn a_list_in_any_order_is_sorted_and_equals_stay_in_their_order(
            keys in prop::collection::vec(0..20_u8, 0..100),
        ) {
            let mut items: Vec<(u8, usize)> = keys.into_iter().zip(0..).collect();
            let mut expected = items.clone();
            expected.sort_by_key(|(key, _)| *key);
            sort_by(&mut items, |a, b| a.0.cmp(&b.0));
            prop_assert_eq!(items, expected);
        }

        #[test]
        fn ranges_in_any_order_are_sorted(
            ranges in prop::collection::vec((0..30_u64, 0..4_u64), 0..200),
        ) {
            let (mut sorted, mut expected) = (ranges.clone(), ranges);
            sort_ranges(&mut sorted);
            expected.sort();
            prop_assert_eq!(sorted, expected);
        }

        #[test]
        fn a_map_has_the_entries_of_a_tree_whatever_their_order(
            entries in prop::collection::vec((0..20_u8, 0..9_u8), 0..60),
        ) {
            let expected: BTreeMap<u8, u8> = entries.iter().copied().collect();
            let found = map(entries).into_tuple_vec();
            prop_assert_eq!(found, expected.into_iter().collect::<Vec<_>>());
        }
    }

    proptest! {
        #[test]
        fn entries_added_at_once_stand_where_they_would_if_they_came_alone(
            held in prop::collection::btree_map(0..60_u8, 0..9_u8, 0..30),
            added in prop::collection::btree_map(0..60_u8, 0..9_u8, 0..30),
        ) {
            let added = added.into_iter().filter(|(key, _)| !held.contains_key(key));
            let added: Vec<(u8, u8)> = added.collect();
            let expected = map(held.clone().into_iter().chain(added.clone()));
            let mut found = map(held);
            add(&mut found, added);
            prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn the_later_value_of_a_key_counts() {
        let found = map([("b", 1), ("a", 2), ("b", 3), ("a", 4), ("b", 5)]);
        assert_eq!(found.into_tuple_vec(), [("a", 4), ("b", 5)]);
    }
}
