//! Loose ends as data: they never block, and each names the place that mends it.
//!
//! Most rules hold on any day ([`all`]). Some begin to hold on a certain day, such as the one after a
//! task was due: those come with that day ([`coming`]), so that a list can keep the days beside an
//! exchange and tell without its records what is loose today ([`Summary`](super::Summary)). [`on`] gives
//! both for one day. No rule asks a clock.
//!
//! What was put into a set and then removed elsewhere (a session's objective) is no loose end: nobody
//! sees it any more. What a screen shows as "removed" is one.

mod agenda;
mod agreed;
mod dates;
mod follow_up;
mod host;
mod place;
mod references;
mod team;
#[cfg(test)]
mod tests;
mod thread;

pub use agenda::sessions;
pub use agreed::{Edit, changed_since_agreed};
pub use place::Place;
pub use team::team;
pub use thread::questions;

use chrono::NaiveDate;

use super::thread::{NoteLink, Strand, note_links, strands_of};
use super::{CheckPoint, Covers, Exchange, Id, Period, Unreadable};
use crate::order;

/// Something a person may want to mend. Ignoring it is allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// The exchange has no goal yet (S0).
    NoGoal,
    /// No question asks about this objective (S3: clear questions).
    ObjectiveWithoutQuestion(Id),
    /// No session serves this objective (S0: an agenda that meets the expectations).
    ObjectiveWithoutSession(Id),
    /// The outcome follows from no objective.
    OutcomeWithoutObjective(Id),
    /// Questions that have nobody to ask them.
    QuestionsWithoutAsker(Several),
    /// More headline questions than the three that a visit can keep in view.
    TooManyHeadlines(usize),
    /// Questions that no note answers, once the visit is over (S3).
    QuestionsWithoutAnswer(Several),
    /// Objectives of which nobody has said how far they were met, once the visit is over (S0).
    ObjectivesWithoutAssessment(Several),
    /// Notes of a promising practice from which no action follows, once the visit is over (S3).
    PracticesWithoutAction(Several),
    /// Outcomes of which no check-in tells, once the first is past (S3).
    OutcomesWithoutCheckIn(Several),
    /// Fewer than two visitors from a visiting police organisation (S3; not asked of partners).
    TooFewVisitors {
        /// The organisation.
        organisation: Id,
        /// How many visitors it sends.
        visitors: usize,
    },
    /// Nobody on the visiting team can drive change on return (S0).
    NobodyDrivesChange,
    /// All visitors are police, though partners are welcome (S0).
    OnlyPolice,
    /// No resident or community partner takes part, though community engagement is in focus (S2, S4).
    NoCommunityVoice,
    /// People who belong to no organisation of the exchange, so that their part is not known.
    PeopleWithoutOrganisation(Several),
    /// Someone of the host's is down as a visitor.
    HostAsVisitor(Id),
    /// Two sessions overlap by so many minutes.
    SessionsOverlap {
        /// The one that starts first.
        first: Id,
        /// The other one.
        second: Id,
        /// By how much, in minutes.
        minutes: u16,
    },
    /// A session lies on a day after the visit has ended.
    SessionAfterLastDay(Id),
    /// A session lies on a day that no agenda shows.
    SessionOnNoDay(Id),
    /// A session runs past midnight.
    SessionPastMidnight(Id),
    /// A person is to be in two sessions at once.
    PersonInTwoSessions {
        /// The person.
        person: Id,
        /// The session that starts first.
        first: Id,
        /// The other one.
        second: Id,
    },
    /// Nothing is planned between two sessions of a day for so many minutes.
    LongGap {
        /// The session before.
        before: Id,
        /// The session behind.
        after: Id,
        /// How long, in minutes.
        minutes: u16,
    },
    /// Sessions that have no time yet, a week before the visit.
    SessionsWithoutTime(Several),
    /// The visit ends before it begins.
    LastDayBeforeFirst,
    /// The visit takes so many days, more than any that is known (S0: one or two).
    LongVisit(i64),
    /// A date that cannot be meant: before 1990 or after 2100.
    StrangeDate(Place),
    /// Days that were proposed have passed before any were chosen.
    DateOptionPassed(Period),
    /// There are host candidates, and none is chosen (S0).
    HostNotChosen,
    /// A host cannot receive anyone on days of the visit.
    HostBlocked {
        /// The host.
        host: Id,
        /// The days.
        period: Period,
    },
    /// More visitors come than the host has room for (S3).
    TooManyForHost {
        /// The host.
        host: Id,
        /// How many come.
        visitors: usize,
        /// How many it has room for.
        places: usize,
    },
    /// More visitors of one organisation come than the host has room for (S3).
    TooManyOfOne {
        /// The host.
        host: Id,
        /// The visitors' organisation.
        organisation: Id,
        /// How many come.
        visitors: usize,
        /// How many it has room for.
        places: usize,
    },
    /// A task was not done by its day.
    TaskOverdue(Id),
    /// The report to the host was not sent by its day (S3); the report, if it was begun.
    ReportOverdue(Option<Id>),
    /// It is time for a check-in (S3).
    CheckInDue(CheckPoint),
    /// An action was not done by its day.
    ActionOverdue(Id),
    /// Actions that nobody sees to.
    ActionsWithoutOwner(Several),
    /// A practice was adapted or not adopted, and nobody said why.
    AdoptedWithoutWhy(Id),
    /// Nobody has written anything for so many days.
    NoNews(u16),
    /// The day until which the exchange is kept has passed.
    KeepUntilPassed(NaiveDate),
    /// So many records were changed since a party agreed to them (S0).
    ChangedSinceAgreed {
        /// The agreement.
        agreement: Id,
        /// The part of the plan.
        part: Covers,
        /// How many of its records.
        records: usize,
    },
    /// A value does not fit its field, and is kept as it is.
    Unreadable(Unreadable),
    /// Records that name one that was removed.
    Removed {
        /// Their collection; `None` for the exchange itself.
        collection: Option<&'static str>,
        /// The field that names it.
        field: &'static str,
        /// The records.
        records: Several,
    },
}

