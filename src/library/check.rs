//! What is wrong with a topic that could be read: told as data, so a page can show the rest.

use super::topic::{Topic, TopicSession};
use crate::model::{Question, Slot};
use crate::order::Set;

const MINUTES_OF_A_DAY: u16 = 24 * 60;

/// One fault of a topic, with the address of the value it is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum TopicFlaw {
    /// An id that is not made of lower-case words joined by hyphens.
    #[error("`{address}`: `{id}` is not an id: use lower-case letters, digits and hyphens")]
    BadId {
        /// The list, or `id` for the topic itself.
        address: String,
        /// The id as written.
        id: String,
    },
    /// Two entries of one list with the same id.
    #[error("`{list}` has `{id}` twice: give one of them another id")]
    DuplicateId {
        /// The list.
        list: String,
        /// The id.
        id: String,
    },
    /// A reference to something that is not there.
    #[error("`{address}` names `{id}`, which does not exist: mend the name or add the entry")]
    DanglingReference {
        /// The value that holds the reference.
        address: String,
        /// The id that was not found.
        id: String,
    },
    /// A session without length.
    #[error("`sessions/{session}/minutes` is 0: give it a length")]
    NoLength {
        /// The session.
        session: String,
    },
    /// A session that ends on the next day.
    #[error("`sessions/{session}` runs past midnight: make it shorter or begin earlier")]
    RunsPastMidnight {
        /// The session.
        session: String,
    },
    /// A session on a day that the visit does not have.
    #[error("`sessions/{session}/day` is {day}, but the visit has {days}: change one of them")]
    DayOutside {
        /// The session.
        session: String,
        /// Its day.
        day: u8,
        /// Length of the visit in days.
        days: u8,
    },
    /// A day of the visit with no session.
    #[error("day {day} has no session: add one or lower `days`")]
    EmptyDay {
        /// The day, 1 for the first.
        day: u8,
    },
    /// Two sessions at the same time.
    #[error("`sessions/{first}` and `sessions/{second}` overlap on day {day}: move one of them")]
    Overlap {
        /// The day.
        day: u8,
        /// The one that begins first.
        first: String,
        /// The other.
        second: String,
    },
    /// An objective that no session serves.
    #[error("no session serves `objectives/{objective}`: name it in a session")]
    ObjectiveWithoutSession {
        /// The objective.
        objective: String,
    },
    /// An objective that no question is about.
    #[error("no question is about `objectives/{objective}`: name it in a question")]
    ObjectiveWithoutQuestion {
        /// The objective.
        objective: String,
    },
    /// An outcome that no objective leads to.
    #[error("`outcomes/{outcome}` names no objective: name the one that leads to it")]
    OutcomeWithoutObjective {
        /// The outcome.
        outcome: String,
    },
    /// More headline questions than a visit has.
    #[error("{count} headline questions: keep {most} at most", most = Question::MOST_HEADLINES)]
    TooManyHeadlines {
        /// How many there are.
        count: usize,
    },
    /// A link that is not to a web page.
    #[error("`{place}` links to `{address}`: only http and https addresses are shown as links")]
    NotAWebAddress {
        /// Where the link stands.
        place: String,
        /// The address as written.
        address: String,
    },
}

impl Topic {
    /// Returns everything that is wrong with the topic, in a fixed order; nothing for a sound one.
    pub fn check(&self) -> Vec<TopicFlaw> {
        let mut flaws = Vec::new();
        self.check_ids(&mut flaws);
        self.check_references(&mut flaws);
        self.check_times(&mut flaws);
        self.check_coverage(&mut flaws);
        self.check_addresses(&mut flaws);
        flaws
    }

    fn check_ids(&self, flaws: &mut Vec<TopicFlaw>) {
        let mut list = |name: &str, ids: Vec<&str>| {
            let mut known = Set::new();
            for id in ids {
                if !is_id(id) {
                    flaws.push(TopicFlaw::BadId { address: name.into(), id: id.into() });
                }
                if !known.insert(id) {
                    flaws.push(TopicFlaw::DuplicateId { list: name.into(), id: id.into() });
                }
            }
        };
        list("id", vec![&self.id]);
        list("sessions", self.sessions.iter().map(|session| session.id.as_str()).collect());
        list("objectives", self.objectives.iter().map(|objective| objective.id.as_str()).collect());
        list("outcomes", self.outcomes.iter().map(|outcome| outcome.id.as_str()).collect());
        list("questions", self.questions.iter().map(|question| question.id.as_str()).collect());
    }

