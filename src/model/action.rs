//! Actions: what is done at home about what was learned (FHWA memo; LGA action plan).

use chrono::NaiveDate;

use super::choice::choices;
use super::rank::Ranked;
use super::record::record;
use super::{Id, Improvement};
use crate::order::Set;

choices! {
    /// How far an action has come.
    pub enum ActionStatus {
        /// Meant to be done.
        Planned = "planned",
        /// Begun.
        UnderWay = "under_way",
        /// Done.
        Done = "done",
        /// Given up.
        Dropped = "dropped",
    }
}

choices! {
    /// What became of the practice at home (FHWA: changes made or not made).
    pub enum Adopted {
        /// As it was seen.
        Adopted = "adopted",
        /// With changes.
        Adapted = "adapted",
        /// Not at all.
        NotAdopted = "not_adopted",
    }
}

record! {
    /// One action.
    pub struct Action {
        /// What is done (LGA).
        pub text: String,
        /// What kind of improvement it is (S0).
        pub kind: Option<Improvement>,
        /// How far it has come (LGA).
        pub status: ActionStatus = ActionStatus::Planned,
        /// Who sees to it (LGA).
        pub owner: Option<Id> => people,
        /// The day by which it is to be done (LGA).
        pub due: Option<NaiveDate>,
        /// The visiting organisation that does it; all of them where empty (S3).
        pub organisation: Option<Id> => organisations,
        /// The learning points it follows from (own).
        pub learning_points: Set<Id> => learning_points,
        /// The notes it follows from directly (own).
        pub notes: Set<Id> => notes,
        /// The outcomes it is to bring about (own).
        pub outcomes: Set<Id> => outcomes,
        /// What became of the practice, once it is known (FHWA memo).
        pub adopted: Option<Adopted>,
        /// Why it was adopted, changed or not adopted (FHWA memo).
        pub why: String as Prose,
        /// What came of it: what was seen, not what caused it (S1).
        pub result: String as Prose,
        /// Place in the list (own).
        pub rank: String as Rank,
    }
}

impl Ranked for Action {
    fn rank(&self) -> &str {
        &self.rank
    }
}
