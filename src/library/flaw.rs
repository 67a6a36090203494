//! What is wrong with a file of the library that could be read: told as data, so a page can show the
//! rest.

use crate::model::Question;
use crate::order::Set;

/// One fault of a file of the library, with the address of the value it is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum Flaw {
    /// An id that is not made of lower-case words joined by hyphens.
    #[error("`{address}`: `{id}` is not an id: use lower-case letters, digits and hyphens")]
    BadId {
        /// The list, or `id` for the file itself.
        address: String,
        /// The id as written.
        id: String,
    },
    /// Two entries of one list with the same id.
    #[error("`{list}` has `{id}` twice: give one of them another id")]
    DuplicateId {
        /// The list.
        list: String,
        /// The id.
        id: String,
    },
    /// A reference to something that is not there.
    #[error("`{address}` names `{id}`, which does not exist: mend the name or add the entry")]
    DanglingReference {
        /// The value that holds the reference.
        address: String,
        /// The id that was not found.
        id: String,
    },
    /// A session without length.
    #[error("`sessions/{session}/minutes` is 0: give it a length")]
    NoLength {
        /// The session.
        session: String,
    },
    /// A session that ends on the next day.
    #[error("`sessions/{session}` runs past midnight: make it shorter or begin earlier")]
    RunsPastMidnight {
        /// The session.
        session: String,
    },
    /// A session on a day that the visit does not have.
    #[error("`sessions/{session}/day` is {day}, but the visit has {days}: change one of them")]
    DayOutside {
        /// The session.
        session: String,
        /// Its day.
        day: u8,
        /// Length of the visit in days.
        days: u8,
    },
    /// A day of the visit with no session.
    #[error("day {day} has no session: add one or lower `days`")]
    EmptyDay {
        /// The day, 1 for the first.
        day: u8,
    },
    /// Two sessions at the same time.
    #[error("`sessions/{first}` and `sessions/{second}` overlap on day {day}: move one of them")]
    Overlap {
        /// The day.
        day: u8,
        /// The one that begins first.
        first: String,
        /// The other.
        second: String,
    },
    /// An objective that no session serves.
    #[error("no session serves `objectives/{objective}`: name it in a session")]
    ObjectiveWithoutSession {
        /// The objective.
        objective: String,
    },
    /// An objective that no question is about.
    #[error("no question is about `objectives/{objective}`: name it in a question")]
    ObjectiveWithoutQuestion {
        /// The objective.
        objective: String,
    },
    /// An outcome that no objective leads to.
    #[error("`outcomes/{outcome}` names no objective: name the one that leads to it")]
    OutcomeWithoutObjective {
        /// The outcome.
        outcome: String,
    },
    /// More headline questions than a visit has.
    #[error("{count} headline questions: keep {most} at most", most = Question::MOST_HEADLINES)]
    TooManyHeadlines {
        /// How many there are.
        count: usize,
    },
    /// A version of a recommendation that is itself said to be a version of another, or of itself.
    #[error(
        "`recommendations/{recommendation}/version_of` names `{first}`, which is a version of \
         another itself: name the first of them"
    )]
    VersionOfAVersion {
        /// The recommendation.
        recommendation: String,
        /// The one that it names.
        first: String,
    },
    /// A text that ends in mid-sentence and does not say so.
    #[error("`recommendations/{recommendation}/text` ends in mid-sentence: set `is_cut_off`")]
    CutOffUnsaid {
        /// The recommendation.
        recommendation: String,
    },
    /// A text that is said to end in mid-sentence and does not.
    #[error("`recommendations/{recommendation}/text` is whole: leave out `is_cut_off`")]
    NotCutOff {
        /// The recommendation.
        recommendation: String,
    },
    /// A link that is not to a web page.
    #[error("`{place}` links to `{address}`: only http and https addresses are shown as links")]
    NotAWebAddress {
        /// Where the link stands.
        place: String,
        /// The address as written.
        address: String,
    },
}

/// Adds the flaws of a list of ids: malformed, or there twice.
pub(super) fn look_at_ids<'a>(
    flaws: &mut Vec<Flaw>,
    list: &str,
    ids: impl Iterator<Item = &'a String>,
) {
    let mut known = Set::new();
    for id in ids {
        if !is_id(id) {
            flaws.push(Flaw::BadId { address: list.into(), id: id.clone() });
        }
        if !known.insert(id) {
            flaws.push(Flaw::DuplicateId { list: list.into(), id: id.clone() });
        }
    }
}

/// Adds a flaw for every reference to something that is not known.
pub(super) fn look_at_references(
    flaws: &mut Vec<Flaw>,
    known: &Set<&str>,
    address: &str,
    ids: &[String],
) {
    flaws.extend(
        ids.iter()
            .filter(|id| !known.contains(id.as_str()))
            .map(|id| Flaw::DanglingReference { address: address.into(), id: id.clone() }),
    );
}

/// Adds a flaw if an address may not become a link.
pub(super) fn look_at_address(flaws: &mut Vec<Flaw>, place: &str, address: &str) {
    if !is_web_address(address) {
        flaws.push(Flaw::NotAWebAddress { place: place.into(), address: address.into() });
    }
}

/// True for lower-case words joined by single hyphens, as the schema asks.
fn is_id(text: &str) -> bool {
    text.split('-').all(|word| {
        !word.is_empty()
            && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    })
}

/// True for an address that may become a link: never `javascript:` and the like.
fn is_web_address(address: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| {
        address.strip_prefix(scheme).is_some_and(|rest| {
            !rest.is_empty() && !rest.contains(|letter: char| letter.is_whitespace())
        })
    })
}
