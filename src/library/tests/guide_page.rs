//! The body-worn-camera topic holds all of S0's guide page, phrase by phrase.

use super::*;

/// The phrases of S0's nine agenda items; an item with several subjects has one for each.
const AGENDA: [(&str, &[&str]); 9] = [
    ("storage", &["tour data storage facility/room"]),
    ("program", &["concept, development, and implementation of bwc program"]),
    (
        "area command",
        &["meet with area command", "patrol perspective", "assignments", "daily execution"],
    ),
    ("policy", &["policy requirements", "how policy violations are addressed", "union challenges"]),
    ("budget", &["budget considerations", "financial impact"]),
    (
        "partners",
        &[
            "benefits of partnerships with university/stakeholders",
            "strategies for addressing community concerns",
            "processes for records requests from citizens",
        ],
    ),
    ("training", &["what a bwc training curriculum for officers should include"]),
    ("lessons", &["challenges and lessons learned"]),
    ("questions", &["question-and-answer session"]),
];

/// S0's five objectives.
const OBJECTIVES: [&str; 5] = [
    "Identify and evaluate promising practices and policy development for BWC implementation.",
    "Allow visiting agency participants to interact with and examine program elements, \
     equipment, and facility needs.",
    "Understand the extent of staff training requirements and policy/planning needs for \
     potential deployment.",
    "Understand the benefits and drawbacks to different video storage and camera types.",
    "Learn strategies for community buy-in and financial impact.",
];

/// S0's six potential outcomes.
const OUTCOMES: [&str; 6] = [
    "Modified practices or implementation of new practices based on lessons learned",
    "Increased community engagement and engagement of local partners",
    "Improved understanding of site and equipment needs",
    "Increased awareness of staffing and training requirements",
    "Improved transparency between police and community",
    "More positive interactions and trust between police and community",
];

/// S0's five resources.
const RESOURCES: [(&str, &str); 5] = [
    ("About PSP", "https://www.nationalpublicsafetypartnership.org/Home#about"),
    (
        "Improving Homicide Investigations: Peer Exchange Sample Agenda",
        "https://www.nationalpublicsafetypartnership.org/clearinghouse/Resource/418",
    ),
    (
        "Peer Exchange Guide: Family Justice Centers",
        "https://www.nationalpublicsafetypartnership.org/clearinghouse/Resource/630",
    ),
    (
        "Peer Exchange Guide: Body-Worn Cameras",
        "https://www.nationalpublicsafetypartnership.org/clearinghouse/Resource/631",
    ),
    (
        "Peer Exchange Guide: Enhancing CompStat Strategy",
        "https://www.nationalpublicsafetypartnership.org/clearinghouse/Resource/632",
    ),
];

#[test]
fn every_subject_of_the_nine_agenda_items_is_a_point_of_a_session() {
    let points: Vec<_> = body_worn_cameras()
        .sessions
        .iter()
        .flat_map(|session| session.points.clone())
        .map(|point| point.to_lowercase())
        .collect();
    for (item, phrases) in AGENDA {
        for phrase in phrases {
            assert!(
                points.iter().any(|point| point.contains(phrase)),
                "{item}: no point holds {phrase:?}"
            );
        }
    }
}

#[test]
fn the_five_objectives_stand_in_the_words_and_order_of_the_guide() {
    let texts: Vec<_> =
        body_worn_cameras().objectives.into_iter().map(|objective| objective.text).collect();
    assert_eq!(texts, OBJECTIVES);
}

#[test]
fn the_six_potential_outcomes_stand_in_the_words_and_order_of_the_guide() {
    let texts: Vec<_> =
        body_worn_cameras().outcomes.into_iter().map(|outcome| outcome.text).collect();
    assert_eq!(texts, OUTCOMES);
}

#[test]
fn the_five_resources_of_the_guide_come_first_with_title_and_address_as_printed() {
    let resources = body_worn_cameras().resources;
    let first: Vec<_> = resources
        .iter()
        .take(RESOURCES.len())
        .map(|resource| (resource.title.as_str(), resource.address.as_str()))
        .collect();
    assert_eq!(first, RESOURCES);
}

#[test]
fn the_visit_takes_two_days_and_has_at_least_eight_questions() {
    let topic = body_worn_cameras();
    assert_eq!(topic.days, 2);
    assert!(topic.questions.len() >= 8);
    assert_eq!(topic.wording, Wording::Us);
}
