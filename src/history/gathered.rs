//! Addresses that come one after the other, put into one text that they share.

use std::ops::Range;

use arcstr::ArcStr;

use super::address::Address;

/// How long the addresses of all values of a document may be together, in bytes, and as much those of its
/// stamps. A file has fewer bytes: every address repeats the name of the collection and the id. Our own
/// files of the largest size have about a tenth.
pub const MOST_ADDRESSES: usize = 32 * 1024 * 1024;

/// Addresses, as texts that stand one behind the other.
#[derive(Default)]
pub(super) struct Gathered {
    text: String,
    /// Where each address ends in the text; the next one begins there.
    ends: Vec<u32>,
    /// How long the texts were that were taken out.
    taken: usize,
}

impl Gathered {
    /// Adds the address of these pieces, and returns where it stands in the text. `None` if there are too
    /// many.
    pub(super) fn add(&mut self, pieces: &[&str]) -> Option<Range<u32>> {
        let from = self.ends.last().copied().unwrap_or_default();
        pieces.iter().for_each(|piece| self.text.push_str(piece));
        let is_within = self.taken + self.text.len() <= MOST_ADDRESSES;
        let to = u32::try_from(self.text.len()).ok().filter(|_| is_within)?;
        self.ends.push(to);
        Some(from..to)
    }

    /// The address at a place in the text.
    pub(super) fn at(&self, place: Range<u32>) -> &str {
        &self.text[place.start as usize..place.end as usize]
    }

    /// Takes the addresses out, and returns their text too.
    pub(super) fn take(&mut self) -> (ArcStr, impl Iterator<Item = Address>) {
        let (text, mut from) = (ArcStr::from(self.text.as_str()), 0);
        self.taken += self.text.len();
        self.text.clear();
        let of_all = text.clone();
        let addresses = self.ends.drain(..).map(move |to| {
            let address = Address::shared(&of_all, from..to);
            from = to;
            address
        });
        (text, addresses)
    }
}
