//! The first screen of a toolkit: what it is called and for, and what is in it, in order.

use leptos::prelude::*;

use super::ending::ending;
use super::goal::line;
use super::resources;
use crate::browser::page;
use crate::pages::exchange::loose_ends::GOAL;
use crate::pages::exchange::record::{Opened, beside};
use crate::route::{Screen, Shelf};
use crate::ui::{Content, InPlace, button, el, icon};

/// The page.
pub fn toolkit() -> AnyView {
    let shelf = Screen::Library { shelf: Shelf::Topics, item: None };
    let opened = Opened::default();
    let list = el("div")
        .class("stack")
        .has((
            el("section").class("panel").attr("aria-labelledby", "goal-title").has((
                el("div")
                    .class("panel__head")
                    .has(el("h2").id("goal-title").has(say!(library.toolkit_about))),
                el("div").class("panel__body stack stack--close").has((
                    line(
                        say!(library.toolkit_title),
                        "title",
                        say!(library.toolkit_title_placeholder),
                        InPlace::strong,
                        |about| &about.title,
                        |about, text| about.title = text,
                    ),
                    line(
                        say!(library.toolkit_goal),
                        GOAL,
                        say!(library.toolkit_goal_placeholder),
                        std::convert::identity,
                        |about| &about.goal,
                        |about, text| about.goal = text,
                    ),
                    el("div").class("cluster no-print").has((
                        el("a").class("button").attr("href", shelf.href()).has((
                            icon(icondata::LuLibrary),
                            el("span").has(say!(library.collect_more)),
                        )),
                        button("button")
                            .on_click(|| {
                                page::print();
                            })
                            .has((
                                icon(icondata::LuPrinter),
                                el("span").has(say!(programme.print)),
                            )),
                    )),
                )),
            )),
            resources::resources(opened, say!(library.contents), say!(library.toolkit_empty)),
            ending(),
        ))
        .view();
    beside(opened, list, move |id| resources::resource_panel(opened, &id))
}
