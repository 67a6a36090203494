//! What the agency that hosts the page says; nothing where it says nothing.

use leptos::prelude::*;

use crate::library::Agency;
use crate::pages::agency::AgencyPlace;
use crate::ui::{Content, callout, el, live};

/// The panel.
pub fn agency() -> AnyView {
    let (agency, fault) = (AgencyPlace::ask(), AgencyPlace::fault());
    live(move || {
        let facts = agency.with(facts);
        let fault = fault.get().map(|reason| {
            let says = say!(settings.agency_broken, reason = reason);
            el("div")
                .class("panel__body")
                .has(callout("warn", icondata::LuTriangleAlert, says).attr("role", "alert"))
        });
        let facts = (!facts.is_empty()).then(|| {
            let rows =
                facts.into_iter().map(|(name, value)| (el("dt").has(name), el("dd").has(value)));
            el("div")
                .class("panel__body query")
                .has(el("dl").class("facts").has(rows.map(Content::view).collect::<Vec<_>>()))
        });
        (fault.is_some() || facts.is_some()).then(|| {
            el("section").class("panel").attr("aria-labelledby", "settings-agency").has((
                el("div")
                    .class("panel__head")
                    .has(el("h2").id("settings-agency").has(say!(settings.agency))),
                fault,
                facts,
            ))
        })
    })
}

/// Returns what the agency says, each with its name.
fn facts(agency: &Agency) -> Vec<(&'static str, String)> {
    let text = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let days = (agency.keep_days > 0).then(|| say!(settings.agency_days, days = agency.keep_days));
    let phrase =
        agency.requires_pass_phrase.then(|| say!(settings.agency_pass_phrase_asked).to_owned());
    [
        (say!(settings.agency_contact), text(&agency.contact)),
        (say!(settings.agency_marking), text(&agency.marking)),
        (say!(settings.agency_keep), days),
        (say!(settings.agency_pass_phrase), phrase),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some((name, value?)))
    .collect()
}
