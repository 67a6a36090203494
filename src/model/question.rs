//! Questions that the visitors bring (S3: "clear questions for the visit").

use super::Id;
use super::rank::Ranked;
use super::record::record;

record! {
    /// A question for the visit. Its answers are notes that name it.
    pub struct Question {
        /// The question as it will be asked.
        pub text: String,
        /// The objective it serves.
        pub objective: Option<Id>,
        /// The session in which it is to be asked.
        pub session: Option<Id>,
        /// The visitor who asks it.
        pub asked_by: Option<Id>,
        /// One of up to three headline questions.
        pub headline: bool,
        /// Place in the list.
        pub rank: String,
    }
}

impl Question {
    /// How many headline questions a visit should have at most.
    pub const MOST_HEADLINES: usize = 3;
}

impl Ranked for Question {
    fn rank(&self) -> &str {
        &self.rank
    }
}
