//! What can be done with the whole agenda.

use leptos::prelude::*;

use super::shift::ShiftMenu;
use super::state::{ADD_ID, AgendaScreen};
use crate::browser::page;
use crate::ui::{Icon, memo};

/// Add a session or a break, shift the rest, print.
#[component]
pub fn Toolbar() -> impl IntoView {
    let screen = AgendaScreen::expect();
    let day = memo(move || screen.day_name(screen.day()));
    view! {
        <div class="toolbar">
            <button
                class="button"
                type="button"
                id=ADD_ID
                aria-label=move || say!(agenda.add_session_label, day = day.get())
                on:click=move |_| screen.add_session(None)
            >
                <Icon icon=icondata::LuPlus />
                <span>{say!(agenda.add_session)}</span>
            </button>
            <button
                class="button"
                type="button"
                aria-label=move || say!(agenda.add_break_label, day = day.get())
                on:click=move |_| screen.add_break()
            >
                <Icon icon=icondata::LuCoffee />
                <span>{say!(agenda.add_break)}</span>
            </button>
            <ShiftMenu />
            <button
                class="button button--quiet toolbar__end"
                type="button"
                on:click=move |_| {
                    page::print();
                }
            >
                <Icon icon=icondata::LuPrinter />
                <span>{say!(agenda.print)}</span>
            </button>
        </div>
    }
}
