//! What is loose about the chosen session, each with what mends it.

use crate::ui::{Content, button, each, el, icon, live, memo, stacked_callout};
use leptos::prelude::*;

use super::inspected::Inspected;
use crate::model::agenda::{self, Clash};

/// Overlaps, a day after the visit, no time yet.
///
/// - `session`: The chosen session.
pub fn alerts(session: Inspected) -> AnyView {
    let id = session.id();
    let clashes = memo(move || {
        session.screen.clashes.with(|clashes| {
            let about = |clash: &&Clash| clash.first == id || clash.second == id;
            clashes.iter().filter(about).cloned().collect::<Vec<_>>()
        })
    });
    (
        each(move || clashes.get(), move |clash| overlap(session, clash)),
        too_late(session),
        waits(session),
    )
        .view()
}

/// An overlap, and the shift that ends it.
///
/// - `session`: The chosen session.
/// - `clash`: What overlaps.
fn overlap(session: Inspected, clash: Clash) -> AnyView {
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
            button("button")
                .on("click", shift)
                .has((icon(icondata::LuUnfoldVertical), el("span").has(label)))
        })
    };
    stacked_callout("danger", icondata::LuTriangleAlert, said).has(button).view()
}

/// The session lies on a day after the visit.
///
/// - `session`: The chosen session.
fn too_late(session: Inspected) -> AnyView {
    let screen = session.screen;
    let late = memo(move || {
        let (day, last) = (session.slot()?.day, screen.dates.get()?.days());
        (day > last).then_some((day, last))
    });
    live(move || {
        late.get().map(|(day, last)| {
            let sentence = say!(agenda.late, number = day);
            stacked_callout("warn", icondata::LuTriangleAlert, sentence).has(
                button("button")
                    .on_click(move || session.put_at_end(last))
                    .has(say!(agenda.late_mend, day = screen.day_name(last))),
            )
        })
    })
}

/// The session has no time yet.
///
/// - `session`: The chosen session.
fn waits(session: Inspected) -> AnyView {
    let screen = session.screen;
    let waits = memo(move || session.slot().is_none());
    live(move || {
        waits.get().then(|| {
            let day = memo(move || screen.day());
            stacked_callout("info", icondata::LuClock, say!(agenda.waits)).has(
                button("button")
                    .on_click(move || session.put_at_end(day.get_untracked()))
                    .has(move || say!(agenda.put, day = screen.day_name(day.get()))),
            )
        })
    })
}
