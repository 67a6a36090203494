//! One person of the roster, edited in place.

use leptos::prelude::*;

use crate::model::{Discipline, Id, Person, Role, rank};
use crate::pages::exchange::loose_ends::organisation_name;
use crate::pages::exchange::rows::menu::RowMenu;
use crate::pages::exchange::rows::{Row, Rows, focus_soon};
use crate::pages::{format, words};
use crate::ui::{Check, Choice, Select, TextLine, When, memo};
use crate::workspace::OpenExchange;

/// Returns on which side a person of this role stands, as avatars are coloured.
pub fn site_of(role: Role) -> &'static str {
    match role {
        Role::Visitor | Role::Lead => "visitor",
        Role::Host | Role::Presenter => "host",
        Role::Liaison => "liaison",
    }
}

/// The row of a person.
#[component]
pub fn Member(
    /// Who.
    id: Id,
    /// The list they stand in.
    people: Rows<Person>,
) -> impl IntoView {
    let row = Row::<Person>::new(OpenExchange::expect(), &id);
    let number = people.number(&id);
    let own_name = row.get(|it| it.name.clone());
    let role = row.get(|it| Some(it.role));
    let name = memo(move || {
        let name = own_name.get();
        if name.trim().is_empty() { say!(team.person_number, number = number.get()) } else { name }
    });
    let initials = move || own_name.with(|name| format::initials(name));
    let site = move || {
        let is_empty = own_name.with(|name| name.trim().is_empty());
        if is_empty { "none" } else { role.get().map_or("none", site_of) }
    };
    let label = move |text: fn(String) -> String| Signal::derive(move || text(name.get()));
    let add_next = move |()| {
        // Whoever is written down next most often comes from the same place for the same purpose.
        let next = untrack(|| {
            row.get_now(|it| Person {
                organisation: it.organisation.clone(),
                role: if it.role == Role::Lead { Role::Visitor } else { it.role },
                discipline: it.discipline,
                ..Person::default()
            })
        });
        people.add_after(&row.id(), next);
    };
    view! {
        <li class="member">
            <span class="avatar" data-site=site aria-hidden="true">{initials}</span>
            <div class="member__fields" role="group" aria-label=name>
                <TextLine
                    label=label(|name| say!(team.name_of, name = name))
                    id=people.field(&id)
                    class="input--strong"
                    placeholder=say!(team.name_placeholder)
                    value=own_name
                    on_input=row.set(|it: &mut Person, text| it.name = text)
                    on_enter=add_next
                    on_remove=move |()| people.remove_emptied(&row.id(), name.get_untracked())
                />
                <TextLine
                    label=label(|name| say!(team.position_of, name = name))
                    placeholder=say!(team.position_placeholder)
                    value=row.get(|it| it.position.clone())
                    on_input=row.set(|it: &mut Person, text| it.position = text)
                    on_enter=add_next
                />
                <TextLine
                    label=label(|name| say!(team.contact_of, name = name))
                    placeholder=say!(team.contact_placeholder)
                    value=row.get(|it| it.contact.clone())
                    on_input=row.set(|it: &mut Person, text| it.contact = text)
                    on_enter=add_next
                />
                <Select
                    label=label(|name| say!(team.role_of, name = name))
                    quiet=true
                    choices=words::choices(Role::ALL, Role::word, words::role)
                    value=row.get(|it| it.role.word().to_owned())
                    on_change=row.set(|it: &mut Person, word: String| {
                        it.role = Role::from_word(&word).unwrap_or(it.role);
                    })
                />
                <Select
                    label=label(|name| say!(team.discipline_of, name = name))
                    quiet=true
                    choices=words::choices(
                        Discipline::ALL,
                        Discipline::word,
                        words::discipline,
                    )
                    value=row.get(|it| it.discipline.word().to_owned())
                    on_change=row.set(|it: &mut Person, word: String| {
                        it.discipline = Discipline::from_word(&word).unwrap_or(it.discipline);
                    })
                />
                <ComesFrom row label=label(|name| say!(team.organisation_of, name = name)) />
                <DrivesChange row name />
            </div>
            <RowMenu
                rows=people
                id
                label=label(|name| say!(team.more_for, name = name))
                name=move |()| name.get_untracked()
            />
        </li>
    }
}

/// Chooses the organisation that a person comes from; the row moves over to its panel.
#[component]
fn ComesFrom(row: Row<Person>, label: Signal<String>) -> impl IntoView {
    let exchange = OpenExchange::expect().exchange();
    let choices = memo(move || {
        exchange.with(|exchange| {
            let organisations = rank::ordered(&exchange.organisations);
            let none = Choice::new("", say!(team.no_organisation));
            std::iter::once(none)
                .chain(
                    organisations
                        .iter()
                        .map(|id| Choice::new(id.as_str(), organisation_name(exchange, id))),
                )
                .collect::<Vec<_>>()
        })
    });
    let value = memo(move || {
        exchange.with(|exchange| {
            let person = exchange.people.get(&row.id())?;
            let id = person.organisation.as_ref()?;
            exchange.organisations.contains_key(id).then(|| id.to_string())
        })
    });
    let on_change = move |word: String| {
        let field = format!("person-{}", row.id());
        row.change(|it| it.organisation = Some(word).filter(|it| !it.is_empty()).map(Id::from));
        focus_soon(field);
    };
    view! {
        <Select
            label=label
            quiet=true
            choices=choices
            value=Signal::derive(move || value.get().unwrap_or_default())
            on_change=on_change
        />
    }
}

/// Asked of visitors only: whether they can drive change on return (S0).
#[component]
fn DrivesChange(row: Row<Person>, name: Memo<String>) -> impl IntoView {
    let drives = row.get(|it| it.drives_change);
    let is_asked = row.get(|it| it.role.visits() || it.drives_change);
    let is_asked = memo(move || is_asked.get());
    let label = Signal::derive(move || say!(team.drives_change, name = name.get()));
    view! {
        <When when=move || is_asked.get()>
            <Check
                label=label
                value=drives
                on_change=row.set(|it: &mut Person, drives| it.drives_change = drives)
            />
        </When>
    }
}
