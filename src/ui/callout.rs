//! A callout: a sentence that stands out, with an icon and perhaps what mends it.

use super::{Content, El, el, icon};

/// A callout. What is added to it stands behind its sentence, best a button.
///
/// - `tone`: `info`, `ok`, `warn` or `danger`.
/// - `sign`: The icon before the sentence.
/// - `sentence`: What it says.
pub fn callout(tone: &'static str, sign: icondata::Icon, sentence: impl Content) -> El {
    of_class("callout", tone, sign, sentence)
}

/// A callout in which the buttons stand below the sentence: for more than one of them.
///
/// - `tone`, `sign`, `sentence`: As for [`callout`].
pub fn stacked_callout(tone: &'static str, sign: icondata::Icon, sentence: impl Content) -> El {
    of_class("callout callout--stack", tone, sign, sentence)
}

fn of_class(
    class: &'static str,
    tone: &'static str,
    sign: icondata::Icon,
    sentence: impl Content,
) -> El {
    el("div").class(class).attr("data-state", tone).has((icon(sign), el("p").has(sentence)))
}
