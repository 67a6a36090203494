//! Who comes and who receives them, in short.

use crate::ui::{Content, el, memo, when_else};
use leptos::prelude::*;

use crate::model::{Role, rank};
use crate::order;
use crate::pages::exchange::team::member::site_of;
use crate::pages::{format, words};
use crate::route::{Screen, Section};
use crate::workspace::OpenExchange;

/// The panel.
pub fn roster() -> AnyView {
    let open = OpenExchange::expect();
    let exchange = open.exchange();
    let people = memo(move || {
        exchange.with(|exchange| {
            let mut people: Vec<(Role, String, String)> = rank::ordered(&exchange.people)
                .iter()
                .map(|id| &exchange.people[id])
                .filter(|person| !person.name.trim().is_empty())
                .map(|person| (person.role, person.name.clone(), person.position.clone()))
                .collect();
            order::sort_by(&mut people, |a, b| b.0.visits().cmp(&a.0.visits()));
            people
        })
    });
    let lines = move || {
        let line = |(role, name, position): (Role, String, String)| {
            let position = (!position.trim().is_empty())
                .then(|| (" ", el("span").class("soft").has(("· ", position))));
            let badge =
                (role != Role::Visitor).then(|| el("span").class("badge").has(words::of(role)));
            el("li").class("person-line").has((
                el("span")
                    .class("avatar")
                    .attr("data-site", site_of(role))
                    .attr("aria-hidden", "true")
                    .has(format::initials(&name)),
                el("span").has((name, position)),
                badge,
            ))
        };
        people.get().into_iter().map(line).collect::<Vec<_>>()
    };
    let is_empty = memo(move || people.with(Vec::is_empty));
    el("section")
        .class("panel")
        .attr("aria-labelledby", "roster-title")
        .has((
            el("div").class("panel__head").has((
                el("h2").id("roster-title").has(say!(plan.team)),
                el("a")
                    .class("button button--quiet")
                    .attr("href", Screen::exchange(&open.id(), Section::Team).href())
                    .attr("aria-label", say!(plan.open_team))
                    .has(say!(plan.open)),
            )),
            el("div").class("panel__body").has(when_else(
                move || !is_empty.get(),
                move || el("ul").class("stack stack--tight").has(lines),
                || el("p").class("soft").has(say!(plan.team_empty)),
            )),
        ))
        .view()
}
