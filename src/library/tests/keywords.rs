//! The keywords of the topics.

use super::*;
use crate::order::Set;

#[test]
fn every_topic_has_six_to_fifteen_keywords_of_a_few_words() {
    for topic in topics() {
        let count = topic.keywords.len();
        assert!((6..=15).contains(&count), "{}: {count} keywords", topic.id);
        for keyword in &topic.keywords {
            assert!((2..=40).contains(&keyword.chars().count()), "{}: {keyword}", topic.id);
            assert!(keyword.split(' ').count() <= 4, "{}: {keyword}", topic.id);
        }
    }
}

#[test]
fn no_keyword_repeats_another_or_the_title() {
    for topic in topics() {
        let mut seen = Set::new();
        for text in topic.keywords.iter().chain([&topic.title]) {
            assert!(seen.insert(text.to_lowercase()), "{}: {text} twice", topic.id);
        }
    }
}

#[test]
fn keywords_stand_on_the_card_and_may_be_left_out() {
    for topic in topics() {
        assert_eq!(TopicCard::of(&topic).keywords, topic.keywords);
    }
    let mut topic = body_worn_cameras();
    topic.keywords.clear();
    let text = serde_json::to_string(&topic).unwrap();
    assert!(!text.contains("keywords"));
    assert_eq!(Topic::read(&text), Ok(topic.clone()));
    assert_eq!(schema_faults(&serde_json::from_str(&text).unwrap()), None);
    assert_eq!(Catalogue::read(&pretty(&Catalogue::of(&[topic.clone()]))), {
        Ok(Catalogue::of(&[topic]))
    });
}

#[test]
fn the_schema_refuses_a_keyword_that_is_none() {
    let sound = serde_json::to_value(body_worn_cameras()).unwrap();
    for wrong in [json!([""]), json!([7]), json!("BWC"), json!(["x".repeat(41)])] {
        let mut document = sound.clone();
        put(&mut document, "/keywords", wrong.clone());
        assert!(schema_faults(&document).is_some(), "the schema accepts {wrong}");
    }
}
