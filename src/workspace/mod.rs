//! The open documents as signals, and the only place that commits.
//!
//! A keystroke becomes a change of a typed record; the difference is stamped and merged into the
//! document at once, and put down at most [`SAVE_WITHIN`] after the first unsaved one (`saving.rs`).
//! Time and chance enter here and nowhere below.

mod changes;
#[cfg(test)]
mod copy;
mod device;
mod diary;
mod difference;
mod document;
mod draft;
mod exchange;
mod files;
mod hand_over;
mod incoming;
mod programme;
mod readers;
mod room;
mod sample;
mod saving;
mod sent;
mod shown;
mod steps;
mod tabs;
mod undo;

pub use changes::{CameBack, RecordChange, RecordState, ValueChange, WrittenBy, only, writers};
pub use device::Device;
pub use diary::JournalState;
pub use difference::{
    Conflict, News, Origin, RecordNews, Version, brings_nothing, conflicts_between, news,
};
pub use document::OpenDocument;
pub use draft::{Draft, DraftVisitor, Start};
pub use exchange::{Batch, OpenExchange};
pub use files::{FileStays, Why};
pub use incoming::{
    Content, Counted, Incoming, IncomingConflict, IncomingDocument, Settling, Standing, Taking,
    Tally, both,
};
pub use programme::{OpenProgramme, SiteStanding, SiteVisit};
pub use room::{Fullness, percent_used};
pub use sample::SAMPLE;
pub use saving::SAVE_WITHIN;
pub use undo::{NamedStep, Next, Undid};

use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use litemap::LiteMap;

use crate::browser::channel::Channel;
use crate::browser::{chance, clock};
use crate::bundle::{Bundle, Entry};
use crate::derived::{Derived, memo};
use crate::history::ReplicaId;
use crate::model::{Exchange, Id, Kind, LooseEnds, Summary, record};
use crate::order;
use crate::store::{
    Documents, Index, Kept, Local, Memory, Opening, Refused, SetAside, Storage, characters, keys,
};

use self::diary::Diary;
use self::files::TakenFiles;
use self::saving::Waiting;
use self::sent::Sent;
use self::undo::Undoing;

/// How many characters browsers let an origin store (Chromium and Firefox; WebKit counts double as soon
/// as one is outside Latin-1, which is why documents are stored as ASCII).
pub const STORAGE_CHARACTERS: usize = 5_242_880;

/// When texts that nobody asked for are looked at.
const LOOK_CLOSER_AFTER: Duration = Duration::from_secs(1);

/// Where the data is. Always in sight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Everything is stored on this device; the minute of the local day at which it last was,
    /// if anything was written since the page was opened.
    Saved(Option<u16>),
    /// Something was typed and will be stored in a moment.
    Unsaved,
    /// The storage is full.
    Full {
        /// What was typed is in the browser's journal and will be there again; otherwise it is only in
        /// this page.
        is_in_journal: bool,
    },
    /// The browser gives no storage: everything is only in this page.
    NoStorage,
    /// A newer version of the app stored an exchange: this page no longer writes it.
    Newer,
}

/// A stored text that cannot be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Damaged {
    /// The id of the exchange that it belongs to.
    pub id: Id,
    /// The text as it is stored.
    pub text: String,
    /// Where it was put out of the way; `None` for one that a newer version of the app can read and
    /// that stays where it is.
    pub set_aside: Option<String>,
}

