//! The words for what the model names: kinds, roles, steps. In `locales/…/words.json`.

use std::sync::Arc;

use crate::model::{
    Discipline, FocusArea, Format, Improvement, Met, NoteKind, OrganisationKind, Part, Phase, Role,
    SessionKind, ShowsIn,
};
use crate::ui::Choice;

/// Returns the name of a phase.
pub fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::Plan => say!(words.phase_plan),
        Phase::Visit => say!(words.phase_visit),
        Phase::Assess => say!(words.phase_assess),
    }
}

/// Returns the name of a form of visit.
pub fn format(format: Format) -> &'static str {
    match format {
        Format::InPerson => say!(words.format_in_person),
        Format::Virtual => say!(words.format_virtual),
        Format::Hybrid => say!(words.format_hybrid),
        Format::JobShadow => say!(words.format_job_shadow),
    }
}

/// Returns the name of a focus area.
pub fn focus_area(area: FocusArea) -> &'static str {
    match area {
        FocusArea::CriminalJusticeCollaboration => say!(words.focus_collaboration),
        FocusArea::CommunityEngagement => say!(words.focus_community),
        FocusArea::GunViolence => say!(words.focus_gun_violence),
        FocusArea::CrimeAnalysis => say!(words.focus_crime_analysis),
        FocusArea::ConstitutionalPolicing => say!(words.focus_constitutional),
        FocusArea::FederalPartnerships => say!(words.focus_federal),
        FocusArea::Investigations => say!(words.focus_investigations),
        FocusArea::Technology => say!(words.focus_technology),
    }
}

/// Returns the name of the part that an organisation plays.
pub fn part(part: Part) -> &'static str {
    match part {
        Part::Visiting => say!(words.part_visiting),
        Part::Host => say!(words.part_host),
        Part::Support => say!(words.part_support),
    }
}

/// Returns the name of a kind of organisation.
pub fn organisation_kind(kind: OrganisationKind) -> &'static str {
    match kind {
        OrganisationKind::Police => say!(words.org_police),
        OrganisationKind::Prosecutor => say!(words.org_prosecutor),
        OrganisationKind::Public => say!(words.org_public),
        OrganisationKind::Private => say!(words.org_private),
        OrganisationKind::Third => say!(words.org_third),
        OrganisationKind::Academic => say!(words.org_academic),
    }
}

/// Returns the name of a role in the exchange.
pub fn role(role: Role) -> &'static str {
    match role {
        Role::Visitor => say!(words.role_visitor),
        Role::Lead => say!(words.role_lead),
        Role::Host => say!(words.role_host),
        Role::Presenter => say!(words.role_presenter),
        Role::Liaison => say!(words.role_liaison),
    }
}

/// Returns the name of a discipline.
pub fn discipline(discipline: Discipline) -> &'static str {
    match discipline {
        Discipline::Police => say!(words.discipline_police),
        Discipline::Prosecutor => say!(words.discipline_prosecutor),
        Discipline::Analyst => say!(words.discipline_analyst),
        Discipline::Advocate => say!(words.discipline_advocate),
        Discipline::Academic => say!(words.discipline_academic),
        Discipline::Health => say!(words.discipline_health),
        Discipline::Technology => say!(words.discipline_technology),
        Discipline::Community => say!(words.discipline_community),
        Discipline::Resident => say!(words.discipline_resident),
        Discipline::Other => say!(words.discipline_other),
    }
}

/// Returns the name of a kind of session.
pub fn session_kind(kind: SessionKind) -> &'static str {
    match kind {
        SessionKind::Welcome => say!(words.session_welcome),
        SessionKind::Presentation => say!(words.session_presentation),
        SessionKind::Tour => say!(words.session_tour),
        SessionKind::Observation => say!(words.session_observation),
        SessionKind::Demonstration => say!(words.session_demonstration),
        SessionKind::Discussion => say!(words.session_discussion),
        SessionKind::Leadership => say!(words.session_leadership),
        SessionKind::Partners => say!(words.session_partners),
        SessionKind::Conference => say!(words.session_conference),
        SessionKind::Questions => say!(words.session_questions),
        SessionKind::Debrief => say!(words.session_debrief),
        SessionKind::Break => say!(words.session_break),
    }
}

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

/// Returns the name of a kind of note.
pub fn note_kind(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Practice => say!(words.note_practice),
        NoteKind::Lesson => say!(words.note_lesson),
        NoteKind::Challenge => say!(words.note_challenge),
        NoteKind::Idea => say!(words.note_idea),
        NoteKind::Quote => say!(words.note_quote),
        NoteKind::Contact => say!(words.note_contact),
        NoteKind::FollowUp => say!(words.note_follow_up),
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

/// Returns the name of a step of the assessment.
pub fn met(met: Met) -> &'static str {
    match met {
        Met::Not => say!(words.met_not),
        Met::Partly => say!(words.met_partly),
        Met::Mostly => say!(words.met_mostly),
        Met::Fully => say!(words.met_fully),
        Met::TooEarly => say!(words.met_too_early),
    }
}

/// Returns the name of a kind of improvement.
pub fn improvement(improvement: Improvement) -> &'static str {
    match improvement {
        Improvement::Organisational => say!(words.improve_organisational),
        Improvement::Policy => say!(words.improve_policy),
        Improvement::Procedural => say!(words.improve_procedural),
        Improvement::Training => say!(words.improve_training),
        Improvement::Technology => say!(words.improve_technology),
        Improvement::Partnership => say!(words.improve_partnership),
    }
}

/// Returns the name of the place where an outcome shows.
pub fn shows_in(place: ShowsIn) -> &'static str {
    match place {
        ShowsIn::People => say!(words.shows_people),
        ShowsIn::Agency => say!(words.shows_agency),
        ShowsIn::Community => say!(words.shows_community),
    }
}

/// Returns choices from a list of the model: `choices(Role::ALL, Role::word, words::role)`.
pub fn choices<T: Copy>(
    all: &[T],
    word: impl Fn(T) -> &'static str,
    text: impl Fn(T) -> &'static str,
) -> Vec<Choice> {
    all.iter()
        .map(|choice| Choice { word: Arc::from(word(*choice)), text: text(*choice).into() })
        .collect()
}

/// Returns "1 session" or "3 sessions": the first text for one, else the second with the count put
/// in by the caller.
pub fn counted(count: usize, one: &'static str, many: impl FnOnce(usize) -> String) -> String {
    if count == 1 { one.to_owned() } else { many(count) }
}