/// Some records of a collection that have the same loose end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Several {
    /// How many they are, at least 1.
    pub count: usize,
    /// The first of them in order.
    pub first: Id,
}

/// A warning that holds from a certain day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coming {
    /// The first day on which it holds.
    pub from: NaiveDate,
    /// The warning.
    pub warning: Warning,
}

/// What several rules need to know, found out once for all of them.
#[derive(Clone, Copy)]
struct Facts<'a> {
    exchange: &'a Exchange,
    /// What each note is about.
    links: &'a [NoteLink],
    strands: &'a [Strand],
    /// The first and the last day of the visit.
    days: Option<(NaiveDate, NaiveDate)>,
}

impl Several {
    /// Returns some records in order; `None` if there are none.
    fn of<'a>(ids: impl IntoIterator<Item = &'a Id>) -> Option<Self> {
        let mut ids = ids.into_iter();
        let first = ids.next()?.clone();
        Some(Self { count: 1 + ids.count(), first })
    }
}

impl<'a> Facts<'a> {
    fn new(exchange: &'a Exchange, links: &'a [NoteLink], strands: &'a [Strand]) -> Self {
        let days = exchange.about.dates.map(|dates| (dates.first, dates.last.max(dates.first)));
        Self { exchange, links, strands, days }
    }

    /// Finds out the facts of an exchange and hands them to a function.
    fn of<T>(exchange: &Exchange, then: impl FnOnce(&Facts<'_>) -> T) -> T {
        let links = note_links(exchange);
        let strands = strands_of(exchange, &links);
        then(&Facts::new(exchange, &links, &strands))
    }

    /// The day after the visit.
    fn over(&self) -> Option<NaiveDate> {
        self.days?.1.succ_opt()
    }
}

/// Returns everything that is loose on any day, the plan's own parts first.
pub fn all(exchange: &Exchange) -> Vec<Warning> {
    Facts::of(exchange, always)
}

/// Returns what begins to be loose on a certain day, by that day. `newest` is the day on which anything
/// was last written; without it, silence is no loose end.
pub fn coming(exchange: &Exchange, newest: Option<NaiveDate>) -> Vec<Coming> {
    Facts::of(exchange, |facts| from_some_day(facts, newest))
}

/// Returns everything that is loose on a day: [`all`], and what began to be loose by then.
pub fn on(today: NaiveDate, exchange: &Exchange, newest: Option<NaiveDate>) -> Vec<Warning> {
    Facts::of(exchange, |facts| {
        let mut warnings = always(facts);
        let begun = from_some_day(facts, newest).into_iter().filter(|it| it.from <= today);
        warnings.extend(begun.map(|it| it.warning));
        warnings
    })
}

/// Returns a warning for each value that was found unreadable.
pub fn unreadable(found: &[Unreadable]) -> Vec<Warning> {
    found.iter().cloned().map(Warning::Unreadable).collect()
}

/// Returns how much is loose on any day, and the days on which more will be: what a
/// [`Summary`](super::Summary) is to know.
pub fn counted(
    exchange: &Exchange,
    links: &[NoteLink],
    strands: &[Strand],
) -> (usize, Vec<NaiveDate>) {
    let facts = Facts::new(exchange, links, strands);
    let coming = from_some_day(&facts, None);
    (always(&facts).len(), coming.into_iter().map(|it| it.from).collect())
}

fn always(facts: &Facts<'_>) -> Vec<Warning> {
    let exchange = facts.exchange;
    let mut warnings = Vec::new();
    if exchange.about.goal.trim().is_empty() {
        warnings.push(Warning::NoGoal);
    }
    warnings.extend(team(exchange));
    thread::always(facts, &mut warnings);
    warnings.extend(questions(exchange));
    warnings.extend(sessions(exchange));
    dates::always(exchange, &mut warnings);
    host::always(exchange, &mut warnings);
    follow_up::always(exchange, &mut warnings);
    references::always(facts, &mut warnings);
    warnings
}

fn from_some_day(facts: &Facts<'_>, newest: Option<NaiveDate>) -> Vec<Coming> {
    let mut coming = Vec::new();
    agenda::coming(facts, &mut coming);
    dates::coming(facts.exchange, &mut coming);
    thread::coming(facts, &mut coming);
    follow_up::coming(facts, newest, &mut coming);
    order::sort_by(&mut coming, |one, other| one.from.cmp(&other.from));
    coming
}
