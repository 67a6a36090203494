//! The objectives: what the visit is to achieve, numbered.

use crate::pages::focus;
use crate::ui::{Content, InPlace, MenuItem, el, memo, when};
use leptos::prelude::*;

use crate::model::{Id, Objective};
use crate::pages::exchange::rows::menu::row_menu;
use crate::pages::exchange::rows::{Panel, Row, Rows};
use crate::workspace::OpenExchange;

/// The panel.
pub fn objectives() -> AnyView {
    let rows = Rows::<Objective>::all(OpenExchange::expect(), "objective", |it, rank| {
        it.rank = rank;
    });
    let panel = Panel {
        id: "objectives-title",
        title: say!(plan.objectives),
        empty: say!(plan.objectives_empty),
        add: say!(plan.add_objective),
        list: "ol",
    };
    panel.with(rows, objective_row)
}

/// One objective.
fn objective_row(id: Id, rows: Rows<Objective>) -> AnyView {
    let row = Row::<Objective>::new(OpenExchange::expect(), &id);
    let number = rows.number(&id);
    let named = move || say!(plan.objective_number, number = number.get_untracked());
    let label = memo(move || say!(plan.objective_number, number = number.get()));
    let more = memo(move || say!(plan.more_for_objective, number = number.get()));
    let short_label = memo(move || say!(plan.short_name_of, number = number.get()));
    let text = row.get(|it| it.text.clone());
    let short = row.get(|it| it.short.clone());
    let short_asked = RwSignal::new(false);
    let has_short = memo(move || short_asked.get() || !short.with(String::is_empty));
    let short_field = StoredValue::new(format!("objective-short-{id}"));
    let ask_short = move |()| {
        short_asked.set(true);
        focus::soon(short_field.get_value());
    };
    let drop_short = move |()| {
        short_asked.set(false);
        focus::soon(rows.field(&row.id()));
    };
    let name = move || {
        let text = text.get_untracked();
        if text.trim().is_empty() { named() } else { text }
    };
    el("li")
        .class("item")
        .has((
            el("span").class("ordinal").attr("aria-hidden", "true").has(number),
            el("div").class("item__body").has((
                InPlace::line(label, text, row.set(|it: &mut Objective, text| it.text = text))
                    .id(rows.field(&id))
                    .placeholder(say!(plan.objective_placeholder))
                    .on_paste(move |text| {
                        rows.paste_lines(
                            &row.id(),
                            text,
                            |it| &it.text,
                            |it, text| it.text = text,
                            Objective::default,
                        )
                    })
                    .on_enter(move |()| rows.add_after(&row.id(), Objective::default()))
                    .on_remove(move |()| rows.remove_emptied(&row.id(), named())),
                when(
                    move || has_short.get(),
                    move || {
                        el("div").class("field").has((
                            el("span")
                                .class("field__label soft")
                                .attr("aria-hidden", "true")
                                .has(say!(plan.short_name)),
                            InPlace::line(
                                short_label,
                                short,
                                row.set(|it: &mut Objective, text| it.short = text),
                            )
                            .id(short_field.get_value())
                            .placeholder(say!(plan.short_name_placeholder))
                            .on_remove(drop_short),
                        ))
                    },
                ),
            )),
            el("div").class("item__tools").has(row_menu(
                rows,
                id,
                more,
                name,
                Some(MenuItem::new(icondata::LuTag, say!(plan.short_name), ask_short)),
            )),
        ))
        .view()
}
