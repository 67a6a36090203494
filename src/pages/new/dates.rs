//! Step 3: when, and in what form.

use leptos::prelude::*;

use super::StepHead;
use crate::model::Format;
use crate::pages::words;
use crate::ui::{TextInput, memo};
use crate::workspace::Workspace;

/// Choosing the days and the form of the visit.
#[component]
pub fn DatesStep() -> impl IntoView {
    let workspace = Workspace::expect();
    let draft = workspace.draft();
    let reversed = memo(move || draft.with(|draft| draft.ends_before_it_starts()));
    let formats = Format::ALL
        .iter()
        .map(|format| {
            let format = *format;
            view! {
                <label class="chip">
                    <input
                        type="radio"
                        name="format"
                        prop:checked=move || draft.with(|draft| draft.format == format)
                        on:change=move |_| workspace.change_draft(|draft| draft.format = format)
                    />
                    {words::format(format)}
                </label>
            }
        })
        .collect_view();
    view! {
        <StepHead title=say!(create.dates_title) text=say!(create.dates_text) />
        <section class="panel" aria-label=say!(create.step_dates)>
            <div class="panel__body stack query">
                <div class="field-grid field-grid--wide">
                    <TextInput
                        label=say!(create.first_day)
                        kind="date"
                        value=Signal::derive(move || draft.with(|draft| draft.first.clone()))
                        on_input=move |text| workspace.change_draft(|draft| draft.first = text)
                    />
                    <TextInput
                        label=say!(create.last_day)
                        kind="date"
                        value=Signal::derive(move || draft.with(|draft| draft.last.clone()))
                        on_input=move |text| workspace.change_draft(|draft| draft.last = text)
                        error=MaybeProp::derive(move || {
                            reversed.get().then(|| say!(create.dates_reversed).to_owned())
                        })
                    />
                </div>
                <fieldset class="field">
                    <legend class="field__label">{say!(create.format)}</legend>
                    <div class="choices">{formats}</div>
                </fieldset>
            </div>
        </section>
    }
}
