//! The one way lists are put in order.
//!
//! The standard library compiles its sort anew for every type that is sorted, about four kilobytes
//! each time. Here only the comparison is compiled anew: the sorting itself works on places in the
//! list. For the same reason maps and sets are filled by `insert` or `extend` and not collected,
//! which would sort first.

use std::cmp::Ordering;

/// Sorts a list. Those that compare as equal stay in their order.
pub fn sort_by<T: Clone>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let places = sorted_places(items.len(), &|a, b| compare(&items[a], &items[b]));
    *items = places.into_iter().map(|place| items[place].clone()).collect();
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
}
