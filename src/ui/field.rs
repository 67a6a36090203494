//! Text that a person types: in a labelled field, or in place.
//!
//! There is no save button anywhere: every keystroke is handed on.

use leptos::prelude::*;

use super::follow::live;

/// A labelled one-line field.
#[component]
pub fn TextInput(
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// The text as it stands.
    #[prop(into)]
    value: Signal<String>,
    /// Takes the text after every keystroke.
    #[prop(into)]
    on_input: Callback<String>,
    /// `text`, `date`, `time`, `email` …; `text` if not said.
    #[prop(optional, default = "text")]
    kind: &'static str,
    /// One sentence of help below the field.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong with the text, if anything; shown at the field.
    #[prop(optional, into)]
    error: MaybeProp<String>,
    /// The id of a `<datalist>` with suggestions.
    #[prop(optional)]
    suggestions: Option<&'static str>,
    /// The element's id, to be focused from elsewhere.
    #[prop(optional, into)]
    id: MaybeProp<String>,
) -> impl IntoView {
    view! {
        <label class="field">
            <span class="field__label">{label}</span>
            <input
                class="input"
                type=kind
                id=move || id.get()
                list=suggestions
                autocomplete="off"
                aria-invalid=move || error.get().map(|_| "true")
                prop:value=value
                on:input:target=move |event| on_input.run(event.target().value())
            />
            {live(move || hint.get().map(|hint| view! { <span class="field__hint">{hint}</span> }))}
            {live(move || error.get().map(|error| view! { <span class="field__error">{error}</span> }))}
        </label>
    }
}

/// A labelled field for some lines of text; it grows with its words.
#[component]
pub fn TextArea(
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// The text as it stands.
    #[prop(into)]
    value: Signal<String>,
    /// Takes the text after every keystroke.
    #[prop(into)]
    on_input: Callback<String>,
    /// How many lines it shows at least.
    #[prop(optional, default = 2)]
    rows: u32,
    /// One sentence of help below the field.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// The element's id, to be focused from elsewhere.
    #[prop(optional, into)]
    id: MaybeProp<String>,
) -> impl IntoView {
    view! {
        <label class="field">
            <span class="field__label">{label}</span>
            <span class="grow" data-value=value>
                <textarea
                    class="input"
                    rows=rows
                    id=move || id.get()
                    prop:value=value
                    on:input:target=move |event| on_input.run(event.target().value())
                ></textarea>
            </span>
            {live(move || hint.get().map(|hint| view! { <span class="field__hint">{hint}</span> }))}
        </label>
    }
}

/// Text edited in place: it reads as text and is a field. Wraps like text, holds one line.
///
/// Enter asks for the next row, Escape leaves, Backspace in an empty line asks to remove it.
#[component]
pub fn TextLine(
    /// What the text is, for those who do not see where it stands.
    #[prop(into)]
    label: Signal<String>,
    /// The text as it stands.
    #[prop(into)]
    value: Signal<String>,
    /// Takes the text after every keystroke.
    #[prop(into)]
    on_input: Callback<String>,
    /// Called on Enter.
    #[prop(optional, into)]
    on_enter: Option<Callback<()>>,
    /// Called on Backspace in an empty line.
    #[prop(optional, into)]
    on_remove: Option<Callback<()>>,
    /// Shown while empty.
    #[prop(optional, into)]
    placeholder: MaybeProp<String>,
    /// A class besides: `input--strong`, `input--goal`.
    #[prop(optional)]
    class: &'static str,
    /// The element's id, to be focused from elsewhere.
    #[prop(optional, into)]
    id: MaybeProp<String>,
) -> impl IntoView {
    let on_key = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        // While an input method composes a word, Enter only accepts it.
        "Enter" if !event.is_composing() => {
            event.prevent_default();
            if let Some(on_enter) = on_enter {
                on_enter.run(());
            }
        }
        "Escape" => {
            let _ = event_target::<web_sys::HtmlElement>(&event).blur();
        }
        "Backspace" if value.with_untracked(String::is_empty) => {
            if let Some(on_remove) = on_remove {
                event.prevent_default();
                on_remove.run(());
            }
        }
        _ => {}
    };
    view! {
        <span class="grow" data-value=value>
            <textarea
                class=format!("input input--inplace {class}")
                rows="1"
                id=move || id.get()
                aria-label=label
                placeholder=move || placeholder.get()
                prop:value=value
                on:keydown=on_key
                // A pasted line break becomes a space: the text is one line.
                on:input:target=move |event| {
                    on_input.run(event.target().value().replace(['\r', '\n'], " "));
                }
            ></textarea>
        </span>
    }
}
