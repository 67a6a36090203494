//! The data on this device: where it lies, a copy of it, and what of it cannot be read.

use crate::ui::{Content, button, callout, el, icon, memo, when};
use leptos::prelude::*;

use crate::browser::{clock, files};
use crate::outputs::file_name::file_name;
use crate::pages::words::counted;
use crate::pages::{backup, format};
use crate::workspace::{Damaged, SaveState, Workspace};

/// Where the data lies, how much there is, and a copy of it.
pub fn your_data() -> AnyView {
    let workspace = Workspace::expect();
    let exchanges = workspace.exchanges();
    let count = memo(move || exchanges.with(Vec::len));
    let stored = move || {
        counted(count.get(), say!(settings.stored_one), |count| {
            say!(settings.stored_many, count = count)
        })
    };
    let saved = workspace.saved();
    let is_stored = memo(move || saved.get() != SaveState::NoStorage);
    let place = move || {
        if is_stored.get() { say!(settings.place) } else { say!(settings.no_place) }
    };
    el("section")
        .class("panel")
        .attr("aria-labelledby", "settings-data")
        .has((
            el("div")
                .class("panel__head")
                .has(el("h2").id("settings-data").has(say!(settings.data))),
            el("ul").class("rows query").has((
                el("li").has(el("p").has((stored, " ", place))),
                when(move || count.get() > 0, save_everything),
                workspace.shares_its_origin().then(|| {
                    el("li").has(callout(
                        "warn",
                        icondata::LuTriangleAlert,
                        say!(settings.shared_origin),
                    ))
                }),
            )),
        ))
        .view()
}

/// A file with every exchange in it, to be kept elsewhere.
fn save_everything() -> AnyView {
    let workspace = Workspace::expect();
    let exchanges = workspace.exchanges();
    let last = move || {
        exchanges.with(Vec::len);
        match workspace.oldest_backup() {
            Some(instant) => say!(settings.last_saved, when = format::moment(&instant)),
            None => say!(settings.never_saved).to_owned(),
        }
    };
    el("li")
        .class("setting")
        .has((
            el("p").has((
                say!(settings.everything),
                el("small").has((say!(settings.everything_hint), " ", last)),
            )),
            button("button")
                .on_click(backup::save_everything())
                .has((icon(icondata::LuSave), el("span").has(say!(settings.everything_save)))),
        ))
        .view()
}

/// Says that the browser did not save a file.
fn save_refused(is_refused: RwSignal<bool>) -> AnyView {
    when(
        move || is_refused.get(),
        move || {
            el("li").has(
                callout("danger", icondata::LuTriangleAlert, say!(settings.save_refused))
                    .attr("role", "alert"),
            )
        },
    )
    .view()
}

/// The stored exchanges that cannot be read. Their text can be saved, it is never overwritten.
pub fn unreadable() -> AnyView {
    let workspace = Workspace::expect();
    let damaged = workspace.damaged();
    let is_any = memo(move || damaged.with(|damaged| !damaged.is_empty()));
    let is_refused = RwSignal::new(false);
    let row = move |damaged: Damaged| {
        let Damaged { id, text, set_aside } = damaged;
        let says = match &set_aside {
            Some(_) => say!(settings.unreadable),
            None => say!(settings.unreadable_newer),
        };
        let id = id.to_string();
        let name = say!(settings.unreadable_id, id = id.clone());
        let label = say!(settings.save_text_of, name = name.clone());
        let save = move |_| {
            let file = file_name(&id, say!(settings.unreadable_file), clock::today(), "txt");
            is_refused.set(!files::save(&file, "text/plain", &text));
        };
        el("li").class("setting").has((
            el("p").has((name.clone(), el("small").has(says))),
            button("button")
                .attr("aria-label", label)
                .on("click", save)
                .has((icon(icondata::LuSave), el("span").has(say!(settings.save_text)))),
            set_aside.map(|key| {
                button("button button--quiet")
                    .attr("aria-label", say!(settings.remove_text_of, name = name))
                    .on_click(move || workspace.remove_damaged(&key))
                    .has(say!(settings.remove_text))
            }),
        ))
    };
    when(
        move || is_any.get(),
        move || {
            el("section").class("panel").attr("aria-labelledby", "settings-unreadable").has((
                el("div")
                    .class("panel__head")
                    .has(el("h2").id("settings-unreadable").has(say!(settings.unreadable_title))),
                el("ul").class("rows query").has((
                    move || damaged.get().into_iter().map(row).collect::<Vec<_>>(),
                    save_refused(is_refused),
                )),
            ))
        },
    )
    .view()
}
