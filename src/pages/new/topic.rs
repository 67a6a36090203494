//! Step 1: what the exchange is about.

use crate::ui::{Content, button, callout, el};
use leptos::prelude::*;

use super::{Topics, step_head};
use crate::library::TopicCard;
use crate::pages::words;
use crate::workspace::Workspace;

/// Choosing a topic of the library, or none.
pub fn topic_step() -> AnyView {
    let topics = expect_context::<Topics>();
    let cards = move || match topics.0.get() {
        None => el("p").class("soft").attr("role", "status").has(say!(create.loading)).view(),
        Some(Ok(catalogue)) => {
            let cards = catalogue.topics.into_iter().map(card);
            cards.collect::<Vec<_>>().view()
        }
        Some(Err(_)) => no_library(),
    };
    (
        step_head(say!(create.topic_title), say!(create.topic_text)),
        el("fieldset").has((
            el("legend").class("visually-hidden").has(say!(create.step_topic)),
            el("div").class("cards").has((
                cards,
                choice(
                    String::new(),
                    (
                        el("span").class("card__title").has(say!(create.blank)),
                        el("span").class("card__text").has(say!(create.blank_text)),
                    )
                        .view(),
                ),
            )),
        )),
    )
        .view()
}

fn card(card: TopicCard) -> AnyView {
    let days = usize::from(card.days);
    let facts = [
        words::counted(days, say!(create.one_day), |count| say!(create.days, count = count)),
        say!(create.sessions, count = card.sessions),
        say!(create.objectives, count = card.objectives),
        say!(create.questions, count = card.questions),
    ];
    choice(
        card.id,
        (
            el("span").class("card__title").has(card.title),
            el("span").class("card__text").has(card.summary),
            el("span")
                .class("card__facts")
                .has(facts.map(|fact| el("span").class("tag").has(fact))),
        )
            .view(),
    )
    .view()
}

/// A card to choose a topic by.
///
/// - `topic`: The topic's id; empty for none.
fn choice(topic: String, children: AnyView) -> AnyView {
    let workspace = Workspace::expect();
    let draft = workspace.draft();
    let own = topic.clone();
    let chosen = move || draft.with(|draft| draft.topic.as_ref() == Some(&own));
    let choose = move |_| workspace.change_draft(|draft| draft.topic = Some(topic.clone()));
    el("label")
        .class("card")
        .has((
            el("input")
                .attr("type", "radio")
                .attr("name", "topic")
                .prop("checked", chosen)
                .on("change", choose),
            children,
        ))
        .view()
}

fn no_library() -> AnyView {
    let topics = expect_context::<Topics>();
    callout("warn", icondata::LuTriangleAlert, say!(create.no_library))
        .attr("role", "alert")
        .has(
            button("button button--quiet")
                .on_click(move || topics.load())
                .has(say!(create.try_again)),
        )
        .view()
}
