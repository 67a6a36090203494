//! The way back after a file was taken in.

use crate::ui::{Content, Toast, Toasts, button, callout, when};
use leptos::prelude::*;

use crate::browser::page;
use crate::pages::TITLE_ID;
use crate::workspace::OpenExchange;

/// Offers to take back the file that was taken in last; nothing where there is none.
pub fn taken() -> AnyView {
    let (open, toasts) = (OpenExchange::expect(), Toasts::expect());
    let take_back = move || {
        open.take_back();
        toasts.show(Toast::new(say!(open.taken_back).to_owned()));
        page::focus(TITLE_ID);
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
