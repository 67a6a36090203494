//! Team: who takes part, organisation by organisation.

pub mod member;
pub mod organisation;

use leptos::prelude::*;

use super::rows::{self, Rows};
use crate::model::{Id, Organisation, Part, Person, Warning, rank, warning};
use crate::ui::{Each, Icon, When, memo};
use crate::workspace::OpenExchange;

/// The page.
#[component]
pub fn Team() -> impl IntoView {
    rows::follow_address(&["organisation", "person"]);
    let rows = Rows::<Organisation>::all(OpenExchange::expect(), "organisation", |it, rank| {
        it.rank = rank;
    });
    let count = rows.count();
    let add = move |part| rows.add(Organisation { part, ..Organisation::default() });
    view! {
        <div class="stack">
            <p class="note-line measure">
                <Icon icon=icondata::LuInfo />
                {say!(team.contacts_only)}
            </p>
            <NobodyDrivesChange />
            <When when=move || count.get() == 0>
                <section class="panel" aria-labelledby="team-empty">
                    <div class="empty">
                        <h2 id="team-empty">{say!(team.empty_title)}</h2>
                        <p>{say!(team.empty)}</p>
                    </div>
                </section>
            </When>
            <Each each=move || rows.ids().get() let:id>
                <organisation::OrganisationPanel id rows />
            </Each>
            <Unassigned />
            <div class="toolbar no-print" role="group" aria-label=say!(team.add_organisation)>
                <button
                    class="button"
                    type="button"
                    id=rows.add_button()
                    on:click=move |_| add(Part::Visiting)
                >
                    <Icon icon=icondata::LuPlus />
                    <span>{say!(team.add_visiting)}</span>
                </button>
                <button class="button" type="button" on:click=move |_| add(Part::Host)>
                    <Icon icon=icondata::LuPlus />
                    <span>{say!(team.add_host)}</span>
                </button>
                <button class="button" type="button" on:click=move |_| add(Part::Support)>
                    <Icon icon=icondata::LuPlus />
                    <span>{say!(team.add_support)}</span>
                </button>
            </div>
        </div>
    }
}

/// Says that nobody of the visitors can drive change on return (S0), and leads to the first of them.
#[component]
fn NobodyDrivesChange() -> impl IntoView {
    let exchange = OpenExchange::expect().exchange();
    let first_visitor = memo(move || {
        exchange.with(|exchange| {
            let warned = warning::team(exchange).contains(&Warning::NobodyDrivesChange);
            let people = rank::ordered(&exchange.people);
            people.into_iter().find(|id| warned && exchange.people[id].role.visits())
        })
    });
    move || {
        first_visitor.get().map(|id| {
            let choose = move |_| {
                rows::focus_record(&["person"], &id);
            };
            view! {
                <div class="callout">
                    <Icon icon=icondata::LuTriangleAlert />
                    <p>{say!(team.nobody_drives)}</p>
                    <button class="button button--quiet" type="button" on:click=choose>
                        {say!(team.choose_who)}
                    </button>
                </div>
            }
        })
    }
}

/// The people who belong to no organisation of the list.
#[component]
fn Unassigned() -> impl IntoView {
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
    view! {
        <When when=move || count.get() != 0>
            <section class="panel" aria-labelledby="unassigned-title">
                <div class="panel__head">
                    <h2 id="unassigned-title">{say!(team.unassigned)}</h2>
                </div>
                <ul class="rows query">
                    <Each each=move || ids.get() let:id>
                        <member::Member id people />
                    </Each>
                    <li class="add-row">
                        <button
                            class="button button--quiet"
                            type="button"
                            id=people.add_button()
                            on:click=add
                        >
                            <Icon icon=icondata::LuPlus />
                            <span>{say!(team.add_unassigned)}</span>
                        </button>
                    </li>
                </ul>
            </section>
        </When>
    }
}
