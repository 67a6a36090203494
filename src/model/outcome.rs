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

record! {
    /// One potential outcome, in words.
    pub struct Outcome {
        /// The outcome in one sentence.
        pub text: String,
        /// The objectives it follows from.
        pub objectives: Set<Id>,
        /// Where it shows, once someone has said so.
        pub shows_in: Option<ShowsIn>,
        /// Place in the list.
        pub rank: String,
    }
}

impl Ranked for Outcome {
    fn rank(&self) -> &str {
        &self.rank
    }
}
