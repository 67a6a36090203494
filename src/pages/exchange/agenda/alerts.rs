//! What is loose about the chosen session, each with what mends it.

use leptos::prelude::*;

use super::inspected::Inspected;
use crate::model::agenda::{self, Clash};
use crate::ui::{Icon, live, memo};

/// Overlaps, a day after the visit, no time yet.
#[component]
pub fn Alerts(
    /// The chosen session.
    session: Inspected,
) -> impl IntoView {
    let id = session.id();
    let clashes = memo(move || {
        session.screen.clashes.with(|clashes| {
            let about = |clash: &&Clash| clash.first == id || clash.second == id;
            clashes.iter().filter(about).cloned().collect::<Vec<_>>()
        })
    });
    view! {
        <For
            each=move || clashes.get()
            key=|clash| (clash.first.clone(), clash.second.clone(), clash.minutes)
            let:clash
        >
            <Overlap session clash />
        </For>
        <TooLate session />
        <Waits session />
    }
}

/// An overlap, and the shift that ends it.
#[component]
fn Overlap(
    /// The chosen session.
    session: Inspected,
    /// What overlaps.
    clash: Clash,
) -> impl IntoView {
    let screen = session.screen;
    let is_first = clash.first == session.id();
    let other = if is_first { clash.second.clone() } else { clash.first.clone() };
    let minutes = clash.minutes;
    let mend = memo(move || screen.open.exchange().with(|exchange| agenda::mend(exchange, &clash)));
    let said = move || say!(agenda.overlap, other = screen.title(&other), minutes = minutes);
    let button = move || {
        mend.get().map(|(minutes, moves)| {
            let label = if is_first {
                say!(agenda.mend_rest, minutes = minutes)
            } else {
                say!(agenda.mend_this, minutes = minutes)
            };
            let shift =
                move |_| screen.shift(moves.clone(), say!(agenda.mended, minutes = minutes));
            view! {
                <button class="button" type="button" on:click=shift>
                    <Icon icon=icondata::LuUnfoldVertical />
                    <span>{label}</span>
                </button>
            }
        })
    };
    view! {
        <div class="callout callout--stack" data-state="danger">
            <Icon icon=icondata::LuTriangleAlert />
            <p>{said}</p>
            {button}
        </div>
    }
}

/// The session lies on a day after the visit.
#[component]
fn TooLate(
    /// The chosen session.
    session: Inspected,
) -> impl IntoView {
    let screen = session.screen;
    let late = memo(move || {
        let (day, last) = (session.slot()?.day, screen.dates.get()?.days());
        (day > last).then_some((day, last))
    });
    move || {
        late.get().map(|(day, last)| {
            view! {
                <div class="callout callout--stack" data-state="warn">
                    <Icon icon=icondata::LuTriangleAlert />
                    <p>{say!(agenda.late, number = day)}</p>
                    <button class="button" type="button" on:click=move |_| session.put_at_end(last)>
                        {say!(agenda.late_mend, day = screen.day_name(last))}
                    </button>
                </div>
            }
        })
    }
}

/// The session has no time yet.
#[component]
fn Waits(
    /// The chosen session.
    session: Inspected,
) -> impl IntoView {
    let screen = session.screen;
    let waits = memo(move || session.slot().is_none());
    move || {
        waits.get().then(|| {
            let day = memo(move || screen.day());
            view! {
                <div class="callout callout--stack" data-state="info">
                    <Icon icon=icondata::LuClock />
                    <p>{say!(agenda.waits)}</p>
                    <button
                        class="button"
                        type="button"
                        on:click=move |_| session.put_at_end(day.get_untracked())
                    >
                        {live(move || say!(agenda.put, day = screen.day_name(day.get())))}
                    </button>
                </div>
            }
        })
    }
}
