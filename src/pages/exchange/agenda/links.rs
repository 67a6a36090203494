//! What the chosen session serves: objectives, and the questions to be asked in it.

use crate::ui::{Chip, Content, Derived, each, el, live, memo, ticked};
use leptos::prelude::*;

use super::inspected::Inspected;
use super::state::title_of;
use crate::model::{Id, Objective, Question, rank};
use crate::route::{Screen, Section};

/// The objectives it serves. A break serves none.
///
/// - `session`: The chosen session.
pub fn objectives(session: Inspected) -> AnyView {
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
    live(move || {
        let write = write.clone();
        shown.get().then(|| {
            el("fieldset").class("field").has((
                el("legend").class("field__label").has(say!(agenda.serves)),
                el("div").class("choices").has(each(
                    move || numbered.get(),
                    move |row| objective_chip(session, row.0, row.1),
                )),
                chosen_objectives(session, numbered),
                move || {
                    none.get().then(|| {
                        el("p").class("field__hint").has((
                            say!(agenda.no_objectives),
                            " ",
                            el("a").attr("href", write.clone()).has(say!(agenda.to_objectives)),
                        ))
                    })
                },
            ))
        })
    })
}

fn objective_chip(session: Inspected, id: Id, number: usize) -> AnyView {
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
    Chip::new(number.to_string(), memo(checked), take).meaning(memo(label)).view()
}

/// The words behind the numbers that are ticked.
fn chosen_objectives(session: Inspected, numbered: Derived<Vec<(Id, usize)>>) -> AnyView {
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
    live(move || {
        let chosen = chosen.get();
        (!chosen.is_empty())
            .then(|| el("p").class("field__hint").attr("aria-hidden", "true").has(chosen))
    })
}

/// The questions to be asked in it. A break has none.
///
/// - `session`: The chosen session.
pub fn questions(session: Inspected) -> AnyView {
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
    live(move || {
        let write = write.clone();
        shown.get().then(|| {
            el("fieldset").class("field").has((
                el("legend").class("field__label").has(say!(agenda.ask_here)),
                each(move || ids.get(), move |id| question_check(session, id)),
                move || {
                    none.get().then(|| {
                        el("p").class("field__hint").has((
                            say!(agenda.no_questions),
                            " ",
                            el("a").attr("href", write.clone()).has(say!(agenda.to_questions)),
                        ))
                    })
                },
            ))
        })
    })
}

fn question_check(session: Inspected, id: Id) -> AnyView {
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
    el("label")
        .class("check")
        .has((
            el("input").attr("type", "checkbox").prop("checked", checked).on(
                "change",
                move |event| {
                    let session = ticked(&event).then(|| here.clone());
                    open.change::<Question>(&id, |question| question.session = session);
                },
            ),
            el("span").has((text, move || {
                elsewhere
                    .get()
                    .map(|title| (" ", el("small").has(say!(agenda.asked_in, title = title))))
            })),
        ))
        .view()
}
