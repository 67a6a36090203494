//! The edges to the browser, one file each. A leaf: it knows nothing of exchanges.

pub mod chance;
pub mod channel;
pub mod clipboard;
pub mod clock;
pub mod fetch;
pub mod files;
pub mod journal;
pub mod leavings;
pub mod page;
pub mod persistence;
