//! Undo and redo in an exchange: the keys that everybody knows, and what is said of it.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use crate::history::Way;
use crate::order::Set;
use crate::pages::screen;
use crate::pages::undo::{Lent, UndoPlace};
use crate::pages::words::counted;
use crate::route::{Screen, Section};
use crate::ui::{Toast, Toasts, memo, target};
use crate::workspace::{OpenExchange, Undid};

/// Lends undo and redo to the bar and listens for their keys, as long as the page of the exchange is
/// there.
pub fn offer(open: OpenExchange) {
    let toasts = Toasts::expect();
    let go = Callback::new(move |way| go(open, toasts, way));
    UndoPlace::expect().lend(Lent {
        can_undo: memo(move || open.can_go(Way::Undo)),
        can_redo: memo(move || open.can_go(Way::Redo)),
        go,
    });
    listen_for_keys(go);
}

/// Listens for Ctrl+Z, Shift+Ctrl+Z and Ctrl+Y (with Cmd on a Mac), and for what a tablet's gestures and a
/// browser's menu ask for.
fn listen_for_keys(go: Callback<Way>) {
    let screen = screen();
    let answer = move |event: &web_sys::Event, way: Way| {
        // What is typed into the message of a file is not part of an exchange.
        let is_message = screen.with_untracked(|screen| {
            matches!(screen, Screen::Exchange { section: Section::Send, .. })
        }) && target::<web_sys::HtmlTextAreaElement>(event).is_some();
        if !is_message {
            event.prevent_default();
            go.run(way);
        }
    };
    let keys = window_event_listener_untyped("keydown", move |event| {
        if let Some(way) = event.dyn_ref().and_then(way_of_key) {
            answer(&event, way);
        }
    });
    let gestures = window_event_listener_untyped("beforeinput", move |event| {
        let asked = event.dyn_ref::<web_sys::InputEvent>().map(web_sys::InputEvent::input_type);
        match asked.as_deref() {
            Some("historyUndo") => answer(&event, Way::Undo),
            Some("historyRedo") => answer(&event, Way::Redo),
            _ => {}
        }
    });
    on_cleanup(move || {
        keys.remove();
        gestures.remove();
    });
}

fn way_of_key(event: &web_sys::KeyboardEvent) -> Option<Way> {
    let is_command = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
    match (is_command, event.shift_key(), event.key().to_lowercase().as_str()) {
        (true, false, "z") => Some(Way::Undo),
        (true, true, "z") | (true, false, "y") => Some(Way::Redo),
        _ => None,
    }
}

fn go(open: OpenExchange, toasts: Toasts, way: Way) {
    let said = open.go(way).map(|undid| words(way, &undid));
    toasts.show(Toast::new(said.unwrap_or_else(|| match way {
        Way::Undo => say!(app.nothing_to_undo).to_owned(),
        Way::Redo => say!(app.nothing_to_redo).to_owned(),
    })));
}

/// Returns what came of it: what stays although it was part of the step is told with who wrote it.
fn words(way: Way, undid: &Undid) -> String {
    let done = match (way, undid.is_file, undid.written.is_empty()) {
        (_, true, _) => say!(open.taken_back),
        (_, _, true) => say!(app.undone_nothing),
        (Way::Undo, ..) => say!(app.undone),
        (Way::Redo, ..) => say!(app.redone),
    };
    if undid.left.is_empty() {
        return done.to_owned();
    }
    let names = undid.left.iter().map(|(_, name)| name.as_str());
    let names: Set<&str> = names.filter(|name| !name.is_empty()).collect();
    let names: Vec<&str> = names.into_iter().collect();
    let by = if names.is_empty() { say!(app.somebody).to_owned() } else { names.join(", ") };
    let left =
        counted(undid.left.len(), say!(app.left_one), |count| say!(app.left_many, count = count));
    format!("{done} {left} {}", say!(app.left_by, names = by))
}
