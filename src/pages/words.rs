//! The words for what the model names: kinds, roles, steps. Their names are in `locales/…/choices.json`.

use std::sync::Arc;

use crate::model::field::Choices;
use crate::model::{self, Kind, NoteKind, Phase, SessionKind};
use crate::texts::found;
use crate::ui::Choice;

/// Returns how a kind of session is drawn: one of six looks, and its icon.
pub fn session_look(kind: SessionKind) -> (&'static str, icondata::Icon) {
    match kind {
        SessionKind::Presentation | SessionKind::Conference => ("talk", icondata::LuPresentation),
        SessionKind::Tour | SessionKind::Demonstration => ("tour", icondata::LuFootprints),
        SessionKind::Observation => ("watch", icondata::LuEye),
        SessionKind::Welcome | SessionKind::Leadership | SessionKind::Partners => {
            ("meet", icondata::LuMessagesSquare)
        }
        SessionKind::Discussion | SessionKind::Questions | SessionKind::Debrief => {
            ("ask", icondata::LuMessageCircleQuestion)
        }
        SessionKind::Break => ("break", icondata::LuCoffee),
    }
}

/// Returns the icon of a kind of note.
pub fn note_icon(kind: NoteKind) -> icondata::Icon {
    match kind {
        NoteKind::Practice => icondata::LuStar,
        NoteKind::Lesson => icondata::LuBookOpen,
        NoteKind::Challenge => icondata::LuMountain,
        NoteKind::Idea => icondata::LuLightbulb,
        NoteKind::Quote => icondata::LuQuote,
        NoteKind::Contact => icondata::LuContact,
        NoteKind::FollowUp => icondata::LuCornerDownRight,
    }
}

/// Returns the name of a phase. Home says it, and needs none of the hundreds of others.
pub fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::Plan => say!(app.name_of_phase_plan),
        Phase::Visit => say!(app.name_of_phase_visit),
        Phase::Assess => say!(app.name_of_phase_assess),
    }
}

/// Returns the name of a choice.
pub fn of<T: model::Choice>(choice: T) -> &'static str {
    named(T::CHOICES, choice.word()).unwrap_or_else(|| choice.word())
}

/// Returns the name of one of some words; `None` for a word that this version does not know.
pub fn named(choices: Choices, word: &str) -> Option<&'static str> {
    found::choice(&format!("{}_{word}", choices.name).replace('-', "_"))
}

/// Returns what can be chosen: `choices::<Role>()`.
pub fn choices<T: model::Choice>() -> Vec<Choice> {
    all_of(T::CHOICES)
}

/// Returns the same for the words of a field.
pub fn all_of(choices: Choices) -> Vec<Choice> {
    let choice = |word: &&'static str| Choice {
        word: Arc::from(*word),
        text: named(choices, word).unwrap_or(word).into(),
    };
    choices.words.iter().map(choice).collect()
}

/// Returns "1 session" or "3 sessions": the first text for one, else the second with the count put
/// in by the caller.
pub fn counted(count: usize, one: &'static str, many: impl FnOnce(usize) -> String) -> String {
    if count == 1 { one.to_owned() } else { many(count) }
}

/// Returns "2 exchanges": how many documents of a kind.
pub fn documents(kind: Kind, count: usize) -> String {
    match kind {
        Kind::Exchange => counted(count, say!(open.exchanges_one), |count| {
            say!(open.exchanges_many, count = count)
        }),
        Kind::Programme => {
            counted(count, say!(open.sites_one), |count| say!(open.sites_many, count = count))
        }
        Kind::Template => counted(count, say!(open.templates_one), |count| {
            say!(open.templates_many, count = count)
        }),
        Kind::Toolkit => {
            counted(count, say!(open.toolkits_one), |count| say!(open.toolkits_many, count = count))
        }
    }
}

/// Returns what a document is called among those of other kinds: an exchange by its title alone.
pub fn document_title(kind: Kind, title: String) -> String {
    match kind {
        Kind::Exchange => title,
        Kind::Programme => say!(open.programme_of, site = title),
        Kind::Template => say!(open.template_of, title = title),
        Kind::Toolkit => say!(open.toolkit_of, title = title),
    }
}
