//! How questions are grouped: as they stand, by session, by objective, by who asks.

use crate::model::{Exchange, Id, Question, agenda, rank};
use crate::pages::exchange::loose_ends::session_name;
use crate::pages::format;

/// By what questions are grouped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// By nothing: one list in the order people gave it.
    #[default]
    None,
    /// By the session in which they are asked.
    Session,
    /// By the objective that they ask about.
    Objective,
    /// By who asks.
    Asker,
}

impl Grouping {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::None, Self::Session, Self::Objective, Self::Asker];

    /// Returns the word that stands for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Session => "session",
            Self::Objective => "objective",
            Self::Asker => "asker",
        }
    }

    /// Returns the grouping that a word stands for; none for any other.
    pub fn from_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|it| it.word() == word).unwrap_or_default()
    }

    /// Returns what it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::None => say!(plan.group_none),
            Self::Session => say!(plan.group_session),
            Self::Objective => say!(plan.group_objective),
            Self::Asker => say!(plan.group_asker),
        }
    }

    fn link(self, question: &Question) -> Option<&Id> {
        match self {
            Self::None => None,
            Self::Session => question.session.as_ref(),
            Self::Objective => question.objective.as_ref(),
            Self::Asker => question.asked_by.as_ref(),
        }
    }
}

/// Some questions that stand together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// By what they are grouped.
    pub grouping: Grouping,
    /// The id of what they have in common; empty for nothing.
    pub key: String,
    /// What they have in common.
    pub title: String,
    /// What is said below that.
    pub below: String,
    /// The questions in their order.
    pub ids: Vec<Id>,
}

impl Group {
    /// Returns a question that belongs to it.
    pub fn question(&self) -> Question {
        let id = Some(Id::from(self.key.as_str())).filter(|id| !id.as_str().is_empty());
        match self.grouping {
            Grouping::None => Question::default(),
            Grouping::Session => Question { session: id, ..Question::default() },
            Grouping::Objective => Question { objective: id, ..Question::default() },
            Grouping::Asker => Question { asked_by: id, ..Question::default() },
        }
    }
}

/// Returns the questions of an exchange in groups: first those that belong to none, then the others in
/// the order of what they belong to. A link to something that was removed counts as none.
pub fn groups(exchange: &Exchange, grouping: Grouping) -> Vec<Group> {
    let kinds: Vec<(Id, String, String)> = match grouping {
        Grouping::None => Vec::new(),
        Grouping::Session => sessions(exchange),
        Grouping::Objective => {
            let name = |(at, id): (usize, Id)| {
                let label = exchange.objectives[&id].label();
                let title = say!(plan.choice_objective, number = at + 1, label = label);
                (id, title.trim_end().to_owned(), String::new())
            };
            rank::ordered(&exchange.objectives).into_iter().enumerate().map(name).collect()
        }
        Grouping::Asker => people(exchange),
    };
    let none = match grouping {
        Grouping::None => (say!(plan.questions_title), ""),
        Grouping::Session => (say!(plan.choice_no_session), say!(plan.group_no_session)),
        Grouping::Objective => (say!(plan.choice_no_objective), ""),
        Grouping::Asker => (say!(plan.choice_nobody), ""),
    };
    let group = |key: String, title: String, below: String| Group {
        grouping,
        key,
        title,
        below,
        ids: Vec::new(),
    };
    let mut all = vec![group(String::new(), none.0.to_owned(), none.1.to_owned())];
    all.extend(kinds.into_iter().map(|(id, title, below)| group(id.to_string(), title, below)));
    for id in rank::ordered(&exchange.questions) {
        let link = grouping.link(&exchange.questions[&id]).map(Id::as_str).unwrap_or_default();
        let at = all.iter().position(|group| group.key == link).unwrap_or(0);
        all[at].ids.push(id);
    }
    // An objective that nothing asks about is shown: that is what is missing.
    let is_shown = |group: &Group| match grouping {
        Grouping::None => true,
        Grouping::Objective => !group.key.is_empty() || !group.ids.is_empty(),
        Grouping::Session | Grouping::Asker => !group.ids.is_empty(),
    };
    if all.iter().any(is_shown) {
        all.retain(is_shown);
    } else {
        all.truncate(1);
    }
    all
}

fn sessions(exchange: &Exchange) -> Vec<(Id, String, String)> {
    let placed = agenda::in_order(exchange).into_iter().map(|(id, slot)| {
        let when = say!(plan.group_when, day = slot.day, time = format::time(slot.start));
        (id, when)
    });
    let waiting =
        agenda::tray(exchange).into_iter().map(|id| (id, say!(plan.group_no_time).to_owned()));
    let all = placed.chain(waiting).filter(|(id, _)| !exchange.sessions[id].is_break());
    all.map(|(id, when)| {
        let lead = exchange.sessions[&id].lead.trim();
        let below = if lead.is_empty() { when } else { format!("{when} · {lead}") };
        let title = session_name(exchange, &id);
        (id, title, below)
    })
    .collect()
}

fn people(exchange: &Exchange) -> Vec<(Id, String, String)> {
    let ids = rank::ordered(&exchange.people).into_iter().enumerate();
    ids.map(|(at, id)| {
        let person = &exchange.people[&id];
        let title = match person.name.trim() {
            "" => say!(team.person_number, number = at + 1),
            name => name.to_owned(),
        };
        let below = person.position.trim().to_owned();
        (id, title, below)
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Objective;

    #[test]
    fn questions_stand_with_what_they_are_linked_with_and_loose_ones_first() {
        let mut exchange = Exchange::default();
        for (id, rank) in [("o1", "80"), ("o2", "81")] {
            let objective = Objective { rank: rank.to_owned(), ..Objective::default() };
            exchange.objectives.insert(Id::from(id), objective);
        }
        for (id, objective) in
            [("q1", Some("o2")), ("q2", None), ("q3", Some("gone")), ("q4", Some("o2"))]
        {
            let objective = objective.map(Id::from);
            exchange.questions.insert(Id::from(id), Question { objective, ..Question::default() });
        }
        let found: Vec<(String, Vec<String>)> = groups(&exchange, Grouping::Objective)
            .into_iter()
            .map(|group| (group.key, group.ids.iter().map(Id::to_string).collect()))
            .collect();
        let expected = [("", vec!["q2", "q3"]), ("o1", vec![]), ("o2", vec!["q1", "q4"])];
        let expected = expected.map(|(key, ids)| {
            (key.to_owned(), ids.into_iter().map(str::to_owned).collect::<Vec<_>>())
        });
        assert_eq!(found, expected);
        assert_eq!(groups(&exchange, Grouping::None)[0].ids.len(), 4);
        assert_eq!(groups(&exchange, Grouping::Asker).len(), 1);
    }

    #[test]
    fn a_new_question_belongs_to_its_group() {
        let group = Group { grouping: Grouping::Session, key: "s1".to_owned(), ..Group::default() };
        assert_eq!(group.question().session, Some(Id::from("s1")));
        let loose = Group { grouping: Grouping::Session, ..Group::default() };
        assert_eq!(loose.question(), Question::default());
    }
}
