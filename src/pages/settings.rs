//! x
use leptos::prelude::*;
/// x
#[component]
pub fn SettingsPage() -> impl IntoView {
    view! { <main class="page" id="main"><h1>"SettingsPage"</h1></main> }
}
