//! Tasks: what has to be done before the visit, and by whom (ABACC host list).

use chrono::{Days, NaiveDate};

use super::choice::choices;
use super::rank::Ranked;
use super::record::record;
use super::{Dates, Id};

choices! {
    /// Whose list a task is on.
    pub enum Side {
        /// The host's.
        Host = "host",
        /// The visitors'.
        Visitors = "visitors",
        /// The liaison's.
        Liaison = "liaison",
    }
}

record! {
    /// One thing to do.
    pub struct Task {
        /// What is to be done (ABACC host list).
        pub text: String,
        /// Whose list it is on (ABACC host list).
        pub side: Side = Side::Visitors,
        /// Who does it (ABACC host list).
        pub owner: Option<Id> => people,
        /// The day by which it is to be done (ABACC host list).
        pub due: Option<NaiveDate> [once],
        /// Where no day is given: how many days before the first day of the visit (own).
        pub days_before: Option<u16>,
        /// Whether it is done (ABACC host list).
        pub done: bool [once],
        /// What has to be known about it (own).
        pub note: String as Prose,
        /// Place in the list (own).
        pub rank: String as Rank,
    }
}

impl Task {
    /// Returns the day by which it is to be done: the given one, else counted back from the visit.
    pub fn due_on(&self, dates: Option<Dates>) -> Option<NaiveDate> {
        self.due.or_else(|| {
            let days = Days::new(self.days_before?.into());
            dates?.first.checked_sub_days(days)
        })
    }
}

impl Ranked for Task {
    fn rank(&self) -> &str {
        &self.rank
    }
}
