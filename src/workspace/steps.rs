//! The steps of a tab, by exchange and person, and the text in which they are kept over a reload.

use serde_json::{Value, json};

use crate::bundle::strict_json;
use crate::history::{Steps, Way};
use crate::json;
use crate::model::Id;

/// How much is kept of all steps together, in bytes. The oldest are forgotten first.
const MOST_KEPT: usize = 512 * 1024;

/// The steps of one person in one exchange.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct OfPerson {
    id: Id,
    author: String,
    /// What can be undone and redone.
    pub(super) steps: Steps,
    /// How many steps there were when a file was taken in last.
    pub(super) at_file: Option<usize>,
}

/// The steps of a tab, those that were used last behind.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct TabSteps(Vec<OfPerson>);

impl OfPerson {
    fn is_of(&self, id: &Id, author: &str) -> bool {
        self.id == *id && self.author == author
    }

    fn to_json(&self) -> Value {
        json!([self.id.as_str(), self.author, self.steps.to_json()])
    }

    fn from_json(json: &Value) -> Option<Self> {
        let [id, author, steps] = json.as_array()?.as_slice() else { return None };
        let id = Id::from(id.as_str()?);
        let author = author.as_str()?.to_owned();
        Some(Self { id, author, steps: Steps::from_json(steps)?, at_file: None })
    }
}

impl TabSteps {
    /// Reads steps that were kept; what is not as it was written is left out.
    pub(super) fn read(text: &str) -> Self {
        let read = strict_json(text).ok();
        let all = read.as_ref().and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        Self(all.iter().filter_map(OfPerson::from_json).collect())
    }

    /// Returns the steps of a person in an exchange, if there are any.
    pub(super) fn of(&self, id: &Id, author: &str) -> Option<&OfPerson> {
        self.0.iter().find(|it| it.is_of(id, author))
    }

    /// Lets the steps of a person in an exchange be used; none yet if there are none.
    pub(super) fn used<T>(
        &mut self,
        id: &Id,
        author: &str,
        act: impl FnOnce(&mut OfPerson) -> T,
    ) -> T {
        let new = || OfPerson {
            id: id.clone(),
            author: author.to_owned(),
            steps: Steps::new(),
            at_file: None,
        };
        let at = self.0.iter().position(|it| it.is_of(id, author));
        let mut used = at.map_or_else(new, |at| self.0.remove(at));
        let outcome = act(&mut used);
        self.0.push(used);
        outcome
    }

    /// Returns the text in which the steps are kept, after the oldest were forgotten if it was too long.
    /// The last one of all is never forgotten; if it alone is too long, nothing is kept.
    pub(super) fn text(&mut self) -> String {
        loop {
            let text = json::compact(&self.0.iter().map(OfPerson::to_json).collect());
            if text.len() <= MOST_KEPT {
                return text;
            }
            if !self.forget_oldest() {
                return json::compact(&json!([]));
            }
        }
    }

