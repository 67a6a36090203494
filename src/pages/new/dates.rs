//! Step 3: when, and in what form.

use crate::ui::{Content, TextInput, el, memo};
use leptos::prelude::*;

use super::step_head;
use crate::model::Format;
use crate::pages::words;
use crate::workspace::Workspace;

/// Choosing the days and the form of the visit.
pub fn dates_step() -> AnyView {
    let workspace = Workspace::expect();
    let draft = workspace.draft();
    let reversed = memo(move || draft.with(|draft| draft.ends_before_it_starts()));
    let formats = Format::ALL
        .iter()
        .map(|format| {
            let format = *format;
            el("label").class("chip").has((
                el("input")
                    .attr("type", "radio")
                    .attr("name", "format")
                    .prop("checked", move || draft.with(|draft| draft.format == format))
                    .on("change", move |_| workspace.change_draft(|draft| draft.format = format)),
                words::of(format),
            ))
        })
        .collect::<Vec<_>>();
    (
        step_head(say!(create.dates_title), say!(create.dates_text)),
        el("section").class("panel").attr("aria-label", say!(create.step_dates)).has(
            el("div").class("panel__body stack query").has((
                el("div").class("field-grid field-grid--wide").has((
                    TextInput::new(
                        say!(create.first_day),
                        memo(move || draft.with(|draft| draft.first.clone())),
                        move |text| workspace.change_draft(|draft| draft.first = text),
                    )
                    .kind("date"),
                    TextInput::new(
                        say!(create.last_day),
                        memo(move || draft.with(|draft| draft.last.clone())),
                        move |text| workspace.change_draft(|draft| draft.last = text),
                    )
                    .kind("date")
                    .error(move || reversed.get().then(|| say!(create.dates_reversed))),
                )),
                el("fieldset").class("field").has((
                    el("legend").class("field__label").has(say!(create.format)),
                    el("div").class("choices").has(formats),
                )),
            )),
        ),
    )
        .view()
}
