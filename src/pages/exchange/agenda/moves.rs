//! How sessions come, go and move. Each act is one step, says what it did, and can be taken back.

use leptos::prelude::*;

use super::state::{ADD_ID, AgendaScreen, link_id};
use crate::model::agenda::{self, Moves};
use crate::model::{Id, Session, SessionKind, Slot};
use crate::pages::exchange::rows::offer_undo;
use crate::pages::focus;
use crate::pages::format;
use crate::ui::Toast;

/// How long a new break lasts, in minutes.
const BREAK_MINUTES: u16 = 15;

/// Where a session is moved to, one step at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Before the session ahead of it.
    Earlier,
    /// Behind the session after it.
    Later,
    /// To the day before, at the same time.
    DayBefore,
    /// To the day after, at the same time.
    DayAfter,
}

impl AgendaScreen {
    /// Adds a session at the end of the day in view, for an objective if one is given, and chooses
    /// it.
    pub fn add_session(&self, objective: Option<Id>) {
        let session = Session { objectives: objective.into_iter().collect(), ..Session::default() };
        self.add(session, Session::USUAL_MINUTES);
    }

    /// Adds a break at the end of the day in view and chooses it.
    pub fn add_break(&self) {
        let title = say!(agenda.break_name).to_owned();
        let session = Session { title, kind: SessionKind::Break, ..Session::default() };
        self.add(session, BREAK_MINUTES);
    }

    fn add(&self, session: Session, minutes: u16) {
        let slot = self.end_of(untrack(|| self.day()), minutes);
        let id = self.open.add(&Session { slot: Some(slot), ..session });
        self.select(&id);
    }

    /// Returns the slot behind the last session of a day.
    pub fn end_of(&self, day: u8, minutes: u16) -> Slot {
        self.open.exchange().with_untracked(|exchange| agenda::next_free(exchange, day, minutes))
    }

    /// Moves sessions in one step.
    pub fn put(&self, moves: Moves) {
        self.open.change_each::<Session, Slot>(moves, |session, slot| session.slot = Some(slot));
    }

    /// Moves sessions in one step, says so, and offers the way back.
    pub fn shift(&self, moves: Moves, message: String) {
        let screen = *self;
        let back: Vec<(Id, Slot, Slot)> = moves
            .iter()
            .filter_map(|(id, after)| Some((id.clone(), self.slot_of(id)?, *after)))
            .collect();
        self.put(moves);
        let undo = move || {
            // What was moved again since stays where it is.
            let still = |(id, before, after): &(Id, Slot, Slot)| {
                (screen.slot_of(id) == Some(*after)).then(|| (id.clone(), *before))
            };
            screen.put(back.iter().filter_map(still).collect());
        };
        self.toasts.show(Toast::with_action(message, say!(app.undo), undo));
    }

    /// Returns when a session takes place, without following its changes.
    pub fn slot_of(&self, id: &Id) -> Option<Slot> {
        self.open.exchange().with_untracked(|exchange| exchange.sessions.get(id)?.slot)
    }

    /// Returns where a step leads; empty if there is nowhere to go.
    pub fn moves(&self, id: &Id, step: Step) -> Moves {
        self.open.exchange().with(|exchange| {
            let day = exchange.sessions.get(id).and_then(|session| session.slot).map(|it| it.day);
            match (step, day) {
                (Step::Earlier, _) => agenda::earlier(exchange, id),
                (Step::Later, _) => agenda::later(exchange, id),
                (Step::DayBefore, Some(day)) => agenda::to_day(exchange, id, day.saturating_sub(1)),
                (Step::DayAfter, Some(day)) => agenda::to_day(exchange, id, day.saturating_add(1)),
                (Step::DayBefore | Step::DayAfter, None) => Moves::new(),
            }
        })
    }

    /// Moves a session by one step and tells those who do not see it where it is now.
    pub fn step(&self, id: &Id, step: Step) {
        let (title, moves) = untrack(|| (self.title(id), self.moves(id, step)));
        if moves.is_empty() {
            self.said.set(match step {
                Step::Earlier => say!(agenda.stays_first, title = title),
                Step::Later => say!(agenda.stays_last, title = title),
                Step::DayBefore => say!(agenda.stays_first_day, title = title),
                Step::DayAfter => say!(agenda.stays_last_day, title = title),
            });
            return;
        }
        self.put(moves);
        if let Some(slot) = self.slot_of(id) {
            let (day, times) = (untrack(|| self.day_name(slot.day)), format::times(slot));
            self.said.set(say!(agenda.now_at, title = title, day = day, times = times));
        }
    }

    /// Deletes a session and offers the way back.
    pub fn delete(&self, id: &Id) {
        let (screen, id) = (*self, id.clone());
        let what = untrack(|| self.title(&id));
        let next = self.neighbour(&id).map_or_else(|| ADD_ID.to_owned(), |id| link_id(&id));
        self.open.delete::<Session>(&id);
        offer_undo(what, move || screen.open.bring_back::<Session>(&id));
        focus::soon(next);
    }

    /// Returns the session after this one, or else the one before it.
    fn neighbour(&self, id: &Id) -> Option<Id> {
        let order = self.open.exchange().with_untracked(agenda::in_order);
        let at = order.iter().position(|(other, _)| other == id)?;
        let next = order.get(at + 1).or_else(|| order.get(at.checked_sub(1)?));
        next.map(|(id, _)| id.clone())
    }
}
