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
    /// It is JSON, but holds no recommendations.
    #[error(
        "not a file of recommendations ({reason}): compare the file with schema/recommendations-v1.json"
    )]
    NotRecommendations {
        /// The place that does not fit, and what is wrong there.
        reason: String,
    },
    /// It is JSON, but holds no collaboration principles.
    #[error("not a file of principles ({reason}): compare the file with schema/principles-v1.json")]
    NotPrinciples {
        /// The place that does not fit, and what is wrong there.
        reason: String,
    },
    /// It is JSON, but holds no stories.
    #[error("not a file of stories ({reason}): compare the file with schema/stories-v1.json")]
    NotStories {
        /// The place that does not fit, and what is wrong there.
        reason: String,
    },
    /// It is JSON, but not the index that is searched.
    #[error("not a search index ({reason}): put the one delivered with the app back")]
    NotAnIndex {
        /// The place that does not fit, and what is wrong there.
        reason: String,
    },
}
