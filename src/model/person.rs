//! People: the roster of an exchange. Work contact details only.

use super::Id;
use super::choice::choices;
use super::rank::Ranked;
use super::record::record;
use super::{Organisation, OrganisationKind, Part};
use crate::order::Set;

choices! {
    /// What a person does in the exchange.
    pub enum Role {
        /// Travels, asks and takes notes.
        Visitor = "visitor",
        /// Leads the visiting team.
        Lead = "lead",
        /// Receives the visitors and arranges rooms and presenters.
        Host = "host",
        /// Presents or is interviewed at the host's.
        Presenter = "presenter",
        /// Advises and helps both sides (S0: Strategic Site Liaison).
        Liaison = "liaison",
    }
}

impl Role {
    /// Returns whether this role travels to the host to learn.
    pub fn visits(self) -> bool {
        matches!(self, Self::Visitor | Self::Lead)
    }
}

choices! {
    /// The discipline a person brings. Exchanges are not limited to police (S0).
    pub enum Discipline {
        /// Sworn or civilian police.
        Police = "police",
        /// Prosecutor.
        Prosecutor = "prosecutor",
        /// Crime or intelligence analyst.
        Analyst = "analyst",
        /// Victim advocate.
        Advocate = "advocate",
        /// Academic or researcher.
        Academic = "academic",
        /// Health or social care.
        Health = "health",
        /// Technology.
        Technology = "technology",
        /// Charity or community group.
        Community = "community",
        /// Resident.
        Resident = "resident",
        /// Another one.
        Other = "other",
    }
}

choices! {
    /// Communities of practice that a person may want to hear of (S1). Stored as words of a set, so
    /// that a newer one does not hide the others.
    pub enum Audience {
        /// Technologists.
        Technologists = "technologists",
        /// Crime analysts.
        CrimeAnalysts = "crime-analysts",
        /// Prosecutors.
        Prosecutors = "prosecutors",
        /// Public information officers.
        PublicInformationOfficers = "public-information-officers",
    }
}

choices! {
    /// How a person takes part.
    pub enum Attends {
        /// Comes to the host.
        InPerson = "in_person",
        /// By video.
        Virtual = "virtual",
    }
}

choices! {
    /// How far a journey has come: what counts as a person-trip, and as which (S1).
    pub enum Travel {
        /// Meant to take place.
        Planned = "planned",
        /// Paid for.
        Booked = "booked",
        /// Made.
        Travelled = "travelled",
    }
}

record! {
    /// A person on the roster.
    pub struct Person {
        /// Name, with rank if used: "Sgt. A. Marsh" (S0).
        pub(Name) name: String,
        /// Position: "Training coordinator" (S0).
        pub position: String,
        /// The organisation the person comes from (S3).
        pub organisation: Option<Id> => organisations,
        /// What the person does in the exchange (S0).
        pub role: Role = Role::Visitor,
        /// The discipline the person brings (S0: not limited to police).
        pub discipline: Discipline = Discipline::Police,
        /// The communities of practice the person belongs to: words of [`Audience`] (S1).
        pub audiences: Set<String> as Words(Audience),
        /// Can drive change on return (S0).
        pub drives_change: bool,
        /// Has taken part in an exchange before (FHWA guide).
        pub experienced: bool,
        /// May be named in reports and notes (own).
        pub may_be_named: bool,
        /// How the person takes part (S1: virtual exchanges too).
        pub attends: Attends = Attends::InPerson,
        /// How far the journey has come; means nothing for those who do not travel (S1).
        pub travel: Travel = Travel::Planned,
        /// Work telephone or mail (S0).
        pub(Contact) contact: String,
        /// Whom to call after hours (ABACC host list).
        pub(Contact) after_hours: String,
        /// When and how the person arrives and leaves (ABACC host list).
        pub(Contact) arrival: String as Prose,
        /// Where the person stays (ABACC host list).
        pub(Contact) lodging: String as Prose,
        /// What is booked, and by whom (ABACC host list).
        pub(Contact) journey: String as Prose,
        /// What has to be approved at home, and whether it is (own).
        pub(Contact) approvals: String as Prose,
        /// What the person needs to get in and about (own).
        pub(Contact) access: String as Prose,
        /// What the person does not eat (own).
        pub(Contact) diet: String as Prose,
        /// Place in the list (own).
        pub rank: String as Rank,
    }
}

impl Person {
    /// Returns a person who joins an organisation, with the role and the discipline that are the
    /// most likely there; both can be changed.
    pub fn joining(id: Id, organisation: &Organisation) -> Self {
        let role = match organisation.part {
            Part::Visiting => Role::Visitor,
            Part::Host => Role::Presenter,
            Part::Support => Role::Liaison,
        };
        let discipline = match organisation.kind {
            OrganisationKind::Police => Discipline::Police,
            OrganisationKind::Prosecutor => Discipline::Prosecutor,
            OrganisationKind::Public => Discipline::Other,
            OrganisationKind::Private => Discipline::Technology,
            OrganisationKind::Third => Discipline::Community,
            OrganisationKind::Academic => Discipline::Academic,
        };
        Self { organisation: Some(id), role, discipline, ..Self::default() }
    }
}

impl Ranked for Person {
    fn rank(&self) -> &str {
        &self.rank
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_joins_a_visiting_prosecutor_is_a_visitor_and_a_prosecutor() {
        let organisation =
            Organisation { kind: OrganisationKind::Prosecutor, ..Organisation::default() };
        let person = Person::joining(Id::from("p"), &organisation);
        assert!(person.role.visits());
        assert_eq!(person.discipline, Discipline::Prosecutor);
        assert_eq!(person.organisation, Some(Id::from("p")));
    }

    #[test]
    fn whoever_joins_the_host_does_not_count_as_a_visitor() {
        let host = Organisation { part: Part::Host, ..Organisation::default() };
        assert!(!Person::joining(Id::from("h"), &host).role.visits());
    }
}
