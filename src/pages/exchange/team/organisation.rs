//! One organisation and its people.

use crate::ui::{
    Choice, Content, Derived, InPlace, Select, button, callout, each, el, icon, live, memo, when,
};
use leptos::prelude::*;

use super::member::member;
use crate::model::{
    Id, Organisation, OrganisationKind, Part, Person, Sector, Warning, rank, warning,
};
use crate::pages::exchange::loose_ends::{organisation_name, too_few_visitors};
use crate::pages::exchange::rows::menu::row_menu;
use crate::pages::exchange::rows::{Row, Rows};
use crate::pages::words;
use crate::workspace::OpenExchange;

/// The panel of an organisation.
///
/// - `id`: Which one.
/// - `rows`: The list it stands in.
pub fn organisation_panel(id: Id, rows: Rows<Organisation>) -> AnyView {
    let open = OpenExchange::expect();
    let exchange = open.exchange();
    let row = Row::<Organisation>::new(open, &id);
    let number = rows.number(&id);
    let name = memo(move || exchange.with(|it| organisation_name(it, &row.id())));
    let own_name = row.get(|it| it.name.clone());
    let name_label = memo(move || say!(team.name_of_organisation, number = number.get()));
    let more = memo(move || say!(team.more_for, name = name.get()));
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
    el("section")
        .class("panel")
        .attr("aria-labelledby", heading.clone())
        .has((
            el("div").class("panel__head").has((
                el("h2").id(heading).class("visually-hidden").has(name),
                InPlace::line(
                    name_label,
                    own_name,
                    row.set(|it: &mut Organisation, text| it.name = text),
                )
                .id(rows.field(&id))
                .strong()
                .placeholder(say!(team.organisation_placeholder))
                .on_enter(move |()| add())
                .on_remove(move |()| {
                    if ids.with_untracked(Vec::is_empty) {
                        rows.remove_emptied(&row.id(), name.get_untracked());
                    }
                }),
                row_menu(rows, id.clone(), more, move || name.get_untracked(), None),
            )),
            el("div").class("panel__body").has(facts(row, name)),
            too_few(row, Callback::new(move |()| add())),
            when(move || ids.with(Vec::is_empty), move || nobody(row)),
            el("ul").class("rows query").flag("data-long", people.is_long()).has((
                each(move || ids.get(), move |id| member(id, people)),
                el("li").class("add-row").has(
                    button("button button--quiet").id(people.add_button()).on_click(add).has((
                        icon(icondata::LuPlus),
                        el("span").has(say!(team.add_person)),
                        el("span")
                            .class("visually-hidden")
                            .has(move || say!(team.add_person_to, name = name.get())),
                    )),
                ),
            )),
        ))
        .view()
}

/// Its part in the exchange, what it is, and the site it belongs to.
fn facts(row: Row<Organisation>, name: Derived<String>) -> AnyView {
    let part_label = memo(move || say!(team.part_of, name = name.get()));
    let kind_label = memo(move || say!(team.kind_of, name = name.get()));
    let site_label = memo(move || say!(team.site_of, name = name.get()));
    let part = row.get(|it| it.part.word().to_owned());
    let kind = row.get(|it| it.kind.word().to_owned());
    el("div")
        .class("field-grid")
        .has((
            Select::new(
                part_label,
                words::choices::<Part>(),
                part,
                row.set(|it: &mut Organisation, word: String| {
                    it.part = Part::from_word(&word).unwrap_or(it.part);
                }),
            )
            .quiet(),
            Select::new(
                kind_label,
                words::choices::<OrganisationKind>(),
                kind,
                row.set(|it: &mut Organisation, word: String| {
                    it.kind = OrganisationKind::from_word(&word).unwrap_or(it.kind);
                }),
            )
            .quiet(),
            sector(row, name),
            InPlace::line(
                site_label,
                row.get(|it| it.site.clone()),
                row.set(|it: &mut Organisation, text| it.site = text),
            )
            .placeholder(say!(team.site_placeholder)),
        ))
        .view()
}

/// Its sector (S3), where that does not follow from what it is.
fn sector(row: Row<Organisation>, name: Derived<String>) -> Select {
    let mut sectors = words::choices::<Sector>();
    sectors.insert(0, Choice::new("", say!(team.sector_open)));
    Select::new(
        memo(move || say!(team.sector_of, name = name.get())),
        sectors,
        row.get(|it| it.sector.map_or("", Sector::word).to_owned()),
        row.set(|it: &mut Organisation, word: String| it.sector = Sector::from_word(&word)),
    )
    .quiet()
}

/// Says that a visiting police organisation sends fewer than two (S3).
fn too_few(row: Row<Organisation>, on_add: Callback<()>) -> AnyView {
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
    live(move || {
        sentence.get().map(|sentence| {
            el("div").class("panel__body").has(
                callout("warn", icondata::LuTriangleAlert, sentence).has(
                    button("button button--quiet")
                        .on_click(move || on_add.run(()))
                        .has(say!(team.add_one)),
                ),
            )
        })
    })
}

/// What is said of an organisation without people.
fn nobody(row: Row<Organisation>) -> AnyView {
    let is_host = row.get(|it| it.part == Part::Host);
    let text = move || {
        if is_host.get() { say!(team.nobody_host) } else { say!(team.nobody) }
    };
    el("div").class("panel__body").has(el("p").class("soft").has(text)).view()
}
