//! Screens: one folder an area, one file a screen, its parts beside it.
//!
//! A page shows signals of the workspace and calls it with what a person did. Rules live in `model`.

pub mod address_words;
pub mod agency;
pub mod backup;
pub mod bundle_errors;
pub mod days;
pub mod exchange;
pub mod focus;
pub mod format;
pub mod help;
pub mod home;
pub mod library;
pub mod new;
pub mod open;
pub mod parts;
pub mod programme;
pub mod sample;
pub mod settings;
pub mod storage_banner;
pub mod top_bar;
pub mod undo;
pub mod who;
pub mod words;

use crate::ui::Derived;
use leptos::prelude::*;

use crate::route::Screen;

/// The id of a screen's one `<h1>`, which has the focus after a move to it.
pub const TITLE_ID: &str = "title";

/// Returns the screen that the address asks for.
pub fn screen() -> Derived<Screen> {
    expect_context()
}

/// Goes to another screen, as a link would.
pub fn go(screen: &Screen) {
    leptos_router::hooks::use_navigate()(&screen.href(), Default::default());
}

/// Returns the title of an exchange, or a word for one that has none yet.
pub fn title_of(about: &crate::model::About) -> String {
    named(&about.title)
}

/// Returns a title, or what stands for one that is not there.
pub fn named(title: &str) -> String {
    let title = title.trim();
    if title.is_empty() { say!(app.untitled).to_owned() } else { title.to_owned() }
}
