//! The open exchanges as signals, and the only place that commits.
//!
//! A keystroke becomes a change of a typed record; the difference is stamped and merged into the
//! document at once, and written to the journal and to storage at most [`SAVE_WITHIN`] after the first
//! unsaved one. Time and chance enter here and nowhere below.

mod device;
mod diary;
mod difference;
mod draft;
mod incoming;
mod open;

pub use device::Device;
pub use difference::{
    Conflict, News, Origin, RecordNews, Version, brings_nothing, conflicts_between, news,
};
pub use draft::{Draft, DraftVisitor};
pub use incoming::{
    Counted, Incoming, IncomingConflict, IncomingExchange, Settling, Standing, Taking, Tally, both,
};
pub use open::OpenExchange;

use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use litemap::LiteMap;

use crate::browser::{chance, clock, page};
use crate::bundle::{Bundle, Entry};
use crate::derived::{Derived, memo};
use crate::history::ReplicaId;
use crate::model::{Exchange, Id};
use crate::order;
use crate::store::{self, Documents, Edits, Local, Memory, Storage, keys};

use self::diary::Diary;

/// How long the first unsaved keystroke waits for others at most.
pub const SAVE_WITHIN: Duration = Duration::from_millis(200);

/// How many characters browsers let an origin store (Chromium and Firefox; WebKit counts double as soon
/// as one is outside Latin-1, which is why documents are stored as ASCII).
pub const STORAGE_CHARACTERS: usize = 5_242_880;

/// Where the data is. Always in sight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Everything is stored on this device; the minute of the local day at which it last was,
    /// if anything was written since the page was opened.
    Saved(Option<u16>),
    /// Something was typed and will be stored in a moment.
    Unsaved,
    /// The storage is full: what was typed is only in this page.
    Full,
    /// The browser gives no storage: everything is only in this page.
    NoStorage,
    /// A newer version of the app stored an exchange: this page no longer writes it.
    Newer,
}

/// An exchange that is stored but cannot be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Damaged {
    /// Its id.
    pub id: Id,
    /// Its text as it is stored.
    pub text: String,
    /// Whether a newer version of the app can read it.
    pub newer: bool,
}

