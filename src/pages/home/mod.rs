//! Home: all exchanges by phase, and where the data is.

pub mod archived;
pub mod later;
pub mod row;
pub mod safe;
pub mod year;

use crate::ui::{Content, Derived, each_by, el, icon, in_turn, key_of, live, memo, when};
use leptos::prelude::*;

use super::{TITLE_ID, format, parts, words};
use crate::browser::{clock, page};
use crate::model::{Id, Phase};
use crate::order;
use crate::route::{Screen, Step};
use crate::workspace::Workspace;

/// All exchanges by phase.
pub fn home_page() -> AnyView {
    let workspace = Workspace::expect();
    let exchanges = workspace.exchanges();
    let used = safe::used();
    let is_empty = memo(move || exchanges.with(Vec::is_empty));
    page::set_title(say!(app.name));
    let about = move || {
        let organisation = workspace.device().with(|device| device.organisation.clone());
        let today = format::long_day(clock::today());
        if organisation.is_empty() { today } else { format!("{organisation} · {today}") }
    };
    // A visit that is on now comes first; the others follow in the order of the phases.
    let phases = [Phase::Visit, Phase::Plan, Phase::Assess];
    el("main")
        .class("page")
        .id("main")
        .has((
            el("div").class("spread page__top").has((
                el("div").has((
                    el("h1").id(TITLE_ID).attr("tabindex", "-1").has(say!(home.title)),
                    el("p").class("soft").has(about),
                )),
                when(
                    move || !is_empty.get(),
                    move || {
                        el("div").class("cluster").has((
                            el("a").class("button").attr("href", Screen::Open.href()).has((
                                icon(icondata::LuFolderOpen),
                                el("span").has(say!(home.open_file)),
                            )),
                            el("a")
                                .class("button button--primary")
                                .attr("href", Screen::New(Step::Topic).href())
                                .has((
                                    icon(icondata::LuPlus),
                                    el("span").has(say!(home.new_exchange)),
                                )),
                        ))
                    },
                ),
            )),
            el("div").class("columns").has((
                el("div").class("stack stack--loose").has((
                    in_turn(move || (safe::notices(used), when(move || is_empty.get(), first_run))),
                    in_turn(move || {
                        (phases.map(|phase| group(phase, exchanges)), archived::archived())
                    }),
                )),
                el("aside")
                    .class("strip")
                    .attr("aria-label", say!(home.glance))
                    .has(in_turn(move || (parts::show_beside_home(), safe::your_data(used)))),
            )),
        ))
        .view()
}

/// The exchanges of one phase: those to come by date, those past with the latest first.
fn group(phase: Phase, exchanges: Derived<Vec<Id>>) -> AnyView {
    let workspace = Workspace::expect();
    let of_phase = memo(move || {
        let today = clock::today();
        let mut found: Vec<_> = exchanges
            .get()
            .into_iter()
            .filter_map(|id| {
                let summary = workspace.summary_now(&id);
                let first = summary.dates.map(|dates| dates.first);
                (Phase::by(today, summary.dates) == phase).then_some((first, summary.title, id))
            })
            .collect();
        order::sort_by(&mut found, |(day_a, title_a, _), (day_b, title_b, _)| {
            let by_day = (day_a.is_none(), day_a).cmp(&(day_b.is_none(), day_b));
            let by_day = if phase == Phase::Assess { by_day.reverse() } else { by_day };
            by_day.then_with(|| title_a.cmp(title_b))
        });
        found.into_iter().map(|(_, _, id)| id).collect::<Vec<_>>()
    });
    let heading = format!("group-{}", phase.word());
    let labelled_by = heading.clone();
    live(move || {
        let count = of_phase.with(Vec::len);
        (count > 0).then(|| {
            el("section")
                .class("group stack stack--tight")
                .attr("data-phase", phase.word())
                .attr("aria-labelledby", labelled_by.clone())
                .has((
                    el("h2").class("group__head").id(heading.clone()).has((
                        words::phase(phase),
                        " ",
                        el("span").class("count").has(count),
                    )),
                    el("div").class("panel query").has(el("ul").class("rows").has(each_by(
                        move || of_phase.get(),
                        key_of,
                        move |id| row::row(&id, phase),
                    ))),
                ))
        })
    })
}

/// What an empty app says: what it is for, and how to begin.
fn first_run() -> AnyView {
    el("section")
        .class("panel")
        .attr("aria-labelledby", "first-run")
        .has(
            el("div").class("empty").has((
                icon(icondata::LuRoute),
                el("h2").id("first-run").has(say!(home.first_title)),
                el("p").has(say!(home.first_text)),
                el("div").class("cluster").has((
                    el("a")
                        .class("button button--primary")
                        .attr("href", Screen::New(Step::Topic).href())
                        .has((icon(icondata::LuPlus), el("span").has(say!(home.new_exchange)))),
                    el("a")
                        .class("button")
                        .attr("href", Screen::Open.href())
                        .has((icon(icondata::LuFolderOpen), el("span").has(say!(home.open_sent)))),
                    el("a")
                        .class("button button--quiet")
                        .attr("href", Screen::Sample.href())
                        .has(say!(home.sample_look)),
                )),
            )),
        )
        .view()
}