/// Everything the app works on. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Workspace {
    storage: StoredValue<Rc<dyn Storage>, LocalStorage>,
    owner: StoredValue<Owner>,
    open: StoredValue<LiteMap<Id, OpenDocument>>,
    waiting: Waiting,
    replicas: StoredValue<LiteMap<String, ReplicaId>>,
    /// The name of this page among the tabs, made anew each time it is opened.
    tab: StoredValue<String>,
    channel: StoredValue<Option<Channel>, LocalStorage>,
    /// The exchanges that a newer version of the app stored.
    newer: StoredValue<order::Set<Id>>,
    /// What is known of the exchanges that were not opened yet.
    unopened: StoredValue<LiteMap<Id, Summary>>,
    /// What counts loose ends, once it has come.
    rules: RwSignal<Option<LooseEnds>>,
    index: StoredValue<Index>,
    /// The documents on this device.
    here: RwSignal<Vec<Id>>,
    damaged: RwSignal<Vec<Damaged>>,
    saved: RwSignal<SaveState>,
    /// How often what is stored was looked at, or changed otherwise than by writing.
    looked: RwSignal<usize>,
    device: RwSignal<Device>,
    draft: RwSignal<Draft>,
    sent: RwSignal<Sent>,
    foreign_keys: StoredValue<bool>,
    /// Whether everything is being removed from this device.
    has_let_go: StoredValue<bool>,
    diary: Diary,
    undoing: Undoing,
    files: StoredValue<TakenFiles>,
}

impl Workspace {
    /// Reads what is stored and provides it to everything below. Called once, at the root.
    pub fn provide() -> Self {
        let local = Local::probe();
        let storage: Rc<dyn Storage> = match local {
            Some(local) => Rc::new(local),
            None => Rc::new(Memory::default()),
        };
        let saved = if storage.lasts() { SaveState::Saved(None) } else { SaveState::NoStorage };
        let foreign = !keys::foreign(&storage.keys()).is_empty();
        let workspace = Self {
            device: RwSignal::new(Device::load(&storage)),
            draft: RwSignal::new(Draft::load(&storage)),
            sent: RwSignal::new(Sent::load(&storage)),
            storage: StoredValue::new_local(storage),
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
            open: StoredValue::default(),
            waiting: Waiting::default(),
            replicas: StoredValue::default(),
            tab: StoredValue::new(Id::from_random(chance::bits()).to_string()),
            channel: StoredValue::new_local(None),
            newer: StoredValue::default(),
            unopened: StoredValue::default(),
            rules: RwSignal::new(None),
            index: StoredValue::default(),
            here: RwSignal::default(),
            damaged: RwSignal::default(),
            saved: RwSignal::new(saved),
            looked: RwSignal::new(0),
            foreign_keys: StoredValue::new(foreign),
            has_let_go: StoredValue::new(false),
            diary: Diary::default(),
            undoing: Undoing::default(),
            files: StoredValue::default(),
        };
        workspace.look_at_all();
        workspace.see_damage();
        workspace.listen();
        workspace.diary.open(workspace);
        provide_context(workspace);
        workspace
    }

    /// Returns the workspace that was provided.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Returns where the data is.
    pub fn saved(&self) -> Signal<SaveState> {
        self.saved.into()
    }

    /// Returns the settings of this device.
    pub fn device(&self) -> Signal<Device> {
        self.device.into()
    }

    /// Changes the settings of this device and stores them.
    pub fn change_device(&self, change: impl FnOnce(&mut Device)) {
        self.device.update(change);
        let stored = self.device.with_untracked(|device| device.save(&self.storage()));
        if stored.is_err() {
            self.say_refused(Refused::Full);
        }
    }

    /// Returns the answers to a new exchange that is being made.
    pub fn draft(&self) -> Signal<Draft> {
        self.draft.into()
    }

    /// Changes the answers to a new exchange and keeps them.
    pub fn change_draft(&self, change: impl FnOnce(&mut Draft)) {
        self.draft.update(change);
        if self.draft.with_untracked(|draft| draft.save(&self.storage())).is_err() {
            self.say_refused(Refused::Full);
        }
    }

    /// Returns whether other programs keep data on the same origin and could read ours.
    pub fn shares_its_origin(&self) -> bool {
        self.foreign_keys.get_value()
    }

