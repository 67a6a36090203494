//! What other tabs of this origin do, and what happens to this one.

use leptos::prelude::*;

use super::Workspace;
use crate::browser::channel::Channel;
use crate::browser::page;
use crate::store::{Kept, Written, keys};

impl Workspace {
    /// Stores at once when the page is hidden or left, and takes in what other tabs write and store.
    pub(super) fn listen(&self) {
        let workspace = *self;
        let leaving = move |_: web_sys::Event| workspace.store_now();
        let hiding = move |_: web_sys::Event| {
            if page::is_hidden() {
                workspace.store_now();
            }
        };
        let asking = move |event: web_sys::Event| {
            if workspace.is_only_here() {
                page::ask_before_leaving(&event);
            }
        };
        let _ = window_event_listener_untyped("pagehide", leaving);
        let _ = window_event_listener_untyped("beforeunload", asking);
        let _ = window_event_listener_untyped("visibilitychange", hiding);
        let _ = window_event_listener(leptos::ev::storage, move |event| {
            if let Some(key) = event.key() {
                workspace.see_change(&key, event.new_value());
            }
        });
        let channel = Channel::open(keys::PREFIX, move |text| workspace.hear(&text));
        self.channel.set_value(channel);
    }

    /// Tells the other tabs what was written here.
    pub(super) fn tell(&self, written: &str) {
        self.channel.with_value(|channel| {
            if let Some(channel) = channel {
                channel.say(written);
            }
        });
    }

    /// Takes in edits that were made elsewhere. Those of an exchange whose stored text cannot be read
    /// have to wait until it can.
    pub(super) fn take_up_edits(&self, edits: &Written) -> bool {
        let id = &edits.entry.id;
        match self.document(id) {
            Some(open) => open.take_up(edits),
            None if self.is_of_newer_version(id) => false,
            None => {
                let mut kept = Kept::new(crate::bundle::Entry::new(id.clone()));
                kept.take_up(edits);
                self.take_up(kept);
                true
            }
        }
    }

    fn hear(&self, text: &str) {
        if self.hear_of_hand_over(text) {
            return;
        }
        // What this version cannot read is stored by its writer.
        if let Ok(written) = Written::read(text) {
            self.take_up_edits(&written);
        }
    }

    /// Another tab changed the storage.
    fn see_change(&self, key: &str, text: Option<String>) {
        if key == keys::HANDING_OVER {
            self.see_hand_over(text.is_some());
        }
        if self.has_let_go.get_value() {
            return;
        }
        let Some(text) = text else {
            if let Some(id) = keys::document_id(key) {
                self.see_removed(&id);
            }
            if keys::stub_id(key).is_some() {
                self.look_again();
            }
            return;
        };
        if keys::tail_id(key).is_some() {
            self.hear(&text);
        } else if let Some(id) = keys::document_id(key) {
            match self.document(&id) {
                Some(open) => {
                    // Lists follow an exchange that was not opened before.
                    self.here.update(|_| ());
                    if let Err(refused) = open.hear(&self.documents(), text) {
                        self.say_refused(refused);
                    }
                    if !open.is_stored() {
                        self.mark_unsaved(id);
                    }
                }
                None => self.open(&id),
            }
        } else if keys::stub_id(key).is_some() {
            self.look_again();
        } else if keys::quarantined_id(key).is_some() {
            self.see_damage();
        }
    }

    /// Another tab removed an exchange from this device. Where something was written here that it did
    /// not have, it stays and is stored again.
    fn see_removed(&self, id: &crate::model::Id) {
        if let Some(open) = self.document(id) {
            if open.is_stored() {
                self.drop_open(id);
            } else {
                self.mark_unsaved(id.clone());
            }
        }
    }
}
