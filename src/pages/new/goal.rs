//! Step 4: what it is called, and what for.

use leptos::prelude::*;

use super::{StepHead, Topics};
use crate::ui::{TextArea, TextInput, memo};
use crate::workspace::Workspace;

/// Giving the exchange its title, need and goal.
#[component]
pub fn GoalStep() -> impl IntoView {
    let workspace = Workspace::expect();
    let draft = workspace.draft();
    let topics = expect_context::<Topics>();
    let title_hint = memo(move || {
        let chosen = draft.with(|draft| draft.topic.clone()).unwrap_or_default();
        topics.0.with(|topics| match topics {
            Some(Ok(catalogue)) => catalogue
                .card(&chosen)
                .map(|card| say!(create.title_hint, title = card.title.clone())),
            _ => None,
        })
    });
    view! {
        <StepHead title=say!(create.goal_title) text=say!(create.goal_text) />
        <section class="panel" aria-label=say!(create.step_goal)>
            <div class="panel__body stack">
                <TextInput
                    label=say!(create.exchange_title)
                    hint=MaybeProp::derive(move || title_hint.get())
                    value=Signal::derive(move || draft.with(|draft| draft.title.clone()))
                    on_input=move |text| workspace.change_draft(|draft| draft.title = text)
                />
                <TextArea
                    label=say!(create.need)
                    hint=say!(create.need_hint)
                    rows=3
                    value=Signal::derive(move || draft.with(|draft| draft.need.clone()))
                    on_input=move |text| workspace.change_draft(|draft| draft.need = text)
                />
                <TextArea
                    label=say!(create.goal)
                    hint=say!(create.goal_hint)
                    rows=3
                    value=Signal::derive(move || draft.with(|draft| draft.goal.clone()))
                    on_input=move |text| workspace.change_draft(|draft| draft.goal = text)
                />
            </div>
        </section>
    }
}
