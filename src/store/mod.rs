//! Documents in the browser's local storage.
//!
//! One key a document ([`keys`]), read and written as a whole. What cannot be read is never written
//! over: it stays where it is and is offered as text. [`Edits`] are what a line of the journal says.

pub mod keys;

mod ascii;
mod documents;
mod journal;
mod local;
mod memory;
mod storage;

pub use documents::{Documents, Unreadable};
pub use journal::Edits;
pub use local::Local;
pub use memory::Memory;
pub use storage::{Storage, StorageError};
