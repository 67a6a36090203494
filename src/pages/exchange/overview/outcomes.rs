//! The outcomes: what is to be different at home, a list of their own (S0); and the panel of one.

use leptos::prelude::*;

use crate::model::{Id, Outcome};
use crate::pages::address_words;
use crate::pages::exchange::record::facts::{fact, is_loose};
use crate::pages::exchange::record::list::{open_item, row_fact};
use crate::pages::exchange::record::{
    FieldInput, Lead, Opened, RecordList, RecordPanel, RecordRow,
};
use crate::pages::exchange::rows::menu::row_menu;
use crate::pages::exchange::rows::{Row, Rows};
use crate::ui::{Content, Derived, InPlace, el, memo};
use crate::workspace::OpenExchange;

fn rows() -> Rows<Outcome> {
    Rows::all(OpenExchange::expect(), "outcome", |it, rank| it.rank = rank)
}

/// The list.
pub fn outcomes(opened: Opened) -> AnyView {
    let rows = rows();
    let add = Callback::new(move |()| rows.add(Outcome::default()));
    RecordList::new("outcomes-title", say!(plan.outcomes)).empty(say!(plan.outcomes_empty)).with(
        rows,
        move |id| outcome_row(id, opened, rows),
        (say!(plan.add_outcome), add),
    )
}

/// One outcome.
fn outcome_row(id: Id, opened: Opened, rows: Rows<Outcome>) -> AnyView {
    let row = Row::<Outcome>::new(OpenExchange::expect(), &id);
    let number = rows.number(&id);
    let more = memo(move || say!(plan.more_for_outcome, number = number.get()));
    let name = name(row, number);
    let loose = is_loose(row, Outcome::OBJECTIVES);
    RecordRow {
        lead: Lead::Opens(
            el("span").class("ordinal").attr("aria-hidden", "true").has(number).view(),
            memo(move || say!(plan.open_outcome, number = number.get())),
        ),
        is_done: memo(|| false),
        words: words(row, number, rows).id(rows.field(&id)).view(),
        warning: memo(move || loose.get().then(|| say!(plan.outcome_loose).to_owned())),
        facts: vec![
            row_fact(fact(row, Outcome::OBJECTIVES)),
            row_fact(fact(row, Outcome::SHOWS_IN)),
        ],
        tools: row_menu(
            rows,
            id.clone(),
            more,
            move || name.get_untracked(),
            Some(open_item(opened, &row.address())),
        ),
    }
    .view(opened, row.address())
}

/// The panel of one outcome.
pub fn outcome_panel(opened: Opened, id: &Id) -> AnyView {
    let row = Row::<Outcome>::new(OpenExchange::expect(), id);
    let rows = rows();
    let number = rows.number(id);
    let (title, name) = (words(row, number, rows), name(row, number));
    RecordPanel::new(row, rows, opened, address_words::kind("outcomes"), title, name)
        .group(
            say!(plan.group_serves),
            (
                FieldInput::new(row, Outcome::OBJECTIVES).label(say!(plan.outcome_follows)),
                FieldInput::new(row, Outcome::SHOWS_IN),
            ),
        )
        .group(
            say!(plan.outcome_seen),
            (
                FieldInput::new(row, Outcome::KIND).label(say!(plan.outcome_kind)),
                FieldInput::new(row, Outcome::MEASURE).hint(say!(plan.outcome_measure_hint)),
                FieldInput::new(row, Outcome::BASELINE).hint(say!(plan.outcome_baseline_hint)),
                FieldInput::new(row, Outcome::TARGET).hint(say!(plan.outcome_target_hint)),
            ),
        )
        .view()
}

fn name(row: Row<Outcome>, number: Derived<usize>) -> Derived<String> {
    memo(move || {
        let text = row.get_now(|it| it.text.trim().to_owned());
        if text.is_empty() { say!(plan.outcome_number, number = number.get()) } else { text }
    })
}

/// Its own words, edited where they stand.
fn words(row: Row<Outcome>, number: Derived<usize>, rows: Rows<Outcome>) -> InPlace {
    let label = memo(move || say!(plan.outcome_number, number = number.get()));
    let set = row.set(|it: &mut Outcome, text| it.text = text);
    InPlace::line(label, row.get(|it| it.text.clone()), set)
        .placeholder(say!(plan.outcome_placeholder))
        .on_paste(move |text| {
            let write = |it: &mut Outcome, text| it.text = text;
            rows.paste_lines(&row.id(), text, |it| &it.text, write, Outcome::default)
        })
        .on_enter(move |()| rows.add_after(&row.id(), Outcome::default()))
        .on_remove(move |()| rows.remove_emptied(&row.id(), label.get_untracked()))
}
