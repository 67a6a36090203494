//! Whether the browser keeps what is stored, and what to do where it may not.

use crate::ui::{Content, button, el, memo, when};
use leptos::prelude::*;

use crate::browser::persistence;
use crate::workspace::{SaveState, Workspace};

/// What the browser says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Promise {
    /// It was not heard yet, or makes no promises.
    Unknown,
    /// It promised nothing so far.
    None,
    /// It was asked and has not answered yet.
    Asked,
    /// It was asked and promised nothing.
    Declined,
    /// It promised to keep the data.
    Given,
}

/// Whether the browser promised to keep the data, and what Safari does.
pub fn keeping() -> AnyView {
    let saved = Workspace::expect().saved();
    let promise = RwSignal::new(Promise::Unknown);
    leptos::task::spawn_local(async move {
        if let Some(is_given) = persistence::persisted().await {
            // The screen may have been left meanwhile.
            let _ = promise.try_set(if is_given { Promise::Given } else { Promise::None });
        }
    });
    let ask = move || {
        promise.set(Promise::Asked);
        leptos::task::spawn_local(async move {
            let is_given = persistence::request().await.unwrap_or_default();
            let _ = promise.try_set(if is_given { Promise::Given } else { Promise::Declined });
        });
    };
    let says = move || match promise.get() {
        Promise::Unknown => say!(settings.keep_unknown),
        Promise::None => say!(settings.keep_open),
        Promise::Asked => say!(settings.keep_asked),
        Promise::Declined => say!(settings.keep_declined),
        Promise::Given => say!(settings.keep_given),
    };
    let can_ask =
        memo(move || matches!(promise.get(), Promise::None | Promise::Declined | Promise::Asked));
    when(
        move || saved.get() != SaveState::NoStorage,
        move || {
            el("section").class("panel").attr("aria-labelledby", "settings-keep").has((
                el("div")
                    .class("panel__head")
                    .has(el("h2").id("settings-keep").has(say!(settings.keep))),
                el("ul").class("rows query").has((
                    el("li").class("setting").has((
                        el("p").has((
                            say!(settings.keep_promise),
                            el("small").attr("role", "status").has(says),
                        )),
                        when(
                            move || can_ask.get(),
                            move || button("button").on_click(ask).has(say!(settings.keep_ask)),
                        ),
                    )),
                    el("li").class("stack stack--tight").has((
                        el("p").class("setting__intro").has((
                            say!(settings.safari),
                            el("small").has(say!(settings.safari_hint)),
                        )),
                        el("ol").class("numbered soft").has((
                            el("li").has(say!(settings.safari_save)),
                            el("li").has(say!(settings.safari_add)),
                            el("li").has(say!(settings.safari_open)),
                        )),
                    )),
                )),
            ))
        },
    )
    .view()
}
