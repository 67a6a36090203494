//! Undo and redo: two buttons in the bar of an exchange, and the keys that everybody knows.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use super::screen;
use super::words::counted;
use crate::history::Way;
use crate::model::Id;
use crate::route::{Screen, Section};
use crate::ui::{Content, Derived, Toast, Toasts, button, icon, live, memo, target};
use crate::workspace::{OpenExchange, Undid, Workspace};

/// The buttons; nothing outside of an exchange.
pub fn undo_buttons() -> AnyView {
    let (workspace, toasts, shown) = (Workspace::expect(), Toasts::expect(), shown());
    live(move || {
        let open = shown.get().and_then(|id| workspace.find(&id))?;
        let undo = (Way::Undo, icondata::LuUndo2, say!(app.undo));
        let redo = (Way::Redo, icondata::LuRedo2, say!(app.redo));
        let buttons = [undo, redo].map(|(way, sign, word)| {
            let can = memo(move || can_go(open, way));
            button("button button--icon bar__undo")
                .attr("aria-label", word)
                // Still there for the focus when there is nothing more to undo.
                .attr("aria-disabled", move || (!can.get()).then_some("true"))
                .on_click(move || go(open, toasts, way))
                .has(icon(sign))
        });
        Some(buttons.into_iter().map(|button| button.view()).collect::<Vec<_>>())
    })
}

/// Listens for Ctrl+Z, Shift+Ctrl+Z and Ctrl+Y (with Cmd on a Mac), and for what a tablet's gestures and a
/// browser's menu ask for, as long as the shell is drawn.
pub fn listen_for_keys(shown: Derived<Option<Id>>, screen: Derived<Screen>) {
    let (workspace, toasts) = (Workspace::expect(), Toasts::expect());
    let answer = move |event: &web_sys::Event, way: Way| {
        // What is typed into the message of a file is not part of an exchange.
        let is_message = screen.with_untracked(|screen| {
            matches!(screen, Screen::Exchange { section: Section::Send, .. })
        }) && target::<web_sys::HtmlTextAreaElement>(event).is_some();
        if let Some(open) = shown.get_untracked().and_then(|id| workspace.find(&id))
            && !is_message
        {
            event.prevent_default();
            go(open, toasts, way);
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

/// The exchange that is on the screen.
pub fn shown() -> Derived<Option<Id>> {
    let screen = screen();
    memo(move || match screen.get() {
        Screen::Exchange { id, .. } => Some(id),
        _ => None,
    })
}

fn way_of_key(event: &web_sys::KeyboardEvent) -> Option<Way> {
    let is_command = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
    match (is_command, event.shift_key(), event.key().to_lowercase().as_str()) {
        (true, false, "z") => Some(Way::Undo),
        (true, true, "z") | (true, false, "y") => Some(Way::Redo),
        _ => None,
    }
}

fn can_go(open: OpenExchange, way: Way) -> bool {
    open.next_step(way).is_some() || way == Way::Undo && open.is_file_next()
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
    let mut names: Vec<&str> =
        undid.left.iter().map(|(_, name)| name.as_str()).filter(|name| !name.is_empty()).collect();
    names.dedup();
    let by = if names.is_empty() { say!(app.somebody).to_owned() } else { names.join(", ") };
    let left =
        counted(undid.left.len(), say!(app.left_one), |count| say!(app.left_many, count = count));
    format!("{done} {left} {}", say!(app.left_by, names = by))
}
