//! One day of the list: a heading and a table.

use crate::ui::{Content, Derived, each, el, icon, live, memo, when};
use leptos::prelude::*;

use super::days;
use super::state::{AgendaScreen, title_of};
use crate::model::agenda::{self, Clash};
use crate::model::{Id, Session, rank};
use crate::pages::{format, words};

/// The sessions of one day in a table.
///
/// - `day`: Which one, counted from 1.
pub fn day_list(day: u8) -> AnyView {
    let screen = AgendaScreen::expect();
    let ids = memo(move || {
        screen.open.exchange().with(|exchange| {
            agenda::day(exchange, day).into_iter().map(|(id, _)| id).collect::<Vec<_>>()
        })
    });
    let any = memo(move || ids.with(|ids| !ids.is_empty()));
    let heading = format!("agenda-list-{day}");
    let table = {
        let heading = heading.clone();
        move || {
            let heading = heading.clone();
            if !any.get() {
                return el("p").class("soft").has(say!(agenda.no_sessions)).view();
            }
            el("table")
                .class("listing")
                .attr("aria-labelledby", heading)
                .has((
                    el("thead").has(
                        el("tr").has((
                            el("th").attr("scope", "col").has(say!(agenda.column_time)),
                            el("th").attr("scope", "col").has(say!(agenda.column_session)),
                            el("th")
                                .attr("scope", "col")
                                .class("listing__place")
                                .has(say!(agenda.column_place)),
                            el("th")
                                .attr("scope", "col")
                                .class("listing__lead")
                                .has(say!(agenda.column_lead)),
                            el("th")
                                .attr("scope", "col")
                                .class("listing__serves")
                                .has(say!(agenda.column_objectives)),
                            el("th")
                                .attr("scope", "col")
                                .class("print-only")
                                .has(say!(agenda.column_notes)),
                        )),
                    ),
                    el("tbody").has(each(move || ids.get(), row)),
                ))
                .view()
        }
    };
    // On paper each day begins a page; one without sessions is not worth it.
    let class = move || {
        if day > 1 && any.get() { "listing__day listing__day--next" } else { "listing__day" }
    };
    (el("h3").class(class).id(heading).has(move || days::long_name(screen.dates.get(), day)), table)
        .view()
}

/// One session.
///
/// - `id`: Which one.
fn row(id: Id) -> AnyView {
    let screen = AgendaScreen::expect();
    let record = screen.open.record::<Session>(&id);
    let session = memo(move || record.get().unwrap_or_default());
    let is_break = memo(move || session.with(Session::is_break));
    let title = move || session.with(|session| title_of(Some(session)));
    let clashes = memo(move || {
        screen.clashes.with(|clashes| {
            let other = |clash: &Clash| match clash {
                Clash { first, second, minutes } if *first == id => {
                    Some((second.clone(), *minutes))
                }
                Clash { first, second, minutes } if *second == id => {
                    Some((first.clone(), *minutes))
                }
                _ => None,
            };
            clashes.iter().filter_map(other).collect::<Vec<_>>()
        })
    });
    let points = move || {
        session.with(|session| {
            let points = session.points.lines().map(str::trim).filter(|point| !point.is_empty());
            let points: Vec<_> = points.map(|point| el("li").has(point.to_owned())).collect();
            (!points.is_empty()).then(|| el("ul").class("listing__points").has(points))
        })
    };
    el("tr")
        .attr("data-kind", move || is_break.get().then_some("break"))
        .has((
            el("th")
                .attr("scope", "row")
                .has(move || session.with(|session| session.slot.map(format::times))),
            el("td").has((
                move || {
                    if is_break.get() { title().into_any() } else { el("b").has(title).view() }
                },
                each(
                    move || clashes.get(),
                    move |clash| {
                        (
                            " ",
                            el("span").class("badge").attr("data-state", "danger").has((
                                icon(icondata::LuTriangleAlert),
                                move || {
                                    say!(
                                        agenda.overlap,
                                        other = screen.title(&clash.0),
                                        minutes = clash.1
                                    )
                                },
                            )),
                        )
                    },
                ),
                when(move || !is_break.get(), move || what(session)),
                points,
            )),
            el("td").class("listing__place").has(move || session.with(|it| it.place.clone())),
            el("td").class("listing__lead").has(move || session.with(|it| it.lead.clone())),
            el("td").class("listing__serves").has(serves(session)),
            el("td").class("print-only"),
        ))
        .view()
}

/// Returns the numbers of the objectives that a session serves.
fn numbers(session: Derived<Session>) -> Derived<Vec<usize>> {
    let exchange = AgendaScreen::expect().open.exchange();
    memo(move || {
        exchange.with(|exchange| {
            session.with(|session| {
                let order = rank::ordered(&exchange.objectives).into_iter().zip(1..);
                order
                    .filter(|(id, _)| session.objectives.contains(id))
                    .map(|(_, number)| number)
                    .collect()
            })
        })
    })
}

/// Kind and length; on paper also the numbers of the objectives, which have no column there.
fn what(session: Derived<Session>) -> AnyView {
    let numbers = numbers(session);
    let kind = move || {
        session.with(|session| {
            let kind = words::of(session.kind);
            say!(agenda.kind_minutes, kind = kind, minutes = session.minutes())
        })
    };
    let served = move || {
        numbers.with(|numbers| {
            let text = numbers.iter().map(usize::to_string).collect::<Vec<_>>().join(", ");
            match numbers.len() {
                0 => None,
                1 => Some(say!(agenda.serves_one, numbers = text)),
                _ => Some(say!(agenda.serves_some, numbers = text)),
            }
        })
    };
    el("span")
        .class("listing__what soft")
        .has((kind, el("span").class("print-only").has(served)))
        .view()
}

/// The numbers of the objectives, for the screen.
fn serves(session: Derived<Session>) -> AnyView {
    let numbers = numbers(session);
    live(move || {
        numbers.with(|numbers| {
            (!numbers.is_empty()).then(|| {
                let numbers: Vec<_> = numbers
                    .iter()
                    .map(|number| (el("span").class("ordinal").has(*number), " "))
                    .collect();
                el("span").class("serves").has(numbers)
            })
        })
    })
}
