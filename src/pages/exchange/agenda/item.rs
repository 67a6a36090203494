//! One session in the grid.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::moves::Step;
use super::state::{AgendaScreen, focus_soon, link_id, title_of};
use crate::model::agenda::{self, Placed};
use crate::model::{Id, Session};
use crate::pages::{format, words};
use crate::ui::{Icon, live, memo};

/// One session in its place; its link chooses it, Alt with an arrow moves it.
#[component]
pub fn Item(
    /// Which one.
    id: Id,
    /// The places of all sessions of the day.
    placed: Memo<Vec<Placed>>,
) -> impl IntoView {
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
                focus_soon(link_id(&id));
            }
        }
    };
    let overlaps = move || {
        overlap.get().map(|minutes| {
            view! {
                <span class="visually-hidden">
                    {say!(agenda.overlaps_by, minutes = minutes)}
                </span>
            }
        })
    };
    let when_id = format!("session-when-{id}");
    view! {
        <li
            class="session"
            data-kind=move || look.get().map(|look| look.0)
            style:--at=set(|place| usize::from(place.slot.start.minutes()))
            style:--len=set(|place| usize::from(place.slot.minutes))
            style:--lane=set(|place| place.lane)
            style:--lanes=set(|place| place.lanes)
        >
            <div class="session__inner">
                {live(move || look.get().map(|look| view! { <Icon icon=look.1 /> }))}
                <a
                    class="session__title"
                    id=link_id(&id)
                    href=screen.href(&id)
                    data-noscroll=""
                    aria-current=current
                    aria-describedby=when_id.clone()
                    prop:replace=move || screen.selected.with(Option::is_some)
                    on:keydown=on_key
                >
                    {title}
                </a>
                <p class="session__when" id=when_id>
                    <span class="num">{times}</span>
                    <span class="session__where">{where_and_who}</span>
                    {overlaps}
                </p>
            </div>
        </li>
    }
}
