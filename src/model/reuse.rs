//! What another visit can take over from an exchange: the plan, without the people and what became of it.

use super::record::{Fields, Record};
use super::{Exchange, Session, Table, Task};

impl Exchange {
    /// Returns what another visit can take over: title, goal, objectives, outcomes, questions, agenda,
    /// tasks and resources with their ids. Left behind is all that belongs to this visit alone: who takes
    /// part, where and when, what was agreed, what was written down, and what became of it. The days of
    /// tasks are counted back from the visit, as far as they can be.
    pub fn reusable(&self) -> Self {
        Self {
            about: taken_over(&self.about),
            goals: each(&self.goals),
            objectives: each(&self.objectives),
            outcomes: each(&self.outcomes),
            questions: each(&self.questions),
            sessions: self.reusable_sessions(),
            tasks: self.reusable_tasks(),
            resources: each(&self.resources),
            ..Self::default()
        }
    }

    /// "Unit commander" can be asked for again, Lt. Ames cannot.
    fn reusable_sessions(&self) -> Table<Session> {
        let is_someone = |lead: &str| self.people.values().any(|person| person.name.trim() == lead);
        let mut sessions = each(&self.sessions);
        for session in sessions.values_mut().filter(|session| is_someone(session.lead.trim())) {
            session.lead.clear();
        }
        sessions
    }

    fn reusable_tasks(&self) -> Table<Task> {
        let mut tasks = each(&self.tasks);
        for (task, with_day) in tasks.values_mut().zip(self.tasks.values()) {
            let days = with_day.due.zip(self.about.dates);
            let counted = days
                .and_then(|(due, dates)| u16::try_from((dates.first - due).num_days().max(0)).ok());
            task.days_before = counted.or(task.days_before);
        }
        tasks
    }
}

fn each<T: Record>(table: &Table<T>) -> Table<T> {
    table.iter().map(|(id, record)| (id.clone(), taken_over(record))).collect()
}

/// Returns a record with the fields that the next visit takes over.
fn taken_over<T: Fields + Clone + Default>(record: &T) -> T {
    let mut taken = record.clone();
    leave_behind(&mut taken, &T::default());
    taken
}

fn leave_behind(record: &mut dyn Fields, default: &dyn Fields) {
    let fields = record.fields_mut().into_iter().zip(default.fields()).zip(default.declared());
    for ((field, default), declared) in fields {
        if !declared.is_reusable() {
            field.set_json(&default.to_json());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Dates, Id, Kind, Note, Person, Question, SessionKind, read_date};

    fn exchange() -> Exchange {
        let day = |text: &str| read_date(text).expect("a date");
        let mut exchange = Exchange::default();
        exchange.about.title = "Cameras".to_owned();
        exchange.about.need = "Complaints".to_owned();
        exchange.about.dates = Some(Dates { first: day("2026-10-14"), last: day("2026-10-15") });
        exchange.about.finished_at = "2026-12-01T08:00:00Z".to_owned();
        let person = Person { name: "Lt. Ames".to_owned(), ..Person::default() };
        exchange.people.insert(Id::from("p1"), person);
        exchange.notes.insert(Id::from("n1"), Note::default());
        for (id, lead) in [("s1", "Lt. Ames "), ("s2", "Unit commander")] {
            let session = Session {
                title: "Tour".to_owned(),
                kind: SessionKind::Tour,
                lead: lead.to_owned(),
                place: "Room 3".to_owned(),
                people: [Id::from("p1")].into_iter().collect(),
                objectives: [Id::from("o1")].into_iter().collect(),
                confirmed: true,
                ..Session::default()
            };
            exchange.sessions.insert(Id::from(id), session);
        }
        let question = Question {
            text: "Who pays?".to_owned(),
            asked_by: Some(Id::from("p1")),
            session: Some(Id::from("s1")),
            headline: true,
            ..Question::default()
        };
        exchange.questions.insert(Id::from("q1"), question);
        let task = Task {
            text: "Send the policy".to_owned(),
            due: Some(day("2026-10-04")),
            owner: Some(Id::from("p1")),
            done: true,
            ..Task::default()
        };
        exchange.tasks.insert(Id::from("t1"), task);
        exchange
    }

    #[test]
    fn the_plan_is_taken_over_and_what_belongs_to_one_visit_stays_behind() {
        let taken = exchange().reusable();
        assert_eq!((taken.about.title.as_str(), taken.about.need.as_str()), ("Cameras", ""));
        assert_eq!((taken.about.dates, taken.about.finished_at.as_str()), (None, ""));
        assert!(taken.people.is_empty() && taken.notes.is_empty());
        let session = &taken.sessions[&Id::from("s1")];
        assert_eq!((session.title.as_str(), session.kind), ("Tour", SessionKind::Tour));
        assert!(session.objectives.contains(&Id::from("o1")));
        assert_eq!(
            (session.place.as_str(), session.confirmed, session.people.len()),
            ("", false, 0)
        );
        let question = &taken.questions[&Id::from("q1")];
        assert_eq!((&question.asked_by, question.headline), (&None, true));
        assert_eq!(question.session, Some(Id::from("s1")));
    }

    #[test]
    fn a_person_who_led_is_left_out_and_a_function_is_kept() {
        let taken = exchange().reusable();
        let lead = |id: &str| taken.sessions[&Id::from(id)].lead.clone();
        assert_eq!((lead("s1").as_str(), lead("s2").as_str()), ("", "Unit commander"));
    }

    #[test]
    fn a_task_is_to_be_done_as_many_days_before_the_next_visit() {
        let task = &exchange().reusable().tasks[&Id::from("t1")];
        assert_eq!((task.days_before, task.due), (Some(10), None));
        assert_eq!((task.done, &task.owner), (false, &None));
        let mut undated = exchange();
        undated.about.dates = None;
        assert_eq!(undated.reusable().tasks[&Id::from("t1")].days_before, None);
    }

    #[test]
    fn taking_over_what_was_taken_over_changes_nothing() {
        let taken = exchange().reusable();
        assert_eq!(taken.reusable(), taken);
    }

    #[test]
    fn a_template_has_the_collections_that_are_taken_over() {
        let plain = exchange().reusable().plain();
        let lists = plain.iter().filter(|(_, value)| value.is_array());
        for (collection, _) in lists.filter(|(name, _)| *name != "focus_areas") {
            assert!(Kind::Template.collections().contains(&collection.as_str()), "{collection}");
        }
    }
}
