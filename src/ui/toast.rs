//! A short message at the lower edge, with one thing to do about it: "Deleted. Undo".

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::follow::live;

use super::Icon;

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

/// The place where messages appear; once on the page.
#[component]
pub fn ToastPlace(
    /// The label of the button that closes a message.
    #[prop(into)]
    close: Signal<String>,
) -> impl IntoView {
    let toasts = Toasts::expect();
    let dismiss = move || toasts.shown.set(None);
    view! {
        <div class="toasts" role="status" aria-live="polite">
            {live(move || {
                toasts.shown.get().map(|toast| {
                    view! {
                        <div class="toast">
                            <p>{toast.message}</p>
                            {toast.action.map(|(word, act)| {
                                let run = move |_| {
                                    act();
                                    dismiss();
                                };
                                view! {
                                    <button class="button" type="button" on:click=run>{word}</button>
                                }
                            })}
                            <button
                                class="button button--icon"
                                type="button"
                                aria-label=close
                                on:click=move |_| dismiss()
                            >
                                <Icon icon=icondata::LuX />
                            </button>
                        </div>
                    }
                })
            })}
        </div>
    }
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
