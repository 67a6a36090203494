//! What was found wrong in a file that was opened all the same. Nothing is left out of a file without
//! a finding that says so.

/// One thing that was wrong in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What was wrong, and what was done about it.
    pub what: What,
    /// Where in the file: `documents/0/document/sessions/3`.
    pub address: String,
}

/// What was wrong, and what was done about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The file does not say its version; it is read as one of the present version.
    Version,
    /// A document of a kind that this version does not know: left out.
    UnknownKind(String),
    /// A document whose id is that of a document of another kind: left out.
    ForeignId,
    /// What should be a document is none: left out.
    NoDocument,
    /// A document without an id: it was given one.
    NoId,
    /// What should be a record is none: left out.
    NoRecord,
    /// A record without an id: it was given one.
    RecordWithoutId,
    /// A second record of one id with other values: it was given an id of its own.
    SameId,
    /// The same record a second time: left out.
    SameRecord,
    /// A record with nothing but an id: left out.
    EmptyRecord,
    /// A value that does not fit its field: kept as it is, shown as unreadable.
    Unreadable,
    /// A list where a single value belongs: left out.
    Misshapen,
    /// A text longer than 64 KiB: cut.
    TooLong,
    /// A value nested too deep to be written again everywhere: left out.
    TooDeep,
    /// Characters that steer instead of saying something: taken out.
    Control,
    /// Two names that are the same without such characters: the second is left out.
    SameName,
    /// An entry of the history that cannot be read.
    History,
    /// A second version of a value, written apart: left out with the rest of the history.
    Apart,
}

/// Why nothing of a document's history is taken. Its values are then those of an unknown writer, who
/// has seen nothing and so replaces nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Distrust {
    /// The file was changed or damaged after it was saved: its digest does not fit.
    Digest,
    /// The document had to be repaired.
    Repaired,
    /// Its history cannot be read, or does not belong to its values.
    History,
    /// Its history claims edits of this device that were never made, or edits of a far future.
    Forged,
    /// Its history gives an edit that is known here another place or another value.
    Contradicts,
}
