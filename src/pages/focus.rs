//! Where the focus goes once the page is drawn.

use leptos::prelude::request_animation_frame;
use leptos::task::{spawn_local, tick};

use crate::browser::page;

/// Puts the focus on an element that may only be drawn in a moment, after whatever else takes the focus:
/// a menu that closes, a move to another screen.
pub fn soon(id: String) {
    request_animation_frame(move || {
        request_animation_frame(move || {
            page::focus(&id);
        });
    });
}

/// Does the same for an element that is in sight wherever the page stands: it does not scroll.
pub fn soon_in_place(id: &'static str) {
    request_animation_frame(move || {
        request_animation_frame(move || {
            page::focus_in_place(id);
        });
    });
}

/// Puts the focus on an element that is being drawn for a person who goes on typing: in the same turn of
/// the browser, so that the next key goes there.
pub fn when_drawn(id: String) {
    // More often than drawing lets others have their turn.
    const TURNS: usize = 64;
    spawn_local(async move {
        for _ in 0..TURNS {
            if page::focus(&id) {
                return;
            }
            tick().await;
        }
        soon(id);
    });
}
