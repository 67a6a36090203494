//! One objective: what came of it, how far it was met, and what shows it.

use leptos::prelude::*;

use super::evidence::EvidenceNotes;
use super::scale::Scale;
use crate::model::findings::Findings;
use crate::model::{Assessment, Id, Objective};
use crate::pages::words;
use crate::route::{Screen, Section};
use crate::ui::{live, memo};
use crate::workspace::OpenExchange;

/// An objective and its part of the assessment, which has the objective's own id.
#[component]
pub fn Verdict(
    /// The objective.
    id: Id,
    /// All objectives in their order.
    ids: Memo<Vec<Id>>,
) -> impl IntoView {
    let open = OpenExchange::expect();
    let exchange = open.exchange();
    let objective = open.record::<Objective>(&id);
    let text = memo(move || {
        let text = objective.with(|it| it.as_ref().map(|it| it.text.trim().to_owned()));
        text.filter(|text| !text.is_empty())
            .unwrap_or_else(|| say!(assess.empty_objective).to_owned())
    });
    let number = {
        let id = id.clone();
        memo(move || ids.with(|ids| ids.iter().position(|other| *other == id).unwrap_or(0) + 1))
    };
    let findings = {
        let id = id.clone();
        memo(move || exchange.with(|exchange| Findings::of(exchange, &id)))
    };
    let heading = format!("objective-{id}");
    view! {
        <li class="verdict">
            <div class="verdict__head">
                <span class="ordinal" aria-hidden="true">{number}</span>
                <div>
                    <h3 id=heading.clone()>{text}</h3>
                    <CameOf findings />
                </div>
            </div>
            <Scale
                id=id.clone()
                named_by=heading
                clear=Signal::derive(move || say!(assess.clear_objective, number = number.get()))
            />
            <EvidenceNotes objective=id.clone() findings number />
            <Evidence id number />
        </li>
    }
}

/// What came of the objective: questions answered, notes taken.
#[component]
fn CameOf(
    /// What came of it.
    findings: Memo<Findings>,
) -> impl IntoView {
    let open = OpenExchange::expect();
    let questions = move || {
        findings.with(|it| match it.questions {
            0 => say!(assess.no_questions).to_owned(),
            all => say!(assess.answered_of, count = it.answered, all = all),
        })
    };
    let notes = memo(move || findings.with(|it| it.notes));
    let link = move || match notes.get() {
        0 => view! { <span>{say!(assess.no_notes)}</span> }.into_any(),
        count => {
            let said = words::counted(count, say!(assess.one_note), |it| {
                say!(assess.note_count, count = it)
            });
            let href = Screen::exchange(&open.id(), Section::Notes).href();
            view! { <a class="text-link" href=href>{said}</a> }.into_any()
        }
    };
    view! {
        <p class="verdict__from">
            <span>{questions}</span>
            {link}
        </p>
    }
}

/// What shows how far the objective was met. Its label names the objective to those who do not see
/// where it stands.
#[component]
fn Evidence(
    /// The assessment.
    id: Id,
    /// The objective's number.
    number: Memo<usize>,
) -> impl IntoView {
    let open = OpenExchange::expect();
    let assessment = open.record::<Assessment>(&id);
    let text = memo(move || {
        assessment.with(|it| it.as_ref().map(|it| it.evidence.clone()).unwrap_or_default())
    });
    view! {
        <label class="field">
            <span class="field__label">
                {say!(assess.evidence)}
                <span class="visually-hidden">
                    " " {live(move || say!(assess.of_objective, number = number.get()))}
                </span>
            </span>
            <span class="grow" data-value=text>
                <textarea
                    class="input"
                    rows="2"
                    prop:value=text
                    on:input:target=move |event| {
                        let text = event.target().value();
                        open.change::<Assessment>(&id, |assessment| assessment.evidence = text);
                    }
                ></textarea>
            </span>
        </label>
    }
}
