//! Questions that the visitors bring (S3: "clear questions for the visit").

use super::Id;
use super::rank::Ranked;
use super::record::record;

record! {
    /// A question for the visit. Its answers are notes that name it.
    pub struct Question {
        /// The question as it will be asked (S3).
        pub text: String,
        /// The objective it serves (own).
        pub objective: Option<Id> => objectives,
        /// The session in which it is to be asked (own).
        pub session: Option<Id> => sessions,
        /// The visitor who asks it (CDC schedule: interviewer).
        pub asked_by: Option<Id> => people,
        /// The person expected to answer it (CDC schedule: interviewee).
        pub answered_by: Option<Id> => people,
        /// The visiting organisation whose question this is; all of them where empty (S3).
        pub organisation: Option<Id> => organisations,
        /// One of up to three headline questions (EUI peer review).
        pub headline: bool,
        /// Place in the list (own).
        pub rank: String as Rank,
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
