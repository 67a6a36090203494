//! What is said on every screen when the storage does not take what is written, and the ways out.

use crate::ui::{Content, button, callout, el, icon, memo, switch};
use leptos::prelude::*;

use crate::browser::page;
use crate::pages::backup;
use crate::route::Screen;
use crate::workspace::{SaveState, Workspace};

/// What is wrong.
#[derive(Clone, Copy, PartialEq)]
enum Trouble {
    /// The storage is full; what is written is kept by the journal, or only in the page.
    Full {
        is_in_journal: bool,
    },
    NoStorage,
    Newer,
}

/// The sentence below the top bar; nothing while all is well.
pub fn storage_banner() -> AnyView {
    let saved = Workspace::expect().saved();
    let trouble = memo(move || match saved.get() {
        SaveState::Saved(_) | SaveState::Unsaved => None,
        SaveState::Full { is_in_journal } => Some(Trouble::Full { is_in_journal }),
        SaveState::NoStorage => Some(Trouble::NoStorage),
        SaveState::Newer => Some(Trouble::Newer),
    });
    switch(
        move || trouble.get(),
        move |trouble| {
            let trouble = trouble?;
            let (tone, sentence) = match trouble {
                Trouble::Full { is_in_journal: true } => ("danger", say!(app.full_kept_text)),
                Trouble::Full { is_in_journal: false } => ("danger", say!(app.full_text)),
                Trouble::NoStorage => ("warn", say!(app.no_storage_text)),
                Trouble::Newer => ("danger", say!(app.newer_text)),
            };
            let ways = el("div").class("cluster");
            let ways = match trouble {
                Trouble::Full { .. } => ways.has((save_everything(), make_room())),
                Trouble::NoStorage => ways.has(save_everything()),
                Trouble::Newer => ways.has((
                    button("button").on_click(page::reload).has(say!(app.reload)),
                    save_everything(),
                )),
            };
            Some(
                el("section")
                    .class("banner no-print")
                    .attr("aria-label", say!(app.storage))
                    .has(callout(tone, icondata::LuTriangleAlert, sentence).has(ways)),
            )
        },
    )
    .view()
}

fn save_everything() -> AnyView {
    button("button")
        .on_click(backup::save_everything())
        .has((icon(icondata::LuDownload), el("span").has(say!(home.save_all))))
        .view()
}

fn make_room() -> AnyView {
    el("a")
        .class("button button--quiet")
        .attr("href", Screen::Settings.href())
        .has(say!(app.make_room))
        .view()
}
