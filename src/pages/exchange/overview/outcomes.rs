//! The outcomes: what is to be different at home, a list of their own (S0).

use leptos::prelude::*;

use crate::model::rank;
use crate::model::{Id, Outcome, ShowsIn};
use crate::pages::exchange::rows::menu::RowMenu;
use crate::pages::exchange::rows::{Row, Rows};
use crate::pages::words;
use crate::ui::{Chip, Choice, Each, Icon, Select, TextLine, When, memo};
use crate::workspace::OpenExchange;

/// The panel.
#[component]
pub fn Outcomes() -> impl IntoView {
    let rows = Rows::<Outcome>::all(OpenExchange::expect(), "outcome", |it, rank| it.rank = rank);
    let count = rows.count();
    view! {
        <section class="panel" aria-labelledby="outcomes-title">
            <div class="panel__head">
                <h2 id="outcomes-title">
                    {say!(plan.outcomes)} " " <span class="count">{count}</span>
                </h2>
            </div>
            <When when=move || count.get() == 0>
                <div class="empty">
                    <p>{say!(plan.outcomes_empty)}</p>
                </div>
            </When>
            <ul class="rows">
                <Each each=move || rows.ids().get() let:id>
                    <OutcomeRow id rows />
                </Each>
                <li class="add-row">
                    <button
                        class="button button--quiet"
                        type="button"
                        id=rows.add_button()
                        on:click=move |_| rows.add(Outcome::default())
                    >
                        <Icon icon=icondata::LuPlus />
                        <span>{say!(plan.add_outcome)}</span>
                    </button>
                </li>
            </ul>
        </section>
    }
}

/// One outcome.
#[component]
fn OutcomeRow(id: Id, rows: Rows<Outcome>) -> impl IntoView {
    let row = Row::<Outcome>::new(OpenExchange::expect(), &id);
    let number = rows.number(&id);
    let label = Signal::derive(move || say!(plan.outcome_number, number = number.get()));
    let more = Signal::derive(move || say!(plan.more_for_outcome, number = number.get()));
    let shows_label = Signal::derive(move || say!(plan.outcome_shows, number = number.get()));
    let text = row.get(|it| it.text.clone());
    let shows_in = row.get(|it| it.shows_in.map_or("", ShowsIn::word).to_owned());
    let mut places = words::choices(ShowsIn::ALL, ShowsIn::word, words::shows_in);
    places.insert(0, Choice::new("", say!(plan.shows_open)));
    let named = move || label.get_untracked();
    let name = move |()| {
        let text = text.get_untracked();
        if text.trim().is_empty() { named() } else { text }
    };
    view! {
        <li class="item">
            <div class="item__body">
                <TextLine
                    label=label
                    id=rows.field(&id)
                    placeholder=say!(plan.outcome_placeholder)
                    value=text
                    on_input=row.set(|it: &mut Outcome, text| it.text = text)
                    on_enter=move |()| rows.add_after(&row.id(), Outcome::default())
                    on_remove=move |()| rows.remove_emptied(&row.id(), named())
                />
                <div class="item__more">
                    <div class="field-grid field-grid--wide">
                        <FollowsFrom row number />
                        <Select
                            label=shows_label
                            choices=places
                            value=shows_in
                            on_change=row.set(|it: &mut Outcome, word: String| {
                                it.shows_in = ShowsIn::from_word(&word);
                            })
                        />
                    </div>
                </div>
            </div>
            <div class="item__tools">
                <RowMenu rows id label=more name=name />
            </div>
        </li>
    }
}

/// The objectives that an outcome follows from: a chip for each.
#[component]
fn FollowsFrom(row: Row<Outcome>, number: Memo<usize>) -> impl IntoView {
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
        let objectives = objectives.read();
        let linked = linked.read();
        !objectives.iter().any(|(_, _, id)| linked.contains(id))
    });
    let chips = move || {
        let chip = |(number, text, id): (usize, String, Id)| {
            let objective = id.clone();
            let chosen = Signal::derive(move || linked.with(|ids| ids.contains(&objective)));
            let on_change = move |chosen| {
                row.change(|it| {
                    if chosen {
                        it.objectives.insert(id.clone());
                    } else {
                        it.objectives.remove(&id);
                    }
                });
            };
            view! {
                <Chip
                    text=number.to_string()
                    meaning=format!("{number} {text}")
                    value=chosen
                    on_change=on_change
                />
            }
        };
        objectives.get().into_iter().map(chip).collect_view()
    };
    let legend = move || say!(plan.outcome_follows, number = number.get());
    view! {
        <fieldset class="field">
            <legend class="field__label">{legend}</legend>
            <div class="choices">{chips}</div>
            <When when=move || is_loose.get()>
                <p class="note-line" data-state="warn">
                    <Icon icon=icondata::LuTriangleAlert />
                    {say!(plan.outcome_loose)}
                </p>
            </When>
        </fieldset>
    }
}
