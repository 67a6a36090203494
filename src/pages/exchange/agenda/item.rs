//! One session in the grid.

use crate::ui::{Content, Derived, el, icon, memo};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::moves::Step;
use super::state::{AgendaScreen, link_id, title_of};
use crate::model::agenda::{self, Placed};
use crate::model::{Id, Session};
use crate::pages::{focus, format, words};

/// One session in its place; its link chooses it, Alt with an arrow moves it.
///
/// - `id`: Which one.
/// - `placed`: The places of all sessions of the day.
pub fn item(id: Id, placed: Derived<Vec<Placed>>) -> AnyView {
    let screen = AgendaScreen::expect();
    let record = screen.open.record::<Session>(&id);
    let place = {
        let id = id.clone();
        memo(move || placed.with(|it| it.iter().find(|placed| placed.id == id).cloned()))
    };
    let set = move |read: fn(&Placed) -> usize| {
        move || place.with(|place| place.as_ref().map_or(0, read).to_string())
    };
    let look = memo(move || {
        record.with(|it| it.as_ref().map(|session| words::session_look(session.kind)))
    });
    let title = move || record.with(|session| title_of(session.as_ref()));
    let times = move || place.with(|place| place.as_ref().map(|place| format::times(place.slot)));
    let where_and_who = move || {
        record.with(|session| {
            let parts = session.as_ref().map(|it| [it.place.trim(), it.lead.trim()]);
            let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
            parts.map(|part| format!(" · {part}")).collect::<String>()
        })
    };
    let overlap = {
        let id = id.clone();
        memo(move || screen.clashes.with(|clashes| agenda::overlap_of(clashes, &id)))
    };
    let current = {
        let id = id.clone();
        move || screen.selected.with(|it| it.as_ref() == Some(&id)).then_some("true")
    };
    let on_key = {
        let id = id.clone();
        move |event: KeyboardEvent| {
            let step = match event.key().as_str() {
                "ArrowUp" => Step::Earlier,
                "ArrowDown" => Step::Later,
                "ArrowLeft" => Step::DayBefore,
                "ArrowRight" => Step::DayAfter,
                _ => return,
            };
            if event.alt_key() && !event.ctrl_key() && !event.meta_key() && !event.shift_key() {
                event.prevent_default();
                screen.step(&id, step);
                if let Some(slot) = screen.slot_of(&id) {
                    screen.show_day(slot.day);
                }
                // A session that changes its place in the page would lose the focus.
                focus::soon(link_id(&id));
            }
        }
    };
    let overlaps = move || {
        overlap.get().map(|minutes| {
            el("span").class("visually-hidden").has(say!(agenda.overlaps_by, minutes = minutes))
        })
    };
    let when_id = format!("session-when-{id}");
    el("li")
        .class("session")
        .attr("data-kind", move || look.get().map(|look| look.0))
        .var("--at", set(|place| usize::from(place.slot.start.minutes())))
        .var("--len", set(|place| usize::from(place.slot.minutes)))
        .var("--lane", set(|place| place.lane))
        .var("--lanes", set(|place| place.lanes))
        .has(
            el("div").class("session__inner").has((
                move || look.get().map(|look| icon(look.1)),
                el("a")
                    .class("session__title")
                    .id(link_id(&id))
                    .attr("href", screen.href(&id))
                    .attr("data-noscroll", "")
                    .attr("aria-current", current)
                    .attr("aria-describedby", when_id.clone())
                    .prop("replace", move || screen.selected.with(Option::is_some))
                    .on_key(on_key)
                    .has(title),
                el("p").class("session__when").id(when_id).has((
                    el("span").class("num").has(times),
                    el("span").class("session__where").has(where_and_who),
                    overlaps,
                )),
            )),
        )
        .view()
}
