//! One objective: what came of it, how far it was met, and what shows it.

use crate::ui::{Content, Derived, LONGEST, el, memo, typed};
use leptos::prelude::*;

use super::evidence::evidence_notes;
use super::scale::scale;
use crate::model::findings::Findings;
use crate::model::{Assessment, Id, Objective};
use crate::pages::words;
use crate::route::{Screen, Section};
use crate::workspace::OpenExchange;

/// An objective and its part of the assessment, which has the objective's own id.
///
/// - `id`: The objective.
/// - `ids`: All objectives in their order.
pub fn verdict(id: Id, ids: Derived<Vec<Id>>) -> AnyView {
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
    el("li")
        .class("verdict")
        .has((
            el("div").class("verdict__head").has((
                el("span").class("ordinal").attr("aria-hidden", "true").has(number),
                el("div").has((el("h3").id(heading.clone()).has(text), came_of(findings))),
            )),
            scale(
                id.clone(),
                heading,
                memo(move || say!(assess.clear_objective, number = number.get())),
            ),
            evidence_notes(id.clone(), findings, number),
            evidence(id, number),
        ))
        .view()
}

/// What came of the objective: questions answered, notes taken.
///
/// - `findings`: What came of it.
fn came_of(findings: Derived<Findings>) -> AnyView {
    let open = OpenExchange::expect();
    let questions = move || {
        findings.with(|it| match it.questions {
            0 => say!(assess.no_questions).to_owned(),
            all => say!(assess.answered_of, count = it.answered, all = all),
        })
    };
    let notes = memo(move || findings.with(|it| it.notes));
    let link = move || match notes.get() {
        0 => el("span").has(say!(assess.no_notes)).view(),
        count => {
            let said = words::counted(count, say!(assess.one_note), |it| {
                say!(assess.note_count, count = it)
            });
            let href = Screen::exchange(&open.id(), Section::Notes).href();
            el("a").class("text-link").attr("href", href).has(said).view()
        }
    };
    el("p").class("verdict__from").has((el("span").has(questions), link)).view()
}

/// What shows how far the objective was met. Its label names the objective to those who do not see
/// where it stands.
///
/// - `id`: The assessment.
/// - `number`: The objective's number.
fn evidence(id: Id, number: Derived<usize>) -> AnyView {
    let open = OpenExchange::expect();
    let assessment = open.record::<Assessment>(&id);
    let text = memo(move || {
        assessment.with(|it| it.as_ref().map(|it| it.evidence.clone()).unwrap_or_default())
    });
    el("label")
        .class("field")
        .has((
            el("span").class("field__label").has((
                say!(assess.evidence),
                el("span")
                    .class("visually-hidden")
                    .has((" ", move || say!(assess.of_objective, number = number.get()))),
            )),
            el("span").class("grow").attr("data-value", text).has(
                el("textarea")
                    .class("input")
                    .attr("rows", "2")
                    .attr("maxlength", LONGEST)
                    .value(text)
                    .undone_by_page()
                    .on("input", move |event| {
                        let text = typed(&event);
                        open.change::<Assessment>(&id, |assessment| assessment.evidence = text);
                    }),
            ),
        ))
        .view()
}
