//! The library: topics from which an exchange is started (S0), recommendations (S2), collaboration
//! principles (S4) and stories of sites (S0, S1), and one search over all of it.
//!
//! A topic is a file of data beside the page, `library/topics/<id>.json`, so an agency that hosts
//! the page adds topics without a compiler: write the file against `schema/topic-v1.json`, add its
//! card to `library/topics.json`, done. What the agency says to everybody who uses its page stands in
//! `agency.json` ([`Agency`]). This layer reads and checks those files and searches them; it fetches
//! nothing, stores nothing and knows nothing of screens.

mod agency;
mod catalogue;
mod check;
mod draft;
mod error;
mod flaw;
mod principles;
mod read;
mod recommendations;
mod search;
mod source;
mod stories;
mod topic;

#[cfg(test)]
mod tests;

pub use agency::{Agency, AgencyError};
pub use catalogue::{Catalogue, TopicCard};
pub use error::LibraryError;
pub use flaw::Flaw;
pub use principles::{Pairing, Principle, Principles};
pub use recommendations::{Recommendation, Recommendations};
pub use search::{Hit, Place, Search, SearchEntry, SearchIndex, SearchKind};
pub use source::Source;
pub use stories::{Stories, Story};
pub use topic::{
    Audience, Topic, TopicObjective, TopicOutcome, TopicQuestion, TopicResource, TopicSession,
    TopicSource, TopicTask, Wording,
};
