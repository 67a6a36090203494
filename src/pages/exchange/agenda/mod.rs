//! The agenda: days side by side with the chosen session beside them, and the same as a list to
//! read, to hear and to print.
//!
//! The address says which session is chosen ([`state`]). Sessions come, go and move by [`moves`].

pub mod alerts;
pub mod days;
pub mod fields;
pub mod grid;
pub mod inspected;
pub mod item;
pub mod links;
pub mod loose;
pub mod moves;
pub mod panel;
pub mod sheet;
pub mod sheet_day;
pub mod shift;
pub mod slot;
pub mod state;
pub mod toolbar;
pub mod tray;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::browser::page;
use crate::model::Id;
use crate::ui::{Icon, live, memo};
use state::{AgendaScreen, PANEL_ID, focus_soon, link_id, name_id};

/// The id of the line that tells the keys.
pub const KEYS_ID: &str = "agenda-keys";

/// The agenda of the present exchange.
#[component]
pub fn Agenda() -> impl IntoView {
    let screen = AgendaScreen::provide();
    let empty = memo(move || screen.open.exchange().with(|exchange| exchange.sessions.is_empty()));
    follow(screen);
    view! {
        <h2 class="visually-hidden">{say!(agenda.title)}</h2>
        <p class="visually-hidden" aria-live="polite">{screen.said}</p>
        {live(move || {
            if empty.get() {
                view! { <Empty /> }.into_any()
            } else {
                view! { <Planned /> }.into_any()
            }
        })}
    }
}

/// Once a session is chosen, it is in sight and its panel has the focus; its title has it if it has
/// no name yet.
fn follow(screen: AgendaScreen) {
    Effect::new(move |before: Option<Option<Id>>| {
        let now = screen.selected.get();
        if let Some(id) = now.as_ref().filter(|_| before.flatten() != now).cloned() {
            let named = screen.open.exchange().with_untracked(|exchange| {
                exchange.sessions.get(&id).is_some_and(|session| !session.title.is_empty())
            });
            // One frame after the shell, which focuses the heading once this screen is new.
            request_animation_frame(move || {
                request_animation_frame(move || {
                    page::offer_focus(&link_id(&id));
                    page::offer_focus(&if named { PANEL_ID.to_owned() } else { name_id(&id) });
                });
            });
        }
        now
    });
}

/// What is said while there are no sessions, and the way to the first one.
#[component]
fn Empty() -> impl IntoView {
    let screen = AgendaScreen::expect();
    view! {
        <section class="panel" aria-labelledby="agenda-empty">
            <div class="empty">
                <Icon icon=icondata::LuCalendarDays />
                <h3 id="agenda-empty">{say!(agenda.empty_title)}</h3>
                <p>{say!(agenda.empty_text)}</p>
                <button
                    class="button button--primary"
                    type="button"
                    on:click=move |_| screen.add_session(None)
                >
                    <Icon icon=icondata::LuPlus />
                    <span>{say!(agenda.empty_add)}</span>
                </button>
            </div>
        </section>
    }
}

/// The days, the chosen session beside them, and the list below.
#[component]
fn Planned() -> impl IntoView {
    let screen = AgendaScreen::expect();
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Escape"
            && let Some(id) = screen.selected.get_untracked()
        {
            screen.leave();
            focus_soon(link_id(&id));
        }
    };
    let beside = move || match screen.selected.get() {
        Some(id) => view! { <panel::Inspector id /> }.into_any(),
        None => view! { <loose::Loose /> }.into_any(),
    };
    view! {
        <div class="columns no-print" on:keydown=on_key>
            <div class="stack stack--close">
                <toolbar::Toolbar />
                <tray::Tray />
                <grid::Grid />
                <p class="field__hint" id=KEYS_ID>{say!(agenda.keys)}</p>
            </div>
            {beside}
        </div>
        <sheet::Sheet />
    }
}
