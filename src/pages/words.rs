//! The words for what the model names: kinds, roles, steps. In `locales/…/words.json`.

use std::sync::Arc;

use crate::model::{
    ActionStatus, Adopted, Answer, Attends, Audience, CheckPoint, Covers, Discipline, FocusArea,
    Format, FoundIn, Happened, Help, HowKnown, Improvement, Kind, Met, NoteKind, OrganisationKind,
    OutcomeKind, Part, Party, Phase, Practised, Progress, ReportKind, Role, Sector, SessionKind,
    ShowsIn, Side, Travel, WouldWork,
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

/// Returns the name of the place where a need was found.
pub fn found_in(found_in: FoundIn) -> &'static str {
    match found_in {
        FoundIn::Assessment => say!(words.found_assessment),
        FoundIn::Data => say!(words.found_data),
        FoundIn::Complaint => say!(words.found_complaint),
        FoundIn::Law => say!(words.found_law),
        FoundIn::Other => say!(words.found_other),
    }
}

/// Returns the name of a sector.
pub fn sector(sector: Sector) -> &'static str {
    match sector {
        Sector::Public => say!(words.sector_public),
        Sector::Private => say!(words.sector_private),
        Sector::Third => say!(words.sector_third),
        Sector::Academic => say!(words.sector_academic),
    }
}

/// Returns the name of a community of practice.
pub fn audience(audience: Audience) -> &'static str {
    match audience {
        Audience::Technologists => say!(words.audience_technologists),
        Audience::CrimeAnalysts => say!(words.audience_crime_analysts),
        Audience::Prosecutors => say!(words.audience_prosecutors),
        Audience::PublicInformationOfficers => say!(words.audience_public_information_officers),
    }
}

/// Returns the name of a way to take part.
pub fn attends(attends: Attends) -> &'static str {
    match attends {
        Attends::InPerson => say!(words.attends_in_person),
        Attends::Virtual => say!(words.attends_virtual),
    }
}

/// Returns the name of a step of a journey.
pub fn travel(travel: Travel) -> &'static str {
    match travel {
        Travel::Planned => say!(words.travel_planned),
        Travel::Booked => say!(words.travel_booked),
        Travel::Travelled => say!(words.travel_travelled),
    }
}

/// Returns how far a principle is practised.
pub fn practised(practised: Practised) -> &'static str {
    match practised {
        Practised::NotYet => say!(words.practised_not_yet),
        Practised::Begun => say!(words.practised_begun),
        Practised::Mostly => say!(words.practised_mostly),
        Practised::Habit => say!(words.practised_habit),
    }
}

/// Returns the name of a host candidate's answer.
pub fn answer(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => say!(words.answer_yes),
        Answer::Later => say!(words.answer_later),
        Answer::No => say!(words.answer_no),
    }
}

/// Returns the name of a party that agrees.
pub fn party(party: Party) -> &'static str {
    match party {
        Party::Liaison => say!(words.party_liaison),
        Party::Host => say!(words.party_host),
        Party::Lead => say!(words.party_lead),
    }
}

/// Returns the name of a part of the plan that is agreed to.
pub fn covers(covers: Covers) -> &'static str {
    match covers {
        Covers::Aims => say!(words.covers_aims),
        Covers::Dates => say!(words.covers_dates),
        Covers::Agenda => say!(words.covers_agenda),
        Covers::Team => say!(words.covers_team),
    }
}

/// Returns the name of a kind of outcome.
pub fn outcome_kind(outcome_kind: OutcomeKind) -> &'static str {
    match outcome_kind {
        OutcomeKind::Knowledge => say!(words.outcome_knowledge),
        OutcomeKind::Skill => say!(words.outcome_skill),
        OutcomeKind::Consensus => say!(words.outcome_consensus),
        OutcomeKind::Connection => say!(words.outcome_connection),
        OutcomeKind::Action => say!(words.outcome_action),
    }
}

/// Returns the name of what happened on the day.
pub fn happened(happened: Happened) -> &'static str {
    match happened {
        Happened::Started => say!(words.happened_started),
        Happened::Ended => say!(words.happened_ended),
        Happened::Skipped => say!(words.happened_skipped),
        Happened::Shifted => say!(words.happened_shifted),
    }
}

/// Returns the name of the side whose list a task is on.
pub fn side(side: Side) -> &'static str {
    match side {
        Side::Host => say!(words.side_host),
        Side::Visitors => say!(words.side_visitors),
        Side::Liaison => say!(words.side_liaison),
    }
}

/// Returns the name of how something is known.
pub fn how_known(how_known: HowKnown) -> &'static str {
    match how_known {
        HowKnown::Saw => say!(words.known_saw),
        HowKnown::Told => say!(words.known_told),
        HowKnown::Read => say!(words.known_read),
        HowKnown::Evaluated => say!(words.known_evaluated),
    }
}

/// Returns the name of whether something would work at home.
pub fn would_work(would_work: WouldWork) -> &'static str {
    match would_work {
        WouldWork::Yes => say!(words.would_work_yes),
        WouldWork::Changed => say!(words.would_work_changed),
        WouldWork::No => say!(words.would_work_no),
        WouldWork::Open => say!(words.would_work_open),
    }
}

/// Returns the name of a kind of report.
pub fn report_kind(report_kind: ReportKind) -> &'static str {
    match report_kind {
        ReportKind::Host => say!(words.report_host),
        ReportKind::Command => say!(words.report_command),
        ReportKind::Public => say!(words.report_public),
    }
}

/// Returns the name of an action's status.
pub fn action_status(action_status: ActionStatus) -> &'static str {
    match action_status {
        ActionStatus::Planned => say!(words.action_planned),
        ActionStatus::UnderWay => say!(words.action_under_way),
        ActionStatus::Done => say!(words.action_done),
        ActionStatus::Dropped => say!(words.action_dropped),
    }
}

/// Returns the name of what became of a practice.
pub fn adopted(adopted: Adopted) -> &'static str {
    match adopted {
        Adopted::Adopted => say!(words.adopted_adopted),
        Adopted::Adapted => say!(words.adopted_adapted),
        Adopted::NotAdopted => say!(words.adopted_not_adopted),
    }
}

/// Returns the name of a check-in by when it is due.
pub fn check_point(check_point: CheckPoint) -> &'static str {
    match check_point {
        CheckPoint::SixWeeks => say!(words.check_six_weeks),
        CheckPoint::ThreeMonths => say!(words.check_three_months),
        CheckPoint::SixMonths => say!(words.check_six_months),
        CheckPoint::TwelveMonths => say!(words.check_twelve_months),
    }
}

/// Returns the name of how far an outcome has come.
pub fn progress(progress: Progress) -> &'static str {
    match progress {
        Progress::NotBegun => say!(words.progress_not_begun),
        Progress::UnderWay => say!(words.progress_under_way),
        Progress::Reached => say!(words.progress_reached),
        Progress::Dropped => say!(words.progress_dropped),
    }
}

/// Returns the name of a kind of help.
pub fn help(help: Help) -> &'static str {
    match help {
        Help::ExpertHours => say!(words.help_expert_hours),
        Help::Assistance => say!(words.help_assistance),
        Help::Training => say!(words.help_training),
        Help::Assessment => say!(words.help_assessment),
        Help::Exchange => say!(words.help_exchange),
        Help::Community => say!(words.help_community),
        Help::Document => say!(words.help_document),
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
