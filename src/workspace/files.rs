//! The files that were taken in since the page was opened, and the exchanges that each went into: a file
//! is taken back in all of them or in none.

use leptos::prelude::*;

use super::Workspace;
use crate::model::Id;

/// Why a file can no longer be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileStays {
    /// The title of the exchange that it stays in, and so in all others.
    pub title: String,
    /// What happened to that one.
    pub why: Why,
}

/// What happened to an exchange after a file was taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It was sent or saved to a file.
    Sent,
    /// Another file was taken into it.
    OtherFile,
    /// Another tab took a file back in it.
    Elsewhere,
    /// It is no longer on this device.
    Gone,
}

/// The files, the last one behind.
#[derive(Debug, Default)]
pub(super) struct TakenFiles(Vec<Vec<Part>>);

/// What a file did to one exchange.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Part {
    /// The exchange.
    pub(super) id: Id,
    /// Whether only the file brought it: it then goes into the trash.
    pub(super) is_new: bool,
    /// What it was called.
    title: String,
    lost: Option<Why>,
}

impl TakenFiles {
    /// Begins a file.
    fn begin(&mut self) {
        self.0.push(Vec::new());
    }

    /// Notes an exchange that the file which was begun last went into.
    pub(super) fn add(&mut self, id: Id, title: String, is_new: bool) {
        self.lose(&id, Why::OtherFile);
        if let Some(file) = self.0.last_mut() {
            file.push(Part { id, is_new, title, lost: None });
        }
    }

    /// Notes what happened to an exchange since.
    pub(super) fn lose(&mut self, id: &Id, why: Why) {
        for part in self.0.iter_mut().flatten().filter(|part| part.id == *id) {
            // One that only the file brought is gone as it would be by taking the file back.
            if !(part.is_new && why == Why::Gone) {
                part.lost.get_or_insert(why);
            }
        }
    }

    /// Returns what the file did that was taken into an exchange last, if that can be taken back there.
    /// One that only brought exchanges cannot be: they can be deleted.
    pub(super) fn of(&self, id: &Id) -> Option<&[Part]> {
        let is_it = |part: &Part| part.id == *id && part.lost.is_none();
        let file = self.0.iter().rev().find(|file| file.iter().any(is_it))?;
        file.iter().any(|part| !part.is_new).then_some(file)
    }

    /// Forgets the same file.
    fn forget(&mut self, id: &Id) {
        self.0.retain(|file| file.iter().all(|part| part.id != *id || part.lost.is_some()));
    }
}

impl Workspace {
    /// Lets what `take` takes in belong to one file, to be taken back together.
    pub fn take_together<T>(&self, take: impl FnOnce() -> T) -> T {
        self.files.update_value(TakenFiles::begin);
        let taken = take();
        let all = self.files.with_value(|files| files.0.last().cloned().unwrap_or_default());
        self.look_at_ways_back(&all);
        taken
    }

    /// Takes a file back in all exchanges that it went into. Returns how many these are.
    ///
    /// # Errors
    /// If it has to stay in one of them: then it stays in all, and is not asked about again.
    pub(super) fn take_file_back(&self, id: &Id) -> Result<usize, FileStays> {
        let file = self.files.with_value(|files| files.of(id).map(<[Part]>::to_vec));
        let file = file.unwrap_or_default();
        let outcome = match file.iter().find_map(|part| self.why_it_stays(part)) {
            Some(stays) => Err(stays),
            None => {
                for part in &file {
                    if let Some(open) = self.document(&part.id) {
                        open.take_back_part(part.is_new);
                    }
                }
                Ok(file.len())
            }
        };
        self.files.update_value(|files| files.forget(id));
        self.look_at_ways_back(&file);
        outcome
    }

    fn why_it_stays(&self, part: &Part) -> Option<FileStays> {
        let open = self.document(&part.id);
        let why = part.lost.or(match &open {
            _ if part.is_new => None,
            Some(open) => (!open.has_way_back()).then_some(Why::Elsewhere),
            None => Some(Why::Gone),
        })?;
        let title = open.map_or_else(|| part.title.clone(), |open| open.title().trim().to_owned());
        Some(FileStays { title, why })
    }

    fn look_at_ways_back(&self, parts: &[Part]) {
        for open in parts.iter().filter_map(|part| self.document(&part.id)) {
            open.look_at_way_back();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(name: &str) -> Id {
        Id::from(name)
    }

    fn taken(files: &mut TakenFiles, exchanges: &[(&str, bool)]) {
        files.begin();
        for (name, is_new) in exchanges {
            files.add(id(name), (*name).to_owned(), *is_new);
        }
    }

    fn members(files: &TakenFiles, of: &str) -> Option<Vec<String>> {
        files.of(&id(of)).map(|file| file.iter().map(|part| part.title.clone()).collect())
    }

    fn lost(files: &TakenFiles, of: &str) -> Vec<Option<Why>> {
        files.of(&id(of)).unwrap_or_default().iter().map(|part| part.lost).collect()
    }

    #[test]
    fn a_file_is_taken_back_from_any_of_its_exchanges_in_all_of_them() {
        let mut files = TakenFiles::default();
        taken(&mut files, &[("a", false), ("b", false), ("c", true)]);
        let all = ["a", "b", "c"].map(str::to_owned).to_vec();
        for from in ["a", "b", "c"] {
            assert_eq!(members(&files, from), Some(all.clone()));
        }
        assert_eq!(members(&files, "d"), None);
        files.forget(&id("b"));
        assert_eq!(members(&files, "a"), None);
    }

    #[test]
    fn a_file_that_only_brought_exchanges_is_not_taken_back() {
        let mut files = TakenFiles::default();
        taken(&mut files, &[("a", true), ("b", true)]);
        assert_eq!(members(&files, "a"), None);
    }

    #[test]
    fn it_is_known_which_exchange_was_sent_since_and_that_one_offers_nothing() {
        let mut files = TakenFiles::default();
        taken(&mut files, &[("a", false), ("b", false)]);
        files.lose(&id("b"), Why::Sent);
        files.lose(&id("b"), Why::Gone);
        assert_eq!(lost(&files, "a"), [None, Some(Why::Sent)]);
        assert_eq!(members(&files, "b"), None);
    }

    #[test]
    fn a_second_file_into_one_of_them_closes_the_way_back_of_the_first() {
        let mut files = TakenFiles::default();
        taken(&mut files, &[("a", false), ("b", false)]);
        taken(&mut files, &[("b", false)]);
        assert_eq!(lost(&files, "a"), [None, Some(Why::OtherFile)]);
        assert_eq!(members(&files, "b"), Some(vec!["b".to_owned()]));
        files.forget(&id("b"));
        assert_eq!(members(&files, "b"), None);
        assert_eq!(lost(&files, "a"), [None, Some(Why::OtherFile)]);
    }

    #[test]
    fn an_exchange_that_only_the_file_brought_may_be_gone_already() {
        let mut files = TakenFiles::default();
        taken(&mut files, &[("a", false), ("b", true)]);
        files.lose(&id("b"), Why::Gone);
        assert_eq!(lost(&files, "a"), [None, None]);
    }
}
