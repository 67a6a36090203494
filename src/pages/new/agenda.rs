//! Step 1, with an agenda that somebody has already: pasted, and read as it is typed.

use leptos::prelude::*;

use crate::model::pasted_agenda::{self, PastedAgenda};
use crate::model::{Exchange, Id};
use crate::pages::format;
use crate::pages::words::counted;
use crate::ui::{Content, El, TextInput, el, live, memo, when};
use crate::workspace::{Start, Workspace};

/// Returns an exchange with the sessions of a pasted agenda.
pub fn basis(text: &str, mut new_id: impl FnMut() -> Id) -> Exchange {
    let mut exchange = Exchange::default();
    for session in pasted_agenda::agenda(text).sessions {
        exchange.sessions.insert(new_id(), session);
    }
    exchange
}

/// The field for the agenda and what is read of it, where this way was chosen.
pub fn pasting() -> AnyView {
    let workspace = Workspace::expect();
    let draft = workspace.draft();
    let is_chosen = memo(move || draft.with(|draft| draft.start == Some(Start::Agenda)));
    let text = memo(move || draft.with(|draft| draft.agenda.clone()));
    when(
        move || is_chosen.get(),
        move || {
            let read = memo(move || text.with(|text| pasted_agenda::agenda(text)));
            el("section").class("panel").attr("aria-labelledby", "pasted-title").has((
                el("div")
                    .class("panel__head")
                    .has(el("h2").id("pasted-title").has(say!(create.agenda))),
                el("div").class("panel__body stack").has((
                    TextInput::area(say!(create.agenda_field), text, move |text| {
                        workspace.change_draft(|draft| draft.agenda = text);
                    })
                    .hint(say!(create.agenda_hint))
                    .rows(8),
                    live(move || read.with(shown)),
                )),
            ))
        },
    )
    .view()
}

/// What was read.
fn shown(read: &PastedAgenda) -> AnyView {
    let days =
        read.sessions.iter().filter_map(|it| it.slot).map(|slot| usize::from(slot.day)).max();
    let sessions = counted(read.sessions.len(), say!(create.one_session), |count| {
        say!(create.sessions, count = count)
    });
    let days = days
        .map(|days| counted(days, say!(create.one_day), |count| say!(create.days, count = count)));
    let said = [days, Some(sessions)].into_iter().flatten().collect::<Vec<_>>();
    let left_out = &read.left_out;
    (
        el("p").attr("role", "status").has(el("b").has(said.join(say!(open.list_separator)))),
        (!read.sessions.is_empty()).then(|| {
            let rows = read.sessions.iter().map(|it| row(it.slot.map(format::times), &it.title));
            el("ol").class("program").has(rows.collect::<Vec<_>>())
        }),
        (!left_out.is_empty()).then(|| {
            let lines = left_out.join(say!(open.list_separator));
            el("p").class("soft").has(say!(create.agenda_left_out, lines = lines))
        }),
    )
        .view()
}

fn row(times: Option<String>, title: &str) -> El {
    let title = if title.is_empty() { say!(create.agenda_untitled) } else { title }.to_owned();
    el("li").class("program__row").has((
        el("span")
            .class("num soft")
            .has(times.unwrap_or_else(|| say!(create.agenda_tray).to_owned())),
        el("span").has(title),
    ))
}
