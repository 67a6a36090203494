//! The objectives: what the visit is to achieve, numbered; and the panel of one.

use leptos::prelude::*;

use crate::model::{Id, Objective};
use crate::pages::address_words;
use crate::pages::exchange::record::facts::fact;
use crate::pages::exchange::record::list::{open_item, row_fact};
use crate::pages::exchange::record::{
    FieldInput, Lead, Opened, RecordList, RecordPanel, RecordRow,
};
use crate::pages::exchange::rows::menu::row_menu;
use crate::pages::exchange::rows::{Row, Rows};
use crate::ui::{Content, Derived, InPlace, el, memo};
use crate::workspace::OpenExchange;

fn rows() -> Rows<Objective> {
    Rows::all(OpenExchange::expect(), "objective", |it, rank| it.rank = rank)
}

/// The list.
pub fn objectives(opened: Opened) -> AnyView {
    let rows = rows();
    let add = Callback::new(move |()| rows.add(Objective::default()));
    RecordList::new("objectives-title", say!(plan.objectives))
        .numbered()
        .empty(say!(plan.objectives_empty))
        .with(rows, move |id| objective_row(id, opened, rows), (say!(plan.add_objective), add))
}

/// One objective.
fn objective_row(id: Id, opened: Opened, rows: Rows<Objective>) -> AnyView {
    let row = Row::<Objective>::new(OpenExchange::expect(), &id);
    let number = rows.number(&id);
    let more = memo(move || say!(plan.more_for_objective, number = number.get()));
    let name = name(row, number);
    RecordRow {
        lead: Lead::Opens(
            el("span").class("ordinal").attr("aria-hidden", "true").has(number).view(),
            memo(move || say!(plan.open_objective, number = number.get())),
        ),
        is_done: memo(|| false),
        words: words(row, number, rows).id(rows.field(&id)).view(),
        warning: memo(|| None),
        facts: vec![
            row_fact(fact(row, Objective::SHORT)),
            row_fact(fact(row, Objective::ORGANISATION)),
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

/// The panel of one objective.
pub fn objective_panel(opened: Opened, id: &Id) -> AnyView {
    let row = Row::<Objective>::new(OpenExchange::expect(), id);
    let rows = rows();
    let number = rows.number(id);
    let (title, name) = (words(row, number, rows), name(row, number));
    RecordPanel::new(row, rows, opened, address_words::kind("objectives"), title, name)
        .group(
            say!(plan.group_about),
            (
                FieldInput::new(row, Objective::SHORT).hint(say!(plan.short_name_placeholder)),
                FieldInput::new(row, Objective::ORGANISATION).none(say!(plan.everybody)),
            ),
        )
        .view()
}

fn name(row: Row<Objective>, number: Derived<usize>) -> Derived<String> {
    memo(move || {
        let text = row.get_now(|it| it.text.trim().to_owned());
        if text.is_empty() { say!(plan.objective_number, number = number.get()) } else { text }
    })
}

/// Its own words, edited where they stand.
fn words(row: Row<Objective>, number: Derived<usize>, rows: Rows<Objective>) -> InPlace {
    let label = memo(move || say!(plan.objective_number, number = number.get()));
    let set = row.set(|it: &mut Objective, text| it.text = text);
    InPlace::line(label, row.get(|it| it.text.clone()), set)
        .placeholder(say!(plan.objective_placeholder))
        .on_paste(move |text| {
            let write = |it: &mut Objective, text| it.text = text;
            rows.paste_lines(&row.id(), text, |it| &it.text, write, Objective::default)
        })
        .on_enter(move |()| rows.add_after(&row.id(), Objective::default()))
        .on_remove(move |()| rows.remove_emptied(&row.id(), label.get_untracked()))
}
