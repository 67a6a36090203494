//! What visitors have to know about the host's building, and how many it has room for.

use leptos::prelude::*;

use super::Fact;
use crate::browser::page;
use crate::model::{Exchange, Id, Organisation, Part, rank};
use crate::pages::exchange::loose_ends::organisation_name;
use crate::pages::exchange::rows::{Row, element};
use crate::ui::{Act, Content, NumberField, TextInput, button, each, el, icon, memo, when};
use crate::workspace::OpenExchange;

/// The most places that can be said.
const MOST_PLACES: u16 = 999;

/// Returns the facts about a building in the order in which a visitor meets them.
pub(super) fn facts() -> [Fact<Organisation>; 8] {
    facts![address, parking, entrance, identity_check, escort, weapons, phones_and_cameras, dress]
}

/// Returns the hosts in their order.
pub(super) fn hosts(exchange: &Exchange) -> Vec<Id> {
    let mut ids = rank::ordered(&exchange.organisations);
    ids.retain(|id| exchange.organisations[id].part == Part::Host);
    ids
}

/// The panel.
pub fn before() -> AnyView {
    let exchange = OpenExchange::expect().exchange();
    let ids = memo(move || exchange.with(hosts));
    let print = || {
        page::print();
    };
    el("section")
        .class("panel")
        .attr("aria-labelledby", "before-title")
        .has((
            el("div")
                .class("panel__head")
                .has(el("h2").id("before-title").has(say!(prepare.before))),
            el("div").class("panel__body stack").has((
                el("p").class("soft").has(say!(prepare.before_text)),
                when(move || ids.with(Vec::is_empty), || el("p").has(say!(prepare.no_host))),
                each(move || ids.get(), host),
                el("div").has(
                    button("button").on_click(print).has((
                        icon(icondata::LuPrinter),
                        el("span").has(say!(prepare.print_before)),
                    )),
                ),
            )),
        ))
        .view()
}

fn host(id: Id) -> AnyView {
    let open = OpenExchange::expect();
    let row = Row::<Organisation>::new(open, &id);
    let exchange = open.exchange();
    let name = {
        let id = id.clone();
        memo(move || exchange.with(|exchange| organisation_name(exchange, &id)))
    };
    let fields = facts().map(|Fact { label, read, write }| {
        TextInput::area(label, row.get(move |it| read(it).clone()), move |text| {
            row.change(|it| write(it, text))
        })
        .rows(1)
        .undone_by_page()
    });
    let places =
        |label, read: fn(&Organisation) -> u16, write: fn(&mut Organisation, u16)| NumberField {
            label,
            less: say!(prepare.fewer, what = label),
            more: say!(prepare.more, what = label),
            value: row.get(read),
            step: 1,
            least: 0,
            most: MOST_PLACES,
            on_change: Act::from(move |count| row.change(|it| write(it, count))),
        };
    el("div")
        .class("stack stack--close")
        .attr("role", "group")
        .attr("aria-label", name)
        .has((
            el("h3").id(element("before", &id)).attr("tabindex", "-1").has(name),
            fields,
            el("div")
                .class("field-grid")
                .attr("role", "group")
                .attr("aria-label", say!(prepare.room))
                .has((
                    places(say!(prepare.places), |it| it.places, |it, count| it.places = count),
                    places(
                        say!(prepare.places_each),
                        |it| it.places_each,
                        |it, count| it.places_each = count,
                    ),
                )),
        ))
        .view()
}
