//! When the chosen session takes place. Day, start and length are one value.

use leptos::prelude::*;

use super::days;
use super::inspected::Inspected;
use super::moves::Step;
use super::state::focus_soon;
use crate::model::{Slot, TimeOfDay, agenda};
use crate::ui::{Choice, Icon, NumberField, Select, live, memo};

const EARLIER_ID: &str = "session-earlier";
const LATER_ID: &str = "session-later";
const WRONG_ID: &str = "session-start-wrong";

/// By how many minutes the buttons change a length.
const STEP: u16 = 5;

/// Two buttons that move the session past its neighbour; in the page only where it has one.
#[component]
pub fn Steps(
    /// The chosen session.
    session: Inspected,
) -> impl IntoView {
    let screen = session.screen;
    let can = move |step: Step| memo(move || !screen.moves(&session.id(), step).is_empty());
    let (earlier, later) = (can(Step::Earlier), can(Step::Later));
    let any = memo(move || earlier.get() || later.get());
    let go = move |step: Step| {
        screen.step(&session.id(), step);
        // At the end of the day the button goes out of use and would take the focus with it.
        match step {
            Step::Earlier if !earlier.get_untracked() => focus_soon(LATER_ID.to_owned()),
            Step::Later if !later.get_untracked() => focus_soon(EARLIER_ID.to_owned()),
            _ => {}
        }
    };
    move || {
        any.get().then(|| {
            view! {
                <div class="pair">
                    <button
                        class="button"
                        type="button"
                        id=EARLIER_ID
                        disabled=move || !earlier.get()
                        on:click=move |_| go(Step::Earlier)
                    >
                        <Icon icon=icondata::LuArrowUp />
                        <span>{say!(agenda.earlier)}</span>
                    </button>
                    <button
                        class="button"
                        type="button"
                        id=LATER_ID
                        disabled=move || !later.get()
                        on:click=move |_| go(Step::Later)
                    >
                        <Icon icon=icondata::LuArrowDown />
                        <span>{say!(agenda.later)}</span>
                    </button>
                </div>
            }
        })
    }
}

/// Start and length, and the day.
#[component]
pub fn When(
    /// The chosen session.
    session: Inspected,
) -> impl IntoView {
    let timed = memo(move || session.slot().is_some());
    let minutes = Signal::derive(move || session.session.with(|session| session.minutes()));
    view! {
        <div class="field-grid">
            {live(move || timed.get().then(|| view! { <Start session /> }))}
            <NumberField
                label=say!(agenda.minutes)
                less=say!(agenda.minutes_less)
                more=say!(agenda.minutes_more)
                value=minutes
                step=STEP
                least=Slot::SHORTEST
                most=Slot::LONGEST
                on_change=move |minutes| session.set_minutes(minutes)
            />
        </div>
        <Day session />
    }
}

/// The start, typed. A complete time moves the session at once; what cannot be read stays in the
/// field and is said there, and the session stays where it is.
#[component]
fn Start(
    /// The chosen session.
    session: Inspected,
) -> impl IntoView {
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
    view! {
        <label class="field">
            <span class="field__label">{say!(agenda.start)}</span>
            <input
                class="input num"
                type="text"
                autocomplete="off"
                aria-label=say!(agenda.start)
                aria-invalid=move || error.get().map(|_| "true")
                aria-describedby=move || error.get().map(|_| WRONG_ID)
                prop:value=move || start.get().to_string()
                on:input:target=move |event| {
                    // "09:3" may become "09:30": only a time in full moves the session while typed.
                    let typed = event.target().value();
                    match TimeOfDay::read(&typed) {
                        Some(time) if time.to_string() == typed => set(time),
                        _ => {}
                    }
                }
                on:change:target=move |event| {
                    let typed = event.target().value();
                    match agenda::read_start(&typed) {
                        Some(time) => {
                            set(time);
                            event.target().set_value(&time.to_string());
                        }
                        None => wrong.set(Some((typed, start.get_untracked()))),
                    }
                }
            />
            {live(move || error.get().map(|(text, start)| view! {
                <span class="field__error" id=WRONG_ID role="alert">
                    <Icon icon=icondata::LuTriangleAlert />
                    <span>{say!(agenda.start_wrong, text = text, start = start.to_string())}</span>
                </span>
            }))}
        </label>
    }
}

/// The day, or none yet.
#[component]
fn Day(
    /// The chosen session.
    session: Inspected,
) -> impl IntoView {
    let screen = session.screen;
    let choices = memo(move || {
        let day = |day: u8| Choice::new(&day.to_string(), days::choice(screen.dates.get(), day));
        let none = Choice::new("none", say!(agenda.no_time));
        (1..=screen.days.get()).map(day).chain([none]).collect::<Vec<_>>()
    });
    let value = move || session.slot().map_or("none".to_owned(), |slot| slot.day.to_string());
    view! {
        <Select
            label=say!(agenda.day)
            choices
            value=Signal::derive(value)
            on_change=move |word: String| session.set_day(word.parse().ok())
        />
    }
}
