//! Where records are on the page: the element of each, that the address or a link points at.

use leptos::prelude::*;

use crate::browser::page;
use crate::model::Id;
use crate::pages::screen;
use crate::route::Screen;

/// Returns the id of the element in which a record's own words are written.
pub fn element(kind: &str, id: &Id) -> String {
    format!("{kind}-{id}")
}

/// Goes to the record that the address points at, now and whenever it points at another.
pub fn follow_address(kinds: &'static [&'static str]) {
    let screen = screen();
    Effect::new(move |_| {
        if let Screen::Exchange { at: Some(id), .. } = screen.get() {
            request_animation_frame(move || {
                request_animation_frame(move || {
                    focus_record(kinds, &id);
                });
            });
        }
    });
}

/// Puts the focus on a record, whichever of these kinds it is. Returns whether it is on the page.
pub fn focus_record(kinds: &[&str], id: &Id) -> bool {
    kinds.iter().any(|kind| page::focus(&element(kind, id)))
}
