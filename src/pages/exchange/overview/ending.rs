//! The foot of the page: where the topic comes from, and the way to be rid of the exchange.

use leptos::prelude::*;

use crate::pages::exchange::rows::offer_undo;
use crate::pages::{go, title_of};
use crate::route::Screen;
use crate::ui::Icon;
use crate::workspace::OpenExchange;

/// The foot.
#[component]
pub fn Ending() -> impl IntoView {
    let open = OpenExchange::expect();
    let about = open.about();
    let source = move || {
        let source = about.with(|about| about.source.trim().to_owned());
        (!source.is_empty())
            .then(|| view! { <p class="soft measure">{say!(plan.source, source = source)}</p> })
    };
    let delete = move |_| {
        let title = about.with_untracked(title_of);
        open.delete_whole();
        offer_undo(title, move || open.restore_whole());
        go(&Screen::Home);
    };
    view! {
        <footer class="spread">
            <div>{source}</div>
            <button class="button button--quiet button--danger" type="button" on:click=delete>
                <Icon icon=icondata::LuTrash2 />
                <span>{say!(plan.delete_exchange)}</span>
            </button>
        </footer>
    }
}
