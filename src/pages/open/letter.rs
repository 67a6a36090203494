//! Who sent a file, when, and what they say.

use leptos::prelude::*;

use super::OpenedFile;
use crate::pages::{bundle_errors, format};
use crate::ui::Icon;

/// The sender, the file and the message.
#[component]
pub fn Letter(
    /// The file.
    file: OpenedFile,
) -> impl IntoView {
    let OpenedFile { name, bytes, incoming } = file;
    let sender = match incoming.sender.label() {
        label if label.is_empty() => say!(open.sender_unknown).to_owned(),
        label => label,
    };
    let saved = match format::moment(&incoming.created) {
        when if when.is_empty() => None,
        when => Some(say!(open.saved_when, when = when)),
    };
    let facts: Vec<String> = saved
        .into_iter()
        .chain([bundle_errors::size(bytes), say!(open.arrived_whole).to_owned()])
        .collect();
    let marking = incoming.marking.trim().to_owned();
    let message = incoming.message.trim().to_owned();
    view! {
        <section class="panel letter" aria-label=say!(open.sender)>
            <span class="letter__seal">
                <Icon icon=icondata::LuMail />
            </span>
            <div>
                <p><b>{sender}</b></p>
                <p class="soft"><small>{facts.join(" · ")}</small></p>
                {(!name.is_empty()).then(|| view! {
                    <p class="soft filename"><small>{name}</small></p>
                })}
                {(!marking.is_empty()).then(|| view! {
                    <p><b>{say!(open.marking, marking = marking)}</b></p>
                })}
            </div>
            {(!message.is_empty()).then(|| view! {
                <blockquote>{say!(open.quoted, text = message)}</blockquote>
            })}
        </section>
    }
}
