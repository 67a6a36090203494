//! Some lines of text, edited in place.

use leptos::prelude::*;

/// Text of any number of lines that reads as text and is a field: [`super::TextLine`] for more than
/// one line, where Enter is a line break.
///
/// Escape leaves, Backspace in an empty field asks to remove it.
#[component]
pub fn TextBlock(
    /// What the text is, for those who do not see where it stands.
    #[prop(into)]
    label: Signal<String>,
    /// The text as it stands.
    #[prop(into)]
    value: Signal<String>,
    /// Takes the text after every keystroke.
    #[prop(into)]
    on_input: Callback<String>,
    /// Called on Backspace in an empty field.
    #[prop(optional, into)]
    on_remove: Option<Callback<()>>,
    /// The element's id, to be focused from elsewhere.
    #[prop(optional, into)]
    id: MaybeProp<String>,
) -> impl IntoView {
    let on_key = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
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
                class="input input--inplace"
                rows="1"
                id=move || id.get()
                aria-label=label
                prop:value=value
                on:keydown=on_key
                on:input:target=move |event| on_input.run(event.target().value())
            ></textarea>
        </span>
    }
}
