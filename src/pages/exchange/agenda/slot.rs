//! When the chosen session takes place. Day, start and length are one value.

use crate::pages::focus;
use crate::ui::{
    Act, Choice, Content, NumberField, Select, button, el, icon, live, memo, retype, typed, when,
};
use leptos::prelude::*;

use super::days;
use super::inspected::Inspected;
use super::moves::Step;
use crate::model::{Slot, TimeOfDay, agenda};
use crate::pages::format;

const EARLIER_ID: &str = "session-earlier";
const LATER_ID: &str = "session-later";
const WRONG_ID: &str = "session-start-wrong";

/// By how many minutes the buttons change a length.
const STEP: u16 = 5;

/// Two buttons that move the session past its neighbour; in the page only where it has one.
///
/// - `session`: The chosen session.
pub fn steps(session: Inspected) -> AnyView {
    let screen = session.screen;
    let can = move |step: Step| memo(move || !screen.moves(&session.id(), step).is_empty());
    let (earlier, later) = (can(Step::Earlier), can(Step::Later));
    let any = memo(move || earlier.get() || later.get());
    let go = move |step: Step| {
        screen.step(&session.id(), step);
        // At the end of the day the button goes out of use and would take the focus with it.
        match step {
            Step::Earlier if !earlier.get_untracked() => focus::soon(LATER_ID.to_owned()),
            Step::Later if !later.get_untracked() => focus::soon(EARLIER_ID.to_owned()),
            _ => {}
        }
    };
    live(move || {
        any.get().then(|| {
            el("div").class("pair").has((
                button("button")
                    .id(EARLIER_ID)
                    .flag("disabled", move || !earlier.get())
                    .on_click(move || go(Step::Earlier))
                    .has((icon(icondata::LuArrowUp), el("span").has(say!(agenda.earlier)))),
                button("button")
                    .id(LATER_ID)
                    .flag("disabled", move || !later.get())
                    .on_click(move || go(Step::Later))
                    .has((icon(icondata::LuArrowDown), el("span").has(say!(agenda.later)))),
            ))
        })
    })
}

/// Start and length, and the day.
///
/// - `session`: The chosen session.
pub fn when_and_how_long(session: Inspected) -> AnyView {
    let timed = memo(move || session.slot().is_some());
    let minutes = memo(move || session.session.with(|session| session.minutes()));
    (
        el("div").class("field-grid").has((
            when(move || timed.get(), move || start(session)),
            NumberField {
                label: say!(agenda.minutes),
                less: say!(agenda.minutes_less).to_owned(),
                more: say!(agenda.minutes_more).to_owned(),
                value: minutes,
                step: STEP,
                least: Slot::SHORTEST,
                most: Slot::LONGEST,
                on_change: Act::from(move |minutes| session.set_minutes(minutes)),
            },
        )),
        day(session),
    )
        .view()
}

/// The start, typed. A complete time moves the session at once; what cannot be read stays in the
/// field and is said there, and the session stays where it is.
///
/// - `session`: The chosen session.
fn start(session: Inspected) -> AnyView {
    let start = memo(move || session.slot().map(|slot| slot.start).unwrap_or_default());
    // What was typed and cannot be read, and the start that it did not change.
    let wrong = RwSignal::new(None::<(String, TimeOfDay)>);
    let error = memo(move || wrong.get().filter(|(_, kept)| *kept == start.get()));
    let set = move |start: TimeOfDay| {
        wrong.set(None);
        session.change(|session| {
            if let Some(slot) = &mut session.slot {
                slot.start = start;
            }
        });
    };
    el("label")
        .class("field")
        .has((
            el("span").class("field__label").has(say!(agenda.start)),
            el("input")
                .class("input num")
                .attr("type", "text")
                .attr("autocomplete", "off")
                .attr("aria-label", say!(agenda.start))
                .attr("aria-invalid", move || error.get().map(|_| "true"))
                .attr("aria-describedby", move || error.get().map(|_| WRONG_ID))
                .value(move || format::time(start.get()))
                .undone_by_page()
                .on("input", move |event| {
                    // "09:3" may become "09:30": only a time in full moves the session while typed.
                    let typed = typed(&event);
                    match TimeOfDay::read(&typed) {
                        Some(time) if time.to_string() == typed => set(time),
                        _ => {}
                    }
                })
                .on("change", move |event| {
                    let typed = typed(&event);
                    match agenda::read_start(&typed) {
                        Some(time) => {
                            set(time);
                            retype(&event, &format::time(time));
                        }
                        None => wrong.set(Some((typed, start.get_untracked()))),
                    }
                }),
            move || {
                error.get().map(|(text, start)| {
                    el("span").class("field__error").id(WRONG_ID).attr("role", "alert").has((
                        icon(icondata::LuTriangleAlert),
                        el("span").has(say!(
                            agenda.start_wrong,
                            text = text,
                            start = format::time(start)
                        )),
                    ))
                })
            },
        ))
        .view()
}

/// The day, or none yet.
///
/// - `session`: The chosen session.
fn day(session: Inspected) -> AnyView {
    let screen = session.screen;
    let choices = memo(move || {
        let day = |day: u8| Choice::new(&day.to_string(), days::choice(screen.dates.get(), day));
        let none = Choice::new("none", say!(agenda.no_time));
        let last = screen.open.exchange().with(|exchange| exchange.last_day());
        (1..=last).map(day).chain([none]).collect::<Vec<_>>()
    });
    let value = move || session.slot().map_or("none".to_owned(), |slot| slot.day.to_string());
    Select::new(say!(agenda.day), choices, memo(value), move |word: String| {
        session.set_day(word.parse().ok())
    })
    .view()
}
