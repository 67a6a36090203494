//! The recommendations, with the source's text behind "more" (S2).

use leptos::prelude::*;

use super::add::add_to_exchange;
use super::focus::{focus_filter, is_shown, tags};
use super::{Item, Reader, item_id, show_item, source};
use crate::library::{Recommendation, Recommendations, SearchKind};
use crate::route::{Screen, Shelf};
use crate::ui::{Content, El, el, live};

const PREFIX: &str = "recommendation";

/// The shelf.
pub fn recommendations(reader: Reader) -> AnyView {
    reader.library.recommendations.drawn(move |all| {
        show_item(PREFIX);
        let of = all.source.clone();
        (
            focus_filter(reader),
            live(move || {
                let shown = all.recommendations.iter();
                let shown = shown.filter(|it| is_shown(reader, &it.focus_areas));
                el("ul")
                    .class("stack")
                    .has(shown.map(|it| card(reader, it, &all)).collect::<Vec<_>>())
            }),
            source(&of),
        )
            .view()
    })
}

fn card(reader: Reader, it: &Recommendation, all: &Recommendations) -> El {
    let item = Item {
        kind: SearchKind::Recommendation,
        id: it.id.clone(),
        title: it.title.clone(),
        note: it.summary.clone(),
    };
    let versions = all.other_versions(&it.id).into_iter().map(|other| {
        let screen =
            Screen::Library { shelf: Shelf::Recommendations, item: Some(other.id.clone()) };
        el("p").has((
            say!(library.other_version),
            " ",
            el("a").attr("href", screen.href()).has(other.title.clone()),
        ))
    });
    el("li")
        .class("panel shelf-item stack stack--close")
        .id(item_id(PREFIX, &it.id))
        .attr("tabindex", "-1")
        .has((
            el("h2").has(it.title.clone()),
            el("p").class("measure").has(it.summary.clone()),
            tags(&it.focus_areas),
            el("details").class("more").has((
                el("summary").has((
                    say!(library.source_text),
                    el("span")
                        .class("visually-hidden")
                        .has(say!(library.add_of, what = it.title.as_str())),
                )),
                el("blockquote").class("stack stack--tight").has((
                    el("p").has(el("b").has(it.heading.clone())),
                    el("p").class("measure").has(it.text.clone()),
                    it.is_cut_off.then(|| el("p").class("soft").has(say!(library.cut_off))),
                )),
            )),
            versions.collect::<Vec<_>>(),
            add_to_exchange(reader, item, it.objective.clone(), it.question.clone()),
        ))
}
