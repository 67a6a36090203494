//! One open document of any kind: what it says, and its history behind it.

use leptos::prelude::*;
use serde_json::{Map, Value};

use super::shown::Shown;
use super::{
    CameBack, Conflict, FileStays, RecordChange, Why, Workspace, WrittenBy, changes, difference,
};
use crate::browser::clock;
use crate::bundle::{Entry, is_control};
use crate::history::{
    Address, Before, CommitError, Document, RecordAddress, ReplicaId, Writer, diff,
};
use crate::model::{Exchange, Id, Kind, Unreadable};
use crate::order;
use crate::store::{Documents, Kept, Refused, Storage, Stub, Written};

/// A document that pages show and change. Cheap to copy.
#[derive(Clone, Copy)]
pub struct OpenDocument {
    pub(super) workspace: Workspace,
    id: StoredValue<Id>,
    kept: StoredValue<Kept>,
    pub(super) shown: Shown,
    conflicts: RwSignal<Vec<Conflict>>,
    unreadable: RwSignal<Vec<Unreadable>>,
    came_back: RwSignal<Vec<CameBack>>,
    deleted: RwSignal<bool>,
    can_take_back: RwSignal<bool>,
}

impl PartialEq for OpenDocument {
    fn eq(&self, other: &Self) -> bool {
        self.id() == other.id()
    }
}

impl OpenDocument {
    pub(super) fn new(workspace: Workspace, kept: Kept) -> Self {
        let deleted = RwSignal::new(false);
        let kind = kept.entry().kind();
        let open = Self {
            workspace,
            id: StoredValue::new(kept.entry().id.clone()),
            kept: StoredValue::new(kept),
            shown: Shown::new(kind, workspace, deleted),
            conflicts: RwSignal::default(),
            unreadable: RwSignal::default(),
            came_back: RwSignal::default(),
            deleted,
            can_take_back: RwSignal::new(false),
        };
        open.read_again();
        open
    }

    /// Returns the document that the present screen is about.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Returns the document's id.
    pub fn id(&self) -> Id {
        self.id.get_value()
    }

    /// Returns what kind of document it is.
    pub fn kind(&self) -> Kind {
        self.id.with_value(Kind::of)
    }

    /// Returns what it is called now.
    pub fn title(&self) -> String {
        self.shown.title()
    }

    /// Asks the exchange that records are named after; one without any for a document without records.
    pub fn with_names<T>(&self, ask: impl FnOnce(&Exchange) -> T) -> T {
        match self.shown {
            Shown::Exchange(exchange, ..) => exchange.with_untracked(ask),
            Shown::Programme(_) => ask(&Exchange::default()),
        }
    }

    /// Returns the values that were written apart and wait for a person to settle them.
    pub fn conflicts(&self) -> Signal<Vec<Conflict>> {
        self.conflicts.into()
    }

    /// Returns the values that do not fit their type; they are kept as they are.
    pub fn unreadable(&self) -> Signal<Vec<Unreadable>> {
        self.unreadable.into()
    }

    /// Returns the records that are back although somebody deleted them, because somebody else changed
    /// them without knowing.
    pub fn came_back(&self) -> Signal<Vec<CameBack>> {
        self.came_back.into()
    }

    /// Returns who wrote what stands in the document, the newest first; follows it.
    pub fn changes(&self) -> Vec<RecordChange> {
        self.shown.track();
        let (kept, id) = (self.kept, self.id());
        self.workspace.sent.with(|sent| {
            let seen = sent.of(&id).map(|(_, seen)| seen);
            kept.with_value(|kept| changes::changes(kept.entry(), seen))
        })
    }

    /// Returns the records in the trash, and who put them there, the newest first; follows it.
    pub fn trash(&self) -> Vec<(RecordAddress, WrittenBy)> {
        self.shown.track();
        self.with_kept(|kept| changes::trash(kept.entry()))
    }

    /// Returns whether the document is in the trash.
    pub fn is_deleted(&self) -> bool {
        self.deleted.get()
    }

    /// Puts a record of any kind into the trash.
    pub fn delete_record(&self, record: &RecordAddress) {
        self.put_into_trash(record);
    }

    /// Takes a record of any kind out of the trash, or keeps one that came back.
    pub fn restore_record(&self, record: &RecordAddress) {
        self.take_out_of_trash(record);
    }

