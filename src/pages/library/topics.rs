//! All topics as cards.

use leptos::prelude::*;

use super::Reader;
use super::focus::{focus_filter, is_shown, tags};
use crate::library::{Catalogue, TopicCard};
use crate::pages::words::counted;
use crate::route::{Screen, Shelf};
use crate::ui::{Content, El, el, live};

/// The shelf.
pub fn topics(reader: Reader) -> AnyView {
    reader.library.catalogue.drawn(move |catalogue| {
        (
            focus_filter(reader),
            live(move || {
                let shown = |catalogue: &Catalogue| {
                    let cards = catalogue.topics.iter();
                    let cards = cards.filter(|it| is_shown(reader, &it.focus_areas));
                    cards.map(card).collect::<Vec<_>>()
                };
                el("ul").class("cards").has(shown(&catalogue))
            }),
        )
            .view()
    })
}

fn card(card: &TopicCard) -> El {
    let screen = Screen::Library { shelf: Shelf::Topics, item: Some(card.id.clone()) };
    el("li").class("panel shelf-card").has((
        el("h2").has(
            el("a").class("shelf-card__link").attr("href", screen.href()).has(card.title.clone()),
        ),
        el("p").class("soft").has(card.summary.clone()),
        el("p").class("card__facts").has(facts(card).map(|fact| el("span").class("tag").has(fact))),
        tags(&card.focus_areas),
    ))
}

/// Returns "2 days", "16 sessions" and so on.
pub fn facts(card: &TopicCard) -> [String; 4] {
    [
        counted(usize::from(card.days), say!(create.one_day), |count| {
            say!(create.days, count = count)
        }),
        say!(create.sessions, count = card.sessions),
        say!(create.objectives, count = card.objectives),
        say!(create.questions, count = card.questions),
    ]
}
