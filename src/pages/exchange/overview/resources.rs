//! The resources: what to read before or after.

use crate::ui::{Content, InPlace, el, icon, memo, when};
use leptos::prelude::*;

use crate::model::{Id, Resource};
use crate::pages::exchange::rows::menu::row_menu;
use crate::pages::exchange::rows::{Panel, Row, Rows};
use crate::pages::library::item as library;
use crate::workspace::OpenExchange;

/// The panel.
pub fn resources() -> AnyView {
    panel(say!(plan.resources), say!(plan.resources_empty))
}

/// The panel under another name.
///
/// - `empty`: What is said while there is none.
pub fn panel(title: &'static str, empty: &'static str) -> AnyView {
    let rows = Rows::<Resource>::all(OpenExchange::expect(), "resource", |it, rank| {
        it.rank = rank;
    });
    let panel =
        Panel { id: "resources-title", title, empty, add: say!(plan.add_resource), list: "ul" };
    panel.with(rows, resource_row)
}

/// One resource. Its address becomes a link only if it is safe to follow; what is of the library leads
/// there.
fn resource_row(id: Id, rows: Rows<Resource>) -> AnyView {
    let row = Row::<Resource>::new(OpenExchange::expect(), &id);
    let number = rows.number(&id);
    let label = memo(move || say!(plan.resource_number, number = number.get()));
    let note_label = memo(move || say!(plan.resource_note, number = number.get()));
    let address_label = memo(move || say!(plan.resource_address, number = number.get()));
    let more = memo(move || say!(plan.more_for_resource, number = number.get()));
    let title = row.get(|it| it.title.clone());
    let address = row.get(|it| it.address.clone());
    let note = row.get(|it| it.note.clone());
    let link = row.get(|it| it.link().map(str::to_owned));
    let of_library = row.get(|it| library::screen(&it.library).map(|screen| screen.href()));
    let is_outside = memo(move || of_library.with(Option::is_none));
    let is_plain = memo(move || !address.with(|it| it.trim().is_empty()) && link.get().is_none());
    let named = move || label.get_untracked();
    let name = move || name_or(title.get_untracked(), named());
    let opens = move || {
        let title = name_or(title.get(), label.get());
        if is_outside.get() {
            say!(plan.open_resource, title = title)
        } else {
            say!(plan.open_in_library, title = title)
        }
    };
    let follow = move || {
        let inward = of_library.get().map(|link| el("a").attr("href", link));
        let outward = || {
            let link = el("a").attr("href", link.get()?);
            Some(link.attr("target", "_blank").attr("rel", "noreferrer noopener"))
        };
        let sign = if inward.is_some() { icondata::LuLibrary } else { icondata::LuExternalLink };
        inward.or_else(outward).map(|link| {
            link.class("button button--quiet button--icon")
                .attr("aria-label", opens)
                .has(icon(sign))
        })
    };
    el("li")
        .class("item")
        .has((
            el("div").class("item__body").has((
                InPlace::line(label, title, row.set(|it: &mut Resource, text| it.title = text))
                    .id(rows.field(&id))
                    .strong()
                    .placeholder(say!(plan.resource_placeholder))
                    .on_enter(move |()| rows.add_after(&row.id(), Resource::default()))
                    .on_remove(move |()| rows.remove_emptied(&row.id(), named())),
                InPlace::line(note_label, note, row.set(|it: &mut Resource, text| it.note = text))
                    .placeholder(say!(plan.resource_note_placeholder))
                    .on_enter(move |()| rows.add_after(&row.id(), Resource::default())),
                when(
                    move || is_outside.get(),
                    move || {
                        InPlace::line(
                            address_label,
                            address,
                            row.set(|it: &mut Resource, text| it.address = text),
                        )
                        .placeholder(say!(plan.resource_address_placeholder))
                        .on_enter(move |()| rows.add_after(&row.id(), Resource::default()))
                    },
                ),
                when(
                    move || is_plain.get(),
                    move || el("p").class("item__meta").has(say!(plan.resource_plain)),
                ),
            )),
            el("div").class("item__tools").has((follow, row_menu(rows, id, more, name, None))),
        ))
        .view()
}

fn name_or(name: String, other: String) -> String {
    if name.trim().is_empty() { other } else { name }
}
