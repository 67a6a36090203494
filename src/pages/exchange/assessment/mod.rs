//! The assessment: how far this visit's own objectives were met, and the visit as a whole (S0).

pub mod evidence;
pub mod scale;
pub mod verdict;
pub mod whole_visit;

use leptos::prelude::*;

use self::verdict::Verdict;
use self::whole_visit::WholeVisit;
use crate::browser::clock;
use crate::model::{Phase, rank};
use crate::pages::exchange::rows;
use crate::route::{Screen, Section};
use crate::ui::{Each, Icon, When, memo};
use crate::workspace::OpenExchange;

/// The assessment screen. The objective that the address names has the focus.
#[component]
pub fn AssessmentPage() -> impl IntoView {
    let open = OpenExchange::expect();
    let about = open.about();
    let is_early =
        memo(move || about.with(|about| Phase::on(clock::today(), about) < Phase::Assess));
    rows::follow_address(&[scale::KIND]);
    view! {
        <When when=move || is_early.get()>
            <p class="note-line">
                <Icon icon=icondata::LuHourglass />
                <span>{say!(assess.not_over)}</span>
            </p>
        </When>
        <div class="columns">
            <Objectives />
            <div class="stack">
                <WholeVisit />
            </div>
        </div>
    }
}

/// The objectives in their order, each with its verdict.
#[component]
fn Objectives() -> impl IntoView {
    let open = OpenExchange::expect();
    let exchange = open.exchange();
    let ids = memo(move || exchange.with(|exchange| rank::ordered(&exchange.objectives)));
    let any = memo(move || ids.with(|ids| !ids.is_empty()));
    let rated = memo(move || {
        let met = |id| exchange.with(|it| it.assessments.get(id).and_then(|it| it.met));
        ids.get().iter().filter(|id| met(*id).is_some()).count()
    });
    let state = move || say!(assess.rated_of, count = rated.get(), all = ids.with(Vec::len));
    view! {
        <section class="panel" aria-labelledby="objectives-title">
            <div class="panel__head">
                <h2 id="objectives-title">{say!(assess.met_title)}</h2>
                <When when=move || any.get()>
                    <span class="soft num nowrap">{state}</span>
                </When>
            </div>
            <When when=move || any.get() fallback=NoObjectives>
                <ol class="rows query">
                    <Each each=move || ids.get() let:id>
                        <Verdict id ids />
                    </Each>
                </ol>
            </When>
        </section>
    }
}

/// Says what an assessment rests on while there is no objective.
#[component]
fn NoObjectives() -> impl IntoView {
    let open = OpenExchange::expect();
    view! {
        <div class="empty">
            <Icon icon=icondata::LuTarget />
            <p>{say!(assess.no_objectives)}</p>
            <a class="button" href=Screen::exchange(&open.id(), Section::Overview).href()>
                {say!(assess.to_objectives)}
            </a>
        </div>
    }
}
