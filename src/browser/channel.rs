//! Texts from one tab to the others of this origin.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

/// A channel to the other tabs. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Channel(BroadcastChannel);

impl Channel {
    /// Opens a channel. `hear` gets every text that another tab says. `None` where the browser has no
    /// such channels.
    pub fn open(name: &str, hear: impl Fn(String) + 'static) -> Option<Self> {
        let channel = BroadcastChannel::new(name).ok()?;
        let listen = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(text) = event.data().as_string() {
                hear(text);
            }
        });
        channel.set_onmessage(Some(listen.as_ref().unchecked_ref()));
        // It listens for as long as the page is there.
        listen.forget();
        Some(Self(channel))
    }

    /// Says a text to the other tabs.
    pub fn say(&self, text: &str) {
        // A closed channel refuses, and this one is never closed; tabs also hear what is stored.
        let _ = self.0.post_message(&text.into());
    }
}
