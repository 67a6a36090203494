//! Sending an exchange: the message, the file, and the mail that goes with it.

pub mod mail;
pub mod parcel;

use crate::ui::{Content, TextInput, el, memo};
use leptos::prelude::*;

use self::mail::mail;
use self::parcel::parcel;
use crate::model::Kind;
use crate::workspace::{OpenExchange, Workspace};

/// The screen on which an exchange is sent.
pub fn send() -> AnyView {
    let message = RwSignal::new(String::new());
    let kind = OpenExchange::expect().kind();
    let is_exchange = kind == Kind::Exchange;
    let title = match kind {
        Kind::Template => say!(send.title_template),
        Kind::Toolkit => say!(send.title_toolkit),
        Kind::Exchange | Kind::Programme => say!(send.title),
    };
    el("div")
        .class("columns")
        .has((
            el("div").class("stack").has((
                el("section").class("panel").attr("aria-labelledby", "send-title").has(
                    el("div").class("panel__body stack").has((
                        el("h2").id("send-title").has(title),
                        el("p").class("soft measure").has(say!(send.lead)),
                        TextInput::area(say!(send.message), message, move |text| message.set(text))
                            .rows(3)
                            .hint(say!(send.message_hint)),
                        sender_fields(),
                    )),
                ),
                is_exchange.then(|| mail(message)),
            )),
            el("aside").class("strip").attr("aria-label", say!(send.file)).has(parcel(message)),
        ))
        .view()
}

/// Asks who sends, on a device that has not been told yet. Stays while it is filled in.
fn sender_fields() -> AnyView {
    let workspace = Workspace::expect();
    let device = workspace.device();
    let is_unknown = device.with_untracked(|device| {
        device.author.trim().is_empty() || device.organisation.trim().is_empty()
    });
    is_unknown
        .then(|| {
            el("div").class("field-grid").has((
                TextInput::new(
                    say!(send.sender_name),
                    memo(move || device.with(|device| device.author.clone())),
                    move |name| workspace.change_device(|device| device.author = name),
                )
                .hint(say!(send.sender_hint)),
                TextInput::new(
                    say!(send.sender_organisation),
                    memo(move || device.with(|device| device.organisation.clone())),
                    move |name| workspace.change_device(|device| device.organisation = name),
                ),
            ))
        })
        .view()
}
