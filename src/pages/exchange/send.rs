//! x
use leptos::prelude::*;
/// x
#[component]
pub fn Send() -> impl IntoView {
    view! { <p>"Send"</p> }
}
