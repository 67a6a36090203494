//! Making a new exchange in four short steps. Every step can be skipped, nothing typed is lost.

pub mod dates;
pub mod goal;
pub mod organisations;
pub mod topic;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{TITLE_ID, go, library, screen};
use crate::browser::page;
use crate::library::{Catalogue, Topic};
use crate::route::{Screen, Section, Step};
use crate::ui::{Icon, live, memo};
use crate::workspace::{Draft, Workspace};

/// The catalogue of topics while it is loading, loaded, or not to be had.
#[derive(Clone, Copy)]
struct Topics(RwSignal<Option<Result<Catalogue, String>>>);

impl Topics {
    fn load(self) {
        self.0.set(None);
        spawn_local(async move { self.0.set(Some(library::catalogue().await)) });
    }
}

/// Making a new exchange.
#[component]
pub fn NewPage() -> impl IntoView {
    let screen = screen();
    let step = memo(move || match screen.get() {
        Screen::New(step) => step,
        _ => Step::Topic,
    });
    let topics = Topics(RwSignal::new(None));
    provide_context(topics);
    topics.load();
    let failed = RwSignal::new(false);
    let onward = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        match Step::ALL.into_iter().find(|next| *next > step.get_untracked()) {
            Some(next) => go(&Screen::New(next)),
            None => create(topics, failed),
        }
    };
    page::set_title(say!(create.title));
    view! {
        <main class="page" id="main">
            <form class="create query stack stack--loose" on:submit=onward>
                <Steps step />
                {live(move || match step.get() {
                    Step::Topic => view! { <topic::TopicStep /> }.into_any(),
                    Step::Organisations => view! { <organisations::OrganisationsStep /> }.into_any(),
                    Step::Dates => view! { <dates::DatesStep /> }.into_any(),
                    Step::Goal => view! { <goal::GoalStep /> }.into_any(),
                })}
                {live(move || failed.get().then(|| view! {
                    <div class="callout" data-state="danger" role="alert">
                        <Icon icon=icondata::LuTriangleAlert />
                        <p>{say!(create.topic_failed)}</p>
                    </div>
                }))}
                <Onward step />
            </form>
        </main>
    }
}

/// The heading of a step.
#[component]
fn StepHead(title: &'static str, text: &'static str) -> impl IntoView {
    view! {
        <div class="stack stack--tight">
            <h1 id=TITLE_ID tabindex="-1">{title}</h1>
            <p class="soft measure">{text}</p>
        </div>
    }
}

fn name_of(step: Step) -> &'static str {
    match step {
        Step::Topic => say!(create.step_topic),
        Step::Organisations => say!(create.step_organisations),
        Step::Dates => say!(create.step_dates),
        Step::Goal => say!(create.step_goal),
    }
}

/// The four steps on a line; each is a link, so that any can be skipped or gone back to.
#[component]
fn Steps(step: Memo<Step>) -> impl IntoView {
    let steps = Step::ALL
        .into_iter()
        .enumerate()
        .map(|(at, it)| {
            let is_done = move || it < step.get();
            view! {
                <li
                    data-state=move || is_done().then_some("done")
                    aria-current=move || (it == step.get()).then_some("step")
                >
                    <span
                        class="bead"
                        data-state=move || (it > step.get()).then_some("later")
                    >
                        {at + 1}
                    </span>
                    <a class="steps__name" href=Screen::New(it).href()>
                        {name_of(it)}
                        {live(move || is_done().then(|| view! {
                            <span class="visually-hidden">{say!(app.phase_done)}</span>
                        }))}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! { <ol class="steps" aria-label=say!(create.steps)>{steps}</ol> }
}

/// Back or away, and on.
#[component]
fn Onward(step: Memo<Step>) -> impl IntoView {
    let back = move || {
        let before = Step::ALL.into_iter().rev().find(|before| *before < step.get());
        match before {
            Some(before) => view! {
                <a class="button" href=Screen::New(before).href()>{say!(create.back)}</a>
            }
            .into_any(),
            None => view! {
                <a class="button button--quiet" href=Screen::Home.href()>{say!(create.cancel)}</a>
            }
            .into_any(),
        }
    };
    let onward = move || match step.get() {
        Step::Topic => say!(create.next_organisations),
        Step::Organisations => say!(create.next_dates),
        Step::Dates => say!(create.next_goal),
        Step::Goal => say!(create.create),
    };
    view! {
        <div class="onward">
            {back}
            <button class="button button--primary" type="submit">{onward}</button>
        </div>
    }
}

/// Makes the exchange of the answers, from the chosen topic if it can be had, and goes to it.
fn create(topics: Topics, failed: RwSignal<bool>) {
    failed.set(false);
    let workspace = Workspace::expect();
    let draft = workspace.draft().get_untracked();
    let chosen = draft.topic.clone().filter(|topic| !topic.is_empty());
    let navigate = leptos_router::hooks::use_navigate();
    spawn_local(async move {
        let topic = match chosen {
            Some(id) => match load(topics, &id).await {
                Some(topic) => Some(topic),
                // The answers stay; the person tries again or chooses the blank one.
                None => return failed.set(true),
            },
            None => None,
        };
        let id = workspace.create(draft.exchange(topic.as_ref(), || workspace.new_id()));
        workspace.change_draft(|draft| *draft = Draft::default());
        navigate(&Screen::exchange(&id, Section::Overview).href(), Default::default());
    });
}

async fn load(topics: Topics, id: &str) -> Option<Topic> {
    let file = topics.0.with_untracked(|topics| match topics {
        Some(Ok(catalogue)) => catalogue.card(id).map(|card| card.file.clone()),
        _ => None,
    });
    match library::topic(&file?).await {
        Ok(topic) => Some(topic),
        Err(error) => {
            leptos::logging::warn!("{error}");
            None
        }
    }
}
