//! What holds for the texts of every file of the library, the generated ones included.

use super::*;

#[test]
fn texts_are_trimmed_and_hold_no_control_characters_or_doubled_spaces() {
    fn visit(name: &str, value: &Value) {
        match value {
            Value::String(text) => {
                assert!(!text.is_empty() && text.trim() == text, "{name}: {text:?}");
                assert!(!text.contains("  "), "{name}: doubled space in {text:?}");
                // Only what people type in several lines, as the sample holds it, has line breaks.
                let breaks = name == "sample.json";
                let mut controls = text.chars().filter(|letter| letter.is_control());
                assert!(controls.all(|it| breaks && it == '\n'), "{name}: {text:?}");
            }
            Value::Array(list) => list.iter().for_each(|entry| visit(name, entry)),
            Value::Object(map) => map.values().for_each(|entry| visit(name, entry)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    for (name, text) in library_files() {
        visit(&name, &serde_json::from_str(&text).unwrap());
    }
}

#[test]
fn no_file_holds_a_name_a_telephone_number_or_a_mail_address_of_staff() {
    // Surnames of the staff printed in S1. The programme contact is a setting, not content.
    let surnames = ["sigworth", "brackens", "binder", "mchale", "elliott", "starnes"];
    for (name, text) in library_files() {
        assert!(!text.contains('@'), "{name} holds a mail address");
        // In small letters, as they stand in mail addresses too.
        for surname in surnames {
            assert!(!text.to_lowercase().contains(surname), "{name} holds the name {surname}");
        }
        assert!(!holds_telephone_number(&text), "{name} holds a telephone number");
    }
}

#[test]
fn telephone_numbers_are_recognised() {
    assert!(holds_telephone_number("call (555) 010-7749 after hours"));
    assert!(holds_telephone_number("call 555-010-7749"));
    assert!(holds_telephone_number("call 555.010.7749"));
    assert!(!holds_telephone_number("NCJ 255472, April 2018, 24/7, 10:15, 10439463.2023.2223341"));
}

/// True if a group of three digits, a hyphen or full stop, and a group of four follow each other
/// somewhere.
fn holds_telephone_number(text: &str) -> bool {
    let groups: Vec<_> = text.split(|letter: char| !letter.is_ascii_digit()).collect();
    let mut end = 0;
    groups.windows(2).any(|pair| {
        end += pair[0].len() + 1;
        let between = text.as_bytes()[end - 1];
        pair[0].len() == 3 && pair[1].len() == 4 && matches!(between, b'-' | b'.')
    })
}