    /// Returns the exchanges that are not in the trash.
    pub fn exchanges(&self) -> Derived<Vec<Id>> {
        let workspace = *self;
        memo(move || workspace.exchanges_now())
    }

    /// Returns the same as they are now; follows them where something follows.
    pub fn exchanges_now(&self) -> Vec<Id> {
        self.all_now(Kind::Exchange)
    }

    /// Returns the documents of a kind that are not in the trash; follows them where something follows.
    pub fn all_now(&self, kind: Kind) -> Vec<Id> {
        let mut ids = self.here.get();
        ids.retain(|id| Kind::of(id) == kind && !self.is_deleted(id));
        ids
    }

    /// Returns whether there is any document that is not in the trash and counts; follows it.
    pub fn has_any(&self) -> bool {
        self.here.get().iter().any(|id| !self.is_deleted(id) && !self.is_bare_sample(id))
    }

    /// Returns every document that is not in the trash, opened; the sample only once somebody has changed
    /// it.
    pub fn open_all(&self) -> Vec<OpenDocument> {
        let ids = self.here.get_untracked();
        let counts = |id: &Id| !self.is_deleted(id) && !untrack(|| self.is_bare_sample(id));
        let kept = ids.iter().filter(|id| counts(id));
        kept.filter_map(|id| self.document(id)).collect()
    }

    /// Returns what lists need to know of an exchange.
    pub fn summary(&self, id: &Id) -> Derived<Summary> {
        let (workspace, id) = (*self, id.clone());
        memo(move || workspace.summary_now(&id))
    }

    /// Returns the same as it is now; follows it where something follows.
    pub fn summary_now(&self, id: &Id) -> Summary {
        // An exchange that another tab changes is opened here.
        self.here.track();
        match self.opened(id) {
            Some(open) => OpenExchange::of(open).map(|open| open.summary()).unwrap_or_default(),
            None => self.unopened.with_value(|all| all.get(id).cloned()).unwrap_or_default(),
        }
    }

    /// Returns the stored texts that cannot be read.
    pub fn damaged(&self) -> Signal<Vec<Damaged>> {
        self.damaged.into()
    }

    /// Returns an exchange, or another document of its records, by its id, whether in the trash or not. It
    /// is read from storage when it is asked for first.
    pub fn find(&self, id: &Id) -> Option<OpenExchange> {
        self.document(id).and_then(OpenExchange::of)
    }

    /// Returns the same for a document of any kind.
    pub fn document(&self, id: &Id) -> Option<OpenDocument> {
        if let Some(open) = self.opened(id) {
            return Some(open);
        }
        let is_known = self.unopened.try_update_value(|all| all.remove(id)).flatten().is_some();
        if is_known {
            self.open(id);
        }
        self.opened(id)
    }

    fn opened(&self, id: &Id) -> Option<OpenDocument> {
        self.open.with_value(|open| open.get(id).copied())
    }

    /// Returns the opened documents of which something is not stored.
    fn not_stored(&self) -> Vec<Id> {
        let open: Vec<OpenDocument> =
            self.open.with_value(|open| open.iter().map(|(_, open)| *open).collect());
        open.iter().filter(|open| !open.is_stored()).map(OpenDocument::id).collect()
    }

    fn is_deleted(&self, id: &Id) -> bool {
        match self.opened(id) {
            Some(open) => open.is_deleted(),
            None => self.unopened.with_value(|all| all.get(id).is_some_and(|it| it.deleted)),
        }
    }

    /// Returns whether a document is on this device, in the trash or not; follows it.
    pub fn has(&self, id: &Id) -> bool {
        self.here.with(|here| here.contains(id))
    }

    /// Removes a damaged text that was set aside.
    pub fn remove_damaged(&self, set_aside: &str) {
        self.storage().remove(set_aside);
        self.see_damage();
    }

    /// Returns whether what is written reaches the journal.
    pub fn journal(&self) -> Signal<JournalState> {
        self.diary.state.into()
    }

