//! The decision at the lower edge: what would happen, and the one button that does it.

use crate::ui::{Content, Toast, Toasts, button, el, icon, memo, when};
use leptos::prelude::*;
use serde_json::Value;

use super::documents::title;
use crate::model::Kind;
use crate::order;
use crate::pages::words::counted;
use crate::pages::{go, named, words};
use crate::route::{Screen, Section};
use crate::workspace::{
    Conflict, Incoming, IncomingDocument, OpenDocument, Taking, Tally, Workspace,
};

/// The footer of the preview.
///
/// - `incoming`: The file.
/// - `on_cancel`: Puts the file away.
pub fn decide(incoming: RwSignal<Incoming>, on_cancel: Callback<()>) -> AnyView {
    let workspace = Workspace::expect();
    let toasts = Toasts::expect();
    let tally = memo(move || incoming.with(Incoming::tally));
    let is_newer = incoming.with_untracked(|incoming| incoming.newer.is_some());
    let is_all_here = incoming.with_untracked(|incoming| {
        incoming.documents.iter().all(|exchange| exchange.choices().is_empty())
    });
    let remark = move || match tally.get() {
        _ if is_newer => say!(open.decide_newer).to_owned(),
        _ if is_all_here => say!(open.decide_all_here).to_owned(),
        tally if tally.taken() == 0 => say!(open.decide_nothing_chosen).to_owned(),
        Tally { left_open: 0, .. } => String::new(),
        tally => counted(tally.left_open, say!(open.decide_open_one), |count| {
            say!(open.decide_open_many, count = count)
        }),
    };
    let is_something = memo(move || tally.get().taken() > 0);
    let agree = move |_| {
        let taken = incoming.with_untracked(|incoming| take_in(workspace, incoming));
        toasts.show(toast(&taken));
        match taken.as_slice() {
            [one] if !one.is_deleted() => go(&screen_of(one)),
            _ => go(&Screen::Home),
        }
    };
    el("footer")
        .class("decide")
        .attr("aria-label", say!(open.decide))
        .has((
            el("p").class("decide__state").has((
                icon(icondata::LuLock),
                el("span").attr("role", "status").has((
                    el("b").has(say!(open.decide_nothing_yet)),
                    " ",
                    remark,
                )),
            )),
            button("button button--quiet")
                .on_click(move || on_cancel.run(()))
                .has(say!(open.cancel)),
            when(
                move || is_something.get(),
                move || {
                    button("button button--primary")
                        .on("click", agree)
                        .has(move || deed(tally.get()))
                },
            ),
        ))
        .view()
}

/// Returns what the button does: "Merge 1, add 1".
fn deed(tally: Tally) -> String {
    let mut parts = Vec::new();
    if tally.merged > 0 {
        parts.push(say!(open.do_merge, count = tally.merged));
    }
    if tally.added > 0 {
        parts.push(say!(open.do_add, count = tally.added));
    }
    if tally.restored > 0 {
        parts.push(say!(open.do_restore, count = tally.restored));
    }
    if tally.deleted > 0 {
        parts.push(say!(open.do_delete, count = tally.deleted));
    }
    if tally.copied > 0 {
        parts.push(say!(open.do_copy, count = tally.copied));
    }
    let said = parts.join(say!(open.list_separator));
    let mut letters = said.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Returns what is said once it is done. A deletion can be taken back.
fn toast(taken: &[OpenDocument]) -> Toast {
    let title = |open: &OpenDocument| words::document_title(open.kind(), named(&open.title()));
    match taken {
        [one] if one.is_deleted() => {
            let one = *one;
            let message = say!(app.deleted, what = title(&one));
            Toast::with_action(message, say!(app.undo), move || one.restore_whole())
        }
        [one] => Toast::new(say!(open.taken_one, title = title(one))),
        several => Toast::new(say!(open.taken_many, count = several.len())),
    }
}

/// Returns the screen that shows a document.
fn screen_of(open: &OpenDocument) -> Screen {
    match open.kind() {
        Kind::Exchange | Kind::Template | Kind::Toolkit => {
            Screen::exchange(&open.id(), Section::Overview)
        }
        Kind::Programme => Screen::Site(open.id()),
    }
}

/// Takes in what was chosen, and returns the documents that it became.
fn take_in(workspace: Workspace, incoming: &Incoming) -> Vec<OpenDocument> {
    let taken = incoming.documents.iter().filter_map(|exchange| match exchange.taking {
        Taking::Take => Some(merge(workspace, exchange)),
        Taking::Copy => {
            let title = say!(open.copy_title, title = title(exchange));
            Some(workspace.take_as_copy(exchange.whole(), title))
        }
        Taking::Skip => None,
    });
    workspace.take_together(|| taken.collect())
}

fn merge(workspace: Workspace, exchange: &IncomingDocument) -> OpenDocument {
    workspace.take(exchange.entry(), |open| settle(open, exchange))
}

/// Writes what was decided on the way.
fn settle(open: &OpenDocument, exchange: &IncomingDocument) {
    if exchange.is_to_be_restored() && open.is_deleted() {
        open.restore_whole();
    }
    let unsettled = open.conflicts().get_untracked();
    for conflict in &exchange.conflicts {
        let is_as_shown = unsettled.iter().any(|now| has_same_versions(now, &conflict.conflict));
        // What another tab wrote meanwhile was not in the preview, so nobody has decided on it.
        if let Some(value) = conflict.chosen().filter(|_| is_as_shown) {
            open.settle(&conflict.conflict.address, value.clone());
        }
    }
}

fn has_same_versions(now: &Conflict, shown: &Conflict) -> bool {
    let values = |conflict: &Conflict| {
        let mut values: Vec<String> =
            conflict.versions.iter().map(|version| Value::to_string(&version.value)).collect();
        order::sort_by(&mut values, Ord::cmp);
        values.dedup();
        values
    };
    now.address == shown.address && values(now) == values(shown)
}
