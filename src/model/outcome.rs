//! Outcomes: what is to be different at home afterwards. A list of their own (S0).

use super::Id;
use super::choice::choices;
use super::rank::Ranked;
use super::record::record;
use crate::order::Set;

choices! {
    /// Where an outcome shows.
    pub enum ShowsIn {
        /// In what people know and do.
        People = "people",
        /// In how the agency works.
        Agency = "agency",
        /// In the community.
        Community = "community",
    }
}

choices! {
    /// What kind of outcome it is (World Bank: the five results of a knowledge exchange).
    pub enum OutcomeKind {
        /// New knowledge.
        Knowledge = "knowledge",
        /// A better skill.
        Skill = "skill",
        /// More agreement on what to do.
        Consensus = "consensus",
        /// New or better connections.
        Connection = "connection",
        /// A new or better way of doing something.
        Action = "action",
    }
}

record! {
    /// One potential outcome, in words.
    pub struct Outcome {
        /// The outcome in one sentence (S0).
        pub text: String,
        /// The objectives it follows from (own).
        pub objectives: Set<Id> => objectives,
        /// Where it shows, once someone has said so (own).
        pub shows_in: Option<ShowsIn>,
        /// What kind of outcome it is, once someone has said so (World Bank).
        pub kind: Option<OutcomeKind>,
        /// What is counted or watched to see it (BJA record: metrics).
        pub measure: String as Prose,
        /// How that was before the visit, with its date (own).
        pub baseline: String [once] as Prose,
        /// How it is to be, and by when (own).
        pub target: String [once] as Prose,
        /// Place in the list (own).
        pub rank: String as Rank,
    }
}

impl Ranked for Outcome {
    fn rank(&self) -> &str {
        &self.rank
    }
}
