//! x
use leptos::prelude::*;
/// x
#[component]
pub fn HelpPage() -> impl IntoView {
    view! { <main class="page" id="main"><h1>"HelpPage"</h1></main> }
}
