//! Templates of one's own: made from scratch or from an exchange.

use leptos::prelude::*;

use super::toolkits::row;
use crate::model::{Exchange, Id, Kind};
use crate::order;
use crate::pages::{address_words, go, named};
use crate::route::{Screen, Section};
use crate::ui::{Content, button, each_by, el, icon, key_of, memo, when};
use crate::workspace::Workspace;

/// The shelf.
pub fn templates() -> AnyView {
    let workspace = Workspace::expect();
    let all = memo(move || {
        let ids = workspace.all_now(Kind::Template).into_iter();
        let mut all: Vec<(String, Id)> =
            ids.map(|id| (named(&workspace.summary_now(&id).title), id)).collect();
        order::sort_by(&mut all, Ord::cmp);
        all.into_iter().map(|(_, id)| id).collect::<Vec<_>>()
    });
    let make = move || {
        let id = workspace.create_as(Kind::Template, Exchange::default());
        go(&Screen::exchange(&id, Section::Overview));
    };
    el("section")
        .class("panel query")
        .attr("aria-labelledby", "templates-title")
        .has((
            el("div").class("panel__head").has((
                el("h2").id("templates-title").has(say!(library.templates)),
                button("button button--primary")
                    .on_click(make)
                    .has((icon(icondata::LuPlus), el("span").has(say!(library.new_template)))),
            )),
            when(
                move || all.with(Vec::is_empty),
                || {
                    el("div").class("empty").has((
                        icon(icondata::LuLayoutTemplate),
                        el("p").has(say!(library.templates_empty)),
                    ))
                },
            ),
            el("ul").class("rows").has(each_by(
                move || all.get(),
                key_of,
                |id| row(&id, says_contents),
            )),
        ))
        .view()
}

fn says_contents(template: &Exchange) -> String {
    let counts = [
        ("sessions", template.sessions.len()),
        ("objectives", template.objectives.len()),
        ("questions", template.questions.len()),
        ("tasks", template.tasks.len()),
    ];
    let counts = counts.into_iter().filter(|(_, count)| *count > 0);
    let words: Vec<String> =
        counts.map(|(collection, count)| address_words::records(collection, count)).collect();
    if words.is_empty() {
        say!(library.template_bare).to_owned()
    } else {
        words.join(say!(open.list_separator))
    }
}
