//! The day log: what became of the agenda on the day.
//!
//! The plan itself changes only in the agenda editor. Each tap on the day is a record of its own, so
//! tablets never fight over the plan: they show plan and log together.

use super::Id;
use super::choice::choices;
use super::record::record;

choices! {
    /// What happened.
    pub enum Happened {
        /// The session began.
        Started = "started",
        /// The session ended.
        Ended = "ended",
        /// The session did not take place.
        Skipped = "skipped",
        /// Everything from this session on moved.
        Shifted = "shifted",
    }
}

record! {
    /// One entry of the day log.
    pub struct DayEntry {
        /// What happened (own).
        pub happened: Happened = Happened::Started,
        /// The session it happened to, or from which on the rest moved (own).
        pub session: Option<Id> => sessions,
        /// By how many minutes the rest moved; earlier where negative. Only where it shifted (own).
        pub minutes: i16 as Minutes,
        /// When it was noted, RFC 3339 in UTC (own).
        pub at: String as Moment,
        /// The person of the roster who noted it (own).
        pub author: Option<Id> => people,
        /// Their name where the roster does not have them (own).
        pub(AuthorName) author_name: String,
    }
}
