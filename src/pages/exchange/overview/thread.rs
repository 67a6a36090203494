//! The thread in sight: what each objective has along it, and every loose end with its mend.

use crate::ui::{Content, El, el, memo, when, when_else};
use leptos::prelude::*;

use super::strands::{legend, strands};
use crate::browser::clock;
use crate::model::warning;
use crate::pages::exchange::loose_ends::LooseEnd;
use crate::pages::exchange::rows;
use crate::pages::words::counted;
use crate::route::{Screen, Section};
use crate::workspace::OpenExchange;

/// The panel.
pub fn thread() -> AnyView {
    let open = OpenExchange::expect();
    let exchange = open.exchange();
    let ends = memo(move || {
        let id = open.id();
        let unreadable = open.unreadable().get();
        exchange.with(|exchange| {
            let newest = open.latest().and_then(|ms| clock::local(&clock::instant(ms)));
            let newest = newest.map(|(date, _)| date);
            let mut warnings = warning::on(clock::today(), exchange, newest);
            warnings.extend(open.changed_since_agreed(exchange));
            warnings.extend(warning::unreadable(&unreadable));
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
    el("section")
        .class("panel")
        .attr("aria-labelledby", "thread-title")
        .has((
            el("div").class("panel__head").has((
                el("h2").id("thread-title").has(say!(plan.thread)),
                el("span").class("badge").attr("data-state", tone).has(badge),
            )),
            when_else(
                move || !is_empty.get(),
                move || {
                    el("div").class("panel__body stack stack--close").has((strands(), legend()))
                },
                || el("div").class("empty").has(el("p").has(say!(plan.thread_empty))),
            ),
            when(
                move || count.get() != 0,
                move || {
                    el("ul")
                        .class("rows")
                        .attr("aria-label", say!(plan.loose_ends_list))
                        .has(move || ends.get().into_iter().map(fix).collect::<Vec<_>>())
                },
            ),
        ))
        .view()
}

/// One loose end. A mend on this very page is gone to at once; the address may already name it.
fn fix(end: LooseEnd) -> El {
    let href = end.screen.href();
    let label = say!(plan.mend_label, mend = end.mend, sentence = end.sentence.as_str());
    let go = move |_| {
        if let Screen::Exchange { section: Section::Overview, at: Some(at), .. } = &end.screen {
            rows::focus_record(super::KINDS, at);
        }
    };
    el("li").class("fix").has((
        el("p").has(end.sentence),
        el("a")
            .class("button button--quiet")
            .attr("href", href)
            .attr("aria-label", label)
            .on("click", go)
            .has(end.mend),
    ))
}
