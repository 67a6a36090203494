//! Team: who takes part, organisation by organisation.

pub mod member;
pub mod organisation;
pub mod pasted;
pub mod trips;

use crate::ui::{Content, button, callout, each, el, icon, live, memo, when};
use leptos::prelude::*;

use super::rows::{self, Rows};
use crate::model::{Id, Organisation, Part, Person, Warning, rank, warning};
use crate::workspace::OpenExchange;

/// The page.
pub fn team() -> AnyView {
    rows::follow_address(&["organisation", "person"]);
    let open = OpenExchange::expect();
    provide_context(member::Organisations::of(open.exchange()));
    let rows = Rows::<Organisation>::all(open, "organisation", |it, rank| it.rank = rank);
    let count = rows.count();
    let add = move |part| rows.add(Organisation { part, ..Organisation::default() });
    el("div")
        .class("stack")
        .has((
            el("p")
                .class("note-line measure")
                .has((icon(icondata::LuInfo), say!(team.contacts_only))),
            nobody_drives_change(),
            when(
                move || count.get() == 0,
                move || {
                    el("section").class("panel").attr("aria-labelledby", "team-empty").has(
                        el("div").class("empty").has((
                            el("h2").id("team-empty").has(say!(team.empty_title)),
                            el("p").has(say!(team.empty)),
                        )),
                    )
                },
            ),
            each(move || rows.ids().get(), move |id| organisation::organisation_panel(id, rows)),
            unassigned(),
            trips::trips(),
            el("div")
                .class("toolbar no-print")
                .attr("role", "group")
                .attr("aria-label", say!(team.add_organisation))
                .has((
                    button("button")
                        .id(rows.add_button())
                        .on_click(move || add(Part::Visiting))
                        .has((icon(icondata::LuPlus), el("span").has(say!(team.add_visiting)))),
                    button("button")
                        .on_click(move || add(Part::Host))
                        .has((icon(icondata::LuPlus), el("span").has(say!(team.add_host)))),
                    button("button")
                        .on_click(move || add(Part::Support))
                        .has((icon(icondata::LuPlus), el("span").has(say!(team.add_support)))),
                )),
        ))
        .view()
}

/// Says that nobody of the visitors can drive change on return (S0), and leads to the first of them.
fn nobody_drives_change() -> AnyView {
    let exchange = OpenExchange::expect().exchange();
    let first_visitor = memo(move || {
        exchange.with(|exchange| {
            let warned = warning::team(exchange).contains(&Warning::NobodyDrivesChange);
            let people = rank::ordered(&exchange.people);
            people.into_iter().find(|id| warned && exchange.people[id].role.visits())
        })
    });
    live(move || {
        first_visitor.get().map(|id| {
            let choose = move |_| {
                rows::focus_record(&["person"], &id);
            };
            callout("warn", icondata::LuTriangleAlert, say!(team.nobody_drives))
                .has(button("button button--quiet").on("click", choose).has(say!(team.choose_who)))
        })
    })
}

/// The people who belong to no organisation of the list.
fn unassigned() -> AnyView {
    let open = OpenExchange::expect();
    let exchange = open.exchange();
    let ids = memo(move || {
        exchange.with(|exchange| {
            let known = |id: &Id| exchange.organisations.contains_key(id);
            let mut ids = rank::ordered(&exchange.people);
            ids.retain(|id| !exchange.people[id].organisation.as_ref().is_some_and(known));
            ids
        })
    });
    let people = Rows::<Person>::of(open, "person", "", ids, |it, rank| it.rank = rank);
    let count = people.count();
    let add = move |_| people.add(Person::default());
    when(
        move || count.get() != 0,
        move || {
            el("section").class("panel").attr("aria-labelledby", "unassigned-title").has((
                el("div")
                    .class("panel__head")
                    .has(el("h2").id("unassigned-title").has(say!(team.unassigned))),
                el("ul").class("rows query").flag("data-long", people.is_long()).has((
                    each(move || ids.get(), move |id| member::member(id, people)),
                    el("li").class("add-row").has(
                        button("button button--quiet")
                            .id(people.add_button())
                            .on("click", add)
                            .has((
                                icon(icondata::LuPlus),
                                el("span").has(say!(team.add_unassigned)),
                            )),
                    ),
                )),
            ))
        },
    )
    .view()
}
