//! The thread: objective → question → session → note → assessment → learning point → action, and where it
//! is still loose.

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
    /// How many learning points belong to it, or were drafted from those notes.
    pub learning_points: usize,
    /// How many actions follow from those learning points or notes, or are to bring about an outcome of it.
    pub actions: usize,
}

impl Strand {
    fn of(objective: &Id) -> Self {
        Self {
            objective: objective.clone(),
            questions: 0,
            sessions: 0,
            notes: 0,
            assessed: 0,
            learning_points: 0,
            actions: 0,
        }
    }

    /// Returns the counts in the order of the thread.
    pub fn counts(&self) -> [usize; 6] {
        [
            self.questions,
            self.sessions,
            self.notes,
            self.assessed,
            self.learning_points,
            self.actions,
        ]
    }

    /// Returns how each count is drawn in the given phase. An objective without a learning point or an
    /// action lacks nothing: not every one leads to one.
    pub fn beads(&self, phase: Phase) -> [Bead; 6] {
        let (plan, assess) = (Some(Phase::Plan), Some(Phase::Assess));
        let due = [plan, plan, assess, assess, None, None];
        let mut beads = [Bead::Later; 6];
        for (bead, (count, from)) in beads.iter_mut().zip(self.counts().into_iter().zip(due)) {
            *bead = match count {
                0 if from.is_some_and(|from| phase >= from) => Bead::Missing,
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
    // A note counts once even if its session and its question lead to the same objective.
    let of_note = |link: &NoteLink| -> order::Set<usize> {
        let of_session = link.session.map_or(&[][..], |place| &of_sessions[place]).iter().copied();
        of_session.chain(link.question.and_then(|place| of_questions[place])).collect()
    };
    let of_notes: Vec<order::Set<usize>> = links.iter().map(of_note).collect();
    for place in of_notes.iter().flat_map(order::Set::iter) {
        strands[*place].notes += 1;
    }
    follow(exchange, &of_notes, &mut strands);
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

/// Follows the thread from the notes to the learning points and the actions.
///
/// - `of_notes`: The places of the objectives of each note, in the order of the notes' ids.
fn follow(exchange: &Exchange, of_notes: &[order::Set<usize>], strands: &mut [Strand]) {
    let of_notes = |ids: &order::Set<Id>| -> Vec<usize> {
        let places = ids.iter().filter_map(|id| exchange.notes.position(id));
        places.flat_map(|place| of_notes[place].iter().copied()).collect()
    };
    let of_points: Vec<order::Set<usize>> = exchange
        .learning_points
        .values()
        .map(|point| {
            let own = point.objective.as_ref().and_then(|id| exchange.objectives.position(id));
            own.into_iter().chain(of_notes(&point.notes)).collect()
        })
        .collect();
    for place in of_points.iter().flat_map(order::Set::iter) {
        strands[*place].learning_points += 1;
    }
    for action in exchange.actions.values() {
        let points = action.learning_points.iter();
        let points = points.filter_map(|id| exchange.learning_points.position(id));
        let of_points = points.flat_map(|place| of_points[place].iter().copied());
        let outcomes = action.outcomes.iter().filter_map(|id| exchange.outcomes.get(id));
        let of_outcomes = outcomes.flat_map(|outcome| outcome.objectives.iter());
        let of_outcomes = of_outcomes.filter_map(|id| exchange.objectives.position(id));
        let places: order::Set<usize> =
            of_points.chain(of_notes(&action.notes)).chain(of_outcomes).collect();
        places.iter().for_each(|place| strands[*place].actions += 1);
    }
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
    use crate::model::{Action, Assessment, LearningPoint, Met, Objective, Outcome, SessionKind};

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
        assert_eq!(strands(&exchange)[0].counts(), [1, 1, 1, 0, 0, 0]);
    }

    #[test]
    fn the_thread_goes_on_from_notes_to_learning_points_and_actions() {
        let mut exchange = exchange();
        let ids = |ids: &[&str]| ids.iter().map(|id| Id::from(*id)).collect::<order::Set<Id>>();
        let note = Note { session: Some(Id::from("s1")), ..Note::default() };
        exchange.notes.insert(Id::from("n1"), note);
        for (id, objective, notes) in
            [("l1", None, ids(&["n1"])), ("l2", Some("o1"), ids(&["n1"])), ("l3", None, ids(&[]))]
        {
            let objective = objective.map(Id::from);
            let point = LearningPoint { objective, notes, ..LearningPoint::default() };
            exchange.learning_points.insert(Id::from(id), point);
        }
        let outcome = Outcome { objectives: ids(&["o1", "gone"]), ..Outcome::default() };
        exchange.outcomes.insert(Id::from("c1"), outcome);
        for (id, action) in [
            ("a1", Action { learning_points: ids(&["l2", "l3"]), ..Action::default() }),
            ("a2", Action { notes: ids(&["n1"]), outcomes: ids(&["c1"]), ..Action::default() }),
            ("a3", Action { learning_points: ids(&["l3", "gone"]), ..Action::default() }),
        ] {
            exchange.actions.insert(Id::from(id), action);
        }
        let strand = &strands(&exchange)[0];
        assert_eq!((strand.learning_points, strand.actions), (2, 2));
        assert_eq!(strand.beads(Phase::Plan)[4..], [Bead::Linked, Bead::Linked]);
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
            strand.beads(Phase::Plan)[..4],
            [Bead::Linked, Bead::Linked, Bead::Later, Bead::Later]
        );
        assert_eq!(strand.beads(Phase::Assess)[2..4], [Bead::Missing, Bead::Missing]);
        assert_eq!(strand.beads(Phase::Assess)[4..], [Bead::Later, Bead::Later]);
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
