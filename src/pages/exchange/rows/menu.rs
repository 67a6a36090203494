//! What can be done with any row: move it, delete it.

use leptos::prelude::*;

use super::Rows;
use crate::model::rank::Ranked;
use crate::model::{Id, Record};
use crate::ui::{Menu, MenuItem};

/// The menu of a row.
#[component]
pub fn RowMenu<T: Record + Ranked>(
    /// The rows it belongs to.
    rows: Rows<T>,
    /// The record.
    id: Id,
    /// Says whose menu it is.
    #[prop(into)]
    label: Signal<String>,
    /// Returns what a message calls the record once it is deleted.
    #[prop(into)]
    name: Callback<(), String>,
    /// What else can be done with it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let number = rows.number(&id);
    let count = rows.count();
    let more = rows.more(&id);
    let id = StoredValue::new(id);
    let move_by = Callback::new(move |steps| rows.move_by(&id.get_value(), steps));
    let delete = Callback::new(move |()| rows.delete(&id.get_value(), name.run(())));
    let children = children.map(|children| children());
    row_menu(label, more, number, count, Doings { move_by, delete }, children)
}

/// What the menu of a row does.
struct Doings {
    move_by: Callback<isize>,
    delete: Callback<()>,
}

/// The same menu for records of every kind, compiled once.
fn row_menu(
    label: Signal<String>,
    more: String,
    number: Memo<usize>,
    count: Memo<usize>,
    doings: Doings,
    children: Option<AnyView>,
) -> AnyView {
    let Doings { move_by, delete } = doings;
    view! {
        <Menu label=label id=more>
            <MenuItem
                icon=icondata::LuArrowUp
                text=say!(plan.move_up)
                disabled=Signal::derive(move || number.get() <= 1)
                on_pick=move |()| move_by.run(-1)
            />
            <MenuItem
                icon=icondata::LuArrowDown
                text=say!(plan.move_down)
                disabled=Signal::derive(move || number.get() >= count.get())
                on_pick=move |()| move_by.run(1)
            />
            {children}
            <MenuItem
                icon=icondata::LuTrash2
                text=say!(plan.delete)
                danger=true
                on_pick=delete
            />
        </Menu>
    }
    .into_any()
}
