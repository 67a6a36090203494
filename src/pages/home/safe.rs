//! Where the data is: what is stored, when it was last saved to a file, and who else is near.

use leptos::prelude::*;

use crate::browser::{clock, files};
use crate::pages::{format, words};
use crate::route::Screen;
use crate::ui::{Icon, Toast, Toasts, When, live, memo};
use crate::workspace::{STORAGE_CHARACTERS, Workspace};

/// After how many days without a saved file a person is reminded. Safari may clear what pages stored
/// after seven days without a visit.
const REMIND_AFTER_DAYS: i64 = 7;

/// Plain warnings that concern all data: other pages on this address, exchanges that cannot be read.
#[component]
pub fn Notices() -> impl IntoView {
    let workspace = Workspace::expect();
    let damaged = workspace.damaged();
    view! {
        {workspace.shares_its_origin().then(|| view! {
            <div class="callout" data-state="warn">
                <Icon icon=icondata::LuTriangleAlert />
                <p>{say!(home.foreign)}</p>
            </div>
        })}
        {live(move || match damaged.with(Vec::len) {
            0 => None,
            count => Some(view! {
                <div class="callout" data-state="danger">
                    <Icon icon=icondata::LuTriangleAlert />
                    <p>
                        {words::counted(count, say!(home.one_damaged), |count| {
                            say!(home.damaged, count = count)
                        })}
                    </p>
                    <a class="button button--quiet" href=Screen::Settings.href()>
                        {say!(home.look)}
                    </a>
                </div>
            }),
        })}
    }
}

/// How much is stored, and when it was last saved to a file.
#[component]
pub fn YourData() -> impl IntoView {
    let workspace = Workspace::expect();
    let exchanges = workspace.exchanges();
    let has_any = memo(move || !exchanges.with(Vec::is_empty));
    let used = memo(move || {
        // Looked at anew whenever something was stored.
        workspace.saved().track();
        workspace.used_characters()
    });
    let percent = memo(move || (used.get() * 100 / STORAGE_CHARACTERS).min(100));
    let megabytes = move || {
        let tenths = used.get() * 10 / 1_000_000;
        say!(home.used, used = format!("{}.{}", tenths / 10, tenths % 10))
    };
    let last = memo(move || {
        exchanges.get();
        workspace.oldest_backup()
    });
    let reminder = move || {
        let days = last.get().map(|instant| {
            clock::local(&instant).map_or(0, |(date, _)| (clock::today() - date).num_days())
        });
        let (tone, text) = match (days, last.get()) {
            (Some(days), Some(instant)) => (
                (days >= REMIND_AFTER_DAYS).then_some("warn"),
                say!(home.last_saved, moment = format::moment(&instant)),
            ),
            _ => (Some("warn"), say!(home.never_saved).to_owned()),
        };
        view! {
            <p class="note-line" data-state=tone>
                <Icon icon=icondata::LuSave />
                <span>{text}</span>
            </p>
        }
    };
    let toasts = Toasts::expect();
    let save_all = move |_| {
        let all = exchanges.get_untracked();
        let name = format!("peer-exchanges-{}.json", clock::today());
        let text = workspace.bundle(&all, String::new());
        let message = if files::save(&name, "application/json", &text) {
            workspace.note_backup(&all);
            say!(home.saved_as, name = name)
        } else {
            say!(home.not_saved).to_owned()
        };
        toasts.show(Toast::new(message));
    };
    view! {
        <section class="panel" aria-labelledby="your-data">
            <div class="panel__body stack stack--close">
                <h2 id="your-data">{say!(home.your_data)}</h2>
                <When
                    when=move || has_any.get()
                    fallback=|| view! { <p class="soft">{say!(home.stays_here)}</p> }
                >
                    {reminder}
                    <button class="button button--wide" type="button" on:click=save_all>
                        <Icon icon=icondata::LuDownload />
                        <span>{say!(home.save_all)}</span>
                    </button>
                    <div class="stack stack--tight">
                        <div
                            class="meter"
                            role="meter"
                            aria-label=say!(home.storage_used)
                            aria-valuemin="0"
                            aria-valuemax="100"
                            aria-valuenow=percent
                            aria-valuetext=megabytes
                        >
                            <span style:--part=move || percent.get().to_string()></span>
                        </div>
                        <p class="note-line num">{megabytes}</p>
                    </div>
                </When>
            </div>
        </section>
    }
}
