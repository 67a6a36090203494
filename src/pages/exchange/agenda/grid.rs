//! The days side by side: minutes run down, sessions at the same time stand beside each other.

use crate::ui::{Content, each, el, memo};
use leptos::prelude::*;

use super::days;
use super::item::item;
use super::state::AgendaScreen;
use crate::model::{Id, agenda};
use crate::order;
use crate::pages::format;

/// All days; one at a time where it is narrow.
pub fn grid() -> AnyView {
    let screen = AgendaScreen::expect();
    let hours = memo(move || screen.open.exchange().with(agenda::hours));
    let start = move || (hours.get().0 * 60).to_string();
    let length = move || ((hours.get().1 - hours.get().0) * 60).to_string();
    let each_hour = move || {
        let (first, last) = hours.get();
        (first..=last).collect::<Vec<_>>()
    };
    let several = memo(move || screen.days.get() > 1);
    el("div")
        .class("panel query")
        .has(
            el("div")
                .class("days")
                .attr("role", "group")
                .attr("aria-label", say!(agenda.by_day))
                .attr("aria-describedby", super::KEYS_ID)
                .var("--start", start)
                .var("--len", length)
                .has((
                    move || several.get().then(day_switch),
                    el("span").class("days__corner"),
                    each(
                        move || screen.each_day(),
                        move |day| {
                            el("h3").class("days__head").has((
                                move || screen.day_name(day),
                                " ",
                                move || {
                                    screen.dates.get().map(|_| el("small").has(days::number(day)))
                                },
                            ))
                        },
                    ),
                    el("ol").class("hours").attr("aria-hidden", "true").has(each(
                        each_hour,
                        move |hour| {
                            el("li").var("--at", (hour * 60).to_string()).has(format::hour(hour))
                        },
                    )),
                    each(move || screen.each_day(), one_day),
                )),
        )
        .view()
}

/// Chooses the one day that is in view where it is narrow.
fn day_switch() -> AnyView {
    let screen = AgendaScreen::expect();
    el("div")
        .class("seg days__switch")
        .attr("role", "radiogroup")
        .attr("aria-label", say!(agenda.day_switch))
        .has(each(
            move || screen.each_day(),
            move |day| {
                el("label").class("seg__option").has((
                    el("input")
                        .attr("type", "radio")
                        .attr("name", "agenda-day")
                        .prop("checked", move || screen.day() == day)
                        .on("change", move |_| screen.show_day(day)),
                    move || screen.day_name(day),
                ))
            },
        ))
        .view()
}

/// One day: its sessions, and marks where two of them overlap.
///
/// - `day`: Which one, counted from 1.
fn one_day(day: u8) -> AnyView {
    let screen = AgendaScreen::expect();
    let placed = memo(move || screen.open.exchange().with(|exchange| agenda::lanes(exchange, day)));
    let ids = memo(move || {
        placed.with(|placed| placed.iter().map(|placed| placed.id.clone()).collect::<Vec<_>>())
    });
    let marks = memo(move || {
        placed.with(|placed| {
            screen.clashes.with(|clashes| {
                let start = |id: &Id| Some(placed.iter().find(|it| it.id == *id)?.slot.start);
                let mark =
                    |clash: &agenda::Clash| Some((start(&clash.second)?.minutes(), clash.minutes));
                let mut marks: Vec<(u16, u16)> = clashes.iter().filter_map(mark).collect();
                order::sort_by(&mut marks, Ord::cmp);
                marks.dedup();
                marks
            })
        })
    });
    el("ol")
        .class("day")
        .attr("aria-label", move || screen.day_name(day))
        .attr("data-state", move || (screen.day() == day).then_some("shown"))
        .has((
            each(move || ids.get(), move |id| item(id, placed)),
            each(
                move || marks.get(),
                move |mark| {
                    el("li")
                        .class("clash")
                        .attr("aria-hidden", "true")
                        .var("--at", mark.0.to_string())
                        .var("--len", mark.1.to_string())
                },
            ),
        ))
        .view()
}
