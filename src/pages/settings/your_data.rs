//! The data on this device: where it lies, a copy of it, and what of it cannot be read.

use leptos::prelude::*;

use crate::browser::{clock, files};
use crate::outputs::file_name::file_name;
use crate::pages::format;
use crate::pages::words::counted;
use crate::ui::{Icon, Toast, Toasts, When, live, memo};
use crate::workspace::{Damaged, SaveState, Workspace};

/// Where the data lies, how much there is, and a copy of it.
#[component]
pub fn YourData() -> impl IntoView {
    let workspace = Workspace::expect();
    let exchanges = workspace.exchanges();
    let count = memo(move || exchanges.with(Vec::len));
    let stored = move || {
        counted(count.get(), say!(settings.stored_one), |count| {
            say!(settings.stored_many, count = count)
        })
    };
    let saved = workspace.saved();
    let is_stored = memo(move || saved.get() != SaveState::NoStorage);
    let place = move || {
        if is_stored.get() { say!(settings.place) } else { say!(settings.no_place) }
    };
    view! {
        <section class="panel" aria-labelledby="settings-data">
            <div class="panel__head">
                <h2 id="settings-data">{say!(settings.data)}</h2>
            </div>
            <ul class="rows query">
                <li><p>{stored}" "{place}</p></li>
                <When when=move || { count.get() > 0 }>
                    <SaveEverything />
                </When>
                {workspace.shares_its_origin().then(|| view! {
                    <li>
                        <div class="callout" data-state="warn">
                            <Icon icon=icondata::LuTriangleAlert />
                            <p>{say!(settings.shared_origin)}</p>
                        </div>
                    </li>
                })}
            </ul>
        </section>
    }
}

/// A file with every exchange in it, to be kept elsewhere.
#[component]
fn SaveEverything() -> impl IntoView {
    let workspace = Workspace::expect();
    let toasts = Toasts::expect();
    let is_refused = RwSignal::new(false);
    let exchanges = workspace.exchanges();
    let last = move || {
        exchanges.track();
        match workspace.oldest_backup() {
            Some(instant) => say!(settings.last_saved, when = format::moment(&instant)),
            None => say!(settings.never_saved).to_owned(),
        }
    };
    let save = move |_| {
        let all = exchanges.get_untracked();
        let name = file_name(say!(settings.everything_file), "", clock::today(), "json");
        let text = workspace.bundle(&all, String::new());
        let is_saved = files::save(&name, "application/json", &text);
        is_refused.set(!is_saved);
        if is_saved {
            workspace.note_backup(&all);
            toasts.show(Toast::new(say!(settings.saved, name = name)));
        }
    };
    view! {
        <li class="setting">
            <p>
                {say!(settings.everything)}
                <small>{say!(settings.everything_hint)}" "{last}</small>
            </p>
            <button class="button" type="button" on:click=save>
                <Icon icon=icondata::LuSave />
                <span>{say!(settings.everything_save)}</span>
            </button>
        </li>
        <SaveRefused is_refused />
    }
}

/// Says that the browser did not save a file.
#[component]
fn SaveRefused(is_refused: RwSignal<bool>) -> impl IntoView {
    view! {
        <When when=move || is_refused.get()>
            <li>
                <div class="callout" data-state="danger" role="alert">
                    <Icon icon=icondata::LuTriangleAlert />
                    <p>{say!(settings.save_refused)}</p>
                </div>
            </li>
        </When>
    }
}

/// The stored exchanges that cannot be read. Their text can be saved, it is never overwritten.
#[component]
pub fn Unreadable() -> impl IntoView {
    let damaged = Workspace::expect().damaged();
    let is_any = memo(move || damaged.with(|damaged| !damaged.is_empty()));
    let is_refused = RwSignal::new(false);
    let row = move |damaged: Damaged| {
        let Damaged { id, text, newer } = damaged;
        let says = if newer { say!(settings.unreadable_newer) } else { say!(settings.unreadable) };
        let id = id.to_string();
        let name = say!(settings.unreadable_id, id = id.clone());
        let label = say!(settings.save_text_of, name = name.clone());
        let save = move |_| {
            let file = file_name(&id, say!(settings.unreadable_file), clock::today(), "txt");
            is_refused.set(!files::save(&file, "text/plain", &text));
        };
        view! {
            <li class="setting">
                <p>{name}<small>{says}</small></p>
                <button class="button" type="button" aria-label=label on:click=save>
                    <Icon icon=icondata::LuSave />
                    <span>{say!(settings.save_text)}</span>
                </button>
            </li>
        }
    };
    view! {
        <When when=move || is_any.get()>
            <section class="panel" aria-labelledby="settings-unreadable">
                <div class="panel__head">
                    <h2 id="settings-unreadable">{say!(settings.unreadable_title)}</h2>
                </div>
                <ul class="rows query">
                    {live(move || damaged.get().into_iter().map(row).collect_view())}
                    <SaveRefused is_refused />
                </ul>
            </section>
        </When>
    }
}
