//! How much the steps take that a person can undo, as a tab keeps them over a reload.

use serde_json::{Value, json};

use crate::chance::{Chance, sentences};
use crate::history::{Address, Before, Document, RecordAddress, ReplicaId, Step, Steps, Writer};
use crate::json;
use crate::reference;

/// How many steps are made.
pub const STEPS: usize = 100;

/// Returns how many bytes so many steps take in the full two-day exchange: of ten, six write over a text,
/// three move a session, one puts a note into the trash.
pub fn kept() -> usize {
    let mut chance = Chance(7);
    let document = reference::full_exchange().document;
    let writer = Writer::new(ReplicaId::new("k3f9p0q2k3f9p0q2"));
    let mut hand = Hand { document, writer, now: 1_900_000_000_000, steps: Steps::new() };
    let (notes, sessions) = (hand.document.records("notes"), hand.document.records("sessions"));
    for number in 0..STEPS {
        match number % 10 {
            9 => hand.deletes(&notes[number]),
            at if at % 3 == 2 => {
                let start = format!("{:02}:30", 8 + chance.below(9));
                let slot = json!({"day": 1 + chance.below(2), "start": start, "minutes": 45});
                hand.writes(&chance.one(&sessions).field("slot"), slot);
            }
            at if at % 2 == 0 => {
                hand.writes(&chance.one(&sessions).field("points"), json!(sentences(&mut chance)));
            }
            _ => hand.writes(&notes[number].field("text"), json!(sentences(&mut chance))),
        }
    }
    json::compact(&hand.steps.to_json()).len()
}

struct Hand {
    document: Document,
    writer: Writer,
    now: u64,
    steps: Steps,
}

impl Hand {
    fn writes(&mut self, address: &Address, value: Value) {
        self.now += 10_000;
        let before = self.document.before([address.clone()]);
        let edits = vec![(address.clone(), value)];
        let delta = self.document.commit(edits, &mut self.writer, self.now);
        self.note(&before, &delta.expect("numbers are left"));
    }

    fn deletes(&mut self, record: &RecordAddress) {
        self.now += 10_000;
        let before = self.document.before([record.deleted()]);
        let delta = self.document.delete(record, &mut self.writer, self.now);
        self.note(&before, &delta.expect("numbers are left"));
    }

    fn note(&mut self, before: &Before, delta: &Document) {
        self.steps.push(Step::new(before, delta), false);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundred_steps_take_a_small_part_of_what_a_tab_keeps() {
        let kept = kept();
        assert!(kept < 128 * 1024, "{kept}");
    }
}
