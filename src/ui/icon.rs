//! Icons from the Lucide set. The one place that hands a string to the parser of HTML: the strings
//! are compiled in, and the page's Trusted Types policy looks at them once more.

use leptos::prelude::*;

/// Returns a decorative icon. Whatever it means must also be said in words beside it or in a label.
pub fn icon(icon: icondata::Icon) -> AnyView {
    view! {
        <svg
            class="icon"
            aria-hidden="true"
            viewBox="0 0 24 24"
            fill="none"
            stroke="currentColor"
            stroke-width="1.75"
            stroke-linecap="round"
            stroke-linejoin="round"
            inner_html=icon.data
        ></svg>
    }
    .into_any()
}
