//! Step 1: what the exchange is about.

use crate::ui::{Content, button, callout, el, live, search_field};
use leptos::prelude::*;

use super::{Topics, agenda, earlier, step_head};
use crate::library::{self, SearchKind, TopicCard};
use crate::pages::library::files;
use crate::pages::words;
use crate::workspace::{Start, Workspace};

/// Choosing a topic of the library, or none.
pub fn topic_step() -> AnyView {
    let topics = expect_context::<Topics>();
    let query = RwSignal::new(String::new());
    let search = files::search();
    let cards = live(move || match topics.0.get() {
        None => el("p").class("soft").attr("role", "status").has(say!(create.loading)).view(),
        Some(Ok(catalogue)) => {
            // While nothing is asked, what arrives for the search must not draw the cards anew.
            let query = query.get();
            let search = (!query.trim().is_empty()).then(|| search.get()).flatten();
            let shown = shown(catalogue.topics, &query, search.as_deref());
            if shown.is_empty() {
                return el("p")
                    .class("soft")
                    .attr("role", "status")
                    .has(say!(create.no_topic))
                    .view();
            }
            shown.into_iter().map(card).collect::<Vec<_>>().view()
        }
        Some(Err(_)) => no_library(),
    });
    (
        step_head(say!(create.topic_title), say!(create.topic_text)),
        el("fieldset").class("stack").has((
            el("legend").class("visually-hidden").has(say!(create.step_topic)),
            el("div").class("cards").has((
                way(
                    |start| *start == Start::Blank,
                    || Some(Start::Blank),
                    say!(create.blank),
                    say!(create.blank_text),
                ),
                way(
                    |start| *start == Start::Agenda,
                    || Some(Start::Agenda),
                    say!(create.agenda),
                    say!(create.agenda_text),
                ),
                earlier::way(),
            )),
            agenda::pasting(),
            earlier::choosing(),
            search_field(say!(create.find_topic), None::<&str>, query),
            el("div").class("cards").has(cards),
        )),
    )
        .view()
}

/// A card of a way to begin without a topic.
///
/// - `is_it`: Whether something to begin from is of this way.
/// - `begin`: What to begin from when it is chosen.
pub fn way(
    is_it: fn(&Start) -> bool,
    begin: impl Fn() -> Option<Start> + Send + Sync + 'static,
    title: &'static str,
    text: &'static str,
) -> AnyView {
    let content =
        (el("span").class("card__title").has(title), el("span").class("card__text").has(text));
    choice(is_it, begin, content.view())
}

/// Returns the topics that fit what is asked, the best first; all while nothing is, or nothing can be
/// searched.
fn shown(topics: Vec<TopicCard>, query: &str, search: Option<&library::Search>) -> Vec<TopicCard> {
    match search {
        Some(search) if !query.trim().is_empty() => search
            .find(query)
            .iter()
            .filter(|hit| hit.kind == SearchKind::Topic)
            .filter_map(|hit| topics.iter().find(|card| card.id == hit.id).cloned())
            .collect(),
        _ => topics,
    }
}

fn card(card: TopicCard) -> AnyView {
    let days = usize::from(card.days);
    let facts = [
        words::counted(days, say!(create.one_day), |count| say!(create.days, count = count)),
        say!(create.sessions, count = card.sessions),
        say!(create.objectives, count = card.objectives),
        say!(create.questions, count = card.questions),
    ];
    let (id, own) = (card.id.clone(), card.id);
    choice(
        move |start| *start == Start::Topic(own.clone()),
        move || Some(Start::Topic(id.clone())),
        (
            el("span").class("card__title").has(card.title),
            el("span").class("card__text").has(card.summary),
            el("span")
                .class("card__facts")
                .has(facts.map(|fact| el("span").class("tag").has(fact))),
        )
            .view(),
    )
}

/// A card to choose what the exchange begins from.
fn choice(
    is_it: impl Fn(&Start) -> bool + Send + Sync + 'static,
    begin: impl Fn() -> Option<Start> + Send + Sync + 'static,
    children: AnyView,
) -> AnyView {
    let workspace = Workspace::expect();
    let draft = workspace.draft();
    let chosen = move || draft.with(|draft| draft.start.as_ref().is_some_and(&is_it));
    let choose = move |_| workspace.change_draft(|draft| draft.start = begin());
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