    /// Makes a new exchange and returns its id. It is stored at once.
    pub fn create(&self, exchange: Exchange) -> Id {
        self.create_as(Kind::Exchange, exchange)
    }

    /// Makes a new document of a kind that is made of the records of an exchange, and returns its id. It
    /// is stored at once.
    pub fn create_as(&self, kind: Kind, mut exchange: Exchange) -> Id {
        exchange.about.created_at = clock::instant(clock::now_ms());
        let id = Id::from(format!("{}{}", kind.prefix().unwrap_or_default(), self.new_id()));
        let open = self.take_up(Kept::new(Entry::new(id.clone())));
        open.write_whole(exchange.plain());
        self.store_now();
        id
    }

    /// Takes in a document from a file: a new one is added, a known one is merged. What `settle` writes
    /// belongs to it: both are taken back together, and with all that [`Workspace::take_together`] took
    /// in. Returns the document.
    pub fn take(&self, incoming: &Entry, settle: impl FnOnce(&OpenDocument)) -> OpenDocument {
        let open = self
            .document(&incoming.id)
            .unwrap_or_else(|| self.take_up(Kept::new(Entry::new(incoming.id.clone()))));
        open.take_file(incoming, settle);
        open
    }

    /// Adds the exchange of a file as one of its own beside the one it is a copy of.
    pub fn take_as_copy(&self, incoming: &Entry, title: String) -> OpenDocument {
        let mut exchange = exchange::read_exchange(incoming);
        exchange.about.title = title;
        let id = self.create_as(incoming.kind(), exchange);
        // It was made just now, so it is there.
        let open = self.document(&id).unwrap_or_else(|| self.take_up(Kept::new(Entry::new(id))));
        open.note_file(true);
        open
    }

    /// Returns the text of a file with some documents in it.
    pub fn bundle(&self, documents: &[OpenDocument], message: String) -> String {
        let mut markings: Vec<String> = documents
            .iter()
            .map(|open| open.with_names(|it| it.about.marking.trim().to_owned()))
            .filter(|marking| !marking.is_empty())
            .collect();
        order::sort_by(&mut markings, Ord::cmp);
        markings.dedup();
        let bundle = Bundle {
            created: clock::instant(clock::now_ms()),
            sender: self.device.with_untracked(Device::sender),
            message,
            marking: markings.join("; "),
            entries: documents.iter().map(OpenDocument::entry).collect(),
        };
        bundle.write()
    }

    /// Remembers that some documents were just saved to a file.
    pub fn note_backup(&self, documents: &[OpenDocument]) {
        let now = clock::instant(clock::now_ms());
        for open in documents {
            open.note_sent();
            self.waiting.note_saved_elsewhere(&open.id());
        }
        self.change_device(|device| {
            for open in documents {
                device.saved_to_file.insert(open.id(), now.clone());
            }
        });
    }

    /// Remembers that a document was just saved to a file to be sent.
    pub fn note_sent(&self, open: &OpenDocument) {
        self.note_backup(&[*open]);
        let now = clock::instant(clock::now_ms());
        self.sent.update(|sent| {
            sent.note(open.id(), now, open.entry().document.seen().clone());
        });
        self.sent.with_untracked(|sent| sent.save(&self.storage()));
    }

    /// Returns when an exchange was last sent from this device, RFC 3339 in UTC; follows it.
    pub fn sent_at(&self, id: &Id) -> Option<String> {
        self.sent.with(|sent| sent.of(id).map(|(at, _)| at.clone()))
    }

    /// Returns when the document that waits longest was last saved to a file, RFC 3339 in UTC;
    /// `None` if one of them never was.
    pub fn oldest_backup(&self) -> Option<String> {
        let here = self.here.get();
        self.device.with(|device| {
            here.iter()
                .filter(|id| !self.is_deleted(id) && !self.is_bare_sample(id))
                .map(|id| device.saved_to_file.get(id).cloned())
                .collect::<Option<Vec<String>>>()
                .and_then(|instants| instants.into_iter().min())
        })
    }

