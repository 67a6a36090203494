//! Sending an exchange: the message, the file, and the mail that goes with it.

pub mod mail;
pub mod parcel;

use leptos::prelude::*;

use self::mail::Mail;
use self::parcel::Parcel;
use crate::ui::{TextArea, TextInput};
use crate::workspace::Workspace;

/// The screen on which an exchange is sent.
#[component]
pub fn Send() -> impl IntoView {
    let message = RwSignal::new(String::new());
    view! {
        <div class="columns">
            <div class="stack">
                <section class="panel" aria-labelledby="send-title">
                    <div class="panel__body stack">
                        <h2 id="send-title">{say!(send.title)}</h2>
                        <p class="soft measure">{say!(send.lead)}</p>
                        <TextArea
                            label=say!(send.message)
                            value=message
                            on_input=move |text| message.set(text)
                            rows=3
                            hint=say!(send.message_hint)
                        />
                        <SenderFields />
                    </div>
                </section>
                <Mail message />
            </div>
            <aside class="strip" aria-label=say!(send.file)>
                <Parcel message />
            </aside>
        </div>
    }
}

/// Asks who sends, on a device that has not been told yet. Stays while it is filled in.
#[component]
fn SenderFields() -> impl IntoView {
    let workspace = Workspace::expect();
    let device = workspace.device();
    let is_unknown = device.with_untracked(|device| {
        device.author.trim().is_empty() || device.organisation.trim().is_empty()
    });
    is_unknown.then(|| view! {
        <div class="field-grid">
            <TextInput
                label=say!(send.sender_name)
                value=Signal::derive(move || device.with(|device| device.author.clone()))
                on_input=move |name| workspace.change_device(|device| device.author = name)
                hint=say!(send.sender_hint)
            />
            <TextInput
                label=say!(send.sender_organisation)
                value=Signal::derive(move || device.with(|device| device.organisation.clone()))
                on_input=move |name| workspace.change_device(|device| device.organisation = name)
            />
        </div>
    })
}
