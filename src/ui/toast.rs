//! A short message at the lower edge, with one thing to do about it: "Deleted. Undo".

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::el::{El, button, el};
use super::icon::icon;

/// A message and what can be done about it.
#[derive(Clone)]
pub struct Toast {
    /// What happened.
    pub message: String,
    /// The word on the button and what it does. Shared and no callback: a callback belongs to the view
    /// that made it and is gone with it, often before anybody can ask for the undo.
    pub action: Option<(String, Arc<dyn Fn() + Send + Sync>)>,
}

impl Toast {
    /// Returns a message with nothing to do about it.
    pub fn new(message: String) -> Self {
        Self { message, action: None }
    }

    /// Returns a message with a button.
    pub fn with_action(
        message: String,
        word: &str,
        act: impl Fn() + Send + Sync + 'static,
    ) -> Self {
        Self { message, action: Some((word.to_owned(), Arc::new(act))) }
    }
}

/// Shows one message at a time; a new one takes the place of the old.
#[derive(Clone, Copy)]
pub struct Toasts {
    shown: RwSignal<Option<Toast>>,
    turn: StoredValue<u32>,
}

impl Toasts {
    /// How long a message stays: long enough to read it and to reach the button.
    const STAYS: Duration = Duration::from_secs(10);

    /// Provides the messages to everything below.
    pub fn provide() -> Self {
        let toasts = Self { shown: RwSignal::new(None), turn: StoredValue::new(0) };
        provide_context(toasts);
        toasts
    }

    /// Returns the messages that were provided.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Shows a message.
    pub fn show(&self, toast: Toast) {
        self.shown.set(Some(toast));
        let turn = self.turn.try_update_value(|turn| {
            *turn = turn.wrapping_add(1);
            *turn
        });
        let toasts = *self;
        set_timeout(
            move || {
                if toasts.turn.try_get_value() == turn {
                    toasts.shown.set(None);
                }
            },
            Self::STAYS,
        );
    }
}

/// Returns the place where messages appear; once on the page. `close` labels the button that closes a
/// message.
pub fn toast_place(close: &'static str) -> El {
    let toasts = Toasts::expect();
    let dismiss = move || toasts.shown.set(None);
    let toast = move |toast: Toast| {
        let action = toast.action.map(|(word, act)| {
            let run = move || {
                act();
                dismiss();
            };
            button("button").on_click(run).has(word)
        });
        let close = button("button button--icon")
            .attr("aria-label", close)
            .on_click(dismiss)
            .has(icon(icondata::LuX));
        el("div").class("toast").has((el("p").has(toast.message), action, close))
    };
    el("div")
        .class("toasts")
        .attr("role", "status")
        .attr("aria-live", "polite")
        .has(move || toasts.shown.get().map(toast))
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, Ordering};

    use super::*;

    #[test]
    fn an_undo_outlives_the_row_that_offers_it() {
        static UNDONE: AtomicBool = AtomicBool::new(false);
        let page = Owner::new();
        let row = page.child();
        let toast = row.with(|| {
            Toast::with_action(String::new(), "undo", || UNDONE.store(true, Ordering::Relaxed))
        });
        row.cleanup();
        let (_, act) = toast.action.expect("an action");
        act();
        assert!(UNDONE.load(Ordering::Relaxed));
    }
}
