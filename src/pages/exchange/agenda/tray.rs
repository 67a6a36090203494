//! Sessions that have no time yet.

use crate::ui::{Content, button, each, el, icon, live, memo};
use leptos::prelude::*;

use super::state::{AgendaScreen, link_id};
use crate::model::{Id, Session, agenda};
use crate::pages::words;

/// The tray; in the page only while something lies in it.
pub fn tray() -> AnyView {
    let screen = AgendaScreen::expect();
    let waiting = memo(move || screen.open.exchange().with(agenda::tray));
    let any = memo(move || waiting.with(|waiting| !waiting.is_empty()));
    live(move || {
        any.get().then(|| {
            el("div")
                .class("tray")
                .attr("role", "group")
                .attr("aria-label", say!(agenda.no_time_label))
                .has((
                    el("p").class("tray__name").has((
                        say!(agenda.no_time),
                        " ",
                        el("span")
                            .class("count")
                            .attr("data-state", "warn")
                            .has(move || waiting.with(Vec::len)),
                    )),
                    el("ul").has(each(move || waiting.get(), waiting_session)),
                ))
        })
    })
}

/// One session in the tray; a tap chooses it.
///
/// - `id`: Which one.
fn waiting_session(id: Id) -> AnyView {
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
    el("li")
        .has(
            button("tray__item")
                .id(element)
                .attr("data-kind", move || look.get().map(|look| look.0))
                .attr("aria-current", current)
                .on_click(move || screen.select(&id))
                .has((
                    move || look.get().map(|look| icon(look.1)),
                    el("span").has(title),
                    " ",
                    el("small").has(minutes),
                )),
        )
        .view()
}
