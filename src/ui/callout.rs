//! A callout: a sentence that stands out, with an icon and perhaps what mends it.

use super::{Content, El, el, icon};

/// A callout. What is added to it stands behind its sentence, best a button.
///
/// - `tone`: `info`, `ok`, `warn` or `danger`.
/// - `sign`: The icon before the sentence.
/// - `sentence`: What it says.
pub fn callout(tone: &'static str, sign: icondata::Icon, sentence: impl Content) -> El {
    el("div").class("callout").attr("data-state", tone).has((icon(sign), el("p").has(sentence)))
}
