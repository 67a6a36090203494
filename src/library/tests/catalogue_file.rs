//! The catalogue beside the topics.

use super::*;

#[test]
fn the_catalogue_is_the_one_of_the_files() {
    let catalogue = pretty(&Catalogue::of(&topics()));
    published("library/topics.json", &catalogue, "UPDATE_CATALOGUE");
}

#[test]
fn a_catalogue_survives_writing_and_reading() {
    let catalogue = Catalogue::of(&topics());
    assert_eq!(Catalogue::read(&pretty(&catalogue)), Ok(catalogue));
}

#[test]
fn every_card_leads_to_its_file() {
    for card in Catalogue::of(&topics()).topics {
        let topic = Topic::read(&read(&public("library").join(&card.file))).unwrap();
        assert_eq!(TopicCard::of(&topic), card);
    }
}

#[test]
fn the_minutes_of_a_card_leave_out_breaks() {
    let mut topic = body_worn_cameras();
    let before = TopicCard::of(&topic);
    topic.sessions.retain(|session| !session.is_break());
    assert_eq!(TopicCard::of(&topic), before);
}

#[test]
fn a_card_is_found_by_its_id() {
    let catalogue = Catalogue::of(&topics());
    assert_eq!(catalogue.card("compstat").unwrap().file, "topics/compstat.json");
    assert_eq!(catalogue.card("gardening"), None);
}
