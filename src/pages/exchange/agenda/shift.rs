//! The menu that shifts everything after the chosen session.

use leptos::ev::{self, KeyboardEvent};
use leptos::html::{Details, Summary};
use leptos::prelude::*;

use super::state::AgendaScreen;
use crate::model::{Id, agenda};
use crate::ui::{Icon, memo};

/// By how many minutes the rest of a day can be shifted at a tap.
const STEPS: [i32; 5] = [-15, -5, 5, 15, 30];

/// Returns the minutes with their sign: "+15", "−15".
fn signed(minutes: i32) -> String {
    format!("{minutes:+}").replace('-', "−")
}

/// Shifts the rest of the day; in the page only while a session with others after it is chosen.
#[component]
pub fn ShiftMenu() -> impl IntoView {
    let screen = AgendaScreen::expect();
    let exchange = screen.open.exchange();
    let from = memo(move || {
        let id = screen.selected.get()?;
        let any = exchange.with(|exchange| {
            STEPS.iter().any(|minutes| !agenda::shift_rest(exchange, &id, *minutes).is_empty())
        });
        any.then_some(id)
    });
    move || from.get().map(|id| view! { <OpenMenu id /> })
}

#[component]
fn OpenMenu(
    /// The session after which everything is shifted.
    id: Id,
) -> impl IntoView {
    let screen = AgendaScreen::expect();
    let details = NodeRef::<Details>::new();
    let summary = NodeRef::<Summary>::new();
    let close = move || {
        if let Some(details) = details.get_untracked() {
            details.set_open(false);
        }
    };
    let outside = window_event_listener(ev::pointerdown, move |event| {
        let target = event.target().and_then(|target| {
            use leptos::wasm_bindgen::JsCast as _;
            target.dyn_into::<web_sys::Node>().ok()
        });
        if details.get_untracked().is_some_and(|details| !details.contains(target.as_ref())) {
            close();
        }
    });
    on_cleanup(move || outside.remove());
    let back = move || {
        close();
        if let Some(summary) = summary.get_untracked() {
            let _ = summary.focus();
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let open = details.get_untracked().is_some_and(|details| details.open());
        if event.key() == "Escape" && open {
            // This Escape closes the menu, not the session.
            event.stop_propagation();
            back();
        }
    };
    let label = {
        let id = id.clone();
        move || say!(agenda.shift_label, title = screen.title(&id))
    };
    let items = STEPS
        .map(|minutes| {
            let id = id.clone();
            let shift = move |_| {
                let moves = screen
                    .open
                    .exchange()
                    .with_untracked(|exchange| agenda::shift_rest(exchange, &id, minutes));
                if !moves.is_empty() {
                    screen.shift(moves, say!(agenda.shifted, minutes = signed(minutes)));
                }
                back();
            };
            view! {
                <li>
                    <button class="menu__item" type="button" on:click=shift>
                        <span>{say!(agenda.shift_by, minutes = signed(minutes))}</span>
                    </button>
                </li>
            }
        })
        .into_iter()
        .collect_view();
    view! {
        <details class="menu" node_ref=details on:keydown=on_key>
            <summary class="button" aria-label=label node_ref=summary>
                <Icon icon=icondata::LuUnfoldVertical />
                <span>{say!(agenda.shift)}</span>
            </summary>
            <ul class="menu__list">{items}</ul>
        </details>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shift_says_which_way_it_goes() {
        assert_eq!(STEPS.map(signed), ["−15", "−5", "+5", "+15", "+30"]);
    }
}
