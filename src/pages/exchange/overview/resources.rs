//! The resources: what to read before or after, one line each; and the panel of one.

use leptos::prelude::*;

use crate::model::{Id, Resource};
use crate::pages::address_words;
use crate::pages::exchange::record::facts::fact;
use crate::pages::exchange::record::list::{open_item, row_fact};
use crate::pages::exchange::record::{
    FieldInput, Lead, Opened, RecordList, RecordPanel, RecordRow,
};
use crate::pages::exchange::rows::menu::row_menu;
use crate::pages::exchange::rows::{Row, Rows};
use crate::pages::library::item as library;
use crate::ui::{Content, Derived, InPlace, el, icon, live, memo};
use crate::workspace::OpenExchange;

fn rows() -> Rows<Resource> {
    Rows::all(OpenExchange::expect(), "resource", |it, rank| it.rank = rank)
}

/// The list.
///
/// - `title`: Its heading.
/// - `empty`: What is said while there is none.
pub fn resources(opened: Opened, title: &'static str, empty: &'static str) -> AnyView {
    let rows = rows();
    let add = Callback::new(move |()| rows.add(Resource::default()));
    RecordList::new("resources-title", title).empty(empty).with(
        rows,
        move |id| resource_row(id, opened, rows),
        (say!(plan.add_resource), add),
    )
}

/// One resource.
fn resource_row(id: Id, opened: Opened, rows: Rows<Resource>) -> AnyView {
    let row = Row::<Resource>::new(OpenExchange::expect(), &id);
    let number = rows.number(&id);
    let more = memo(move || say!(plan.more_for_resource, number = number.get()));
    let name = name(row, number);
    let is_plain = is_plain(row);
    RecordRow {
        lead: Lead::Opens(
            icon(icondata::LuBookOpen).view(),
            memo(move || say!(plan.show_resource, number = number.get())),
        ),
        is_done: memo(|| false),
        words: words(row, number, rows).id(rows.field(&id)).view(),
        warning: memo(move || is_plain.get().then(|| say!(plan.resource_no_link).to_owned())),
        facts: vec![row_fact(fact(row, Resource::NOTE))],
        tools: (
            follow(row, name),
            row_menu(
                rows,
                id.clone(),
                more,
                move || name.get_untracked(),
                Some(open_item(opened, &row.address())),
            ),
        )
            .view(),
    }
    .view(opened, row.address())
}

/// The panel of one resource.
pub fn resource_panel(opened: Opened, id: &Id) -> AnyView {
    let row = Row::<Resource>::new(OpenExchange::expect(), id);
    let rows = rows();
    let number = rows.number(id);
    let (title, name) = (words(row, number, rows), name(row, number));
    let is_plain = is_plain(row);
    let address = of_library(row).get_untracked().is_none().then(|| {
        FieldInput::new(row, Resource::ADDRESS)
            .hint(move || is_plain.get().then_some(say!(plan.resource_plain)))
    });
    let note = FieldInput::new(row, Resource::NOTE).label(say!(plan.resource_note_placeholder));
    RecordPanel::new(row, rows, opened, address_words::kind("resources"), title, name)
        .group(say!(plan.group_about), (note, address, follow(row, name)))
        .view()
}

/// Leads to it. Its address becomes a link only if it is safe to follow; what is of the library leads there.
fn follow(row: Row<Resource>, name: Derived<String>) -> AnyView {
    let link = row.get(|it| it.link().map(str::to_owned));
    let of_library = of_library(row);
    let button =
        |sign: icondata::Icon| el("a").class("button button--quiet button--icon").has(icon(sign));
    live(move || {
        if let Some(inside) = of_library.get() {
            let label = say!(plan.open_in_library, title = name.get());
            return Some(
                button(icondata::LuLibrary).attr("href", inside).attr("aria-label", label),
            );
        }
        let label = say!(plan.open_resource, title = name.get());
        let link =
            button(icondata::LuExternalLink).attr("href", link.get()?).attr("aria-label", label);
        Some(link.attr("target", "_blank").attr("rel", "noreferrer noopener"))
    })
}

/// Returns where the library shows it, if it is of the library.
fn of_library(row: Row<Resource>) -> Derived<Option<String>> {
    row.get(|it| library::screen(&it.library).map(|screen| screen.href()))
}

/// Returns whether it has an address that is no link.
fn is_plain(row: Row<Resource>) -> Derived<bool> {
    row.get(|it| !it.address.trim().is_empty() && it.link().is_none())
}

fn name(row: Row<Resource>, number: Derived<usize>) -> Derived<String> {
    memo(move || {
        let title = row.get_now(|it| it.title.trim().to_owned());
        if title.is_empty() { say!(plan.resource_number, number = number.get()) } else { title }
    })
}

/// What it is called, edited where it stands.
fn words(row: Row<Resource>, number: Derived<usize>, rows: Rows<Resource>) -> InPlace {
    let label = memo(move || say!(plan.resource_number, number = number.get()));
    let set = row.set(|it: &mut Resource, text| it.title = text);
    InPlace::line(label, row.get(|it| it.title.clone()), set)
        .placeholder(say!(plan.resource_placeholder))
        .on_enter(move |()| rows.add_after(&row.id(), Resource::default()))
        .on_remove(move |()| rows.remove_emptied(&row.id(), label.get_untracked()))
}
