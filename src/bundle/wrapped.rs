//! Text that a mail program has wrapped: it broke long lines, also in the middle of a text in quotes,
//! where JSON allows no line break.

/// Returns the text without the line breaks inside of quotes, each replaced by `joint`; `None` if
/// there are none.
pub(super) fn joined(text: &str, joint: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let (mut is_in_text, mut is_escaped, mut has_breaks) = (false, false, false);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        if is_in_text && matches!(character, '\r' | '\n') {
            if character == '\r' && characters.peek() == Some(&'\n') {
                characters.next();
            }
            out.push_str(joint);
            has_breaks = true;
            continue;
        }
        match character {
            _ if is_escaped => is_escaped = false,
            '\\' if is_in_text => is_escaped = true,
            '"' => is_in_text = !is_in_text,
            _ => {}
        }
        out.push(character);
    }
    has_breaks.then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_inside_of_quotes_are_joined_and_those_outside_stay() {
        let text = "{\n\"a\": \"one\r\ntwo \\\" three\nfour\",\r\n\"b\": 1}";
        let expected = "{\n\"a\": \"one two \\\" three four\",\r\n\"b\": 1}";
        assert_eq!(joined(text, " ").as_deref(), Some(expected));
        assert_eq!(joined("{\"a\": \"x\ny\"}", "").as_deref(), Some("{\"a\": \"xy\"}"));
    }

    #[test]
    fn a_text_that_was_not_wrapped_is_not_copied() {
        assert_eq!(joined("{\n\"a\": \"x\\n\"\n}", ""), None);
    }

    #[test]
    fn a_break_behind_a_backslash_does_not_lose_its_place() {
        assert_eq!(joined("\"a\\\nnb\"", "").as_deref(), Some("\"a\\nb\""));
    }
}
