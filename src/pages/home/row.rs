//! One exchange in the list: when, what, who, and how its thread stands.

use crate::ui::{Content, el, icon, memo};
use leptos::prelude::*;

use crate::browser::clock;
use crate::model::{Id, Phase, Summary};
use crate::pages::who::who;
use crate::pages::{format, named, words};
use crate::route::{Screen, Section};
use crate::workspace::Workspace;

/// How an exchange stands, in one line: its tone, icon and words.
#[derive(Clone, PartialEq)]
struct State {
    tone: Option<&'static str>,
    icon: icondata::Icon,
    text: String,
}

/// One exchange.
///
/// - `id`: Which one.
/// - `phase`: The phase it is in today.
pub fn row(id: &Id, phase: Phase) -> AnyView {
    let summary = Workspace::expect().summary(id);
    let section = match phase {
        Phase::Plan => Section::Overview,
        Phase::Visit => Section::Notes,
        Phase::Assess => Section::Assessment,
    };
    let href = Screen::exchange(id, section).href();
    let date = move || match summary.with(|it| it.dates) {
        Some(dates) => {
            let (days, month) = format::stacked(dates);
            el("p").class("date").has((el("b").class("num").has(days), month)).view()
        }
        None => el("p")
            .class("date")
            .attr("data-state", "open")
            .has((el("b").has("–"), say!(home.date_open)))
            .view(),
    };
    let beads = memo(move || summary.with(|it| it.line(phase)));
    let state = memo(move || summary.with(|it| state_of(it, phase)));
    let go = match phase {
        Phase::Visit => el("a")
            .class("button button--primary exchange__go")
            .attr("href", href.clone())
            .has(say!(home.take_notes))
            .view(),
        _ => el("span")
            .class("exchange__go")
            .attr("aria-hidden", "true")
            .has(icon(icondata::LuChevronRight))
            .view(),
    };
    el("li")
        .class("exchange")
        .has((
            date,
            el("div").class("exchange__what").has((
                el("h3").has(
                    el("a")
                        .class("exchange__link")
                        .attr("href", href)
                        .has(move || summary.with(|it| named(&it.title))),
                ),
                who(
                    "exchange__who",
                    memo(move || summary.with(|it| (it.hosts.clone(), it.visitors.clone()))),
                ),
            )),
            el("div").class("exchange__state").has((
                el("span").class("threadline").attr("aria-hidden", "true").has(move || {
                    beads.get().map(|bead| {
                        el("span").class("bead bead--small").attr("data-state", bead.word())
                    })
                }),
                el("p").class("note-line").attr("data-state", move || state.get().tone).has((
                    move || icon(state.get().icon),
                    el("span").has(move || state.get().text),
                )),
            )),
            go,
        ))
        .view()
}

fn state_of(exchange: &Summary, phase: Phase) -> State {
    let today = clock::today();
    match (phase, exchange.dates) {
        (Phase::Visit, Some(dates)) => {
            let day = (today - dates.first).num_days() + 1;
            let text = say!(home.visit_today, day = day, days = dates.days());
            State { tone: None, icon: icondata::LuClock, text }
        }
        (Phase::Assess, _) => {
            let Summary { rated, objectives, .. } = *exchange;
            let text = say!(home.rated, rated = rated, all = objectives);
            let loose = if exchange.is_counted { exchange.loose_ends_on(today) } else { 0 };
            let warn = |text| State { tone: Some("warn"), icon: icondata::LuTriangleAlert, text };
            match loose {
                0 if rated < objectives => warn(text),
                0 => State { tone: Some("ok"), icon: icondata::LuCheck, text },
                _ => warn(say!(home.rated_and_loose, rated = text, loose = loose_ends(loose))),
            }
        }
        _ if !exchange.is_counted => {
            State { tone: None, icon: icondata::LuClock, text: say!(home.counting).to_owned() }
        }
        _ => match exchange.loose_ends_on(today) {
            0 => State {
                tone: Some("ok"),
                icon: icondata::LuCheck,
                text: say!(home.no_loose_end).to_owned(),
            },
            count => State {
                tone: Some("warn"),
                icon: icondata::LuTriangleAlert,
                text: loose_ends(count),
            },
        },
    }
}

fn loose_ends(count: usize) -> String {
    words::counted(count, say!(home.one_loose_end), |count| say!(home.loose_ends, count = count))
}
