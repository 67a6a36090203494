//! Organisations: who hosts, who visits, who helps.

use super::Period;
use super::choice::choices;
use super::rank::Ranked;
use super::record::record;
use crate::order::Set;

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

choices! {
    /// The sector of an organisation (S3: "public, private or third sector organisations"; academics
    /// come along).
    pub enum Sector {
        /// Public body.
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
    ///
    /// What only hosts have (places, the way in, rules of the house) is empty for others.
    pub struct Organisation {
        /// Its name as it introduces itself (S0).
        pub name: String,
        /// The part it plays (S0).
        pub part: Part = Part::Visiting,
        /// What it is (S0, S3).
        pub kind: OrganisationKind = OrganisationKind::Police,
        /// The site (programme unit, such as a city) it belongs to, if any: that whose
        /// person-trips its visitors take (S1).
        pub site: String,
        /// Its sector, where that does not follow from what it is (S3).
        pub sector: Option<Sector>,
        /// How many visitors the host has room for, from all organisations together; 0 for not said
        /// (S3: the capacity of the host's venue).
        pub places: u16,
        /// How many visitors of one organisation it has room for; 0 for not said (S3).
        pub places_each: u16,
        /// Days on which the host cannot receive anyone (own).
        pub blocked_dates: Set<Period>,
        /// Where the visitors go (ABACC host list).
        pub(Contact) address: String as Prose,
        /// Where they park (own).
        pub(Contact) parking: String as Prose,
        /// Which entrance they take, and whom they ask for (own).
        pub(Contact) entrance: String as Prose,
        /// What is checked at the entrance, and what they have to send before (own).
        pub(Contact) identity_check: String as Prose,
        /// Who escorts them in the building (own).
        pub(Contact) escort: String as Prose,
        /// What to do with weapons (own).
        pub(Contact) weapons: String as Prose,
        /// Whether telephones and cameras are allowed (practicaldermatology.com: ask about photos).
        pub(Contact) phones_and_cameras: String as Prose,
        /// What to wear (own).
        pub(Contact) dress: String as Prose,
        /// Its place in the list (own).
        pub rank: String as Rank,
    }
}

impl Organisation {
    /// Returns the sector: the given one, else that of what the organisation is.
    pub fn sector(&self) -> Sector {
        self.sector.unwrap_or(match self.kind {
            OrganisationKind::Police | OrganisationKind::Prosecutor | OrganisationKind::Public => {
                Sector::Public
            }
            OrganisationKind::Private => Sector::Private,
            OrganisationKind::Third => Sector::Third,
            OrganisationKind::Academic => Sector::Academic,
        })
    }
}

impl Ranked for Organisation {
    fn rank(&self) -> &str {
        &self.rank
    }
}
