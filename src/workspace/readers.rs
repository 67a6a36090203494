//! Who reads which record of an open document. They are told of that record alone: a page of hundreds of
//! rows would otherwise look through all of them at every keystroke in one.

use leptos::prelude::*;
use litemap::LiteMap;

use crate::history::RecordAddress;

/// The readers of single records. Cheap to copy.
#[derive(Clone, Copy, Default)]
pub(super) struct Readers(StoredValue<LiteMap<RecordAddress, ArcTrigger>>);

impl Readers {
    /// Whoever calls this is told when the record is read again.
    pub(super) fn follow(self, record: &RecordAddress) {
        let known = self.0.with_value(|all| all.get(record).cloned());
        let trigger = known.unwrap_or_else(|| {
            let trigger = ArcTrigger::new();
            self.0.update_value(|all| {
                all.insert(record.clone(), trigger.clone());
            });
            trigger
        });
        trigger.track();
    }

    /// Tells those who follow the record.
    pub(super) fn tell(self, record: &RecordAddress) {
        if let Some(trigger) = self.0.with_value(|all| all.get(record).cloned()) {
            trigger.notify();
        }
    }

    /// Tells those who follow any record.
    pub(super) fn tell_all(self) {
        for trigger in self.0.with_value(|all| all.values().cloned().collect::<Vec<_>>()) {
            trigger.notify();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::derived::memo;

    #[test]
    fn whoever_follows_a_record_is_told_of_that_one_alone() {
        Owner::new().with(|| {
            let (readers, told) = (Readers::default(), StoredValue::new(0));
            let record = |id: &str| RecordAddress::new("questions", id);
            let reader = memo(move || {
                readers.follow(&record("a"));
                told.update_value(|told| *told += 1);
                told.get_value()
            });
            assert_eq!(reader.get_untracked(), 1);
            readers.tell(&record("b"));
            assert_eq!(reader.get_untracked(), 1);
            readers.tell(&record("a"));
            assert_eq!(reader.get_untracked(), 2);
            readers.tell_all();
            assert_eq!(reader.get_untracked(), 3);
        });
    }
}
