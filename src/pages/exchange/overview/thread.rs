//! The thread in sight: what each objective has along it, and every loose end with its mend.

use leptos::prelude::*;

use super::strands::{Legend, Strands};
use crate::model::warning;
use crate::pages::exchange::loose_ends::LooseEnd;
use crate::pages::exchange::rows;
use crate::pages::words::counted;
use crate::route::{Screen, Section};
use crate::ui::{When, live, memo};
use crate::workspace::OpenExchange;

/// The panel.
#[component]
pub fn Thread() -> impl IntoView {
    let open = OpenExchange::expect();
    let exchange = open.exchange();
    let ends = memo(move || {
        let id = open.id();
        exchange.with(|exchange| {
            let warnings = warning::all(exchange);
            warnings.iter().map(|warning| LooseEnd::of(warning, exchange, &id)).collect::<Vec<_>>()
        })
    });
    let count = memo(move || ends.with(Vec::len));
    let badge = move || match count.get() {
        0 => say!(plan.no_loose_ends).to_owned(),
        count => {
            counted(count, say!(plan.one_loose_end), |count| say!(plan.loose_ends, count = count))
        }
    };
    let tone = move || if count.get() == 0 { "ok" } else { "warn" };
    let is_empty = memo(move || exchange.with(|exchange| exchange.objectives.is_empty()));
    view! {
        <section class="panel" aria-labelledby="thread-title">
            <div class="panel__head">
                <h2 id="thread-title">{say!(plan.thread)}</h2>
                <span class="badge" data-state=tone>{badge}</span>
            </div>
            <When
                when=move || !is_empty.get()
                fallback=|| view! {
                    <div class="empty">
                        <p>{say!(plan.thread_empty)}</p>
                    </div>
                }
            >
                <div class="panel__body stack stack--close">
                    <Strands />
                    <Legend />
                </div>
            </When>
            <When when=move || count.get() != 0>
                <ul class="rows" aria-label=say!(plan.loose_ends_list)>
                    {live(move || ends.get().into_iter().map(fix).collect_view())}
                </ul>
            </When>
        </section>
    }
}

/// One loose end. A mend on this very page is gone to at once; the address may already name it.
fn fix(end: LooseEnd) -> impl IntoView {
    let href = end.screen.href();
    let label = say!(plan.mend_label, mend = end.mend, sentence = end.sentence.as_str());
    let go = move |_| {
        if let Screen::Exchange { section: Section::Overview, at: Some(at), .. } = &end.screen {
            rows::focus_record(super::KINDS, at);
        }
    };
    view! {
        <li class="fix">
            <p>{end.sentence}</p>
            <a class="button button--quiet" href=href aria-label=label on:click=go>{end.mend}</a>
        </li>
    }
}
