//! What is wrong with a topic is told.

use super::*;

/// The flaws of the body-worn-camera topic after one change to it.
fn after(change: impl FnOnce(&mut Topic)) -> Vec<Flaw> {
    let mut topic = body_worn_cameras();
    change(&mut topic);
    topic.check()
}

fn has(flaws: &[Flaw], wanted: impl Fn(&Flaw) -> bool) -> bool {
    flaws.iter().any(wanted)
}

#[test]
fn an_id_with_capitals_or_spaces_is_told() {
    let flaws = after(|topic| topic.id = "Body cameras".into());
    assert_eq!(flaws, [Flaw::BadId { address: "id".into(), id: "Body cameras".into() }]);
}

#[test]
fn an_id_used_twice_in_one_list_is_told() {
    let flaws = after(|topic| topic.outcomes[1].id = topic.outcomes[0].id.clone());
    assert!(has(&flaws, |flaw| matches!(
        flaw, Flaw::DuplicateId { list, .. } if list == "outcomes"
    )));
}

#[test]
fn a_reference_to_a_missing_objective_is_told_wherever_it_stands() {
    let gone = || vec!["gone".to_owned()];
    for flaws in [
        after(|topic| topic.sessions[0].objectives = gone()),
        after(|topic| topic.outcomes[0].objectives = gone()),
        after(|topic| topic.questions[0].objective = "gone".into()),
    ] {
        assert!(has(&flaws, |flaw| matches!(
            flaw, Flaw::DanglingReference { id, .. } if id == "gone"
        )));
    }
}

#[test]
fn a_question_for_a_missing_session_is_told() {
    let flaws = after(|topic| topic.questions[0].session = Some("gone".into()));
    let address = format!("questions/{}/session", body_worn_cameras().questions[0].id);
    assert_eq!(flaws, [Flaw::DanglingReference { address, id: "gone".into() }]);
}

#[test]
fn a_session_without_length_is_told() {
    let flaws = after(|topic| topic.sessions[0].minutes = 0);
    let session = body_worn_cameras().sessions[0].id.clone();
    assert_eq!(flaws, [Flaw::NoLength { session }]);
}

#[test]
fn a_session_over_midnight_is_told_even_with_the_longest_length() {
    for minutes in [900, u16::MAX] {
        let flaws = after(|topic| topic.sessions.last_mut().unwrap().minutes = minutes);
        assert!(has(&flaws, |flaw| matches!(flaw, Flaw::RunsPastMidnight { .. })));
    }
}

#[test]
fn a_session_on_a_day_that_the_visit_lacks_is_told() {
    for day in [0, 3] {
        let flaws = after(|topic| topic.sessions.last_mut().unwrap().day = day);
        assert!(has(&flaws, |flaw| matches!(
            flaw, Flaw::DayOutside { day: told, days: 2, .. } if *told == day
        )));
    }
}

#[test]
fn a_day_without_sessions_is_told() {
    assert_eq!(after(|topic| topic.days = 3), [Flaw::EmptyDay { day: 3 }]);
}

#[test]
fn sessions_that_touch_do_not_overlap_but_one_minute_more_does() {
    let sound = body_worn_cameras();
    assert_eq!(sound.sessions[0].slot().end(), sound.sessions[1].start.minutes());
    let flaws = after(|topic| topic.sessions[0].minutes += 1);
    let (first, second) = (sound.sessions[0].id.clone(), sound.sessions[1].id.clone());
    assert_eq!(flaws, [Flaw::Overlap { day: 1, first, second }]);
}

#[test]
fn a_long_session_overlaps_all_that_begin_before_it_ends() {
    let flaws = after(|topic| topic.sessions[0].minutes = 120);
    let first = body_worn_cameras().sessions[0].id.clone();
    let told = flaws
        .iter()
        .filter(|flaw| matches!(flaw, Flaw::Overlap { first: told, .. } if *told == first));
    assert!(told.count() >= 2, "{flaws:?}");
}

#[test]
fn an_objective_without_session_or_question_is_told() {
    let id = body_worn_cameras().objectives[0].id.clone();
    let flaws = after(|topic| {
        for session in &mut topic.sessions {
            session.objectives.retain(|other| *other != id);
        }
    });
    assert_eq!(flaws, [Flaw::ObjectiveWithoutSession { objective: id.clone() }]);
    let flaws = after(|topic| topic.questions.retain(|question| question.objective != id));
    assert_eq!(flaws, [Flaw::ObjectiveWithoutQuestion { objective: id.clone() }]);
}

#[test]
fn an_outcome_without_objective_is_told() {
    let flaws = after(|topic| topic.outcomes[0].objectives.clear());
    let outcome = body_worn_cameras().outcomes[0].id.clone();
    assert_eq!(flaws, [Flaw::OutcomeWithoutObjective { outcome }]);
}

#[test]
fn a_fourth_headline_question_is_told() {
    let flaws = after(|topic| {
        topic.questions.iter_mut().for_each(|question| question.headline = false);
        topic.questions.iter_mut().take(4).for_each(|question| question.headline = true);
    });
    assert_eq!(flaws, [Flaw::TooManyHeadlines { count: 4 }]);
}

#[test]
fn an_address_that_is_not_a_web_page_is_told() {
    for address in ["javascript:alert(1)", "data:text/html,x", "//host/x", "https://", "a b"] {
        let flaws = after(|topic| topic.resources[0].address = address.into());
        let place = "resources".to_owned();
        assert_eq!(flaws, [Flaw::NotAWebAddress { place, address: address.into() }]);
    }
    let flaws = after(|topic| topic.source.address = Some("javascript:alert(1)".into()));
    assert!(has(&flaws, |flaw| matches!(
        flaw, Flaw::NotAWebAddress { place, .. } if place == "source"
    )));
}
