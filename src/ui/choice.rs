//! One of few (segments), one of some (a select), yes or no (a check).

use std::sync::Arc;

use leptos::prelude::*;

use super::Icon;

/// One thing that can be chosen: the word that stands for it, and what a person reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The word.
    pub word: Arc<str>,
    /// What a person reads.
    pub text: String,
}

impl Choice {
    /// Returns a choice.
    pub fn new(word: &str, text: impl Into<String>) -> Self {
        Self { word: word.into(), text: text.into() }
    }
}

/// A labelled select.
#[component]
pub fn Select(
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// What can be chosen.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The chosen word; empty for none of them.
    #[prop(into)]
    value: Signal<String>,
    /// Takes the newly chosen word.
    #[prop(into)]
    on_change: Callback<String>,
    /// Leaves the label to those who do not see where it stands.
    #[prop(optional)]
    quiet: bool,
) -> impl IntoView {
    let options = move || {
        let chosen = value.get();
        choices
            .get()
            .into_iter()
            .map(|choice| {
                let selected = *choice.word == *chosen;
                let word = choice.word.to_string();
                view! { <option value=word prop:selected=selected>{choice.text}</option> }
            })
            .collect_view()
    };
    view! {
        <label class="field">
            <span class="field__label" class:visually-hidden=quiet>{label}</span>
            <span class="select">
                <select
                    class="input"
                    on:change:target=move |event| on_change.run(event.target().value())
                >
                    {options}
                </select>
                <Icon icon=icondata::LuChevronDown />
            </span>
        </label>
    }
}

/// A choice between few, all of them in sight.
#[component]
pub fn Segmented(
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// Makes the radio buttons one group; must be its own on the page.
    #[prop(into)]
    name: String,
    /// What can be chosen.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The chosen word; empty for none of them.
    #[prop(into)]
    value: Signal<String>,
    /// Takes the newly chosen word.
    #[prop(into)]
    on_change: Callback<String>,
) -> impl IntoView {
    let options = move || {
        choices
            .get()
            .into_iter()
            .map(|choice| {
                let word = choice.word.clone();
                let checked = move || value.with(|value| **value == *word);
                let word = choice.word.clone();
                view! {
                    <label class="seg__option">
                        <input
                            type="radio"
                            name=name.clone()
                            value=choice.word.to_string()
                            prop:checked=checked
                            on:change=move |_| on_change.run(word.to_string())
                        />
                        {choice.text}
                    </label>
                }
            })
            .collect_view()
    };
    view! {
        <div class="seg" role="radiogroup" aria-label=label>
            {options}
        </div>
    }
}

/// A labelled check box.
#[component]
pub fn Check(
    /// What it says.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is ticked.
    #[prop(into)]
    value: Signal<bool>,
    /// Takes the new state.
    #[prop(into)]
    on_change: Callback<bool>,
) -> impl IntoView {
    view! {
        <label class="check">
            <input
                type="checkbox"
                prop:checked=value
                on:change:target=move |event| on_change.run(event.target().checked())
            />
            <span>{label}</span>
        </label>
    }
}
