//! Agreements: who agreed to which parts of the plan, and when (S0).
//!
//! Nothing of the plan is copied: whether a part changed since follows from when it was agreed and from
//! when its values were written (see `warning`).

use super::Id;
use super::choice::choices;
use super::record::record;
use crate::order::Set;

choices! {
    /// Who has to agree (S0).
    pub enum Party {
        /// The liaison.
        Liaison = "liaison",
        /// The host.
        Host = "host",
        /// Whoever leads the visiting team.
        Lead = "lead",
    }
}

choices! {
    /// A part of the plan that can be agreed to. Stored as words of a set.
    pub enum Covers {
        /// Goal, objectives and expected outcomes (S0).
        Aims = "aims",
        /// The days of the visit.
        Dates = "dates",
        /// The agenda (S0).
        Agenda = "agenda",
        /// Who comes.
        Team = "team",
    }
}

record! {
    /// One party's agreement. Its id is best the party's word, so that two copies write the same record;
    /// a later agreement of the same party replaces it.
    pub struct Agreement {
        /// Who agrees (S0).
        pub party: Party = Party::Liaison,
        /// The person who agreed for the party (own).
        pub person: Option<Id> => people,
        /// That person's name where the roster does not have them (own).
        pub(Name) name: String,
        /// When it was agreed, RFC 3339 in UTC; not yet where empty (S0).
        pub agreed_at: String as Moment,
        /// What was agreed to: words of [`Covers`] (S0).
        pub covers: Set<String> as Words(Covers),
        /// On what condition, and how it was said (own).
        pub note: String as Prose,
    }
}
