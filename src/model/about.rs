//! What an exchange says of itself, outside its collections.

use chrono::NaiveDate;

use super::choice::choices;
use super::record::record;
use super::{Dates, Id, Period};
use crate::order::Set;

choices! {
    /// The form of the visit.
    pub enum Format {
        /// In person.
        InPerson = "in_person",
        /// By video.
        Virtual = "virtual",
        /// Some in the room, some by video.
        Hybrid = "hybrid",
        /// One person works beside a colleague for some days.
        JobShadow = "job_shadow",
    }
}

choices! {
    /// The eight core focus areas (S1).
    pub enum FocusArea {
        /// Criminal justice collaboration.
        CriminalJusticeCollaboration = "criminal-justice-collaboration",
        /// Community engagement.
        CommunityEngagement = "community-engagement",
        /// Gun violence.
        GunViolence = "gun-violence",
        /// Crime analysis.
        CrimeAnalysis = "crime-analysis",
        /// Constitutional policing.
        ConstitutionalPolicing = "constitutional-policing",
        /// Federal partnerships.
        FederalPartnerships = "federal-partnerships",
        /// Investigations.
        Investigations = "investigations",
        /// Technology.
        Technology = "technology",
    }
}

choices! {
    /// Where the need of the exchange was found.
    pub enum FoundIn {
        /// A strategic or other assessment (S1).
        Assessment = "assessment",
        /// Crime or performance data.
        Data = "data",
        /// Complaints, or what residents said.
        Complaint = "complaint",
        /// A law, a court, a policy to be met.
        Law = "law",
        /// Something else.
        Other = "other",
    }
}

record! {
    /// The exchange's own fields, outside its collections.
    pub struct About {
        /// What the exchange is called (own).
        pub title: String,
        /// The goal in one or two sentences (S0).
        pub goal: String as Prose,
        /// The problem that started it, in two sentences (FHWA application; own).
        pub need: String [once] as Prose,
        /// Where the problem was found (BJA record: evidence-based or emerging need).
        pub need_found_in: Option<FoundIn> [once],
        /// What shows the need: the report, the figures, the article of the law (own).
        pub need_evidence: String [once] as Prose,
        /// The strategic issue of national interest that the visit is about (S3).
        pub strategic_issue: String as Prose,
        /// How the results will be used and evaluated (FHWA application).
        pub use_of_results: String [once] as Prose,
        /// Why this host: size, practice, recognised by whom (S0).
        pub why_host: String [once] as Prose,
        /// The focus areas it belongs to: words of [`FocusArea`] (S1).
        pub focus_areas: Set<String> as Words(FocusArea),
        /// The form of the visit (S0, S1).
        pub format: Format = Format::InPerson,
        /// The days of the visit, once known (S0: one or two days).
        pub dates: Option<Dates> [once],
        /// The days that were proposed, until some are chosen (HHS scheduler: two or three options).
        pub date_options: Set<Period> [once],
        /// Those of the proposed days that the host keeps free (HHS scheduler).
        pub held_dates: Set<Period> [once],
        /// The time zone of the agenda: an IANA name such as `America/Chicago` (own).
        pub time_zone: String [once] as Word,
        /// Whether the liaison comes along; open where empty (S0: on-site participation).
        pub liaison_on_site: Option<bool> [once],
        /// Why the liaison comes along or does not (S0).
        pub liaison_why: String [once] as Prose,
        /// Expert hours that the exchange is to take, of the site's allowance (S1).
        pub expert_hours_planned: u16 [once],
        /// Expert hours that it took so far (S1).
        pub expert_hours_used: u16 [once],
        /// Who supports the visitors in the six weeks after the visit (S3).
        pub supporter: Option<Id> => people,
        /// The id of the library topic it was made from (own).
        pub topic: String as Word,
        /// Where the topic's content comes from, in one line (own).
        pub source: String,
        /// Free text such as FOUO, printed on everything (own).
        pub marking: String [once],
        /// The wording of what is made for others: `en` or `en-GB`; the device's where empty (own).
        pub wording: String as Word,
        /// The day after which the agency need not keep the exchange (own: records law).
        pub keep_until: Option<NaiveDate> [once],
        /// When it was made, RFC 3339 in UTC (own).
        pub created_at: String [once] as Moment,
        /// When it was closed, RFC 3339 in UTC; open where empty (own).
        pub finished_at: String [once] as Moment,
    }
}
