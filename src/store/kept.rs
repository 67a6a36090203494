//! One open document and how far this tab has stored it.
//!
//! Local storage is neither ordered between tabs nor on the disk at once, and it can be full. So each tab
//! writes what it wrote to a key of its own, its *tail*; the document's key is only a *fold* of all that
//! the tab knows, written less often. A tail goes once a later look finds its edits in the stored
//! document. Whoever opens a document reads it with all tails; so a tab that is closed, or killed, at any
//! moment leaves nothing behind that the next one does not take up.

use litemap::LiteMap;

use super::{Documents, Storage, StorageError, Stub, Unreadable, Written};
use crate::bundle::Entry;
use crate::history::{CommitError, Document, RecordAddress, ReplicaId, Writer, take_back};
use crate::model::Id;

/// How long a deleted document stays in the trash of a device, in milliseconds: 30 days.
const TRASH_KEPT: u64 = 30 * 24 * 60 * 60 * 1000;

/// An open document.
#[derive(Clone, Debug)]
pub struct Kept {
    entry: Entry,
    epoch: u64,
    /// One writer for each author who wrote in this tab.
    writers: LiteMap<ReplicaId, Writer>,
    /// Everything that was written in this tab.
    mine: Entry,
    /// What was written in this tab and may not be in the stored document.
    tail: Option<Entry>,
    /// The stored text as this tab last wrote or read it.
    known: String,
    /// Whether the entry has something that the stored text has not.
    has_news: bool,
    /// Whether the text from before the first change is kept, or there was none.
    keeps_before: bool,
    taken: Option<Taken>,
    /// Whether what is written now belongs to a file that is being taken in.
    is_taking: bool,
    /// Whether there were tails of other tabs when it was opened.
    has_tails: bool,
    /// How often something from elsewhere was taken in.
    changes: usize,
}

/// What is needed to take an opened file back.
#[derive(Clone, Debug)]
struct Taken {
    before: Entry,
    /// What was written on this device since.
    since: Entry,
}

/// What opening a document comes to.
#[derive(Debug)]
pub enum Opening {
    /// It is open.
    Open(Box<Kept>),
    /// It was stored by a newer version of the app, and is left alone.
    Newer,
    /// Nothing of it can be read, or it was in the trash for so long that it is gone.
    Nothing,
}

/// Why a document was not stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The storage is full.
    Full,
    /// A newer version of the app stored it.
    Newer,
}

impl From<StorageError> for Refused {
    fn from(_: StorageError) -> Self {
        Self::Full
    }
}

impl Kept {
    /// Takes up a document of which nothing is stored yet.
    pub fn new(entry: Entry) -> Self {
        let mine = Entry::new(entry.id.clone());
        Self {
            has_news: entry.document != Document::new(),
            entry,
            epoch: 0,
            writers: LiteMap::new(),
            mine,
            tail: None,
            known: String::new(),
            keeps_before: false,
            taken: None,
            is_taking: false,
            has_tails: false,
            changes: 0,
        }
    }

    /// Opens what is stored of a document: its text, or the older one where that is damaged or missing,
    /// with what tabs wrote of it. Damaged texts are set aside.
    pub fn open<S: Storage>(documents: &Documents<S>, id: &Id, now: u64) -> Opening {
        let mut kept = Self::new(Entry::new(id.clone()));
        let text = documents.text(id);
        let is_found = match text.as_ref().map(|text| Written::read_whole(id, text)) {
            Some(Ok(stored)) => {
                kept.known = text.unwrap_or_default();
                kept.begin_with(stored);
                documents.forget_before(id);
                true
            }
            Some(Err(Unreadable::Newer)) => return Opening::Newer,
            Some(Err(Unreadable::Damaged(_))) => {
                let text = text.unwrap_or_default();
                let is_aside = documents.set_aside(id, &text).is_ok();
                let is_found = kept.begin_with_before(documents);
                if is_aside && !is_found {
                    documents.remove_text(id);
                }
                // The damaged text may be written over only once it is kept elsewhere.
                kept.known = if is_aside && is_found { text } else { String::new() };
                is_found
            }
            None => kept.begin_with_before(documents),
        };
        let tails = documents.tails(id);
        kept.has_tails = !tails.is_empty();
        for edits in &tails {
            kept.take_up(edits);
        }
        if kept.is_long_in_trash(now) {
            // Where there is no room for that it goes another time.
            let _ = kept.remove(documents, now);
            return Opening::Nothing;
        }
        if is_found || !tails.is_empty() { Opening::Open(Box::new(kept)) } else { Opening::Nothing }
    }

    /// Returns the document with its history.
    pub fn entry(&self) -> &Entry {
        &self.entry
    }

    /// Returns how often something that was not written in this tab was taken in.
    pub fn changes(&self) -> usize {
        self.changes
    }

    /// Returns the stored text as this tab last wrote or read it.
    pub fn stored_text(&self) -> &str {
        &self.known
    }

    /// Returns whether everything is stored.
    pub fn is_stored(&self) -> bool {
        !self.has_news
    }