    fn check_references(&self, flaws: &mut Vec<TopicFlaw>) {
        let objectives: Set<_> =
            self.objectives.iter().map(|objective| objective.id.as_str()).collect();
        let sessions: Set<_> = self.sessions.iter().map(|session| session.id.as_str()).collect();
        let mut look = |known: &Set<&str>, address: String, ids: &[String]| {
            flaws.extend(ids.iter().filter(|id| !known.contains(id.as_str())).map(|id| {
                TopicFlaw::DanglingReference { address: address.clone(), id: id.clone() }
            }));
        };
        for session in &self.sessions {
            look(&objectives, format!("sessions/{}/objectives", session.id), &session.objectives);
        }
        for outcome in &self.outcomes {
            look(&objectives, format!("outcomes/{}/objectives", outcome.id), &outcome.objectives);
        }
        for question in &self.questions {
            look(
                &objectives,
                format!("questions/{}/objective", question.id),
                std::slice::from_ref(&question.objective),
            );
            look(
                &sessions,
                format!("questions/{}/session", question.id),
                question.session.as_slice(),
            );
        }
    }

    fn check_times(&self, flaws: &mut Vec<TopicFlaw>) {
        for session in &self.sessions {
            let id = || session.id.clone();
            if session.minutes == 0 {
                flaws.push(TopicFlaw::NoLength { session: id() });
            }
            if session.slot().end() > MINUTES_OF_A_DAY {
                flaws.push(TopicFlaw::RunsPastMidnight { session: id() });
            }
            if !(1..=self.days).contains(&session.day) {
                flaws.push(TopicFlaw::DayOutside {
                    session: id(),
                    day: session.day,
                    days: self.days,
                });
            }
        }
        for day in 1..=self.days {
            let sessions = self.sessions_of_day(day);
            if sessions.is_empty() {
                flaws.push(TopicFlaw::EmptyDay { day });
            }
            flaws.extend(overlaps(day, &sessions));
        }
    }

    fn check_coverage(&self, flaws: &mut Vec<TopicFlaw>) {
        for objective in &self.objectives {
            let id = &objective.id;
            if !self.sessions.iter().any(|session| session.objectives.contains(id)) {
                flaws.push(TopicFlaw::ObjectiveWithoutSession { objective: id.clone() });
            }
            if !self.questions.iter().any(|question| question.objective == *id) {
                flaws.push(TopicFlaw::ObjectiveWithoutQuestion { objective: id.clone() });
            }
        }
        for outcome in self.outcomes.iter().filter(|outcome| outcome.objectives.is_empty()) {
            flaws.push(TopicFlaw::OutcomeWithoutObjective { outcome: outcome.id.clone() });
        }
        let count = self.questions.iter().filter(|question| question.headline).count();
        if count > Question::MOST_HEADLINES {
            flaws.push(TopicFlaw::TooManyHeadlines { count });
        }
    }

    fn check_addresses(&self, flaws: &mut Vec<TopicFlaw>) {
        let source = self.source.address.iter().map(|address| ("source", address));
        let resources = self.resources.iter().map(|resource| ("resources", &resource.address));
        for (place, address) in source.chain(resources) {
            if !is_web_address(address) {
                flaws.push(TopicFlaw::NotAWebAddress {
                    place: place.into(),
                    address: address.clone(),
                });
            }
        }
    }
}

/// Pairs of neighbours that share time, for sessions in order of time.
///
/// A long session may reach over several later ones, so each is held against the one that has
/// reached furthest so far, not only against the one before it.
fn overlaps(day: u8, sessions: &[&TopicSession]) -> Vec<TopicFlaw> {
    let mut found = Vec::new();
    let mut furthest: Option<(Slot, &str)> = None;
    for session in sessions {
        let slot = session.slot();
        if let Some((reaching, first)) = furthest
            && slot.overlap(&reaching) > 0
        {
            let (first, second) = (first.to_owned(), session.id.clone());
            found.push(TopicFlaw::Overlap { day, first, second });
        }
        if furthest.is_none_or(|(reaching, _)| slot.end() > reaching.end()) {
            furthest = Some((slot, &session.id));
        }
    }
    found
}

/// True for lower-case words joined by single hyphens, as the schema asks.
fn is_id(text: &str) -> bool {
    text.split('-').all(|word| {
        !word.is_empty()
            && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    })
}

/// True for an address that may become a link: never `javascript:` and the like.
fn is_web_address(address: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| {
        address.strip_prefix(scheme).is_some_and(|rest| {
            !rest.is_empty() && !rest.contains(|letter: char| letter.is_whitespace())
        })
    })
}
