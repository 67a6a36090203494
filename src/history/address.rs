//! Where a value stands in a document.
//!
//! An address names a record, a field in it, and for a set the member:
//!
//! | | in the document itself | in a record of a collection |
//! |---|---|---|
//! | a field | `title` | `sessions/s7/slot` |
//! | a member of a set | `focus_areas/technology` | `sessions/s7/objectives/o1` |
//!
//! The shape follows from the number of parts alone. So every version of the app reads an address
//! the same way, also for collections and fields that it does not know. Within a part `~` is
//! written `~0` and `/` is written `~1`, as in a JSON Pointer (RFC 6901).

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::ops::Range;

use arcstr::{ArcStr, Substr};
use thiserror::Error;

/// The field that marks a record as deleted. Its value is the list of stamps that the record had.
const DELETED: &str = "deleted";

/// How many parts an address has: collection, record, field and member.
const MOST_PARTS: usize = 4;

/// Where one value stands: `title`, `focus_areas/technology`, `sessions/s7/slot` or
/// `sessions/s7/objectives/o1`.
///
/// Ordered by its text. All addresses of one record are neighbours in that order. Those of a record
/// that was read from a file share their text, which is kept as long as one of them is.
///
/// ```
/// use peer_exchange::history::{Address, RecordAddress};
///
/// let session = RecordAddress::new("sessions", "s7");
/// assert_eq!(session.field("slot").to_string(), "sessions/s7/slot");
/// assert_eq!(session.member("objectives", "a/b").to_string(), "sessions/s7/objectives/a~1b");
///
/// let address = Address::parse("sessions/s7/objectives/a~1b")?;
/// assert_eq!(address.record(), session);
/// assert_eq!(address.field(), "objectives");
/// assert_eq!(address.set_member().as_deref(), Some("a/b"));
/// # Ok::<(), peer_exchange::history::AddressError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(Substr);

/// The record that a value belongs to: the document itself, or one record of a collection such as
/// `sessions/s7`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordAddress(Substr);

/// Text that is no address.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum AddressError {
    /// The text has more or fewer parts than an address of this kind can have.
    #[error("{0:?} has a wrong number of parts: write a slash inside a part as ~1")]
    Parts(String),
    /// A `~` is followed by something else than `0` or `1`.
    #[error("{0:?} has a stray ~: write it as ~0")]
    Escape(String),
}

impl Address {
    /// Reads an address from its text.
    pub fn parse(text: &str) -> Result<Self, AddressError> {
        check(text)?;
        Ok(Self(text.into()))
    }

    /// The address that stands at a place in the text of many.
    pub(super) fn shared(text: &ArcStr, place: Range<u32>) -> Self {
        Self(text.substr(place.start as usize..place.end as usize))
    }

    /// The record that the value belongs to.
    pub fn record(&self) -> RecordAddress {
        RecordAddress(self.record_text().into())
    }

    /// The name of the field: `slot` in `sessions/s7/slot`.
    pub fn field(&self) -> Cow<'_, str> {
        unescape(self.parts().1)
    }

    /// The member, if this is an address in a set: `o1` in `sessions/s7/objectives/o1`.
    pub fn set_member(&self) -> Option<Cow<'_, str>> {
        self.parts().2.map(unescape)
    }

    /// Whether this is the delete mark of a record or of the whole document.
    pub fn is_deleted_mark(&self) -> bool {
        self.0.ends_with(DELETED) && {
            let (_, field, member) = self.parts();
            field == DELETED && member.is_none()
        }
    }

    /// The address as text, as it stands in files.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text of the record's address, empty for the document itself.
    pub(super) fn record_text(&self) -> &str {
        self.parts().0
    }

    /// Whether the value belongs to the record whose address has this text.
    pub(super) fn is_in(&self, record: &str) -> bool {
        match self.0.strip_prefix(record) {
            _ if record.is_empty() => self.is_in_root(),
            rest => rest.is_some_and(|rest| rest.starts_with('/')),
        }
    }

    /// Whether the value belongs to the document itself and to no record of a collection.
    pub(super) fn is_in_root(&self) -> bool {
        self.record_text().is_empty()
    }

    /// Record, field and member, as they are written. The record is empty for the document itself.
    pub(super) fn parts(&self) -> (&str, &str, Option<&str>) {
        let text = &*self.0;
        let (mut slashes, mut count) = ([0; MOST_PARTS - 1], 0);
        for (at, byte) in text.bytes().enumerate() {
            if byte == b'/' && count < slashes.len() {
                slashes[count] = at;
                count += 1;
            }
        }
        match slashes[..count] {
            [] => ("", text, None),
            [a] => ("", &text[..a], Some(&text[a + 1..])),
            [_, b] => (&text[..b], &text[b + 1..], None),
            [_, b, c, ..] => (&text[..b], &text[b + 1..c], Some(&text[c + 1..])),
        }
    }

    /// The same for someone who goes through addresses in order and knows the record of the one before,
    /// which is mostly this one's too and is then returned.
    pub(super) fn parts_after<'a>(
        &'a self,
        record: &'a str,
    ) -> (&'a str, &'a str, Option<&'a str>) {
        let is_same = !record.is_empty() && self.is_in(record);
        let Some(rest) = is_same.then(|| &self.0[record.len() + 1..]) else { return self.parts() };
        match rest.bytes().position(|byte| byte == b'/') {
            None => (record, rest, None),
            Some(slash) => (record, &rest[..slash], Some(&rest[slash + 1..])),
        }
    }

    /// The first part and the rest, both as they are written: history is nested by the first part.
    pub(super) fn first_and_rest(&self) -> (&str, Option<&str>) {
        match self.0.split_once('/') {
            Some((first, rest)) => (first, Some(rest)),
            None => (&self.0, None),
        }
    }
}

