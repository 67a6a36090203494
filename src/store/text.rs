//! The texts that are stored: compact JSON in pure ASCII, and a check that notices damage.
//!
//! WebKit counts a whole text double as soon as one character is not Latin-1, so everything else is
//! written as `\uXXXX`. A text ends with a check of all before it: one that was cut, or in which a
//! character changed, must not be taken for what somebody wrote.

use crate::json::Tree;

const CHECK: &str = ",\"check\":\"";
const END: &str = "\"}";
const DIGITS: usize = 16;

/// Returns an object that has members as the text that is stored.
pub(super) fn written<'a>(object: impl Into<Tree<'a>>) -> String {
    let mut text = ascii(&object.into().compact());
    // The closing brace comes behind the check.
    text.pop();
    let check = format!("{CHECK}{:016x}{END}", check(&text));
    text + &check
}

/// Returns whether a text is as it was written.
pub(super) fn is_whole(text: &str) -> bool {
    let at = text.len().saturating_sub(CHECK.len() + DIGITS + END.len());
    let Some((rest, end)) = text.split_at_checked(at) else { return false };
    end == format!("{CHECK}{:016x}{END}", check(rest))
}

/// How long the end of a text is that [`check_in`] needs.
pub(super) const CHECK_LENGTH: usize = DIGITS + END.len();

/// Returns the check that stands at the end of a text, whether it fits or not.
pub(super) fn check_in(end: &str) -> Option<&str> {
    end.get(end.len().checked_sub(CHECK_LENGTH)?..end.len() - END.len())
}

fn ascii(text: &str) -> String {
    let mut ascii = String::with_capacity(text.len() + text.len() / 8);
    // Only within its texts can JSON hold other characters.
    for character in text.chars() {
        if character.is_ascii() {
            ascii.push(character);
        } else {
            for unit in character.encode_utf16(&mut [0; 2]) {
                ascii.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    ascii
}

/// FNV-1a with 64 bits: any single changed character gives another sum. It is no protection against
/// people.
fn check(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn text_beyond_ascii_is_escaped_and_reads_back_the_same() {
        let value = json!({"naïve": ["“quote”", "😀", "plain \"x\"\n", "\u{0}"]});
        let text = written(&value);
        assert!(text.is_ascii(), "{text}");
        assert!(is_whole(&text));
        let read: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(read["naïve"], value["naïve"]);
    }

    #[test]
    fn the_check_is_that_of_fnv_1a() {
        assert_eq!(check(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(check("foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn a_text_that_was_cut_or_changed_anywhere_is_noticed() {
        let text = written(&json!({"title": "Visit to Riverton", "number": 12}));
        for at in 0..text.len() {
            assert!(!is_whole(&text[..at]), "cut at {at}");
            let mut changed = text.clone().into_bytes();
            changed[at] ^= 1;
            let changed = String::from_utf8(changed).expect("still ASCII");
            assert!(!is_whole(&changed), "changed at {at}");
        }
    }
}
