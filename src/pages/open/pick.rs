//! Choosing a file: from the device, dropped onto the page, or pasted as text.

use crate::ui::{Content, Place, TextInput, button, el, icon, memo};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::OpenedFile;
use crate::browser::{files, page};
use crate::bundle::{BundleError, Here, Received};
use crate::history::ReplicaId;
use crate::pages::{TITLE_ID, bundle_errors};
use crate::workspace::{Incoming, Workspace};

/// What a file dialogue offers. Mail programs turn `.json` into `.json.txt`, so text counts too.
const ACCEPTED: &str = ".json,.txt,application/json,text/plain";

/// The largest file that is read at all, in bytes. A film that was chosen by mistake must not fill
/// the memory only to be refused.
const MOST_READ: f64 = 64.0 * 1024.0 * 1024.0;

/// Asks for a file.
///
/// - `on_read`: Takes the file once it was read and can be trusted.
pub fn pick(on_read: Callback<OpenedFile>) -> AnyView {
    page::set_title(say!(open.title));
    let workspace = Workspace::expect();
    let problem = RwSignal::new(None::<String>);
    let is_reading = RwSignal::new(false);
    let read = move |name: String, text: String| {
        match opened(workspace, name, &text) {
            // Without effect if the reader has left the page meanwhile.
            Ok(file) => drop(on_read.try_run(file)),
            Err(words) => drop(problem.try_set(Some(words))),
        }
    };
    let take = move |file: web_sys::File| {
        problem.set(None);
        is_reading.set(true);
        spawn_local(async move {
            let name = file.name();
            let words = if file.size() > MOST_READ {
                let error = BundleError::TooLarge { bytes: file.size() as usize };
                Some(bundle_errors::words(&error, &quoted(&name)))
            } else {
                match files::text(file).await {
                    Some(text) => {
                        read(name, text);
                        None
                    }
                    None => Some(say!(open.file_unreadable, name = quoted(&name))),
                }
            };
            let _ = is_reading.try_set(false);
            if words.is_some() {
                let _ = problem.try_set(words);
            }
        });
    };
    let is_over = RwSignal::new(false);
    let on_drop = move |event: web_sys::DragEvent| {
        event.prevent_default();
        is_over.set(false);
        let Some(files) = event.data_transfer().and_then(|data| data.files()) else { return };
        match (files.length(), files.get(0)) {
            (1, Some(file)) => take(file),
            (count, _) if count > 1 => problem.set(Some(say!(open.one_at_a_time, count = count))),
            _ => {}
        }
    };
    el("main")
        .class("page")
        .id("main")
        .on("dragover", move |event| {
            event.prevent_default();
            is_over.set(true);
        })
        .on("dragleave", move |_| is_over.set(false))
        .on_as("drop", on_drop)
        .has(el("div").class("create stack stack--loose").has((
            el("h1").id(TITLE_ID).attr("tabindex", "-1").has(say!(open.title)),
            move || {
                problem.get().map(|words| {
                    el("div")
                        .class("callout")
                        .attr("data-state", "danger")
                        .attr("role", "alert")
                        .has((icon(icondata::LuTriangleAlert), el("p").has(words)))
                })
            },
            choose(is_over, is_reading, Callback::new(take)),
            paste(Callback::new(move |text| read(String::new(), text))),
        )))
        .view()
}

/// Reads a file's text, or says why it is not opened.
fn opened(workspace: Workspace, name: String, text: &str) -> Result<OpenedFile, String> {
    let called = if name.is_empty() { say!(open.pasted_text).to_owned() } else { quoted(&name) };
    let last_issued = |replica: &ReplicaId| workspace.last_issued(replica);
    let here = Here { now_ms: workspace.latest_ms(), last_issued: &last_issued };
    let received =
        Received::read(text, &here).map_err(|error| bundle_errors::words(&error, &called))?;
    let incoming = Incoming::new(received, |id| workspace.document(id).map(|open| open.entry()));
    Ok(OpenedFile { name, text: text.into(), incoming })
}

fn quoted(name: &str) -> String {
    say!(open.quoted, text = name)
}

/// The place to drop a file, with a button to choose one.
///
/// - `is_over`: Whether a file is held over the page.
/// - `is_reading`: Whether a file is being read.
/// - `on_file`: Takes the file.
fn choose(
    is_over: RwSignal<bool>,
    is_reading: RwSignal<bool>,
    on_file: Callback<web_sys::File>,
) -> AnyView {
    let input = Place::new();
    let on_choose = move |event: web_sys::Event| {
        let input = event_target::<web_sys::HtmlInputElement>(&event);
        let file = input.files().and_then(|files| files.get(0));
        // So that the same file can be chosen again after it was mended.
        input.set_value("");
        if let Some(file) = file {
            on_file.run(file);
        }
    };
    el("div")
        .class("drop")
        .attr("data-state", move || is_over.get().then_some("over"))
        .has((
            icon(icondata::LuFolderOpen),
            el("p").has(el("b").has(say!(open.drop))),
            button("button button--primary")
                .on_click(move || {
                    if let Some(input) = input.get() {
                        input.click();
                    }
                })
                .has(say!(open.choose)),
            el("input")
                .attr("type", "file")
                .attr("accept", ACCEPTED)
                .flag("hidden", true)
                .held_by(input)
                .on("change", on_choose),
            el("p").class("soft").attr("role", "status").has(move || {
                if is_reading.get() { say!(open.reading) } else { say!(open.drop_note) }
            }),
        ))
        .view()
}

/// The way in for text that came without a file.
///
/// - `on_text`: Takes the text.
fn paste(on_text: Callback<String>) -> AnyView {
    let text = RwSignal::new(String::new());
    let is_empty = memo(move || text.with(|text| text.trim().is_empty()));
    el("div")
        .class("stack stack--close")
        .has((
            TextInput::area(say!(open.paste), text, move |typed| text.set(typed))
                .rows(3)
                .of_any_length(),
            el("div").has(
                button("button")
                    .flag("disabled", is_empty)
                    .on_click(move || on_text.run(text.get_untracked()))
                    .has(say!(open.paste_read)),
            ),
        ))
        .view()
}
