//! Undo and redo in a document: the keys that everybody knows, and what is said of it.

mod step;

pub use step::screen as screen_of_step;

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use wasm_bindgen::JsCast as _;

use super::taken;
use crate::history::{Address, Way};
use crate::model::Id;
use crate::order::Set;
use crate::pages::screen;
use crate::pages::undo::{Lent, UndoPlace};
use crate::pages::words::counted;
use crate::route::Screen;
use crate::ui::{Derived, Toast, Toasts, memo, undoes_itself};
use crate::workspace::{NamedStep, OpenDocument, Undid};

/// Returns the screen that shows what stands at some addresses of a document, if it is one.
type Shows = fn(&[Address], &Id) -> Option<Screen>;

/// Lends undo and redo to the bar and listens for their keys, as long as the page of the document is
/// there.
///
/// - `shows`: On which screen a step shows.
pub fn offer(open: OpenDocument, shows: Shows) {
    let undoing = Undoing {
        open,
        shows,
        toasts: Toasts::expect(),
        screen: screen(),
        navigate: StoredValue::new(Arc::new(use_navigate())),
    };
    let go = Callback::new(move |way| undoing.go(way));
    UndoPlace::expect().lend(Lent {
        undo: memo(move || Some(say!(app.undo_what, what = step::words(&open.next(Way::Undo)?)))),
        redo: memo(move || Some(say!(app.redo_what, what = step::words(&open.next(Way::Redo)?)))),
        go,
    });
    listen_for_keys(go);
}

type Navigate = Arc<dyn Fn(&str, NavigateOptions) + Send + Sync>;

/// What undo and redo work with. Cheap to copy.
#[derive(Clone, Copy)]
struct Undoing {
    open: OpenDocument,
    shows: Shows,
    toasts: Toasts,
    screen: Derived<Screen>,
    navigate: StoredValue<Navigate>,
}

/// Listens for Ctrl+Z, Shift+Ctrl+Z and Ctrl+Y (with Cmd on a Mac), and for what a tablet's gestures and a
/// browser's menu ask for.
fn listen_for_keys(go: Callback<Way>) {
    let answer = move |event: &web_sys::Event, way: Way| {
        if !undoes_itself(event) {
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

impl Undoing {
    /// Undoes or redoes a step, and says so. Where it shows on another screen, the message leads there.
    fn go(self, way: Way) {
        let Some(undid) = self.open.go(way) else {
            let nothing = match way {
                Way::Undo => say!(app.nothing_to_undo),
                Way::Redo => say!(app.nothing_to_redo),
            };
            self.toasts.show(Toast::new(nothing.to_owned()));
            return;
        };
        let Some(navigate) = self.navigate.try_get_value() else { return };
        let show = move |screen: &Screen| navigate(&screen.href(), NavigateOptions::default());
        self.toasts.show(match &undid {
            Undid::File(outcome) => {
                if self.open.is_deleted() {
                    show(&Screen::Home);
                }
                Toast::new(taken::words(outcome))
            }
            Undid::Step { step, written, left } => {
                let words = words(way, step, !written.is_empty(), left);
                match self.elsewhere(written) {
                    Some(there) => Toast::with_action(words, say!(app.show), move || show(&there)),
                    None => Toast::new(words),
                }
            }
        });
    }

    /// Returns the screen on which it shows what was done, if that is not the present one.
    fn elsewhere(self, written: &[Address]) -> Option<Screen> {
        let there = (self.shows)(written, &self.open.id())?;
        let is_here = there.is_same_place(&self.screen.get_untracked());
        (!is_here).then_some(there)
    }
}

/// Returns what came of it: what stays although it was part of the step is told with who wrote it.
fn words(way: Way, step: &NamedStep, is_written: bool, left: &[(Address, String)]) -> String {
    let done = match (way, is_written) {
        (Way::Undo, true) => say!(app.undone_what, what = step::of(step)),
        (Way::Redo, true) => say!(app.redone_what, what = step::of(step)),
        (Way::Undo, false) => say!(app.undone_nothing).to_owned(),
        (Way::Redo, false) => say!(app.redone_nothing).to_owned(),
    };
    if left.is_empty() {
        return done;
    }
    let names = left.iter().map(|(_, name)| name.as_str());
    let names: Set<&str> = names.filter(|name| !name.is_empty()).collect();
    let names: Vec<&str> = names.into_iter().collect();
    let by = if names.is_empty() { say!(app.somebody).to_owned() } else { names.join(", ") };
    let left = counted(left.len(), say!(app.left_one), |count| say!(app.left_many, count = count));
    format!("{done} {left} {}", say!(app.left_by, names = by))
}
