//! Reports: who was told what came of the visit (S3).

use chrono::NaiveDate;

use super::choice::choices;
use super::record::record;

choices! {
    /// Whom a report is for.
    pub enum ReportKind {
        /// The host (S3: key learning points, a short time after the visit).
        Host = "host",
        /// The own command.
        Command = "command",
        /// The public (S3: short reports on each visit).
        Public = "public",
    }
}

record! {
    /// One report.
    pub struct Report {
        /// Whom it is for (S3).
        pub kind: ReportKind = ReportKind::Host,
        /// To whom it goes by name (S3).
        pub(Name) to: String,
        /// The day by which it is to be sent; where empty, ten working days after the visit for that to
        /// the host (S3: a short time after; the number is our own).
        pub due: Option<NaiveDate>,
        /// The day on which it was sent (S3).
        pub sent_on: Option<NaiveDate>,
        /// What comes before the learning points: thanks, what it was about (S3).
        pub text: String as Prose,
        /// What the host answered (own).
        pub reply: String as Prose,
        /// The day of the answer (own).
        pub replied_on: Option<NaiveDate>,
        /// Where it was published (S3: made available on the website).
        pub address: String as Address,
    }
}
