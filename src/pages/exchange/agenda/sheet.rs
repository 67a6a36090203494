//! The agenda as a list: for those who do not see the grid, and for paper.
//!
//! On paper it is all there is of this screen, so it says for itself whose visit this is.

use leptos::prelude::*;

use super::sheet_day::DayList;
use super::state::{AgendaScreen, title_of};
use crate::model::{Exchange, Id, Objective, Session, agenda, rank};
use crate::pages::{format, title_of as exchange_title, words};
use crate::ui::{Each, live, memo};

/// The whole agenda, day by day, with the objectives behind the numbers at its foot.
#[component]
pub fn Sheet() -> impl IntoView {
    let screen = AgendaScreen::expect();
    let exchange = screen.open.exchange();
    let about = screen.open.about();
    let marking = memo(move || about.with(|about| about.marking.trim().to_owned()));
    let title = memo(move || about.with(exchange_title));
    let who = memo(move || exchange.with(who));
    let when = memo(move || {
        about.with(|about| {
            let dates = about.dates.map_or_else(|| say!(app.dates_open).to_owned(), format::range);
            format!("{dates} · {}", words::format(about.format))
        })
    });
    view! {
        <article class="panel sheet" aria-labelledby="agenda-sheet">
            <header class="sheet__top">
                {live(move || Some(marking.get()).filter(|it| !it.is_empty()).map(|marking| view! {
                    <p class="sheet__mark">{marking}</p>
                }))}
                <h2 id="agenda-sheet">
                    <span class="no-print">{say!(agenda.list_name)}</span>
                    <span class="print-only">{say!(agenda.print_name)}</span>
                    {title}
                </h2>
                {live(move || Some(who.get()).filter(|it| !it.is_empty()).map(|who| view! {
                    <p>{who}</p>
                }))}
                <p class="soft">{when}</p>
            </header>
            <div class="query">
                <Each each=move || screen.each_day() let:day>
                    <DayList day />
                </Each>
                <Waiting />
                <Objectives />
            </div>
        </article>
    }
}

/// Returns who hosts whom, as far as it is known.
fn who(exchange: &Exchange) -> String {
    let (host, visitors) = (exchange.hosts().join(", "), exchange.visitors().join(", "));
    match (host.is_empty(), visitors.is_empty()) {
        (false, false) => say!(agenda.hosts, host = host, visitors = visitors),
        (false, true) => say!(agenda.host_only, host = host),
        (true, false) => say!(agenda.visitors_only, visitors = visitors),
        (true, true) => String::new(),
    }
}

/// The sessions that have no time yet.
#[component]
fn Waiting() -> impl IntoView {
    let screen = AgendaScreen::expect();
    let waiting = memo(move || screen.open.exchange().with(agenda::tray));
    let any = memo(move || waiting.with(|waiting| !waiting.is_empty()));
    let line = move |id: &Id| {
        let record = screen.open.record::<Session>(id);
        move || {
            record.with(|session| {
                let minutes = session.as_ref().map_or(0, Session::minutes);
                let minutes = say!(agenda.minutes_short, minutes = minutes);
                format!("{}, {minutes}", title_of(session.as_ref()))
            })
        }
    };
    move || {
        any.get().then(|| {
            view! {
                <h3 class="listing__day">{say!(agenda.no_time)}</h3>
                <ul>
                    <Each each=move || waiting.get() let:id>
                        <li>{line(&id)}</li>
                    </Each>
                </ul>
            }
        })
    }
}

/// The objectives, numbered as they are in the table.
#[component]
fn Objectives() -> impl IntoView {
    let screen = AgendaScreen::expect();
    let numbered = memo(move || {
        let order = screen.open.exchange().with(|exchange| rank::ordered(&exchange.objectives));
        order.into_iter().zip(1_usize..).collect::<Vec<_>>()
    });
    let any = memo(move || numbered.with(|all| !all.is_empty()));
    let text = move |id: &Id| {
        let record = screen.open.record::<Objective>(id);
        move || record.with(|objective| objective.as_ref().map(|it| it.text.clone()))
    };
    move || {
        any.get().then(|| {
            view! {
                <h3 class="listing__day">{say!(agenda.objectives)}</h3>
                <ol class="rows">
                    <Each each=move || numbered.get() let:row>
                        <li class="item">
                            <span class="ordinal">{row.1}</span>
                            <div class="item__body"><p>{text(&row.0)}</p></div>
                        </li>
                    </Each>
                </ol>
            }
        })
    }
}
