//! The name of a file that people find again: `body-worn-cameras-2026-10-14.json`.

use chrono::NaiveDate;

/// The most letters of a title that go into a name. With date and ending it stays under what mail
/// programs and network drives cut.
const MOST_LETTERS: usize = 60;

/// Returns `<title>-<date>.<ending>`. Only small letters, digits and hyphens, so that the name
/// survives every mail program; `fallback` stands for a title without any of those.
pub fn file_name(title: &str, fallback: &str, date: NaiveDate, ending: &str) -> String {
    let slug = match slug(title) {
        slug if slug.is_empty() => fallback.to_owned(),
        slug => slug,
    };
    format!("{slug}-{date}.{ending}")
}

/// Returns a text as small letters and digits with single hyphens between its words, cut at the end
/// of a word.
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for word in spelled(text).split(|letter: char| !letter.is_ascii_alphanumeric()) {
        if word.is_empty() {
            continue;
        }
        let hyphen = usize::from(!slug.is_empty());
        if slug.len() + hyphen + word.len() > MOST_LETTERS {
            // A single word may be longer than all that is allowed; the others end before it.
            if slug.is_empty() {
                slug.push_str(&word[..MOST_LETTERS]);
            }
            break;
        }
        if hyphen == 1 {
            slug.push('-');
        }
        slug.push_str(word);
    }
    slug
}

/// Returns a text in small letters, the Latin ones with marks spelled without them. An apostrophe
/// is left out, so that "sheriff's" stays one word.
fn spelled(text: &str) -> String {
    let mut spelled = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' => spelled.push('a'),
            'è' | 'é' | 'ê' | 'ë' | 'ē' => spelled.push('e'),
            'ì' | 'í' | 'î' | 'ï' | 'ī' => spelled.push('i'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' => spelled.push('o'),
            'ù' | 'ú' | 'û' | 'ü' | 'ū' => spelled.push('u'),
            'ý' | 'ÿ' | 'ŷ' => spelled.push('y'),
            'ŵ' => spelled.push('w'),
            'ç' => spelled.push('c'),
            'ñ' => spelled.push('n'),
            'ß' => spelled.push_str("ss"),
            'æ' => spelled.push_str("ae"),
            'œ' => spelled.push_str("oe"),
            '\'' | '’' => {}
            other => spelled.push(other),
        }
    }
    spelled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_words_with_hyphens() {
        for (title, expected) in [
            ("Body-worn camera program", "body-worn-camera-program"),
            ("  Sheriff’s office: CompStat & beyond! ", "sheriffs-office-compstat-beyond"),
            ("Köln/Zürich, Straße 7", "koln-zurich-strasse-7"),
            ("../../etc/passwd", "etc-passwd"),
            ("交流", ""),
            ("", ""),
        ] {
            assert_eq!(slug(title), expected, "{title}");
        }
    }

    #[test]
    fn a_long_title_ends_with_a_whole_word() {
        let title =
            "Gun violence intervention and the work of prosecutors with analysts in two cities";
        assert_eq!(slug(title), "gun-violence-intervention-and-the-work-of-prosecutors-with");
        assert_eq!(slug(&"a".repeat(200)).len(), MOST_LETTERS);
    }

    #[test]
    fn the_name_ends_with_the_date() {
        let date = NaiveDate::from_ymd_opt(2026, 10, 14).expect("a date");
        assert_eq!(file_name("Cameras", "exchange", date, "json"), "cameras-2026-10-14.json");
        assert_eq!(file_name("交流", "exchange", date, "json"), "exchange-2026-10-14.json");
    }
}
