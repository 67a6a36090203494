//! The collaboration principles in two columns, as a self-check with four steps (S4).

use leptos::prelude::*;

use super::add::add_to_exchange;
use super::{Item, Reader, item_id, show_item, source};
use crate::browser::page;
use crate::library::{Principle, Principles, SearchKind};
use crate::model::{Id, Practised};
use crate::pages::words;
use crate::route::{Screen, Shelf};
use crate::ui::{Content, El, button, el, icon, memo, segmented};
use crate::workspace::Workspace;

const PREFIX: &str = "principle";

/// The shelf.
pub fn principles(reader: Reader) -> AnyView {
    reader.library.principles.drawn(move |all| {
        show_item(PREFIX);
        let sheet = Screen::Library { shelf: Shelf::Residents, item: None };
        (
            el("div").class("cluster no-print").has((
                el("a")
                    .class("button")
                    .attr("href", sheet.href())
                    .has((icon(icondata::LuUsers), el("span").has(say!(library.residents_sheet)))),
                button("button")
                    .on_click(|| {
                        page::print();
                    })
                    .has((icon(icondata::LuPrinter), el("span").has(say!(library.print_check)))),
            )),
            el("p").class("soft measure").has(say!(library.check_text)),
            el("div").class("two-sides").has((
                side(reader, say!(library.for_police), &all.police, &all),
                side(reader, say!(library.for_residents), &all.residents, &all),
            )),
            source(&all.source),
        )
            .view()
    })
}

fn side(reader: Reader, title: &'static str, principles: &[Principle], all: &Principles) -> El {
    let cards = principles.iter().map(|it| card(reader, it, all)).collect::<Vec<_>>();
    el("section").class("stack").has((el("h2").has(title), el("ol").class("stack").has(cards)))
}

fn card(reader: Reader, principle: &Principle, all: &Principles) -> El {
    let item = Item {
        kind: SearchKind::Principle,
        id: principle.id.clone(),
        title: principle.title.clone(),
        note: principle.text.clone(),
    };
    let pairings = all.pairings_of(&principle.id).into_iter().filter_map(|pairing| {
        let other =
            if pairing.police == principle.id { &pairing.residents } else { &pairing.police };
        let other = all.find(other)?;
        let screen = Screen::Library { shelf: Shelf::Principles, item: Some(other.id.clone()) };
        Some(el("p").class("soft").has((
            say!(library.paired),
            " ",
            el("a").attr("href", screen.href()).has(other.title.clone()),
            ". ",
            pairing.reason.clone(),
        )))
    });
    let asked = say!(library.practised_question, principle = principle.text.as_str());
    el("li")
        .class("panel shelf-item stack stack--close")
        .id(item_id(PREFIX, &principle.id))
        .attr("tabindex", "-1")
        .has((
            el("p").class("measure").has(el("b").has(principle.text.clone())),
            scale(&principle.id, &principle.title),
            pairings.collect::<Vec<_>>(),
            add_to_exchange(reader, item, principle.text.clone(), asked),
        ))
}

/// How far it is practised here. The answers stay on this device.
fn scale(id: &str, title: &str) -> El {
    let workspace = Workspace::expect();
    let device = workspace.device();
    let id = Id::from(id);
    let of_value = id.clone();
    let value = memo(move || {
        device.with(|device| device.self_check.get(&of_value).cloned().unwrap_or_default())
    });
    let choices = words::choices::<Practised>();
    let name = format!("practised-{id}");
    segmented(
        say!(library.practised, principle = title),
        name,
        choices,
        value,
        move |word: String| {
            workspace.change_device(|device| {
                device.self_check.insert(id.clone(), word);
            });
        },
    )
}
