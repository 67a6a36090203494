//! The residents' principles on one sheet in large type, to be handed out or put on a wall (S4).

use leptos::prelude::*;

use super::{Reader, source};
use crate::browser::page;
use crate::route::{Screen, Shelf};
use crate::ui::{Content, button, el, icon};

/// The sheet.
pub fn residents(reader: Reader) -> AnyView {
    reader.library.principles.drawn(move |all| {
        let rows = all.residents.iter().map(|it| el("li").has(it.text.clone()));
        let back = Screen::Library { shelf: Shelf::Principles, item: None };
        (
            el("div").class("cluster no-print").has((
                el("a").class("button").attr("href", back.href()).has((
                    icon(icondata::LuChevronLeft),
                    el("span").has(say!(library.all_principles)),
                )),
                button("button button--primary")
                    .on_click(|| {
                        page::print();
                    })
                    .has((icon(icondata::LuPrinter), el("span").has(say!(library.print)))),
            )),
            el("article").class("panel poster").has((
                el("h2").has(say!(library.poster_title)),
                el("ol").has(rows.collect::<Vec<_>>()),
                source(&all.source),
            )),
        )
            .view()
    })
}
