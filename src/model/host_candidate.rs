//! Host candidates: who might show its practice, and why (S0).

use chrono::NaiveDate;

use super::choice::choices;
use super::rank::Ranked;
use super::record::record;

choices! {
    /// What a candidate said when asked.
    pub enum Answer {
        /// Will host.
        Yes = "yes",
        /// Would host at another time or in another form.
        Later = "later",
        /// Will not host.
        No = "no",
    }
}

record! {
    /// An organisation that might be the host.
    pub struct HostCandidate {
        /// The organisation (S0).
        pub name: String,
        /// Its size, and how far that is like the visitors' own (CCLHDN checklist).
        pub size: String,
        /// The practice to be seen there (S0).
        pub practice: String as Prose,
        /// Who recognises that practice (S0: recognised as a leader).
        pub recognised_by: String,
        /// What shows that it works (BJA record: evidence-based).
        pub evidence: String as Prose,
        /// Who suggested it (S0: the liaison helps to find one).
        pub(Name) suggested_by: String,
        /// Whom to ask there, and how (own).
        pub(Contact) contact: String,
        /// The day on which it was asked (own).
        pub asked_on: Option<NaiveDate>,
        /// What it said; open where empty (own).
        pub answer: Option<Answer>,
        /// Whether it is the one chosen (S0).
        pub chosen: bool,
        /// Place in the list (own).
        pub rank: String as Rank,
    }
}

impl Ranked for HostCandidate {
    fn rank(&self) -> &str {
        &self.rank
    }
}
