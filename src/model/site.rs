//! Sites, and when two ways to write a name mean the same.

/// Returns what two ways to write one site's name have in common: its letters and digits word by word,
/// those of English in small letters. (The tables of all alphabets would make the first screen come later.)
pub fn key(site: &str) -> String {
    let words = site.split(|character: char| {
        if character.is_ascii() {
            !character.is_ascii_alphanumeric()
        } else {
            // Dashes, quotation marks and the like.
            character.is_whitespace() || matches!(character, '\u{2000}'..='\u{206f}')
        }
    });
    let words: Vec<String> =
        words.filter(|word| !word.is_empty()).map(str::to_ascii_lowercase).collect();
    words.join("-")
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn a_name_is_told_by_its_letters_and_digits() {
        for (name, told) in [
            (" St. Louis ", "st-louis"),
            ("Winston–Salem", "winston-salem"),
            ("Coeur d’Alene", "coeur-d-alene"),
            ("Köln 2", "köln-2"),
            ("...", ""),
        ] {
            assert_eq!(key(name), told, "{name}");
        }
    }
}
