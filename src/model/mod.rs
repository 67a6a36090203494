//! What a peer exchange is: plain data and its rules.
//!
//! No Leptos, no browser, no clock and no chance: everything here can be tested natively. The words
//! are those of the field (see "The words" in the README). A record knows nothing of how it is
//! stored or merged; it only has to read and write its plain JSON form ([`record`]).

mod about;
mod action;
pub mod agenda;
mod agreement;
pub mod allowance;
mod assessment;
mod call;
mod check_in;
mod choice;
mod civil;
mod day_entry;
mod debrief;
mod exchange;
pub mod field;
pub mod findings;
mod host_candidate;
mod id;
mod learning_point;
mod note;
mod objective;
mod organisation;
mod outcome;
mod person;
pub mod phase;
mod places;
mod prompt;
mod question;
pub mod rank;
pub mod record;
mod redaction;
mod report;
mod resource;
mod session;
mod summary;
mod table;
mod task;
pub mod thread;
pub mod visit;
pub mod warning;

pub use about::{About, FocusArea, Format, FoundIn};
pub use action::{Action, ActionStatus, Adopted};
pub use agreement::{Agreement, Covers, Party};
pub use assessment::{Assessment, Improvement, Met};
pub use call::Call;
pub use check_in::{CheckIn, CheckPoint, Help, Progress};
pub use civil::{Dates, Period, TimeOfDay, read_date, read_moment, working_days_after};
pub use day_entry::{DayEntry, Happened};
pub use debrief::Debrief;
pub use exchange::{Exchange, Unreadable};
pub use host_candidate::{Answer, HostCandidate};
pub use id::Id;
pub use learning_point::{HowKnown, LearningPoint, WouldWork};
pub use note::{Note, NoteKind};
pub use objective::Objective;
pub use organisation::{Organisation, OrganisationKind, Part, Sector};
pub use outcome::{Outcome, OutcomeKind, ShowsIn};
pub use person::{Attends, Audience, Discipline, Person, Role, Travel};
pub use phase::Phase;
pub use prompt::Prompt;
pub use question::Question;
pub use record::Record;
pub use redaction::Class;
pub use report::{Report, ReportKind};
pub use resource::Resource;
pub use session::{Session, SessionKind, Slot};
pub use summary::{BeadLine, LooseEnds, Summary};
pub use table::{Rows, Table};
pub use task::{Side, Task};
pub use warning::Warning;
