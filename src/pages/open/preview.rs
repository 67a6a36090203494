//! What is in a file, before anything of it is taken in.

use leptos::prelude::*;

use super::OpenedFile;
use super::decide::Decide;
use super::exchanges::Exchanges;
use super::letter::Letter;
use super::settle::Settle;
use crate::browser::page;
use crate::pages::TITLE_ID;
use crate::ui::Icon;
use crate::workspace::Incoming;

/// The preview of a file: who sent it, what it would change, what to settle, and the decision.
#[component]
pub fn Preview(
    /// The file.
    file: OpenedFile,
    /// Puts the file away.
    on_cancel: Callback<()>,
) -> impl IntoView {
    page::set_title(say!(open.preview_title));
    let has_conflicts =
        file.incoming.exchanges.iter().any(|exchange| !exchange.conflicts.is_empty());
    let letter = view! { <Letter file=file.clone() /> };
    let incoming: RwSignal<Incoming> = RwSignal::new(file.incoming);
    let body = if has_conflicts {
        view! {
            <div class="columns columns--rail-first">
                <Exchanges incoming />
                <Settle incoming />
            </div>
        }
        .into_any()
    } else {
        view! { <Exchanges incoming /> }.into_any()
    };
    view! {
        <main class="page" id="main">
            <div class="spread page__top">
                <h1 id=TITLE_ID tabindex="-1">{say!(open.preview_title)}</h1>
                <p class="badge badge--large" data-state="ok">
                    <Icon icon=icondata::LuLock />
                    {say!(open.nothing_changed)}
                </p>
            </div>
            <div class="stack">{letter} {body}</div>
        </main>
        <Decide incoming on_cancel />
    }
}
