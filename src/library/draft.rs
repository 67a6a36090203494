//! From a topic to the draft of an exchange. The exchange copies the topic; there is no live link.

use super::Topic;
use crate::model::rank::{self, Ranked};
use crate::model::{
    About, Exchange, Id, Objective, Outcome, Question, Resource, Session, Side, Table, Task,
};
use crate::order::Set;

impl Topic {
    /// Returns an exchange with everything that the topic offers: goal, objectives, outcomes,
    /// questions, agenda, tasks and resources. The records keep the topic's ids, which can be read.
    pub fn draft(&self) -> Exchange {
        let mut exchange = Exchange {
            about: About {
                title: self.title.clone(),
                goal: self.goal.clone(),
                topic: self.id.clone(),
                source: self.source.name.clone(),
                focus_areas: self.focus_areas.iter().map(|area| area.word().to_owned()).collect(),
                ..About::default()
            },
            ..Exchange::default()
        };
        for objective in &self.objectives {
            append(&mut exchange.objectives, &objective.id, |rank| Objective {
                text: objective.text.clone(),
                short: objective.short.clone(),
                rank,
                ..Objective::default()
            });
        }
        for outcome in &self.outcomes {
            append(&mut exchange.outcomes, &outcome.id, |rank| Outcome {
                text: outcome.text.clone(),
                objectives: set(&outcome.objectives),
                shows_in: Some(outcome.shows_in),
                rank,
                ..Outcome::default()
            });
        }
        for question in &self.questions {
            append(&mut exchange.questions, &question.id, |rank| Question {
                text: question.text.clone(),
                objective: Some(Id::from(question.objective.as_str())),
                session: question.session.as_deref().map(Id::from),
                headline: question.headline,
                rank,
                ..Question::default()
            });
        }
        for session in &self.sessions {
            let planned = Session {
                title: session.title.clone(),
                kind: session.kind,
                slot: Some(session.slot()),
                lead: session.who.clone(),
                points: session.points.join("\n"),
                objectives: set(&session.objectives),
                ..Session::default()
            };
            exchange.sessions.insert(Id::from(session.id.as_str()), planned);
        }
        let lists = [(Side::Host, &self.host_checklist), (Side::Visitors, &self.preparation)];
        for (side, tasks) in lists {
            for (at, task) in tasks.iter().enumerate() {
                append(&mut exchange.tasks, &format!("{}{}", side.word(), at + 1), |rank| Task {
                    text: task.text.clone(),
                    side,
                    days_before: Some(task.days_before),
                    rank,
                    ..Task::default()
                });
            }
        }
        for (at, resource) in self.resources.iter().enumerate() {
            append(&mut exchange.resources, &format!("r{}", at + 1), |rank| Resource {
                title: resource.title.clone(),
                address: resource.address.clone(),
                rank,
                ..Resource::default()
            });
        }
        exchange
    }
}

fn set(ids: &[String]) -> Set<Id> {
    ids.iter().map(|id| Id::from(id.as_str())).collect()
}

fn append<T: Ranked>(table: &mut Table<T>, id: &str, record: impl FnOnce(String) -> T) {
    let rank = rank::last(table);
    table.insert(Id::from(id), record(rank));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::tests::topics;
    use crate::model::{Warning, warning};

    #[test]
    fn a_draft_has_everything_the_topic_offers() {
        for topic in topics() {
            let draft = topic.draft();
            assert_eq!(draft.objectives.len(), topic.objectives.len(), "{}", topic.id);
            assert_eq!(draft.outcomes.len(), topic.outcomes.len(), "{}", topic.id);
            assert_eq!(draft.questions.len(), topic.questions.len(), "{}", topic.id);
            assert_eq!(draft.sessions.len(), topic.sessions.len(), "{}", topic.id);
            assert_eq!(draft.resources.len(), topic.resources.len(), "{}", topic.id);
            let tasks = topic.host_checklist.len() + topic.preparation.len();
            assert_eq!(draft.tasks.len(), tasks, "{}", topic.id);
            let order = rank::ordered(&draft.objectives);
            let expected: Vec<Id> =
                topic.objectives.iter().map(|it| Id::from(it.id.as_str())).collect();
            assert_eq!(order, expected, "{}", topic.id);
        }
    }

    #[test]
    fn a_draft_is_loose_only_where_people_are_missing() {
        for topic in topics() {
            let loose = warning::all(&topic.draft());
            let of_people = |it: &Warning| matches!(it, Warning::QuestionsWithoutAsker { .. });
            assert!(loose.iter().all(of_people), "{}: {loose:?}", topic.id);
        }
    }

    #[test]
    fn a_draft_is_the_same_after_it_was_written_and_read() {
        for topic in topics() {
            let draft = topic.draft();
            assert_eq!(Exchange::read(&draft.plain()), (draft, Vec::new()));
        }
    }
}
