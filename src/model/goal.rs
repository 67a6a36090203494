//! Goals: what the exchange is for, besides the first one.

use super::rank::Ranked;
use super::record::record;

record! {
    /// Another goal of the exchange (S0: "goals"). The first one is a field of the exchange itself, since
    /// most have only that.
    pub struct Goal {
        /// The goal in one or two sentences (S0).
        pub text: String as Prose,
        /// Place in the list (own).
        pub rank: String as Rank,
    }
}

impl Ranked for Goal {
    fn rank(&self) -> &str {
        &self.rank
    }
}
