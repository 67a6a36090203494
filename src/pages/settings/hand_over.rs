//! Handing this device over: everything into a file, then everything off the device.

use crate::ui::{Content, Toasts, button, el, icon};
use leptos::prelude::*;

use super::leaving::{Leaving, Step, remove_button, save_button};
use crate::pages::backup;
use crate::workspace::Workspace;

/// The last panel of the settings.
pub fn hand_over() -> AnyView {
    let (workspace, toasts) = (Workspace::expect(), Toasts::expect());
    let leaving = Leaving::new("hand-over".to_owned());
    let save = move || {
        let all = workspace.open_all();
        if all.is_empty() {
            // There is nothing to be saved.
            leaving.ask();
        } else {
            leaving.save(workspace, toasts, &all, backup::everything_name());
        }
    };
    let remove = move || {
        if leaving.is_as_saved(workspace, &workspace.open_all()) {
            workspace.hand_over();
        }
    };
    let question = move |step| match step {
        Step::Saved => say!(settings.hand_over_saved, name = leaving.file_name()),
        Step::Changed => say!(settings.hand_over_changed).to_owned(),
        _ => say!(settings.hand_over_empty).to_owned(),
    };
    let ways = move |step| match step {
        Step::Changed => save_button(say!(settings.save_again), save),
        _ => remove_button(say!(settings.hand_over_now), remove),
    };
    el("section")
        .class("panel panel--apart")
        .attr("aria-labelledby", "settings-hand-over")
        .has((
            el("div")
                .class("panel__head")
                .has(el("h2").id("settings-hand-over").has(say!(settings.hand_over))),
            el("div").class("panel__body stack stack--close").has((
                el("p").class("measure").has(say!(settings.hand_over_text)),
                el("div").has(
                    button("button").id(leaving.button_id()).on_click(save).has((
                        icon(icondata::LuSave),
                        el("span").has(say!(settings.hand_over_save)),
                    )),
                ),
                leaving.question("danger", question, ways),
            )),
        ))
        .view()
}
