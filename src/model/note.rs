//! Notes taken during the visit.

use super::Id;
use super::choice::choices;
use super::record::record;

choices! {
    /// What a note is about, if its author has said so; a note is plain until then.
    pub enum NoteKind {
        /// A promising practice.
        Practice = "practice",
        /// A lesson.
        Lesson = "lesson",
        /// A challenge.
        Challenge = "challenge",
        /// An idea for the visitors' own agency.
        Idea = "idea",
        /// Somebody's words.
        Quote = "quote",
        /// Whom to turn to.
        Contact = "contact",
        /// To be followed up.
        FollowUp = "follow_up",
    }
}

record! {
    /// One note. It exists from its first character.
    pub struct Note {
        /// The note itself (S0).
        pub(Private) text: String as Prose,
        /// What it is about (S3).
        pub(Private) kind: Option<NoteKind>,
        /// The session in which it was taken (own).
        pub(Private) session: Option<Id> => sessions,
        /// The question it answers, if any: an answer is a note on a question
        /// (S3).
        pub(Private) question: Option<Id> => questions,
        /// The roster person who wrote it (own).
        pub(Private) author: Option<Id> => people,
        /// The author's name where the roster does not have them (own).
        pub(AuthorName) author_name: String,
        /// When it was begun, RFC 3339 in UTC (own).
        pub(Private) written_at: String as Moment,
        /// Whether those whose words these are may be quoted (CDC package: consent).
        pub(Private) may_quote: bool,
        /// Whether they may be named (CDC package: consent).
        pub(Private) may_name: bool,
        /// Left out of redacted copies. Hides a note here; it does not exempt it from records law
        /// (own).
        pub(Private) private: bool,
    }
}
