//! One organisation and its people.

use leptos::prelude::*;

use super::member::Member;
use crate::model::{Id, Organisation, OrganisationKind, Part, Person, Warning, rank, warning};
use crate::pages::exchange::loose_ends::{organisation_name, too_few_visitors};
use crate::pages::exchange::rows::menu::RowMenu;
use crate::pages::exchange::rows::{Row, Rows};
use crate::pages::words;
use crate::ui::{Each, Icon, Select, TextLine, When, live, memo};
use crate::workspace::OpenExchange;

/// The panel of an organisation.
#[component]
pub fn OrganisationPanel(
    /// Which one.
    id: Id,
    /// The list it stands in.
    rows: Rows<Organisation>,
) -> impl IntoView {
    let open = OpenExchange::expect();
    let exchange = open.exchange();
    let row = Row::<Organisation>::new(open, &id);
    let number = rows.number(&id);
    let name = memo(move || exchange.with(|it| organisation_name(it, &row.id())));
    let own_name = row.get(|it| it.name.clone());
    let name_label = Signal::derive(move || say!(team.name_of_organisation, number = number.get()));
    let more = Signal::derive(move || say!(team.more_for, name = name.get()));
    let ids = memo(move || {
        let id = row.id();
        exchange.with(|exchange| {
            let mut ids = rank::ordered(&exchange.people);
            ids.retain(|person| exchange.people[person].organisation.as_ref() == Some(&id));
            ids
        })
    });
    let people = Rows::<Person>::of(open, "person", id.as_str(), ids, |it, rank| it.rank = rank);
    let add = move || {
        let organisation = exchange
            .with_untracked(|exchange| exchange.organisations.get(&row.id()).cloned())
            .unwrap_or_default();
        people.add(Person::joining(row.id(), &organisation));
    };
    let heading = format!("organisation-title-{id}");
    view! {
        <section class="panel" aria-labelledby=heading>
            <div class="panel__head">
                <h2 id=heading.clone() class="visually-hidden">{name}</h2>
                <TextLine
                    label=name_label
                    id=rows.field(&id)
                    class="input--strong"
                    placeholder=say!(team.organisation_placeholder)
                    value=own_name
                    on_input=row.set(|it: &mut Organisation, text| it.name = text)
                    on_enter=move |()| add()
                    on_remove=move |()| {
                        if ids.with_untracked(Vec::is_empty) {
                            rows.remove_emptied(&row.id(), name.get_untracked());
                        }
                    }
                />
                <RowMenu rows id=id.clone() label=more name=move |()| name.get_untracked() />
            </div>
            <div class="panel__body">
                <Facts row name />
            </div>
            <TooFew row on_add=move |()| add() />
            <When when=move || ids.with(Vec::is_empty)>
                <Nobody row />
            </When>
            <ul class="rows query">
                <Each each=move || ids.get() let:id>
                    <Member id people />
                </Each>
                <li class="add-row">
                    <button
                        class="button button--quiet"
                        type="button"
                        id=people.add_button()
                        on:click=move |_| add()
                    >
                        <Icon icon=icondata::LuPlus />
                        <span>{say!(team.add_person)}</span>
                        <span class="visually-hidden">
                            {live(move || say!(team.add_person_to, name = name.get()))}
                        </span>
                    </button>
                </li>
            </ul>
        </section>
    }
}

/// Its part in the exchange, what it is, and the site it belongs to.
#[component]
fn Facts(row: Row<Organisation>, name: Memo<String>) -> impl IntoView {
    let part_label = Signal::derive(move || say!(team.part_of, name = name.get()));
    let kind_label = Signal::derive(move || say!(team.kind_of, name = name.get()));
    let site_label = Signal::derive(move || say!(team.site_of, name = name.get()));
    let part = row.get(|it| it.part.word().to_owned());
    let kind = row.get(|it| it.kind.word().to_owned());
    view! {
        <div class="field-grid">
            <Select
                label=part_label
                quiet=true
                choices=words::choices(Part::ALL, Part::word, words::part)
                value=part
                on_change=row.set(|it: &mut Organisation, word: String| {
                    it.part = Part::from_word(&word).unwrap_or(it.part);
                })
            />
            <Select
                label=kind_label
                quiet=true
                choices=words::choices(
                    OrganisationKind::ALL,
                    OrganisationKind::word,
                    words::organisation_kind,
                )
                value=kind
                on_change=row.set(|it: &mut Organisation, word: String| {
                    it.kind = OrganisationKind::from_word(&word).unwrap_or(it.kind);
                })
            />
            <TextLine
                label=site_label
                placeholder=say!(team.site_placeholder)
                value=row.get(|it| it.site.clone())
                on_input=row.set(|it: &mut Organisation, text| it.site = text)
            />
        </div>
    }
}

/// Says that a visiting police organisation sends fewer than two (S3).
#[component]
fn TooFew(row: Row<Organisation>, #[prop(into)] on_add: Callback<()>) -> impl IntoView {
    let exchange = OpenExchange::expect().exchange();
    let sentence = memo(move || {
        let id = row.id();
        exchange.with(|exchange| {
            warning::team(exchange).into_iter().find_map(|warning| match warning {
                Warning::TooFewVisitors { organisation, visitors } if organisation == id => {
                    Some(too_few_visitors(&organisation_name(exchange, &id), visitors))
                }
                _ => None,
            })
        })
    });
    move || {
        sentence.get().map(|sentence| {
            view! {
                <div class="panel__body">
                    <div class="callout">
                        <Icon icon=icondata::LuTriangleAlert />
                        <p>{sentence}</p>
                        <button
                            class="button button--quiet"
                            type="button"
                            on:click=move |_| on_add.run(())
                        >
                            {say!(team.add_one)}
                        </button>
                    </div>
                </div>
            }
        })
    }
}

/// What is said of an organisation without people.
#[component]
fn Nobody(row: Row<Organisation>) -> impl IntoView {
    let is_host = row.get(|it| it.part == Part::Host);
    let text = move || {
        if is_host.get() { say!(team.nobody_host) } else { say!(team.nobody) }
    };
    view! {
        <div class="panel__body">
            <p class="soft">{text}</p>
        </div>
    }
}
