//! The file that is sent: its name, what is in it, saving it, copying its text.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{clipboard, clock, files};
use crate::model::Exchange;
use crate::outputs::file_name::file_name;
use crate::pages::words::counted;
use crate::pages::{address_words, bundle_errors, format};
use crate::ui::{Icon, Toast, Toasts, live, memo};
use crate::workspace::{OpenExchange, Workspace};

/// Returns the name of the file of an exchange that is saved today.
pub fn name(exchange: &Exchange) -> String {
    file_name(&exchange.about.title, say!(send.untitled_file), clock::today(), "json")
}

/// The file and what can be done with it.
#[component]
pub fn Parcel(
    /// What the sender says.
    message: RwSignal<String>,
) -> impl IntoView {
    let open = OpenExchange::expect();
    let workspace = Workspace::expect();
    let toasts = Toasts::expect();
    let device = workspace.device();
    let exchange = open.exchange();
    let name = memo(move || exchange.with(name));
    let size = memo(move || {
        exchange.track();
        bundle_errors::size(workspace.bundle(&[open], String::new()).len())
    });
    let saved = move || {
        let when = device.with(|device| device.saved_to_file.get(&open.id()).cloned());
        match when.map(|when| format::moment(&when)).filter(|when| !when.is_empty()) {
            Some(when) => say!(send.last_saved, when = when),
            None => say!(send.never_saved).to_owned(),
        }
    };
    let refused = RwSignal::new(false);
    let save = move |_| {
        let text = workspace.bundle(&[open], message.get_untracked());
        let name = name.get_untracked();
        let is_saved = files::save(&name, "application/json", &text);
        refused.set(!is_saved);
        if is_saved {
            workspace.note_backup(&[open]);
            toasts.show(Toast::new(say!(send.saved, name = name)));
        }
    };
    view! {
        <section class="panel" aria-labelledby="file-title">
            <div class="panel__body stack">
                <h2 id="file-title" class="visually-hidden">{say!(send.file)}</h2>
                <div class="parcel">
                    <span class="letter__seal">
                        <Icon icon=icondata::LuMail />
                    </span>
                    <div>
                        <p class="filename"><b>{name}</b></p>
                        <p class="soft"><small>{size}</small></p>
                    </div>
                    <div class="cluster">
                        <button class="button button--primary" type="button" on:click=save>
                            <Icon icon=icondata::LuSave />
                            <span>{say!(send.save)}</span>
                        </button>
                        <CopyText
                            word=say!(send.copy_text)
                            text=move || workspace.bundle(&[open], message.get_untracked())
                        />
                    </div>
                </div>
                {live(move || refused.get().then(|| view! {
                    <div class="callout callout--stack" data-state="danger" role="alert">
                        <Icon icon=icondata::LuTriangleAlert />
                        <p>{say!(send.save_refused)}</p>
                    </div>
                }))}
                <p class="soft" role="status">{saved}</p>
                <Contents />
            </div>
        </section>
    }
}

/// What is in the file, in words, and who can read it.
#[component]
fn Contents() -> impl IntoView {
    let exchange = OpenExchange::expect().exchange();
    let facts = move || {
        exchange.with(|exchange| {
            [
                ("sessions", exchange.sessions.len()),
                ("people", exchange.people.len()),
                ("objectives", exchange.objectives.len()),
                ("questions", exchange.questions.len()),
                ("notes", exchange.notes.len()),
                ("assessments", exchange.assessments.len()),
            ]
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(collection, count)| {
                view! { <li>{address_words::records(collection, count)}</li> }
            })
            .collect_view()
        })
    };
    let private = memo(move || {
        exchange.with(|exchange| exchange.notes.values().filter(|note| note.private).count())
    });
    view! {
        <div>
            <h3>{say!(send.contents)}</h3>
            <ul>
                {facts}
                <li>{say!(send.contents_history)}</li>
            </ul>
        </div>
        {live(move || (private.get() > 0).then(|| view! {
            <div class="callout callout--stack" data-state="warn">
                <Icon icon=icondata::LuEye />
                <p>
                    {counted(private.get(), say!(send.private_one), |count| {
                        say!(send.private_many, count = count)
                    })}
                </p>
            </div>
        }))}
        <div class="callout callout--stack" data-state="warn">
            <Icon icon=icondata::LuTriangleAlert />
            <p>{say!(send.not_encrypted)}</p>
        </div>
    }
}

/// A button that copies a text, and a field to copy it from by hand where the browser refuses.
#[component]
pub fn CopyText(
    /// What the button says.
    word: &'static str,
    /// Makes the text when it is asked for.
    #[prop(into)]
    text: Callback<(), String>,
    /// Draws the button without a frame.
    #[prop(optional)]
    quiet: bool,
) -> impl IntoView {
    let toasts = Toasts::expect();
    let by_hand = RwSignal::new(None::<String>);
    let copy = move |_| {
        let text = text.run(());
        by_hand.set(None);
        spawn_local(async move {
            if clipboard::copy(&text).await {
                toasts.show(Toast::new(say!(send.copied).to_owned()));
            } else {
                let _ = by_hand.try_set(Some(text));
            }
        });
    };
    view! {
        <button class="button" class:button--quiet=quiet type="button" on:click=copy>
            <Icon icon=icondata::LuCopy />
            <span>{word}</span>
        </button>
        {live(move || by_hand.get().map(|text| view! {
            <div role="alert">
                <label class="field">
                    <span class="field__label">{say!(send.copy_refused)}</span>
                    <textarea
                        class="input"
                        rows="4"
                        readonly
                        prop:value=text
                        on:focus:target=move |event| event.target().select()
                    ></textarea>
                </label>
            </div>
        }))}
    }
}
