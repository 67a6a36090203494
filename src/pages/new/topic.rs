//! Step 1: what the exchange is about.

use leptos::prelude::*;

use super::{StepHead, Topics};
use crate::library::TopicCard;
use crate::pages::words;
use crate::ui::Icon;
use crate::workspace::Workspace;

/// Choosing a topic of the library, or none.
#[component]
pub fn TopicStep() -> impl IntoView {
    let topics = expect_context::<Topics>();
    let cards = move || match topics.0.get() {
        None => view! { <p class="soft" role="status">{say!(create.loading)}</p> }.into_any(),
        Some(Ok(catalogue)) => {
            let cards = catalogue.topics.into_iter().map(|card| view! { <Card card /> });
            cards.collect_view().into_any()
        }
        Some(Err(_)) => view! { <NoLibrary /> }.into_any(),
    };
    view! {
        <StepHead title=say!(create.topic_title) text=say!(create.topic_text) />
        <fieldset>
            <legend class="visually-hidden">{say!(create.step_topic)}</legend>
            <div class="cards">
                {cards}
                <Choice topic=String::new()>
                    <span class="card__title">{say!(create.blank)}</span>
                    <span class="card__text">{say!(create.blank_text)}</span>
                </Choice>
            </div>
        </fieldset>
    }
}

#[component]
fn Card(card: TopicCard) -> impl IntoView {
    let days = usize::from(card.days);
    let facts = [
        words::counted(days, say!(create.one_day), |count| say!(create.days, count = count)),
        say!(create.sessions, count = card.sessions),
        say!(create.objectives, count = card.objectives),
        say!(create.questions, count = card.questions),
    ];
    view! {
        <Choice topic=card.id>
            <span class="card__title">{card.title}</span>
            <span class="card__text">{card.summary}</span>
            <span class="card__facts">
                {facts.map(|fact| view! { <span class="tag">{fact}</span> }).collect_view()}
            </span>
        </Choice>
    }
}

#[component]
fn Choice(
    /// The topic's id; empty for none.
    topic: String,
    children: Children,
) -> impl IntoView {
    let workspace = Workspace::expect();
    let draft = workspace.draft();
    let own = topic.clone();
    let chosen = move || draft.with(|draft| draft.topic.as_ref() == Some(&own));
    let choose = move |_| workspace.change_draft(|draft| draft.topic = Some(topic.clone()));
    view! {
        <label class="card">
            <input type="radio" name="topic" prop:checked=chosen on:change=choose />
            {children()}
        </label>
    }
}

#[component]
fn NoLibrary() -> impl IntoView {
    let topics = expect_context::<Topics>();
    view! {
        <div class="callout" data-state="warn" role="alert">
            <Icon icon=icondata::LuTriangleAlert />
            <p>{say!(create.no_library)}</p>
            <button class="button button--quiet" type="button" on:click=move |_| topics.load()>
                {say!(create.try_again)}
            </button>
        </div>
    }
}
