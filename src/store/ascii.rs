//! Compact JSON in pure ASCII: WebKit counts a whole text double as soon as one character is not
//! Latin-1, so everything else is written as `\uXXXX`.

use serde_json::Value;

use crate::json;

/// Returns a value as compact JSON that holds ASCII only.
pub(super) fn written(value: &Value) -> String {
    let text = json::compact(value);
    let mut ascii = String::with_capacity(text.len());
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn text_beyond_ascii_is_escaped_and_reads_back_the_same() {
        let value = json!({"naïve": ["“quote”", "😀", "plain \"x\"\n", "\u{0}"]});
        let text = written(&value);
        assert!(text.is_ascii(), "{text}");
        assert_eq!(serde_json::from_str::<Value>(&text).ok(), Some(value));
    }
}
