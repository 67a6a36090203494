//! The headline questions: up to three that a visit keeps in view.

use crate::ui::{Content, callout, el, memo, when_else};
use leptos::prelude::*;

use crate::model::{Id, Question, rank};
use crate::route::{Screen, Section};
use crate::workspace::OpenExchange;

/// The headline questions in one place, and a kind word if there are too many.
///
/// - `on_go`: Shows a question that one of the lines leads to.
pub fn headlines(on_go: Callback<Id>) -> AnyView {
    let open = OpenExchange::expect();
    let exchange = open.exchange();
    let headlines = memo(move || {
        exchange.with(|exchange| {
            let questions = rank::ordered(&exchange.questions).into_iter().enumerate();
            questions
                .filter(|(_, id)| exchange.questions[id].headline)
                .map(|(at, id)| {
                    let text = exchange.questions[&id].text.trim().to_owned();
                    let number = say!(plan.question_number, number = at + 1);
                    (if text.is_empty() { number } else { text }, id)
                })
                .collect::<Vec<_>>()
        })
    });
    let count = memo(move || headlines.with(Vec::len));
    let lines = move || {
        let line = |(text, id): (String, Id)| {
            let href = Screen::record(&open.id(), Section::Questions, &id).href();
            el("li").has(
                el("a")
                    .class("text-link")
                    .attr("href", href)
                    .on_click(move || on_go.run(id.clone()))
                    .has(text),
            )
        };
        headlines.get().into_iter().map(line).collect::<Vec<_>>()
    };
    let too_many = move || {
        (count.get() > Question::MOST_HEADLINES).then(|| {
            let sentence = say!(plan.too_many_headlines, count = count.get());
            callout("warn", icondata::LuTriangleAlert, sentence)
        })
    };
    el("section")
        .class("panel")
        .attr("aria-labelledby", "headlines-title")
        .has((
            el("div").class("panel__head").has(el("h2").id("headlines-title").has((
                say!(plan.headlines),
                " ",
                el("span").class("count").has(count),
            ))),
            el("div").class("panel__body stack stack--tight").has((
                when_else(
                    move || count.get() != 0,
                    move || el("ol").class("stack stack--tight").has(lines),
                    || el("p").class("soft").has(say!(plan.headlines_empty)),
                ),
                too_many,
            )),
        ))
        .view()
}
