//! Debriefs: the visitors compare notes at the end of a day (Glynwood: time for it every day).

use super::Id;
use super::record::record;

record! {
    /// The team's debrief of a day, or one person's.
    pub struct Debrief {
        /// The day of the visit, counted from 1; 0 for the visit as a whole (own).
        pub day: u8 as DayOfVisit,
        /// Whose it is; the team's where empty (own).
        pub person: Option<Id> => people,
        /// Their name where the roster does not have them (own).
        pub(AuthorName) author_name: String,
        /// What went well (WHO review).
        pub(Assessment) went_well: String as Prose,
        /// What was missing (S0: what was not addressed).
        pub(Assessment) missing: String as Prose,
        /// What to do otherwise next time (WHO review).
        pub(Assessment) next_time: String as Prose,
        /// What this person takes home, before leaving (S3: key learning points; own).
        pub(Assessment) key_learning: String as Prose,
        /// When it was begun, RFC 3339 in UTC (own).
        pub written_at: String as Moment,
    }
}