    /// Returns whether other tabs had left something when it was opened.
    pub fn has_tails(&self) -> bool {
        self.has_tails
    }

    /// Returns whether the stored document, or what waits to be stored, has these edits.
    pub fn has(&self, written: &Written) -> bool {
        written.is_in(&self.entry)
    }

    /// Writes to the document under a replica id of this tab. Returns the edits.
    ///
    /// # Errors
    /// If the replica has no numbers left; nothing was written then.
    pub fn write(
        &mut self,
        replica: ReplicaId,
        author: &str,
        now: u64,
        write: impl FnOnce(&mut Document, &mut Writer, u64) -> Result<Document, CommitError>,
    ) -> Result<Entry, CommitError> {
        let writer =
            self.writers.entry(replica.clone()).or_insert_with(|| Writer::new(replica.clone()));
        let document = write(&mut self.entry.document, writer, now)?;
        let mut edits = Entry { document, ..Entry::new(self.entry.id.clone()) };
        if !author.is_empty() {
            edits.authors.insert(replica.clone(), author.to_owned());
            self.entry.authors.insert(replica, author.to_owned());
        }
        if !self.is_taking {
            self.mine.merge(&edits);
            self.add_to_tail(&edits);
            self.note_since(&edits);
        }
        self.has_news = true;
        Ok(edits)
    }

    /// Takes in edits that another tab made, or that are left of an earlier one. Returns whether there
    /// was anything new in them.
    pub fn take_up(&mut self, edits: &Written) -> bool {
        if edits.is_whole {
            return self.hear_whole(edits);
        }
        if self.has(edits) {
            return false;
        }
        self.entry.merge(&edits.entry);
        self.note_since(&edits.entry);
        self.has_news = true;
        self.changes += 1;
        true
    }

    /// Takes in what a file brings, which can be taken back. What is written until [`Kept::end_file`], to
    /// settle conflicts with it, belongs to it.
    pub fn take_file(&mut self, file: &Entry) {
        let since = Entry::new(self.entry.id.clone());
        self.taken = Some(Taken { before: self.entry.clone(), since });
        self.is_taking = true;
        self.entry.merge(file);
        self.has_news = true;
    }

    /// Ends what belongs to a file that was taken in.
    pub fn end_file(&mut self) {
        self.is_taking = false;
    }

    /// Returns whether what is written now belongs to a file that is being taken in.
    pub fn is_taking(&self) -> bool {
        self.is_taking
    }

    /// Returns whether there is an opened file to be taken back. An exchange that only the file brought
    /// can be deleted instead.
    pub fn can_take_back(&self) -> bool {
        self.taken.as_ref().is_some_and(|taken| taken.before.document != Document::new())
    }

    /// Gives up the way back: what was sent on cannot be taken back.
    pub fn forget_before_file(&mut self) {
        self.taken = None;
    }

    /// Takes the opened file back: the state before it, with what was written on this device since.
    /// Returns whether there was one.
    pub fn take_back(&mut self) -> bool {
        let Some(Taken { before, since }) = self.taken.take() else { return false };
        let document = take_back(&before.document, [&since.document]);
        self.entry = Entry { document, ..before };
        crate::history::authors::merge(&mut self.entry.authors, &since.authors);
        self.epoch += 1;
        self.has_news = true;
        true
    }

    /// Returns the whole document as it is written down now.
    pub fn whole(&self, now: u64) -> Written {
        Written { entry: self.entry.clone(), epoch: self.epoch, at: now, is_whole: true }
    }

    /// Returns edits of this document as they are written down now.
    pub fn edits(&self, entry: Entry, now: u64) -> Written {
        Written { entry, epoch: self.epoch, at: now, is_whole: false }
    }

    /// Writes what was written in this tab and may not be in the stored document to the tab's own key.
    ///
    /// # Errors
    /// If there is no room.
    pub fn put_tail<S: Storage>(
        &self,
        documents: &Documents<S>,
        tab: &str,
        now: u64,
    ) -> Result<(), StorageError> {
        let Some(tail) = &self.tail else { return Ok(()) };
        documents.put_tail(tab, &self.edits(tail.clone(), now))
    }

    /// Writes the whole document to storage, with what other tabs have stored meanwhile.
    ///
    /// # Errors
    /// If there is no room, or a newer version of the app stored it. What stands in storage is then
    /// still there.
    pub fn fold<S: Storage>(&mut self, documents: &Documents<S>, now: u64) -> Result<(), Refused> {
        let stored = documents.text(&self.entry.id).unwrap_or_default();
        if stored != self.known && !stored.is_empty() {
            self.hear(documents, stored)?;
        }
        if !self.has_news {
            return Ok(());
        }
        if !self.keeps_before && !self.known.is_empty() {
            documents.keep_before(&self.entry.id, &self.known);
            self.keeps_before = true;
        }
        self.known = documents.put(&self.whole(now))?;
        self.keeps_before = true;
        self.has_news = false;
        // The document is here again.
        documents.remove_stub(&self.entry.id);
        Ok(())
    }

