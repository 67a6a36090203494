//! The library: topics, recommendations, principles and stories, one search over all of it, and the
//! toolkits and templates that people make out of it.

pub mod add;
pub mod files;
pub mod finding;
pub mod focus;
pub mod item;
pub mod principles;
pub mod recommendations;
pub mod residents;
pub mod stories;
pub mod templates;
pub mod toolkits;
pub mod topic;
pub mod topics;

use leptos::prelude::*;

use self::files::Library;
use self::item::Item;
use super::{TITLE_ID, screen};
use crate::browser::page;
use crate::library::Source;
use crate::model::{FocusArea, Id};
use crate::route::{Screen, Shelf};
use crate::ui::{Content, Derived, El, el, memo, switch};

/// What a reader has asked the library for. Kept while they look around in it.
#[derive(Clone, Copy)]
pub struct Reader {
    library: Library,
    query: RwSignal<String>,
    /// Whether what was found stands in the place of a shelf.
    is_asking: Derived<bool>,
    focus: RwSignal<Option<FocusArea>>,
    /// The toolkit that is collected into; the first one until another is chosen.
    toolkit: RwSignal<Option<Id>>,
}

/// The page of the library.
pub fn library_page() -> AnyView {
    let screen = screen();
    let query = RwSignal::new(String::new());
    let reader = Reader {
        library: Library::ask(),
        query,
        is_asking: finding::is_asking(query),
        focus: RwSignal::new(None),
        toolkit: RwSignal::new(None),
    };
    page::set_title(say!(library.title));
    let place = memo(move || match screen.get() {
        Screen::Library { shelf, item } => (shelf, item),
        _ => (Shelf::Topics, None),
    });
    let shelf = memo(move || place.get().0);
    el("main")
        .class("page")
        .id("main")
        .has((
            el("div").class("page__top no-print").has((
                el("h1").id(TITLE_ID).attr("tabindex", "-1").has(say!(library.title)),
                el("p").class("soft measure").has(say!(library.about)),
            )),
            el("div").class("stack stack--loose").has((
                finding::search_box(reader),
                shelves(reader, shelf),
                finding::hits(reader),
                el("div").class("stack stack--loose").flag("data-away", reader.is_asking).has(
                    switch(
                        move || place.get(),
                        move |(shelf, item)| match (shelf, item) {
                            (Shelf::Topics, Some(id)) => topic::topic(reader, &id),
                            (Shelf::Topics, None) => topics::topics(reader),
                            (Shelf::Recommendations, _) => recommendations::recommendations(reader),
                            (Shelf::Principles, _) => principles::principles(reader),
                            (Shelf::Residents, _) => residents::residents(reader),
                            (Shelf::Stories, _) => stories::stories(reader),
                            (Shelf::Toolkits, _) => toolkits::toolkits(reader),
                            (Shelf::Templates, _) => templates::templates(),
                        },
                    ),
                ),
            )),
        ))
        .view()
}

/// The shelves, each with its own address.
fn shelves(reader: Reader, shelf: Derived<Shelf>) -> El {
    let link = |to: Shelf, name: &'static str| {
        let is_current = move || {
            let now = shelf.get();
            now == to || (now == Shelf::Residents && to == Shelf::Principles)
        };
        el("li").has(
            finding::link(reader, Screen::Library { shelf: to, item: None })
                .class("tab")
                .attr("aria-current", move || is_current().then_some("page"))
                .has(name),
        )
    };
    el("nav").class("no-print").attr("aria-label", say!(library.shelves)).has(
        el("ul").class("tabs").has((
            link(Shelf::Topics, say!(library.topics)),
            link(Shelf::Recommendations, say!(library.recommendations)),
            link(Shelf::Principles, say!(library.principles)),
            link(Shelf::Stories, say!(library.stories)),
            link(Shelf::Toolkits, say!(library.toolkits)),
            link(Shelf::Templates, say!(library.templates)),
        )),
    )
}

/// Goes to the item that the address points at, once it is drawn.
fn show_item(prefix: &'static str) {
    let screen = screen();
    if let Screen::Library { item: Some(item), .. } = screen.get_untracked() {
        let id = item_id(prefix, &item);
        request_animation_frame(move || {
            request_animation_frame(move || {
                page::focus(&id);
            });
        });
    }
}

/// Returns the id of the element that shows an item.
fn item_id(prefix: &str, item: &str) -> String {
    format!("{prefix}-{item}")
}

/// Where a text comes from, in one paragraph, with its address if it has one.
fn source(source: &Source) -> El {
    let parts = [Some(source.name.as_str()), Some(source.publisher.as_str())];
    let parts = parts.into_iter().chain([source.record.as_deref(), source.published.as_deref()]);
    let line: Vec<&str> = parts.flatten().collect();
    el("footer").class("soft measure stack stack--tight").has((
        el("p").has((
            say!(library.source, source = line.join(", ")),
            source.address.clone().map(|address| (" ", outward(address.clone(), address))),
        )),
        el("p").has(source.note.clone()),
    ))
}

/// A link that leaves the page, as printed in the source.
fn outward(address: String, words: String) -> El {
    el("a")
        .attr("href", address)
        .attr("target", "_blank")
        .attr("rel", "noreferrer noopener")
        .has(words)
}
