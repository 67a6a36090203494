//! The foot of the page: where the topic comes from, and the way to be rid of the exchange.

use crate::ui::{Content, button, el, icon};
use leptos::prelude::*;

use crate::pages::exchange::rows::offer_undo;
use crate::pages::{go, title_of};
use crate::route::Screen;
use crate::workspace::OpenExchange;

/// The foot.
pub fn ending() -> AnyView {
    let open = OpenExchange::expect();
    let about = open.about();
    let source = move || {
        let source = about.with(|about| about.source.trim().to_owned());
        (!source.is_empty())
            .then(|| el("p").class("soft measure").has(say!(plan.source, source = source)))
    };
    let delete = move |_| {
        let title = about.with_untracked(title_of);
        open.delete_whole();
        offer_undo(title, move || {
            open.restore_whole();
            !open.is_deleted()
        });
        go(&Screen::Home);
    };
    el("footer")
        .class("spread")
        .has((
            el("div").has(source),
            button("button button--quiet button--danger")
                .on("click", delete)
                .has((icon(icondata::LuTrash2), el("span").has(say!(plan.delete_exchange)))),
        ))
        .view()
}
