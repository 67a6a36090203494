//! How much of this origin's storage is taken, and by what.

use super::{Storage, keys};

/// The characters that are stored, keys and texts together, by what they are for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Room {
    /// The exchanges.
    pub exchanges: usize,
    /// What tabs wrote and is not in the exchanges' own texts yet.
    pub tails: usize,
    /// Exchanges as they were when the app was opened.
    pub older: usize,
    /// Damaged texts that were set aside.
    pub damaged: usize,
    /// What else the app stores: settings, a new exchange that is being made, stubs.
    pub rest: usize,
    /// What other programs on the same origin store.
    pub others: usize,
}

impl Room {
    /// Measures a storage.
    pub fn of<S: Storage>(storage: &S) -> Self {
        let mut room = Self::default();
        for key in storage.keys() {
            let part = if keys::document_id(&key).is_some() {
                &mut room.exchanges
            } else if keys::tail_id(&key).is_some() {
                &mut room.tails
            } else if keys::before_id(&key).is_some() {
                &mut room.older
            } else if keys::quarantined_id(&key).is_some() {
                &mut room.damaged
            } else if key.starts_with(keys::PREFIX) {
                &mut room.rest
            } else {
                &mut room.others
            };
            *part += characters(storage, &key);
        }
        room
    }

    /// Returns all of it.
    pub fn total(&self) -> usize {
        self.exchanges + self.tails + self.older + self.damaged + self.rest + self.others
    }
}

/// Returns how many characters a key and its text take, as browsers count them: UTF-16 units.
pub fn characters<S: Storage>(storage: &S, key: &str) -> usize {
    key.encode_utf16().count() + storage.length(key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Id;
    use crate::store::Memory;

    #[test]
    fn every_character_counts_for_what_it_is_there_for() {
        let (storage, id) = (Memory::default(), Id::from("x1"));
        let room = Room {
            exchanges: 11 + 100,
            tails: 14 + 20,
            older: 10 + 30,
            damaged: 20 + 40,
            rest: 10 + 50 + 11 + 5,
            others: 5 + 60,
        };
        for (key, length) in [
            (keys::document(&id), room.exchanges),
            (keys::tail(&id, "t"), room.tails),
            (keys::before(&id), room.older),
            (keys::quarantine(&id, 1), room.damaged),
            (keys::DEVICE.to_owned(), 60),
            (keys::stub(&id), 16),
            ("theme".to_owned(), room.others),
        ] {
            storage.set(&key, &"x".repeat(length - key.len())).expect("set");
        }
        assert_eq!(Room::of(&storage), room);
        assert_eq!(characters(&storage, keys::DEVICE), 60);
    }
}
