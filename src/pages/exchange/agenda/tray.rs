//! Sessions that have no time yet.

use leptos::prelude::*;

use super::state::{AgendaScreen, link_id};
use crate::model::{Id, Session, agenda};
use crate::pages::words;
use crate::ui::{Each, Icon, live, memo};

/// The tray; in the page only while something lies in it.
#[component]
pub fn Tray() -> impl IntoView {
    let screen = AgendaScreen::expect();
    let waiting = memo(move || screen.open.exchange().with(agenda::tray));
    let any = memo(move || waiting.with(|waiting| !waiting.is_empty()));
    move || {
        any.get().then(|| {
            view! {
                <div class="tray" role="group" aria-label=say!(agenda.no_time_label)>
                    <p class="tray__name">
                        {say!(agenda.no_time)} " "
                        <span class="count" data-state="warn">
                            {live(move || waiting.with(Vec::len))}
                        </span>
                    </p>
                    <ul>
                        <Each each=move || waiting.get() let:id>
                            <Waiting id />
                        </Each>
                    </ul>
                </div>
            }
        })
    }
}

/// One session in the tray; a tap chooses it.
#[component]
fn Waiting(
    /// Which one.
    id: Id,
) -> impl IntoView {
    let screen = AgendaScreen::expect();
    let record = screen.open.record::<Session>(&id);
    let look = memo(move || {
        record.with(|it| it.as_ref().map(|session| words::session_look(session.kind)))
    });
    let element = link_id(&id);
    let title = {
        let id = id.clone();
        move || screen.title(&id)
    };
    let current = {
        let id = id.clone();
        move || screen.selected.with(|it| it.as_ref() == Some(&id)).then_some("true")
    };
    let minutes = move || {
        let minutes = record.with(|record| record.as_ref().map_or(0, Session::minutes));
        say!(agenda.minutes_short, minutes = minutes)
    };
    view! {
        <li>
            <button
                class="tray__item"
                type="button"
                id=element
                data-kind=move || look.get().map(|look| look.0)
                aria-current=current
                on:click=move |_| screen.select(&id)
            >
                {live(move || look.get().map(|look| view! { <Icon icon=look.1 /> }))}
                <span>{title}</span>
                " "
                <small>{minutes}</small>
            </button>
        </li>
    }
}
