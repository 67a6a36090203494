//! The trash of an exchange: what was deleted, by whom, and the way back.

use leptos::prelude::*;

use crate::browser::{clock, page};
use crate::history::RecordAddress;
use crate::pages::open::versions::by;
use crate::pages::words::counted;
use crate::pages::{TITLE_ID, address_words};
use crate::ui::{
    Content, Derived, Toast, Toasts, button, callout, each_by, el, icon, key_of, memo, when,
    when_else,
};
use crate::workspace::{OpenExchange, WrittenBy};

/// How long a record is in the trash before emptying it is offered: 30 days, in milliseconds.
const KEPT_FOR_MS: u64 = 30 * 24 * 60 * 60 * 1000;

/// The page.
pub fn trash() -> AnyView {
    let open = OpenExchange::expect();
    let all = memo(move || {
        let names = open.with_trash();
        let named = |(record, by)| {
            let name = address_words::record(&record, &names, open.kind());
            Deleted { record, by, name }
        };
        open.trash().into_iter().map(named).collect::<Vec<_>>()
    });
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
                            old_ones(all),
                        )),
                        el("ul").class("rows query").has(each_by(
                            move || all.get(),
                            |it| key_of(&(it.record.as_str(), it.by.at_ms)),
                            row,
                        )),
                    )
                },
            ),
        ))
        .view()
}

/// A record in the trash.
#[derive(Clone, PartialEq)]
struct Deleted {
    record: RecordAddress,
    by: WrittenBy,
    /// What it is called.
    name: String,
}

/// Offers to empty what has been in the trash for long.
fn old_ones(all: Derived<Vec<Deleted>>) -> AnyView {
    let (open, toasts) = (OpenExchange::expect(), Toasts::expect());
    let before = clock::now_ms().saturating_sub(KEPT_FOR_MS);
    let old = move |all: &Vec<Deleted>| {
        let old = all.iter().filter(|it| it.by.at_ms <= before);
        old.map(|it| it.record.clone()).collect::<Vec<_>>()
    };
    let count = memo(move || all.with(|all| old(all).len()));
    let says = move || {
        counted(count.get(), say!(changes.old_one), |count| say!(changes.old_many, count = count))
    };
    let empty = move || {
        open.empty(&all.with_untracked(old));
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

fn row(Deleted { record, by: deleted, name: what }: Deleted) -> AnyView {
    let (open, toasts) = (OpenExchange::expect(), Toasts::expect());
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
