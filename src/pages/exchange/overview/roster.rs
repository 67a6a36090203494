//! Who comes and who receives them, in short.

use leptos::prelude::*;

use crate::model::{Role, order, rank};
use crate::pages::exchange::team::member::site_of;
use crate::pages::{format, words};
use crate::route::{Screen, Section};
use crate::ui::{When, memo};
use crate::workspace::OpenExchange;

/// The panel.
#[component]
pub fn Roster() -> impl IntoView {
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
                .then(|| view! { " " <span class="soft">"· " {position}</span> });
            let badge = (role != Role::Visitor)
                .then(|| view! { <span class="badge">{words::role(role)}</span> });
            view! {
                <li class="person-line">
                    <span class="avatar" data-site=site_of(role) aria-hidden="true">
                        {format::initials(&name)}
                    </span>
                    <span>{name} {position}</span>
                    {badge}
                </li>
            }
        };
        people.get().into_iter().map(line).collect_view()
    };
    let is_empty = memo(move || people.with(Vec::is_empty));
    view! {
        <section class="panel" aria-labelledby="roster-title">
            <div class="panel__head">
                <h2 id="roster-title">{say!(plan.team)}</h2>
                <a
                    class="button button--quiet"
                    href=Screen::exchange(&open.id(), Section::Team).href()
                    aria-label=say!(plan.open_team)
                >
                    {say!(plan.open)}
                </a>
            </div>
            <div class="panel__body">
                <When
                    when=move || !is_empty.get()
                    fallback=|| view! { <p class="soft">{say!(plan.team_empty)}</p> }
                >
                    <ul class="stack stack--tight">{lines}</ul>
                </When>
            </div>
        </section>
    }
}