    /// Empties records in the trash for good, in one step.
    pub fn empty(&self, records: &[RecordAddress]) {
        let before = self.with_document(|document| {
            let addresses =
                records.iter().flat_map(|record| document.addresses_of(record).cloned());
            document.before(addresses)
        });
        self.step(&before, false, |document, writer, now| {
            let mut delta = Document::new();
            for record in records {
                delta.merge(&document.empty(record, writer, now)?);
            }
            Ok(delta)
        });
        self.read_again();
    }

    /// Puts the whole document into the trash.
    pub fn delete_whole(&self) {
        self.put_into_trash(&RecordAddress::root());
    }

    /// Takes the whole document out of the trash.
    pub fn restore_whole(&self) {
        self.take_out_of_trash(&RecordAddress::root());
    }

    /// Settles a conflict: the value takes the place of all that were written apart.
    pub fn settle(&self, address: &Address, value: Value) {
        self.commit(vec![(address.clone(), value)]);
        self.read_again();
    }

    /// Returns whether a file that was taken in can be taken back: until the document is sent on or the
    /// page is closed.
    pub fn can_take_back(&self) -> Signal<bool> {
        self.can_take_back.into()
    }

    /// Takes back the file that was taken in last, in all documents that it went into: what was written
    /// on this device since stays, and what only the file brought goes into the trash. Returns how many
    /// documents these are.
    ///
    /// # Errors
    /// If it has to stay in one of them: then it stays in all.
    pub fn take_back(&self) -> Result<usize, FileStays> {
        self.workspace.take_file_back(&self.id())
    }

    /// Returns the document with its history.
    pub fn entry(&self) -> Entry {
        self.kept.with_value(|kept| kept.entry().clone())
    }

    /// Returns the highest number of a replica that it has taken in.
    pub(super) fn highest(&self, replica: &ReplicaId) -> Option<u64> {
        self.kept.with_value(|kept| kept.entry().document.seen().highest(replica))
    }

    /// Returns the highest number of all that it has taken in: about when it was last written, in
    /// milliseconds since 1970.
    pub fn latest(&self) -> Option<u64> {
        self.kept
            .with_value(|kept| kept.entry().document.seen().replicas().map(|(_, last)| last).max())
    }

    /// Writes a new document. That is no step: without it there would be no document left.
    pub(super) fn write_whole(&self, plain: Map<String, Value>) {
        let edits = without_control(diff::whole(&Value::Object(plain)));
        self.write(|document, writer, now| document.commit(edits, writer, now), |_| {});
        self.read_again();
    }

    pub(super) fn take_file(&self, file: &Entry, settle: impl FnOnce(&Self)) {
        self.change_kept(|kept| kept.take_file(file));
        self.read_again();
        settle(self);
        self.change_kept(Kept::end_file);
        self.note_file(!self.has_way_back());
        self.workspace.note_whole(self);
    }

    /// Takes back what the file did here that was taken in last.
    ///
    /// - `is_new`: Whether only the file brought the document.
    pub(super) fn take_back_part(&self, is_new: bool) {
        if is_new {
            if !self.deleted.get_untracked() {
                self.delete_whole();
            }
        } else if self.change_kept(Kept::take_back) {
            self.read_again();
            self.workspace.note_whole(self);
        }
    }

    /// Returns whether what was here before the file is still known.
    pub(super) fn has_way_back(&self) -> bool {
        self.with_kept(Kept::can_take_back)
    }

    /// Looks again whether there is a file to be taken back.
    pub(super) fn look_at_way_back(&self) {
        let id = self.id();
        let is_new = self.workspace.files.with_value(|files| {
            let part = files.of(&id)?.iter().find(|part| part.id == id)?;
            Some(part.is_new)
        });
        let can_take_back = is_new.is_some_and(|is_new| is_new || self.has_way_back());
        if self.can_take_back.get_untracked() != can_take_back {
            self.can_take_back.set(can_take_back);
        }
    }

    /// What was sent on cannot be taken back.
    pub(super) fn note_sent(&self) {
        self.change_kept(Kept::forget_before_file);
        self.workspace.files.update_value(|files| files.lose(&self.id(), Why::Sent));
        self.look_at_way_back();
    }

    /// Takes in edits of another tab, or what is left of an earlier one. Returns whether they were new.
    pub(super) fn take_up(&self, edits: &Written) -> bool {
        let is_new = self.change_kept(|kept| kept.take_up(edits));
        if is_new {
            self.read_again();
        }
        is_new
    }

    pub(super) fn whole(&self, now: u64) -> Written {
        self.kept.with_value(|kept| kept.whole(now))
    }

