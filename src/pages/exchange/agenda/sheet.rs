//! The agenda as a list: for those who do not see the grid, and for paper.
//!
//! On paper it is all there is of this screen, so it says for itself whose visit this is.

use crate::ui::{Content, each, el, live, memo};
use leptos::prelude::*;

use super::sheet_day::day_list;
use super::state::{AgendaScreen, title_of};
use crate::model::{Exchange, Id, Objective, Session, agenda, rank};
use crate::pages::{format, title_of as exchange_title, words};

/// The whole agenda, day by day, with the objectives behind the numbers at its foot.
pub fn sheet() -> AnyView {
    let screen = AgendaScreen::expect();
    let exchange = screen.open.exchange();
    let about = screen.open.about();
    let marking = memo(move || about.with(|about| about.marking.trim().to_owned()));
    let title = memo(move || about.with(exchange_title));
    let who = memo(move || exchange.with(who));
    let when = memo(move || {
        about.with(|about| {
            let dates = about.dates.map_or_else(|| say!(app.dates_open).to_owned(), format::range);
            format!("{dates} · {}", words::of(about.format))
        })
    });
    el("article")
        .class("panel sheet")
        .attr("aria-labelledby", "agenda-sheet")
        .has((
            el("header").class("sheet__top").has((
                move || {
                    Some(marking.get())
                        .filter(|it| !it.is_empty())
                        .map(|marking| el("p").class("sheet__mark").has(marking))
                },
                el("h2").id("agenda-sheet").has((
                    el("span").class("no-print").has(say!(agenda.list_name)),
                    el("span").class("print-only").has(say!(agenda.print_name)),
                    title,
                )),
                move || Some(who.get()).filter(|it| !it.is_empty()).map(|who| el("p").has(who)),
                el("p").class("soft").has(when),
            )),
            el("div").class("query").has((
                each(move || screen.each_day(), day_list),
                waiting(),
                objectives(),
            )),
        ))
        .view()
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
fn waiting() -> AnyView {
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
    live(move || {
        any.get().then(|| {
            (
                el("h3").class("listing__day").has(say!(agenda.no_time)),
                el("ul").has(each(move || waiting.get(), move |id| el("li").has(line(&id)))),
            )
        })
    })
}

/// The objectives, numbered as they are in the table.
fn objectives() -> AnyView {
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
    live(move || {
        any.get().then(|| {
            (
                el("h3").class("listing__day").has(say!(agenda.objectives)),
                el("ol").class("rows").has(each(
                    move || numbered.get(),
                    move |row| {
                        el("li").class("item item--read").has((
                            el("span").class("ordinal").has(row.1),
                            el("div").class("item__body").has(el("p").has(text(&row.0))),
                        ))
                    },
                )),
            )
        })
    })
}
