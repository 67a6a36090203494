//! The shell: what is the same on every screen, and which screen the address asks for.

use leptos::prelude::*;
use leptos_router::components::Router;
use leptos_router::hooks::use_query_map;

use crate::browser::page;
use crate::model::Id;
use crate::pages::agency::AgencyPlace;
use crate::pages::home::home_page;
use crate::pages::parts::{self, Parts};
use crate::pages::storage_banner::storage_banner;
use crate::pages::top_bar::top_bar;
use crate::pages::undo::UndoPlace;
use crate::route::Screen;
use crate::texts::{self, Locale};
use crate::ui::{
    Content, Derived, Opening, Toast, Toasts, el, in_turn, live, memo, paste, switch, toast_place,
};
use crate::workspace::Workspace;

/// The app.
#[component]
pub fn App(
    /// Shows the page, once its first screen stands.
    show: impl FnOnce() + 'static,
) -> impl IntoView {
    Opening::provide(show);
    let workspace = Workspace::provide();
    Toasts::provide();
    Parts::provide();
    UndoPlace::provide();
    AgencyPlace::provide();
    let device = workspace.device();
    Effect::new(move |_| {
        let theme = device.with(|device| device.theme.clone());
        page::set_root_attribute("data-theme", Some(theme.as_str()).filter(|it| !it.is_empty()));
    });
    let toasts = Toasts::expect();
    // It goes on as long as the page does.
    let _ = window_event_listener_untyped("paste", move |event| {
        if let Some(count) = paste::left_out(&event) {
            toasts.show(Toast::new(say!(app.left_out, count = count)));
        }
    });
    in_turn(|| {
        view! {
            <Router>
                <Wording />
            </Router>
        }
        .into_any()
    })
}

/// Draws everything anew when a person chooses another wording or another clock.
#[component]
fn Wording() -> impl IntoView {
    let device = Workspace::expect().device();
    let wording =
        memo(move || device.with(|device| (device.wording.clone(), device.hours == "12")));
    live(move || {
        let (chosen, twelve_hours) = wording.get();
        texts::set_twelve_hours(twelve_hours);
        let language = if chosen.is_empty() { page::language() } else { chosen };
        let locale = if is_british(&language) { Locale::en_GB } else { Locale::en };
        texts::set_locale(locale);
        page::set_root_attribute(
            "lang",
            Some(if locale == Locale::en { "en-US" } else { "en-GB" }),
        );
        untrack(shell)
    })
}

/// Returns whether a language tag asks for British wording: all English but that of North America.
fn is_british(language: &str) -> bool {
    let language = language.to_ascii_lowercase();
    language.starts_with("en-") && !["en-us", "en-ca", "en-ph"].contains(&language.as_str())
}

/// What decides which page is drawn; a change within it is the page's own affair.
#[derive(Clone, PartialEq)]
enum Page {
    Home,
    New,
    Sample,
    Open,
    Library,
    Programme(Option<Id>),
    Settings,
    Help,
    Exchange(Id),
}

fn shell() -> AnyView {
    let query = use_query_map();
    let screen = memo(move || {
        query.with(|query| Screen::from_query(|name| query.get_str(name).map(str::to_owned)))
    });
    provide_context(screen);
    let page = memo(move || match screen.get() {
        Screen::Home => Page::Home,
        Screen::New(_) => Page::New,
        Screen::Sample => Page::Sample,
        Screen::Open => Page::Open,
        Screen::Library { .. } => Page::Library,
        Screen::Programme => Page::Programme(None),
        Screen::Site(id) => Page::Programme(Some(id)),
        Screen::Settings => Page::Settings,
        Screen::Help => Page::Help,
        Screen::Exchange { id, .. } => Page::Exchange(id),
    });
    follow(screen);
    let shown = in_turn(move || {
        switch(
            move || page.get(),
            move |page| match page {
                Page::Home => home_page(),
                Page::Exchange(_) => parts::show_framed(screen.get()),
                _ => parts::show(screen.get()),
            },
        )
    });
    let skip = el("a").class("skip").attr("href", "#main").has(say!(app.skip));
    (skip, in_turn(|| (top_bar(), storage_banner())), shown, toast_place(say!(app.close))).view()
}

/// After a move to another screen, its heading has the focus and its top is in sight. Not at the
/// first one: there the browser knows better where the reader was.
fn follow(screen: Derived<Screen>) {
    let place = memo(move || match screen.get() {
        Screen::Exchange { id, section, .. } => Screen::exchange(&id, section),
        other => other,
    });
    Effect::new(move |before: Option<Screen>| {
        let now = place.get();
        if before.is_some_and(|before| before != now) {
            request_animation_frame(|| {
                if page::offer_focus(crate::pages::TITLE_ID) {
                    page::scroll_to_top();
                }
            });
        }
        now
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_outside_north_america_is_worded_the_british_way() {
        for (language, british) in
            [("en-GB", true), ("en-AU", true), ("en-US", false), ("en", false), ("de-DE", false)]
        {
            assert_eq!(is_british(language), british, "{language}");
        }
    }
}