    pub(super) fn edits(&self, entry: Entry, now: u64) -> Written {
        self.kept.with_value(|kept| kept.edits(entry, now))
    }

    pub(super) fn with_stored_text(&self, with: impl FnOnce(&str)) {
        self.kept.with_value(|kept| with(kept.stored_text()));
    }

    pub(super) fn is_taking(&self) -> bool {
        self.kept.with_value(Kept::is_taking)
    }

    pub(super) fn is_stored(&self) -> bool {
        self.kept.with_value(Kept::is_stored)
    }

    pub(super) fn has(&self, written: &Written) -> bool {
        self.kept.with_value(|kept| kept.has(written))
    }

    pub(super) fn put_tail<S: Storage>(
        &self,
        documents: &Documents<S>,
        tab: &str,
        now: u64,
    ) -> Result<(), Refused> {
        self.kept.with_value(|kept| kept.put_tail(documents, tab, now)).map_err(Refused::from)
    }

    pub(super) fn fold<S: Storage>(
        &self,
        documents: &Documents<S>,
        now: u64,
    ) -> Result<(), Refused> {
        self.with_others(|kept| kept.fold(documents, now))
    }

    pub(super) fn confirm<S: Storage>(
        &self,
        documents: &Documents<S>,
        tab: &str,
        now: u64,
    ) -> Result<bool, Refused> {
        self.with_others(|kept| kept.confirm(documents, tab, now))
    }

    /// Removes the document from this device.
    pub(super) fn remove<S: Storage>(
        &self,
        documents: &Documents<S>,
        now: u64,
    ) -> Result<(), Refused> {
        self.with_others(|kept| kept.remove(documents, now))
    }

    /// Removes the document from this device and leaves a stub.
    pub(super) fn archive<S: Storage>(
        &self,
        documents: &Documents<S>,
        stub: &Stub,
        now: u64,
    ) -> Result<(), Refused> {
        self.with_others(|kept| kept.archive(documents, stub, now))
    }

    /// Another tab stored this document.
    pub(super) fn hear<S: Storage>(
        &self,
        documents: &Documents<S>,
        text: String,
    ) -> Result<(), Refused> {
        self.with_others(|kept| kept.hear(documents, text))
    }

    fn change_kept<T>(&self, change: impl FnOnce(&mut Kept) -> T) -> T
    where
        T: Default,
    {
        // A stored value is gone only with the whole page.
        self.kept.try_update_value(change).unwrap_or_default()
    }

    /// Does what may take in something that other tabs stored, and reads again if it did.
    fn with_others<T>(
        &self,
        act: impl FnOnce(&mut Kept) -> Result<T, Refused>,
    ) -> Result<T, Refused> {
        let before = self.kept.with_value(Kept::changes);
        let outcome = self.kept.try_update_value(act).unwrap_or(Err(Refused::Full));
        if self.kept.with_value(Kept::changes) != before {
            self.read_again();
        }
        outcome
    }

    pub(super) fn commit(&self, edits: Vec<(Address, Value)>) {
        if edits.is_empty() {
            return;
        }
        let edits = without_control(edits);
        let records: order::Set<RecordAddress> =
            edits.iter().map(|(address, _)| address.record()).collect();
        let addresses = edits.iter().map(|(address, _)| address.clone());
        let before = self.with_document(|document| document.before(addresses));
        let is_typing = matches!(edits.as_slice(), [(_, Value::String(_) | Value::Null)]);
        self.step(&before, is_typing, |document, writer, now| document.commit(edits, writer, now));
        for record in &records {
            self.read_record(record);
        }
    }

    pub(super) fn with_kept<T>(&self, ask: impl FnOnce(&Kept) -> T) -> T {
        self.kept.with_value(ask)
    }

    pub(super) fn with_document<T>(&self, ask: impl FnOnce(&Document) -> T) -> T {
        self.kept.with_value(|kept| ask(&kept.entry().document))
    }

    fn put_into_trash(&self, record: &RecordAddress) {
        let before = self.with_document(|document| document.before([record.deleted()]));
        self.step(&before, false, |document, writer, now| document.delete(record, writer, now));
        self.read_all_of(record);
    }

    fn take_out_of_trash(&self, record: &RecordAddress) {
        let before = self.with_document(|document| document.before_all(record));
        self.step(&before, false, |document, writer, now| document.restore(record, writer, now));
        self.read_all_of(record);
    }

