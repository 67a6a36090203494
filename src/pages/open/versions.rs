//! One of the versions of a value, with the words marked in which it differs.

use crate::ui::{Content, el};
use leptos::prelude::*;

use super::differing::differing;
use crate::browser::clock;
use crate::pages::format;
use crate::workspace::Version;

/// Which side a version is drawn as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// What stands here.
    Here,
    /// What came from elsewhere.
    Other,
}

/// Returns the name of who wrote a version, or a word for nobody's name.
pub fn author(version: &Version) -> String {
    named_author(&version.author)
}

/// Returns a writer's name, or a word for nobody's name.
pub fn named_author(author: &str) -> String {
    match author.trim() {
        "" => say!(open.author_unknown).to_owned(),
        author => author.to_owned(),
    }
}

/// The last moment that a date of four digits can name: the end of the year 9999. A forged file may
/// claim any later one, which no calendar could show.
const LAST_MOMENT_MS: u64 = 253_402_300_799_000;

/// The first moment that is shown: the year 2000. An edit of a file that was changed outside of the app
/// has the smallest numbers there are, and no moment.
const FIRST_MOMENT_MS: u64 = 946_684_800_000;

/// Returns who wrote a version and when, by the writer's own clock.
pub fn author_and_moment(version: &Version) -> String {
    by(&version.author, version.written_ms)
}

/// Returns who wrote something and when: the writer's name, and milliseconds since 1970 by the writer's
/// own clock.
pub fn by(author: &str, at_ms: u64) -> String {
    let when = match at_ms {
        ms if (FIRST_MOMENT_MS..=LAST_MOMENT_MS).contains(&ms) => {
            format::moment(&clock::instant(ms))
        }
        _ => String::new(),
    };
    let author = named_author(author);
    if when.is_empty() { author } else { say!(open.version_of, author = author, when = when) }
}

/// A version: whose it is, and the value.
///
/// - `side`: Which side it is drawn as.
/// - `by`: Whose it is: "Here · Sgt. Marsh, 7 Oct".
/// - `author`: The author's name, for the initials.
/// - `text`: The value in words.
/// - `other`: The value of the version that it is compared with.
/// - `children`: What can be done with it.
pub fn version_card(
    side: Side,
    by: String,
    author: String,
    text: String,
    other: String,
    children: Option<AnyView>,
) -> AnyView {
    let is_here = side == Side::Here;
    let site = if is_here { "visitor" } else { "host" };
    let [before, differs, after] = differing(&text, &other).map(str::to_owned);
    let marked = (!differs.is_empty()).then(|| el("mark").has(differs));
    el("div")
        .class(if is_here { "version version--here" } else { "version version--file" })
        .has((
            el("p").class("version__by").has((
                el("span")
                    .class("avatar")
                    .attr("data-site", site)
                    .attr("aria-hidden", "true")
                    .has(format::initials(&author)),
                by,
            )),
            el("p").class("num").has((before, marked, after)),
            children,
        ))
        .view()
}
