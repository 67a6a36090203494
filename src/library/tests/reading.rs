//! Reading topics and the catalogue.

use super::*;

#[test]
fn a_topic_survives_writing_and_reading() {
    for topic in topics() {
        let text = serde_json::to_string(&topic).unwrap();
        assert_eq!(Topic::read(&text), Ok(topic));
    }
}

#[test]
fn a_byte_order_mark_in_front_is_passed_over() {
    let (_, text) = topic_files().swap_remove(0);
    assert_eq!(Topic::read(&format!("\u{feff}{text}")), Topic::read(&text));
}

#[test]
fn a_web_page_or_a_cut_file_is_told_apart_from_json_of_another_kind() {
    let (_, text) = topic_files().swap_remove(0);
    let cut = &text[..text.len() / 2];
    for broken in ["", "<!doctype html><title>Not found</title>", cut] {
        assert!(matches!(Topic::read(broken), Err(LibraryError::NotJson { .. })), "{broken:?}");
    }
    for other in ["{}", "[]", "7", r#"{"id":"x"}"#] {
        assert!(matches!(Topic::read(other), Err(LibraryError::NotATopic { .. })), "{other}");
    }
    assert!(matches!(Catalogue::read(&text), Err(LibraryError::NotACatalogue { .. })));
    assert!(matches!(Catalogue::read("<!doctype html>"), Err(LibraryError::NotJson { .. })));
}

#[test]
fn a_misspelt_missing_or_unfitting_field_is_named_with_its_place() {
    let (_, text) = topic_files().swap_remove(0);
    for (field, misspelt, expected) in [
        ("\"goal\":", "\"gaol\":", "`gaol` is not known here"),
        ("\"minutes\": ", "\"minuts\": ", "`sessions[0].minuts` is not known here"),
        ("\"day\": 1,", "\"day\": \"1\",", "`sessions[0].day` is not of its kind"),
        ("\"short\": ", "\"text\": ", "`objectives[0].short` is missing"),
    ] {
        let error = Topic::read(&text.replacen(field, misspelt, 1)).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
    }
}

#[test]
fn what_the_schema_is_made_from_reads_the_same() {
    for (_, text) in topic_files() {
        assert_eq!(serde_json::from_str(&text).ok(), Topic::read(&text).ok());
    }
    let text = read(&public("library/topics.json"));
    assert_eq!(serde_json::from_str(&text).ok(), Catalogue::read(&text).ok());
}
