//! The objectives: what the visit is to achieve, numbered.

use leptos::prelude::*;

use crate::model::{Id, Objective};
use crate::pages::exchange::rows::menu::RowMenu;
use crate::pages::exchange::rows::{Row, Rows, focus_soon};
use crate::ui::{Each, Icon, MenuItem, TextLine, When, memo};
use crate::workspace::OpenExchange;

/// The panel.
#[component]
pub fn Objectives() -> impl IntoView {
    let rows = Rows::<Objective>::all(OpenExchange::expect(), "objective", |it, rank| {
        it.rank = rank;
    });
    let count = rows.count();
    view! {
        <section class="panel" aria-labelledby="objectives-title">
            <div class="panel__head">
                <h2 id="objectives-title">
                    {say!(plan.objectives)} " " <span class="count">{count}</span>
                </h2>
            </div>
            <When when=move || count.get() == 0>
                <div class="empty">
                    <p>{say!(plan.objectives_empty)}</p>
                </div>
            </When>
            <ol class="rows">
                <Each each=move || rows.ids().get() let:id>
                    <ObjectiveRow id rows />
                </Each>
                <li class="add-row">
                    <button
                        class="button button--quiet"
                        type="button"
                        id=rows.add_button()
                        on:click=move |_| rows.add(Objective::default())
                    >
                        <Icon icon=icondata::LuPlus />
                        <span>{say!(plan.add_objective)}</span>
                    </button>
                </li>
            </ol>
        </section>
    }
}

/// One objective.
#[component]
fn ObjectiveRow(id: Id, rows: Rows<Objective>) -> impl IntoView {
    let row = Row::<Objective>::new(OpenExchange::expect(), &id);
    let number = rows.number(&id);
    let named = move || say!(plan.objective_number, number = number.get_untracked());
    let label = Signal::derive(move || say!(plan.objective_number, number = number.get()));
    let more = Signal::derive(move || say!(plan.more_for_objective, number = number.get()));
    let short_label = Signal::derive(move || say!(plan.short_name_of, number = number.get()));
    let text = row.get(|it| it.text.clone());
    let short = row.get(|it| it.short.clone());
    let short_asked = RwSignal::new(false);
    let has_short = memo(move || short_asked.get() || !short.with(String::is_empty));
    let short_field = StoredValue::new(format!("objective-short-{id}"));
    let ask_short = move |()| {
        short_asked.set(true);
        focus_soon(short_field.get_value());
    };
    let drop_short = move |()| {
        short_asked.set(false);
        focus_soon(rows.field(&row.id()));
    };
    let name = move |()| {
        let text = text.get_untracked();
        if text.trim().is_empty() { named() } else { text }
    };
    view! {
        <li class="item">
            <span class="ordinal" aria-hidden="true">{number}</span>
            <div class="item__body">
                <TextLine
                    label=label
                    id=rows.field(&id)
                    placeholder=say!(plan.objective_placeholder)
                    value=text
                    on_input=row.set(|it: &mut Objective, text| it.text = text)
                    on_enter=move |()| rows.add_after(&row.id(), Objective::default())
                    on_remove=move |()| rows.remove_emptied(&row.id(), named())
                />
                <When when=move || has_short.get()>
                    <div class="field">
                        <span class="field__label soft" aria-hidden="true">
                            {say!(plan.short_name)}
                        </span>
                        <TextLine
                            label=short_label
                            id=short_field.get_value()
                            placeholder=say!(plan.short_name_placeholder)
                            value=short
                            on_input=row.set(|it: &mut Objective, text| it.short = text)
                            on_remove=drop_short
                        />
                    </div>
                </When>
            </div>
            <div class="item__tools">
                <RowMenu rows id label=more name=name>
                    <MenuItem icon=icondata::LuTag text=say!(plan.short_name) on_pick=ask_short />
                </RowMenu>
            </div>
        </li>
    }
}
