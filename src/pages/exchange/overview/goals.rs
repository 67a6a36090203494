//! The goals besides the first one (S0: "goals").

use leptos::prelude::*;

use crate::model::{Goal, Id};
use crate::pages::exchange::rows::menu::row_menu;
use crate::pages::exchange::rows::{Row, Rows};
use crate::ui::{Content, InPlace, button, each, el, icon, memo};
use crate::workspace::OpenExchange;

/// The rows, and the button for another.
pub fn goals() -> AnyView {
    let rows = Rows::<Goal>::all(OpenExchange::expect(), "goal", |it, rank| it.rank = rank);
    el("div")
        .class("field")
        .has((
            el("ul")
                .class("stack stack--tight")
                .attr("aria-label", say!(plan.more_goals))
                .has(each(move || rows.ids().get(), move |id| goal_row(id, rows))),
            el("div").class("no-print").has(
                button("button button--quiet")
                    .id(rows.add_button())
                    .on_click(move || rows.add(Goal::default()))
                    .has((icon(icondata::LuPlus), el("span").has(say!(plan.add_goal)))),
            ),
        ))
        .view()
}

/// One goal. The first one stands above, so these are counted from 2.
fn goal_row(id: Id, rows: Rows<Goal>) -> AnyView {
    let row = Row::<Goal>::new(OpenExchange::expect(), &id);
    let place = rows.number(&id);
    let label = memo(move || say!(plan.goal_number, number = place.get() + 1));
    let more = memo(move || say!(plan.more_for_goal, number = place.get() + 1));
    let text = row.get(|it| it.text.clone());
    let name = move || {
        let text = text.get_untracked();
        if text.trim().is_empty() { label.get_untracked() } else { text }
    };
    el("li")
        .class("goal-row")
        .has((
            InPlace::line(label, text, row.set(|it: &mut Goal, text| it.text = text))
                .id(rows.field(&id))
                .goal()
                .placeholder(say!(plan.goal_placeholder))
                .on_paste(move |text| {
                    rows.paste_lines(
                        &row.id(),
                        text,
                        |it| &it.text,
                        |it, text| it.text = text,
                        Goal::default,
                    )
                })
                .on_enter(move |()| rows.add_after(&row.id(), Goal::default()))
                .on_remove(move |()| rows.remove_emptied(&row.id(), label.get_untracked())),
            row_menu(rows, id, more, name, None),
        ))
        .view()
}
