//! Where two texts differ. Pure.

/// Returns a text in three parts: the words with which both begin, those in which this one differs
/// from the other, and those with which both end. The middle is empty where nothing differs.
pub fn differing<'a>(text: &'a str, other: &str) -> [&'a str; 3] {
    let (words, others) = (words(text), self::words(other));
    let word = |at: usize| &text[words[at].0..words[at].1];
    let other_word = |at: usize| &other[others[at].0..others[at].1];
    let most = words.len().min(others.len());
    let begin = (0..most).take_while(|at| word(*at) == other_word(*at)).count();
    let end = (1..=most - begin)
        .take_while(|back| word(words.len() - back) == other_word(others.len() - back))
        .count();
    let differing = &words[begin..words.len() - end];
    match (differing.first(), differing.last()) {
        (Some((from, _)), Some((_, to))) => [&text[..*from], &text[*from..*to], &text[*to..]],
        _ => [text, "", ""],
    }
}

/// Returns where each word begins and ends, in bytes.
fn words(text: &str) -> Vec<(usize, usize)> {
    let mut end = 0;
    text.split_whitespace()
        .map(|word| {
            // Only white space stands before the word, so what is found first is the word itself.
            let start = end + text[end..].find(word).unwrap_or(0);
            end = start + word.len();
            (start, end)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_between_a_common_beginning_and_a_common_end_differ() {
        assert_eq!(
            differing("Day 1, 13:15, 60 min", "Day 1, 13:30, 60 min"),
            ["Day 1, ", "13:15,", " 60 min"]
        );
        assert_eq!(
            differing("weigh cloud and own storage", "weigh storage"),
            ["weigh ", "cloud and own", " storage"]
        );
    }

    #[test]
    fn the_shorter_side_has_nothing_to_mark() {
        assert_eq!(differing("weigh storage", "weigh own storage"), ["weigh storage", "", ""]);
        assert_eq!(differing("", "x"), ["", "", ""]);
        assert_eq!(differing("same words", "same  words"), ["same words", "", ""]);
    }

    #[test]
    fn a_word_that_both_ends_share_is_counted_once() {
        assert_eq!(differing("a a", "a"), ["a ", "a", ""]);
        assert_eq!(differing("Köln, Süd", "Bonn, Süd"), ["", "Köln,", " Süd"]);
    }

    #[test]
    fn texts_without_a_common_word_differ_as_a_whole() {
        assert_eq!(differing("photo ID", "no phones"), ["", "photo ID", ""]);
    }
}
