//! The headline questions: up to three that a visit keeps in view.

use leptos::prelude::*;

use crate::model::{Id, Question, rank};
use crate::route::{Screen, Section};
use crate::ui::{Icon, When, memo};
use crate::workspace::OpenExchange;

/// The headline questions in one place, and a kind word if there are too many.
#[component]
pub fn Headlines(
    /// Shows a question that one of the lines leads to.
    #[prop(into)]
    on_go: Callback<Id>,
) -> impl IntoView {
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
            view! {
                <li>
                    <a class="text-link" href=href on:click=move |_| on_go.run(id.clone())>
                        {text}
                    </a>
                </li>
            }
        };
        headlines.get().into_iter().map(line).collect_view()
    };
    let too_many = move || {
        (count.get() > Question::MOST_HEADLINES).then(|| {
            view! {
                <div class="callout">
                    <Icon icon=icondata::LuTriangleAlert />
                    <p>{say!(plan.too_many_headlines, count = count.get())}</p>
                </div>
            }
        })
    };
    view! {
        <section class="panel" aria-labelledby="headlines-title">
            <div class="panel__head">
                <h2 id="headlines-title">
                    {say!(plan.headlines)} " " <span class="count">{count}</span>
                </h2>
            </div>
            <div class="panel__body stack stack--tight">
                <When
                    when=move || count.get() != 0
                    fallback=|| view! { <p class="soft">{say!(plan.headlines_empty)}</p> }
                >
                    <ol class="stack stack--tight">{lines}</ol>
                </When>
                {too_many}
            </div>
        </section>
    }
}
