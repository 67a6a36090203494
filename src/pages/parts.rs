//! The parts of the app that are files of their own, so that the first screen comes quickly.
//!
//! Every function marked with `wasm_split` goes into a file of its own together with all that only it
//! needs (`scripts/program.mjs` cuts the program there). A part is fetched when one of its screens is
//! asked for, and all of them as soon as the first screen is at rest: from then on the page works
//! without a network, as if it were one file.

use std::time::Duration;

use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::{TITLE_ID, exchange, help, home, library, new, open, programme, sample, settings};
use crate::browser::page;
use crate::model::{LooseEnds, warning};
use crate::route::{Screen, Section};
use crate::ui::{Content, button, callout, el, live, memo};
use crate::workspace::Workspace;

/// Draws one of a part's screens.
type Draw = fn(&Screen) -> AnyView;

/// What a part brings: its screens, and the rules of loose ends if they are in it.
type Brought = (Draw, Option<LooseEnds>);

/// A part, in the order in which the parts are fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// What is around every screen of an exchange.
    Frame,
    /// The screens before the visit.
    Plan,
    /// The screens during the visit.
    Visit,
    /// The screens after the visit.
    Assess,
    /// Sending a file and opening one; what changed, and the trash.
    Share,
    /// The library, and a new exchange out of it.
    Library,
    /// The programme, settings, help.
    More,
}

impl Part {
    const ALL: [Self; 7] = [
        Self::Frame,
        Self::Plan,
        Self::Visit,
        Self::Assess,
        Self::Share,
        Self::Library,
        Self::More,
    ];

    /// Returns the part that a screen belongs to.
    fn of(screen: &Screen) -> Self {
        match screen {
            Screen::Exchange { section, .. } => match section {
                Section::Overview
                | Section::Team
                | Section::Questions
                | Section::Agenda
                | Section::Preparation => Self::Plan,
                Section::Notes => Self::Visit,
                Section::Assessment => Self::Assess,
                Section::Send | Section::Changes | Section::Trash => Self::Share,
            },
            Screen::Open => Self::Share,
            Screen::New(_) | Screen::Library { .. } | Screen::Sample => Self::Library,
            Screen::Home
            | Screen::Programme
            | Screen::Site(_)
            | Screen::Settings
            | Screen::Help => Self::More,
        }
    }

    async fn fetch(self) -> Result<Brought, SplitLoaderError> {
        let draw = match self {
            Self::Frame => return frame().await,
            Self::Plan => plan().await,
            Self::Visit => visit().await,
            Self::Assess => assess().await,
            Self::Share => share().await,
            Self::Library => library_part().await,
            Self::More => more().await,
        };
        draw.map(|draw| (draw, None))
    }
}

#[wasm_split(frame, wasm_split_path = leptos::wasm_split, fallible)]
fn frame() -> Result<Brought, SplitLoaderError> {
    let draw: Draw = |screen| match screen {
        Screen::Exchange { id, .. } => exchange::exchange_page(id),
        _ => ().into_any(),
    };
    Ok((draw, Some(warning::counted)))
}

#[wasm_split(plan, wasm_split_path = leptos::wasm_split, fallible)]
fn plan() -> Result<Draw, SplitLoaderError> {
    Ok(|screen| match screen {
        Screen::Exchange { section: Section::Team, .. } => exchange::team::team(),
        Screen::Exchange { section: Section::Questions, .. } => exchange::questions::questions(),
        Screen::Exchange { section: Section::Agenda, .. } => exchange::agenda::agenda(),
        Screen::Exchange { section: Section::Preparation, .. } => {
            exchange::preparation::preparation()
        }
        _ => exchange::overview::overview(),
    })
}

#[wasm_split(visit, wasm_split_path = leptos::wasm_split, fallible)]
fn visit() -> Result<Draw, SplitLoaderError> {
    Ok(|_| exchange::notes::notes())
}

#[wasm_split(assess, wasm_split_path = leptos::wasm_split, fallible)]
fn assess() -> Result<Draw, SplitLoaderError> {
    Ok(|_| exchange::assessment::assessment_page())
}

#[wasm_split(share, wasm_split_path = leptos::wasm_split, fallible)]
fn share() -> Result<Draw, SplitLoaderError> {
    Ok(|screen| match screen {
        Screen::Exchange { section: Section::Changes, .. } => exchange::changes::changes(),
        Screen::Exchange { section: Section::Trash, .. } => exchange::trash::trash(),
        Screen::Exchange { .. } => exchange::send::send(),
        _ => open::open_page(),
    })
}

#[wasm_split(library, wasm_split_path = leptos::wasm_split, fallible)]
fn library_part() -> Result<Draw, SplitLoaderError> {
    Ok(|screen| match screen {
        Screen::New(_) => new::new_page(),
        Screen::Sample => sample::sample_page(),
        _ => library::library_page(),
    })
}

#[wasm_split(more, wasm_split_path = leptos::wasm_split, fallible)]
fn more() -> Result<Draw, SplitLoaderError> {
    Ok(|screen| match screen {
        Screen::Home => home::later::later(),
        Screen::Programme => programme::programme_page(),
        Screen::Site(id) => programme::site::site_page(id),
        Screen::Settings => settings::settings_page(),
        _ => help::help_page(),
    })
}

