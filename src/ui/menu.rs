//! What can be done with one thing, behind a button with three dots.

use leptos::html::{Details, Summary};
use leptos::prelude::*;

use super::Icon;

/// A button that opens a short list of acts. Closes after one was chosen, on Escape, and as soon as
/// the finger or the focus goes elsewhere.
#[component]
pub fn Menu(
    /// What the acts are for: "More for objective 2".
    #[prop(into)]
    label: Signal<String>,
    /// The id of the button, to be focused from elsewhere.
    #[prop(optional, into)]
    id: MaybeProp<String>,
    /// The acts: [`MenuItem`]s.
    children: Children,
) -> impl IntoView {
    let details = NodeRef::<Details>::new();
    let summary = NodeRef::<Summary>::new();
    let element = move || details.try_get_untracked().flatten();
    let close = move || {
        if let Some(details) = element() {
            details.set_open(false);
        }
    };
    let close_and_return = move || {
        close();
        if let Some(summary) = summary.try_get_untracked().flatten() {
            let _ = summary.focus();
        }
    };
    let outside = StoredValue::new(None::<WindowListenerHandle>);
    let stop_listening = move || {
        if let Some(Some(handle)) = outside.try_update_value(Option::take) {
            handle.remove();
        }
    };
    on_cleanup(stop_listening);
    let on_toggle = move |_| {
        stop_listening();
        if element().is_some_and(|details| details.open()) {
            let handle = window_event_listener(leptos::ev::pointerdown, move |event| {
                let touched = event_target::<web_sys::Node>(&event);
                if element().is_some_and(|details| !details.contains(Some(&touched))) {
                    close();
                }
            });
            let _ = outside.try_update_value(|outside| *outside = Some(handle));
        }
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            close_and_return();
        }
    };
    let on_leave = move |event: leptos::ev::FocusEvent| {
        // Without a next element the focus may only rest, as after a tap on a button in Safari.
        if event.related_target().is_some() {
            request_animation_frame(move || {
                let has_focus = |it: &web_sys::Element| it.matches(":focus-within") == Ok(true);
                if element().is_some_and(|details| !has_focus(&details)) {
                    close();
                }
            });
        }
    };
    view! {
        <details
            class="menu"
            node_ref=details
            on:toggle=on_toggle
            on:keydown=on_key
            on:focusout=on_leave
        >
            <summary
                class="button button--quiet button--icon"
                node_ref=summary
                id=move || id.get()
                aria-label=label
            >
                <Icon icon=icondata::LuEllipsis />
            </summary>
            <ul class="menu__list" on:click=move |_| close_and_return()>
                {children()}
            </ul>
        </details>
    }
}

/// One act of a [`Menu`].
#[component]
pub fn MenuItem(
    /// Its sign.
    icon: icondata::Icon,
    /// What it does.
    #[prop(into)]
    text: Signal<String>,
    /// Does it.
    #[prop(into)]
    on_pick: Callback<()>,
    /// Whether it cannot be done now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Whether it takes something away.
    #[prop(optional)]
    danger: bool,
) -> impl IntoView {
    view! {
        <li>
            <button
                class="menu__item"
                type="button"
                data-state=danger.then_some("danger")
                disabled=disabled
                on:click=move |_| on_pick.run(())
            >
                <Icon icon />
                <span>{text}</span>
            </button>
        </li>
    }
}
