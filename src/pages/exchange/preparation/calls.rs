//! The calls before the visit: who joined, what was agreed, and who was sent the material (S3).

use leptos::prelude::*;

use crate::model::{Call, Id, TimeOfDay};
use crate::order::Set;
use crate::pages::days::OneDay;
use crate::pages::exchange::people::named_people;
use crate::pages::exchange::rows::menu::row_menu;
use crate::pages::exchange::rows::{Panel, Row, Rows};
use crate::pages::words::counted;
use crate::ui::{
    Chip, Content, Derived, InPlace, TextInput, button, el, icon, memo, when, when_else,
};
use crate::workspace::OpenExchange;

/// One of the two sets of people that a call has.
#[derive(Clone, Copy)]
struct People {
    read: fn(&Call) -> &Set<Id>,
    write: fn(&mut Call) -> &mut Set<Id>,
}

const ATTENDED: People = People { read: |it| &it.attended, write: |it| &mut it.attended };
const SENT_TO: People = People { read: |it| &it.sent_to, write: |it| &mut it.sent_to };

/// The panel.
pub fn calls() -> AnyView {
    let rows = Rows::<Call>::all(OpenExchange::expect(), "call", |it, rank| it.rank = rank);
    let panel = Panel {
        id: "calls-title",
        title: say!(prepare.calls),
        empty: say!(prepare.no_calls),
        add: say!(prepare.add_call),
        list: "ul",
    };
    panel.with(rows, call)
}

fn call(id: Id, rows: Rows<Call>) -> AnyView {
    let row = Row::<Call>::new(OpenExchange::expect(), &id);
    let number = rows.number(&id);
    let name = memo(move || say!(prepare.call_number, number = number.get()));
    let title = row.get(|it| it.title.clone());
    let called = move || {
        let title = title.get_untracked();
        if title.trim().is_empty() { name.get_untracked() } else { title }
    };
    el("li")
        .class("stack stack--close")
        .has((
            el("div").class("spread").has((
                InPlace::line(
                    memo(move || say!(prepare.call_title, call = name.get())),
                    title,
                    row.set(|it: &mut Call, text| it.title = text),
                )
                .id(rows.field(&id))
                .strong()
                .placeholder(say!(prepare.call_placeholder))
                .on_remove(move |()| rows.remove_emptied(&row.id(), name.get_untracked())),
                row_menu(
                    rows,
                    id,
                    memo(move || say!(prepare.more_for_call, call = name.get())),
                    called,
                    None,
                ),
            )),
            el("div").class("field-grid").has((
                OneDay::new(say!(prepare.call_date), row.get(|it| it.date), move |day| {
                    row.change(|it| it.date = day);
                }),
                TextInput::new(
                    say!(prepare.call_start),
                    row.get(|it| it.start.map(|start| start.to_string()).unwrap_or_default()),
                    move |text: String| {
                        let start = TimeOfDay::read(&text);
                        if start.is_some() || text.is_empty() {
                            row.change(|it| it.start = start);
                        }
                    },
                )
                .kind("time")
                .undone_by_page(),
                TextInput::new(
                    say!(prepare.call_link),
                    row.get(|it| it.link.clone()),
                    row.set(|it: &mut Call, text| it.link = text),
                )
                .undone_by_page(),
            )),
            TextInput::area(
                say!(prepare.call_material),
                row.get(|it| it.material.clone()),
                row.set(|it: &mut Call, text| it.material = text),
            )
            .undone_by_page(),
            attendance(row, name),
            TextInput::area(
                say!(prepare.call_agreed),
                row.get(|it| it.agreed.clone()),
                row.set(|it: &mut Call, text| it.agreed = text),
            )
            .undone_by_page(),
        ))
        .view()
}

/// Who joined, and who of the others was sent the material.
fn attendance(row: Row<Call>, name: Derived<String>) -> AnyView {
    let exchange = OpenExchange::expect().exchange();
    let people = memo(move || exchange.with(named_people));
    let missed = memo(move || {
        let attended = row.get_now(|it| it.attended.clone());
        people.with(|people| {
            people.iter().filter(|(id, _)| !attended.contains(id)).cloned().collect::<Vec<_>>()
        })
    });
    let unsent = memo(move || {
        let sent = row.get_now(|it| it.sent_to.clone());
        missed.with(|missed| {
            missed
                .iter()
                .map(|(id, _)| id)
                .filter(|id| !sent.contains(id))
                .cloned()
                .collect::<Vec<_>>()
        })
    });
    let is_held = row.get(|it| !it.attended.is_empty());
    when_else(
        move || people.with(|people| !people.is_empty()),
        move || {
            (
                el("fieldset").class("field").has((
                    el("legend")
                        .class("field__label")
                        .has(move || say!(prepare.attended, call = name.get())),
                    el("div").class("choices").has(chips(people, row, ATTENDED)),
                )),
                when(
                    move || is_held.get(),
                    move || {
                        el("fieldset").class("field").has((
                            el("legend").class("field__label").has(say!(prepare.sent_to)),
                            when_else(
                                move || missed.with(Vec::is_empty),
                                || el("p").class("soft").has(say!(prepare.all_joined)),
                                move || el("div").class("choices").has(chips(missed, row, SENT_TO)),
                            ),
                            not_sent(row, unsent),
                        ))
                    },
                ),
            )
        },
        || el("p").class("soft").has(say!(prepare.nobody_in_team)),
    )
    .view()
}

/// Says how many were not sent the material, and marks all of them in one tap.
fn not_sent(row: Row<Call>, unsent: Derived<Vec<Id>>) -> AnyView {
    when(
        move || unsent.with(|unsent| !unsent.is_empty()),
        move || {
            let words = move || {
                counted(unsent.with(Vec::len), say!(prepare.missed_one), |count| {
                    say!(prepare.missed_many, count = count)
                })
            };
            el("div").class("cluster").has((
                el("p")
                    .class("note-line")
                    .attr("data-state", "warn")
                    .has((icon(icondata::LuTriangleAlert), el("span").has(words))),
                button("button button--quiet")
                    .on_click(move || {
                        let unsent = unsent.get_untracked();
                        row.change(|it| {
                            for id in unsent {
                                it.sent_to.insert(id);
                            }
                        });
                    })
                    .has(say!(prepare.mark_sent)),
            ))
        },
    )
    .view()
}

/// A chip for each person, ticked if they are in a set of the call.
fn chips(people: Derived<Vec<(Id, String)>>, row: Row<Call>, set: People) -> AnyView {
    let chip = move |(id, name): (Id, String)| {
        let of_value = id.clone();
        let chosen = memo(move || row.get_now(|it| (set.read)(it).contains(&of_value)));
        Chip::new(name, chosen, move |chosen| {
            row.change(|it| {
                let people = (set.write)(it);
                if chosen {
                    people.insert(id.clone());
                } else {
                    people.remove(&id);
                }
            });
        })
    };
    (move || people.get().into_iter().map(chip).collect::<Vec<_>>()).view()
}