/// How far a part has come.
#[derive(Clone, Copy)]
enum State {
    /// It was not asked for yet.
    Away,
    /// It is on its way.
    Coming,
    /// It did not arrive.
    Failed,
    /// It is here.
    Here(Draw),
}

/// The parts and how far each has come. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Parts {
    states: RwSignal<[State; Part::ALL.len()]>,
    workspace: Workspace,
}

impl Parts {
    /// How long the first screen is left alone before the rest of the app is fetched.
    const REST: Duration = Duration::from_millis(500);

    /// Provides the parts to everything below, and fetches them once the first screen is at rest.
    pub fn provide() {
        let states = RwSignal::new([State::Away; Part::ALL.len()]);
        let parts = Self { states, workspace: Workspace::expect() };
        provide_context(parts);
        set_timeout(move || Part::ALL.into_iter().for_each(|part| parts.fetch(part)), Self::REST);
    }

    fn state(self, part: Part) -> State {
        self.states.with(|states| states[part as usize])
    }

    fn set(self, part: Part, state: State) {
        let _ = self.states.try_update(|states| states[part as usize] = state);
    }

    fn fetch(self, part: Part) {
        if matches!(untrack(|| self.state(part)), State::Coming | State::Here(_)) {
            return;
        }
        self.set(part, State::Coming);
        leptos::task::spawn_local(async move {
            let arrived = part.fetch().await;
            if let Ok((_, Some(rules))) = &arrived {
                self.workspace.bring_rules(*rules);
            }
            self.set(part, arrived.map_or(State::Failed, |(draw, _)| State::Here(draw)));
        });
    }
}

/// Draws a screen, at once if its part is here, else as soon as it is. One of an exchange is drawn
/// without what is around it.
pub fn show(screen: Screen) -> AnyView {
    draw(Part::of(&screen), screen)
}

/// Draws what is around every screen of an exchange, and the screen within it.
pub fn show_framed(screen: Screen) -> AnyView {
    expect_context::<Parts>().fetch(Part::of(&screen));
    draw(Part::Frame, screen)
}

/// Draws what a part adds to a screen that does without it, once the part is here.
pub fn show_later(screen: Screen) -> AnyView {
    let (parts, part) = (expect_context::<Parts>(), Part::of(&screen));
    let is_here = memo(move || matches!(parts.state(part), State::Here(_)));
    live(move || {
        let state = is_here.get().then(|| untrack(|| parts.state(part)));
        state.and_then(|state| match state {
            State::Here(draw) => Some(untrack(|| draw(&screen))),
            State::Away | State::Coming | State::Failed => None,
        })
    })
}

fn draw(part: Part, screen: Screen) -> AnyView {
    let parts: Parts = expect_context();
    parts.fetch(part);
    let has_waited = StoredValue::new(false);
    // What the others do is of no interest here.
    let is_here = memo(move || matches!(parts.state(part), State::Here(_)));
    let has_failed = memo(move || matches!(parts.state(part), State::Failed));
    live(move || {
        if is_here.get()
            && let State::Here(draw) = untrack(|| parts.state(part))
        {
            if has_waited.get_value() {
                // Its heading was not there yet when the screen was entered.
                request_animation_frame(|| {
                    page::offer_focus(TITLE_ID);
                });
            }
            return untrack(|| draw(&screen));
        }
        has_waited.set_value(true);
        if has_failed.get() {
            return failed(parts, part);
        }
        el("p").class("soft").attr("role", "status").has(say!(app.part_coming)).view()
    })
}

/// Says that a part did not arrive, and lets a person try again.
fn failed(parts: Parts, part: Part) -> AnyView {
    callout("warn", icondata::LuTriangleAlert, say!(app.part_failed))
        .attr("role", "alert")
        .has(button("button").on_click(move || parts.fetch(part)).has(say!(app.part_again)))
        .view()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Id;
    use crate::route::{Shelf, Step};

    #[test]
    fn every_screen_but_home_belongs_to_the_part_that_draws_it() {
        let of = |section| Part::of(&Screen::exchange(&Id::from("x"), section));
        for section in Section::ALL {
            let expected = match section {
                Section::Notes => Part::Visit,
                Section::Assessment => Part::Assess,
                Section::Send | Section::Changes | Section::Trash => Part::Share,
                _ => Part::Plan,
            };
            assert_eq!(of(section), expected);
        }
        assert_eq!(Part::of(&Screen::Open), Part::Share);
        for screen in [
            Screen::New(Step::Topic),
            Screen::Sample,
            Screen::Library { shelf: Shelf::Topics, item: None },
        ] {
            assert_eq!(Part::of(&screen), Part::Library);
        }
        let site = Screen::Site(Id::from("programme-x"));
        let others = [Screen::Programme, site, Screen::Settings, Screen::Help];
        for screen in others {
            assert_eq!(Part::of(&screen), Part::More);
        }
    }
}
