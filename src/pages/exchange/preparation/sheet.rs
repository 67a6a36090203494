//! "Before you come" on paper: all that is printed of this screen.

use leptos::prelude::*;

use super::Fact;
use super::before::{facts, hosts};
use crate::model::{Exchange, Organisation, Role, agenda, rank};
use crate::pages::exchange::loose_ends::organisation_name;
use crate::pages::{format, title_of};
use crate::ui::{Content, El, el, live};
use crate::workspace::OpenExchange;

/// The sheet.
pub fn sheet() -> AnyView {
    let exchange = OpenExchange::expect().exchange();
    el("article")
        .class("sheet print-only")
        .attr("aria-label", say!(prepare.before))
        .has(live(move || exchange.with(drawn)))
        .view()
}

fn drawn(exchange: &Exchange) -> AnyView {
    let about = &exchange.about;
    let marking = about.marking.trim().to_owned();
    let dates = about.dates.map_or_else(|| say!(app.dates_open).to_owned(), format::range);
    let buildings = hosts(exchange).into_iter().map(|id| {
        let name = organisation_name(exchange, &id);
        building(name, &exchange.organisations[&id])
    });
    (
        el("header").class("sheet__top").has((
            (!marking.is_empty()).then(|| el("p").class("sheet__mark").has(marking)),
            el("h2").has(say!(prepare.before)),
            el("p").has(title_of(about)),
            el("p").has(dates),
            begins(exchange).map(|begins| el("p").has((say!(prepare.begins), ": ", begins))),
        )),
        buildings.collect::<Vec<_>>(),
        people(exchange),
    )
        .view()
}

fn building(name: String, organisation: &Organisation) -> El {
    let facts = facts().into_iter().map(|Fact { label, read, .. }| {
        let text = read(organisation).trim().to_owned();
        let text = if text.is_empty() { say!(prepare.to_be_said).to_owned() } else { text };
        (el("dt").has(label), el("dd").has(text)).view()
    });
    el("section").has((el("h3").has(name), el("dl").class("facts").has(facts.collect::<Vec<_>>())))
}

/// Returns when and where the visit begins: "Wednesday 14 October, 08:30: Welcome, Lobby".
fn begins(exchange: &Exchange) -> Option<String> {
    let dates = exchange.about.dates?;
    let (first, slot) = agenda::day(exchange, 1).into_iter().next()?;
    let session = exchange.sessions.get(&first)?;
    let (day, time) = (format::long_day(dates.first), format::time(slot.start));
    let begins = say!(prepare.begins_at, day = day, time = time, session = session.title.trim());
    let place = session.place.trim();
    Some(if place.is_empty() {
        begins
    } else {
        say!(prepare.begins_where, begins = begins, place = place)
    })
}

/// The people at the host's whom a visitor can call.
fn people(exchange: &Exchange) -> Option<El> {
    let lines: Vec<El> = rank::ordered(&exchange.people)
        .iter()
        .map(|id| &exchange.people[id])
        .filter(|person| matches!(person.role, Role::Host | Role::Liaison))
        .filter(|person| !person.name.trim().is_empty())
        .map(|person| {
            let parts = [&person.name, &person.position, &person.contact, &person.after_hours];
            let parts: Vec<&str> =
                parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
            el("li").has(parts.join(" · "))
        })
        .collect();
    (!lines.is_empty())
        .then(|| el("section").has((el("h3").has(say!(prepare.people_there)), el("ul").has(lines))))
}
