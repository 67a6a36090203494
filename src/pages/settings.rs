//! Settings: who writes on this device, how it looks, and where the data lies.

pub mod agency;
pub mod hand_over;
pub mod keeping;
pub mod leaving;
pub mod room;
pub mod your_data;

use crate::ui::{Choice, Content, Select, el, memo, segmented, typed};
use leptos::prelude::*;

use self::agency::agency;
use self::hand_over::hand_over;
use self::keeping::keeping;
use self::room::room;
use self::your_data::{unreadable, your_data};
use super::TITLE_ID;
use crate::browser::page;
use crate::workspace::{Device, Workspace};

/// The id of the row that has the focus after the page was drawn anew in another wording.
const WORDING_ID: &str = "wording";

/// The same after another clock was chosen.
const HOURS_ID: &str = "hours";

/// The screen of the settings.
pub fn settings_page() -> AnyView {
    page::set_title(say!(settings.title));
    el("main")
        .class("page")
        .id("main")
        .has(
            el("div").class("create").has((
                el("div")
                    .class("page__top")
                    .has(el("h1").id(TITLE_ID).attr("tabindex", "-1").has(say!(settings.title))),
                el("div").class("stack stack--loose").has((
                    me(),
                    agency(),
                    look(),
                    your_data(),
                    unreadable(),
                    room(),
                    keeping(),
                    said(),
                    hand_over(),
                )),
            )),
        )
        .view()
}

/// Who writes on this device.
fn me() -> AnyView {
    el("section")
        .class("panel")
        .attr("aria-labelledby", "settings-me")
        .has((
            el("div").class("panel__head").has(el("h2").id("settings-me").has(say!(settings.me))),
            el("ul").class("rows query").has((
                text_setting(
                    "name-hint",
                    say!(settings.name),
                    say!(settings.name_hint),
                    |device| device.author.clone(),
                    |device, name| device.author = name,
                ),
                text_setting(
                    "organisation-hint",
                    say!(settings.organisation),
                    say!(settings.organisation_hint),
                    |device| device.organisation.clone(),
                    |device, name| device.organisation = name,
                ),
                text_setting(
                    "site-hint",
                    say!(settings.site),
                    say!(settings.site_hint),
                    |device| device.site.clone(),
                    |device, name| device.site = name,
                ),
            )),
        ))
        .view()
}

/// One text of the settings, with its label at the left.
///
/// - `hint_id`: The id of the hint.
/// - `label`: What it is.
/// - `hint`: What it is for.
/// - `read`: Reads it.
/// - `write`: Writes it.
fn text_setting(
    hint_id: &'static str,
    label: &'static str,
    hint: &'static str,
    read: fn(&Device) -> String,
    write: fn(&mut Device, String),
) -> AnyView {
    let workspace = Workspace::expect();
    let device = workspace.device();
    el("li")
        .class("setting")
        .has((
            el("p").has((label, el("small").id(hint_id).has(hint))),
            el("label").class("field").has((
                el("span").class("visually-hidden").has(label),
                el("input")
                    .class("input")
                    .attr("autocomplete", "off")
                    .attr("aria-describedby", hint_id)
                    .value(move || device.with(read))
                    .on("input", move |event| {
                        let text = typed(&event);
                        workspace.change_device(|device| write(device, text));
                    }),
            )),
        ))
        .view()
}

/// Theme, clock and wording.
fn look() -> AnyView {
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
    let clocks =
        vec![Choice::new("", say!(settings.hours_24)), Choice::new("12", say!(settings.hours_12))];
    let choose_clock = move |hours: String| {
        workspace.change_device(|device| device.hours = hours);
        request_animation_frame(|| {
            page::focus(HOURS_ID);
        });
    };
    el("section")
        .class("panel")
        .attr("aria-labelledby", "settings-look")
        .has((
            el("div")
                .class("panel__head")
                .has(el("h2").id("settings-look").has(say!(settings.look))),
            el("ul").class("rows query").has((
                el("li").class("setting").has((
                    el("p").has(say!(settings.theme)),
                    segmented(
                        say!(settings.theme),
                        "theme",
                        themes,
                        memo(move || device.with(|device| device.theme.clone())),
                        move |theme| {
                            workspace.change_device(|device| device.theme = theme);
                        },
                    ),
                )),
                el("li").class("setting").id(HOURS_ID).attr("tabindex", "-1").has((
                    el("p").has(say!(settings.hours)),
                    segmented(
                        say!(settings.hours),
                        "hours",
                        clocks,
                        memo(move || device.with(|device| device.hours.clone())),
                        choose_clock,
                    ),
                )),
                el("li").class("setting").id(WORDING_ID).attr("tabindex", "-1").has((
                    el("p").has((
                        say!(settings.wording),
                        el("small").has(say!(settings.wording_hint)),
                    )),
                    Select::new(
                        say!(settings.wording),
                        wordings,
                        memo(move || device.with(|device| device.wording.clone())),
                        choose_wording,
                    )
                    .quiet(),
                )),
            )),
        ))
        .view()
}

/// What has to be said plainly about the data.
fn said() -> AnyView {
    el("section")
        .class("panel")
        .attr("aria-labelledby", "settings-said")
        .has((
            el("div")
                .class("panel__head")
                .has(el("h2").id("settings-said").has(say!(settings.said))),
            el("div").class("panel__body stack stack--close").has((
                el("p").class("measure").has(say!(settings.said_no_case_data)),
                el("p").class("measure").has(say!(settings.said_private)),
                el("p").class("measure").has(say!(settings.said_not_encrypted)),
            )),
        ))
        .view()
}
