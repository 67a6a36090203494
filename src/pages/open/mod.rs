//! Opening a file that someone sent: choose it, see what is in it, decide. Nothing stored changes
//! before the decision.

pub mod decide;
pub mod differing;
pub mod documents;
pub mod letter;
pub mod news;
pub mod pick;
pub mod preview;
pub mod remarks;
pub mod settle;
pub mod versions;

use std::sync::Arc;

use crate::ui::live;
use leptos::prelude::*;

use super::TITLE_ID;
use crate::browser::page;
use crate::workspace::Incoming;

/// A file that was read and is being looked at.
#[derive(Clone, Debug)]
pub struct OpenedFile {
    /// Its name; empty for pasted text.
    pub name: String,
    /// Its text as it came.
    pub text: Arc<str>,
    /// What is in it.
    pub incoming: Incoming,
}

/// The screen on which a file is opened.
pub fn open_page() -> AnyView {
    let opened = RwSignal::new(None::<OpenedFile>);
    let show = move |file: Option<OpenedFile>| {
        opened.set(file);
        request_animation_frame(|| {
            page::scroll_to_top();
            page::offer_focus(TITLE_ID);
        });
    };
    let on_read = Callback::new(move |file| show(Some(file)));
    let on_cancel = Callback::new(move |()| show(None));
    live(move || {
        let opened = opened.get();
        untrack(|| match opened {
            None => pick::pick(on_read),
            Some(file) => preview::preview(file, on_cancel),
        })
    })
}
