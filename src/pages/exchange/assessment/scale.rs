//! The scale: four named steps and "Too early to say".

use leptos::prelude::*;

use crate::browser::page;
use crate::model::{Assessment, Id, Met};
use crate::pages::exchange::rows;
use crate::pages::words;
use crate::ui::{Icon, When, memo};
use crate::workspace::OpenExchange;

/// Begins the id of the first step of a scale; the id of what is assessed follows.
pub const KIND: &str = "met";

/// How far something was met. It can be cleared, since a slip of the finger is no opinion.
#[component]
pub fn Scale(
    /// The assessment that takes the answer.
    id: Id,
    /// The id of the element that says what is rated.
    #[prop(into)]
    named_by: String,
    /// What the button that clears the answer is called.
    #[prop(into)]
    clear: Signal<String>,
) -> impl IntoView {
    let open = OpenExchange::expect();
    let assessment = open.record::<Assessment>(&id);
    let met = memo(move || assessment.with(|it| it.as_ref().and_then(|it| it.met)));
    let is_rated = memo(move || met.with(Option::is_some));
    let first = rows::element(KIND, &id);
    let id = StoredValue::new(id);
    let rate = move |met: Option<Met>| {
        id.with_value(|id| open.change::<Assessment>(id, |assessment| assessment.met = met));
    };
    let steps = Met::ALL
        .iter()
        .copied()
        .enumerate()
        .map(|(at, step)| {
            let is_open = step == Met::TooEarly;
            view! {
                <label class="scale__step" class=("scale__step--open", is_open)>
                    <input
                        type="radio"
                        name=first.clone()
                        id=(at == 0).then(|| first.clone())
                        prop:checked=move || met.get() == Some(step)
                        on:change:target=move |event| {
                            if event.target().checked() {
                                rate(Some(step));
                            }
                        }
                    />
                    {(!is_open).then(|| view! { <Fill steps=at + 1 /> })}
                    <span>{words::met(step)}</span>
                </label>
            }
        })
        .collect_view();
    let clear_it = move |_| {
        rate(None);
        // The button goes away: back to where the answer was.
        id.with_value(|id| page::focus(&rows::element(KIND, id)));
    };
    view! {
        <div class="scale" role="radiogroup" aria-labelledby=named_by>
            {steps}
        </div>
        <When when=move || is_rated.get()>
            <div class="cluster no-print">
                <button
                    class="button button--quiet"
                    type="button"
                    aria-label=clear
                    on:click=clear_it
                >
                    <Icon icon=icondata::LuX />
                    <span>{say!(assess.clear)}</span>
                </button>
            </div>
        </When>
    }
}

/// How full a step is, for the eye alone: the word beside it says it.
#[component]
fn Fill(
    /// How many of the four parts are full.
    steps: usize,
) -> impl IntoView {
    let part = |part| view! { <i data-state=(part < steps).then_some("on")></i> };
    view! {
        <span class="fill" aria-hidden="true">
            {(0..4).map(part).collect_view()}
        </span>
    }
}
