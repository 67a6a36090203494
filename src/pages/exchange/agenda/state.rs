//! What the parts of the agenda share: which session is chosen and which day is in view.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::days;
use crate::browser::clock;
use crate::model::agenda::{self, Clash};
use crate::model::{Dates, Id, Session};
use crate::pages::screen;
use crate::route::{Screen, Section};
use crate::ui::{Derived, Toasts, memo};
use crate::workspace::OpenExchange;

/// The id of the chosen session's panel.
pub const PANEL_ID: &str = "session-panel";

/// The id of the button that adds a session.
pub const ADD_ID: &str = "add-session";

/// Returns the element id of a session's link in the grid or button in the tray.
pub fn link_id(id: &Id) -> String {
    format!("session-{id}")
}

/// Returns the element id of the field that holds a session's title.
pub fn name_id(id: &Id) -> String {
    format!("session-name-{id}")
}

type Navigate = Arc<dyn Fn(&str, NavigateOptions) + Send + Sync>;

/// A session and the day on which it stands.
type At = Option<(Id, u8)>;

/// What the parts of the agenda share. Cheap to copy.
#[derive(Clone, Copy)]
pub struct AgendaScreen {
    /// The exchange whose agenda this is.
    pub open: OpenExchange,
    /// The session that the address points at.
    pub selected: Derived<Option<Id>>,
    /// All overlaps.
    pub clashes: Derived<Vec<Clash>>,
    /// How many days the agenda has.
    pub days: Derived<u8>,
    /// The days of the visit, once known.
    pub dates: Derived<Option<Dates>>,
    /// What a screen reader is told about the last move by keys or buttons.
    pub said: RwSignal<String>,
    at: Derived<At>,
    // The day that a person asked to see, and the session it was preferred to.
    asked: RwSignal<(u8, At)>,
    navigate: StoredValue<Navigate>,
    /// Where messages with a way back appear.
    pub toasts: Toasts,
}

impl AgendaScreen {
    /// Provides the shared state to everything below.
    pub fn provide() -> Self {
        let open = OpenExchange::expect();
        let exchange = open.exchange();
        let address = screen();
        let selected = memo(move || match address.get() {
            Screen::Exchange { at: Some(at), .. } => {
                exchange.with(|exchange| exchange.sessions.contains_key(&at)).then_some(at)
            }
            _ => None,
        });
        let at = memo(move || {
            let id = selected.get()?;
            let slot = exchange.with(|exchange| exchange.sessions.get(&id)?.slot)?;
            Some((id, slot.day))
        });
        let dates = memo(move || exchange.with(|exchange| exchange.about.dates));
        // During the visit, the day in view is today.
        let today = dates.get_untracked().and_then(|dates| {
            (1..=dates.days()).find(|day| dates.date_of(*day) == Some(clock::today()))
        });
        let screen = Self {
            open,
            selected,
            clashes: memo(move || exchange.with(agenda::clashes)),
            days: memo(move || exchange.with(|exchange| exchange.days())),
            dates,
            said: RwSignal::default(),
            at,
            asked: RwSignal::new((today.unwrap_or(1), None)),
            navigate: StoredValue::new(Arc::new(use_navigate())),
            toasts: Toasts::expect(),
        };
        provide_context(screen);
        screen
    }

    /// Returns the shared state of the present agenda.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Returns the day in view: that of the chosen session, unless another was asked for since.
    pub fn day(&self) -> u8 {
        let (asked, instead_of) = self.asked.get();
        let day = match self.at.get() {
            Some(at) if instead_of.as_ref() != Some(&at) => at.1,
            _ => asked,
        };
        day.clamp(1, self.days.get())
    }

    /// Brings another day into view.
    pub fn show_day(&self, day: u8) {
        self.asked.set((day, self.at.get_untracked()));
    }

    /// Returns all days, counted from 1.
    pub fn each_day(&self) -> Vec<u8> {
        (1..=self.days.get()).collect()
    }

    /// Returns the name of a day: "Wed 14 Oct", or "Day 1" while the dates are open.
    pub fn day_name(&self, day: u8) -> String {
        days::name(self.dates.get(), day)
    }

    /// Returns the title of a session, or a word for one that has none.
    pub fn title(&self, id: &Id) -> String {
        self.open.exchange().with(|exchange| title_of(exchange.sessions.get(id)))
    }

    /// Returns the address that chooses a session.
    pub fn href(&self, id: &Id) -> String {
        Screen::record(&self.open.id(), Section::Agenda, id).href()
    }

    /// Chooses a session.
    pub fn select(&self, id: &Id) {
        self.go(&self.href(id));
    }

    /// Chooses none; the day stays in view.
    pub fn leave(&self) {
        self.show_day(untrack(|| self.day()));
        self.go(&Screen::exchange(&self.open.id(), Section::Agenda).href());
    }

    /// "Back" leads out of the agenda or closes the session, not through all that were looked at.
    fn go(&self, href: &str) {
        let replace = self.selected.with_untracked(Option::is_some);
        let options = NavigateOptions { replace, scroll: false, ..NavigateOptions::default() };
        self.navigate.with_value(|navigate| navigate(href, options));
    }
}

/// Returns the title of a session, or a word for one that has none.
pub fn title_of(session: Option<&Session>) -> String {
    let title = session.map_or("", |session| session.title.trim());
    if title.is_empty() { say!(agenda.untitled).to_owned() } else { title.to_owned() }
}