    /// Takes in a text that another tab has stored.
    ///
    /// # Errors
    /// If a newer version of the app stored it; or if it is damaged and there is no room to keep it.
    pub fn hear<S: Storage>(
        &mut self,
        documents: &Documents<S>,
        text: String,
    ) -> Result<(), Refused> {
        match Written::read_whole(&self.entry.id, &text) {
            Ok(stored) => {
                self.known = text;
                self.hear_whole(&stored);
                let lacks_mine = !self.mine.is_in(&stored.entry);
                if stored.epoch == self.epoch && lacks_mine {
                    // Both stored at the same moment and the other came last.
                    self.tail = Some(self.mine.clone());
                }
                self.has_news = stored.epoch != self.epoch || stored.entry != self.entry;
                Ok(())
            }
            Err(Unreadable::Newer) => Err(Refused::Newer),
            Err(Unreadable::Damaged(_)) => {
                documents.set_aside(&self.entry.id, &text)?;
                self.known = text;
                // What this tab holds is the better text, and the older one is no use any more.
                self.keeps_before = true;
                self.has_news = true;
                Ok(())
            }
        }
    }

    /// Looks, in a task after the one that stored the document, whether it is there, and lets go of
    /// what is then no longer needed. Returns whether everything is stored.
    pub fn confirm<S: Storage>(
        &mut self,
        documents: &Documents<S>,
        tab: &str,
        now: u64,
    ) -> Result<bool, Refused> {
        let stored = documents.text(&self.entry.id).unwrap_or_default();
        if stored.is_empty() {
            self.has_news = true;
        } else if stored != self.known {
            self.hear(documents, stored)?;
        }
        if self.has_news {
            return Ok(false);
        }
        if self.tail.take().is_some() {
            documents.remove_tail(tab, &self.entry.id);
        }
        documents.tidy(&self.entry, tab, now);
        Ok(true)
    }

    /// Removes the document from this device, with all that tabs wrote of it.
    ///
    /// # Errors
    /// If it has first to be stored as a whole and that is refused; nothing is removed then.
    pub fn remove<S: Storage>(
        &mut self,
        documents: &Documents<S>,
        now: u64,
    ) -> Result<(), Refused> {
        self.fold(documents, now)?;
        documents.remove_stub(&self.entry.id);
        documents.remove(&self.entry.id);
        Ok(())
    }

    /// Removes the document from this device, and leaves a stub that says in which file it is. The
    /// stub comes first: a browser that stops in between leaves both, and the document counts.
    ///
    /// # Errors
    /// If there is no room for the stub, or the document has first to be stored as a whole and that is
    /// refused; nothing is removed then.
    pub fn archive<S: Storage>(
        &mut self,
        documents: &Documents<S>,
        stub: &Stub,
        now: u64,
    ) -> Result<(), Refused> {
        self.fold(documents, now)?;
        documents.put_stub(stub)?;
        if documents.stub(&self.entry.id).as_ref() != Some(stub) {
            return Err(Refused::Full);
        }
        documents.remove(&self.entry.id);
        Ok(())
    }

    fn begin_with(&mut self, stored: Written) {
        self.entry = stored.entry;
        self.epoch = stored.epoch;
        self.has_news = false;
    }

    /// Begins with the text from before the last change, if it can be read.
    fn begin_with_before<S: Storage>(&mut self, documents: &Documents<S>) -> bool {
        let id = &self.entry.id;
        let before = documents.before(id).map(|text| Written::read_whole(id, &text));
        let Some(Ok(before)) = before else { return false };
        self.begin_with(before);
        // It stays until the document is stored again.
        self.keeps_before = true;
        self.has_news = true;
        true
    }

    /// Takes in a whole copy. Returns whether it changed anything here.
    fn hear_whole(&mut self, other: &Written) -> bool {
        if other.epoch < self.epoch {
            // It has what was taken back. What was written on this device meanwhile is in the tails.
            self.has_news = true;
            return false;
        }
        if other.epoch > self.epoch {
            self.epoch = other.epoch;
            self.entry = other.entry.clone();
            self.entry.merge(&self.mine);
            self.taken = None;
            self.has_news = true;
            self.changes += 1;
            return true;
        }
        if self.entry == other.entry {
            return false;
        }
        let before = self.entry.clone();
        self.entry.merge(&other.entry);
        let is_changed = self.entry != before;
        self.has_news |= is_changed;
        self.changes += usize::from(is_changed);
        is_changed
    }

    fn add_to_tail(&mut self, edits: &Entry) {
        match &mut self.tail {
            Some(tail) => tail.merge(edits),
            None => self.tail = Some(edits.clone()),
        }
    }

    fn note_since(&mut self, edits: &Entry) {
        if let Some(taken) = &mut self.taken {
            taken.since.merge(edits);
        }
    }

    fn is_long_in_trash(&self, now: u64) -> bool {
        let root = RecordAddress::root();
        let document = &self.entry.document;
        let marked = document.stamp(&root.deleted()).map(|stamp| stamp.number);
        document.is_deleted(&root)
            && marked.is_some_and(|marked| marked.saturating_add(TRASH_KEPT) < now)
    }
}
