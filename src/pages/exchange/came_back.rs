//! Records that somebody deleted and that are back, because somebody else changed them without knowing.

use leptos::prelude::*;

use crate::browser::page;
use crate::pages::open::versions::by;
use crate::pages::{TITLE_ID, address_words};
use crate::ui::{Content, Toast, Toasts, button, each_by, key_of, stacked_callout, when};
use crate::ui::{el, memo};
use crate::workspace::{CameBack, OpenDocument};

/// Tells of records that are back, and lets a person keep each or delete it. Nothing if there are none.
pub fn came_back() -> AnyView {
    let all = OpenDocument::expect().came_back();
    let is_any = memo(move || all.with(|all| !all.is_empty()));
    let key = |back: &CameBack| {
        let (record, changed) = (back.record.as_str().to_owned(), back.changed.at_ms);
        key_of(&(record, changed))
    };
    when(
        move || is_any.get(),
        move || {
            el("section")
                .class("stack stack--tight no-print")
                .attr("aria-label", say!(changes.back_title))
                .has(each_by(move || all.get(), key, notice))
        },
    )
    .view()
}

fn notice(back: CameBack) -> AnyView {
    let (open, toasts) = (OpenDocument::expect(), Toasts::expect());
    let CameBack { record, deleted, changed } = back;
    let what = open.with_names(|exchange| address_words::record(&record, exchange, open.kind()));
    let sentence = say!(
        changes.back,
        what = what.clone(),
        deleted = by(&deleted.author, deleted.at_ms),
        changed = by(&changed.author, changed.at_ms),
    );
    let kept = say!(changes.back_kept, what = what.clone());
    let removed = say!(app.deleted, what = what.clone());
    let settle = move |message: String| {
        toasts.show(Toast::new(message));
        page::focus(TITLE_ID);
    };
    let keep = {
        let record = record.clone();
        move || {
            open.restore_record(&record);
            settle(kept.clone());
        }
    };
    let delete = move || {
        open.delete_record(&record);
        settle(removed.clone());
    };
    stacked_callout("warn", icondata::LuUndo2, sentence)
        .attr("role", "status")
        .has(
            el("div").class("cluster").has((
                button("button")
                    .attr("aria-label", say!(changes.back_keep_of, what = what.clone()))
                    .on_click(keep)
                    .has(say!(changes.back_keep)),
                button("button button--quiet")
                    .attr("aria-label", say!(changes.back_delete_of, what = what))
                    .on_click(delete)
                    .has(say!(changes.back_delete)),
            )),
        )
        .view()
}
