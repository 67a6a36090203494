//! The days side by side: minutes run down, sessions at the same time stand beside each other.

use leptos::prelude::*;

use super::days;
use super::item::Item;
use super::state::AgendaScreen;
use crate::model::{Id, agenda, order};
use crate::ui::{Each, live, memo};

/// All days; one at a time where it is narrow.
#[component]
pub fn Grid() -> impl IntoView {
    let screen = AgendaScreen::expect();
    let hours = memo(move || screen.open.exchange().with(agenda::hours));
    let start = move || (hours.get().0 * 60).to_string();
    let length = move || ((hours.get().1 - hours.get().0) * 60).to_string();
    let each_hour = move || {
        let (first, last) = hours.get();
        (first..=last).collect::<Vec<_>>()
    };
    let several = memo(move || screen.days.get() > 1);
    view! {
        <div class="panel query">
            <div
                class="days"
                role="group"
                aria-label=say!(agenda.by_day)
                aria-describedby=super::KEYS_ID
                style:--start=start
                style:--len=length
            >
                {live(move || several.get().then(|| view! { <DaySwitch /> }))}
                <span class="days__corner"></span>
                <Each each=move || screen.each_day() let:day>
                    <h3 class="days__head">
                        {live(move || screen.day_name(day))}
                        " "
                        {live(move || screen.dates.get().map(|_| {
                            view! { <small>{days::number(day)}</small> }
                        }))}
                    </h3>
                </Each>
                <ol class="hours" aria-hidden="true">
                    <Each each=each_hour let:hour>
                        <li style:--at=(hour * 60).to_string()>{format!("{hour:02}:00")}</li>
                    </Each>
                </ol>
                <Each each=move || screen.each_day() let:day>
                    <Day day />
                </Each>
            </div>
        </div>
    }
}

/// Chooses the one day that is in view where it is narrow.
#[component]
fn DaySwitch() -> impl IntoView {
    let screen = AgendaScreen::expect();
    view! {
        <div class="seg days__switch" role="radiogroup" aria-label=say!(agenda.day_switch)>
            <Each each=move || screen.each_day() let:day>
                <label class="seg__option">
                    <input
                        type="radio"
                        name="agenda-day"
                        prop:checked=move || screen.day() == day
                        on:change=move |_| screen.show_day(day)
                    />
                    {live(move || screen.day_name(day))}
                </label>
            </Each>
        </div>
    }
}

/// One day: its sessions, and marks where two of them overlap.
#[component]
fn Day(
    /// Which one, counted from 1.
    day: u8,
) -> impl IntoView {
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
    view! {
        <ol
            class="day"
            aria-label=move || screen.day_name(day)
            data-state=move || (screen.day() == day).then_some("shown")
        >
            <Each each=move || ids.get() let:id>
                <Item id placed />
            </Each>
            <Each each=move || marks.get() let:mark>
                <li
                    class="clash"
                    aria-hidden="true"
                    style:--at=mark.0.to_string()
                    style:--len=mark.1.to_string()
                ></li>
            </Each>
        </ol>
    }
}
