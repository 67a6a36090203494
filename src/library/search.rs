//! One search over everything in the library: topics, recommendations, principles, stories, resources.
//!
//! Every word that is asked for has to be there, in any order and anywhere in an entry. Case, accents,
//! plurals and British or American spelling do not matter ([`fold`]), and the last word may be
//! unfinished. Where nothing is found so, a letter or two may be wrong ([`likeness`]).

mod fold;
mod index;
mod likeness;

pub use index::{SearchEntry, SearchIndex, SearchKind};

use crate::order;
use fold::{Folded, fold};
use likeness::{Care, Likeness, Spelt};

/// A library that is ready to be searched.
#[derive(Clone, Debug)]
pub struct Search {
    index: SearchIndex,
    /// Every text of every entry, those of an entry one after the other.
    lines: Vec<Line>,
    /// Every word of the library, in order.
    words: Vec<Word>,
}

/// Something that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit<'a> {
    /// What it is.
    pub kind: SearchKind,
    /// Its id among those of its kind; the address of a resource.
    pub id: &'a str,
    /// Its title.
    pub title: &'a str,
    /// The text that fits best; the title, if that does.
    pub line: &'a str,
    /// Where that text stands.
    pub place: Place,
}

/// Where in an entry a text stands, the better for a hit the greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A sentence of its summary, an objective, a question, a session.
    Text,
    /// One of its keywords.
    Keyword,
    /// Its title.
    Title,
}

/// One text of an entry.
#[derive(Clone, Copy, Debug)]
struct Line {
    /// The entry, by its place in the index.
    entry: usize,
    place: Place,
    /// Its place among the texts of the entry that stand where it does.
    at: usize,
    /// How many words are in it.
    length: usize,
}

/// A word of the library, and the lines that it is in.
#[derive(Clone, Debug)]
struct Word {
    spelt: Spelt,
    lines: Vec<usize>,
}

/// An entry that fits.
struct Found {
    points: u32,
    entry: usize,
    line: usize,
}

impl Search {
    /// How much of what is asked is looked at, in characters.
    const MOST_LETTERS: usize = 200;
    /// How many words of it.
    const MOST_WORDS: usize = 12;

    /// Makes an index ready to be searched.
    pub fn new(index: SearchIndex) -> Self {
        let mut lines = Vec::new();
        let mut places = Vec::new();
        for (entry, texts) in index.entries.iter().enumerate() {
            let title = std::iter::once((Place::Title, 0, &texts.title));
            let keywords = texts.keywords.iter().enumerate();
            let rest = texts.lines.iter().enumerate();
            let texts = title
                .chain(keywords.map(|(at, text)| (Place::Keyword, at, text)))
                .chain(rest.map(|(at, text)| (Place::Text, at, text)));
            for (place, at, text) in texts {
                let Folded { words, .. } = fold(text);
                let line = lines.len();
                lines.push(Line { entry, place, at, length: words.len() });
                if place != Place::Text {
                    // Some write "hotspots", others "hot spots".
                    places.extend(words.windows(2).map(|pair| (pair.concat(), line)));
                }
                places.extend(words.into_iter().map(|word| (word, line)));
            }
        }
        Self { index, lines, words: words(places) }
    }

