//! The outcomes: what is to be different at home, a list of their own (S0).

use crate::ui::{
    Chip, Choice, Content, Derived, El, InPlace, Select, TextInput, el, icon, memo, when,
};
use leptos::prelude::*;

use crate::model::rank;
use crate::model::{Id, Outcome, OutcomeKind, ShowsIn};
use crate::pages::exchange::rows::menu::row_menu;
use crate::pages::exchange::rows::{Panel, Row, Rows};
use crate::pages::words;
use crate::workspace::OpenExchange;

/// The panel.
pub fn outcomes() -> AnyView {
    let rows = Rows::<Outcome>::all(OpenExchange::expect(), "outcome", |it, rank| it.rank = rank);
    let panel = Panel {
        id: "outcomes-title",
        title: say!(plan.outcomes),
        empty: say!(plan.outcomes_empty),
        add: say!(plan.add_outcome),
        list: "ul",
    };
    panel.with(rows, outcome_row)
}

/// One outcome.
fn outcome_row(id: Id, rows: Rows<Outcome>) -> AnyView {
    let row = Row::<Outcome>::new(OpenExchange::expect(), &id);
    let number = rows.number(&id);
    let label = memo(move || say!(plan.outcome_number, number = number.get()));
    let more = memo(move || say!(plan.more_for_outcome, number = number.get()));
    let shows_label = memo(move || say!(plan.outcome_shows, number = number.get()));
    let text = row.get(|it| it.text.clone());
    let shows_in = row.get(|it| it.shows_in.map_or("", ShowsIn::word).to_owned());
    let mut places = words::choices::<ShowsIn>();
    places.insert(0, Choice::new("", say!(plan.shows_open)));
    let named = move || label.get_untracked();
    let name = move || {
        let text = text.get_untracked();
        if text.trim().is_empty() { named() } else { text }
    };
    el("li")
        .class("item")
        .has((
            el("div").class("item__body").has((
                InPlace::line(label, text, row.set(|it: &mut Outcome, text| it.text = text))
                    .id(rows.field(&id))
                    .placeholder(say!(plan.outcome_placeholder))
                    .on_paste(move |text| {
                        rows.paste_lines(
                            &row.id(),
                            text,
                            |it| &it.text,
                            |it, text| it.text = text,
                            Outcome::default,
                        )
                    })
                    .on_enter(move |()| rows.add_after(&row.id(), Outcome::default()))
                    .on_remove(move |()| rows.remove_emptied(&row.id(), named())),
                el("div").class("item__more").has(
                    el("div").class("field-grid field-grid--wide").has((
                        follows_from(row, number),
                        Select::new(
                            shows_label,
                            places,
                            shows_in,
                            row.set(|it: &mut Outcome, word: String| {
                                it.shows_in = ShowsIn::from_word(&word);
                            }),
                        ),
                    )),
                ),
                how_seen(row, number),
            )),
            el("div").class("item__tools").has(row_menu(rows, id, more, name, None)),
        ))
        .view()
}

/// What kind of outcome it is and how it will be seen, shown when asked for.
fn how_seen(row: Row<Outcome>, number: Derived<usize>) -> El {
    let mut kinds = words::choices::<OutcomeKind>();
    kinds.insert(0, Choice::new("", say!(plan.outcome_kind_open)));
    let kind = row.get(|it| it.kind.map_or("", OutcomeKind::word).to_owned());
    let filled = row.get(|it| {
        let texts = [&it.measure, &it.baseline, &it.target];
        let texts = texts.iter().filter(|text| !text.trim().is_empty()).count();
        texts + usize::from(it.kind.is_some())
    });
    let text = |label: &'static str,
                hint: &'static str,
                read: fn(&Outcome) -> &String,
                write: fn(&mut Outcome, String)| {
        TextInput::area(label, row.get(move |it| read(it).clone()), move |text| {
            row.change(|it| write(it, text));
        })
        .rows(1)
        .hint(hint)
        .undone_by_page()
    };
    el("details").class("more").has((
        el("summary").has((
            say!(plan.outcome_seen),
            el("span")
                .class("visually-hidden")
                .has(move || say!(plan.of_outcome, number = number.get())),
            " ",
            el("span")
                .class("soft num")
                .has(move || say!(plan.filled, filled = filled.get(), all = 4)),
        )),
        el("div").class("stack stack--close").has((
            Select::new(say!(plan.outcome_kind), kinds, kind, move |word: String| {
                row.change(|it| it.kind = OutcomeKind::from_word(&word));
            }),
            text(
                say!(plan.outcome_measure),
                say!(plan.outcome_measure_hint),
                |it| &it.measure,
                |it, text| it.measure = text,
            ),
            text(
                say!(plan.outcome_baseline),
                say!(plan.outcome_baseline_hint),
                |it| &it.baseline,
                |it, text| it.baseline = text,
            ),
            text(
                say!(plan.outcome_target),
                say!(plan.outcome_target_hint),
                |it| &it.target,
                |it, text| it.target = text,
            ),
        )),
    ))
}

/// The objectives that an outcome follows from: a chip for each.
fn follows_from(row: Row<Outcome>, number: Derived<usize>) -> AnyView {
    let exchange = OpenExchange::expect().exchange();
    let objectives = memo(move || {
        exchange.with(|exchange| {
            rank::ordered(&exchange.objectives)
                .into_iter()
                .enumerate()
                .map(|(at, id)| {
                    let text = exchange.objectives[&id].text.clone();
                    (at + 1, text, id)
                })
                .collect::<Vec<_>>()
        })
    });
    let linked = row.get(|it| it.objectives.clone());
    let is_loose = memo(move || {
        linked.with(|linked| {
            objectives.with(|them| !them.iter().any(|(_, _, id)| linked.contains(id)))
        })
    });
    let chips = move || {
        let chip = |(number, text, id): (usize, String, Id)| {
            let objective = id.clone();
            let chosen = memo(move || linked.with(|ids| ids.contains(&objective)));
            let on_change = move |chosen| {
                row.change(|it| {
                    if chosen {
                        it.objectives.insert(id.clone());
                    } else {
                        it.objectives.remove(&id);
                    }
                });
            };
            Chip::new(number.to_string(), chosen, on_change).meaning(format!("{number} {text}"))
        };
        objectives.get().into_iter().map(chip).collect::<Vec<_>>()
    };
    let legend = move || say!(plan.outcome_follows, number = number.get());
    el("fieldset")
        .class("field")
        .has((
            el("legend").class("field__label").has(legend),
            el("div").class("choices").has(chips),
            when(
                move || is_loose.get(),
                move || {
                    el("p")
                        .class("note-line")
                        .attr("data-state", "warn")
                        .has((icon(icondata::LuTriangleAlert), say!(plan.outcome_loose)))
                },
            ),
        ))
        .view()
}
