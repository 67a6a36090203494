//! A chip: yes or no, for one of several that stand beside each other.

use leptos::prelude::*;

use super::follow::memo;

/// A check box that looks like a chip. Stands in a `.choices` of a named group.
#[component]
pub fn Chip(
    /// What it shows.
    #[prop(into)]
    text: Signal<String>,
    /// Whether it is ticked.
    #[prop(into)]
    value: Signal<bool>,
    /// Takes the new state.
    #[prop(into)]
    on_change: Callback<bool>,
    /// What it means, if what it shows is only a number; begins with that number. Makes it a square.
    #[prop(optional, into)]
    meaning: MaybeProp<String>,
) -> impl IntoView {
    let is_square = memo(move || meaning.with(Option::is_some));
    view! {
        <label class="chip" class=("chip--square", is_square) title=move || meaning.get()>
            <input
                type="checkbox"
                aria-label=move || meaning.get()
                prop:checked=value
                on:change:target=move |event| on_change.run(event.target().checked())
            />
            {text}
        </label>
    }
}
