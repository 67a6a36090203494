//! One exchange: its head, its sections, and the section that is shown. Templates and toolkits are made
//! of the same records and have fewer sections.

pub mod agenda;
pub mod assessment;
pub mod came_back;
pub mod changes;
pub mod conflicts;
pub mod head;
pub mod loose_ends;
pub mod loose_words;
pub mod notes;
pub mod overview;
pub mod people;
pub mod places;
pub mod preparation;
pub mod questions;
pub mod record;
pub mod retention;
pub mod rows;
pub mod sections;
pub mod send;
pub mod taken;
pub mod team;
pub mod trash;
pub mod undo;

use crate::ui::{Content, Derived, el, icon, memo, switch};
use leptos::prelude::*;

use super::{TITLE_ID, parts, sample, screen};
use crate::browser::page;
use crate::model::{Id, Kind};
use crate::route::{Screen, Section};
use crate::workspace::{OpenExchange, Workspace};

/// The page of one exchange. When the exchange leaves this device, from here or from another tab, it
/// says so: what is written on a page that holds on to it would be lost.
///
/// - `id`: Which one.
pub fn exchange_page(id: &Id) -> AnyView {
    let (workspace, id) = (Workspace::expect(), id.clone());
    let of_presence = id.clone();
    switch(
        move || workspace.has(&of_presence),
        move |_| match workspace.find(&id) {
            Some(open) => {
                provide_context(open);
                provide_context(open.document());
                known()
            }
            None => missing(),
        },
    )
}

/// What is said of an exchange that is not on this device.
fn missing() -> AnyView {
    page::set_title(say!(app.missing_title));
    el("main")
        .class("alone")
        .id("main")
        .has(
            el("div").class("alone__card").has((
                icon(icondata::LuFileQuestion),
                el("h1").id(TITLE_ID).attr("tabindex", "-1").has(say!(app.missing_title)),
                el("p").has(say!(app.missing_text)),
                el("div").class("cluster").has((
                    el("a")
                        .class("button button--primary")
                        .attr("href", Screen::Open.href())
                        .has(say!(app.open_file)),
                    el("a")
                        .class("button")
                        .attr("href", Screen::Home.href())
                        .has(say!(app.all_exchanges)),
                )),
            )),
        )
        .view()
}

/// Returns the section that the address asks for, if documents of this kind have it.
fn section(kind: Kind) -> Derived<Section> {
    let screen = screen();
    memo(move || match screen.get() {
        Screen::Exchange { section, .. } if sections::of(kind).contains(&section) => section,
        _ => Section::Overview,
    })
}

fn known() -> AnyView {
    let open = OpenExchange::expect();
    let section = section(open.kind());
    undo::offer(open.document(), undo::screen_of_step);
    el("main")
        .class("page")
        .id("main")
        .has((
            head::head(),
            el("div").class("workbench").has((
                sections::sections(),
                el("div").class("stack stack--loose").has((
                    sample::line(&open.id()),
                    taken::taken(),
                    retention::retention(),
                    conflicts::unsettled(),
                    came_back::came_back(),
                    switch(
                        move || section.get(),
                        move |section| parts::show(Screen::exchange(&open.id(), section)),
                    ),
                )),
            )),
        ))
        .view()
}
