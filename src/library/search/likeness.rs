//! How alike a word that was asked for and a word of the library are.

use strsim::osa_distance;

/// How well a word fits one that was asked for, the better the greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    /// With a letter or two wrong, missing, too many or swapped; or the beginning of it so.
    Typo = 1,
    /// It begins with what was asked.
    Prefix = 2,
    /// The same word, in the singular or the plural.
    Exact = 3,
}

/// How much may be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Care {
    /// Nothing; only the last word may be unfinished.
    Strict,
    /// A letter or two, and every longer word may be unfinished.
    Forgiving,
}

/// A word as it is compared, with what makes comparing quick.
#[derive(Clone, Debug)]
pub(super) struct Spelt {
    /// The word.
    pub(super) text: String,
    /// The word in the singular, as far as its ending tells.
    singular: String,
    /// A bit for each letter that is in it.
    letters: u32,
    /// How many letters it has.
    length: usize,
    /// How many letters may be wrong if this is asked for. In a number, none.
    edits: usize,
}

impl Spelt {
    /// Returns a word that is ready to be compared.
    pub(super) fn new(text: String) -> Self {
        let letters = text.bytes().fold(0, |letters, byte| letters | 1 << (byte & 31));
        let length = text.chars().count();
        let edits = match length {
            _ if text.bytes().any(|byte| byte.is_ascii_digit()) => 0,
            0..4 => 0,
            4..8 => 1,
            8.. => 2,
        };
        Self { singular: singular(&text), letters, length, edits, text }
    }

    /// Returns how alike a word of the library is to this one, which was asked for.
    ///
    /// - `is_open`: Whether more of this one may come.
    pub(super) fn likeness(&self, word: &Self, is_open: bool, care: Care) -> Option<Likeness> {
        if self.singular == word.singular {
            return Some(Likeness::Exact);
        }
        // Most words are told apart by their letters.
        let begins = || self.letters & !word.letters == 0 && word.text.starts_with(&self.text);
        if is_open && begins() {
            return Some(Likeness::Prefix);
        }
        let is_alike = care == Care::Forgiving
            && (self.is_typo_of(word)
                || self.length >= LONG_ENOUGH_TO_BEGIN && begins()
                || is_open && self.is_typo_of_beginning(word));
        is_alike.then_some(Likeness::Typo)
    }

    fn is_typo_of(&self, word: &Self) -> bool {
        let edits = self.edits;
        // An edit changes the length by one and the letters by two at most: most words are told
        // apart by that.
        edits > 0
            && self.length.abs_diff(word.length) <= edits
            && (self.letters ^ word.letters).count_ones() as usize <= 2 * edits
            && osa_distance(&self.text, &word.text) <= edits
    }

    /// Returns whether a longer word begins with something like this one. Its first letter has to be
    /// right.
    fn is_typo_of_beginning(&self, word: &Self) -> bool {
        let edits = self.edits;
        if edits == 0
            || self.length < LONG_ENOUGH_TO_GUESS
            || word.length < self.length
            || (self.letters & !word.letters).count_ones() as usize > edits
            || self.text.chars().next() != word.text.chars().next()
        {
            return false;
        }
        (self.length - edits..=self.length + edits).any(|length| {
            let end = word.text.char_indices().nth(length).map_or(word.text.len(), |(at, _)| at);
            osa_distance(&self.text, &word.text[..end]) <= edits
        })
    }
}

/// From how many letters on a word that is not the last may be unfinished.
const LONG_ENOUGH_TO_BEGIN: usize = 4;

/// From how many letters on the beginning of a word is guessed at.
const LONG_ENOUGH_TO_GUESS: usize = 5;

