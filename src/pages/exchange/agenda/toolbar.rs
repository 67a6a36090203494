//! What can be done with the whole agenda.

use crate::ui::{Content, button, el, icon, memo};
use leptos::prelude::*;

use super::shift::shift_menu;
use super::state::{ADD_ID, AgendaScreen};
use crate::browser::page;

/// Add a session or a break, shift the rest, print.
pub fn toolbar() -> AnyView {
    let screen = AgendaScreen::expect();
    let day = memo(move || screen.day_name(screen.day()));
    el("div")
        .class("toolbar")
        .has((
            button("button")
                .id(ADD_ID)
                .attr("aria-label", move || say!(agenda.add_session_label, day = day.get()))
                .on_click(move || screen.add_session(None))
                .has((icon(icondata::LuPlus), el("span").has(say!(agenda.add_session)))),
            button("button")
                .attr("aria-label", move || say!(agenda.add_break_label, day = day.get()))
                .on_click(move || screen.add_break())
                .has((icon(icondata::LuCoffee), el("span").has(say!(agenda.add_break)))),
            shift_menu(),
            button("button button--quiet toolbar__end")
                .on_click(move || {
                    page::print();
                })
                .has((icon(icondata::LuPrinter), el("span").has(say!(agenda.print)))),
        ))
        .view()
}
