//! The thread: objective → question → session → note → assessment, and where it is still loose.

use super::choice::choices;
use super::places::Places;
use super::{Exchange, Id, Note, Phase, Question, Session, rank};
use crate::order;

choices! {
    /// How a bead on the thread is drawn. Never by colour alone.
    pub enum Bead {
        /// There is something: a filled bead.
        Linked = "linked",
        /// There should be something by now: an amber, dashed bead.
        Missing = "gap",
        /// It comes in a later phase: a thin ring.
        Later = "later",
    }
}

/// What one objective has along the thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strand {
    /// The objective.
    pub objective: Id,
    /// How many questions serve it.
    pub questions: usize,
    /// How many sessions (not breaks) serve it.
    pub sessions: usize,
    /// How many notes were taken in those sessions or answer those questions.
    pub notes: usize,
    /// 1 if the assessment says how far it was met, else 0.
    pub assessed: usize,
}

impl Strand {
    fn of(objective: &Id) -> Self {
        Self { objective: objective.clone(), questions: 0, sessions: 0, notes: 0, assessed: 0 }
    }

    /// Returns the counts in the order of the thread.
    pub fn counts(&self) -> [usize; 4] {
        [self.questions, self.sessions, self.notes, self.assessed]
    }

    /// Returns how each count is drawn in the given phase.
    pub fn beads(&self, phase: Phase) -> [Bead; 4] {
        let due = [Phase::Plan, Phase::Plan, Phase::Assess, Phase::Assess];
        let mut beads = [Bead::Later; 4];
        for (bead, (count, from)) in beads.iter_mut().zip(self.counts().into_iter().zip(due)) {
            *bead = match count {
                0 if phase >= from => Bead::Missing,
                0 => Bead::Later,
                _ => Bead::Linked,
            };
        }
        beads
    }
}

/// What a note is about, as places in the tables; none where it names nothing, or what was removed.
#[derive(Clone, Copy, Debug)]
pub struct NoteLink {
    /// The place of its session.
    pub session: Option<usize>,
    /// The place of the question that it answers.
    pub question: Option<usize>,
}

/// Returns what each note is about, in the order of the notes' ids.
pub fn note_links(exchange: &Exchange) -> Vec<NoteLink> {
    let sessions = Places::of(&exchange.sessions);
    let questions = Places::of(&exchange.questions);
    let link = |note: &Note| NoteLink {
        session: note.session.as_ref().and_then(|id| sessions.place(id)),
        question: note.question.as_ref().and_then(|id| questions.place(id)),
    };
    exchange.notes.values().map(link).collect()
}

/// Returns the strands of an exchange, one for each objective in order.
pub fn strands(exchange: &Exchange) -> Vec<Strand> {
    strands_of(exchange, &note_links(exchange))
}

/// Returns the strands of an exchange whose notes have these links.
pub fn strands_of(exchange: &Exchange, links: &[NoteLink]) -> Vec<Strand> {
    let objectives = &exchange.objectives;
    let mut strands: Vec<Strand> = objectives.keys().map(Strand::of).collect();
    // Which objectives each question and each session serves, by their places.
    let serves = |question: &Question| objectives.position(question.objective.as_ref()?);
    let of_questions: Vec<Option<usize>> = exchange.questions.values().map(serves).collect();
    let places = |session: &Session| -> Vec<usize> {
        session.objectives.iter().filter_map(|id| objectives.position(id)).collect()
    };
    let of_sessions: Vec<Vec<usize>> = exchange.sessions.values().map(places).collect();

    for place in of_questions.iter().flatten() {
        strands[*place].questions += 1;
    }
    for (session, places) in exchange.sessions.values().zip(&of_sessions) {
        let count = usize::from(!session.is_break());
        places.iter().for_each(|place| strands[*place].sessions += count);
    }
    for link in links {
        let of_session = link.session.map_or(&[][..], |place| &of_sessions[place]);
        of_session.iter().for_each(|place| strands[*place].notes += 1);
        // A note counts once even if both lead to the same objective.
        let of_question = link.question.and_then(|place| of_questions[place]);
        if let Some(place) = of_question.filter(|place| !of_session.contains(place)) {
            strands[place].notes += 1;
        }
    }
    for strand in &mut strands {
        let assessment = exchange.assessments.get(&strand.objective);
        strand.assessed = assessment.and_then(|assessment| assessment.met).is_some().into();
    }
    let rank = |strand: &Strand| objectives.get(&strand.objective).map_or("", |it| &it.rank);
    order::sort_by(&mut strands, |a, b| {
        rank::compare((rank(a), &a.objective), (rank(b), &b.objective))
    });
    strands
}

