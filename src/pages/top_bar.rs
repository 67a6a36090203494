//! The bar at the top: where one is, and where the data is.

use crate::ui::{Content, el, icon, live, memo};
use leptos::prelude::*;

use super::undo::UndoPlace;
use super::{format, screen};
use crate::model::TimeOfDay;
use crate::route::{Screen, Section, Shelf};
use crate::workspace::{JournalState, SaveState, Workspace};

/// The bar at the top of every screen.
pub fn top_bar() -> AnyView {
    let screen = screen();
    let is_home = memo(move || screen.with(|screen| *screen == Screen::Home));
    let brand = move || {
        if is_home.get() {
            el("a")
                .class("bar__brand")
                .attr("href", Screen::Home.href())
                .has((logo(), el("span").has(say!(app.name))))
                .view()
        } else {
            (
                el("a")
                    .class("bar__brand bar__brand--inner")
                    .attr("href", Screen::Home.href())
                    .attr("aria-label", say!(app.home_link))
                    .has(logo()),
                where_now(),
            )
                .view()
        }
    };
    el("header")
        .class("bar no-print")
        .has((
            brand,
            el("div").class("bar__tools").has((
                save_line(),
                UndoPlace::expect().buttons(),
                send_or_menu(),
            )),
        ))
        .view()
}

/// Returns the product's sign: a bead on a line.
pub fn logo() -> AnyView {
    view! {
        <svg class="logo" viewBox="0 0 64 48" aria-hidden="true">
            <path class="logo__thread" d="M14 33C26 33 22 15 34 15"></path>
            <circle cx="12" cy="33" r="9"></circle>
            <circle class="logo__now" cx="46" cy="15" r="11"></circle>
        </svg>
    }
    .into_any()
}

/// The way back to all exchanges, and the name of what is open.
fn where_now() -> AnyView {
    let screen = screen();
    let workspace = Workspace::expect();
    let name = memo(move || match screen.get() {
        Screen::Home => String::new(),
        Screen::New(_) => say!(create.title).to_owned(),
        Screen::Sample => say!(home.sample).to_owned(),
        Screen::Open => say!(open.title).to_owned(),
        Screen::Library { .. } => say!(app.library).to_owned(),
        Screen::Programme | Screen::Site(_) => say!(programme.title).to_owned(),
        Screen::Settings => say!(app.settings).to_owned(),
        Screen::Help => say!(app.help).to_owned(),
        Screen::Exchange { id, .. } => match workspace.find(&id) {
            Some(open) => open.exchange().with(|exchange| super::title_of(&exchange.about)),
            None => say!(app.missing_title).to_owned(),
        },
    });
    el("nav")
        .class("bar__where")
        .attr("aria-label", say!(app.you_are_here))
        .has((
            el("a")
                .attr("href", Screen::Home.href())
                .has((icon(icondata::LuChevronLeft), el("span").has(say!(app.exchanges)))),
            icon(icondata::LuChevronRight),
            el("span").attr("aria-current", "page").has(name),
        ))
        .view()
}

/// Says where the data is. Always there.
fn save_line() -> AnyView {
    let workspace = Workspace::expect();
    let (saved, journal) = (workspace.saved(), workspace.journal());
    let is_exposed = move || matches!(journal.get(), JournalState::Closed | JournalState::Failing);
    let tone = move || match saved.get() {
        SaveState::Saved(_) | SaveState::Unsaved => is_exposed().then_some("warn"),
        SaveState::NoStorage => Some("warn"),
        SaveState::Full { .. } | SaveState::Newer => Some("danger"),
    };
    let text = move || match saved.get() {
        SaveState::Saved(_) if is_exposed() => say!(app.saved_late).to_owned(),
        SaveState::Saved(None) => say!(app.saved).to_owned(),
        SaveState::Saved(Some(minute)) => {
            say!(app.saved_at, time = format::time(TimeOfDay::from_minutes(minute)))
        }
        SaveState::Unsaved => say!(app.unsaved).to_owned(),
        SaveState::Full { is_in_journal: true } => say!(app.full_kept).to_owned(),
        SaveState::Full { is_in_journal: false } => say!(app.full).to_owned(),
        SaveState::NoStorage => say!(app.no_storage).to_owned(),
        SaveState::Newer => say!(app.newer).to_owned(),
    };
    let sign = move || match saved.get() {
        SaveState::Saved(_) | SaveState::Unsaved => icon(icondata::LuTablet),
        SaveState::Full { .. } | SaveState::NoStorage | SaveState::Newer => {
            icon(icondata::LuTriangleAlert)
        }
    };
    // Spoken only when something is wrong: nobody wants to hear "Saved" after every word.
    let spoken = move || tone().map(|_| text());
    (
        el("p").class("bar__saved").attr("data-state", tone).has((sign, el("span").has(text))),
        el("p").class("visually-hidden").attr("role", "status").has(spoken),
    )
        .view()
}

/// Within an exchange the way to send it; elsewhere help and settings.
fn send_or_menu() -> AnyView {
    let screen = screen();
    let exchange = memo(move || match screen.get() {
        Screen::Exchange { id, .. } => Some(id),
        _ => None,
    });
    live(move || match exchange.get() {
        Some(id) => el("a")
            .class("button button--framed")
            .attr("href", Screen::exchange(&id, Section::Send).href())
            .attr("aria-label", say!(app.send))
            .has((icon(icondata::LuShare), el("span").has(say!(app.send))))
            .view(),
        None => (
            el("a")
                .class("button button--icon")
                .attr("href", Screen::Library { shelf: Shelf::Topics, item: None }.href())
                .attr("aria-label", say!(app.library))
                .has(icon(icondata::LuLibrary)),
            el("a")
                .class("button button--icon")
                .attr("href", Screen::Help.href())
                .attr("aria-label", say!(app.help))
                .has(icon(icondata::LuCircleHelp)),
            el("a")
                .class("button button--icon")
                .attr("href", Screen::Settings.href())
                .attr("aria-label", say!(app.settings))
                .has(icon(icondata::LuSettings2)),
        )
            .view(),
    })
}
