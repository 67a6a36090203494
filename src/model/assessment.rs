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
    /// their copies merge.
    pub struct Assessment {
        /// How far the objective (or the expectations of the visit) were met.
        pub met: Option<Met>,
        /// What shows it.
        pub evidence: String,
        /// Whether more follow-up is needed (S0); unanswered where empty. Whole visit only.
        pub follow_up: Option<bool>,
        /// What follow-up, and from whom. Whole visit only.
        pub follow_up_what: String,
        /// Which kinds of improvement can be made at home. Whole visit only. Words of [`Improvement`].
        pub improvements: Set<String>,
        /// What could be improved at home (S0). Whole visit only.
        pub improve: String,
        /// What could have been addressed that was not (S0). Whole visit only.
        pub not_addressed: String,
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
