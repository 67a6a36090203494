//! Who changed what, and how copies that changed apart become one again.
//!
//! Everything here works on plain JSON documents of any kind. It knows nothing of peer exchanges,
//! of the browser, of clocks or of chance: time and identities are passed in, and the same input
//! always gives the same output.
//!
//! # The merge in ten minutes
//!
//! **A document is a set of addressed values.** `title` is a field of the document itself,
//! `sessions/s7/slot` a field of the record `s7` in the collection `sessions`,
//! `sessions/s7/objectives/o1` a member of a set. Each value is written, compared and merged by
//! itself ([`Address`]).
//!
//! **Every edit has a name of its own**, its [`Stamp`]: which copy of the app wrote it
//! ([`ReplicaId`]), and a number that this copy never uses twice. The number is at least the time
//! of day, so that a later edit usually has the larger one, but nothing rests on clocks being
//! right.
//!
//! **A copy remembers which edits it has taken in**: that is [`Seen`], "of k3f9 everything up to
//! 1764489600412". It remembers also those whose value is gone since, because a later edit replaced
//! it.
//!
//! These three make it possible to tell two cases apart that look the same in the plain text. A
//! value that is in my copy is not in yours. Either your copy *has seen* the edit, then somebody
//! replaced it knowingly, and it has to go. Or your copy *has not seen* it, then it is news for
//! you, and has to stay. That is the whole merge:
//!
//! > A value stays unless the other copy has seen its edit and no longer holds it.
//!
//! Two people who change one value without knowing of each other leave two values at one address:
//! [`Siblings`], written apart. Neither has seen the other's, so the rule keeps both. The later one
//! is shown, the other is listed as a conflict until a person settles it. Settling is an ordinary
//! edit: it replaces all siblings that its writer had.
//!
//! ```
//! use peer_exchange::history::{Address, Document, ReplicaId, Writer};
//! use serde_json::json;
//!
//! let title = Address::parse("title")?;
//! let (mut anna, mut ben) = (Document::new(), Document::new());
//! let mut anna_writes = Writer::new(ReplicaId::new("anna"));
//! let mut ben_writes = Writer::new(ReplicaId::new("ben"));
//!
//! anna.commit(vec![(title.clone(), json!("Visit"))], &mut anna_writes, 1000)?;
//! ben.merge(&anna);
//!
//! // Ben knew Anna's title and replaced it. His stands alone, whatever the clocks said.
//! ben.commit(vec![(title.clone(), json!("Visit to Riverton"))], &mut ben_writes, 10)?;
//! anna.merge(&ben);
//! assert_eq!(anna.value(&title), Some(&json!("Visit to Riverton")));
//! assert!(anna.conflicts(&title).is_empty());
//!
//! // Now both change it and neither knows. Nothing is lost: one is shown, the other is listed.
//! anna.commit(vec![(title.clone(), json!("Riverton, May"))], &mut anna_writes, 3000)?;
//! ben.commit(vec![(title.clone(), json!("Riverton, June"))], &mut ben_writes, 2000)?;
//! anna.merge(&ben);
//! assert_eq!(anna.value(&title), Some(&json!("Riverton, May")));
//! assert_eq!(anna.conflicts(&title)[0].value, json!("Riverton, June"));
//!
//! // Anna settles it, and that reaches Ben as an edit that has seen both.
//! anna.commit(vec![(title.clone(), json!("Riverton, May or June"))], &mut anna_writes, 4000)?;
//! ben.merge(&anna);
//! assert_eq!(ben, anna);
//! assert!(ben.conflicts(&title).is_empty());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! **Emptying is writing null.** The address stays with its stamp, so that the emptying can be told
//! from a value that was never there. Of siblings, a written value is always shown before an
//! emptied one.
//!
//! **Deleting** marks a record and keeps its values: the field `deleted` names the stamps they had.
//! An edit that the deleter did not know has a stamp that the mark does not name, and so brings the
//! record back (`trash.rs`).
//!
//! **A redacted copy** leaves out values and their numbers in `seen`. Its reader has never seen
//! them, so nothing the reader does can remove them (`merge.rs`).
//!
//! **Every commit is a small document of its own**, a *delta*: what was written, and as `seen` only
//! its own numbers and those it replaced. Journals, messages between tabs and undo are made of
//! deltas, and there is one merge for all.
//!
//! # Where to look
//!
//! | file | notion |
//! |---|---|
//! | `address.rs` | where a value stands |
//! | `stamp.rs` | which edit wrote it |
//! | `ranges.rs`, `seen.rs` | which edits a copy has taken in |
//! | `siblings.rs` | the values at one address |
//! | `document.rs` | the copy itself, and what can be asked of it |
//! | `writer.rs`, `commit.rs` | making an edit |
//! | `merge.rs` | merge, redaction, taking back an opened file |
//! | `trash.rs` | delete, restore, empty |
//! | `undo.rs` | undo and redo |
//! | `plain.rs`, `diff.rs` | the readable JSON document, from addresses and into addresses |
//! | `form.rs`, `form/` | the stored form: the readable document and its history beside it |
//! | `as_written.rs`, `gathered.rs` | a stored form that nobody altered, straight from its text |
//! | `outside.rs` | a file that was changed by something else than this app |
//! | `authors.rs` | the names behind the replicas |
//!
//! The definition of the merge is the executable model `tests/merge_model.py`;
//! `tests/native/history_agrees_with_model.rs` replays its random histories here, and
//! `tests/native/history_laws.rs` checks the laws that follow from the rule.

pub mod authors;
pub mod diff;

mod address;
mod as_written;
mod commit;
mod document;
mod form;
mod gathered;
mod merge;
mod outside;
mod plain;
mod ranges;
mod seen;
mod siblings;
mod stamp;
mod trash;
mod undo;
mod writer;

pub use address::{Address, AddressError, RecordAddress};
pub use as_written::{AsWritten, Piece, Strict, Text, not_as_written};
pub use authors::Authors;
pub use document::Document;
pub use form::{History, Problem, Reading};
pub use gathered::MOST_ADDRESSES;
pub use merge::take_back;
pub use outside::changed_outside;
pub use seen::Seen;
pub use siblings::{Sibling, Siblings};
pub use stamp::{HIGHEST_NUMBER, ReplicaId, Stamp};
pub use undo::{Before, Step, Steps, Undone, Way};
pub use writer::{CommitError, Writer};