    /// Returns what the agency that hosts the page said last, as text.
    pub fn agency_text(&self) -> Option<String> {
        self.storage().get(keys::AGENCY)
    }

    /// Keeps what the agency says, for when there is no network; `None` if it says nothing.
    pub fn keep_agency_text(&self, text: Option<&str>) {
        match text {
            None => self.storage().remove(keys::AGENCY),
            Some(text) if self.agency_text().as_deref() != Some(text) => {
                // Without room it is asked again next time.
                let _ = self.storage().set(keys::AGENCY, text);
            }
            Some(_) => {}
        }
    }

    /// Returns how many characters this origin stores, keys and texts together.
    pub fn used_characters(&self) -> usize {
        let storage = self.storage();
        storage.keys().iter().map(|key| characters(&storage, key)).sum()
    }

    /// Returns a new random id.
    pub fn new_id(&self) -> Id {
        Id::from_random(chance::bits())
    }

    fn storage(&self) -> Rc<dyn Storage> {
        self.storage.get_value()
    }

    fn documents(&self) -> Documents<Rc<dyn Storage>> {
        Documents(self.storage())
    }

    /// Returns the id under which this page writes for its present author. It is made anew each time
    /// the page is opened, so that no number is ever used twice.
    fn replica(&self) -> (ReplicaId, String) {
        let author = untrack(|| self.author());
        let known = self.replicas.with_value(|replicas| replicas.get(&author).cloned());
        let replica = known.unwrap_or_else(|| {
            let replica = ReplicaId::new(self.new_id().as_str());
            self.replicas.update_value(|replicas| {
                replicas.insert(author.clone(), replica.clone());
            });
            replica
        });
        (replica, author)
    }

    /// Returns who writes here. Follows the settings.
    fn author(&self) -> String {
        self.device.with(|device| device.sender().label())
    }

    /// Looks at all that is stored. What the index knows need not be read before somebody asks for it.
    fn look_at_all(&self) {
        self.index.set_value(Index::load(&self.storage()));
        let (mut unopened, mut to_read) = (Vec::new(), Vec::new());
        for (id, check) in self.documents().checks() {
            match check.and_then(|check| self.known_of(&id, &check)) {
                Some(summary) => unopened.push((id, summary)),
                None => to_read.push(id),
            }
        }
        self.here.set(unopened.iter().map(|(id, _)| id.clone()).collect());
        self.unopened.set_value(order::map(unopened));
        for id in &to_read {
            self.open(id);
            self.note_in_index(id);
        }
        let workspace = *self;
        set_timeout(move || workspace.look_closer(), LOOK_CLOSER_AFTER);
    }

    /// Returns what the index knows of an exchange of which nothing has to be taken in.
    fn known_of(&self, id: &Id, check: &str) -> Option<Summary> {
        let known = self.index.with_value(|index| index.of(id, check).map(record::read::<Summary>));
        // What is in the trash is looked at whether it has been there for too long.
        known.and_then(|(summary, unreadable)| {
            (unreadable.is_empty() && !summary.deleted).then_some(summary)
        })
    }

    /// Looks, once the first screen is there, whether the texts that nobody asked for are whole. A damaged
    /// one is opened, which sets it aside.
    fn look_closer(&self) {
        let documents = self.documents();
        let unopened: Vec<Id> =
            self.unopened.with_value(|all| all.iter().map(|(id, _)| id.clone()).collect());
        for id in unopened {
            if documents.is_whole(&id) {
                documents.forget_before(&id);
            } else {
                self.document(&id);
            }
        }
        self.see_damage();
        self.save_index();
    }

