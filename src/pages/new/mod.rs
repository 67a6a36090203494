//! Making a new exchange in four short steps. Every step can be skipped, nothing typed is lost.

pub mod agenda;
pub mod dates;
pub mod earlier;
pub mod goal;
pub mod organisations;
pub mod topic;

use crate::ui::{Content, Derived, callout, el, memo, switch};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{TITLE_ID, go, screen};
use crate::browser::{clock, page};
use crate::library::{Agency, Catalogue, Topic, TopicCard};
use crate::model::Exchange;
use crate::pages::agency::AgencyPlace;
use crate::pages::library::files;
use crate::route::{Screen, Section, Step};
use crate::workspace::{Draft, Start, Workspace};

/// The catalogue of topics while it is loading, loaded, or not to be had.
#[derive(Clone, Copy)]
struct Topics(RwSignal<Option<Result<Catalogue, String>>>);

impl Topics {
    fn load(self) {
        self.0.set(None);
        spawn_local(async move { self.0.set(Some(files::catalogue().await)) });
    }

    /// Returns the card of a topic; follows the catalogue.
    fn card(self, id: &str) -> Option<TopicCard> {
        self.0.with(|topics| topics.as_ref()?.as_ref().ok()?.card(id).cloned())
    }

    /// Returns the title of a topic; follows the catalogue.
    fn title(self, id: &str) -> Option<String> {
        self.card(id).map(|card| card.title)
    }
}

/// Making a new exchange.
pub fn new_page() -> AnyView {
    let screen = screen();
    let step = memo(move || match screen.get() {
        Screen::New(step) => step,
        _ => Step::Topic,
    });
    let topics = Topics(RwSignal::new(None));
    provide_context(topics);
    topics.load();
    let agency = AgencyPlace::ask();
    let failed = RwSignal::new(false);
    let onward = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        match Step::ALL.into_iter().find(|next| *next > step.get_untracked()) {
            Some(next) => go(&Screen::New(next)),
            None => create(topics, agency, failed),
        }
    };
    page::set_title(say!(create.title));
    el("main")
        .class("page")
        .id("main")
        .has(el("form").class("create query stack stack--loose").on_as("submit", onward).has((
            steps(step),
            switch(
                move || step.get(),
                |step| match step {
                    Step::Topic => topic::topic_step(),
                    Step::Organisations => organisations::organisations_step(),
                    Step::Dates => dates::dates_step(),
                    Step::Goal => goal::goal_step(),
                },
            ),
            move || {
                failed.get().then(|| {
                    callout("danger", icondata::LuTriangleAlert, say!(create.topic_failed))
                        .attr("role", "alert")
                })
            },
            onward_button(step),
        )))
        .view()
}

/// The heading of a step.
fn step_head(title: &'static str, text: &'static str) -> AnyView {
    el("div")
        .class("stack stack--tight")
        .has((
            el("h1").id(TITLE_ID).attr("tabindex", "-1").has(title),
            el("p").class("soft measure").has(text),
        ))
        .view()
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
fn steps(step: Derived<Step>) -> AnyView {
    let steps = Step::ALL
        .into_iter()
        .enumerate()
        .map(|(at, it)| {
            let is_done = move || it < step.get();
            el("li")
                .attr("data-state", move || is_done().then_some("done"))
                .attr("aria-current", move || (it == step.get()).then_some("step"))
                .has((
                    el("span")
                        .class("bead")
                        .attr("data-state", move || (it > step.get()).then_some("later"))
                        .has(at + 1),
                    el("a").class("steps__name").attr("href", Screen::New(it).href()).has((
                        name_of(it),
                        move || {
                            is_done().then(|| {
                                el("span").class("visually-hidden").has(say!(app.phase_done))
                            })
                        },
                    )),
                ))
        })
        .collect::<Vec<_>>();
    el("ol").class("steps").attr("aria-label", say!(create.steps)).has(steps).view()
}

/// Back or away, and on.
fn onward_button(step: Derived<Step>) -> AnyView {
    let back = move || {
        let before = Step::ALL.into_iter().rev().find(|before| *before < step.get());
        match before {
            Some(before) => el("a")
                .class("button")
                .attr("href", Screen::New(before).href())
                .has(say!(create.back))
                .view(),
            None => el("a")
                .class("button button--quiet")
                .attr("href", Screen::Home.href())
                .has(say!(create.cancel))
                .view(),
        }
    };
    let onward = move || match step.get() {
        Step::Topic => say!(create.next_organisations),
        Step::Organisations => say!(create.next_dates),
        Step::Dates => say!(create.next_goal),
        Step::Goal => say!(create.create),
    };
    el("div")
        .class("onward")
        .has((
            back,
            el("button").class("button button--primary").attr("type", "submit").has(onward),
        ))
        .view()
}

/// Makes the exchange of the answers, from what was chosen if it can be had, and goes to it.
fn create(topics: Topics, agency: Derived<Agency>, failed: RwSignal<bool>) {
    failed.set(false);
    let workspace = Workspace::expect();
    let draft = workspace.draft().get_untracked();
    let navigate = leptos_router::hooks::use_navigate();
    spawn_local(async move {
        let basis = match &draft.start {
            None | Some(Start::Blank) => Some(Exchange::default()),
            Some(Start::Topic(id)) => load(topics, id).await.map(|topic| topic.draft()),
            Some(Start::Agenda) => Some(agenda::basis(&draft.agenda, || workspace.new_id())),
            Some(Start::Document(id)) => earlier::basis(workspace, id),
        };
        // Without it the answers stay; the person tries again or chooses the blank one.
        let Some(basis) = basis else { return failed.set(true) };
        let mut exchange = workspace.device().with_untracked(|device| {
            draft.exchange(basis, device, clock::today(), || workspace.new_id())
        });
        exchange.about.marking = agency.with_untracked(|agency| agency.marking.trim().to_owned());
        let id = workspace.create(exchange);
        workspace.change_draft(|draft| *draft = Draft::default());
        navigate(&Screen::exchange(&id, Section::Overview).href(), Default::default());
    });
}

async fn load(topics: Topics, id: &str) -> Option<Topic> {
    let file = untrack(|| topics.card(id))?.file;
    match files::topic(&file).await {
        Ok(topic) => Some(topic),
        Err(error) => {
            leptos::logging::warn!("{error}");
            None
        }
    }
}
