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
use crate::model::Kind;
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
    let shown = opened.id();
    let exchange = OpenExchange::expect().exchange();
    switch(
        move || shown.get(),
        move |shown| match shown {
            Some(id) if exchange.with_untracked(|it| it.objectives.contains_key(&id)) => {
                objectives::objective_panel(opened, &id)
            }
            Some(id) if exchange.with_untracked(|it| it.outcomes.contains_key(&id)) => {
                outcomes::outcome_panel(opened, &id)
            }
            Some(id) if exchange.with_untracked(|it| it.host_candidates.contains_key(&id)) => {
                candidates::candidate_panel(opened, &id)
            }
            Some(id) => resources::resource_panel(opened, &id),
            None => beside().view(),
        },
    )
}
