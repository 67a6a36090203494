//! Journeys and needs of those who travel.

use leptos::prelude::*;

use super::Fact;
use crate::model::{Exchange, Id, Person, allowance, rank};
use crate::pages::exchange::rows::{Row, element};
use crate::ui::{Content, TextInput, each, el, memo, target, when};
use crate::workspace::OpenExchange;

fn facts() -> [Fact<Person>; 7] {
    facts![arrival, lodging, journey, approvals, access, diet, after_hours]
}

/// Returns those who travel, in their order.
fn travellers(exchange: &Exchange) -> Vec<Id> {
    let travel = |id: &Id| {
        allowance::travellers(exchange).any(|person| std::ptr::eq(person, &exchange.people[id]))
    };
    rank::ordered(&exchange.people).into_iter().filter(travel).collect()
}

/// The panel.
pub fn logistics() -> AnyView {
    let exchange = OpenExchange::expect().exchange();
    let ids = memo(move || exchange.with(travellers));
    el("section")
        .class("panel")
        .attr("aria-labelledby", "logistics-title")
        .has((
            el("div")
                .class("panel__head")
                .has(el("h2").id("logistics-title").has(say!(prepare.logistics))),
            el("div").class("panel__body").has((
                el("p").class("soft").has(say!(prepare.logistics_text)),
                when(move || ids.with(Vec::is_empty), || el("p").has(say!(prepare.no_visitors))),
            )),
            el("ul").class("rows").has(each(move || ids.get(), traveller)),
        ))
        .view()
}

fn traveller(id: Id) -> AnyView {
    let row = Row::<Person>::new(OpenExchange::expect(), &id);
    let name = row.get(|it| it.name.clone());
    let shown = memo(move || {
        let name = name.get();
        if name.trim().is_empty() { say!(prepare.no_owner).to_owned() } else { name }
    });
    let filled =
        row.get(|it| facts().iter().filter(|fact| !(fact.read)(it).trim().is_empty()).count());
    let progress = move || say!(prepare.filled, filled = filled.get(), all = facts().len());
    // The fields of many people are drawn only for those who want to see them.
    let is_open = RwSignal::new(false);
    let fields = move || {
        is_open.get().then(|| {
            facts().map(|Fact { label, read, write }| {
                TextInput::area(label, row.get(move |it| read(it).clone()), move |text| {
                    row.change(|it| write(it, text));
                })
                .rows(1)
                .undone_by_page()
            })
        })
    };
    el("li")
        .has(
            el("details")
                .on("toggle", move |event| {
                    let details = target::<web_sys::HtmlDetailsElement>(&event);
                    is_open.set(details.is_some_and(|details| details.open()));
                })
                .has((
                    el("summary").id(element("logistics", &id)).has((
                        shown,
                        " ",
                        el("span").class("soft num").has(progress),
                    )),
                    el("div").class("stack stack--close logistics__fields").has(fields),
                )),
        )
        .view()
}
