//! What visitors have to know about the host's building, and how many it has room for.

use leptos::prelude::*;

use super::Fact;
use crate::browser::page;
use crate::model::{Dates, Exchange, Id, Organisation, Part, Period, rank};
use crate::pages::days::{add_days, in_order};
use crate::pages::exchange::loose_ends::organisation_name;
use crate::pages::exchange::rows::{Row, element};
use crate::pages::format;
use crate::ui::{
    Act, Content, El, NumberField, TextInput, button, each, el, icon, live, memo, when,
};
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
            blocked(row),
        ))
        .view()
}

/// The days on which the host cannot receive anyone.
fn blocked(row: Row<Organisation>) -> El {
    let days = row.get(|it| in_order(it.blocked_dates.iter().copied()));
    let item = move |period: Period| {
        let words = format::range(Dates::from(period));
        el("li").class("option").has((
            el("span").class("option__days").has(words.clone()),
            button("button button--quiet button--icon")
                .attr("aria-label", say!(prepare.unblock, days = words))
                .on_click(move || {
                    row.change(|it| {
                        it.blocked_dates.remove(&period);
                    });
                })
                .has(icon(icondata::LuX)),
        ))
    };
    el("fieldset").class("field").has((
        el("legend").class("field__label").has(say!(prepare.blocked)),
        el("p").class("field__hint").has(say!(prepare.blocked_hint)),
        live(move || {
            let items = days.get().into_iter().map(item).collect::<Vec<_>>();
            (!items.is_empty()).then(|| el("ul").class("options").has(items))
        }),
        add_days(
            say!(prepare.blocked_first),
            say!(prepare.blocked_last),
            say!(prepare.block),
            move |period| {
                row.change(|it| {
                    it.blocked_dates.insert(period);
                });
            },
        ),
    ))
}
