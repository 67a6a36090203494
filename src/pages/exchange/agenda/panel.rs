//! The chosen session: beside the days, or a sheet from below where it is narrow.

use crate::pages::focus;
use crate::ui::{Content, InPlace, button, el, icon};
use leptos::prelude::*;

use super::alerts::alerts;
use super::fields::{kind, lead, place, points};
use super::inspected::Inspected;
use super::links::{objectives, questions};
use super::slot::{steps, when_and_how_long};
use super::state::{AgendaScreen, PANEL_ID, link_id, name_id, title_of};
use crate::history::RecordAddress;
use crate::model::{Id, Record as _, Session};
use crate::pages::exchange::changes;

/// The panel of one session.
///
/// - `id`: Which one.
pub fn inspector(id: Id) -> AnyView {
    let screen = AgendaScreen::expect();
    let session = Inspected::new(screen, id.clone());
    let tall = RwSignal::new(false);
    let name = move || session.session.with(|session| title_of(Some(session)));
    let close = {
        let id = id.clone();
        move |_| {
            screen.leave();
            focus::soon(link_id(&id));
        }
    };
    el("aside")
        .class("panel inspector")
        .id(PANEL_ID)
        .attr("tabindex", "-1")
        .attr("aria-labelledby", "session-panel-title")
        .has((
            button("inspector__handle")
                .attr("aria-expanded", move || tall.get().to_string())
                .attr("aria-label", say!(agenda.panel_more))
                .on_click(move || tall.update(|tall| *tall = !*tall)),
            el("div").class("panel__head").has((
                el("div").class("inspector__title").has((
                    el("h2")
                        .class("visually-hidden")
                        .id("session-panel-title")
                        .has(move || say!(agenda.panel_title, title = name())),
                    InPlace::line(
                        say!(agenda.name),
                        session.text(|session| &session.title),
                        session.take(|session| &mut session.title),
                    )
                    .placeholder(say!(agenda.name_hint))
                    .strong()
                    .id(name_id(&id)),
                )),
                el("div").class("cluster").has(
                    button("button button--quiet button--icon")
                        .attr("aria-label", say!(agenda.panel_close))
                        .on("click", close)
                        .has(icon(icondata::LuX)),
                ),
            )),
            el("div").class("panel__body stack stack--close").has((
                alerts(session),
                steps(session),
                when_and_how_long(session),
                kind(session),
                place(session),
                lead(session),
                points(session),
                objectives(session),
                questions(session),
            )),
            el("div").class("panel__foot").has((
                changes::link(
                    &screen.open.id(),
                    &RecordAddress::new(Session::COLLECTION, id.as_str()),
                    move || format!(" {}", name()),
                ),
                button("button button--quiet button--danger")
                    .on_click(move || screen.delete(&id))
                    .has((icon(icondata::LuTrash2), el("span").has(say!(agenda.delete)))),
            )),
        ))
        .view()
}