    /// Lets the present author do something that can be undone.
    ///
    /// - `before`: What stands where it writes.
    /// - `is_typing`: Whether it may go on with the step before it.
    fn step(
        &self,
        before: &Before,
        is_typing: bool,
        write: impl FnOnce(&mut Document, &mut Writer, u64) -> Result<Document, CommitError>,
    ) {
        self.write(write, |delta| {
            if !self.is_taking() {
                self.note_step(before, delta, is_typing);
            }
        });
    }

    /// Lets the present author write to the document.
    ///
    /// - `note`: Takes notice of what was written.
    pub(super) fn write(
        &self,
        write: impl FnOnce(&mut Document, &mut Writer, u64) -> Result<Document, CommitError>,
        note: impl FnOnce(&Document),
    ) {
        let (replica, author) = self.workspace.replica();
        if let Some(edits) = self.write_as(replica, &author, clock::now_ms(), write) {
            note(&edits.document);
            self.workspace.note_edits(self, edits);
        }
    }

    /// Lets someone write to the document at some time, and returns what was written.
    pub(super) fn write_as(
        &self,
        replica: ReplicaId,
        author: &str,
        now: u64,
        write: impl FnOnce(&mut Document, &mut Writer, u64) -> Result<Document, CommitError>,
    ) -> Option<Entry> {
        match self.kept.try_update_value(|kept| kept.write(replica, author, now, write)) {
            // The numbers of edits are used up only by a forged file; what was typed is then not in
            // the document, and the page must not claim that it was saved.
            Some(Err(_)) => {
                self.workspace.say_refused(Refused::Full);
                None
            }
            Some(Ok(edits)) => Some(edits),
            None => None,
        }
    }

    /// Reads a record again, or with the document itself everything.
    fn read_all_of(&self, record: &RecordAddress) {
        if record.is_root() { self.read_again() } else { self.read_record(record) }
    }

    /// Reads one record again after it was written.
    fn read_record(&self, record: &RecordAddress) {
        let plain = self.kept.with_value(|kept| {
            let document = &kept.entry().document;
            let plain = document.plain_record(record);
            if record.is_root() { plain } else { plain.filter(|_| !document.is_deleted(record)) }
        });
        self.shown.read_record(record, plain.as_ref());
        let settled = self.conflicts.with_untracked(|conflicts| {
            conflicts.iter().any(|conflict| conflict.address.record() == *record)
        });
        if settled {
            self.conflicts.set(self.kept.with_value(|kept| difference::conflicts(kept.entry())));
        }
        let is_back = |back: &CameBack| back.record == *record;
        if self.came_back.with_untracked(|all| all.iter().any(is_back)) {
            self.came_back.set(self.kept.with_value(|kept| changes::came_back(kept.entry())));
        }
    }

    /// Reads everything again after a merge.
    pub(super) fn read_again(&self) {
        let (shown, conflicts, came_back, deleted) = self.kept.with_value(|kept| {
            let entry = kept.entry();
            let deleted = entry.document.is_deleted(&RecordAddress::root());
            let conflicts = difference::conflicts(entry);
            let came_back = changes::came_back(entry);
            (shown_plain(entry), conflicts, came_back, deleted)
        });
        self.unreadable.set(self.shown.read(&shown));
        if self.conflicts.with_untracked(|known| *known != conflicts) {
            self.conflicts.set(conflicts);
        }
        if self.came_back.with_untracked(|known| *known != came_back) {
            self.came_back.set(came_back);
        }
        if self.deleted.get_untracked() != deleted {
            self.deleted.set(deleted);
        }
        self.look_at_way_back();
    }
}

/// Takes control characters out of texts. They come in with pasted text, nobody sees them, and readers
/// of files take them out.
fn without_control(mut edits: Vec<(Address, Value)>) -> Vec<(Address, Value)> {
    for (_, value) in &mut edits {
        if let Value::String(text) = value
            && text.contains(is_control)
        {
            text.retain(|character| !is_control(character));
        }
    }
    edits
}

/// Returns the plain document without the records that are in the trash.
pub(super) fn shown_plain(entry: &Entry) -> Map<String, Value> {
    let document = &entry.document;
    let Value::Object(mut plain) = document.plain() else { return Map::new() };
    for collection in entry.kind().collections() {
        if let Some(Value::Array(records)) = plain.get_mut(*collection) {
            records.retain(|record| {
                let id = record.get("id").and_then(Value::as_str).unwrap_or_default();
                !document.is_deleted(&RecordAddress::new(collection, id))
            });
        }
    }
    plain
}
