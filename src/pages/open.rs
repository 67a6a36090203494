//! x
use leptos::prelude::*;
/// x
#[component]
pub fn OpenPage() -> impl IntoView {
    view! { <main class="page" id="main"><h1>"OpenPage"</h1></main> }
}
