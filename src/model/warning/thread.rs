//! What is loose along the thread: objective → question → session → note → learning point → action →
//! outcome.

use super::{Coming, Facts, Several, Warning};
use crate::model::{CheckPoint, Exchange, Id, NoteKind, Question, rank};
use crate::order::Set;

pub(super) fn always(facts: &Facts<'_>, warnings: &mut Vec<Warning>) {
    for strand in facts.strands {
        if strand.sessions == 0 {
            warnings.push(Warning::ObjectiveWithoutSession(strand.objective.clone()));
        }
        if strand.questions == 0 {
            warnings.push(Warning::ObjectiveWithoutQuestion(strand.objective.clone()));
        }
    }
    let exchange = facts.exchange;
    for (id, outcome) in rank::in_order(&exchange.outcomes) {
        if !outcome.objectives.iter().any(|id| exchange.objectives.contains_key(id)) {
            warnings.push(Warning::OutcomeWithoutObjective(id.clone()));
        }
    }
}

/// Returns what is loose about the questions on any day.
pub fn questions(exchange: &Exchange) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let known =
        |asker: &Option<Id>| asker.as_ref().is_some_and(|id| exchange.people.contains_key(id));
    let questions = rank::in_order(&exchange.questions);
    let unasked = questions.iter().filter(|(_, question)| !known(&question.asked_by));
    warnings.extend(Several::of(unasked.map(|(id, _)| *id)).map(Warning::QuestionsWithoutAsker));
    let headlines = exchange.questions.values().filter(|question| question.headline).count();
    if headlines > Question::MOST_HEADLINES {
        warnings.push(Warning::TooManyHeadlines(headlines));
    }
    warnings
}

pub(super) fn coming(facts: &Facts<'_>, coming: &mut Vec<Coming>) {
    let exchange = facts.exchange;
    let is_open = exchange.about.finished_at.is_empty();
    let Some(from) = facts.over().filter(|_| is_open) else { return };
    let mut warn = |from, warning| coming.push(Coming { from, warning });

    let mut answered = vec![false; exchange.questions.len()];
    facts.links.iter().filter_map(|link| link.question).for_each(|place| answered[place] = true);
    let is_answered = |id: &Id| exchange.questions.position(id).is_some_and(|at| answered[at]);
    let questions = rank::in_order(&exchange.questions);
    let unanswered = questions.iter().map(|(id, _)| *id).filter(|id| !is_answered(id));
    if let Some(some) = Several::of(unanswered) {
        warn(from, Warning::QuestionsWithoutAnswer(some));
    }
    let unrated = facts.strands.iter().filter(|strand| strand.assessed == 0);
    if let Some(some) = Several::of(unrated.map(|strand| &strand.objective)) {
        warn(from, Warning::ObjectivesWithoutAssessment(some));
    }
    if let Some(some) = practices_without_action(exchange) {
        warn(from, Warning::PracticesWithoutAction(some));
    }
    let first_check = exchange.about.dates.and_then(|dates| CheckPoint::SixWeeks.after(dates));
    if let Some(from) = first_check.and_then(|day| day.succ_opt()) {
        let told: Set<&Id> =
            exchange.check_ins.values().filter_map(|it| it.outcome.as_ref()).collect();
        let outcomes = rank::in_order(&exchange.outcomes);
        let untold = outcomes.iter().map(|(id, _)| *id).filter(|id| !told.contains(*id));
        if let Some(some) = Several::of(untold) {
            warn(from, Warning::OutcomesWithoutCheckIn(some));
        }
    }
}

/// A practice is followed up if an action names its note, or a learning point drafted from it.
fn practices_without_action(exchange: &Exchange) -> Option<Several> {
    let actions = || exchange.actions.values();
    let points = actions().flat_map(|action| action.learning_points.iter());
    let of_points = points.filter_map(|id| exchange.learning_points.get(id));
    let of_points = of_points.flat_map(|point| point.notes.iter());
    let directly = actions().flat_map(|action| action.notes.iter());
    let followed: Set<&Id> = of_points.chain(directly).collect();
    let practices = exchange
        .notes
        .iter()
        .filter(|(id, note)| note.kind == Some(NoteKind::Practice) && !followed.contains(*id));
    Several::of(practices.map(|(id, _)| id))
}
