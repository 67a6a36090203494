//! Addresses that come one after the other, put into one text that they share.

use std::ops::Range;

use arcstr::ArcStr;

use super::address::Address;

/// How long the text of all addresses may be, in bytes. It is made of fewer bytes: every value of a record
/// repeats the name of the collection and the id.
const MOST_TEXT: usize = 32 * 1024 * 1024;

/// Things with their addresses, in order of these.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Gathered<T> {
    text: String,
    /// Each thing, and where its address ends in the text; the next one begins there.
    things: Vec<(u32, T)>,
}

impl<T> Default for Gathered<T> {
    fn default() -> Self {
        Self { text: String::new(), things: Vec::new() }
    }
}

impl<T> Gathered<T> {
    /// Adds something at the address of these pieces, and returns where that stands in the text. `None` if
    /// that gets too long.
    pub(super) fn add(&mut self, pieces: &[&str], thing: T) -> Option<Range<u32>> {
        let from = self.things.last().map_or(0, |(end, _)| *end);
        pieces.iter().for_each(|piece| self.text.push_str(piece));
        let to = u32::try_from(self.text.len()).ok().filter(|_| self.text.len() <= MOST_TEXT)?;
        self.things.push((to, thing));
        Some(from..to)
    }

    /// The thing that was added last.
    pub(super) fn last(&self) -> Option<&T> {
        self.things.last().map(|(_, thing)| thing)
    }

    /// Whether each address comes after the one before.
    pub(super) fn is_in_order(&self) -> bool {
        let mut from = 0;
        let mut before = None;
        self.things.iter().all(|(to, _)| {
            let address = self.at(from..*to);
            from = *to;
            before.replace(address).is_none_or(|before| before < address)
        })
    }

    /// The address at a place in the text.
    pub(super) fn at(&self, place: Range<u32>) -> &str {
        &self.text[place.start as usize..place.end as usize]
    }

    /// Returns the text and the things with their addresses, which share it.
    pub(super) fn shared(self) -> (ArcStr, impl Iterator<Item = (Address, T)>) {
        let (text, mut from) = (ArcStr::from(self.text), 0);
        let of_all = text.clone();
        let things = self.things.into_iter().map(move |(to, thing)| {
            let address = Address::shared(&of_all, from..to);
            from = to;
            (address, thing)
        });
        (text, things)
    }
}