impl RecordAddress {
    /// The record `id` of a collection.
    pub fn new(collection: &str, id: &str) -> Self {
        Self(format!("{}/{}", escape(collection), escape(id)).into())
    }

    /// The record whose address a text begins with.
    pub(super) fn shared(text: &ArcStr, length: usize) -> Self {
        Self(text.substr(..length))
    }

    /// The document itself.
    pub fn root() -> Self {
        Self("".into())
    }

    /// Reads the address of a record from its text: `sessions/s7`, or nothing for the document
    /// itself.
    pub fn parse(text: &str) -> Result<Self, AddressError> {
        check_escapes(text)?;
        if text.is_empty() || text.matches('/').count() == 1 {
            Ok(Self(text.into()))
        } else {
            Err(AddressError::Parts(text.to_owned()))
        }
    }

    /// Whether this is the document itself.
    pub fn is_root(&self) -> bool {
        self.0.is_empty()
    }

    /// The name of the collection; none for the document itself.
    pub fn collection(&self) -> Option<Cow<'_, str>> {
        self.0.split_once('/').map(|(collection, _)| unescape(collection))
    }

    /// The record's id; none for the document itself.
    pub fn id(&self) -> Option<Cow<'_, str>> {
        self.0.split_once('/').map(|(_, id)| unescape(id))
    }

    /// The address of one of the record's fields.
    pub fn field(&self, field: &str) -> Address {
        joined(&[&self.prefix(), &escape(field)])
    }

    /// The address of one member of one of the record's sets.
    pub fn member(&self, set: &str, member: &str) -> Address {
        joined(&[&self.prefix(), &escape(set), "/", &escape(member)])
    }

    /// The address of the record's delete mark.
    pub fn deleted(&self) -> Address {
        self.field(DELETED)
    }

    /// The address as text, as it stands in files. Empty for the document itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What the text of every address in this record begins with. For the document itself that is
    /// nothing, so that it also covers the records of its collections.
    pub(super) fn prefix(&self) -> String {
        if self.is_root() { String::new() } else { [&self.0, "/"].concat() }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for RecordAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Lets a set of records be searched by text.
impl Borrow<str> for RecordAddress {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// Lets a map of addresses be searched by text, for all that begins with a record's address.
impl Borrow<str> for Address {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// The address of these pieces, as they are written.
pub(super) fn joined(pieces: &[&str]) -> Address {
    joined_in(&mut String::new(), pieces)
}

/// The same for someone who makes many: they are put together in one place.
pub(super) fn joined_in(place: &mut String, pieces: &[&str]) -> Address {
    place.clear();
    place.extend(pieces.iter().copied());
    Address(place.as_str().into())
}

/// One part as it is written in an address.
pub(super) fn escape(part: &str) -> Cow<'_, str> {
    if part.bytes().any(|byte| matches!(byte, b'~' | b'/')) {
        Cow::Owned(part.replace('~', "~0").replace('/', "~1"))
    } else {
        Cow::Borrowed(part)
    }
}

/// One part as it is meant.
pub(super) fn unescape(part: &str) -> Cow<'_, str> {
    if part.contains('~') {
        Cow::Owned(part.replace("~1", "/").replace("~0", "~"))
    } else {
        Cow::Borrowed(part)
    }
}

/// Whether a text is an address.
pub(super) fn check(text: &str) -> Result<(), AddressError> {
    check_escapes(text)?;
    match text.bytes().filter(|byte| *byte == b'/').count() {
        0..MOST_PARTS => Ok(()),
        _ => Err(AddressError::Parts(text.to_owned())),
    }
}

fn check_escapes(text: &str) -> Result<(), AddressError> {
    let well_escaped = |after: &str| after.starts_with(['0', '1']);
    let has_any = text.bytes().any(|byte| byte == b'~');
    if !has_any || text.split('~').skip(1).all(well_escaped) {
        Ok(())
    } else {
        Err(AddressError::Escape(text.to_owned()))
    }
}
