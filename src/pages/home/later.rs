//! What home shows beside the list once the rest of the app is here: what is due, person-trips, the year.

use leptos::prelude::*;

use super::year;
use crate::browser::clock;
use crate::model::{Due, Id};
use crate::order;
use crate::pages::programme::glance::glance;
use crate::pages::{format, named, sample};
use crate::route::{Screen, Section};
use crate::ui::{Content, El, el, live, memo, when};
use crate::workspace::Workspace;

/// How many things that are due are shown.
const MOST_SHOWN: usize = 6;

/// The panels.
pub fn later() -> AnyView {
    (sample::offer_removal(), due(), glance(), year::year()).view()
}

/// What is due next in all exchanges; nothing where nothing is.
fn due() -> AnyView {
    let workspace = Workspace::expect();
    let due = memo(move || {
        let today = clock::today();
        let mut all: Vec<(Due, Id, String)> = Vec::new();
        for id in workspace.counted_now() {
            let summary = workspace.summary_now(&id);
            let next = summary.next.into_iter().filter(|it| it.is_open(summary.dates, today));
            all.extend(next.map(|it| (it, id.clone(), summary.title.clone())));
        }
        order::sort_by(&mut all, Ord::cmp);
        all.truncate(MOST_SHOWN);
        all
    });
    when(
        move || due.with(|due| !due.is_empty()),
        move || {
            el("section").class("panel").attr("aria-labelledby", "due-title").has((
                el("div").class("panel__head").has(el("h2").id("due-title").has(say!(home.due))),
                el("ul")
                    .class("rows")
                    .has(live(move || due.get().into_iter().map(row).collect::<Vec<_>>())),
            ))
        },
    )
    .view()
}

fn row((due, exchange, title): (Due, Id, String)) -> El {
    let is_late = due.day < clock::today();
    let text = if due.text.is_empty() { say!(home.due_untitled).to_owned() } else { due.text };
    let day = format::day(due.day);
    let day = if is_late { say!(home.overdue, day = day) } else { day };
    el("li").has(
        el("a")
            .class("due")
            .attr("href", Screen::record(&exchange, Section::Preparation, &due.id).href())
            .attr("data-state", is_late.then_some("warn"))
            .has((
                el("b").has(day),
                el("span").has(text),
                el("small").class("soft").has(named(&title)),
            )),
    )
}
