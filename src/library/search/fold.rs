//! Words as they are compared: without case, accents, short words, and the differences between
//! British and American spelling.
//!
//! Whatever is done here is done to both sides, the library and what is asked. So a word may come out
//! as no dictionary has it, as long as both spellings come out the same, and as long as the beginning
//! of a word comes out as the beginning of what the whole word becomes: people see hits while typing.

/// Words that say nothing of what somebody looks for.
const IGNORED: &[&str] = &[
    "a", "an", "and", "are", "as", "at", "be", "by", "can", "do", "does", "for", "from", "has",
    "have", "how", "i", "in", "is", "it", "its", "of", "on", "or", "our", "should", "so", "than",
    "that", "the", "their", "them", "they", "this", "to", "was", "we", "were", "what", "when",
    "where", "which", "who", "why", "will", "with", "you", "your",
];

/// The length of the longest of them.
const MOST_IGNORED: usize = 6;

/// How British words begin, and how the same American ones do. The `z` of "organize" is none of
/// these: every `z` becomes an `s`.
const SPELLINGS: &[(&str, &str)] = &[
    ("acknowledgem", "acknowledgm"),
    ("ageing", "aging"),
    ("anaesth", "anesth"),
    ("armour", "armor"),
    ("artefact", "artifact"),
    ("behaviour", "behavior"),
    ("calibre", "caliber"),
    ("cancell", "cancel"),
    ("catalogue", "catalog"),
    ("centre", "center"),
    ("cheque", "check"),
    ("colour", "color"),
    ("counsell", "counsel"),
    ("defenc", "defens"),
    ("dialogue", "dialog"),
    ("endeavour", "endeavor"),
    ("enroll", "enrol"),
    ("favour", "favor"),
    ("fibre", "fiber"),
    ("fulfill", "fulfil"),
    ("gaol", "jail"),
    ("grey", "gray"),
    ("haem", "hem"),
    ("harbour", "harbor"),
    ("honour", "honor"),
    ("humour", "humor"),
    ("installm", "instalm"),
    ("judgem", "judgm"),
    ("kerb", "curb"),
    ("labell", "label"),
    ("labour", "labor"),
    ("licenc", "licens"),
    ("litre", "liter"),
    ("manoeuvre", "maneuver"),
    ("metre", "meter"),
    ("modell", "model"),
    ("mould", "mold"),
    ("neighbour", "neighbor"),
    ("offenc", "offens"),
    ("orthopaed", "orthoped"),
    ("paed", "ped"),
    ("practis", "practic"),
    ("pretenc", "pretens"),
    ("programme", "program"),
    ("rigour", "rigor"),
    ("rumour", "rumor"),
    ("sceptic", "skeptic"),
    ("signall", "signal"),
    ("skillf", "skilf"),
    ("storey", "story"),
    ("theatre", "theater"),
    ("travell", "travel"),
    ("tumour", "tumor"),
    ("tyre", "tire"),
    ("vigour", "vigor"),
];

/// The words of a text as they are compared, those that say nothing left out.
pub(super) struct Folded {
    /// The words in their order.
    pub(super) words: Vec<String>,
    /// Whether the text ends within its last word, so that more of it may come.
    pub(super) is_open: bool,
}

/// Returns the words of a text as they are compared.
pub(super) fn fold(text: &str) -> Folded {
    let mut folded = Folded { words: Vec::new(), is_open: false };
    let mut word = String::new();
    for letter in text.chars() {
        match letter {
            letter if letter.is_ascii_alphanumeric() => word.push(letter.to_ascii_lowercase()),
            // "A&E", "U.S." and "victims'" are one word each.
            '&' | '.' | '\'' | '’' => {}
            // Marks that belong to the letter before them, and places where a word may be broken.
            '\u{300}'..='\u{36f}'
            | '\u{ad}'
            | '\u{200b}'..='\u{200d}'
            | '\u{fe00}'..='\u{fe0f}' => {}
            letter if is_between_words(letter) => folded.take(&mut word),
            letter => match without_accent(letter) {
                Some(plain) => word.push_str(plain),
                None => word.push(letter),
            },
        }
    }
    folded.is_open = !word.is_empty();
    let count = folded.words.len();
    folded.take(&mut word);
    folded.is_open &= folded.words.len() > count;
    folded
}

impl Folded {
    /// Adds a word that has come to its end.
    fn take(&mut self, word: &mut String) {
        if word.is_empty() || is_ignored(word) {
            word.clear();
        } else {
            self.words.push(in_one_spelling(std::mem::take(word)));
        }
    }
}

fn is_ignored(word: &str) -> bool {
    word.len() <= MOST_IGNORED && IGNORED.binary_search(&word).is_ok()
}

/// Returns a word in the one spelling that two may have.
fn in_one_spelling(mut word: String) -> String {
    let first = |text: &str| text.as_bytes().first().copied();
    let letter = first(&word);
    let start = SPELLINGS.partition_point(|(british, _)| first(british) < letter);
    let of_letter = SPELLINGS[start..].iter().take_while(|(british, _)| first(british) == letter);
    for (british, american) in of_letter {
        if word.starts_with(british) {
            word.replace_range(..british.len(), american);
            break;
        }
    }
    if word.contains('z') { word.replace('z', "s") } else { word }
}

/// True for a sign that ends a word. What is no sign that is known here is a letter: the tables of all
/// alphabets would make the program larger than the rest of the search does.
fn is_between_words(letter: char) -> bool {
    matches!(
        letter,
        '\0'..='\u{bf}'
            | '×'
            | '÷'
            // Dashes, quotation marks, currencies, arrows, symbols.
            | '\u{2000}'..='\u{2bff}'
            | '\u{3000}'..='\u{303f}'
            | '\u{fff0}'..='\u{ffff}'
            // Pictures.
            | '\u{1f000}'..='\u{1faff}'
    )
}

