//! The note being written in the box: it exists from its first character.

use std::time::Duration;

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::browser::{clock, page};
use crate::model::{Exchange, Id, Note, visit};
use crate::ui::{Derived, memo};
use crate::workspace::{OpenExchange, Workspace};

/// The id of the box's text.
pub const BOX_ID: &str = "new-note";

/// How often the clock is asked which session is going on.
const LOOKS_UP: Duration = Duration::from_secs(20);

/// A session that a person chose for the box. It holds until another session begins: then the
/// visitors have moved on, and so does the box.
#[derive(Clone, PartialEq)]
struct Choice {
    session: Option<Id>,
    at_hand: Option<Id>,
}

/// What the note box works on. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Writing {
    open: OpenExchange,
    workspace: Workspace,
    /// The note that was begun in the box.
    begun: RwSignal<Option<Id>>,
    /// Kind, question and privacy of the note to be begun next.
    next: RwSignal<Note>,
    choice: RwSignal<Option<Choice>>,
    at_hand: Derived<Option<Id>>,
    note: Derived<Note>,
    /// Notes begun here while nobody had said who writes.
    unsigned: StoredValue<Vec<Id>>,
}

impl Writing {
    /// Provides an empty box, preset to the session or the question that the address names.
    pub fn provide(at: Option<&Id>) -> Self {
        let (open, workspace) = (OpenExchange::expect(), Workspace::expect());
        let (exchange, device, now) = (open.exchange(), workspace.device(), minute());
        let at_hand = memo(move || {
            let (today, minute) = now.get()?;
            exchange.with(|exchange| visit::at_hand(exchange, today, minute))
        });
        let (session, question) = exchange.with_untracked(|exchange| named(exchange, at));
        let next = RwSignal::new(Note { question, ..Note::default() });
        let at_hand_now = at_hand.get_untracked();
        let choice = RwSignal::new(
            session.map(|session| Choice { session: Some(session), at_hand: at_hand_now }),
        );
        let begun = RwSignal::<Option<Id>>::default();
        let note = memo(move || {
            exchange.with(|exchange| {
                if let Some(note) = begun.get().and_then(|id| exchange.notes.get(&id)) {
                    return note.clone();
                }
                let at_hand = at_hand.get();
                let session = match choice.get() {
                    Some(choice) if choice.at_hand == at_hand => choice.session,
                    _ => at_hand.or_else(|| {
                        device.with(|device| visit::usual_session(exchange, &device.author))
                    }),
                };
                Note { session, ..next.get() }
            })
        });
        let unsigned = StoredValue::default();
        let writing = Self { open, workspace, begun, next, choice, at_hand, note, unsigned };
        provide_context(writing);
        writing
    }

    /// Returns the writing that was provided.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Returns the note in the box: the one being written, or what the next one will begin as.
    pub fn note(&self) -> Derived<Note> {
        self.note
    }

    /// Takes the text of the box after a keystroke. The first character begins the note, and taking
    /// away the last one takes the note away.
    pub fn take_text(&self, text: String) {
        let is_empty = text.trim().is_empty();
        match self.being_written() {
            Some(id) if is_empty => {
                self.open.delete::<Note>(&id);
                self.begun.set(None);
            }
            Some(id) => self.open.change::<Note>(&id, |note| note.text = text),
            None if is_empty => {}
            None => self.begin(text),
        }
    }

    fn begin(&self, text: String) {
        let written_at = clock::instant(clock::now_ms());
        let mut note = Note { text, written_at, ..self.note.get_untracked() };
        self.sign(&mut note);
        let is_unsigned = note.author.is_none() && note.author_name.is_empty();
        let id = self.open.add(&note);
        if is_unsigned {
            self.unsigned.update_value(|unsigned| unsigned.push(id.clone()));
        }
        self.begun.set(Some(id));
    }

    fn sign(&self, note: &mut Note) {
        let name = self.workspace.device().with_untracked(|device| device.author.clone());
        self.open.exchange().with_untracked(|exchange| visit::sign(exchange, note, &name));
    }

    /// Signs the notes that were begun here before the writer said who they are.
    pub fn sign_all(&self) {
        let mut signature = Note::default();
        self.sign(&mut signature);
        if signature.author.is_none() && signature.author_name.is_empty() {
            return;
        }
        let unsigned = self.unsigned.try_update_value(std::mem::take).unwrap_or_default();
        let signatures = unsigned.into_iter().map(|id| (id, signature.clone())).collect();
        self.open.change_each::<Note, Note>(signatures, |note, signature| {
            if note.author.is_none() && note.author_name.is_empty() {
                (note.author, note.author_name) = (signature.author, signature.author_name);
            }
        });
    }

    /// Changes kind, question or privacy of the note in the box.
    pub fn change(&self, change: impl Fn(&mut Note)) {
        self.next.update(|note| change(note));
        if let Some(id) = self.being_written() {
            self.open.change::<Note>(&id, change);
        }
    }

    /// Says which session the note in the box, and those after it, are about.
    pub fn choose_session(&self, session: Option<Id>) {
        let at_hand = self.at_hand.get_untracked();
        self.choice.set(Some(Choice { session: session.clone(), at_hand }));
        if let Some(id) = self.being_written() {
            self.open.change::<Note>(&id, |note| note.session = session);
        }
    }

    /// Leaves the note as it stands and empties the box for the next one. Returns whether there was
    /// one.
    pub fn start_next(&self) -> bool {
        let was_writing = self.being_written().is_some();
        if was_writing {
            self.begun.set(None);
            self.next.set(Note::default());
        }
        page::focus(BOX_ID);
        was_writing
    }

    /// Begins an answer to a question: what is in the box is left as it stands.
    pub fn answer(&self, question: &Id) {
        if self.being_written().is_some() {
            self.begun.set(None);
        }
        self.next.set(Note { question: Some(question.clone()), ..Note::default() });
        page::focus(BOX_ID);
    }

    fn being_written(&self) -> Option<Id> {
        let id = self.begun.get_untracked()?;
        let is_there =
            self.open.exchange().with_untracked(|exchange| exchange.notes.contains_key(&id));
        is_there.then_some(id)
    }
}

/// Returns the session and the question that the address names by the id of either.
fn named(exchange: &Exchange, at: Option<&Id>) -> (Option<Id>, Option<Id>) {
    let Some(at) = at else { return (None, None) };
    match exchange.questions.get(at) {
        Some(question) => (question.session.clone(), Some(at.clone())),
        None => (Some(at.clone()).filter(|id| exchange.sessions.contains_key(id)), None),
    }
}

/// Returns the local date and minute, kept up to date while the screen is shown.
fn minute() -> ReadSignal<Option<(NaiveDate, u16)>> {
    let now = || clock::local(&clock::instant(clock::now_ms()));
    let (minute, set_minute) = signal(now());
    let look_up = move || {
        let now = now();
        if minute.try_get_untracked().is_some_and(|shown| shown != now) {
            set_minute.set(now);
        }
    };
    if let Ok(ticking) = set_interval_with_handle(look_up, LOOKS_UP) {
        on_cleanup(move || ticking.clear());
    }
    minute
}
