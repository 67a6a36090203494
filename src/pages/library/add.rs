//! Adding something of the library to an exchange, as an objective or as a question, or to a toolkit.

use leptos::prelude::*;

use super::{Item, Reader, toolkits};
use crate::model::{Id, Objective, Question, rank};
use crate::pages::{go, named};
use crate::route::{Screen, Section};
use crate::ui::{Choice, El, Select, Toast, Toasts, button, el, memo, when_else};
use crate::workspace::{OpenExchange, Workspace};

/// Offers to add an objective or a question to one of the exchanges, or what they are made from to a
/// toolkit.
///
/// - `item`: What they are made from.
pub fn add_to_exchange(reader: Reader, item: Item, objective: String, question: String) -> El {
    let what = item.title.clone();
    let (workspace, toasts) = (Workspace::expect(), Toasts::expect());
    let exchanges = workspace.exchanges();
    let choices = memo(move || {
        let exchanges = exchanges.get().into_iter();
        let choice = |id: Id| Choice::new(id.as_str(), named(&workspace.summary_now(&id).title));
        exchanges.map(choice).collect::<Vec<_>>()
    });
    let chosen = RwSignal::new(None::<String>);
    let value = memo(move || {
        let first = || choices.with(|all| all.first().map(|it| it.word.to_string()));
        chosen.get().or_else(first).unwrap_or_default()
    });
    let open = move || workspace.find(&Id::from(value.get_untracked()));
    let done = move |open: OpenExchange, section, id: Id| {
        let title = open.exchange().with_untracked(|it| named(&it.about.title));
        let show = move || go(&Screen::record(&open.id(), section, &id));
        toasts.show(Toast::with_action(say!(library.added, title = title), say!(app.show), show));
    };
    let add_objective = move || {
        let Some(open) = open() else { return };
        let rank = open.exchange().with_untracked(|it| rank::last(&it.objectives));
        let id = open.add(&Objective { text: objective.clone(), rank, ..Objective::default() });
        done(open, Section::Overview, id);
    };
    let add_question = move || {
        let Some(open) = open() else { return };
        let rank = open.exchange().with_untracked(|it| rank::last(&it.questions));
        let id = open.add(&Question { text: question.clone(), rank, ..Question::default() });
        done(open, Section::Questions, id);
    };
    let (add_objective, add_question) =
        (StoredValue::new_local(add_objective), StoredValue::new_local(add_question));
    el("details").class("more no-print").has((
        el("summary").has((
            say!(library.add),
            el("span").class("visually-hidden").has(say!(library.add_of, what = what)),
        )),
        when_else(
            move || choices.with(|all| !all.is_empty()),
            move || {
                el("div").class("cluster").has((
                    Select::new(say!(library.add_to), choices, value, move |word| {
                        chosen.set(Some(word));
                    }),
                    button("button")
                        .on_click(move || add_objective.with_value(|add| add()))
                        .has(say!(library.as_objective)),
                    button("button")
                        .on_click(move || add_question.with_value(|add| add()))
                        .has(say!(library.as_question)),
                ))
            },
            || el("p").class("soft").has(say!(library.no_exchange)),
        ),
        el("div")
            .class("cluster")
            .has((toolkits::target_select(reader), toolkits::collect_button(reader, item))),
    ))
}

/// Offers to add something of the library to a toolkit.
pub fn add_to_toolkit(reader: Reader, item: Item) -> El {
    el("details").class("more no-print").has((
        el("summary").has((
            say!(library.collect),
            el("span")
                .class("visually-hidden")
                .has(say!(library.add_of, what = item.title.as_str())),
        )),
        el("div")
            .class("cluster")
            .has((toolkits::target_select(reader), toolkits::collect_button(reader, item))),
    ))
}
