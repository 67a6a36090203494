//! Organisations: who hosts, who visits, who helps.

use super::choice::choices;
use super::rank::Ranked;
use super::record::record;

choices! {
    /// The part an organisation plays in the exchange. Several visiting organisations are normal (S3).
    pub enum Part {
        /// It sends visitors.
        Visiting = "visiting",
        /// It shows its practice.
        Host = "host",
        /// It helps the exchange along: programme team, liaison, adviser.
        Support = "support",
    }
}

choices! {
    /// What an organisation is. The team rule of two visitors applies to police only (S3).
    pub enum OrganisationKind {
        /// Police agency, sheriff's office or force.
        Police = "police",
        /// Prosecutor's office.
        Prosecutor = "prosecutor",
        /// Other public body: council, laboratory, social care, hospital.
        Public = "public",
        /// Firm.
        Private = "private",
        /// Charity or community group.
        Third = "third",
        /// University or research body.
        Academic = "academic",
    }
}

record! {
    /// An organisation that takes part in the exchange.
    pub struct Organisation {
        /// Its name as it introduces itself.
        pub name: String,
        /// The part it plays.
        pub part: Part = Part::Visiting,
        /// What it is.
        pub kind: OrganisationKind = OrganisationKind::Police,
        /// The site (programme unit, such as a city) it belongs to, if any (S1).
        pub site: String,
        /// Its place in the list.
        pub rank: String,
    }
}

impl Ranked for Organisation {
    fn rank(&self) -> &str {
        &self.rank
    }
}