    /// Forgets the oldest steps, a tenth of one person's, so that this is rare. Returns false if only the
    /// last one of all is left.
    fn forget_oldest(&mut self) -> bool {
        let is_only = self.0.len() == 1;
        let Some(oldest) = self.0.first_mut() else { return false };
        for forgotten in 0..=oldest.steps.len() / 10 {
            if is_only && oldest.steps.len() == 1 && oldest.steps.next(Way::Redo).is_none() {
                return forgotten > 0;
            }
            oldest.at_file = oldest.at_file.and_then(|count| count.checked_sub(1));
            if !oldest.steps.forget_oldest() {
                self.0.remove(0);
                return true;
            }
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::{Address, Document, ReplicaId, Step, Writer};

    /// Somebody who types texts of a length into an exchange.
    struct Hand {
        document: Document,
        writer: Writer,
        now: u64,
    }

    impl Hand {
        fn new() -> Self {
            let writer = Writer::new(ReplicaId::new("anna"));
            Self { document: Document::new(), writer, now: 1_764_489_600_000 }
        }

        fn step(&mut self, value: String) -> Step {
            let goal = Address::parse("goal").expect("an address");
            let before = self.document.before([goal.clone()]);
            self.now += 1000;
            let edits = vec![(goal, Value::String(value))];
            let delta = self.document.commit(edits, &mut self.writer, self.now).expect("committed");
            Step::new(&before, &delta)
        }
    }

    /// Lets `count` steps be made in an exchange, which write over texts of this length.
    fn do_steps(all: &mut TabSteps, exchange: &str, count: usize, length: usize) {
        let mut hand = Hand::new();
        for number in 0..count {
            let step = hand.step(format!("{number:0length$}"));
            all.used(&Id::from(exchange), "Anna", |own| own.steps.push(step, false));
        }
    }

    fn count(all: &TabSteps, exchange: &str) -> usize {
        all.of(&Id::from(exchange), "Anna").map_or(0, |own| own.steps.len())
    }

    /// What the oldest step that is left would bring back.
    fn oldest(all: &TabSteps, exchange: &str) -> Option<String> {
        let mut steps = all.of(&Id::from(exchange), "Anna")?.steps.to_json();
        let values = steps["done"][0][0][1].take();
        Some(values[0].as_str()?.trim_start_matches('0').to_owned())
    }

    #[test]
    fn what_is_kept_is_read_again() {
        let mut all = TabSteps::default();
        do_steps(&mut all, "x", 3, 10);
        do_steps(&mut all, "y", 2, 10);
        let text = all.text();
        assert_eq!(TabSteps::read(&text), all);
        assert_eq!(TabSteps::read("not JSON"), TabSteps::default());
    }

    #[test]
    fn steps_over_the_limit_are_forgotten_oldest_first_and_the_rest_fits() {
        let mut all = TabSteps::default();
        do_steps(&mut all, "x", 1000, 1000);
        let text = all.text();
        let left = count(&all, "x");
        assert!(text.len() <= MOST_KEPT, "{}", text.len());
        assert!((300..1000).contains(&left), "{left}");
        // The step that is left first wrote over what the one before it had written.
        assert_eq!(oldest(&all, "x"), Some((1000 - left - 1).to_string()));
        assert_eq!(TabSteps::read(&text), all);
    }

    #[test]
    fn the_exchange_that_was_used_longest_ago_is_forgotten_first() {
        let mut all = TabSteps::default();
        do_steps(&mut all, "x", 200, 1000);
        do_steps(&mut all, "y", 400, 1000);
        all.text();
        assert!(count(&all, "x") < 200);
        assert_eq!(count(&all, "y"), 400);
        do_steps(&mut all, "z", 520, 1000);
        all.text();
        assert!(all.of(&Id::from("x"), "Anna").is_none());
        assert!(all.of(&Id::from("y"), "Anna").is_none());
        assert!(count(&all, "z") > 400);
    }

    #[test]
    fn a_step_that_is_too_large_alone_is_not_kept_over_a_reload_but_can_be_undone_before() {
        let mut all = TabSteps::default();
        let mut hand = Hand::new();
        let huge = "x".repeat(MOST_KEPT);
        for value in ["short", huge.as_str(), "short again"] {
            let step = hand.step(value.to_owned());
            all.used(&Id::from("x"), "Anna", |own| own.steps.push(step, false));
        }
        assert_eq!(all.text(), "[]");
        assert_eq!(count(&all, "x"), 1);
        // With the next one it is forgotten, and what is kept is kept.
        let step = hand.step("and again".to_owned());
        all.used(&Id::from("x"), "Anna", |own| own.steps.push(step, false));
        assert_eq!(TabSteps::read(&all.text()), all);
        assert_eq!(count(&all, "x"), 1);
    }

    #[test]
    fn forgotten_steps_do_not_hide_the_file_that_was_taken_in_after_them() {
        let mut all = TabSteps::default();
        do_steps(&mut all, "x", 1000, 1000);
        all.used(&Id::from("x"), "Anna", |own| own.at_file = Some(own.steps.len()));
        all.text();
        let own = all.of(&Id::from("x"), "Anna").expect("steps");
        assert_eq!(own.at_file, Some(own.steps.len()));
    }
}
