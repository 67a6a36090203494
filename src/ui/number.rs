//! A number with a button for less and a button for more.

use leptos::prelude::*;

use super::Icon;

/// A labelled whole number, typed or stepped.
///
/// A typed number is handed on when it is whole and within its bounds; anything else is left in the
/// field until it is, and put back when the field is left.
#[component]
pub fn NumberField(
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// Says what the button for less does.
    #[prop(into)]
    less: Signal<String>,
    /// Says what the button for more does.
    #[prop(into)]
    more: Signal<String>,
    /// The number as it stands.
    #[prop(into)]
    value: Signal<u16>,
    /// By how much the buttons step.
    step: u16,
    /// The least.
    least: u16,
    /// The most.
    most: u16,
    /// Takes the new number.
    #[prop(into)]
    on_change: Callback<u16>,
) -> impl IntoView {
    let step_by = move |sign: i32| {
        let now = i32::from(value.get_untracked());
        let next = (now + sign * i32::from(step)).clamp(i32::from(least), i32::from(most));
        on_change.run(u16::try_from(next).unwrap_or(least));
    };
    view! {
        <div class="field" role="group" aria-label=label>
            <span class="field__label" aria-hidden="true">{label}</span>
            <div class="number">
                <button
                    class="button"
                    type="button"
                    aria-label=less
                    disabled=move || { value.get() <= least }
                    on:click=move |_| step_by(-1)
                >
                    <Icon icon=icondata::LuMinus />
                </button>
                <input
                    class="input num"
                    type="text"
                    inputmode="numeric"
                    autocomplete="off"
                    aria-label=label
                    prop:value=move || value.get().to_string()
                    on:input:target=move |event| {
                        let typed = event.target().value().trim().parse::<u16>();
                        if let Ok(number) = typed && (least..=most).contains(&number) {
                            on_change.run(number);
                        }
                    }
                    on:blur:target=move |event| {
                        event.target().set_value(&value.get_untracked().to_string());
                    }
                />
                <button
                    class="button"
                    type="button"
                    aria-label=more
                    disabled=move || { value.get() >= most }
                    on:click=move |_| step_by(1)
                >
                    <Icon icon=icondata::LuPlus />
                </button>
            </div>
        </div>
    }
}