    /// Opens what is stored of an exchange.
    fn open(&self, id: &Id) {
        match Kept::open(&self.documents(), id, clock::now_ms()) {
            Opening::Open(kept) => {
                let (is_stored, has_tails) = (kept.is_stored(), kept.has_tails());
                self.take_up(*kept);
                if !is_stored {
                    self.mark_unsaved(id.clone());
                } else if has_tails {
                    self.look_later(id.clone());
                }
            }
            Opening::Newer => self.newer.update_value(|newer| {
                newer.insert(id.clone());
            }),
            // It is in the list if the index knew it.
            Opening::Nothing => self.drop_open(id),
        }
    }

    /// Opens a document. Its signals belong to the root, so that they outlive screens.
    fn take_up(&self, kept: Kept) -> OpenDocument {
        let id = kept.entry().id.clone();
        let owner = self.owner.get_value();
        let open = owner.with(|| OpenDocument::new(*self, kept));
        self.open.update_value(|all| {
            all.insert(id.clone(), open);
        });
        if self.here.with_untracked(|here| !here.contains(&id)) {
            self.here.update(|here| here.push(id));
        }
        open
    }

    /// Lets go of an exchange that is no longer on this device.
    fn drop_open(&self, id: &Id) {
        self.waiting.forget(id);
        if self.sent.try_update(|sent| sent.forget(id)) == Some(true) {
            self.sent.with_untracked(|sent| sent.save(&self.storage()));
        }
        self.files.update_value(|files| files.lose(id, Why::Gone));
        self.open.update_value(|open| {
            open.remove(id);
        });
        self.unopened.update_value(|unopened| {
            unopened.remove(id);
        });
        if self.here.with_untracked(|here| here.contains(id)) {
            self.here.update(|here| here.retain(|other| other != id));
        }
    }

    /// Takes in what counts loose ends: exchanges that were opened without it are counted now.
    pub fn bring_rules(&self, rules: LooseEnds) {
        let _ = self.rules.try_update(|known| *known = Some(rules));
        let opened: Vec<Id> = self.open.with_value(|open| open.keys().cloned().collect());
        if !opened.is_empty() {
            opened.iter().for_each(|id| self.note_in_index(id));
            self.save_index();
        }
    }

    /// Notes in the index what an open exchange's stored text says.
    fn note_in_index(&self, id: &Id) {
        let open = self.opened(id).filter(OpenDocument::is_stored).and_then(OpenExchange::of);
        let Some(open) = open else { return };
        let summary = untrack(|| open.summary());
        if !summary.is_counted {
            // The row would say that nothing is loose.
            return;
        }
        let summary = record::plain(&summary);
        self.index.update_value(|index| {
            open.with_stored_text(|text| index.note(id.clone(), text, summary));
        });
    }

    fn save_index(&self) {
        let is_there = |id: &Id| self.here.with_untracked(|all| all.contains(id));
        self.index.update_value(|index| index.keep(is_there));
        self.index.with_value(|index| index.save(&self.storage()));
    }

    /// Returns whether a document is in the list, opened or not.
    fn knows(&self, id: &Id) -> bool {
        self.here.with_untracked(|here| here.contains(id))
    }

    fn is_of_newer_version(&self, id: &Id) -> bool {
        self.newer.with_value(|newer| newer.contains(id))
    }

    /// Looks at which stored texts cannot be read.
    fn see_damage(&self) {
        let documents = self.documents();
        let aside = documents.all_set_aside().into_iter();
        let mut damaged: Vec<Damaged> = aside
            .map(|SetAside { key, id, text }| Damaged { id, text, set_aside: Some(key) })
            .collect();
        // What could not be set aside for lack of room was left in its place.
        for id in documents.ids().into_iter().filter(|id| !self.knows(id)) {
            if let Some(text) = documents.text(&id) {
                damaged.push(Damaged { id, text, set_aside: None });
            }
        }
        if self.damaged.with_untracked(|known| *known != damaged) {
            self.damaged.set(damaged);
        }
    }
}
