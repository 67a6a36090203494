//! What is in a file, before anything of it is taken in.

use crate::ui::{Content, el, icon};
use leptos::prelude::*;

use super::OpenedFile;
use super::decide::decide;
use super::documents::documents;
use super::letter::letter;
use super::remarks::remarks;
use super::settle::settle;
use crate::browser::page;
use crate::pages::TITLE_ID;
use crate::workspace::Incoming;

/// The preview of a file: who sent it, what it would change, what to settle, and the decision.
///
/// - `file`: The file.
/// - `on_cancel`: Puts the file away.
pub fn preview(file: OpenedFile, on_cancel: Callback<()>) -> AnyView {
    page::set_title(say!(open.preview_title));
    let has_conflicts =
        file.incoming.documents.iter().any(|exchange| !exchange.conflicts.is_empty());
    let letter = letter(file.clone());
    let remarks = remarks(&file);
    let incoming: RwSignal<Incoming> = RwSignal::new(file.incoming);
    let body = if has_conflicts {
        el("div")
            .class("columns columns--rail-first")
            .has((documents(incoming), settle(incoming)))
            .view()
    } else {
        documents(incoming)
    };
    (
        el("main").class("page").id("main").has((
            el("div").class("spread page__top").has((
                el("h1").id(TITLE_ID).attr("tabindex", "-1").has(say!(open.preview_title)),
                el("p")
                    .class("badge badge--large")
                    .attr("data-state", "ok")
                    .has((icon(icondata::LuLock), say!(open.nothing_changed))),
            )),
            el("div").class("stack").has((letter, remarks, body)),
        )),
        decide(incoming, on_cancel),
    )
        .view()
}
