//! The assessment: how far this visit's own objectives were met, and the visit as a whole (S0).

pub mod evidence;
pub mod scale;
pub mod verdict;
pub mod whole_visit;

use crate::ui::{Content, each, el, icon, memo, when, when_else};
use leptos::prelude::*;

use self::verdict::verdict;
use self::whole_visit::whole_visit;
use crate::browser::clock;
use crate::model::{Phase, rank};
use crate::pages::exchange::rows;
use crate::route::{Screen, Section};
use crate::workspace::OpenExchange;

/// The assessment screen. The objective that the address names has the focus.
pub fn assessment_page() -> AnyView {
    let open = OpenExchange::expect();
    let about = open.about();
    let is_early =
        memo(move || about.with(|about| Phase::on(clock::today(), about) < Phase::Assess));
    rows::follow_address(&[scale::KIND]);
    (
        when(
            move || is_early.get(),
            move || {
                el("p")
                    .class("note-line")
                    .has((icon(icondata::LuHourglass), el("span").has(say!(assess.not_over))))
            },
        ),
        el("div").class("columns").has((objectives(), el("div").class("stack").has(whole_visit()))),
    )
        .view()
}

/// The objectives in their order, each with its verdict.
fn objectives() -> AnyView {
    let open = OpenExchange::expect();
    let exchange = open.exchange();
    let ids = memo(move || exchange.with(|exchange| rank::ordered(&exchange.objectives)));
    let any = memo(move || ids.with(|ids| !ids.is_empty()));
    let rated = memo(move || {
        let met = |id| exchange.with(|it| it.assessments.get(id).and_then(|it| it.met));
        ids.get().iter().filter(|id| met(*id).is_some()).count()
    });
    let state = move || say!(assess.rated_of, count = rated.get(), all = ids.with(Vec::len));
    el("section")
        .class("panel")
        .attr("aria-labelledby", "objectives-title")
        .has((
            el("div").class("panel__head").has((
                el("h2").id("objectives-title").has(say!(assess.met_title)),
                when(move || any.get(), move || el("span").class("soft num nowrap").has(state)),
            )),
            when_else(
                move || any.get(),
                move || {
                    el("ol")
                        .class("rows query")
                        .has(each(move || ids.get(), move |id| verdict(id, ids)))
                },
                no_objectives,
            ),
        ))
        .view()
}

/// Says what an assessment rests on while there is no objective.
fn no_objectives() -> AnyView {
    let open = OpenExchange::expect();
    el("div")
        .class("empty")
        .has((
            icon(icondata::LuTarget),
            el("p").has(say!(assess.no_objectives)),
            el("a")
                .class("button")
                .attr("href", Screen::exchange(&open.id(), Section::Overview).href())
                .has(say!(assess.to_objectives)),
        ))
        .view()
}
