//! The records of one collection by id.

use std::iter::Zip;
use std::ops::Index;
use std::slice::Iter;

use super::Id;
use super::record::Fields;

/// The records of one collection, in the order of their ids.
///
/// A sorted list: a collection has some hundred records at most, and a tree would be compiled anew
/// for each kind of record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table<T> {
    ids: Vec<Id>,
    records: Vec<T>,
}

impl<T> Table<T> {
    /// Returns a table without records.
    pub fn new() -> Self {
        Self { ids: Vec::new(), records: Vec::new() }
    }

    /// Returns how many records there are.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Returns whether there is no record.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// Returns whether there is a record of this id.
    pub fn contains_key(&self, id: &Id) -> bool {
        place(&self.ids, id).is_ok()
    }

    /// Returns the place of a record in the order of the ids.
    pub fn position(&self, id: &Id) -> Option<usize> {
        place(&self.ids, id).ok()
    }

    /// Returns the record of this id.
    pub fn get(&self, id: &Id) -> Option<&T> {
        place(&self.ids, id).ok().map(|at| &self.records[at])
    }

    /// Returns the record of this id, to be changed.
    pub fn get_mut(&mut self, id: &Id) -> Option<&mut T> {
        place(&self.ids, id).ok().map(|at| &mut self.records[at])
    }

    /// Adds a record, and returns the one that it takes the place of.
    pub fn insert(&mut self, id: Id, record: T) -> Option<T> {
        match place(&self.ids, &id) {
            Ok(at) => Some(std::mem::replace(&mut self.records[at], record)),
            Err(at) => {
                self.ids.insert(at, id);
                self.records.insert(at, record);
                None
            }
        }
    }

    /// Takes a record out and returns it.
    pub fn remove(&mut self, id: &Id) -> Option<T> {
        let at = place(&self.ids, id).ok()?;
        self.ids.remove(at);
        Some(self.records.remove(at))
    }

    /// Returns the ids in order, as one list.
    pub fn ids(&self) -> &[Id] {
        &self.ids
    }

    /// Returns the ids in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &Id> + Clone {
        self.ids.iter()
    }

    /// Returns the records in the order of their ids.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &T> + Clone {
        self.records.iter()
    }

    /// Returns the records in the order of their ids, to be changed.
    pub fn values_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut T> {
        self.records.iter_mut()
    }

    /// Returns the records with their ids, in the order of these.
    pub fn iter(&self) -> Zip<Iter<'_, Id>, Iter<'_, T>> {
        self.ids.iter().zip(&self.records)
    }
}

/// The records of one collection, whatever their type: for what is done with all collections alike.
pub trait Rows {
    /// Returns how many records there are.
    fn count(&self) -> usize;

    /// Returns the record at a place in the order of the ids.
    ///
    /// # Panics
    /// If there is no such place.
    fn row(&self, at: usize) -> (&Id, &dyn Fields);

    /// Returns whether there is a record of this id.
    fn has(&self, id: &Id) -> bool;

    /// Returns the record of this id.
    fn record(&self, id: &Id) -> Option<&dyn Fields>;

    /// Returns a record without anything in it.
    fn default_record(&self) -> Box<dyn Fields>;

    /// Puts a record without anything in it at this id, in place of one that is there, and returns it to
    /// be filled in.
    fn begin(&mut self, id: &Id) -> &mut dyn Fields;

    /// Takes a record out, if there is one of this id.
    fn take_out(&mut self, id: &Id);
}

impl<T: Fields + Default + 'static> Rows for Table<T> {
    fn count(&self) -> usize {
        self.len()
    }

    fn row(&self, at: usize) -> (&Id, &dyn Fields) {
        (&self.ids[at], &self.records[at])
    }

    fn has(&self, id: &Id) -> bool {
        self.contains_key(id)
    }

    fn record(&self, id: &Id) -> Option<&dyn Fields> {
        self.get(id).map(|record| record as &dyn Fields)
    }

    fn default_record(&self) -> Box<dyn Fields> {
        Box::new(T::default())
    }

    fn begin(&mut self, id: &Id) -> &mut dyn Fields {
        let (at, is_new) = put(&mut self.ids, id);
        let record = T::default();
        if is_new {
            self.records.insert(at, record);
        } else {
            self.records[at] = record;
        }
        &mut self.records[at]
    }

    fn take_out(&mut self, id: &Id) {
        if let Some(at) = taken_out(&mut self.ids, id) {
            self.records.remove(at);
        }
    }
}

/// Puts an id into a sorted list, and returns its place there and whether it is new.
fn put(ids: &mut Vec<Id>, id: &Id) -> (usize, bool) {
    match place(ids, id) {
        Ok(at) => (at, false),
        Err(at) => {
            ids.insert(at, id.clone());
            (at, true)
        }
    }
}

/// Takes an id out of a sorted list, and returns the place that it had.
fn taken_out(ids: &mut Vec<Id>, id: &Id) -> Option<usize> {
    let at = place(ids, id).ok()?;
    ids.remove(at);
    Some(at)
}

/// Returns where an id stands in a sorted list, or where it would.
fn place(ids: &[Id], id: &Id) -> Result<usize, usize> {
    ids.binary_search(id)
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Index<&Id> for Table<T> {
    type Output = T;

    /// Returns the record of this id.
    ///
    /// # Panics
    /// If there is none.
    fn index(&self, id: &Id) -> &T {
        self.get(id).unwrap_or_else(|| missing(id))
    }
}

fn missing(id: &Id) -> ! {
    panic!("there is no record `{id}`")
}

impl<'a, T> IntoIterator for &'a Table<T> {
    type Item = (&'a Id, &'a T);
    type IntoIter = Zip<Iter<'a, Id>, Iter<'a, T>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T> FromIterator<(Id, T)> for Table<T> {
    fn from_iter<I: IntoIterator<Item = (Id, T)>>(records: I) -> Self {
        let mut table = Self::new();
        for (id, record) in records {
            table.insert(id, record);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(ids: &[&str]) -> Table<usize> {
        ids.iter().enumerate().map(|(at, id)| (Id::from(*id), at)).collect()
    }

    #[test]
    fn records_are_found_by_id_and_stand_in_the_order_of_their_ids() {
        let table = table(&["c", "a", "b"]);
        assert_eq!((table.get(&Id::from("a")), table[&Id::from("c")]), (Some(&1), 0));
        assert!(!table.contains_key(&Id::from("d")));
        assert_eq!(table.keys().map(Id::as_str).collect::<Vec<_>>(), ["a", "b", "c"]);
        assert_eq!(table.values().copied().collect::<Vec<_>>(), [1, 2, 0]);
    }

    #[test]
    fn a_record_takes_the_place_of_the_one_with_its_id_and_can_be_taken_out() {
        let mut table = table(&["a", "b"]);
        assert_eq!(table.insert(Id::from("b"), 7), Some(1));
        assert_eq!(table.insert(Id::from("c"), 8), None);
        assert_eq!(table.remove(&Id::from("b")), Some(7));
        assert_eq!(table.remove(&Id::from("b")), None);
        assert_eq!((table.len(), table.is_empty()), (2, false));
        assert_eq!(table.iter().map(|(_, record)| *record).collect::<Vec<_>>(), [0, 8]);
    }
}
