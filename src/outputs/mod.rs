//! Words for others to read: mails and file names. Stands on the model alone; every text that a
//! person reads is passed in, and so are dates.

pub mod file_name;
pub mod mail;
