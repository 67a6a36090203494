//! What the chosen session is: kind, place, lead, points.

use crate::ui::{Content, Derived, Select, TextInput, el, memo};
use leptos::prelude::*;

use super::inspected::Inspected;
use crate::model::{SessionKind, rank};
use crate::order;
use crate::pages::words;

const PLACES_ID: &str = "session-places";
const LEADS_ID: &str = "session-leads";

/// The kind of session.
///
/// - `session`: The chosen session.
pub fn kind(session: Inspected) -> AnyView {
    let choices = words::choices::<SessionKind>();
    Select::new(
        say!(agenda.kind),
        choices,
        session.text(|session| session.kind.word()),
        move |word: String| {
            if let Some(kind) = SessionKind::from_word(&word) {
                session.change(|session| session.kind = kind);
            }
        },
    )
    .view()
}

/// The room or place; those of the other sessions are suggested.
///
/// - `session`: The chosen session.
pub fn place(session: Inspected) -> AnyView {
    let places = memo(move || {
        session.screen.open.exchange().with(|exchange| {
            let places = exchange.sessions.values().map(|session| session.place.trim());
            suggestions(places.collect::<order::Set<&str>>())
        })
    });
    (
        TextInput::new(
            say!(agenda.place),
            session.text(|session| &session.place),
            session.take(|session| &mut session.place),
        )
        .suggestions(PLACES_ID)
        .undone_by_page(),
        suggestion_list(PLACES_ID, places),
    )
        .view()
}

/// Who leads it; the people of the exchange are suggested.
///
/// - `session`: The chosen session.
pub fn lead(session: Inspected) -> AnyView {
    let people = memo(move || {
        session.screen.open.exchange().with(|exchange| {
            let people = rank::ordered(&exchange.people);
            suggestions(people.iter().map(|id| exchange.people[id].name.trim()))
        })
    });
    (
        TextInput::new(
            say!(agenda.lead),
            session.text(|session| &session.lead),
            session.take(|session| &mut session.lead),
        )
        .hint(say!(agenda.lead_hint))
        .suggestions(LEADS_ID)
        .undone_by_page(),
        suggestion_list(LEADS_ID, people),
    )
        .view()
}

/// What is to be covered.
///
/// - `session`: The chosen session.
pub fn points(session: Inspected) -> AnyView {
    TextInput::area(
        say!(agenda.points),
        session.text(|session| &session.points),
        session.take(|session| &mut session.points),
    )
    .hint(say!(agenda.points_hint))
    .undone_by_page()
    .view()
}

fn suggestions<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    texts.into_iter().filter(|text| !text.is_empty()).map(str::to_owned).collect()
}

fn suggestion_list(id: &'static str, texts: Derived<Vec<String>>) -> AnyView {
    el("datalist")
        .id(id)
        .has(move || {
            let option = |text: String| el("option").attr("value", text);
            texts.get().into_iter().map(option).collect::<Vec<_>>()
        })
        .view()
}
