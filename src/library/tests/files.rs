//! The topic files one by one: complete, in order, well formed.

use super::*;

#[test]
fn every_topic_of_the_field_is_there() {
    let ids: Vec<_> = topics().into_iter().map(|topic| topic.id).collect();
    let expected = [
        "body-worn-cameras",
        "child-sexual-exploitation",
        "community-engagement",
        "compstat",
        "constitutional-policing",
        "crime-analysis",
        "crime-guns",
        "crime-prevention",
        "demand-and-capacity",
        "drug-crime",
        "family-justice-centers",
        "federal-partnerships",
        "group-violence-intervention",
        "homicide-investigations",
        "modern-slavery",
        "nonfatal-shootings",
        "police-community-collaboration",
        "police-prosecutor-case-work",
        "real-time-crime-centers",
        "service-to-the-public",
        "staff-wellbeing",
        "victim-services",
    ];
    assert_eq!(ids, expected);
}

#[test]
fn every_focus_area_has_at_least_two_topics() {
    for area in FocusArea::ALL {
        let of_area = topics().iter().filter(|it| it.focus_areas.contains(area)).count();
        assert!(of_area >= 2, "{area:?}: {of_area}");
    }
}

#[test]
fn each_topic_is_worded_in_the_english_that_it_says() {
    let british = ["organisation", "programme", "centre", "behaviour", "licence", "analyse"];
    let american = ["organization", "program ", "center", "behavior", "analyze", "neighbor"];
    for (name, text) in topic_files() {
        let topic = Topic::read(&text).unwrap();
        // Titles and addresses of what others published stay as they are.
        let own = [&topic.summary, &topic.goal].into_iter().cloned();
        let own = own.chain(topic.sessions.iter().flat_map(|it| it.points.iter().cloned()));
        let own = own.chain(topic.questions.iter().map(|it| it.text.clone()));
        let own = own.chain(topic.outcomes.iter().map(|it| it.text.clone()));
        let own = own.collect::<Vec<_>>().join("\n").to_lowercase();
        let foreign = match topic.wording {
            Wording::Us => british,
            Wording::Uk => american,
        };
        for word in foreign {
            assert!(!own.contains(word), "{name}: {word}");
        }
    }
}

#[test]
fn every_file_is_named_after_its_topic_and_points_to_the_schema() {
    for (name, text) in topic_files() {
        let topic = Topic::read(&text).unwrap();
        assert_eq!(name, format!("{}.json", topic.id));
        assert_eq!(topic.schema.as_deref(), Some("../../schema/topic-v1.json"), "{name}");
    }
}

#[test]
fn no_topic_has_a_flaw() {
    for topic in topics() {
        assert_eq!(topic.check(), [], "{}", topic.id);
    }
}

#[test]
fn sessions_stand_in_order_of_time_between_eight_and_six() {
    for topic in topics() {
        let places: Vec<_> =
            topic.sessions.iter().map(|session| (session.day, session.start)).collect();
        assert!(places.is_sorted(), "{}: sessions are not in order of time", topic.id);
        for session in &topic.sessions {
            let (start, end) = (session.start.minutes(), session.slot().end());
            assert!(
                start >= 8 * 60 && end <= 18 * 60,
                "{}: {} is outside 08:00 to 18:00",
                topic.id,
                session.id
            );
        }
    }
}

#[test]
fn a_day_has_no_gaps_and_nobody_sits_longer_than_two_and_a_quarter_hours_without_a_pause() {
    for topic in topics() {
        for day in 1..=topic.days {
            let sessions = topic.sessions_of_day(day);
            for pair in sessions.windows(2) {
                assert_eq!(
                    pair[0].slot().end(),
                    pair[1].start.minutes(),
                    "{}: gap between {} and {}",
                    topic.id,
                    pair[0].id,
                    pair[1].id
                );
            }
            let mut seated = 0;
            for session in sessions {
                seated = if session.is_break() { 0 } else { seated + session.minutes };
                assert!(
                    seated <= 135,
                    "{}: {seated} minutes without a pause up to {}",
                    topic.id,
                    session.id
                );
            }
        }
    }
}

#[test]
fn a_visit_opens_with_a_welcome_and_ends_every_day_with_the_team_or_the_leadership() {
    for topic in topics() {
        assert_eq!(topic.sessions[0].kind, SessionKind::Welcome, "{}", topic.id);
        for day in 1..=topic.days {
            let sessions = topic.sessions_of_day(day);
            let has = |kind| sessions.iter().any(|session| session.kind == kind);
            assert!(has(SessionKind::Debrief), "{}: no debrief on day {day}", topic.id);
            let last = sessions.last().map(|session| session.kind);
            assert!(
                matches!(last, Some(SessionKind::Debrief | SessionKind::Leadership)),
                "{}: day {day} ends with {last:?}",
                topic.id
            );
        }
        let has = |kind| topic.sessions.iter().any(|session| session.kind == kind);
        assert!(has(SessionKind::Leadership), "{}: no close-out", topic.id);
        assert!(has(SessionKind::Questions), "{}: no time for questions", topic.id);
    }
}

#[test]
fn pauses_have_no_content_and_every_other_session_says_what_it_covers_and_with_whom() {
    for topic in topics() {
        for session in &topic.sessions {
            let place = format!("{}: {}", topic.id, session.id);
            if session.is_break() {
                assert!(session.objectives.is_empty() && session.who.is_empty(), "{place}");
            } else {
                assert!(!session.points.is_empty(), "{place} covers nothing");
                assert!(!session.who.is_empty(), "{place} meets nobody");
            }
        }
    }
}

#[test]
fn every_topic_is_complete_enough_to_start_from() {
    for topic in topics() {
        let id = &topic.id;
        assert!((3..=5).contains(&topic.objectives.len()), "{id}: objectives");
        assert!((3..=6).contains(&topic.outcomes.len()), "{id}: outcomes");
        assert!(topic.questions.len() >= 8, "{id}: questions");
        let headlines = topic.questions.iter().filter(|question| question.headline).count();
        assert_eq!(headlines, Question::MOST_HEADLINES, "{id}: headline questions");
        assert!(topic.sessions.len() >= 8, "{id}: sessions");
        assert!(topic.people_to_meet.len() >= 6, "{id}: people to meet");
        assert!(topic.people_to_send.len() >= 3, "{id}: people to send");
        assert!(topic.host_checklist.len() >= 8, "{id}: host checklist");
        assert!(topic.preparation.len() >= 4, "{id}: preparation");
        assert!(topic.resources.len() >= 3, "{id}: resources");
    }
}

#[test]
fn every_outcome_names_an_objective_and_every_question_a_session() {
    for topic in topics() {
        for outcome in &topic.outcomes {
            assert!(!outcome.objectives.is_empty(), "{}: {}", topic.id, outcome.id);
        }
        for question in &topic.questions {
            assert!(question.session.is_some(), "{}: {}", topic.id, question.id);
        }
    }
}

#[test]
fn tasks_are_listed_from_the_earliest_to_the_last() {
    for topic in topics() {
        for tasks in [&topic.host_checklist, &topic.preparation] {
            let days: Vec<_> = tasks.iter().map(|task| task.days_before).collect();
            assert!(days.is_sorted_by(|one, next| one >= next), "{}: {days:?}", topic.id);
        }
    }
}

#[test]
fn short_names_of_objectives_fit_the_head_of_a_table() {
    for topic in topics() {
        for objective in &topic.objectives {
            let short = &objective.short;
            assert!(!short.is_empty() && short.chars().count() <= 16, "{short}");
        }
    }
}
