//! What can be done with any row: take it by its grip, move it, delete it.

use crate::ui::{Content, Derived, Menu, MenuItem, el, memo};
use leptos::prelude::*;

use super::Rows;
use super::grip::grip;
use crate::history::RecordAddress;
use crate::model::rank::Ranked;
use crate::model::{Id, Record};
use crate::pages::exchange::changes::of_record;
use crate::pages::{focus, go};

/// The grip and the menu of a row.
///
/// - `rows`: The rows it belongs to.
/// - `id`: The record.
/// - `label`: Says whose menu it is.
/// - `name`: Returns what a message calls the record once it is deleted.
/// - `more`: What else can be done with it.
pub fn row_menu<T: Record + Ranked>(
    rows: Rows<T>,
    id: Id,
    label: Derived<String>,
    name: impl Fn() -> String + Send + Sync + 'static,
    more: Option<MenuItem>,
) -> AnyView {
    let number = rows.number(&id);
    let count = rows.count();
    let button = rows.more(&id);
    let id = StoredValue::new(id);
    let drop_at = Callback::new(move |steps| rows.move_by(&id.get_value(), steps));
    let move_by = Callback::new(move |steps| {
        rows.move_by(&id.get_value(), steps);
        focus::soon(rows.more(&id.get_value()));
    });
    let delete = Callback::new(move |()| rows.delete(&id.get_value(), name()));
    let ask = Callback::new(move |()| {
        let record = id.with_value(|id| RecordAddress::new(T::COLLECTION, id.as_str()));
        go(&of_record(&rows.exchange(), &record));
    });
    let menu = drawn(label, button, number, count, Doings { move_by, ask, delete }, more);
    el("div").class("handles").has((grip(rows.ids, rows.kind, id, drop_at), menu)).view()
}

/// What the menu of a row does.
struct Doings {
    move_by: Callback<isize>,
    ask: Callback<()>,
    delete: Callback<()>,
}

/// The same menu for records of every kind, compiled once.
fn drawn(
    label: Derived<String>,
    button: String,
    number: Derived<usize>,
    count: Derived<usize>,
    doings: Doings,
    more: Option<MenuItem>,
) -> AnyView {
    let Doings { move_by, ask, delete } = doings;
    let acts = move || {
        (
            MenuItem::new(icondata::LuArrowUp, say!(plan.move_up), move |()| move_by.run(-1))
                .disabled(memo(move || number.get() <= 1)),
            MenuItem::new(icondata::LuArrowDown, say!(plan.move_down), move |()| move_by.run(1))
                .disabled(memo(move || number.get() >= count.get())),
            more.clone(),
            MenuItem::new(icondata::LuHistory, say!(changes.who_changed), ask),
            MenuItem::new(icondata::LuTrash2, say!(plan.delete), delete).danger(),
        )
    };
    Menu::new(label, acts).id(button).view()
}
