//! One person of the roster, edited in place.

use crate::ui::{
    Chip, Choice, Content, Derived, El, InPlace, Select, Toasts, check, el, memo, settled, target,
    when,
};
use leptos::prelude::*;

use super::pasted;
use crate::model::{Attends, Audience, Discipline, Exchange, Id, Person, Role, Travel, rank};
use crate::pages::exchange::loose_ends::organisation_name;
use crate::pages::exchange::rows::menu::row_menu;
use crate::pages::exchange::rows::{Row, Rows};
use crate::pages::{focus, format, words};
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
///
/// - `id`: Who.
/// - `people`: The list they stand in.
pub fn member(id: Id, people: Rows<Person>) -> AnyView {
    let (open, toasts) = (OpenExchange::expect(), Toasts::expect());
    let row = Row::<Person>::new(open, &id);
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
    let label = move |text: fn(String) -> String| memo(move || text(name.get()));
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
    el("li")
        .class("member")
        .has((
            el("span")
                .class("avatar")
                .attr("data-site", site)
                .attr("aria-hidden", "true")
                .has(initials),
            el("div").class("member__fields").attr("role", "group").attr("aria-label", name).has((
                InPlace::line(
                    label(|name| say!(team.name_of, name = name)),
                    own_name,
                    row.set(|it: &mut Person, text| it.name = text),
                )
                .id(people.field(&id))
                .strong()
                .placeholder(say!(team.name_placeholder))
                .on_paste(move |text| pasted::take(open, toasts, &row.id(), text))
                .on_enter(add_next)
                .on_remove(move |()| people.remove_emptied(&row.id(), name.get_untracked())),
                InPlace::line(
                    label(|name| say!(team.position_of, name = name)),
                    row.get(|it| it.position.clone()),
                    row.set(|it: &mut Person, text| it.position = text),
                )
                .placeholder(say!(team.position_placeholder))
                .on_enter(add_next),
                InPlace::line(
                    label(|name| say!(team.contact_of, name = name)),
                    row.get(|it| it.contact.clone()),
                    row.set(|it: &mut Person, text| it.contact = text),
                )
                .placeholder(say!(team.contact_placeholder))
                .on_enter(add_next),
                Select::new(
                    label(|name| say!(team.role_of, name = name)),
                    words::choices::<Role>(),
                    row.get(|it| it.role.word().to_owned()),
                    row.set(|it: &mut Person, word: String| {
                        it.role = Role::from_word(&word).unwrap_or(it.role);
                    }),
                )
                .quiet(),
                Select::new(
                    label(|name| say!(team.discipline_of, name = name)),
                    words::choices::<Discipline>(),
                    row.get(|it| it.discipline.word().to_owned()),
                    row.set(|it: &mut Person, word: String| {
                        it.discipline = Discipline::from_word(&word).unwrap_or(it.discipline);
                    }),
                )
                .quiet(),
                journey(row, label(|name| say!(team.journey_of, name = name))),
                comes_from(row, label(|name| say!(team.organisation_of, name = name))),
                drives_change(row, name),
                audiences(row, name),
            )),
            row_menu(
                people,
                id,
                label(|name| say!(team.more_for, name = name)),
                move || name.get_untracked(),
                None,
            ),
        ))
        .view()
}

/// Whether a visitor's journey is planned, booked or made, or whether they join by video (S1: person-trips);
/// nothing for people who do not visit.
fn journey(row: Row<Person>, label: Derived<String>) -> AnyView {
    let visits = row.get(|it| it.role.visits());
    let visits = memo(move || visits.get());
    let value = row.get(|it| match it.attends {
        Attends::InPerson => it.travel.word().to_owned(),
        Attends::Virtual => Attends::Virtual.word().to_owned(),
    });
    when(
        move || visits.get(),
        move || {
            let by_video = Attends::Virtual;
            let mut choices = words::choices::<Travel>();
            choices.push(Choice::new(by_video.word(), words::of(by_video)));
            let on_change =
                row.set(|it: &mut Person, word: String| match Travel::from_word(&word) {
                    Some(travel) => (it.attends, it.travel) = (Attends::InPerson, travel),
                    None => it.attends = Attends::Virtual,
                });
            Select::new(label, choices, value, on_change).quiet()
        },
    )
    .view()
}

