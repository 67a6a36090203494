//! What is to be asked in the session that the box is set to.

use crate::ui::{Content, button, each, el, icon, memo, when};
use leptos::prelude::*;

use super::places;
use super::writing::Writing;
use crate::model::{Id, Question, visit};
use crate::pages::exchange::rows;
use crate::pages::words;
use crate::workspace::OpenExchange;

/// The questions of the session at hand, each with a button that begins its answer.
pub fn ask() -> AnyView {
    let exchange = OpenExchange::expect().exchange();
    let note = Writing::expect().note();
    let session = memo(move || note.with(|note| note.session.clone()));
    let questions = memo(move || {
        let session = session.get();
        exchange.with(|exchange| {
            let mut questions = visit::questions_for(exchange, session.as_ref());
            questions.retain(|id| visit::is_asked_in(exchange, id, session.as_ref()));
            questions
        })
    });
    let answered = memo(move || {
        exchange.with(|exchange| {
            questions.with(|ids| ids.iter().filter(|id| visit::answers(exchange, id) > 0).count())
        })
    });
    let any = memo(move || questions.with(|questions| !questions.is_empty()));
    let state =
        move || say!(notes.answered_of, count = answered.get(), all = questions.with(Vec::len));
    when(
        move || any.get(),
        move || {
            el("section").class("panel no-print").attr("aria-labelledby", "ask-title").has((
                el("div").class("panel__head").has((
                    el("h2").id("ask-title").has(say!(notes.ask_here)),
                    el("span").class("soft num nowrap").has(state),
                )),
                el("ul")
                    .class("rows")
                    .flag("data-long", rows::is_long(questions))
                    .has(each(move || questions.get(), ask_row)),
            ))
        },
    )
    .view()
}

/// One question that is still to be asked.
///
/// - `id`: The question.
fn ask_row(id: Id) -> AnyView {
    let open = OpenExchange::expect();
    let writing = Writing::expect();
    let exchange = open.exchange();
    let question = open.record::<Question>(&id);
    let text = {
        let id = id.clone();
        memo(move || exchange.with(|exchange| places::question_text(exchange, &id)))
    };
    let asker = memo(move || {
        let person = question.with(|question| question.as_ref()?.asked_by.clone())?;
        exchange.with(|exchange| exchange.people.get(&person).map(|person| person.name.clone()))
    });
    let answers = {
        let id = id.clone();
        memo(move || exchange.with(|exchange| visit::answers(exchange, &id)))
    };
    let asks = move || asker.get().map(|name| el("span").has(say!(notes.asks, name = name)));
    let state = move || match answers.get() {
        0 => el("span").has(say!(notes.not_answered)).view(),
        count => {
            let said = words::counted(count, say!(notes.one_answer), |it| {
                say!(notes.answer_count, count = it)
            });
            el("span")
                .class("badge")
                .attr("data-state", "ok")
                .has((icon(icondata::LuCheck), said))
                .view()
        }
    };
    el("li")
        .class("item item--read")
        .has((
            el("div")
                .class("item__body")
                .has((el("p").has(text), el("p").class("item__meta").has((asks, state)))),
            el("div").class("item__tools").has(
                button("button button--quiet")
                    .attr("aria-label", move || say!(notes.answer_question, question = text.get()))
                    .on_click(move || writing.answer(&id))
                    .has(say!(notes.answer)),
            ),
        ))
        .view()
}
