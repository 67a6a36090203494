//! What another visit can take over from an exchange: the plan, without the people and what became of it.

use super::{About, Exchange, Objective, Outcome, Question, Session, Table, Task};

impl Exchange {
    /// Returns what another visit can take over: title, goal, objectives, outcomes, questions, agenda,
    /// tasks and resources with their ids. Left behind is all that belongs to this visit alone: who takes
    /// part, where and when, what was agreed, what was written down, and what became of it. The days of
    /// tasks are counted back from the visit, as far as they can be.
    pub fn reusable(&self) -> Self {
        let about = &self.about;
        Self {
            about: About {
                title: about.title.clone(),
                goal: about.goal.clone(),
                strategic_issue: about.strategic_issue.clone(),
                focus_areas: about.focus_areas.clone(),
                format: about.format,
                topic: about.topic.clone(),
                source: about.source.clone(),
                wording: about.wording.clone(),
                ..About::default()
            },
            goals: self.goals.clone(),
            objectives: each(&self.objectives, |it| Objective { organisation: None, ..it }),
            outcomes: each(&self.outcomes, |it| Outcome {
                baseline: String::new(),
                target: String::new(),
                ..it
            }),
            questions: each(&self.questions, |it| Question {
                asked_by: None,
                answered_by: None,
                organisation: None,
                ..it
            }),
            sessions: each(&self.sessions, |it| self.reusable_session(it)),
            tasks: each(&self.tasks, |it| self.reusable_task(it)),
            resources: self.resources.clone(),
            ..Self::default()
        }
    }

    fn reusable_session(&self, session: Session) -> Session {
        // "Unit commander" can be asked for again, Lt. Ames cannot.
        let is_someone = |lead: &str| self.people.values().any(|person| person.name.trim() == lead);
        let lead = if is_someone(session.lead.trim()) { String::new() } else { session.lead };
        Session {
            title: session.title,
            kind: session.kind,
            slot: session.slot,
            wanted_minutes: session.wanted_minutes,
            lead,
            points: session.points,
            objectives: session.objectives,
            materials: session.materials,
            ..Session::default()
        }
    }

    fn reusable_task(&self, task: Task) -> Task {
        let counted = task
            .due
            .zip(self.about.dates)
            .and_then(|(due, dates)| u16::try_from((dates.first - due).num_days().max(0)).ok());
        Task {
            owner: None,
            done: false,
            due: None,
            days_before: counted.or(task.days_before),
            ..task
        }
    }
}

fn each<T: Clone>(table: &Table<T>, take: impl Fn(T) -> T) -> Table<T> {
    let mut taken = Table::new();
    for (id, record) in table.iter() {
        taken.insert(id.clone(), take(record.clone()));
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Dates, Id, Kind, Note, Person, SessionKind, read_date};

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
