//! One record as a row and in a panel: whatever its kind, from how its fields are declared.
//!
//! A page says which fields stand where, and what is special.

pub mod assign;
pub mod facts;
pub mod fields;
pub mod list;
pub mod panel;

pub use assign::Assign;
pub use fields::FieldInput;
pub use list::{Lead, RecordList, RecordRow};
pub use panel::{Opened, RecordPanel, beside};