/// Returns the whole thread of these strands in one line of beads: each is linked only if it is linked for
/// every objective, and missing if it is missing for any. An exchange without objectives misses the
/// first bead.
pub fn line(strands: &[Strand], phase: Phase) -> [Bead; 5] {
    if strands.is_empty() {
        return [Bead::Missing, Bead::Later, Bead::Later, Bead::Later, Bead::Later];
    }
    let mut line = [Bead::Linked; 5];
    for beads in strands.iter().map(|strand| strand.beads(phase)) {
        for (whole, bead) in line.iter_mut().skip(1).zip(beads) {
            *whole = match (*whole, bead) {
                (Bead::Missing, _) | (_, Bead::Missing) => Bead::Missing,
                (Bead::Later, _) | (_, Bead::Later) => Bead::Later,
                (Bead::Linked, Bead::Linked) => Bead::Linked,
            };
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Assessment, Met, Objective, SessionKind};

    fn exchange() -> Exchange {
        let mut exchange = Exchange::default();
        let objective = Id::from("o1");
        exchange.objectives.insert(objective.clone(), Objective::default());
        exchange.questions.insert(
            Id::from("q1"),
            Question { objective: Some(objective.clone()), ..Question::default() },
        );
        exchange.sessions.insert(
            Id::from("s1"),
            Session { objectives: [objective].into(), ..Session::default() },
        );
        exchange
    }

    #[test]
    fn a_note_counts_once_even_if_session_and_question_lead_to_the_same_objective() {
        let mut exchange = exchange();
        exchange.notes.insert(
            Id::from("n1"),
            Note {
                session: Some(Id::from("s1")),
                question: Some(Id::from("q1")),
                ..Note::default()
            },
        );
        assert_eq!(strands(&exchange)[0].counts(), [1, 1, 1, 0]);
    }

    #[test]
    fn a_break_serves_no_objective() {
        let mut exchange = exchange();
        if let Some(session) = exchange.sessions.get_mut(&Id::from("s1")) {
            session.kind = SessionKind::Break;
        }
        assert_eq!(strands(&exchange)[0].sessions, 0);
    }

    #[test]
    fn notes_and_assessment_are_not_missed_before_the_visit_is_over() {
        let exchange = exchange();
        let strand = &strands(&exchange)[0];
        assert_eq!(
            strand.beads(Phase::Plan),
            [Bead::Linked, Bead::Linked, Bead::Later, Bead::Later]
        );
        assert_eq!(strand.beads(Phase::Assess)[2..], [Bead::Missing, Bead::Missing]);
    }

    #[test]
    fn the_line_is_as_strong_as_its_weakest_strand() {
        let mut exchange = exchange();
        exchange.objectives.insert(Id::from("o2"), Objective::default());
        exchange
            .assessments
            .insert(Id::from("o1"), Assessment { met: Some(Met::Fully), ..Assessment::default() });
        let beads = line(&strands(&exchange), Phase::Plan);
        assert_eq!(beads, [Bead::Linked, Bead::Missing, Bead::Missing, Bead::Later, Bead::Later]);
        assert_eq!(line(&[], Phase::Plan)[0], Bead::Missing);
    }
}
