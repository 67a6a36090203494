//! The assessment by the requesting site (S0), against this visit's own objectives.

use super::Id;
use super::choice::choices;
use super::record::record;
use crate::order::Set;

choices! {
    /// How far an objective, or the visitors' expectations, were met.
    pub enum Met {
        /// Not met.
        Not = "not",
        /// Partly met.
        Partly = "partly",
        /// Mostly met.
        Mostly = "mostly",
        /// Fully met.
        Fully = "fully",
        /// Too early to say.
        TooEarly = "too_early",
    }
}

choices! {
    /// What can be improved at home (S0: organisational, policy, procedural; the rest is what
    /// action plans use besides).
    pub enum Improvement {
        /// How the organisation is built or staffed.
        Organisational = "organisational",
        /// Policy.
        Policy = "policy",
        /// Procedure.
        Procedural = "procedural",
        /// Training.
        Training = "training",
        /// Technology.
        Technology = "technology",
        /// Partnership.
        Partnership = "partnership",
    }
}

record! {
    /// One part of the assessment: of one objective, or of the visit as a whole.
    ///
    /// The id says which: an objective's assessment has the objective's id, that of the whole visit has
    /// [`Assessment::VISIT`]. So two tablets that assess the same thing write into the same record and
    /// their copies merge. One person's, one organisation's or the residents' own view has an id of its
    /// own, and names the objective.
    pub struct Assessment {
        /// How far the objective (or the expectations of the visit) were met (S0).
        pub(Assessment) met: Option<Met>,
        /// What shows it (S0).
        pub(Assessment) evidence: String as Prose,
        /// Whether more follow-up is needed (S0); unanswered where empty. Whole visit only.
        pub(Assessment) follow_up: Option<bool>,
        /// What follow-up, and from whom (S0). Whole visit only.
        pub(Assessment) follow_up_what: String as Prose,
        /// Which kinds of improvement can be made at home (S0). Whole visit only. Words of
        /// [`Improvement`].
        pub(Assessment) improvements: Set<String> as Words(Improvement),
        /// What could be improved at home (S0). Whole visit only.
        pub(Assessment) improve: String as Prose,
        /// What could have been addressed that was not (S0). Whole visit only.
        pub(Assessment) not_addressed: String as Prose,
        /// The objective of one person's or organisation's view; the whole visit where empty (own).
        pub(Assessment) objective: Option<Id> => objectives,
        /// The person whose view it is; that of all together where empty (own).
        pub(Assessment) person: Option<Id> => people,
        /// The visiting organisation whose view it is; that of all together where empty (S3).
        pub(Assessment) organisation: Option<Id> => organisations,
        /// Whether it is the view of residents, which is never added up with the agency's own (S4).
        pub(Assessment) residents: bool,
        /// What the person knew before, by their own rating from 1 to 5 (CDPH: pre-assessment).
        pub(Assessment) before: Option<u8>,
        /// What the person knows now, by their own rating from 1 to 5 (CDPH: post-assessment).
        pub(Assessment) after: Option<u8>,
    }
}

impl Assessment {
    /// The id of the assessment of the visit as a whole.
    pub const VISIT: &'static str = "visit";

    /// Returns the id of the visit's own assessment.
    pub fn visit_id() -> Id {
        Id::from(Self::VISIT)
    }
}
