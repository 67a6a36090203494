//! Learning points: what the visitors learned, drafted from their notes (S3).

use super::Id;
use super::choice::choices;
use super::rank::Ranked;
use super::record::record;
use crate::order::Set;

choices! {
    /// How the visitors know what they say they learned.
    pub enum HowKnown {
        /// They saw it.
        Saw = "saw",
        /// They were told.
        Told = "told",
        /// They read it.
        Read = "read",
        /// Someone evaluated it.
        Evaluated = "evaluated",
    }
}

choices! {
    /// Whether it would work at home.
    pub enum WouldWork {
        /// As it is.
        Yes = "yes",
        /// With changes.
        Changed = "changed",
        /// Not here.
        No = "no",
        /// Not known yet.
        Open = "open",
    }
}

record! {
    /// One learning point.
    pub struct LearningPoint {
        /// What was learned (S3).
        pub text: String,
        /// The notes it was drafted from (own).
        pub notes: Set<Id> => notes,
        /// The objective it belongs to (own).
        pub objective: Option<Id> => objectives,
        /// How it is known, once someone has said so (own).
        pub how_known: Option<HowKnown>,
        /// What it depends on at the host's (own).
        pub depends_on: String as Prose,
        /// Whether it would work at home, once someone has said so (S3: applied within their own force).
        pub would_work: Option<WouldWork>,
        /// Why it would or would not (S3).
        pub would_work_why: String as Prose,
        /// What it costs: money, people, time (own).
        pub cost: String as Prose,
        /// Place in the list (own).
        pub rank: String as Rank,
    }
}

impl Ranked for LearningPoint {
    fn rank(&self) -> &str {
        &self.rank
    }
}
