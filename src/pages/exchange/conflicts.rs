//! x
use leptos::prelude::*;
/// x
#[component]
pub fn Unsettled() -> impl IntoView {}
