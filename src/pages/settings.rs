//! Settings: who writes on this device, how it looks, and where the data lies.

pub mod your_data;

use leptos::prelude::*;

use self::your_data::{Unreadable, YourData};
use super::TITLE_ID;
use crate::browser::page;
use crate::ui::{Choice, Segmented, Select};
use crate::workspace::{Device, Workspace};

/// The id of the row that has the focus after the page was drawn anew in another wording.
const WORDING_ID: &str = "wording";

/// The screen of the settings.
#[component]
pub fn SettingsPage() -> impl IntoView {
    page::set_title(say!(settings.title));
    view! {
        <main class="page" id="main">
            <div class="create">
                <div class="page__top">
                    <h1 id=TITLE_ID tabindex="-1">{say!(settings.title)}</h1>
                </div>
                <div class="stack stack--loose">
                    <Me />
                    <Look />
                    <YourData />
                    <Unreadable />
                    <Said />
                </div>
            </div>
        </main>
    }
}

/// Who writes on this device.
#[component]
fn Me() -> impl IntoView {
    view! {
        <section class="panel" aria-labelledby="settings-me">
            <div class="panel__head">
                <h2 id="settings-me">{say!(settings.me)}</h2>
            </div>
            <ul class="rows query">
                <TextSetting
                    hint_id="name-hint"
                    label=say!(settings.name)
                    hint=say!(settings.name_hint)
                    read=|device| device.author.clone()
                    write=|device, name| device.author = name
                />
                <TextSetting
                    hint_id="organisation-hint"
                    label=say!(settings.organisation)
                    hint=say!(settings.organisation_hint)
                    read=|device| device.organisation.clone()
                    write=|device, name| device.organisation = name
                />
            </ul>
        </section>
    }
}

/// One text of the settings, with its label at the left.
#[component]
fn TextSetting(
    /// The id of the hint.
    hint_id: &'static str,
    /// What it is.
    label: &'static str,
    /// What it is for.
    hint: &'static str,
    /// Reads it.
    read: fn(&Device) -> String,
    /// Writes it.
    write: fn(&mut Device, String),
) -> impl IntoView {
    let workspace = Workspace::expect();
    let device = workspace.device();
    view! {
        <li class="setting">
            <p>{label}<small id=hint_id>{hint}</small></p>
            <label class="field">
                <span class="visually-hidden">{label}</span>
                <input
                    class="input"
                    autocomplete="off"
                    aria-describedby=hint_id
                    prop:value=move || device.with(read)
                    on:input:target=move |event| {
                        let text = event.target().value();
                        workspace.change_device(|device| write(device, text));
                    }
                />
            </label>
        </li>
    }
}

/// Theme and wording.
#[component]
fn Look() -> impl IntoView {
    let workspace = Workspace::expect();
    let device = workspace.device();
    let themes = vec![
        Choice::new("", say!(settings.theme_device)),
        Choice::new("light", say!(settings.theme_light)),
        Choice::new("dark", say!(settings.theme_dark)),
    ];
    let wordings = vec![
        Choice::new("", say!(settings.wording_device)),
        Choice::new("en", say!(settings.wording_american)),
        Choice::new("en-GB", say!(settings.wording_british)),
    ];
    let choose_wording = move |wording: String| {
        workspace.change_device(|device| device.wording = wording);
        // The whole page is drawn anew, and with it what had the focus.
        request_animation_frame(|| {
            page::focus(WORDING_ID);
        });
    };
    view! {
        <section class="panel" aria-labelledby="settings-look">
            <div class="panel__head">
                <h2 id="settings-look">{say!(settings.look)}</h2>
            </div>
            <ul class="rows query">
                <li class="setting">
                    <p>{say!(settings.theme)}</p>
                    <Segmented
                        label=say!(settings.theme)
                        name="theme"
                        choices=Signal::stored(themes)
                        value=Signal::derive(move || device.with(|device| device.theme.clone()))
                        on_change=move |theme| {
                            workspace.change_device(|device| device.theme = theme);
                        }
                    />
                </li>
                <li class="setting" id=WORDING_ID tabindex="-1">
                    <p>
                        {say!(settings.wording)}
                        <small>{say!(settings.wording_hint)}</small>
                    </p>
                    <Select
                        label=say!(settings.wording)
                        choices=Signal::stored(wordings)
                        value=Signal::derive(move || device.with(|device| device.wording.clone()))
                        on_change=choose_wording
                        quiet=true
                    />
                </li>
            </ul>
        </section>
    }
}

/// What has to be said plainly about the data.
#[component]
fn Said() -> impl IntoView {
    view! {
        <section class="panel" aria-labelledby="settings-said">
            <div class="panel__head">
                <h2 id="settings-said">{say!(settings.said)}</h2>
            </div>
            <div class="panel__body stack stack--close">
                <p class="measure">{say!(settings.said_no_case_data)}</p>
                <p class="measure">{say!(settings.said_private)}</p>
                <p class="measure">{say!(settings.said_not_encrypted)}</p>
            </div>
        </section>
    }
}
