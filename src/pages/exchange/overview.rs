//! Overview: what the exchange is for, and where its thread is still loose.

pub mod agreed;
pub mod candidates;
pub mod dates;
pub mod ending;
pub mod goal;
pub mod goals;
pub mod need;
pub mod objectives;
pub mod options;
pub mod outcomes;
pub mod resources;
pub mod roster;
pub mod strands;
pub mod template;
pub mod thread;
pub mod toolkit;

use crate::ui::{Content, el, switch};
use leptos::prelude::*;

use super::record::Opened;
use super::rows;
use crate::model::{HostCandidate, Id, Kind, Objective, Outcome, Record as _};
use crate::workspace::OpenExchange;

/// The kinds of records that this page shows and an address may point at.
const KINDS: &[&str] =
    &["about", "goal", "candidate", "objective", "outcome", "agreement", "resource"];

/// The page.
pub fn overview() -> AnyView {
    rows::follow_address(KINDS);
    match OpenExchange::expect().kind() {
        Kind::Template => template::template(),
        Kind::Toolkit => toolkit::toolkit(),
        Kind::Exchange | Kind::Programme => of_exchange(),
    }
}

fn of_exchange() -> AnyView {
    let opened = Opened::default();
    el("div")
        .class("columns")
        .has((
            el("div").class("stack").has((
                goal::goal(),
                candidates::candidates(opened),
                objectives::objectives(opened),
                outcomes::outcomes(opened),
                agreed::agreed(),
                resources::resources(opened, say!(plan.resources), say!(plan.resources_empty)),
                ending::ending(),
            )),
            aside(opened, || {
                el("aside")
                    .class("strip")
                    .attr("aria-label", say!(plan.health))
                    .has((thread::thread(), roster::roster()))
            }),
        ))
        .view()
}

/// The panel of the record of this page that is opened; else what stands beside the page.
fn aside<C: Content>(opened: Opened, beside: impl Fn() -> C + Send + Sync + 'static) -> AnyView {
    let shown = opened.record();
    switch(
        move || shown.get(),
        move |shown| {
            let Some(record) = shown else { return beside().view() };
            let id = Id::from(&*record.id().unwrap_or_default());
            match record.collection().as_deref() {
                Some(Objective::COLLECTION) => objectives::objective_panel(opened, &id),
                Some(Outcome::COLLECTION) => outcomes::outcome_panel(opened, &id),
                Some(HostCandidate::COLLECTION) => candidates::candidate_panel(opened, &id),
                _ => resources::resource_panel(opened, &id),
            }
        },
    )
}
