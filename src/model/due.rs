//! What has to be done next in an exchange: tasks that are not done, and calls.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::field::FieldValue;
use super::{Dates, Exchange, Id};
use crate::order;

/// How many of them a list keeps of one exchange: of what is due by the end of the visit, and of the rest.
const MOST: usize = 4;

/// How many characters of their words.
const MOST_LETTERS: usize = 80;

/// Something that is due on a day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Due {
    /// The day.
    pub day: NaiveDate,
    /// The task or call.
    pub id: Id,
    /// Its words, cut where they are long.
    pub text: String,
    /// Whether it is a call, which is over after its day; a task is then overdue.
    pub is_call: bool,
}

impl Due {
    /// Returns what is due in an exchange, the earliest first: only the first few by the end of the visit,
    /// and the first few after it.
    pub fn of(exchange: &Exchange) -> Vec<Self> {
        let dates = exchange.about.dates;
        let tasks = exchange.tasks.iter().filter(|(_, task)| !task.done);
        let tasks = tasks
            .filter_map(|(id, task)| Some((task.due_on(dates)?, id, task.text.as_str(), false)));
        let calls = exchange.calls.iter().filter_map(|(id, call)| {
            // Who joined is written down once it was held.
            let is_held = !call.attended.is_empty();
            let day = call.date.filter(|_| !is_held)?;
            Some((day, id, call.title.as_str(), true))
        });
        // Asked at every keystroke: only what is kept is copied.
        let mut due: Vec<(NaiveDate, &Id, &str, bool)> = tasks.chain(calls).collect();
        order::sort_by(&mut due, Ord::cmp);
        let by_the_end = due.partition_point(|(day, ..)| is_preparation(*day, dates));
        let after = due.split_off(by_the_end);
        let first_few = due.into_iter().take(MOST).chain(after.into_iter().take(MOST));
        let kept = first_few.map(|(day, id, text, is_call)| {
            let (id, text) = (id.clone(), shortened(text));
            Self { day, id, text, is_call }
        });
        kept.collect()
    }

    /// Returns whether it can still be due: a call is over after its day, and what was to be done for a
    /// visit is so after the visit.
    pub fn is_open(&self, dates: Option<Dates>, today: NaiveDate) -> bool {
        let is_over = dates.is_some_and(|dates| dates.last < today);
        let is_past = self.is_call && self.day < today;
        let was_for_the_visit = is_over && is_preparation(self.day, dates);
        !is_past && !was_for_the_visit
    }
}

/// Whether what is due on this day is due by the end of the visit.
fn is_preparation(day: NaiveDate, dates: Option<Dates>) -> bool {
    dates.is_none_or(|dates| day <= dates.last)
}

fn shortened(text: &str) -> String {
    let text = text.trim();
    if text.chars().nth(MOST_LETTERS).is_none() {
        return text.to_owned();
    }
    let cut: String = text.chars().take(MOST_LETTERS - 1).collect();
    format!("{}…", cut.trim_end())
}

impl FieldValue for Due {
    fn write(&self) -> Value {
        json!([self.day.to_string(), self.id.as_str(), self.text, self.is_call])
    }

    fn read(json: &Value) -> Option<Self> {
        let [day, id, text, is_call] = json.as_array()?.as_slice() else { return None };
        Some(Self {
            day: NaiveDate::read(day)?,
            id: Id::read(id)?,
            text: String::read(text)?,
            is_call: bool::read(is_call)?,
        })
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema() -> Value {
        json!({"type": "array", "minItems": 4, "maxItems": 4})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exchange(plain: &Value) -> Exchange {
        let (exchange, unreadable) = Exchange::read(plain.as_object().expect("an object"));
        assert_eq!(unreadable, []);
        exchange
    }

    #[test]
    fn tasks_that_are_not_done_and_calls_that_were_not_held_are_due_by_day() {
        let exchange = exchange(&json!({
            "dates": {"first": "2026-10-14", "last": "2026-10-15"},
            "tasks": [
                {"id": "a", "text": " Book ", "days_before": 14},
                {"id": "b", "text": "Done", "days_before": 20, "done": true},
                {"id": "c", "text": "Later", "due": "2026-10-20"},
                {"id": "d", "text": "No day"},
            ],
            "calls": [
                {"id": "e", "title": "Roles", "date": "2026-09-20"},
                {"id": "f", "title": "Held", "date": "2026-09-10", "attended": ["p"]},
                {"id": "g", "title": "No day"},
            ],
        }));
        let due = Due::of(&exchange);
        let told: Vec<String> = due.iter().map(|it| format!("{} {}", it.day, it.text)).collect();
        assert_eq!(told, ["2026-09-20 Roles", "2026-09-30 Book", "2026-10-20 Later"]);
        assert!(due[0].is_call && !due[1].is_call);
        for it in due {
            assert_eq!(Due::read(&it.write()), Some(it));
        }
    }

    #[test]
    fn what_was_to_be_done_for_a_visit_is_not_due_after_it() {
        let exchange = exchange(&json!({
            "dates": {"first": "2026-10-14", "last": "2026-10-15"},
            "tasks": (0..9).map(|at| json!({"id": format!("t{at}"), "text": "Before", "days_before": at}))
                .chain([json!({"id": "u", "text": "After", "due": "2026-10-30"})])
                .collect::<Value>(),
            "calls": [{"id": "e", "title": "Debrief", "date": "2026-10-20"}],
        }));
        let due = Due::of(&exchange);
        assert_eq!(due.len(), MOST + 2);
        let open = |today: &str| {
            let today = today.parse().expect("a day");
            let open = due.iter().filter(|it| it.is_open(exchange.about.dates, today));
            open.map(|it| it.text.as_str()).collect::<Vec<_>>()
        };
        let before = ["Before", "Before", "Before", "Before", "Debrief", "After"];
        assert_eq!(open("2026-10-15"), before);
        assert_eq!(open("2026-10-16"), ["Debrief", "After"]);
        assert_eq!(open("2026-11-30"), ["After"]);
    }

    #[test]
    fn only_the_first_few_and_the_beginning_of_their_words_are_kept() {
        let task = |at: usize| json!({"id": format!("t{at}"), "text": "ä".repeat(500), "due": format!("2026-10-{:02}", 28 - at)});
        let exchange = exchange(&json!({"tasks": (0..20).map(task).collect::<Value>()}));
        let due = Due::of(&exchange);
        assert_eq!(due.len(), MOST);
        assert_eq!(due[0].day.to_string(), "2026-10-09");
        assert_eq!(due[0].text, format!("{}…", "ä".repeat(MOST_LETTERS - 1)));
    }
}
