//! The search: what is asked, and what is found.

use std::time::Duration;

use leptos::prelude::*;

use super::item::shelf;
use super::toolkits::{collect_button, target_select};
use super::{Item, Reader, outward};
use crate::library::{Place, SearchKind};
use crate::pages::screen;
use crate::pages::words::counted;
use crate::route::Screen;
use crate::ui::{Content, Derived, El, each_by, el, key_of, memo, search_field};

/// How many hits are shown.
const MOST_SHOWN: usize = 30;

/// How many of them are drawn with the key that found them.
const AT_ONCE: usize = 4;

/// How long the rest waits for the next key.
const REST: Duration = Duration::from_millis(150);

/// The field.
pub fn search_box(reader: Reader) -> El {
    search_field(say!(library.search), say!(library.search_placeholder), reader.query)
}

/// Returns whether somebody is asking: from the first letter on, on the screen on which it was typed. Another
/// screen is shown whole, and who comes back from it finds what was found there.
pub fn is_asking(query: RwSignal<String>) -> Derived<bool> {
    let screen = screen();
    let asked_on = memo(move || {
        query.track();
        screen.get_untracked()
    });
    memo(move || query.with(|it| !it.trim().is_empty()) && asked_on.get() == screen.get())
}

/// Begins a link to a screen of the library. To the one where one is, it leads back from what was found there.
pub fn link(reader: Reader, to: Screen) -> El {
    let (screen, href) = (screen(), to.href());
    el("a").attr("href", href).on_click(move || {
        if screen.with_untracked(|screen| *screen == to) {
            reader.query.set(String::new());
        }
    })
}

/// What was found, or that nothing was; nothing while nobody is asking.
pub fn hits(reader: Reader) -> AnyView {
    let found = memo(move || {
        let query = reader.query.get();
        let search = reader.library.search.get()?;
        let found = search.find(&query).into_iter().map(|hit| Item {
            kind: hit.kind,
            id: hit.id.to_owned(),
            title: hit.title.to_owned(),
            // The sentence that fits, if it is not the title.
            note: if hit.place == Place::Title { String::new() } else { hit.line.to_owned() },
        });
        Some(found.collect::<Vec<_>>())
    });
    let count = memo(move || found.with(|it| it.as_ref().map(Vec::len)));
    let has_none = memo(move || count.get().unwrap_or_default() == 0);
    let rested_on = rested_on(reader.query);
    let shown = move || {
        let is_at_rest = reader.query.with(|query| rested_on.with(|rested| rested == query));
        let most = if is_at_rest { MOST_SHOWN } else { AT_ONCE };
        found.with(|it| it.iter().flatten().take(most).cloned().collect())
    };
    let hit = move |item| hit(reader, item);
    let said = move || match count.get() {
        None => say!(create.loading).to_owned(),
        Some(0) => say!(library.nothing_found).to_owned(),
        Some(count) => {
            counted(count, say!(library.one_hit), |count| say!(library.hits, count = count))
        }
    };
    el("section")
        .class("panel")
        .attr("aria-labelledby", "hits")
        .flag("hidden", move || !reader.is_asking.get())
        .has((
            el("div")
                .class("panel__head")
                .has(el("h2").id("hits").has(el("span").attr("role", "status").has(said))),
            el("ul").class("rows").flag("hidden", has_none).has(each_by(shown, key_of, hit)),
            el("div")
                .class("panel__body no-print")
                .flag("hidden", has_none)
                .has(el("div").class("focus-filter").has(target_select(reader))),
        ))
        .view()
}

/// Returns what was asked when last nobody typed on.
fn rested_on(query: RwSignal<String>) -> RwSignal<String> {
    let rested_on = RwSignal::new(query.get_untracked());
    let mut rest = debounce(REST, move |query: String| {
        // It is gone if the screen was left before.
        let _ = rested_on.try_set(query);
    });
    Effect::new(move |_| rest(query.get()));
    rested_on
}

fn hit(reader: Reader, item: Item) -> El {
    let (kind, name, line) = (item.kind, item.title.clone(), item.note.clone());
    let title = match shelf(kind) {
        Some(shelf) => {
            link(reader, Screen::Library { shelf, item: Some(item.id.clone()) }).has(name)
        }
        None => outward(item.id.clone(), name),
    };
    el("li").class("hit").has((
        el("div").has((
            title,
            " ",
            el("span").class("badge").has(kind_words(kind)),
            (!line.is_empty()).then(|| el("p").class("soft").has(line)),
        )),
        // Why something was found says nothing of what it is good for.
        collect_button(reader, Item { note: String::new(), ..item }),
    ))
}

fn kind_words(kind: SearchKind) -> &'static str {
    match kind {
        SearchKind::Topic => say!(library.kind_topic),
        SearchKind::Recommendation => say!(library.kind_recommendation),
        SearchKind::Principle => say!(library.kind_principle),
        SearchKind::Story => say!(library.kind_story),
        SearchKind::Resource => say!(library.kind_resource),
    }
}
