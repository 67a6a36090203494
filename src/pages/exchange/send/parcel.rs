//! The file that is sent: its name, what is in it, saving it, copying its text.

use crate::ui::{Content, El, Toast, Toasts, button, el, icon, memo, stacked_callout, target};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{clipboard, clock, files};
use crate::bundle::Bundle;
use crate::model::Exchange;
use crate::outputs::file_name::file_name;
use crate::pages::agency::AgencyPlace;
use crate::pages::words::counted;
use crate::pages::{address_words, bundle_errors, format};
use crate::workspace::{OpenExchange, Workspace};

/// Returns the name of the file of an exchange that is saved today.
pub fn name(exchange: &Exchange) -> String {
    file_name(&exchange.about.title, say!(send.untitled_file), clock::today(), "json")
}

/// The file and what can be done with it.
///
/// - `message`: What the sender says.
pub fn parcel(message: RwSignal<String>) -> AnyView {
    let open = OpenExchange::expect();
    let workspace = Workspace::expect();
    let toasts = Toasts::expect();
    let device = workspace.device();
    let exchange = open.exchange();
    let name = memo(move || exchange.with(name));
    let text = memo(move || {
        exchange.track();
        workspace.bundle(&[open.document()], String::new())
    });
    let size = move || text.with(|text| bundle_errors::size(text.len()));
    let is_too_large = memo(move || text.with(|text| !Bundle::can_be_opened(text)));
    let saved = move || {
        let when = device.with(|device| device.saved_to_file.get(&open.id()).cloned());
        match when.map(|when| format::moment(&when)).filter(|when| !when.is_empty()) {
            Some(when) => say!(send.last_saved, when = when),
            None => say!(send.never_saved).to_owned(),
        }
    };
    let refused = RwSignal::new(false);
    let save = move |_| {
        let text = workspace.bundle(&[open.document()], message.get_untracked());
        let name = name.get_untracked();
        let is_saved = files::save(&name, "application/json", &text);
        refused.set(!is_saved);
        if is_saved {
            workspace.note_sent(&open);
            toasts.show(Toast::new(say!(send.saved, name = name)));
        }
    };
    el("section")
        .class("panel")
        .attr("aria-labelledby", "file-title")
        .has(
            el("div").class("panel__body stack").has((
                el("h2").id("file-title").class("visually-hidden").has(say!(send.file)),
                el("div").class("parcel").has((
                    el("span").class("letter__seal").has(icon(icondata::LuMail)),
                    el("div").has((
                        el("p").class("filename").has(el("b").has(name)),
                        el("p").class("soft").has(el("small").has(size)),
                    )),
                    el("div").class("cluster").has((
                        button("button button--primary")
                            .on("click", save)
                            .has((icon(icondata::LuSave), el("span").has(say!(send.save)))),
                        copy_text(
                            say!(send.copy_text),
                            move || workspace.bundle(&[open.document()], message.get_untracked()),
                            Default::default(),
                        ),
                    )),
                )),
                move || {
                    refused
                        .get()
                        .then(|| warning("danger", say!(send.save_refused)).attr("role", "alert"))
                },
                move || is_too_large.get().then(|| warning("danger", say!(send.too_large))),
                el("p").class("soft").attr("role", "status").has(saved),
                contents(),
            )),
        )
        .view()
}

/// What is in the file, in words, and who can read it.
fn contents() -> AnyView {
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
            .map(|(collection, count)| el("li").has(address_words::records(collection, count)))
            .collect::<Vec<_>>()
        })
    };
    let agency = AgencyPlace::ask();
    let private = memo(move || {
        exchange.with(|exchange| exchange.notes.values().filter(|note| note.private).count())
    });
    (
        el("div").has((
            el("h3").has(say!(send.contents)),
            el("ul").has((facts, el("li").has(say!(send.contents_history)))),
        )),
        move || {
            (private.get() > 0).then(|| {
                let sentence = counted(private.get(), say!(send.private_one), |count| {
                    say!(send.private_many, count = count)
                });
                stacked_callout("warn", icondata::LuEye, sentence)
            })
        },
        warning("warn", say!(send.not_encrypted)),
        move || {
            agency
                .with(|agency| agency.requires_pass_phrase)
                .then(|| warning("warn", say!(send.pass_phrase_asked)))
        },
    )
        .view()
}

fn warning(tone: &'static str, sentence: &'static str) -> El {
    stacked_callout(tone, icondata::LuTriangleAlert, sentence)
}

/// A button that copies a text, and a field to copy it from by hand where the browser refuses.
///
/// - `word`: What the button says.
/// - `text`: Makes the text when it is asked for.
/// - `quiet`: Draws the button without a frame.
pub fn copy_text(
    word: &'static str,
    text: impl Fn() -> String + Send + Sync + 'static,
    quiet: bool,
) -> AnyView {
    let toasts = Toasts::expect();
    let by_hand = RwSignal::new(None::<String>);
    let copy = move |_| {
        let text = text();
        by_hand.set(None);
        spawn_local(async move {
            if clipboard::copy(&text).await {
                toasts.show(Toast::new(say!(send.copied).to_owned()));
            } else {
                let _ = by_hand.try_set(Some(text));
            }
        });
    };
    (
        button(if quiet { "button button--quiet" } else { "button" })
            .on("click", copy)
            .has((icon(icondata::LuCopy), el("span").has(word))),
        move || {
            by_hand.get().map(|text| {
                el("div").attr("role", "alert").has(
                    el("label").class("field").has((
                        el("span").class("field__label").has(say!(send.copy_refused)),
                        el("textarea")
                            .class("input")
                            .attr("rows", "4")
                            .flag("readonly", true)
                            .value(text)
                            .on("focus", move |event| {
                                if let Some(area) = target::<web_sys::HtmlTextAreaElement>(&event) {
                                    area.select();
                                }
                            }),
                    )),
                )
            })
        },
    )
        .view()
}
