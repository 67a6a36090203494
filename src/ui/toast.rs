//! A short message at the lower edge, with one thing to do about it: "Deleted. Undo".

use std::time::Duration;

use leptos::prelude::*;

use super::follow::live;

use super::Icon;

/// A message and what can be done about it.
#[derive(Clone, Debug)]
pub struct Toast {
    /// What happened.
    pub message: String,
    /// The word on the button and what it does.
    pub action: Option<(String, Callback<()>)>,
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
                                    act.run(());
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
