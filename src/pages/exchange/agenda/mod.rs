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

use crate::pages::focus;
use crate::ui::{Content, button, el, icon, memo, switch, when_else};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::browser::page;
use crate::model::Id;
use state::{AgendaScreen, PANEL_ID, link_id, name_id};

/// The id of the line that tells the keys.
pub const KEYS_ID: &str = "agenda-keys";

/// The agenda of the present exchange.
pub fn agenda() -> AnyView {
    let screen = AgendaScreen::provide();
    let empty = memo(move || screen.open.exchange().with(|exchange| exchange.sessions.is_empty()));
    follow(screen);
    (
        el("h2").class("visually-hidden").has(say!(agenda.title)),
        el("p").class("visually-hidden").attr("aria-live", "polite").has(screen.said),
        when_else(move || empty.get(), no_sessions, planned),
    )
        .view()
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
fn no_sessions() -> AnyView {
    let screen = AgendaScreen::expect();
    el("section")
        .class("panel")
        .attr("aria-labelledby", "agenda-empty")
        .has(
            el("div").class("empty").has((
                icon(icondata::LuCalendarDays),
                el("h3").id("agenda-empty").has(say!(agenda.empty_title)),
                el("p").has(say!(agenda.empty_text)),
                button("button button--primary")
                    .on_click(move || screen.add_session(None))
                    .has((icon(icondata::LuPlus), el("span").has(say!(agenda.empty_add)))),
            )),
        )
        .view()
}

/// The days, the chosen session beside them, and the list below.
fn planned() -> AnyView {
    let screen = AgendaScreen::expect();
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Escape"
            && let Some(id) = screen.selected.get_untracked()
        {
            screen.leave();
            focus::soon(link_id(&id));
        }
    };
    let beside = switch(
        move || screen.selected.get(),
        |selected| match selected {
            Some(id) => panel::inspector(id),
            None => loose::loose_ends(),
        },
    );
    (
        el("div").class("columns no-print").on_key(on_key).has((
            el("div").class("stack stack--close").has((
                toolbar::toolbar(),
                tray::tray(),
                grid::grid(),
                el("p").class("field__hint").id(KEYS_ID).has(say!(agenda.keys)),
            )),
            beside,
        )),
        sheet::sheet(),
    )
        .view()
}
