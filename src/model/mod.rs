//! What a peer exchange is: plain data and its rules.
//!
//! No Leptos, no browser, no clock and no chance: everything here can be tested natively. The words
//! are those of the field (see "The words" in the README). A record knows nothing of how it is
//! stored or merged; it only has to read and write its plain JSON form ([`record`]).

pub mod agenda;
mod assessment;
mod choice;
mod civil;
mod exchange;
pub mod field;
pub mod findings;
mod id;
mod note;
mod objective;
mod organisation;
mod outcome;
mod person;
pub mod phase;
mod question;
pub mod rank;
pub mod record;
mod resource;
mod session;
mod summary;
mod table;
pub mod thread;
pub mod visit;
pub mod warning;

pub use assessment::{Assessment, Improvement, Met};
pub use civil::{Dates, TimeOfDay, read_date};
pub use exchange::{About, Exchange, FocusArea, Format, Unreadable};
pub use id::Id;
pub use note::{Note, NoteKind};
pub use objective::Objective;
pub use organisation::{Organisation, OrganisationKind, Part};
pub use outcome::{Outcome, ShowsIn};
pub use person::{Discipline, Person, Role};
pub use phase::Phase;
pub use question::Question;
pub use record::Record;
pub use resource::Resource;
pub use session::{Session, SessionKind, Slot};
pub use summary::{BeadLine, Summary};
pub use table::Table;
pub use warning::Warning;
