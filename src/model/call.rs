//! Calls to prepare the visit, with material for those who could not join (S3).

use chrono::NaiveDate;

use super::rank::Ranked;
use super::record::record;
use super::{Id, TimeOfDay};
use crate::order::Set;

record! {
    /// One call.
    pub struct Call {
        /// What it is about (S3).
        pub title: String,
        /// Its day (S3).
        pub date: Option<NaiveDate>,
        /// When it starts, by the clock of the agenda (own).
        pub start: Option<TimeOfDay>,
        /// Number or address to join (own).
        pub(Contact) link: String as Address,
        /// Who joined (S3).
        pub attended: Set<Id> => people,
        /// The background material for it (S3).
        pub material: String as Prose,
        /// To whom the material was sent because they missed the call (S3).
        pub sent_to: Set<Id> => people,
        /// What was agreed (EUI: roles and questions).
        pub agreed: String as Prose,
        /// Place in the list (own).
        pub rank: String as Rank,
    }
}

impl Ranked for Call {
    fn rank(&self) -> &str {
        &self.rank
    }
}