/// Returns a word without the ending of its plural, if it seems to have one.
fn singular(word: &str) -> String {
    let ends = |ends: &[&str]| ends.iter().any(|end| word.ends_with(end));
    if word.len() < 4 || !ends(&["s"]) || ends(&["ss", "us", "is"]) {
        return word.to_owned();
    }
    if word.len() > 4 && ends(&["ies"]) {
        return format!("{}y", &word[..word.len() - 3]);
    }
    let ending = if ends(&["ches", "shes", "sses", "xes"]) { 2 } else { 1 };
    word[..word.len() - ending].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likeness(asked: &str, word: &str, is_open: bool, care: Care) -> Option<Likeness> {
        Spelt::new(asked.into()).likeness(&Spelt::new(word.into()), is_open, care)
    }

    fn is_typo(asked: &str, word: &str) -> bool {
        likeness(asked, word, false, Care::Forgiving) == Some(Likeness::Typo)
    }

    #[test]
    fn singular_and_plural_are_the_same_word() {
        for (one, many) in [
            ("camera", "cameras"),
            ("agency", "agencies"),
            ("search", "searches"),
            ("witness", "witnesses"),
            ("case", "cases"),
            ("gang", "gangs"),
            ("police", "police"),
            ("analysis", "analysis"),
        ] {
            assert_eq!(likeness(one, many, false, Care::Strict), Some(Likeness::Exact), "{one}");
            assert_eq!(likeness(many, one, false, Care::Strict), Some(Likeness::Exact), "{many}");
        }
        assert_eq!(likeness("das", "da", false, Care::Strict), None);
        assert_eq!(likeness("bus", "bu", false, Care::Strict), None);
    }

    #[test]
    fn a_word_that_goes_on_is_found_by_its_beginning_while_it_is_typed() {
        assert_eq!(likeness("homi", "homicide", true, Care::Strict), Some(Likeness::Prefix));
        assert_eq!(likeness("homi", "homicide", false, Care::Strict), None);
        assert_eq!(likeness("homi", "homicide", false, Care::Forgiving), Some(Likeness::Typo));
        assert_eq!(likeness("hom", "homicide", false, Care::Forgiving), None);
    }

    #[test]
    fn one_letter_may_be_wrong_in_words_of_four_to_seven_and_two_from_eight_on() {
        assert!(is_typo("gagn", "gang"), "swapped");
        assert!(!is_typo("gng", "gang"), "three letters");
        assert!(is_typo("forse", "force"), "wrong");
        assert!(is_typo("camra", "camera"), "missing");
        assert!(is_typo("cameera", "camera"), "too many");
        assert!(!is_typo("camrea", "camel"), "two");
        assert!(!is_typo("violnec", "violence"), "two in seven letters");
        assert!(is_typo("violnece", "violence"), "swapped in eight");
        assert!(is_typo("traficing", "trafficking"), "two missing of nine");
        assert!(!is_typo("trficing", "trafficking"), "three missing");
    }

    #[test]
    fn numbers_have_no_typos() {
        assert!(!is_typo("2019", "2018"));
    }

    #[test]
    fn the_beginning_of_a_long_word_is_found_with_a_typo_while_it_is_typed() {
        let is_found = |asked: &str| {
            likeness(asked, "homicide", true, Care::Forgiving) == Some(Likeness::Typo)
        };
        for asked in ["homoc", "homoci", "homocid", "homocide", "hmoicid"] {
            assert!(is_found(asked), "{asked}");
        }
        assert!(!is_found("comici"), "another first letter");
        assert_eq!(likeness("homoc", "homicide", true, Care::Strict), None);
    }

    #[test]
    fn letters_outside_of_ascii_are_counted_as_letters() {
        assert!(is_typo("ωωωω", "ωωωψ"));
        assert!(!is_typo("ωω", "ωψ"));
        assert_eq!(likeness("ωωωωω", "ωωωωωψψ", true, Care::Forgiving), Some(Likeness::Prefix));
        assert_eq!(likeness("ωωωψω", "ωωωωωψψ", true, Care::Forgiving), Some(Likeness::Typo));
    }
}
