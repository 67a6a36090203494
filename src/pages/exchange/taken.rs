//! The way back after a file was taken in.

use crate::ui::{Content, Toast, Toasts, button, callout, when};
use leptos::prelude::*;

use crate::browser::page;
use crate::pages::{TITLE_ID, go, named};
use crate::route::Screen;
use crate::workspace::{FileStays, OpenDocument, Why};

/// Offers to take back the file that was taken in last; nothing where there is none.
pub fn taken() -> AnyView {
    let (open, toasts) = (OpenDocument::expect(), Toasts::expect());
    let take_back = move || {
        let outcome = open.take_back();
        toasts.show(Toast::new(words(&outcome)));
        if open.is_deleted() {
            go(&Screen::Home);
        } else {
            page::focus(TITLE_ID);
        }
    };
    let can_take_back = open.can_take_back();
    when(
        move || can_take_back.get(),
        move || {
            callout("info", icondata::LuFileInput, say!(open.take_back_text))
                .has(button("button button--quiet").on_click(take_back).has(say!(open.take_back)))
        },
    )
    .view()
}

/// Returns what came of taking a file back: in how many exchanges it was, or why it stays.
pub fn words(outcome: &Result<usize, FileStays>) -> String {
    match outcome {
        Ok(0 | 1) => say!(open.taken_back).to_owned(),
        Ok(count) => say!(open.taken_back_many, count = count),
        Err(FileStays { title, why }) => {
            let title = named(title);
            match why {
                Why::Sent => say!(open.stays_sent, title = title),
                Why::OtherFile => say!(open.stays_other_file, title = title),
                Why::Elsewhere => say!(open.stays_elsewhere, title = title),
                Why::Gone => say!(open.stays_gone, title = title),
            }
        }
    }
}
