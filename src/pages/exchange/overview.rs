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

use crate::ui::{Content, el};
use leptos::prelude::*;

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
    el("div")
        .class("columns")
        .has((
            el("div").class("stack").has((
                goal::goal(),
                candidates::candidates(),
                objectives::objectives(),
                outcomes::outcomes(),
                agreed::agreed(),
                resources::resources(),
                ending::ending(),
            )),
            el("aside")
                .class("strip")
                .attr("aria-label", say!(plan.health))
                .has((thread::thread(), roster::roster())),
        ))
        .view()
}
