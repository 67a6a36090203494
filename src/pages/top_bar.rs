//! The bar at the top: where one is, and where the data is.

use leptos::prelude::*;

use super::screen;
use crate::model::TimeOfDay;
use crate::route::{Screen, Section};
use crate::ui::{Icon, memo};
use crate::workspace::{SaveState, Workspace};

/// The bar at the top of every screen.
#[component]
pub fn TopBar() -> impl IntoView {
    let screen = screen();
    let is_home = memo(move || screen.with(|screen| *screen == Screen::Home));
    let brand = move || {
        if is_home.get() {
            view! {
                <a class="bar__brand" href=Screen::Home.href()>
                    <Logo />
                    <span>{say!(app.name)}</span>
                </a>
            }
            .into_any()
        } else {
            view! {
                <a
                    class="bar__brand bar__brand--inner"
                    href=Screen::Home.href()
                    aria-label=say!(app.home_link)
                >
                    <Logo />
                </a>
                <Where />
            }
            .into_any()
        }
    };
    view! {
        <header class="bar no-print">
            {brand}
            <div class="bar__tools">
                <SaveLine />
                <SendOrMenu />
            </div>
        </header>
    }
}

/// The product's sign: a bead on a line.
#[component]
pub fn Logo() -> impl IntoView {
    view! {
        <svg class="logo" viewBox="0 0 64 48" aria-hidden="true">
            <path class="logo__thread" d="M14 33C26 33 22 15 34 15" />
            <circle cx="12" cy="33" r="9" />
            <circle class="logo__now" cx="46" cy="15" r="11" />
        </svg>
    }
}

/// The way back to all exchanges, and the name of what is open.
#[component]
fn Where() -> impl IntoView {
    let screen = screen();
    let workspace = Workspace::expect();
    let name = memo(move || match screen.get() {
        Screen::Home => String::new(),
        Screen::New(_) => say!(create.title).to_owned(),
        Screen::Open => say!(open.title).to_owned(),
        Screen::Settings => say!(app.settings).to_owned(),
        Screen::Help => say!(app.help).to_owned(),
        Screen::Exchange { id, .. } => match workspace.find(&id) {
            Some(open) => open.exchange().with(|exchange| super::title_of(&exchange.about)),
            None => say!(app.missing_title).to_owned(),
        },
    });
    view! {
        <nav class="bar__where" aria-label=say!(app.you_are_here)>
            <a href=Screen::Home.href()>
                <Icon icon=icondata::LuChevronLeft />
                <span>{say!(app.exchanges)}</span>
            </a>
            <Icon icon=icondata::LuChevronRight />
            <span aria-current="page">{name}</span>
        </nav>
    }
}

/// Says where the data is. Always there.
#[component]
fn SaveLine() -> impl IntoView {
    let saved = Workspace::expect().saved();
    let tone = move || match saved.get() {
        SaveState::Saved(_) | SaveState::Unsaved => None,
        SaveState::NoStorage => Some("warn"),
        SaveState::Full | SaveState::Newer => Some("danger"),
    };
    let text = move || match saved.get() {
        SaveState::Saved(None) => say!(app.saved).to_owned(),
        SaveState::Saved(Some(minute)) => {
            say!(app.saved_at, time = TimeOfDay::from_minutes(minute).to_string())
        }
        SaveState::Unsaved => say!(app.unsaved).to_owned(),
        SaveState::Full => say!(app.full).to_owned(),
        SaveState::NoStorage => say!(app.no_storage).to_owned(),
        SaveState::Newer => say!(app.newer).to_owned(),
    };
    let icon = Signal::derive(move || match saved.get() {
        SaveState::Saved(_) | SaveState::Unsaved => icondata::LuTablet,
        SaveState::Full | SaveState::NoStorage | SaveState::Newer => icondata::LuTriangleAlert,
    });
    // Spoken only when something is wrong: nobody wants to hear "Saved" after every word.
    let spoken = move || tone().map(|_| text());
    view! {
        <p class="bar__saved" data-state=tone>
            <Icon icon />
            <span>{text}</span>
        </p>
        <p class="visually-hidden" role="status">{spoken}</p>
    }
}

/// Within an exchange the way to send it; elsewhere help and settings.
#[component]
fn SendOrMenu() -> impl IntoView {
    let screen = screen();
    let exchange = memo(move || match screen.get() {
        Screen::Exchange { id, .. } => Some(id),
        _ => None,
    });
    move || match exchange.get() {
        Some(id) => view! {
            <a
                class="button button--framed"
                href=Screen::exchange(&id, Section::Send).href()
                aria-label=say!(app.send)
            >
                <Icon icon=icondata::LuShare />
                <span>{say!(app.send)}</span>
            </a>
        }
        .into_any(),
        None => view! {
            <a
                class="button button--icon"
                href=Screen::Help.href()
                aria-label=say!(app.help)
            >
                <Icon icon=icondata::LuCircleHelp />
            </a>
            <a
                class="button button--icon"
                href=Screen::Settings.href()
                aria-label=say!(app.settings)
            >
                <Icon icon=icondata::LuSettings2 />
            </a>
        }
        .into_any(),
    }
}
