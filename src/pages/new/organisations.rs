//! Step 2: who visits whom.

use crate::ui::{Content, Select, TextInput, button, el, icon, memo};
use leptos::prelude::*;

use super::step_head;
use crate::model::OrganisationKind;
use crate::pages::words;
use crate::workspace::{DraftVisitor, Workspace};

/// Naming the host and the visiting organisations.
pub fn organisations_step() -> AnyView {
    let workspace = Workspace::expect();
    let draft = workspace.draft();
    let count = memo(move || draft.with(|draft| draft.visitors.len()));
    let add = move |_| workspace.change_draft(|draft| draft.visitors.push(DraftVisitor::default()));
    (
        step_head(say!(create.organisations_title), say!(create.organisations_text)),
        el("section").class("panel").attr("aria-labelledby", "host").has((
            el("div").class("panel__head").has(el("h2").id("host").has(say!(create.host))),
            el("div").class("panel__body").has(
                TextInput::new(
                    say!(create.host_name),
                    memo(move || draft.with(|draft| draft.host.clone())),
                    move |text| workspace.change_draft(|draft| draft.host = text),
                )
                .hint(say!(create.host_hint)),
            ),
        )),
        el("section").class("panel").attr("aria-labelledby", "visitors").has((
            el("div").class("panel__head").has(el("h2").id("visitors").has(say!(create.visitors))),
            el("ul").class("rows query").has((
                move || (0..count.get()).map(visitor_row).collect::<Vec<_>>(),
                el("li").class("add-row").has(
                    button("button button--quiet").on("click", add).has((
                        icon(icondata::LuPlus),
                        el("span").has(say!(create.add_organisation)),
                    )),
                ),
            )),
        )),
    )
        .view()
}

/// One visiting organisation. Rows are by place in the list: the draft has no ids yet.
fn visitor_row(at: usize) -> AnyView {
    let workspace = Workspace::expect();
    let draft = workspace.draft();
    let visitor =
        memo(move || draft.with(|draft| draft.visitors.get(at).cloned().unwrap_or_default()));
    let change = move |change: &dyn Fn(&mut DraftVisitor)| {
        workspace.change_draft(|draft| {
            if let Some(visitor) = draft.visitors.get_mut(at) {
                change(visitor);
            }
        });
    };
    let kinds = words::choices::<OrganisationKind>();
    el("li")
        .class("org-row")
        .has((
            TextInput::new(
                say!(create.visitor_name, number = at + 1),
                memo(move || visitor.get().name),
                move |text: String| change(&|visitor| visitor.name.clone_from(&text)),
            ),
            Select::new(
                say!(create.visitor_kind, number = at + 1),
                kinds,
                memo(move || visitor.get().kind.word().to_owned()),
                move |word: String| {
                    if let Some(kind) = OrganisationKind::from_word(&word) {
                        change(&|visitor| visitor.kind = kind);
                    }
                },
            ),
            button("button button--quiet button--icon")
                .attr("aria-label", say!(create.remove_visitor, number = at + 1))
                .on_click(move || {
                    workspace.change_draft(|draft| {
                        if at < draft.visitors.len() {
                            draft.visitors.remove(at);
                        }
                    })
                })
                .has(icon(icondata::LuX)),
        ))
        .view()
}
