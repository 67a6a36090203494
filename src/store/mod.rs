//! Documents in the browser's local storage.
//!
//! | key | what stands there |
//! |---|---|
//! | `pe1/doc/<id>` | a document as one tab last knew it: a *fold* |
//! | `pe1/tail/<id>/<tab>` | what a tab wrote and may not be in the fold |
//! | `pe1/was/<id>` | the document as it was when the app was opened, if it was changed since |
//! | `pe1/quarantine/<id>/<n>` | damaged texts, never written over |
//! | `pe1/index` | what the list of exchanges needs to know of each; can be lost at any time |
//! | `pe1/stub/<id>` | what stays of an exchange that left for a file |
//! | `pe1/device`, `pe1/draft` | the settings of this device; a new exchange that is being made |
//! | `pe1/undo` | in the storage of the tab alone: the steps that can be undone |
//!
//! Every way to the storage goes through [`Kept`] for open documents and [`Documents`] for their keys.
//! [`Written`] is the form of all texts, also of the journal's lines.

pub mod keys;

mod documents;
mod index;
mod kept;
#[cfg(feature = "page")]
mod local;
mod memory;
mod room;
#[cfg(feature = "page")]
mod session;
mod storage;
mod stub;
mod text;
mod written;

pub use documents::{Documents, SetAside};
pub use index::Index;
pub use kept::{Kept, Opening, Refused};
#[cfg(feature = "page")]
pub use local::Local;
pub use memory::Memory;
pub use room::{Room, characters};
#[cfg(feature = "page")]
pub use session::Session;
pub use storage::{Storage, StorageError};
pub use stub::Stub;
pub use written::{Unreadable, Written};
