//! Who sent a file, when, and what they say.

use crate::ui::{Content, el, icon};
use leptos::prelude::*;

use super::OpenedFile;
use crate::pages::{bundle_errors, format};

/// The sender, the file and the message.
///
/// - `file`: The file.
pub fn letter(file: OpenedFile) -> AnyView {
    let OpenedFile { name, text, incoming } = file;
    let sender = match incoming.sender.label() {
        label if label.is_empty() => say!(open.sender_unknown).to_owned(),
        label => label,
    };
    let saved = match format::moment(&incoming.created) {
        when if when.is_empty() => None,
        when => Some(say!(open.saved_when, when = when)),
    };
    let facts: Vec<String> = saved
        .into_iter()
        .chain([bundle_errors::size(text.len())])
        .chain(incoming.is_whole.then(|| say!(open.arrived_whole).to_owned()))
        .collect();
    let marking = incoming.marking.trim().to_owned();
    let message = incoming.message.trim().to_owned();
    el("section")
        .class("panel letter")
        .attr("aria-label", say!(open.sender))
        .has((
            el("span").class("letter__seal").has(icon(icondata::LuMail)),
            el("div").has((
                el("p").has(el("b").has(sender)),
                el("p").class("soft").has(el("small").has(facts.join(" · "))),
                (!name.is_empty())
                    .then(|| el("p").class("soft filename").has(el("small").has(name))),
                (!marking.is_empty())
                    .then(|| el("p").has(el("b").has(say!(open.marking, marking = marking)))),
            )),
            (!message.is_empty()).then(|| el("blockquote").has(say!(open.quoted, text = message))),
        ))
        .view()
}
