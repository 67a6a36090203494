//! Overview: what the exchange is for, and where its thread is still loose.

pub mod dates;
pub mod ending;
pub mod goal;
pub mod objectives;
pub mod outcomes;
pub mod resources;
pub mod roster;
pub mod strands;
pub mod thread;

use leptos::prelude::*;

use super::rows;

/// The kinds of records that this page shows and an address may point at.
const KINDS: &[&str] = &["about", "objective", "outcome", "resource"];

/// The page.
#[component]
pub fn Overview() -> impl IntoView {
    rows::follow_address(KINDS);
    view! {
        <div class="columns">
            <div class="stack">
                <goal::Goal />
                <objectives::Objectives />
                <outcomes::Outcomes />
                <resources::Resources />
                <ending::Ending />
            </div>
            <aside class="strip" aria-label=say!(plan.health)>
                <thread::Thread />
                <roster::Roster />
            </aside>
        </div>
    }
}
