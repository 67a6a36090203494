//! A set as a sorted list.

use std::borrow::Borrow;
use std::{slice, vec};

use super::sort_by;

/// Distinct members in order.
///
/// Adding one at the end costs nothing, adding one elsewhere moves those behind it. Collecting sorts
/// once.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Set<T>(Vec<T>);

impl<T> Set<T> {
    /// Returns a set without members.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Returns how many members there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns whether there is no member.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the members in order.
    pub fn iter(&self) -> slice::Iter<'_, T> {
        self.0.iter()
    }
}

impl<T: Ord> Set<T> {
    /// Returns whether this is a member.
    pub fn contains<Q: Ord + ?Sized>(&self, member: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.place(member).is_ok()
    }

    /// Adds a member, and returns whether it is new.
    pub fn insert(&mut self, member: T) -> bool {
        match self.place(&member) {
            Ok(_) => false,
            Err(at) => {
                self.0.insert(at, member);
                true
            }
        }
    }

    /// Takes a member out, and returns whether it was one.
    pub fn remove<Q: Ord + ?Sized>(&mut self, member: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.place(member).map(|at| self.0.remove(at)).is_ok()
    }

    /// Returns where a member stands, or where it would.
    fn place<Q: Ord + ?Sized>(&self, member: &Q) -> Result<usize, usize>
    where
        T: Borrow<Q>,
    {
        self.0.binary_search_by(|other| other.borrow().cmp(member))
    }
}

impl<T> Default for Set<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: Ord> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(members: I) -> Self {
        let mut members: Vec<T> = members.into_iter().collect();
        sort_by(&mut members, T::cmp);
        members.dedup();
        Self(members)
    }
}

impl<T: Ord, const N: usize> From<[T; N]> for Set<T> {
    fn from(members: [T; N]) -> Self {
        members.into_iter().collect()
    }
}

impl<T> IntoIterator for Set<T> {
    type Item = T;
    type IntoIter = vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a Set<T> {
    type Item = &'a T;
    type IntoIter = slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_set_holds_the_members_of_a_tree_however_they_came_and_went(
            first in prop::collection::vec(0..20_u8, 0..40),
            then in prop::collection::vec((any::<bool>(), 0..20_u8), 0..40),
        ) {
            let mut expected: BTreeSet<u8> = first.iter().copied().collect();
            let mut set: Set<u8> = first.into_iter().collect();
            for (comes, member) in then {
                if comes {
                    prop_assert_eq!(set.insert(member), expected.insert(member));
                } else {
                    prop_assert_eq!(set.remove(&member), expected.remove(&member));
                }
                prop_assert_eq!(set.contains(&member), comes);
            }
            prop_assert_eq!((set.len(), set.is_empty()), (expected.len(), expected.is_empty()));
            prop_assert!(set.iter().eq(&expected));
            prop_assert!(set.into_iter().eq(expected));
        }
    }

    #[test]
    fn only_a_set_without_members_is_empty() {
        assert!(Set::<u8>::new().is_empty());
        assert!(!Set::from([0]).is_empty());
    }

    #[test]
    fn sets_of_the_same_members_are_equal_in_whatever_order_they_came() {
        assert_eq!(Set::from(["b", "a", "b"]), Set::from(["a", "b"]));
        assert_ne!(Set::from(["a"]), Set::default());
    }

    #[test]
    fn texts_are_found_without_being_owned() {
        let mut set: Set<String> = ["b".to_owned(), "a".to_owned()].into();
        assert!(set.contains("a") && !set.contains("c"));
        assert!(set.remove("a") && !set.remove("a"));
        assert_eq!((&set).into_iter().collect::<Vec<_>>(), ["b"]);
    }
}