    /// Returns what fits a query, the best first: nothing for a query without words.
    pub fn find(&self, query: &str) -> Vec<Hit<'_>> {
        let shortened: String = query.chars().take(Self::MOST_LETTERS).collect();
        let Folded { words, is_open } = fold(&shortened);
        let last = words.len().saturating_sub(1);
        let mut asked: Vec<(Spelt, bool)> = Vec::new();
        for (at, word) in words.into_iter().enumerate().take(Self::MOST_WORDS) {
            // Twice the same word is the same as once.
            asked.retain(|(other, _)| other.text != word);
            asked.push((Spelt::new(word), is_open && at == last));
        }
        if asked.is_empty() {
            return Vec::new();
        }
        let mut found = self.entries_for(&asked, Care::Strict);
        if found.is_empty() {
            found = self.entries_for(&asked, Care::Forgiving);
        }
        found.iter().map(|found| self.hit(found)).collect()
    }

    /// Returns the entries that have all words asked for, the best first.
    fn entries_for(&self, asked: &[(Spelt, bool)], care: Care) -> Vec<Found> {
        // A row for each line, with how alike its words are to each word asked for.
        let mut rows: Vec<Option<Likeness>> = vec![None; self.lines.len() * asked.len()];
        for (at, (asked_for, is_open)) in asked.iter().enumerate() {
            for word in &self.words {
                let likeness = asked_for.likeness(&word.spelt, *is_open, care);
                for line in word.lines.iter().filter(|_| likeness.is_some()) {
                    let cell = &mut rows[line * asked.len() + at];
                    *cell = likeness.max(*cell);
                }
            }
        }
        let mut found = Vec::new();
        let mut first = 0;
        while let Some(line) = self.lines.get(first) {
            let count = self.lines[first..].iter().take_while(|it| it.entry == line.entry).count();
            let range = first..first + count;
            found.extend(self.entry_for(&rows, range, asked.len()));
            first += count;
        }
        order::sort_by(&mut found, |one, other| {
            let entry = |found: &Found| &self.index.entries[found.entry];
            let (first, second) = (entry(one), entry(other));
            let by_points = other.points.cmp(&one.points);
            by_points.then((first.kind, &first.title).cmp(&(second.kind, &second.title)))
        });
        found
    }

    /// Returns the entry of these lines if it has all words asked for.
    fn entry_for(
        &self,
        rows: &[Option<Likeness>],
        lines: std::ops::Range<usize>,
        count: usize,
    ) -> Option<Found> {
        let mut best_of_words = [0; Self::MOST_WORDS];
        let mut best_together = 0;
        let mut best_line: Option<(u32, usize, usize)> = None;
        for line in lines {
            let row = &rows[line * count..(line + 1) * count];
            if row.iter().all(Option::is_none) {
                continue;
            }
            let Line { entry, place, length, .. } = self.lines[line];
            let most = points_of(self.index.entries[entry].kind, place);
            let mut sum = 0;
            for (likeness, best) in row.iter().zip(&mut best_of_words) {
                let points = likeness.map_or(0, |likeness| most * share(likeness) / 100);
                sum += points;
                *best = points.max(*best);
            }
            // Words that stand together count for more, most of all if nothing else stands there.
            let mut together = 0;
            if row.iter().all(Option::is_some) {
                together = sum / 2 + sum * count as u32 / (2 * length.max(count)) as u32;
            }
            best_together = together.max(best_together);
            if best_line.is_none_or(|(most, ..)| sum + together > most) {
                best_line = Some((sum + together, line, entry));
            }
        }
        let best_of_words = &best_of_words[..count];
        let (_, line, entry) = best_line.filter(|_| best_of_words.iter().all(|best| *best > 0))?;
        Some(Found { points: best_of_words.iter().sum::<u32>() + best_together, entry, line })
    }

    fn hit(&self, found: &Found) -> Hit<'_> {
        let entry = &self.index.entries[found.entry];
        let Line { place, at, .. } = self.lines[found.line];
        let line = match place {
            Place::Title => &entry.title,
            Place::Keyword => &entry.keywords[at],
            Place::Text => &entry.lines[at],
        };
        Hit { kind: entry.kind, id: &entry.id, title: &entry.title, line, place }
    }
}

/// Returns what a word counts for where it stands. The title of further reading counts as a keyword
/// does: many titles of it begin as those of topics.
fn points_of(kind: SearchKind, place: Place) -> u32 {
    match place {
        Place::Title if kind == SearchKind::Resource => 60,
        Place::Title => 100,
        Place::Keyword => 60,
        Place::Text => 20,
    }
}

/// Returns how much of that a word counts for, in hundredths. A keyword that is there counts for more
/// than a title that only begins so: "DA" is no "data".
fn share(likeness: Likeness) -> u32 {
    match likeness {
        Likeness::Exact => 100,
        Likeness::Prefix => 55,
        Likeness::Typo => 30,
    }
}

/// Gathers words, each with the lines that it is in.
fn words(places: Vec<(String, usize)>) -> Vec<Word> {
    // Most words are told apart by their first letters, without a look at where the rest of them is.
    let mut places: Vec<_> =
        places.into_iter().map(|(text, line)| (first_letters(&text), text, line)).collect();
    order::sort_by(&mut places, |one, other| one.cmp(other));
    places.dedup();
    let mut words: Vec<Word> = Vec::new();
    for (_, text, line) in places {
        match words.last_mut() {
            Some(word) if word.spelt.text == text => word.lines.push(line),
            _ => words.push(Word { spelt: Spelt::new(text), lines: vec![line] }),
        }
    }
    words
}

/// Returns the first eight bytes of a word as a number: numbers are in the order of their words.
fn first_letters(word: &str) -> u64 {
    let bytes = word.bytes().chain(std::iter::repeat(0));
    bytes.take(8).fold(0, |number, byte| number << 8 | u64::from(byte))
}
