//! Toolkits: named collections of one's own out of the library (S1), and collecting into them.

use leptos::prelude::*;

use super::{Item, Reader};
use crate::model::{Exchange, Id, Kind, Resource, rank};
use crate::order;
use crate::pages::words::counted;
use crate::pages::{go, named};
use crate::route::{Screen, Section};
use crate::ui::{
    Choice, Content, Derived, El, Select, Toast, Toasts, button, each_by, el, icon, key_of, memo,
    when,
};
use crate::workspace::{OpenExchange, Workspace};

/// The shelf.
pub fn toolkits(reader: Reader) -> AnyView {
    let workspace = Workspace::expect();
    let all = all();
    let make = move || {
        let id = workspace.create_as(Kind::Toolkit, Exchange::default());
        reader.toolkit.set(Some(id.clone()));
        go(&Screen::exchange(&id, Section::Overview));
    };
    el("section")
        .class("panel query")
        .attr("aria-labelledby", "toolkits-title")
        .has((
            el("div").class("panel__head").has((
                el("h2").id("toolkits-title").has(say!(library.toolkits)),
                button("button button--primary")
                    .on_click(make)
                    .has((icon(icondata::LuPlus), el("span").has(say!(library.new_toolkit)))),
            )),
            when(
                move || all.with(Vec::is_empty),
                || {
                    el("div").class("empty").has((
                        icon(icondata::LuFolderHeart),
                        el("p").has(say!(library.toolkits_empty)),
                    ))
                },
            ),
            el("ul").class("rows").has(each_by(
                move || all.get().into_iter().map(|(id, _)| id).collect(),
                key_of,
                |id| row(&id, says_items),
            )),
        ))
        .view()
}

/// A toolkit or template in its list.
///
/// - `says`: Returns what is in it, in a line.
pub fn row(id: &Id, says: fn(&Exchange) -> String) -> AnyView {
    let Some(open) = Workspace::expect().find(id) else { return ().into_any() };
    let exchange = open.exchange();
    let title = memo(move || exchange.with(|it| named(&it.about.title)));
    let line = memo(move || exchange.with(says));
    el("li")
        .class("site")
        .has((
            el("div").class("site__what").has((
                el("h3").has(
                    el("a")
                        .class("site__link")
                        .attr("href", Screen::exchange(&open.id(), Section::Overview).href())
                        .has(title),
                ),
                el("p").class("soft").has(line),
            )),
            icon(icondata::LuChevronRight),
        ))
        .view()
}

fn says_items(toolkit: &Exchange) -> String {
    counted(toolkit.resources.len(), say!(library.one_item), |count| {
        say!(library.items, count = count)
    })
}

/// Returns the toolkits and their titles, in order of these; follows them.
fn all() -> Derived<Vec<(Id, String)>> {
    let workspace = Workspace::expect();
    memo(move || {
        let ids = workspace.all_now(Kind::Toolkit).into_iter();
        let mut all: Vec<(Id, String)> =
            ids.map(|id| (id.clone(), named(&workspace.summary_now(&id).title))).collect();
        order::sort_by(&mut all, |(_, one), (_, other)| one.cmp(other));
        all
    })
}

/// Returns the toolkit that is collected into; `None` for a new one. Follows it.
fn target(reader: Reader) -> Option<OpenExchange> {
    let workspace = Workspace::expect();
    let ids = workspace.all_now(Kind::Toolkit);
    let chosen = reader.toolkit.get();
    // Nobody chose: the first one, or a new one where there is none.
    let id = match chosen {
        Some(id) if id.as_str().is_empty() => None,
        Some(id) if ids.contains(&id) => Some(id),
        _ => all().get().into_iter().next().map(|(id, _)| id),
    };
    workspace.find(&id?)
}

/// The select of the toolkit that is collected into.
pub fn target_select(reader: Reader) -> Select {
    let all = all();
    let choices = memo(move || {
        let known = all.get().into_iter().map(|(id, title)| Choice::new(id.as_str(), title));
        known.chain([Choice::new("", say!(library.new_toolkit))]).collect::<Vec<_>>()
    });
    let value = memo(move || target(reader).map(|it| it.id().to_string()).unwrap_or_default());
    Select::new(say!(library.collect_into), choices, value, move |word: String| {
        reader.toolkit.set(Some(Id::from(word.as_str())));
    })
}

/// The button that puts something into the toolkit that is collected into.
pub fn collect_button(reader: Reader, item: Item) -> El {
    let collect = collector(reader);
    let name = say!(library.collect_of, what = item.title.as_str());
    button("button")
        .attr("aria-label", name)
        .on_click(move || collect(&item))
        .has(say!(library.collect_now))
}

/// Returns what puts something into the toolkit that is collected into, and says so.
fn collector(reader: Reader) -> impl Fn(&Item) + Clone + Send + Sync + 'static {
    let (workspace, toasts) = (Workspace::expect(), Toasts::expect());
    move |item| {
        let open = untrack(|| target(reader)).or_else(|| {
            let mut toolkit = Exchange::default();
            toolkit.about.title = say!(library.first_toolkit).to_owned();
            workspace.find(&workspace.create_as(Kind::Toolkit, toolkit))
        });
        let Some(open) = open else { return };
        reader.toolkit.set(Some(open.id()));
        let resource = item.resource();
        let title = open.exchange().with_untracked(|it| named(&it.about.title));
        let said = if put(&open, resource) {
            say!(library.collected, what = item.title.as_str(), title = title)
        } else {
            say!(library.collected_before, what = item.title.as_str(), title = title)
        };
        let show = move || go(&Screen::exchange(&open.id(), Section::Overview));
        toasts.show(Toast::with_action(said, say!(app.show), show));
    }
}

/// Puts something at the end of a toolkit. Returns false if it is in it.
fn put(open: &OpenExchange, resource: Resource) -> bool {
    let is_same = |known: &Resource| {
        known.library == resource.library && known.address.trim() == resource.address.trim()
    };
    let rank = open.exchange().with_untracked(|toolkit| {
        let is_there = toolkit.resources.values().any(is_same);
        (!is_there).then(|| rank::last(&toolkit.resources))
    });
    let Some(rank) = rank else { return false };
    open.add(&Resource { rank, ..resource });
    true
}