/// Everything the app works on. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Workspace {
    storage: StoredValue<Rc<dyn Storage>, LocalStorage>,
    owner: StoredValue<Owner>,
    open: StoredValue<LiteMap<Id, OpenExchange>>,
    unsaved: StoredValue<order::Set<Id>>,
    /// Whether a moment to store them has been set.
    saving_soon: StoredValue<bool>,
    replicas: StoredValue<LiteMap<String, ReplicaId>>,
    exchanges: RwSignal<Vec<Id>>,
    damaged: RwSignal<Vec<Damaged>>,
    saved: RwSignal<SaveState>,
    device: RwSignal<Device>,
    draft: RwSignal<Draft>,
    foreign_keys: StoredValue<bool>,
    diary: Diary,
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
            storage: StoredValue::new_local(storage),
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
            open: StoredValue::default(),
            unsaved: StoredValue::default(),
            saving_soon: StoredValue::new(false),
            replicas: StoredValue::default(),
            exchanges: RwSignal::default(),
            damaged: RwSignal::default(),
            saved: RwSignal::new(saved),
            foreign_keys: StoredValue::new(foreign),
            diary: Diary::default(),
        };
        workspace.open_all();
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
            self.saved.set(SaveState::Full);
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
            self.saved.set(SaveState::Full);
        }
    }

    /// Returns whether other programs keep data on the same origin and could read ours.
    pub fn shares_its_origin(&self) -> bool {
        self.foreign_keys.get_value()
    }

    /// Returns the exchanges that are not in the trash.
    pub fn exchanges(&self) -> Derived<Vec<OpenExchange>> {
        let workspace = *self;
        memo(move || {
            workspace
                .exchanges
                .get()
                .iter()
                .filter_map(|id| workspace.find(id))
                .filter(|open| !open.is_deleted())
                .collect()
        })
    }

    /// Returns the stored exchanges that cannot be read.
    pub fn damaged(&self) -> Signal<Vec<Damaged>> {
        self.damaged.into()
    }

    /// Returns an exchange by its id, whether in the trash or not.
    pub fn find(&self, id: &Id) -> Option<OpenExchange> {
        self.open.with_value(|open| open.get(id).copied())
    }

    /// Makes a new exchange and returns its id. It is stored at once.
    pub fn create(&self, mut exchange: Exchange) -> Id {
        exchange.about.created_at = clock::instant(clock::now_ms());
        let id = self.new_id();
        let open = self.take_up(Entry::exchange(id.clone()), String::new());
        open.write_whole(&exchange);
        self.save_now();
        id
    }

    /// Takes in an exchange from a file: a new one is added, a known one is merged. Returns it.
    pub fn take(&self, incoming: Entry) -> OpenExchange {
        let open = match self.find(&incoming.id) {
            Some(open) => {
                open.merge(&incoming);
                open
            }
            None => self.take_up(incoming, String::new()),
        };
        self.mark_unsaved(open.id());
        self.save_now();
        open
    }

    /// Adds the exchange of a file as one of its own beside the one it is a copy of.
    pub fn take_as_copy(&self, incoming: &Entry, title: String) -> OpenExchange {
        let mut exchange = open::read_exchange(incoming);
        exchange.about.title = title;
        let id = self.create(exchange);
        // It was made just now, so it is there.
        self.find(&id).unwrap_or_else(|| self.take_up(Entry::exchange(id), String::new()))
    }

    /// Returns the text of a file with some exchanges in it.
    pub fn bundle(&self, exchanges: &[OpenExchange], message: String) -> String {
        let mut markings: Vec<String> = exchanges
            .iter()
            .map(|open| open.exchange().with_untracked(|it| it.about.marking.trim().to_owned()))
            .filter(|marking| !marking.is_empty())
            .collect();
        order::sort_by(&mut markings, Ord::cmp);
        markings.dedup();
        let bundle = Bundle {
            created: clock::instant(clock::now_ms()),
            sender: self.device.with_untracked(Device::sender),
            message,
            marking: markings.join("; "),
            entries: exchanges.iter().map(OpenExchange::entry).collect(),
        };
        bundle.write()
    }

    /// Remembers that some exchanges were just saved to a file.
    pub fn note_backup(&self, exchanges: &[OpenExchange]) {
        let now = clock::instant(clock::now_ms());
        self.change_device(|device| {
            for open in exchanges {
                device.saved_to_file.insert(open.id(), now.clone());
            }
        });
    }

    /// Returns when the exchange that waits longest was last saved to a file, RFC 3339 in UTC;
    /// `None` if one of them never was.
    pub fn oldest_backup(&self) -> Option<String> {
        let exchanges = self.exchanges().get();
        self.device.with(|device| {
            exchanges
                .iter()
                .map(|open| device.saved_to_file.get(&open.id()).cloned())
                .collect::<Option<Vec<String>>>()
                .and_then(|instants| instants.into_iter().min())
        })
    }

    /// Returns how many characters this origin stores, keys and texts together.
    pub fn used_characters(&self) -> usize {
        let storage = self.storage();
        let size = |key: &String| {
            let text = storage.get(key).map_or(0, |text| text.encode_utf16().count());
            key.encode_utf16().count() + text
        };
        storage.keys().iter().map(size).sum()
    }

    /// Returns a new random id.
    pub fn new_id(&self) -> Id {
        Id::from_random(chance::bits())
    }

    /// Stores everything that is not stored yet, now.
    pub fn save_now(&self) {
        self.saving_soon.set_value(false);
        self.diary.write();
        let waiting = self.unsaved.try_update_value(std::mem::take).unwrap_or_default();
        if waiting.is_empty() {
            return;
        }
        let minute = clock::local(&clock::instant(clock::now_ms())).map(|(_, minute)| minute);
        let mut state =
            if self.storage().lasts() { SaveState::Saved(minute) } else { SaveState::NoStorage };
        for id in waiting {
            match self.find(&id).map(|open| open.save(&self.documents())) {
                None | Some(Ok(())) => {}
                Some(Err(failed)) => {
                    self.unsaved.update_value(|unsaved| {
                        unsaved.insert(id);
                    });
                    state = failed;
                }
            }
        }
        self.saved.set(state);
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
        let author = self.device.with_untracked(|device| device.sender().label());
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

    fn open_all(&self) {
        let documents = self.documents();
        for id in documents.ids() {
            let Some(text) = documents.text(&id) else { continue };
            self.take_up_text(id, text);
        }
    }

    fn take_up_text(&self, id: Id, text: String) {
        match Documents::<Rc<dyn Storage>>::read(&id, &text) {
            Ok(entry) => {
                self.take_up(entry, text);
            }
            Err(error) => {
                let newer = matches!(error, store::Unreadable::Newer(_));
                self.damaged.update(|damaged| damaged.push(Damaged { id, text, newer }));
            }
        }
    }

    /// Makes an entry an open exchange. Its signals belong to the root, so that they outlive screens.
    fn take_up(&self, entry: Entry, stored: String) -> OpenExchange {
        let id = entry.id.clone();
        let owner = self.owner.get_value();
        let open = owner.with(|| OpenExchange::new(*self, entry, stored));
        self.open.update_value(|all| {
            all.insert(id.clone(), open);
        });
        self.exchanges.update(|exchanges| exchanges.push(id));
        open
    }

    fn mark_unsaved(&self, id: Id) {
        self.unsaved.update_value(|unsaved| {
            unsaved.insert(id);
        });
        if self.saving_soon.get_value() {
            return;
        }
        self.saving_soon.set_value(true);
        // A failed attempt stays in sight until one succeeds.
        if matches!(self.saved.get_untracked(), SaveState::Saved(_)) {
            self.saved.set(SaveState::Unsaved);
        }
        let workspace = *self;
        set_timeout(move || workspace.save_now(), SAVE_WITHIN);
    }

    /// Stores at once when the page is hidden or left, and takes in what other tabs store.
    fn listen(&self) {
        let workspace = *self;
        let leaving = move |_: web_sys::Event| workspace.save_now();
        let hiding = move |_: web_sys::Event| {
            if page::is_hidden() {
                workspace.save_now();
            }
        };
        let _ = window_event_listener_untyped("pagehide", leaving);
        let _ = window_event_listener_untyped("visibilitychange", hiding);
        let _ = window_event_listener(leptos::ev::storage, move |event| {
            if let (Some(key), Some(text)) = (event.key(), event.new_value())
                && let Some(id) = keys::document_id(&key)
            {
                workspace.hear(id, text);
            }
        });
    }

    /// Takes in edits that the journal has and that may not have reached the storage. Those of an
    /// exchange whose stored text cannot be read have to wait until it can.
    fn replay(&self, edits: &Edits) {
        let id = &edits.entry.id;
        let is_damaged = self.damaged.with_untracked(|all| all.iter().any(|it| it.id == *id));
        let open = match self.find(id) {
            Some(open) => open,
            None if is_damaged => return,
            None => self.take_up(Entry::exchange(id.clone()), String::new()),
        };
        if !open.has_seen(edits) {
            open.merge(&edits.entry);
            self.mark_unsaved(id.clone());
        }
    }

    /// Another tab stored an exchange.
    fn hear(&self, id: Id, text: String) {
        match self.find(&id) {
            Some(open) => open.hear(text),
            None => self.take_up_text(id, text),
        }
    }
}