/// Returns the small letters of English that a Latin letter with an accent, large or small, stands for.
fn without_accent(letter: char) -> Option<&'static str> {
    Some(match letter {
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' => "a",
        'Æ' | 'æ' => "ae",
        'Ç' | 'ç' | 'Ć'..='č' => "c",
        'Ð' | 'ð' | 'Ď'..='đ' => "d",
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' => "e",
        'Ĝ'..='ģ' => "g",
        'Ĥ'..='ħ' => "h",
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' => "i",
        'Ĳ' | 'ĳ' => "ij",
        'Ĵ' | 'ĵ' => "j",
        'Ķ'..='ĸ' => "k",
        'Ĺ'..='ł' => "l",
        'Ñ' | 'ñ' | 'Ń'..='ŋ' => "n",
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' | 'Ō'..='ő' => "o",
        'Œ' | 'œ' => "oe",
        'Ŕ'..='ř' => "r",
        'Ś'..='š' | 'Ș' | 'ș' | 'ſ' => "s",
        'ß' | 'ẞ' => "ss",
        'Ţ'..='ŧ' | 'Ț' | 'ț' => "t",
        'Þ' | 'þ' => "th",
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' => "u",
        'Ŵ' | 'ŵ' => "w",
        'Ý' | 'ý' | 'ÿ' | 'Ŷ'..='Ÿ' => "y",
        'Ź'..='ž' => "z",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        fold(text).words
    }

    #[test]
    fn case_accents_and_marks_do_not_matter() {
        assert_eq!(words("Réalité ÉTAT e\u{301}tat Łódź"), words("realite etat etat lodz"));
        assert_eq!(
            words("Body-worn cameras: policy/law"),
            ["body", "worn", "cameras", "policy", "law"]
        );
    }

    #[test]
    fn every_letter_of_western_alphabets_is_one_of_english_large_or_small() {
        let letters = ('À'..='ž').filter(|letter| letter.is_alphabetic());
        for letter in letters {
            let plain = without_accent(letter).unwrap_or_default();
            assert!(
                !plain.is_empty() && plain.bytes().all(|it| it.is_ascii_lowercase()),
                "{letter}"
            );
            let small: String = letter.to_lowercase().collect();
            assert_eq!(words(&letter.to_string()), words(&small), "{letter}");
        }
    }

    #[test]
    fn signs_and_pictures_are_no_words_and_other_alphabets_are() {
        for signs in ["…", "—", "“”", "€ → ★", "🚓👮🏽‍♀️", "×÷", "\u{a0}\u{2003}\u{3000}", "\0\u{7f}"]
        {
            assert_eq!(words(signs), Vec::<String>::new(), "{signs:?}");
        }
        assert_eq!(words("дом 警察"), ["дом", "警察"]);
    }

    #[test]
    fn a_place_where_a_word_may_be_broken_does_not_break_it() {
        assert_eq!(words("ques\u{ad}tions in\u{200b}telligence"), ["questions", "intelligence"]);
    }

    #[test]
    fn letters_joined_by_a_sign_are_one_word() {
        assert_eq!(
            words("A&E, U.S. Attorney, victims' and children’s"),
            ["ae", "us", "attorney", "victims", "childrens"]
        );
    }

    #[test]
    fn british_and_american_spelling_come_out_the_same() {
        for (british, american) in [
            ("centre", "center"),
            ("centres", "centers"),
            ("organisation", "organization"),
            ("organising", "organizing"),
            ("analyse", "analyze"),
            ("analysing", "analyzing"),
            ("programme", "program"),
            ("programmes", "programs"),
            ("behaviour", "behavior"),
            ("behavioural", "behavioral"),
            ("neighbourhood", "neighborhood"),
            ("labour", "labor"),
            ("colour", "color"),
            ("defence", "defense"),
            ("offences", "offenses"),
            ("licence", "license"),
            ("practise", "practice"),
            ("counselling", "counseling"),
            ("travelling", "traveling"),
            ("judgement", "judgment"),
            ("paediatric", "pediatric"),
            ("modelling", "modeling"),
            ("tyre", "tire"),
            ("prioritise", "prioritize"),
        ] {
            assert_eq!(words(british), words(american), "{british}");
        }
    }

    #[test]
    fn every_spelling_of_the_table_is_there_once_and_in_order() {
        assert!(SPELLINGS.is_sorted_by(|one, next| one.0 < next.0));
        assert!(IGNORED.is_sorted_by(|one, next| one < next));
        assert_eq!(IGNORED.iter().map(|word| word.len()).max(), Some(MOST_IGNORED));
        for (british, american) in SPELLINGS {
            assert_eq!(words(british), words(american));
        }
    }

    #[test]
    fn short_words_that_say_nothing_are_left_out_but_abbreviations_stay() {
        assert_eq!(words("Who is in charge of the use of force?"), ["charge", "use", "force"]);
        assert_eq!(words("of the"), Vec::<String>::new());
        assert_eq!(words("DA DV SRO 999"), ["da", "dv", "sro", "999"]);
    }

    #[test]
    fn a_text_is_open_while_its_last_word_may_go_on() {
        for (text, is_open) in [
            ("gun viol", true),
            ("gun violence ", false),
            ("gun violence,", false),
            ("use of", false),
            ("", false),
            ("…", false),
        ] {
            assert_eq!(fold(text).is_open, is_open, "{text:?}");
        }
    }
}
