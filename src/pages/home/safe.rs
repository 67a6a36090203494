//! Where the data is: what is stored, when it was last saved to a file, and who else is near.

use crate::ui::{Content, Derived, El, button, callout, el, icon, memo, when, when_else};
use leptos::prelude::*;

use crate::browser::clock;
use crate::pages::{backup, format, words};
use crate::route::Screen;
use crate::workspace::{Fullness, SaveState, Workspace, percent_used};

/// After how many days without a saved file a person is reminded. Safari may clear what pages stored
/// after seven days without a visit.
const REMIND_AFTER_DAYS: i64 = 7;

/// Returns how many characters are stored.
pub fn used() -> Derived<usize> {
    let workspace = Workspace::expect();
    memo(move || {
        // Looked at anew whenever something was stored.
        workspace.saved().track();
        workspace.used_characters()
    })
}

/// Plain warnings that concern all data: other pages on this address, texts that cannot be read, storage
/// that is nearly full.
///
/// - `used`: How many characters are stored.
pub fn notices(used: Derived<usize>) -> AnyView {
    let workspace = Workspace::expect();
    let damaged = workspace.damaged();
    let nearly_full = memo(move || {
        // Once it is full, every screen says so.
        if matches!(workspace.saved().get(), SaveState::Full { .. }) {
            return None;
        }
        let used = used.get();
        (Fullness::of(used) == Fullness::NearlyFull).then(|| percent_used(used))
    });
    (
        workspace
            .shares_its_origin()
            .then(|| callout("warn", icondata::LuTriangleAlert, say!(home.foreign))),
        move || {
            nearly_full.get().map(|percent| {
                let sentence = say!(home.nearly_full, percent = percent);
                callout("warn", icondata::LuTriangleAlert, sentence)
                    .has(to_settings(say!(app.make_room)))
            })
        },
        move || match damaged.with(Vec::len) {
            0 => None,
            count => {
                let sentence = words::counted(count, say!(home.one_damaged), |count| {
                    say!(home.damaged, count = count)
                });
                Some(
                    callout("danger", icondata::LuTriangleAlert, sentence)
                        .has(to_settings(say!(home.look))),
                )
            }
        },
    )
        .view()
}

fn to_settings(word: &'static str) -> El {
    el("a").class("button button--quiet").attr("href", Screen::Settings.href()).has(word)
}

/// How much is stored, and when it was last saved to a file.
///
/// - `used`: How many characters are stored.
pub fn your_data(used: Derived<usize>) -> AnyView {
    let workspace = Workspace::expect();
    let has_any = memo(move || workspace.has_any());
    let fullness = memo(move || Fullness::of(used.get()));
    let meter_tone = move || (fullness.get() != Fullness::Roomy).then_some("warn");
    let percent = memo(move || percent_used(used.get()));
    let megabytes = move || {
        let tenths = used.get() * 10 / 1_000_000;
        say!(home.used, used = format!("{}.{}", tenths / 10, tenths % 10))
    };
    let last = memo(move || workspace.oldest_backup());
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
        el("p")
            .class("note-line")
            .attr("data-state", tone)
            .has((icon(icondata::LuSave), el("span").has(text)))
    };
    let save_all = backup::save_everything();
    el("section")
        .class("panel")
        .attr("aria-labelledby", "your-data")
        .has(el("div").class("panel__body stack stack--close").has((
            el("h2").id("your-data").has(say!(home.your_data)),
            when_else(
                move || has_any.get(),
                move || {
                    (
                        reminder,
                        button("button button--wide")
                            .on_click(save_all)
                            .has((icon(icondata::LuDownload), el("span").has(say!(home.save_all)))),
                        el("div").class("stack stack--tight").has((
                            el("div")
                                .class("meter")
                                .attr("data-state", meter_tone)
                                .attr("role", "meter")
                                .attr("aria-label", say!(home.storage_used))
                                .attr("aria-valuemin", "0")
                                .attr("aria-valuemax", "100")
                                .attr("aria-valuenow", percent)
                                .attr("aria-valuetext", megabytes)
                                .has(el("span").var("--part", move || percent.get().to_string())),
                            el("p").class("note-line num").has(megabytes),
                            when(
                                move || fullness.get() == Fullness::Filling,
                                || {
                                    el("p").has((
                                        say!(home.filling),
                                        " ",
                                        el("a")
                                            .attr("href", Screen::Settings.href())
                                            .has(say!(app.make_room)),
                                    ))
                                },
                            ),
                        )),
                    )
                },
                || el("p").class("soft").has(say!(home.stays_here)),
            ),
        )))
        .view()
}
