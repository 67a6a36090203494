//! Check-ins: what became of it after six weeks (S3), three, six and twelve months (LGA).

use chrono::{Days, Months, NaiveDate};

use super::choice::choices;
use super::record::record;
use super::{Dates, Id};
use crate::order::Set;

choices! {
    /// When a check-in is due, counted from the last day of the visit.
    pub enum CheckPoint {
        /// After six weeks (S3).
        SixWeeks = "six_weeks",
        /// After three months (LGA).
        ThreeMonths = "three_months",
        /// After six months (LGA).
        SixMonths = "six_months",
        /// After twelve months (LGA).
        TwelveMonths = "twelve_months",
    }
}

choices! {
    /// How far an outcome has come.
    pub enum Progress {
        /// Nothing yet.
        NotBegun = "not_begun",
        /// Something.
        UnderWay = "under_way",
        /// It is there.
        Reached = "reached",
        /// It is no longer pursued.
        Dropped = "dropped",
    }
}

choices! {
    /// Help that can be asked for (S0: follow-up; S1: what the programme offers). Stored as words of a
    /// set.
    pub enum Help {
        /// Hours of an expert (S1).
        ExpertHours = "expert_hours",
        /// Assistance on site or by video (S1).
        Assistance = "assistance",
        /// Training of the academy (S1).
        Training = "training",
        /// Strategic assessment (S1).
        Assessment = "assessment",
        /// Another exchange (S1).
        Exchange = "exchange",
        /// Introduction to a community of practice (S1).
        Community = "community",
        /// Document from the host (S0).
        Document = "document",
    }
}

record! {
    /// One check-in, or what it says of one outcome.
    ///
    /// Each outcome has a record of its own beside that of the check-in as a whole, so that two people
    /// who fill it in never conflict.
    pub struct CheckIn {
        /// When it is due (S3, LGA).
        pub point: CheckPoint = CheckPoint::SixWeeks,
        /// The outcome it is about; the check-in as a whole where empty (own).
        pub outcome: Option<Id> => outcomes,
        /// The visiting organisation that is asked; all of them where empty (S3).
        pub organisation: Option<Id> => organisations,
        /// The day on which it is to take place, where that is another than the usual one (own).
        pub due: Option<NaiveDate>,
        /// The day on which it took place (own).
        pub held_on: Option<NaiveDate>,
        /// How far the outcome has come (FHWA survey: how far learning was used).
        pub progress: Option<Progress>,
        /// What is different, in words (FHWA survey).
        pub text: String as Prose,
        /// What stands in the way (FHWA survey).
        pub barriers: String as Prose,
        /// Which help is wanted: words of [`Help`] (S0, S1).
        pub help_wanted: Set<String> as Words(Help),
        /// What help exactly, and until when (S0).
        pub help: String as Prose,
        /// Whether the help has come (own).
        pub help_given: bool,
    }
}

impl CheckPoint {
    /// Returns the day of a check-in after a visit on these dates; `None` past the end of the calendar.
    pub fn after(self, dates: Dates) -> Option<NaiveDate> {
        let last = dates.last.max(dates.first);
        match self {
            Self::SixWeeks => last.checked_add_days(Days::new(42)),
            Self::ThreeMonths => last.checked_add_months(Months::new(3)),
            Self::SixMonths => last.checked_add_months(Months::new(6)),
            Self::TwelveMonths => last.checked_add_months(Months::new(12)),
        }
    }
}

impl CheckIn {
    /// Returns the day on which it is to take place: the given one, else counted from the visit.
    pub fn due_on(&self, dates: Option<Dates>) -> Option<NaiveDate> {
        self.due.or_else(|| self.point.after(dates?))
    }
}
