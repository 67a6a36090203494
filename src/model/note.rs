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
        /// The note itself.
        pub text: String,
        /// What it is about.
        pub kind: Option<NoteKind>,
        /// The session in which it was taken.
        pub session: Option<Id>,
        /// The question it answers, if any: an answer is a note on a question.
        pub question: Option<Id>,
        /// The roster person who wrote it.
        pub author: Option<Id>,
        /// The author's name where the roster does not have them.
        pub author_name: String,
        /// When it was begun, RFC 3339 in UTC.
        pub written_at: String,
        /// Left out of redacted copies. Hides a note here; it does not exempt it from records law.
        pub private: bool,
    }
}
