//! Compact JSON in pure ASCII: WebKit counts a whole text double as soon as one character is not
//! Latin-1, so everything else is written as `\uXXXX`.

use std::io;

use serde::Serialize;
use serde_json::Value;
use serde_json::ser::{CompactFormatter, Formatter, Serializer};

/// Returns a value as compact JSON that holds ASCII only.
pub(super) fn written(value: &Value) -> String {
    let mut out = Vec::new();
    // Writing JSON to memory cannot fail: a `Value` has text keys and no odd numbers.
    let _ = value.serialize(&mut Serializer::with_formatter(&mut out, Ascii(CompactFormatter)));
    String::from_utf8(out).unwrap_or_default()
}

struct Ascii(CompactFormatter);

impl Formatter for Ascii {
    fn write_string_fragment<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        if fragment.is_ascii() {
            return self.0.write_string_fragment(writer, fragment);
        }
        for character in fragment.chars() {
            if character.is_ascii() {
                writer.write_all(&[character as u8])?;
            } else {
                for unit in character.encode_utf16(&mut [0; 2]) {
                    write!(writer, "\\u{unit:04x}")?;
                }
            }
        }
        Ok(())
    }
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
