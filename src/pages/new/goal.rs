//! Step 4: what it is called, and what for.

use crate::ui::{Content, TextInput, el, memo};
use leptos::prelude::*;

use super::{Topics, step_head};
use crate::pages::named;
use crate::workspace::{Start, Workspace};

/// Giving the exchange its title, need and goal.
pub fn goal_step() -> AnyView {
    let workspace = Workspace::expect();
    let draft = workspace.draft();
    let topics = expect_context::<Topics>();
    let title_hint = memo(move || {
        let title = match draft.with(|draft| draft.start.clone())? {
            Start::Topic(id) => topics.title(&id)?,
            Start::Document(id) => named(&workspace.summary_now(&id).title),
            Start::Blank | Start::Agenda => return None,
        };
        Some(say!(create.title_hint, title = title))
    });
    let has_goal = memo(move || {
        let start = draft.with(|draft| draft.start.clone());
        matches!(start, Some(Start::Topic(_) | Start::Document(_)))
    });
    (
        step_head(say!(create.goal_title), say!(create.goal_text)),
        el("section").class("panel").attr("aria-label", say!(create.step_goal)).has(
            el("div").class("panel__body stack").has((
                TextInput::new(
                    say!(create.exchange_title),
                    memo(move || draft.with(|draft| draft.title.clone())),
                    move |text| workspace.change_draft(|draft| draft.title = text),
                )
                .hint(title_hint),
                TextInput::area(
                    say!(create.need),
                    memo(move || draft.with(|draft| draft.need.clone())),
                    move |text| workspace.change_draft(|draft| draft.need = text),
                )
                .hint(say!(create.need_hint))
                .rows(3),
                TextInput::area(
                    say!(create.goal),
                    memo(move || draft.with(|draft| draft.goal.clone())),
                    move |text| workspace.change_draft(|draft| draft.goal = text),
                )
                .hint(move || has_goal.get().then(|| say!(create.goal_hint)))
                .rows(3),
            )),
        ),
    )
        .view()
}
