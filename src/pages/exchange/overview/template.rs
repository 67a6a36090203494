//! The first screen of a template of one's own: what a visit takes over from it.

use leptos::prelude::*;

use super::aside;
use super::ending::ending;
use super::goal::{focus_areas, line};
use super::goals::goals;
use super::objectives::objectives;
use super::outcomes::outcomes;
use super::resources::resources;
use crate::pages::exchange::loose_ends::GOAL;
use crate::pages::exchange::record::Opened;
use crate::pages::go;
use crate::route::{Screen, Step};
use crate::ui::{Content, InPlace, button, el, icon};
use crate::workspace::{OpenExchange, Start, Workspace};

/// The page.
pub fn template() -> AnyView {
    let opened = Opened::default();
    el("div")
        .class("columns")
        .has((
            el("div").class("stack").has((
                about(),
                objectives(opened),
                outcomes(opened),
                resources(opened, say!(plan.resources), say!(plan.resources_empty)),
                ending(),
            )),
            aside(opened, || {
                el("aside")
                    .class("strip")
                    .attr("aria-label", say!(library.template_use))
                    .has(using())
            }),
        ))
        .view()
}

/// What it is called and for.
fn about() -> AnyView {
    el("section")
        .class("panel")
        .attr("aria-labelledby", "goal-title")
        .has((
            el("div").class("panel__head").has(el("h2").id("goal-title").has(say!(plan.goal))),
            el("div").class("panel__body stack stack--close").has((
                line(
                    say!(plan.title),
                    "title",
                    say!(library.template_title_placeholder),
                    InPlace::strong,
                    |about| &about.title,
                    |about, text| about.title = text,
                ),
                line(
                    say!(plan.goal),
                    GOAL,
                    say!(plan.goal_placeholder),
                    InPlace::goal,
                    |about| &about.goal,
                    |about, text| about.goal = text,
                ),
                goals(),
                focus_areas(),
            )),
        ))
        .view()
}

/// The way from the template to an exchange.
fn using() -> AnyView {
    let (workspace, open) = (Workspace::expect(), OpenExchange::expect());
    let plan = move || {
        workspace.change_draft(|draft| draft.start = Some(Start::Document(open.id())));
        go(&Screen::New(Step::Organisations));
    };
    el("section")
        .class("panel")
        .attr("aria-labelledby", "use-title")
        .has(el("div").class("panel__body stack stack--close").has(
            (
                el("h2").id("use-title").has(say!(library.template_use)),
                el("p").class("soft").has(say!(library.template_copied)),
                button("button button--primary").on_click(plan).has((
                    icon(icondata::LuPlus),
                    el("span").has(say!(library.plan_from_template)),
                )),
            ),
        ))
        .view()
}
