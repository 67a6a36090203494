//! Choosing a file: from the device, dropped onto the page, or pasted as text.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::OpenedFile;
use crate::browser::{files, page};
use crate::bundle::{Bundle, BundleError};
use crate::pages::{TITLE_ID, bundle_errors};
use crate::ui::{Icon, TextArea, live, memo};
use crate::workspace::{Incoming, Workspace};

/// What a file dialogue offers. Mail programs turn `.json` into `.json.txt`, so text counts too.
const ACCEPTED: &str = ".json,.txt,application/json,text/plain";

/// The largest file that is read at all, in bytes. A film that was chosen by mistake must not fill
/// the memory only to be refused.
const MOST_READ: f64 = 64.0 * 1024.0 * 1024.0;

/// Asks for a file.
#[component]
pub fn Pick(
    /// Takes the file once it was read and can be trusted.
    on_read: Callback<OpenedFile>,
) -> impl IntoView {
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
    view! {
        // A file that misses the marked place is taken all the same: else the browser would leave
        // the page to show it.
        <main
            class="page"
            id="main"
            on:dragover=move |event| {
                event.prevent_default();
                is_over.set(true);
            }
            on:dragleave=move |_| is_over.set(false)
            on:drop=on_drop
        >
            <div class="create stack stack--loose">
                <h1 id=TITLE_ID tabindex="-1">{say!(open.title)}</h1>
                {live(move || problem.get().map(|words| view! {
                    <div class="callout" data-state="danger" role="alert">
                        <Icon icon=icondata::LuTriangleAlert />
                        <p>{words}</p>
                    </div>
                }))}
                <Choose is_over is_reading on_file=Callback::new(take) />
                <Paste on_text=Callback::new(move |text| read(String::new(), text)) />
            </div>
        </main>
    }
}

/// Reads a file's text, or says why it is not opened.
fn opened(workspace: Workspace, name: String, text: &str) -> Result<OpenedFile, String> {
    let called = if name.is_empty() { say!(open.pasted_text).to_owned() } else { quoted(&name) };
    let bundle = Bundle::read(text).map_err(|error| bundle_errors::words(&error, &called))?;
    if bundle.entries.is_empty() {
        return Err(say!(open.no_exchange, name = called));
    }
    let incoming = Incoming::new(bundle, |id| workspace.find(id).map(|open| open.entry()));
    Ok(OpenedFile { name, bytes: text.len(), incoming })
}

fn quoted(name: &str) -> String {
    say!(open.quoted, text = name)
}

/// The place to drop a file, with a button to choose one.
#[component]
fn Choose(
    /// Whether a file is held over the page.
    is_over: RwSignal<bool>,
    /// Whether a file is being read.
    is_reading: RwSignal<bool>,
    /// Takes the file.
    on_file: Callback<web_sys::File>,
) -> impl IntoView {
    let input = NodeRef::<leptos::html::Input>::new();
    let on_choose = move |event: web_sys::Event| {
        let input = event_target::<web_sys::HtmlInputElement>(&event);
        let file = input.files().and_then(|files| files.get(0));
        // So that the same file can be chosen again after it was mended.
        input.set_value("");
        if let Some(file) = file {
            on_file.run(file);
        }
    };
    view! {
        <div class="drop" data-state=move || is_over.get().then_some("over")>
            <Icon icon=icondata::LuFolderOpen />
            <p><b>{say!(open.drop)}</b></p>
            <button
                class="button button--primary"
                type="button"
                on:click=move |_| {
                    if let Some(input) = input.get() {
                        input.click();
                    }
                }
            >
                {say!(open.choose)}
            </button>
            <input type="file" accept=ACCEPTED hidden node_ref=input on:change=on_choose />
            <p class="soft" role="status">
                {live(move || {
                    if is_reading.get() { say!(open.reading) } else { say!(open.drop_note) }
                })}
            </p>
        </div>
    }
}

/// The way in for text that came without a file.
#[component]
fn Paste(
    /// Takes the text.
    on_text: Callback<String>,
) -> impl IntoView {
    let text = RwSignal::new(String::new());
    let is_empty = memo(move || text.with(|text| text.trim().is_empty()));
    view! {
        <div class="stack stack--close">
            <TextArea
                label=say!(open.paste)
                value=text
                on_input=move |typed| text.set(typed)
                rows=3
            />
            <div>
                <button
                    class="button"
                    type="button"
                    disabled=is_empty
                    on:click=move |_| on_text.run(text.get_untracked())
                >
                    {say!(open.paste_read)}
                </button>
            </div>
        </div>
    }
}
