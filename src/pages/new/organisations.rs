//! Step 2: who visits whom.

use leptos::prelude::*;

use super::StepHead;
use crate::model::OrganisationKind;
use crate::pages::words;
use crate::ui::{Icon, Select, TextInput, live, memo};
use crate::workspace::{DraftVisitor, Workspace};

/// Naming the host and the visiting organisations.
#[component]
pub fn OrganisationsStep() -> impl IntoView {
    let workspace = Workspace::expect();
    let draft = workspace.draft();
    let count = memo(move || draft.with(|draft| draft.visitors.len()));
    let add = move |_| workspace.change_draft(|draft| draft.visitors.push(DraftVisitor::default()));
    view! {
        <StepHead title=say!(create.organisations_title) text=say!(create.organisations_text) />
        <section class="panel" aria-labelledby="host">
            <div class="panel__head"><h2 id="host">{say!(create.host)}</h2></div>
            <div class="panel__body">
                <TextInput
                    label=say!(create.host_name)
                    hint=say!(create.host_hint)
                    value=Signal::derive(move || draft.with(|draft| draft.host.clone()))
                    on_input=move |text| workspace.change_draft(|draft| draft.host = text)
                />
            </div>
        </section>
        <section class="panel" aria-labelledby="visitors">
            <div class="panel__head"><h2 id="visitors">{say!(create.visitors)}</h2></div>
            <ul class="rows query">
                {live(move || (0..count.get()).map(|at| view! { <VisitorRow at /> }).collect_view())}
                <li class="add-row">
                    <button class="button button--quiet" type="button" on:click=add>
                        <Icon icon=icondata::LuPlus />
                        <span>{say!(create.add_organisation)}</span>
                    </button>
                </li>
            </ul>
        </section>
    }
}

/// One visiting organisation. Rows are by place in the list: the draft has no ids yet.
#[component]
fn VisitorRow(at: usize) -> impl IntoView {
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
    let kinds =
        words::choices(OrganisationKind::ALL, OrganisationKind::word, words::organisation_kind);
    view! {
        <li class="org-row">
            <TextInput
                label=say!(create.visitor_name, number = at + 1)
                value=Signal::derive(move || visitor.get().name)
                on_input=move |text: String| change(&|visitor| visitor.name.clone_from(&text))
            />
            <Select
                label=say!(create.visitor_kind, number = at + 1)
                choices=kinds
                value=Signal::derive(move || visitor.get().kind.word().to_owned())
                on_change=move |word: String| {
                    if let Some(kind) = OrganisationKind::from_word(&word) {
                        change(&|visitor| visitor.kind = kind);
                    }
                }
            />
            <button
                class="button button--quiet button--icon"
                type="button"
                aria-label=say!(create.remove_visitor, number = at + 1)
                on:click=move |_| workspace.change_draft(|draft| {
                    if at < draft.visitors.len() {
                        draft.visitors.remove(at);
                    }
                })
            >
                <Icon icon=icondata::LuX />
            </button>
        </li>
    }
}
