//! Why a file of the library could not be read.

/// Why a file of the library could not be read: which file it should have been, what does not fit,
/// and what to compare it with.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LibraryError {
    /// The text is not JSON at all, such as a server's "not found" page or a file cut short.
    #[error("not JSON ({reason}): put the original file back, or check its address")]
    NotJson {
        /// The reader's words, with line and column.
        reason: String,
    },
    /// It is JSON, but not a topic.
    #[error("not a topic ({reason}): compare the file with schema/topic-v1.json")]
    NotATopic {
        /// The place that does not fit, and what is wrong there.
        reason: String,
    },
    /// It is JSON, but not a catalogue of topics.
    #[error("not a catalogue ({reason}): compare the file with the one delivered with the app")]
    NotACatalogue {
        /// The place that does not fit, and what is wrong there.
        reason: String,
    },
}