/// The organisations that people can come from, made once for the whole page.
#[derive(Clone, Copy)]
pub struct Organisations(Derived<Vec<Choice>>);

impl Organisations {
    /// Returns those of an exchange, behind one for none.
    pub fn of(exchange: ReadSignal<Exchange>) -> Self {
        let choices = |exchange: &Exchange| {
            let choice = |id: &Id| Choice::new(id.as_str(), organisation_name(exchange, id));
            let mut choices = vec![Choice::new("", say!(team.no_organisation))];
            choices.extend(rank::ordered(&exchange.organisations).iter().map(choice));
            choices
        };
        Self(settled(memo(move || exchange.with(choices))))
    }
}

/// Chooses the organisation that a person comes from; the row moves over to its panel.
fn comes_from(row: Row<Person>, label: Derived<String>) -> AnyView {
    let Organisations(choices) = expect_context();
    let own = row.get(|it| it.organisation.as_ref().map(Id::to_string).unwrap_or_default());
    let value = memo(move || {
        let own = own.get();
        let is_there = choices.with(|all| all.iter().any(|choice| *choice.word == *own));
        if is_there { own } else { String::new() }
    });
    let on_change = move |word: String| {
        let field = format!("person-{}", row.id());
        row.change(|it| it.organisation = Some(word).filter(|it| !it.is_empty()).map(Id::from));
        focus::soon(field);
    };
    Select::new(label, choices, value, on_change).quiet().view()
}

/// Asked of visitors only: whether they can drive change on return (S0).
fn drives_change(row: Row<Person>, name: Derived<String>) -> AnyView {
    let drives = row.get(|it| it.drives_change);
    let is_asked = row.get(|it| it.role.visits() || it.drives_change);
    let is_asked = memo(move || is_asked.get());
    let label = memo(move || say!(team.drives_change, name = name.get()));
    when(
        move || is_asked.get(),
        move || check(label, drives, row.set(|it: &mut Person, drives| it.drives_change = drives)),
    )
    .view()
}

/// The communities of practice that a person belongs to (S1), drawn when they are asked for: a team can be
/// large.
fn audiences(row: Row<Person>, name: Derived<String>) -> El {
    let is_open = RwSignal::new(false);
    let chosen = row.get(|it| {
        let known = Audience::ALL.iter().filter(|audience| it.audiences.contains(audience.word()));
        known.map(|audience| words::of(*audience)).collect::<Vec<_>>()
    });
    let chip = move |audience: &Audience| {
        let word = audience.word();
        let is_chosen = row.get(move |it| it.audiences.contains(word));
        Chip::new(words::of(*audience), is_chosen, move |chosen| {
            row.change(|it| {
                if chosen {
                    it.audiences.insert(word.to_owned());
                } else {
                    it.audiences.remove(word);
                }
            });
        })
    };
    el("details")
        .class("more member__wide")
        .on("toggle", move |event| {
            let details = target::<web_sys::HtmlDetailsElement>(&event);
            is_open.set(details.is_some_and(|details| details.open()));
        })
        .has((
            el("summary").has((
                say!(team.audiences),
                el("span")
                    .class("visually-hidden")
                    .has(move || say!(team.of_person, name = name.get())),
                " ",
                el("span").class("soft").has(move || chosen.get().join(say!(open.list_separator))),
            )),
            when(
                move || is_open.get(),
                move || {
                    el("div")
                        .class("choices")
                        .attr("role", "group")
                        .attr("aria-label", say!(team.audiences))
                        .has(Audience::ALL.iter().map(chip).collect::<Vec<_>>())
                },
            ),
        ))
}
