//! The search: what is asked, and what is found.

use leptos::prelude::*;

use super::Reader;
use crate::library::{Place, SearchKind};
use crate::pages::words::counted;
use crate::route::{Screen, Shelf};
use crate::ui::{Content, El, el, live, memo, search_field, when};

/// How many hits are shown.
const MOST_SHOWN: usize = 30;

/// Something that was found.
#[derive(Clone, Debug, PartialEq)]
struct Found {
    kind: SearchKind,
    id: String,
    title: String,
    /// The sentence that fits, if it is not the title.
    line: Option<String>,
}

/// The field.
pub fn search_box(reader: Reader) -> El {
    search_field(say!(library.search), say!(library.search_placeholder), reader.query)
}

/// What was found, or that nothing was; nothing while nothing is asked.
pub fn hits(reader: Reader) -> AnyView {
    let found = memo(move || {
        let query = reader.query.get();
        let search = reader.library.search.get()?;
        let found = search.find(&query).into_iter().map(|hit| Found {
            kind: hit.kind,
            id: hit.id.to_owned(),
            title: hit.title.to_owned(),
            line: (hit.place != Place::Title).then(|| hit.line.to_owned()),
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
                    let rows = found.into_iter().take(MOST_SHOWN).map(hit).collect::<Vec<_>>();
                    (!rows.is_empty()).then(|| el("ul").class("rows").has(rows))
                }),
            ))
        },
    )
    .view()
}

fn hit(found: Found) -> El {
    let Found { kind, id, title, line } = found;
    let on = |shelf| Screen::Library { shelf, item: Some(id.clone()) }.href();
    let link = match kind {
        SearchKind::Topic => el("a").attr("href", on(Shelf::Topics)),
        SearchKind::Recommendation => el("a").attr("href", on(Shelf::Recommendations)),
        SearchKind::Principle => el("a").attr("href", on(Shelf::Principles)),
        SearchKind::Story => el("a").attr("href", on(Shelf::Stories)),
        SearchKind::Resource => {
            el("a").attr("href", id).attr("target", "_blank").attr("rel", "noreferrer noopener")
        }
    };
    el("li").class("hit").has((
        el("p").has((link.has(title), " ", el("span").class("badge").has(kind_words(kind)))),
        line.map(|line| el("p").class("soft").has(line)),
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
