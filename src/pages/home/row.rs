//! One exchange in the list: when, what, who, and how its thread stands.

use leptos::prelude::*;

use crate::browser::clock;
use crate::model::{Exchange, Phase, thread, warning};
use crate::pages::{format, title_of, words};
use crate::route::{Screen, Section};
use crate::ui::{Icon, live, memo};
use crate::workspace::OpenExchange;

/// How an exchange stands, in one line: its tone, icon and words.
#[derive(Clone, PartialEq)]
struct State {
    tone: Option<&'static str>,
    icon: icondata::Icon,
    text: String,
}

/// One exchange.
#[component]
pub fn Row(
    /// Which one.
    open: OpenExchange,
    /// The phase it is in today.
    phase: Phase,
) -> impl IntoView {
    let exchange = open.exchange();
    let about = open.about();
    let section = match phase {
        Phase::Plan => Section::Overview,
        Phase::Visit => Section::Notes,
        Phase::Assess => Section::Assessment,
    };
    let href = Screen::exchange(&open.id(), section).href();
    let date = move || match about.with(|about| about.dates) {
        Some(dates) => {
            let (days, month) = format::stacked(dates);
            view! { <p class="date"><b class="num">{days}</b>{month}</p> }.into_any()
        }
        None => view! { <p class="date" data-state="open"><b>"–"</b>{say!(home.date_open)}</p> }
            .into_any(),
    };
    let hosts = memo(move || exchange.with(|it| joined(&it.hosts(), say!(app.no_host))));
    let visitors = memo(move || exchange.with(|it| joined(&it.visitors(), say!(app.no_visitors))));
    let beads = memo(move || exchange.with(|it| thread::line(it, phase)));
    let state = memo(move || exchange.with(|it| state_of(it, phase)));
    let go = match phase {
        Phase::Visit => view! {
            <a class="button button--primary exchange__go" href=href.clone()>
                {say!(home.take_notes)}
            </a>
        }
        .into_any(),
        _ => view! {
            <span class="exchange__go" aria-hidden="true">
                <Icon icon=icondata::LuChevronRight />
            </span>
        }
        .into_any(),
    };
    view! {
        <li class="exchange">
            {date}
            <div class="exchange__what">
                <h3><a class="exchange__link" href=href>{live(move || about.with(title_of))}</a></h3>
                <p class="exchange__who">
                    <span>{hosts}</span>
                    " "
                    <span class="visitors">
                        <Icon icon=icondata::LuArrowLeft />
                        <span class="visually-hidden">{say!(app.hosts)}</span>
                        <span>{visitors}</span>
                    </span>
                </p>
            </div>
            <div class="exchange__state">
                <span class="threadline" aria-hidden="true">
                    {live(move || beads.get().map(|bead| view! {
                        <span class="bead bead--small" data-state=bead.word()></span>
                    }).collect_view())}
                </span>
                <p class="note-line" data-state=move || state.get().tone>
                    <Icon icon=Signal::derive(move || state.get().icon) />
                    <span>{live(move || state.get().text)}</span>
                </p>
            </div>
            {go}
        </li>
    }
}

fn joined(names: &[&str], none: &str) -> String {
    if names.is_empty() { none.to_owned() } else { names.join(", ") }
}

fn state_of(exchange: &Exchange, phase: Phase) -> State {
    let today = clock::today();
    match (phase, exchange.about.dates) {
        (Phase::Visit, Some(dates)) => {
            let day = (today - dates.first).num_days() + 1;
            let text = say!(home.visit_today, day = day, days = dates.days());
            State { tone: None, icon: icondata::LuClock, text }
        }
        (Phase::Assess, _) => {
            let strands = thread::strands(exchange);
            let rated: usize = strands.iter().map(|strand| strand.assessed).sum();
            let text = say!(home.rated, rated = rated, all = strands.len());
            if rated < strands.len() {
                State { tone: Some("warn"), icon: icondata::LuTriangleAlert, text }
            } else {
                State { tone: Some("ok"), icon: icondata::LuCheck, text }
            }
        }
        _ => match warning::all(exchange).len() {
            0 => State {
                tone: Some("ok"),
                icon: icondata::LuCheck,
                text: say!(home.no_loose_end).to_owned(),
            },
            count => State {
                tone: Some("warn"),
                icon: icondata::LuTriangleAlert,
                text: words::counted(count, say!(home.one_loose_end), |count| {
                    say!(home.loose_ends, count = count)
                }),
            },
        },
    }
}
