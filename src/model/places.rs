//! Finding the places of records by id, some thousand times in one go.

use super::{Id, Table};

/// The places of a table's records by id: for rules that look up what thousands of notes name, where
/// going down the sorted list each time would take most of their time.
pub(super) struct Places<'a> {
    ids: &'a [Id],
    /// Places by hash, at least twice as many as there are ids; [`EMPTY`] where there is none.
    slots: Vec<u32>,
}

const EMPTY: u32 = u32::MAX;

/// How far from its slot an id may stand. One that finds no room there (ids made for that) is looked up
/// in the sorted list.
const FAR: usize = 8;

impl<'a> Places<'a> {
    pub(super) fn of<T>(table: &'a Table<T>) -> Self {
        let ids = table.ids();
        let mut places = Self { ids, slots: vec![EMPTY; (ids.len() * 2).next_power_of_two()] };
        for (id, place) in ids.iter().zip(0..) {
            let at = places.slots_of(id).find(|at| places.slots[*at] == EMPTY);
            if let Some(at) = at {
                places.slots[at] = place;
            }
        }
        places
    }

    /// Returns the place of a record in the order of the ids.
    pub(super) fn place(&self, id: &Id) -> Option<usize> {
        for at in self.slots_of(id) {
            let place = self.slots[at];
            if place == EMPTY {
                return None;
            }
            let place = usize::try_from(place).ok()?;
            if self.ids[place] == *id {
                return Some(place);
            }
        }
        self.ids.binary_search(id).ok()
    }

    fn slots_of(&self, id: &Id) -> impl Iterator<Item = usize> + use<> {
        // FNV-1a, of which the lowest bits serve.
        let hash = id
            .as_str()
            .bytes()
            .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        let (first, mask) = (usize::try_from(hash).unwrap_or(0), self.slots.len() - 1);
        (0..FAR).map(move |far| first.wrapping_add(far) & mask)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_found_where_the_table_has_them_however_many_there_are() {
        for count in [0, 1, 2, 3, 100, 5000] {
            let ids = (0..count).map(|at| Id::from(format!("n{at}")));
            let table: Table<()> = ids.map(|id| (id, ())).collect();
            let places = Places::of(&table);
            for at in 0..count + 10 {
                let id = Id::from(format!("n{at}"));
                assert_eq!(places.place(&id), table.position(&id), "{id} of {count}");
            }
        }
    }
}
