//! What came of an objective, and how notes become the evidence for its assessment.

use super::{Exchange, Id, Note, NoteKind, Question, Session, visit};
use crate::order::Set;

/// What came of one objective.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// How many questions serve it.
    pub questions: usize,
    /// How many of these have at least one answer.
    pub answered: usize,
    /// How many notes were taken in its sessions or answer its questions.
    pub notes: usize,
    /// Those of the notes that say what was found, the newest last. Private ones are left out: as
    /// evidence, their words would leave with every copy.
    pub telling: Vec<Id>,
}

impl Findings {
    /// Returns what came of an objective.
    pub fn of(exchange: &Exchange, objective: &Id) -> Self {
        // A few of all that there are: a note is looked up in these much faster.
        let asks = |(_, it): &(&Id, &Question)| it.objective.as_ref() == Some(objective);
        let questions: Set<&Id> = exchange.questions.iter().filter(asks).map(|it| it.0).collect();
        let serves = |(_, it): &(&Id, &Session)| it.objectives.contains(objective);
        let sessions: Set<&Id> = exchange.sessions.iter().filter(serves).map(|it| it.0).collect();
        let is_in = |note: &Note| note.session.as_ref().is_some_and(|id| sessions.contains(id));
        let (mut answered, mut notes, mut telling) = (Set::new(), 0, Vec::new());
        for (id, note) in &exchange.notes {
            let question = note.question.as_ref().filter(|id| questions.contains(*id));
            if let Some(question) = question {
                answered.insert(question);
            }
            if question.is_some() || is_in(note) {
                notes += 1;
                if !note.private && is_telling(note) {
                    telling.push((id, note));
                }
            }
        }
        visit::sort_by_time(&mut telling);
        Self {
            questions: questions.len(),
            answered: answered.len(),
            notes,
            telling: telling.into_iter().map(|(id, _)| id.clone()).collect(),
        }
    }
}

/// Returns whether a note says what was found: a practice, a lesson or a challenge, in words.
fn is_telling(note: &Note) -> bool {
    let kinds = [NoteKind::Practice, NoteKind::Lesson, NoteKind::Challenge];
    note.kind.is_some_and(|kind| kinds.contains(&kind)) && !note.text.trim().is_empty()
}

/// Returns whether the evidence has the note's words as lines of its own.
pub fn cites(evidence: &str, note: &str) -> bool {
    place_of(evidence, note).is_some()
}

/// Returns the evidence with the note's words as its last lines.
pub fn cite(evidence: &str, note: &str) -> String {
    let (before, note) = (evidence.trim_end(), note.trim());
    if before.is_empty() { note.to_owned() } else { format!("{before}\n{note}") }
}

/// Returns the evidence without the note's words.
pub fn uncite(evidence: &str, note: &str) -> String {
    let Some((start, end)) = place_of(evidence, note) else { return evidence.to_owned() };
    let (before, after) = (evidence[..start].trim_end(), &evidence[end..]);
    let after = after.strip_prefix('\n').unwrap_or(after);
    if before.is_empty() || after.is_empty() {
        format!("{before}{after}")
    } else {
        format!("{before}\n{after}")
    }
}

/// Returns where the note's words stand in the evidence as whole lines.
fn place_of(evidence: &str, note: &str) -> Option<(usize, usize)> {
    let note = note.trim();
    if note.is_empty() {
        return None;
    }
    let places = evidence.match_indices(note).map(|(start, _)| (start, start + note.len()));
    places.into_iter().find(|(start, end)| {
        (*start == 0 || evidence[..*start].ends_with('\n'))
            && (*end == evidence.len() || evidence[*end..].starts_with('\n'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Question, Session};

    fn note(kind: Option<NoteKind>, written_at: &str) -> Note {
        Note {
            text: "Docks by the lockers".to_owned(),
            kind,
            session: Some(Id::from("s1")),
            written_at: written_at.to_owned(),
            ..Note::default()
        }
    }

    fn exchange(notes: Vec<(&str, Note)>) -> Exchange {
        let mut exchange = Exchange::default();
        let session = Session { objectives: [Id::from("o1")].into(), ..Session::default() };
        exchange.sessions.insert(Id::from("s1"), session);
        for id in ["q1", "q2"] {
            let objective = Some(Id::from("o1"));
            exchange.questions.insert(Id::from(id), Question { objective, ..Question::default() });
        }
        exchange.notes = notes.into_iter().map(|(id, note)| (Id::from(id), note)).collect();
        exchange
    }

    #[test]
    fn practices_lessons_and_challenges_tell_what_was_found_the_newest_last() {
        let exchange = exchange(vec![
            ("n1", note(Some(NoteKind::Challenge), "2026-10-14T10:00:00Z")),
            ("n2", note(Some(NoteKind::Practice), "2026-10-14T09:00:00Z")),
            ("n3", note(Some(NoteKind::Contact), "2026-10-14T09:30:00Z")),
            ("n4", note(None, "2026-10-14T09:30:00Z")),
        ]);
        let findings = Findings::of(&exchange, &Id::from("o1"));
        assert_eq!(findings.telling, [Id::from("n2"), Id::from("n1")]);
        assert_eq!(findings.notes, 4);
        assert_eq!(Findings::of(&exchange, &Id::from("o2")), Findings::default());
    }

    #[test]
    fn a_private_note_counts_but_is_not_offered_as_evidence() {
        let private = Note { private: true, ..note(Some(NoteKind::Lesson), "") };
        let findings = Findings::of(&exchange(vec![("n1", private)]), &Id::from("o1"));
        assert_eq!((findings.notes, findings.telling.len()), (1, 0));
    }

    #[test]
    fn two_answers_to_one_question_make_one_answered_question() {
        let answer = Note { question: Some(Id::from("q2")), session: None, ..Note::default() };
        let exchange = exchange(vec![("n1", answer.clone()), ("n2", answer)]);
        let findings = Findings::of(&exchange, &Id::from("o1"));
        assert_eq!((findings.answered, findings.questions, findings.notes), (1, 2, 2));
    }

    #[test]
    fn what_was_cited_can_be_taken_out_again() {
        for evidence in ["", "We have a copy.", "One\nTwo", "Docks by the lockers, all 40"] {
            let cited = cite(evidence, " Docks by the lockers ");
            assert!(cites(&cited, "Docks by the lockers"), "{cited}");
            assert_eq!(uncite(&cited, "Docks by the lockers"), evidence);
        }
        assert_eq!(uncite("a\nb\nc", "b"), "a\nc");
        assert_eq!(uncite("a\nb\nc", "a"), "b\nc");
    }

    #[test]
    fn words_within_a_line_are_not_the_note_and_stay() {
        assert!(!cites("Docks by the lockers, all 40", "Docks by the lockers"));
        assert_eq!(uncite("Docks, all 40", "Docks"), "Docks, all 40");
        assert!(!cites("anything", "  "));
    }
}
