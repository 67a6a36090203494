//! What is to be asked in the session that the box is set to.

use leptos::prelude::*;

use super::places;
use super::writing::Writing;
use crate::model::{Id, Question, visit};
use crate::pages::words;
use crate::ui::{Each, Icon, When, memo};
use crate::workspace::OpenExchange;

/// The questions of the session at hand, each with a button that begins its answer.
#[component]
pub fn Ask() -> impl IntoView {
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
    view! {
        <When when=move || any.get()>
            <section class="panel no-print" aria-labelledby="ask-title">
                <div class="panel__head">
                    <h2 id="ask-title">{say!(notes.ask_here)}</h2>
                    <span class="soft num nowrap">{state}</span>
                </div>
                <ul class="rows">
                    <Each each=move || questions.get() let:id>
                        <AskRow id />
                    </Each>
                </ul>
            </section>
        </When>
    }
}

#[component]
fn AskRow(
    /// The question.
    id: Id,
) -> impl IntoView {
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
    let asks =
        move || asker.get().map(|name| view! { <span>{say!(notes.asks, name = name)}</span> });
    let state = move || match answers.get() {
        0 => view! { <span>{say!(notes.not_answered)}</span> }.into_any(),
        count => {
            let said = words::counted(count, say!(notes.one_answer), |it| {
                say!(notes.answer_count, count = it)
            });
            view! {
                <span class="badge" data-state="ok">
                    <Icon icon=icondata::LuCheck />
                    {said}
                </span>
            }
            .into_any()
        }
    };
    view! {
        <li class="item">
            <div class="item__body">
                <p>{text}</p>
                <p class="item__meta">
                    {asks}
                    {state}
                </p>
            </div>
            <div class="item__tools">
                <button
                    class="button button--quiet"
                    type="button"
                    aria-label=move || say!(notes.answer_question, question = text.get())
                    on:click=move |_| writing.answer(&id)
                >
                    {say!(notes.answer)}
                </button>
            </div>
        </li>
    }
}
