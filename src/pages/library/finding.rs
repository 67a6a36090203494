//! The search: what is asked, and what is found.

use std::time::Duration;

use leptos::prelude::*;

use super::item::shelf;
use super::toolkits::{collect_button, target_select};
use super::{Item, Reader};
use crate::library::{Place, SearchKind};
use crate::pages::words::counted;
use crate::route::Screen;
use crate::ui::{Content, El, el, live, memo, search_field, when};

/// How many hits are shown.
const MOST_SHOWN: usize = 30;

/// How many of them are drawn with the key that found them.
const AT_ONCE: usize = 6;

/// How long the rest waits for the next key.
const REST: Duration = Duration::from_millis(150);

/// The field.
pub fn search_box(reader: Reader) -> El {
    search_field(say!(library.search), say!(library.search_placeholder), reader.query)
}

/// What was found, or that nothing was; nothing while nothing is asked.
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
    let is_asked = memo(move || reader.query.with(|query| !query.trim().is_empty()));
    when(
        move || is_asked.get(),
        move || {
            el("section").class("panel no-print").attr("aria-labelledby", "hits").has((
                el("div").class("panel__head").has(el("h2").id("hits").has(
                    el("span").attr("role", "status").has(move || match found.get() {
                        None => say!(create.loading).to_owned(),
                        Some(found) if found.is_empty() => say!(library.nothing_found).to_owned(),
                        Some(found) => counted(found.len(), say!(library.one_hit), |count| {
                            say!(library.hits, count = count)
                        }),
                    }),
                )),
                live(move || {
                    let found = found.get().unwrap_or_default();
                    let mut shown = found.into_iter().take(MOST_SHOWN);
                    let first = shown.by_ref().take(AT_ONCE);
                    let first = first.map(|item| hit(reader, item)).collect::<Vec<_>>();
                    let has_any = !first.is_empty();
                    has_any
                        .then(|| el("ul").class("rows").has((first, rest(reader, shown.collect()))))
                }),
                when(
                    move || found.with(|found| found.as_ref().is_some_and(|it| !it.is_empty())),
                    move || {
                        el("div")
                            .class("panel__body")
                            .has(el("div").class("focus-filter").has(target_select(reader)))
                    },
                ),
            ))
        },
    )
    .view()
}

/// The hits behind the first, once nobody types on.
fn rest(reader: Reader, items: Vec<Item>) -> AnyView {
    let is_at_rest = RwSignal::new(false);
    // It is gone if the next key came before.
    let show = move || {
        let _ = is_at_rest.try_set(true);
    };
    set_timeout(show, REST);
    live(move || {
        let rows = || items.iter().map(|item| hit(reader, item.clone())).collect::<Vec<_>>();
        is_at_rest.get().then(rows)
    })
}

fn hit(reader: Reader, item: Item) -> El {
    let link = match shelf(item.kind) {
        Some(shelf) => {
            let screen = Screen::Library { shelf, item: Some(item.id.clone()) };
            el("a").attr("href", screen.href())
        }
        None => el("a")
            .attr("href", item.id.clone())
            .attr("target", "_blank")
            .attr("rel", "noreferrer noopener"),
    };
    let (kind, title, line) = (item.kind, item.title.clone(), item.note.clone());
    el("li").class("hit").has((
        el("div").has((
            el("p").has((link.has(title), " ", el("span").class("badge").has(kind_words(kind)))),
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
