//! The year picture: when each exchange is or was, from three exchanges on.

use chrono::Datelike as _;
use leptos::prelude::*;

use crate::browser::clock;
use crate::model::{Dates, Id, Phase, year};
use crate::pages::{format, named};
use crate::route::{Screen, Section};
use crate::ui::{Content, Derived, El, button, el, icon, live, memo, when};
use crate::workspace::Workspace;

/// From how many exchanges on there is a picture.
const FEWEST: usize = 3;

/// A visit with its days, and what it is called; one that left this device has no screen.
#[derive(Clone, PartialEq)]
struct Visit {
    id: Id,
    title: String,
    dates: Dates,
    is_here: bool,
}

/// The panel; nothing before there are three exchanges with dates.
pub fn year() -> AnyView {
    let workspace = Workspace::expect();
    let visits = memo(move || visits(workspace));
    let asked = RwSignal::new(clock::today().year());
    when(
        move || visits.with(|visits| visits.len() >= FEWEST),
        move || {
            el("section").class("panel").attr("aria-labelledby", "year-title").has((
                el("div").class("panel__head").has((
                    el("h2")
                        .id("year-title")
                        .attr("aria-live", "polite")
                        .has(move || say!(home.year, year = asked.get())),
                    el("div")
                        .class("cluster")
                        .has((turn(visits, asked, false), turn(visits, asked, true))),
                )),
                el("div").class("panel__body stack stack--close").has(live(move || {
                    let year = asked.get();
                    visits.with(|visits| drawn(year, visits))
                })),
            ))
        },
    )
    .view()
}

fn visits(workspace: Workspace) -> Vec<Visit> {
    let here = workspace.counted_now().into_iter().filter_map(|id| {
        let summary = workspace.summary_now(&id);
        let (title, dates) = (named(&summary.title), summary.dates?);
        Some(Visit { id, title, dates, is_here: true })
    });
    let archived = workspace.stubs().into_iter().filter_map(|stub| {
        let (title, dates) = (named(&stub.title), stub.dates?);
        Some(Visit { id: stub.id, title, dates, is_here: false })
    });
    here.chain(archived).collect()
}

fn days_of(visits: &[Visit]) -> Vec<(Id, Dates)> {
    visits.iter().map(|visit| (visit.id.clone(), visit.dates)).collect()
}

/// The way to the next year with a visit, or the one before; out of use where there is none.
fn turn(visits: Derived<Vec<Visit>>, asked: RwSignal<i32>, is_later: bool) -> El {
    let to = memo(move || {
        let years = visits.with(|visits| year::years(&days_of(visits)));
        let now = asked.get();
        if is_later {
            years.into_iter().find(|year| *year > now)
        } else {
            years.into_iter().rev().find(|year| *year < now)
        }
    });
    let (name, sign) = if is_later {
        (say!(home.year_later), icondata::LuChevronRight)
    } else {
        (say!(home.year_earlier), icondata::LuChevronLeft)
    };
    button("button button--quiet button--icon")
        .attr("aria-label", name)
        .flag("disabled", move || to.get().is_none())
        .on_click(move || {
            if let Some(year) = to.get_untracked() {
                asked.set(year);
            }
        })
        .has(icon(sign))
}

/// The line of the year with its beads, and the same in words.
fn drawn(year: i32, visits: &[Visit]) -> AnyView {
    let beads = year::year(year, &days_of(visits));
    let today = clock::today();
    let lanes = beads.iter().map(|bead| bead.lane).max().unwrap_or_default() + 1;
    let found = |id: &Id| visits.iter().find(|visit| visit.id == *id);
    let drawn = beads.iter().filter_map(|bead| {
        let is_to_come = Phase::by(today, Some(found(&bead.id)?.dates)) == Phase::Plan;
        Some(
            el("span")
                .class("bead bead--small")
                .attr("data-state", is_to_come.then_some("later"))
                .var("--at", bead.at.to_string())
                .var("--lane", bead.lane.to_string()),
        )
    });
    let drawn = drawn.collect::<Vec<_>>();
    let rows = beads.iter().filter_map(|bead| found(&bead.id)).map(row).collect::<Vec<_>>();
    if rows.is_empty() {
        return el("p").class("soft").has(say!(home.year_empty)).view();
    }
    let months = (1..=12).map(|month: u8| el("span").has(month.to_string())).collect::<Vec<_>>();
    (
        el("div").class("year").attr("aria-hidden", "true").var("--lanes", lanes.to_string()).has(
            (
                el("div").class("year__line").has(drawn),
                el("div").class("year__months num").has(months),
            ),
        ),
        el("ol").class("stack stack--tight").has(rows),
    )
        .view()
}

fn row(visit: &Visit) -> El {
    let title = visit.title.clone();
    let name = if visit.is_here {
        let screen = Screen::exchange(&visit.id, Section::Overview);
        el("a").class("year__link").attr("href", screen.href()).has(title)
    } else {
        el("span").has(title)
    };
    el("li")
        .class("year__row")
        .has((el("span").class("soft num").has(format::range(visit.dates)), name))
}
