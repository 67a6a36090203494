//! The trash of an exchange: what was deleted, by whom, and the way back.

use leptos::prelude::*;

use crate::browser::{clock, page};
use crate::history::RecordAddress;
use crate::pages::open::versions::by;
use crate::pages::words::counted;
use crate::pages::{TITLE_ID, address_words};
use crate::ui::{
    Content, Toast, Toasts, button, callout, each_by, el, icon, key_of, memo, when, when_else,
};
use crate::workspace::{OpenExchange, WrittenBy};

/// How long a record is in the trash before emptying it is offered: 30 days, in milliseconds.
const KEPT_FOR_MS: u64 = 30 * 24 * 60 * 60 * 1000;

/// The page.
pub fn trash() -> AnyView {
    let open = OpenExchange::expect();
    let all = memo(move || open.trash());
    let is_empty = memo(move || all.with(Vec::is_empty));
    el("section")
        .class("panel")
        .attr("aria-labelledby", "trash-title")
        .has((
            el("div").class("panel__head").has(el("h2").id("trash-title").has(say!(app.trash))),
            when_else(
                move || is_empty.get(),
                || {
                    el("div")
                        .class("empty")
                        .has((icon(icondata::LuTrash2), el("p").has(say!(changes.trash_empty))))
                },
                move || {
                    (
                        el("div").class("panel__body stack stack--close").has((
                            el("p").class("soft measure").has(say!(changes.trash_lead)),
                            old_ones(),
                        )),
                        el("ul").class("rows query").has(each_by(
                            move || all.get(),
                            |(record, by)| key_of(&(record.as_str(), by.at_ms)),
                            |(record, by)| row(record, by),
                        )),
                    )
                },
            ),
        ))
        .view()
}

/// Offers to empty what has been in the trash for long.
fn old_ones() -> AnyView {
    let (open, toasts) = (OpenExchange::expect(), Toasts::expect());
    let before = clock::now_ms().saturating_sub(KEPT_FOR_MS);
    let old = memo(move || {
        let all = open.trash().into_iter().filter(|(_, by)| by.at_ms <= before);
        all.map(|(record, _)| record.to_string()).collect::<Vec<_>>()
    });
    let count = memo(move || old.with(Vec::len));
    let says = move || {
        counted(count.get(), say!(changes.old_one), |count| say!(changes.old_many, count = count))
    };
    let empty = move || {
        let old = old.get_untracked();
        let records: Vec<_> = old.iter().filter_map(|it| RecordAddress::parse(it).ok()).collect();
        open.empty(&records);
        toasts.show(Toast::new(say!(changes.emptied).to_owned()));
        page::focus(TITLE_ID);
    };
    when(
        move || count.get() > 0,
        move || {
            callout("info", icondata::LuTrash2, says)
                .has(button("button button--quiet").on_click(empty).has(say!(changes.empty_old)))
        },
    )
    .view()
}

fn row(record: RecordAddress, deleted: WrittenBy) -> AnyView {
    let (open, toasts) = (OpenExchange::expect(), Toasts::expect());
    let what = address_words::record(&record, &open.with_trash());
    let name = say!(changes.restore_of, what = what.clone());
    let message = say!(changes.restored, what = what.clone());
    let restore = move || {
        open.restore_record(&record);
        toasts.show(Toast::new(message.clone()));
        page::focus(TITLE_ID);
    };
    el("li")
        .class("setting")
        .has((
            el("p").has((
                what,
                el("small").has(say!(changes.deleted_by, who = by(&deleted.author, deleted.at_ms))),
            )),
            button("button").attr("aria-label", name).on_click(restore).has(say!(changes.restore)),
        ))
        .view()
}
