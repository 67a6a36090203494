//! The values of a document that were changed on two sides and wait for a person to settle them.

use crate::ui::{Content, Toast, Toasts, button, callout, each_by, el, key_of, memo, when};
use leptos::prelude::*;

use crate::browser::page;
use crate::pages::open::versions::{Side, author_and_moment, version_card};
use crate::pages::words::counted;
use crate::pages::{TITLE_ID, address_words};
use crate::workspace::{Conflict, OpenDocument, both};

/// The id of the line that opens the list, which has the focus after one was settled.
const SUMMARY_ID: &str = "unsettled";

/// Says that values were changed on two sides, and lets a person settle them. Nothing if there are
/// none.
pub fn unsettled() -> AnyView {
    let conflicts = OpenDocument::expect().conflicts();
    let count = memo(move || conflicts.with(Vec::len));
    let is_any = memo(move || count.get() > 0);
    let says = move || {
        counted(count.get(), say!(open.unsettled_one), |count| {
            say!(open.unsettled_many, count = count)
        })
    };
    let show = move || {
        if count.get() == 1 {
            say!(open.unsettled_show_one)
        } else {
            say!(open.unsettled_show_many)
        }
    };
    let key = |conflict: &Conflict| {
        let written =
            conflict.versions.iter().map(|version| version.written_ms).collect::<Vec<_>>();
        (conflict.address.to_string(), written)
    };
    when(
        move || is_any.get(),
        move || {
            el("section")
                .class("stack stack--tight no-print")
                .attr("aria-labelledby", "unsettled-title")
                .has((
                    el("h2")
                        .class("visually-hidden")
                        .id("unsettled-title")
                        .has(say!(open.unsettled_title)),
                    callout("warn", icondata::LuTriangleAlert, says).attr("role", "status"),
                    el("details").class("changes").has((
                        el("summary").id(SUMMARY_ID).has(show),
                        el("ol").class("panel rows query").has(each_by(
                            move || conflicts.get(),
                            move |it| key_of(&key(it)),
                            row,
                        )),
                    )),
                ))
        },
    )
    .view()
}

fn row(conflict: Conflict) -> AnyView {
    let open = OpenDocument::expect();
    let toasts = Toasts::expect();
    let Conflict { address, versions } = conflict.clone();
    let (what, texts) = open.with_names(|exchange| {
        let texts: Vec<String> = versions
            .iter()
            .map(|version| address_words::value(&address, &version.value, exchange))
            .collect();
        (address_words::address(&address, exchange, open.kind()), texts)
    });
    let settle = {
        let (address, what) = (address.clone(), what.clone());
        move |value: serde_json::Value| {
            open.settle(&address, value);
            toasts.show(Toast::new(say!(open.settled, what = what.clone())));
            request_animation_frame(|| {
                if !page::focus(SUMMARY_ID) {
                    page::focus(TITLE_ID);
                }
            });
        }
    };
    let cards = versions
        .iter()
        .enumerate()
        .map(|(at, version)| {
            let by = author_and_moment(version);
            let (settle, value) = (settle.clone(), version.value.clone());
            let name = say!(open.take_this_of, what = what.clone(), by = by.clone());
            let other = texts.get(usize::from(at == 0)).cloned().unwrap_or_default();
            version_card(
                if at == 0 { Side::Here } else { Side::Other },
                by,
                version.author.clone(),
                texts[at].clone(),
                other,
                Some(
                    el("div")
                        .class("cluster")
                        .has((
                            button("button")
                                .attr("aria-label", name)
                                .on_click(move || settle(value.clone()))
                                .has(say!(open.take_this)),
                            (at == 0).then(|| {
                                el("span")
                                    .class("badge")
                                    .attr("data-state", "info")
                                    .has(say!(open.shown_now))
                            }),
                        ))
                        .view(),
                ),
            )
        })
        .collect::<Vec<_>>();
    let joined = both(&conflict).map(|value| {
        button("button button--quiet")
            .attr("aria-label", say!(open.take_both_of, what = what.clone()))
            .on_click(move || settle(value.clone()))
            .has(say!(open.take_both))
    });
    el("li")
        .class("conflict")
        .has((
            el("div")
                .class("conflict__head")
                .has((el("h3").class("incoming__name").has(what.clone()), joined)),
            el("div").class("versions").has(cards),
        ))
        .view()
}
