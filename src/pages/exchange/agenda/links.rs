//! What the chosen session serves: objectives, and the questions to be asked in it.

use leptos::prelude::*;

use super::inspected::Inspected;
use super::state::title_of;
use crate::model::{Id, Objective, Question, rank};
use crate::route::{Screen, Section};
use crate::ui::{Chip, Each, live, memo};

/// The objectives it serves. A break serves none.
#[component]
pub fn Objectives(
    /// The chosen session.
    session: Inspected,
) -> impl IntoView {
    let screen = session.screen;
    let numbered = memo(move || {
        let order = screen.open.exchange().with(|exchange| rank::ordered(&exchange.objectives));
        order.into_iter().zip(1_usize..).collect::<Vec<_>>()
    });
    let shown = memo(move || {
        session.session.with(|session| !session.is_break() || !session.objectives.is_empty())
    });
    let none = memo(move || numbered.with(Vec::is_empty));
    let write = Screen::exchange(&screen.open.id(), Section::Overview).href();
    move || {
        let write = write.clone();
        shown.get().then(|| {
            view! {
                <fieldset class="field">
                    <legend class="field__label">{say!(agenda.serves)}</legend>
                    <div class="choices">
                        <Each each=move || numbered.get() let:row>
                            <ObjectiveChip session id=row.0 number=row.1 />
                        </Each>
                    </div>
                    <ChosenObjectives session numbered />
                    {live(move || none.get().then(|| view! {
                        <p class="field__hint">
                            {say!(agenda.no_objectives)} " "
                            <a href=write.clone()>{say!(agenda.to_objectives)}</a>
                        </p>
                    }))}
                </fieldset>
            }
        })
    }
}

#[component]
fn ObjectiveChip(session: Inspected, id: Id, number: usize) -> impl IntoView {
    let record = session.screen.open.record::<Objective>(&id);
    let label = move || {
        let text = record.with(|it| it.as_ref().map(|it| it.text.clone())).unwrap_or_default();
        say!(agenda.objective, number = number, text = text)
    };
    let checked = {
        let id = id.clone();
        move || session.session.with(|session| session.objectives.contains(&id))
    };
    let take = move |checked: bool| {
        let id = id.clone();
        session.change(|session| {
            if checked {
                session.objectives.insert(id);
            } else {
                session.objectives.remove(&id);
            }
        });
    };
    view! {
        <Chip
            text=number.to_string()
            value=Signal::derive(checked)
            on_change=take
            meaning=Signal::derive(label)
        />
    }
}

/// The words behind the numbers that are ticked.
#[component]
fn ChosenObjectives(session: Inspected, numbered: Memo<Vec<(Id, usize)>>) -> impl IntoView {
    let chosen = memo(move || {
        session.screen.open.exchange().with(|exchange| {
            let objectives = session.session.with(|session| session.objectives.clone());
            let label = |(id, number): &(Id, usize)| {
                let objective = exchange.objectives.get(id).filter(|_| objectives.contains(id))?;
                Some(format!("{number} {}", objective.label()))
            };
            numbered.with(|all| all.iter().filter_map(label).collect::<Vec<_>>().join(" · "))
        })
    });
    move || {
        let chosen = chosen.get();
        (!chosen.is_empty())
            .then(|| view! { <p class="field__hint" aria-hidden="true">{chosen}</p> })
    }
}

/// The questions to be asked in it. A break has none.
#[component]
pub fn Questions(
    /// The chosen session.
    session: Inspected,
) -> impl IntoView {
    let screen = session.screen;
    let ids =
        memo(move || screen.open.exchange().with(|exchange| rank::ordered(&exchange.questions)));
    let shown = memo(move || {
        let id = session.id();
        let asked = |question: &Question| question.session.as_ref() == Some(&id);
        !session.session.with(|session| session.is_break())
            || screen.open.exchange().with(|exchange| exchange.questions.values().any(asked))
    });
    let none = memo(move || ids.with(Vec::is_empty));
    let write = Screen::exchange(&screen.open.id(), Section::Questions).href();
    move || {
        let write = write.clone();
        shown.get().then(|| {
            view! {
                <fieldset class="field">
                    <legend class="field__label">{say!(agenda.ask_here)}</legend>
                    <Each each=move || ids.get() let:id>
                        <QuestionCheck session id />
                    </Each>
                    {live(move || none.get().then(|| view! {
                        <p class="field__hint">
                            {say!(agenda.no_questions)} " "
                            <a href=write.clone()>{say!(agenda.to_questions)}</a>
                        </p>
                    }))}
                </fieldset>
            }
        })
    }
}

#[component]
fn QuestionCheck(session: Inspected, id: Id) -> impl IntoView {
    let open = session.screen.open;
    let question = open.record::<Question>(&id);
    let here = session.id();
    let checked = {
        let here = here.clone();
        memo(move || {
            question.with(|it| it.as_ref().is_some_and(|it| it.session.as_ref() == Some(&here)))
        })
    };
    let text = move || question.with(|it| it.as_ref().map(|it| it.text.clone()));
    // To tick a question here takes it away from where it was to be asked.
    let elsewhere = memo(move || {
        let id = question.with(|it| it.as_ref()?.session.clone()).filter(|_| !checked.get())?;
        open.exchange().with(|exchange| exchange.sessions.get(&id).map(|it| title_of(Some(it))))
    });
    view! {
        <label class="check">
            <input
                type="checkbox"
                prop:checked=checked
                on:change:target=move |event| {
                    let session = event.target().checked().then(|| here.clone());
                    open.change::<Question>(&id, |question| question.session = session);
                }
            />
            <span>
                {text}
                {live(move || elsewhere.get().map(|title| view! {
                    " " <small>{say!(agenda.asked_in, title = title)}</small>
                }))}
            </span>
        </label>
    }
}
