//! The merge, and what rests on it: copies with values left out, and taking back an opened file.

use litemap::LiteMap;

use super::address::Address;
use super::document::Document;
use super::seen::Seen;
use super::siblings::Siblings;
use crate::order;

impl Document {
    /// Takes in what another copy, or a delta, has.
    ///
    /// A value stays unless the other copy has seen its edit and no longer holds it: then somebody
    /// replaced it knowingly. That is the whole rule, and it is applied both ways. The result is
    /// the same in whatever order copies are merged, and however often.
    pub fn merge(&mut self, other: &Document) {
        // Both are in order of address, so they are gone through side by side.
        let mut theirs = other.registers.iter().peekable();
        let mut only_theirs = Vec::new();
        for (address, mine) in &mut self.registers {
            while let Some(before) = theirs.next_if(|(other, _)| *other < address) {
                only_theirs.push(before);
            }
            let same = theirs.next_if(|(other, _)| *other == address).map(|(_, same)| same);
            mine.drop_replaced(same, &other.seen);
            if let Some(same) = same {
                mine.take_in(same, &self.seen);
            }
        }
        only_theirs.extend(theirs);

        let mut news = Vec::new();
        for (address, theirs) in only_theirs {
            let mut mine = Siblings::default();
            mine.take_in(theirs, &self.seen);
            news.push((address.clone(), mine));
        }
        order::add(&mut self.registers, news);
        self.registers.retain(|_, siblings| !siblings.is_empty());
        self.seen.union(&other.seen);
    }

    /// A copy for others without the values at hidden addresses.
    ///
    /// Their numbers leave `seen` as well: the reader has never seen them. So nothing that the
    /// reader does can remove or overwrite them, and merging one's own redacted copy changes
    /// nothing.
    pub fn redacted(&self, hidden: impl Fn(&Address) -> bool) -> Document {
        let (mut registers, mut left_out) = (Vec::new(), Vec::new());
        for (address, siblings) in &self.registers {
            if hidden(address) {
                left_out.extend(siblings.iter().map(|sibling| &sibling.stamp));
            } else {
                registers.push((address.clone(), siblings.clone()));
            }
        }
        let mut seen = self.seen.clone();
        seen.remove(left_out);
        Document { registers: LiteMap::from_sorted_store_unchecked(registers), seen }
    }
}

/// Takes back an opened file: the state before it, and one's own commits since. That is not an
/// edit; the file was then never read, and opening it again brings the same as the first time.
pub fn take_back<'a>(
    before: &Document,
    own_deltas: impl IntoIterator<Item = &'a Document>,
) -> Document {
    let mut back = before.clone();
    for delta in own_deltas {
        back.merge(delta);
    }
    back
}

impl Siblings {
    /// Drops what the other copy has seen and no longer holds.
    fn drop_replaced(&mut self, theirs: Option<&Siblings>, seen_by_them: &Seen) {
        self.retain(|stamp| {
            theirs.is_some_and(|theirs| theirs.holds(stamp)) || !seen_by_them.contains(stamp)
        });
    }

    /// Takes in what the other copy holds, unless this copy has seen it and no longer holds it.
    fn take_in(&mut self, theirs: &Siblings, seen_by_me: &Seen) {
        for sibling in theirs.iter() {
            if self.holds(&sibling.stamp) || !seen_by_me.contains(&sibling.stamp) {
                self.insert(sibling);
            }
        }
    }
}
