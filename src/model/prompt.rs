//! The six weeks after the visit: one short prompt a week for each visitor (S3).

use super::Id;
use super::record::record;

record! {
    /// What one visitor answered in one week. Private until shared.
    pub struct Prompt {
        /// The week after the visit, from 1 to [`Prompt::WEEKS`] (S3).
        pub week: u8 as Week = 1,
        /// The visitor (S3).
        pub(Private) person: Option<Id> => people,
        /// What they tried (own).
        pub(Private) tried: String as Prose,
        /// Whom they told (own).
        pub(Private) told: String as Prose,
        /// What stood in the way (own).
        pub(Private) in_the_way: String as Prose,
        /// Whether the others may read it (own).
        pub shared: bool,
        /// When it was begun, RFC 3339 in UTC (own).
        pub(Private) written_at: String as Moment,
    }
}

impl Prompt {
    /// How many weeks visitors are supported (S3).
    pub const WEEKS: u8 = 6;
}
