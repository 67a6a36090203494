//! Sets of numbers, kept as ranges and never number by number.
//!
//! A file can claim "everything up to nine quadrillion" in sixteen characters. All work here is
//! bounded by how many ranges were written down, not by how many numbers they hold.

/// A set of numbers below 2^64 - 1: ranges with both ends included, sorted, with at least one
/// number missing between neighbours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Ranges(Vec<(u64, u64)>);

impl Ranges {
    /// The numbers of all given ranges, which may overlap and come in any order. A range that ends
    /// before it begins is empty.
    pub(super) fn from_any(ranges: impl IntoIterator<Item = (u64, u64)>) -> Self {
        let ranges: Vec<_> = ranges.into_iter().filter(|(from, to)| from <= to).collect();
        Self::of_each(&ranges)
    }

    /// The numbers of all given ranges, none of them empty: those of one half and those of the
    /// other.
    fn of_each(ranges: &[(u64, u64)]) -> Self {
        if ranges.len() <= 1 {
            return Self(ranges.to_vec());
        }
        let (one, other) = ranges.split_at(ranges.len() / 2);
        Self::of_each(one).union(&Self::of_each(other))
    }

    pub(super) fn contains(&self, number: u64) -> bool {
        let at = self.0.partition_point(|&(_, to)| to < number);
        self.0.get(at).is_some_and(|&(from, _)| from <= number)
    }

    pub(super) fn highest(&self) -> Option<u64> {
        self.0.last().map(|&(_, to)| to)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (u64, u64)> + '_ {
        self.0.iter().copied()
    }

    /// Adds the numbers of one range. Ranges mostly grow at their end, which costs nothing.
    pub(super) fn insert(&mut self, from: u64, to: u64) {
        match self.0.last_mut() {
            Some(last) if from >= last.0 && from <= last.1.saturating_add(1) => {
                last.1 = last.1.max(to);
            }
            Some(last) if from <= last.1 => *self = Self::from_any(self.iter().chain([(from, to)])),
            _ if from <= to => self.0.push((from, to)),
            _ => {}
        }
    }

    /// The numbers that are in either set.
    pub(super) fn union(&self, other: &Self) -> Self {
        let mut joined: Vec<(u64, u64)> = Vec::with_capacity(self.0.len() + other.0.len());
        let (mut mine, mut theirs) = (self.0.as_slice(), other.0.as_slice());
        loop {
            let next = match (mine.first(), theirs.first()) {
                (Some(one), Some(other)) if other < one => &mut theirs,
                (Some(_), _) => &mut mine,
                (None, _) => &mut theirs,
            };
            let Some((&(from, to), rest)) = next.split_first() else { return Self(joined) };
            *next = rest;
            match joined.last_mut() {
                Some(last) if from <= last.1.saturating_add(1) => last.1 = last.1.max(to),
                _ => joined.push((from, to)),
            }
        }
    }

    /// The numbers that are in this set and not in the other.
    pub(super) fn minus(&self, other: &Self) -> Self {
        let mut left = Vec::with_capacity(self.0.len());
        let mut taken = other.0.as_slice();
        for &(from, to) in &self.0 {
            let behind = taken.iter().take_while(|gone| gone.1 < from).count();
            taken = &taken[behind..];
            let mut next = from;
            for gone in taken.iter().take_while(|gone| gone.0 <= to) {
                if next < gone.0 {
                    left.push((next, gone.0 - 1));
                }
                next = gone.1.saturating_add(1);
            }
            if next <= to {
                left.push((next, to));
            }
        }
        Self(left)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::Ranges;
    use crate::history::stamp::HIGHEST_NUMBER;

    fn ranges(of: &[(u64, u64)]) -> Ranges {
        Ranges::from_any(of.iter().copied())
    }

    fn numbers(ranges: &Ranges) -> BTreeSet<u64> {
        ranges.iter().flat_map(|(from, to)| from..=to).collect()
    }

    fn any_ranges() -> impl Strategy<Value = Vec<(u64, u64)>> {
        prop::collection::vec((0..40_u64, 0..6_u64), 0..8)
            .prop_map(|ranges| ranges.into_iter().map(|(at, more)| (at, at + more)).collect())
    }

    proptest! {
        #[test]
        fn ranges_hold_the_numbers_that_a_set_of_numbers_would(a in any_ranges(), b in any_ranges()) {
            let all = |ranges: &[(u64, u64)]| -> BTreeSet<u64> {
                ranges.iter().flat_map(|(from, to)| *from..=*to).collect()
            };
            let (mine, theirs) = (ranges(&a), ranges(&b));
            prop_assert_eq!(numbers(&mine), all(&a));
            let mut grown = mine.clone();
            b.iter().for_each(|(from, to)| grown.insert(*from, *to));
            prop_assert_eq!(&grown, &mine.union(&theirs));
            prop_assert_eq!(numbers(&grown), &all(&a) | &all(&b));
            prop_assert_eq!(numbers(&mine.minus(&theirs)), &all(&a) - &all(&b));
            for number in 0..50 {
                prop_assert_eq!(mine.contains(number), all(&a).contains(&number));
            }
            prop_assert_eq!(mine.highest(), all(&a).last().copied());
            // With at least one number missing between neighbours, so that equal sets are equal.
            prop_assert_eq!(ranges(&numbers(&mine).iter().map(|n| (*n, *n)).collect::<Vec<_>>()), mine);
        }
    }

    #[test]
    fn overlapping_and_touching_ranges_become_one() {
        assert_eq!(ranges(&[(7, 9), (1, 3), (4, 5), (8, 12)]), Ranges(vec![(1, 5), (7, 12)]));
    }

    #[test]
    fn a_range_that_ends_before_it_begins_is_empty() {
        assert_eq!(ranges(&[(5, 4)]), Ranges(vec![]));
    }

    #[test]
    fn inserting_gives_the_same_as_building_anew() {
        let whole = [(5, 6), (7, 7), (20, 30), (1, 2), (28, 40), (3, 3), (100, 99)];
        let mut grown = Ranges::default();
        for (from, to) in whole {
            grown.insert(from, to);
        }
        assert_eq!(grown, ranges(&whole));
    }

    #[test]
    fn what_is_taken_away_is_gone_and_nothing_else() {
        let (all, gone) =
            (ranges(&[(1, 10), (20, 30)]), ranges(&[(1, 1), (4, 5), (9, 22), (30, 50)]));
        let left = all.minus(&gone);
        for number in 0..60 {
            assert_eq!(left.contains(number), all.contains(number) && !gone.contains(number));
        }
        assert_eq!(left, Ranges(vec![(2, 3), (6, 8), (23, 29)]));
    }

    #[test]
    fn the_largest_number_is_handled_like_any_other() {
        let top = ranges(&[(HIGHEST_NUMBER - 1, HIGHEST_NUMBER)]);
        assert!(top.contains(HIGHEST_NUMBER));
        assert!(top.minus(&top).is_empty());
        let all_but_one = ranges(&[(1, HIGHEST_NUMBER)]).minus(&ranges(&[(7, 7)]));
        assert_eq!(all_but_one, Ranges(vec![(1, 6), (8, HIGHEST_NUMBER)]));
    }
}
