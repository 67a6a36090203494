//! The sample exchange: fetched and opened when somebody asks for it, and removed in one tap.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use serde_json::Value;

use super::{TITLE_ID, go};
use crate::browser::{fetch, page};
use crate::model::Id;
use crate::route::{Screen, Section};
use crate::ui::{Content, Toast, Toasts, button, callout, el, icon, memo, when, when_else};
use crate::workspace::{SAMPLE, Workspace};

/// Where the sample lies, beside the page.
const FILE: &str = "library/sample.json";

/// Opens the sample, or says why that cannot be done.
pub fn sample_page() -> AnyView {
    let failed = RwSignal::new(false);
    open(failed);
    page::set_title(say!(home.sample));
    el("main")
        .class("page")
        .id("main")
        .has(el("div").class("create stack").has((
            el("h1").class("page__top").id(TITLE_ID).attr("tabindex", "-1").has(say!(home.sample)),
            when_else(
                move || failed.get(),
                move || {
                    callout("warn", icondata::LuTriangleAlert, say!(home.sample_failed))
                        .attr("role", "alert")
                        .has(
                            button("button button--quiet")
                                .on_click(move || open(failed))
                                .has(say!(create.try_again)),
                        )
                },
                || el("p").class("soft").attr("role", "status").has(say!(app.part_coming)),
            ),
        )))
        .view()
}

/// Fetches the sample unless it is here, and goes to it. "Back" leads to where one came from.
fn open(failed: RwSignal<bool>) {
    failed.set(false);
    let (workspace, navigate) = (Workspace::expect(), use_navigate());
    spawn_local(async move {
        let plain = if untrack(|| workspace.has(&Id::from(SAMPLE))) {
            Some(Default::default())
        } else {
            match fetch::text(FILE).await.map(|text| serde_json::from_str(&text)) {
                Ok(Ok(Value::Object(plain))) => Some(plain),
                Ok(_) => None,
                Err(error) => {
                    leptos::logging::warn!("{error}");
                    None
                }
            }
        };
        let Some(plain) = plain else {
            let _ = failed.try_set(true);
            return;
        };
        let id = workspace.make_sample(plain);
        let options = NavigateOptions { replace: true, ..NavigateOptions::default() };
        navigate(&Screen::exchange(&id, Section::Overview).href(), options);
    });
}

/// Says within the sample that it counts for nothing, until somebody changes it, and offers to remove it.
///
/// - `id`: The exchange that is open.
pub fn line(id: &Id) -> AnyView {
    let (workspace, id) = (Workspace::expect(), id.clone());
    let is_bare = memo(move || workspace.is_bare_sample(&id));
    when(
        move || is_bare.get(),
        || {
            let remove = remover(true);
            callout("info", icondata::LuInfo, say!(home.sample_line))
                .has(button("button button--quiet").on_click(remove).has(say!(home.sample_remove)))
        },
    )
    .view()
}

/// Offers on home to remove the sample, as long as nobody has changed it.
pub fn offer_removal() -> AnyView {
    let workspace = Workspace::expect();
    let is_here = memo(move || {
        let id = Id::from(SAMPLE);
        workspace.exchanges_now().contains(&id) && workspace.is_bare_sample(&id)
    });
    when(
        move || is_here.get(),
        || {
            el("section").class("panel").attr("aria-labelledby", "sample-title").has(
                el("div").class("panel__body stack stack--close").has((
                    el("h2").id("sample-title").has(say!(home.sample)),
                    el("p").class("soft").has(say!(home.sample_line)),
                    button("button")
                        .on_click(remover(false))
                        .has((icon(icondata::LuTrash2), el("span").has(say!(home.sample_remove)))),
                )),
            )
        },
    )
    .view()
}

/// Returns what removes the sample.
///
/// - `leaves`: Whether it goes home afterwards.
fn remover(leaves: bool) -> impl Fn() + Clone + Send + Sync + 'static {
    let (workspace, toasts) = (Workspace::expect(), Toasts::expect());
    move || {
        let message = match workspace.remove_sample() {
            Ok(()) => say!(home.sample_removed),
            Err(_) => say!(settings.leave_refused),
        };
        if leaves {
            go(&Screen::Home);
        }
        toasts.show(Toast::new(message.to_owned()));
    }
}
