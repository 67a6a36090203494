//! The stories of sites: what they did and what was seen, never that one caused the other.

use leptos::prelude::*;

use super::add::add_to_toolkit;
use super::focus::{focus_filter, is_shown, tags};
use super::{Item, Reader, item_id, show_item, source};
use crate::library::{Catalogue, SearchKind, Story};
use crate::route::{Screen, Shelf};
use crate::ui::{Content, El, el, live};

const PREFIX: &str = "story";

/// The shelf.
pub fn stories(reader: Reader) -> AnyView {
    reader.library.stories.drawn(move |all| {
        show_item(PREFIX);
        (
            focus_filter(reader),
            live(move || {
                let catalogue = reader.library.catalogue.get();
                let shown = all.stories.iter().filter(|it| is_shown(reader, &it.focus_areas));
                let cards = shown.map(|it| card(reader, it, catalogue.as_deref()));
                el("ul").class("stack").has(cards.collect::<Vec<_>>())
            }),
        )
            .view()
    })
}

fn card(reader: Reader, story: &Story, catalogue: Option<&Catalogue>) -> El {
    let item = Item {
        kind: SearchKind::Story,
        id: story.id.clone(),
        title: story.title.clone(),
        note: story.place.clone(),
    };
    let figures = story.figures.iter().map(|figure| el("li").has(figure.clone()));
    let topics = story.topics.iter().filter_map(|id| {
        let card = catalogue?.card(id)?;
        let screen = Screen::Library { shelf: Shelf::Topics, item: Some(id.clone()) };
        Some(el("li").has(el("a").attr("href", screen.href()).has(card.title.clone())))
    });
    let topics = topics.collect::<Vec<_>>();
    el("li")
        .class("panel shelf-item stack stack--close")
        .id(item_id(PREFIX, &story.id))
        .attr("tabindex", "-1")
        .has((
            el("h2").has(story.title.clone()),
            el("p").class("soft").has(story.place.clone()),
            el("dl").class("facts").has((
                el("dt").has(say!(library.done)),
                el("dd").class("measure").has(story.done.clone()),
                el("dt").has(say!(library.seen)),
                el("dd").class("measure").has(story.seen.clone()),
            )),
            (!story.figures.is_empty())
                .then(|| el("ul").class("bullets").has(figures.collect::<Vec<_>>())),
            tags(&story.focus_areas),
            (!topics.is_empty()).then(|| {
                el("div").has((
                    el("p").class("soft").has(say!(library.related)),
                    el("ul").class("bullets").has(topics),
                ))
            }),
            source(&story.source),
            add_to_toolkit(reader, item),
        ))
}
