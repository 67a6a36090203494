//! People: the roster of an exchange. Work contact details only.

use super::Id;
use super::choice::choices;
use super::rank::Ranked;
use super::record::record;
use super::{Organisation, OrganisationKind, Part};

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

record! {
    /// A person on the roster.
    pub struct Person {
        /// Name, with rank if used: "Sgt. A. Marsh".
        pub name: String,
        /// Position: "Training coordinator".
        pub position: String,
        /// The organisation the person comes from.
        pub organisation: Option<Id>,
        /// What the person does in the exchange.
        pub role: Role = Role::Visitor,
        /// The discipline the person brings.
        pub discipline: Discipline = Discipline::Police,
        /// Can drive change on return (S0).
        pub drives_change: bool,
        /// Work telephone or mail.
        pub contact: String,
        /// Place in the list.
        pub rank: String,
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
