//! What the chosen session is: kind, place, lead, points.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::inspected::Inspected;
use crate::model::{SessionKind, rank};
use crate::pages::words;
use crate::ui::{Select, TextArea, TextInput, live, memo};

const PLACES_ID: &str = "session-places";
const LEADS_ID: &str = "session-leads";

/// The kind of session.
#[component]
pub fn Kind(
    /// The chosen session.
    session: Inspected,
) -> impl IntoView {
    let choices = words::choices(SessionKind::ALL, SessionKind::word, words::session_kind);
    view! {
        <Select
            label=say!(agenda.kind)
            choices
            value=session.text(|session| session.kind.word())
            on_change=move |word: String| {
                if let Some(kind) = SessionKind::from_word(&word) {
                    session.change(|session| session.kind = kind);
                }
            }
        />
    }
}

/// The room or place; those of the other sessions are suggested.
#[component]
pub fn Place(
    /// The chosen session.
    session: Inspected,
) -> impl IntoView {
    let places = memo(move || {
        session.screen.open.exchange().with(|exchange| {
            let places = exchange.sessions.values().map(|session| session.place.trim());
            let mut known = BTreeSet::new();
            known.extend(places);
            suggestions(known)
        })
    });
    view! {
        <TextInput
            label=say!(agenda.place)
            value=session.text(|session| &session.place)
            on_input=session.take(|session| &mut session.place)
            suggestions=PLACES_ID
        />
        <Suggestions id=PLACES_ID texts=places />
    }
}

/// Who leads it; the people of the exchange are suggested.
#[component]
pub fn Lead(
    /// The chosen session.
    session: Inspected,
) -> impl IntoView {
    let people = memo(move || {
        session.screen.open.exchange().with(|exchange| {
            let people = rank::ordered(&exchange.people);
            suggestions(people.iter().map(|id| exchange.people[id].name.trim()))
        })
    });
    view! {
        <TextInput
            label=say!(agenda.lead)
            value=session.text(|session| &session.lead)
            on_input=session.take(|session| &mut session.lead)
            hint=say!(agenda.lead_hint)
            suggestions=LEADS_ID
        />
        <Suggestions id=LEADS_ID texts=people />
    }
}

/// What is to be covered.
#[component]
pub fn Points(
    /// The chosen session.
    session: Inspected,
) -> impl IntoView {
    view! {
        <TextArea
            label=say!(agenda.points)
            value=session.text(|session| &session.points)
            on_input=session.take(|session| &mut session.points)
            hint=say!(agenda.points_hint)
        />
    }
}

fn suggestions<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    texts.into_iter().filter(|text| !text.is_empty()).map(str::to_owned).collect()
}

#[component]
fn Suggestions(id: &'static str, texts: Memo<Vec<String>>) -> impl IntoView {
    view! {
        <datalist id=id>
            {live(move || {
                let option = |text: String| view! { <option value=text></option> };
                texts.get().into_iter().map(option).collect_view()
            })}
        </datalist>
    }
}
