//! The two parts of the program: what the home screen needs, and the rest.
//!
//! The rest is a file of its own (`scripts/program.mjs` cuts the program there), so that the first screen comes
//! quickly. It is fetched when one of its screens is asked for, and otherwise once the first screen is at rest and the
//! browser has nothing to do: from then on the page works without a network, as if it were one file.
//!
//! One file and not one for each group of screens: what several of them need would stand in files of its own, and
//! seven groups have eighty of those; all of them together take 40 kB more to fetch, and 80 requests.

use std::time::Duration;

use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;
#[cfg(not(debug_assertions))]
use leptos::wasm_split::wasm_split;

use super::{TITLE_ID, exchange, help, home, library, new, open, programme, sample, settings};
use crate::browser::page;
use crate::model::{LooseEnds, warning};
use crate::route::{Screen, Section};
use crate::ui::{Content, Derived, button, callout, el, live, memo};
use crate::workspace::Workspace;

/// Draws a screen, or a part of it.
type Draw = fn(&Screen) -> AnyView;

/// The rest of the program, once it is here: pointers into its file.
#[derive(Clone, Copy)]
struct Rest {
    /// Draws every screen but home, and of one of an exchange what its frame leaves room for.
    screen: Draw,
    /// Draws what is around every screen of an exchange.
    frame: Draw,
    /// Draws what home has besides its list.
    beside_home: fn() -> AnyView,
    /// Finds loose ends.
    rules: LooseEnds,
}

// A debug build stays in one piece, since cutting takes as long as compiling.
#[cfg_attr(
    not(debug_assertions),
    wasm_split(rest, wasm_split_path = leptos::wasm_split, fallible)
)]
#[allow(clippy::unnecessary_wraps, reason = "the file of it may not arrive")]
fn rest() -> Result<Rest, SplitLoaderError> {
    Ok(Rest {
        screen: draw_screen,
        frame: |screen| match screen {
            Screen::Exchange { id, .. } => exchange::exchange_page(id),
            _ => ().into_any(),
        },
        beside_home: home::later::later,
        rules: warning::counted,
    })
}

fn draw_screen(screen: &Screen) -> AnyView {
    match screen {
        Screen::Home => ().into_any(),
        Screen::Exchange { section, .. } => match section {
            Section::Overview => exchange::overview::overview(),
            Section::Team => exchange::team::team(),
            Section::Questions => exchange::questions::questions(),
            Section::Agenda => exchange::agenda::agenda(),
            Section::Preparation => exchange::preparation::preparation(),
            Section::Notes => exchange::notes::notes(),
            Section::Assessment => exchange::assessment::assessment_page(),
            Section::Send => exchange::send::send(),
            Section::Changes => exchange::changes::changes(),
            Section::Trash => exchange::trash::trash(),
        },
        Screen::Open => open::open_page(),
        Screen::New(_) => new::new_page(),
        Screen::Sample => sample::sample_page(),
        Screen::Library { .. } => library::library_page(),
        Screen::Programme => programme::programme_page(),
        Screen::Site(id) => programme::site::site_page(id),
        Screen::Settings => settings::settings_page(),
        Screen::Help => help::help_page(),
    }
}

async fn fetch_rest() -> Result<Rest, SplitLoaderError> {
    #[cfg(debug_assertions)]
    let rest = rest();
    #[cfg(not(debug_assertions))]
    let rest = rest().await;
    rest
}

/// How far the rest of the program has come.
#[derive(Clone, Copy)]
enum State {
    /// It was not asked for yet.
    Away,
    /// It is on its way.
    Coming,
    /// It did not arrive.
    Failed,
    /// It is here.
    Here(Rest),
}

/// The rest of the program and how far it has come. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Parts {
    state: RwSignal<State>,
    workspace: Workspace,
}

impl Parts {
    /// How long the first screen is left alone before the rest of the app is fetched.
    const REST: Duration = Duration::from_millis(500);

    /// Provides the parts to everything below, and fetches the rest once the first screen is at rest.
    pub fn provide() {
        let parts = Self { state: RwSignal::new(State::Away), workspace: Workspace::expect() };
        provide_context(parts);
        set_timeout(move || page::when_idle(move || parts.fetch()), Self::REST);
    }

    fn fetch(self) {
        if matches!(self.state.get_untracked(), State::Coming | State::Here(_)) {
            return;
        }
        self.state.set(State::Coming);
        leptos::task::spawn_local(async move {
            // Why it failed, the loader says.
            let Ok(rest) = fetch_rest().await else {
                let _ = self.state.try_set(State::Failed);
                return;
            };
            let _ = self.state.try_set(State::Here(rest));
            // Looking for loose ends takes its time, and nobody waits for it.
            page::when_idle(move || self.workspace.bring_rules(rest.rules));
        });
    }

    /// Returns the rest of the program once it is here.
    fn here(self) -> Option<Rest> {
        match self.state.get_untracked() {
            State::Here(rest) => Some(rest),
            State::Away | State::Coming | State::Failed => None,
        }
    }

    fn is_here(self) -> Derived<bool> {
        memo(move || self.state.with(|state| matches!(state, State::Here(_))))
    }
}

/// Draws a screen, at once if the rest of the program is here, else as soon as it is. One of an exchange is drawn
/// without what is around it.
pub fn show(screen: Screen) -> AnyView {
    draw(move |rest| (rest.screen)(&screen))
}

/// Draws what is around every screen of an exchange, and the screen within it.
pub fn show_framed(screen: Screen) -> AnyView {
    draw(move |rest| (rest.frame)(&screen))
}

/// Draws what home has besides its list, once the rest of the program is here.
pub fn show_beside_home() -> AnyView {
    let parts: Parts = expect_context();
    let is_here = parts.is_here();
    live(move || {
        let rest = is_here.get().then(|| parts.here()).flatten();
        rest.map(|rest| untrack(rest.beside_home))
    })
}

fn draw(part: impl Fn(&Rest) -> AnyView + Send + Sync + 'static) -> AnyView {
    let parts: Parts = expect_context();
    parts.fetch();
    let has_waited = StoredValue::new(false);
    let is_here = parts.is_here();
    let has_failed = memo(move || parts.state.with(|state| matches!(state, State::Failed)));
    live(move || {
        if is_here.get()
            && let Some(rest) = parts.here()
        {
            if has_waited.get_value() {
                // Its heading was not there yet when the screen was entered.
                request_animation_frame(|| {
                    page::offer_focus(TITLE_ID);
                });
            }
            return untrack(|| part(&rest));
        }
        has_waited.set_value(true);
        if has_failed.get() {
            return failed(parts);
        }
        el("p").class("soft").attr("role", "status").has(say!(app.part_coming)).view()
    })
}

/// Says that the rest did not arrive, and lets a person try again.
fn failed(parts: Parts) -> AnyView {
    callout("warn", icondata::LuTriangleAlert, say!(app.part_failed))
        .attr("role", "alert")
        .has(button("button").on_click(move || parts.fetch()).has(say!(app.part_again)))
        .view()
}
