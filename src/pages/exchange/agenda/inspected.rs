//! The session that the panel shows: reading it and changing it.

use leptos::prelude::*;

use super::state::AgendaScreen;
use crate::model::{Id, Session, Slot, agenda};
use crate::ui::{Derived, memo};

/// The session that the panel shows. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Inspected {
    /// The agenda it belongs to.
    pub screen: AgendaScreen,
    /// The session as it stands.
    pub session: Derived<Session>,
    id: StoredValue<Id>,
}

impl Inspected {
    /// Returns the session with this id.
    pub fn new(screen: AgendaScreen, id: Id) -> Self {
        let record = screen.open.record::<Session>(&id);
        let session = memo(move || record.get().unwrap_or_default());
        Self { screen, session, id: StoredValue::new(id) }
    }

    /// Returns its id.
    pub fn id(&self) -> Id {
        self.id.get_value()
    }

    /// Returns one of its texts.
    pub fn text(&self, read: fn(&Session) -> &str) -> Derived<String> {
        let session = self.session;
        memo(move || session.with(|session| read(session).to_owned()))
    }

    /// Returns what takes a new text of it.
    pub fn take(&self, write: fn(&mut Session) -> &mut String) -> Callback<String> {
        let inspected = *self;
        Callback::new(move |text| inspected.change(|session| *write(session) = text))
    }

    /// Changes it.
    pub fn change(&self, change: impl FnOnce(&mut Session)) {
        self.screen.open.change::<Session>(&self.id(), change);
    }

    /// Returns when it takes place.
    pub fn slot(&self) -> Option<Slot> {
        self.session.with(|session| session.slot)
    }

    /// Gives it another length, planned or wanted.
    pub fn set_minutes(&self, minutes: u16) {
        self.change(|session| match &mut session.slot {
            Some(slot) => slot.minutes = minutes,
            None => session.wanted_minutes = minutes,
        });
    }

    /// Puts it on a day: at its time if it has one, else behind the last session. Without a day it
    /// goes back to the tray and keeps its length.
    pub fn set_day(&self, day: Option<u8>) {
        let now = untrack(|| self.session.get());
        match (day, now.slot) {
            (Some(day), Some(_)) => {
                let id = self.id();
                let moves = self
                    .screen
                    .open
                    .exchange()
                    .with_untracked(|exchange| agenda::to_day(exchange, &id, day));
                self.screen.put(moves);
            }
            (Some(day), None) => self.put_at_end(day),
            (None, Some(slot)) => self.change(|session| {
                session.slot = None;
                session.wanted_minutes = slot.minutes;
            }),
            (None, None) => {}
        }
    }

    /// Puts it behind the last session of a day.
    pub fn put_at_end(&self, day: u8) {
        let minutes = self.session.with_untracked(Session::minutes);
        let slot = self.screen.end_of(day, minutes);
        self.change(|session| session.slot = Some(slot));
    }
}
