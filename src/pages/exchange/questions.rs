//! Questions: what the visitors want to know, and who asks it where.

pub mod choices;
pub mod headlines;
pub mod row;

use crate::pages::focus;
use crate::ui::{Choice, Content, Select, button, each, el, icon, memo, when};
use leptos::prelude::*;

use self::choices::Offers;
use super::loose_ends::objective_name;
use super::rows::{self, Rows};
use crate::model::{Id, Question, rank, thread};
use crate::pages::screen;
use crate::route::Screen;
use crate::workspace::OpenExchange;

/// The word that asks for every question.
const ALL: &str = "";
/// The word that asks for the questions that serve no objective.
const LOOSE: &str = "-";

/// The page.
pub fn questions() -> AnyView {
    rows::follow_address(&["question"]);
    let open = OpenExchange::expect();
    let exchange = open.exchange();
    let offers = Offers::new(exchange);
    provide_context(offers);
    let shown = RwSignal::new(objective_of_address(open).unwrap_or_default());
    let all = Rows::<Question>::all(open, "question", |it, rank| it.rank = rank);
    let ids = memo(move || {
        let shown = shown.get();
        exchange.with(|exchange| {
            let mut ids = rank::ordered(&exchange.questions);
            ids.retain(|id| serves(exchange.questions[id].objective.as_ref(), &shown));
            ids
        })
    });
    let rows = Rows::<Question>::of(open, "question", "", ids, |it, rank| it.rank = rank);
    let count = all.count();
    let choices = memo(move || {
        let mut choices = offers.objectives.get();
        choices.retain(|choice| !choice.word.is_empty());
        choices.insert(0, Choice::new(ALL, say!(plan.all_questions)));
        choices.push(Choice::new(LOOSE, say!(plan.questions_without_objective)));
        choices
    });
    let any = memo(move || count.get() != 0);
    let go = move |id: Id| {
        if !ids.with_untracked(|ids| ids.contains(&id)) {
            shown.set(ALL.to_owned());
        }
        focus::soon(rows.field(&id));
    };
    let add = move |_| {
        let objective = shown.get_untracked();
        let chosen = exchange.with_untracked(|it| {
            Some(Id::from(objective)).filter(|id| it.objectives.contains_key(id))
        });
        rows.add(Question { objective: chosen, ..Question::default() });
    };
    el("div")
        .class("stack")
        .has((
            when(move || any.get(), move || headlines::headlines(Callback::new(go))),
            el("section").class("panel").attr("aria-labelledby", "questions-title").has((
                el("div").class("panel__head").has((
                    el("h2").id("questions-title").has((
                        say!(plan.questions_title),
                        " ",
                        el("span").class("count").has(count),
                    )),
                    Select::new(say!(plan.show_questions), choices, shown, move |word| {
                        shown.set(word)
                    })
                    .quiet(),
                )),
                when(
                    move || ids.with(Vec::is_empty),
                    move || {
                        el("div").class("empty").has(el("p").has(move || {
                            if count.get() == 0 {
                                say!(plan.questions_empty)
                            } else {
                                say!(plan.questions_none_shown)
                            }
                        }))
                    },
                ),
                el("ol").class("rows").flag("data-long", rows.is_long()).has((
                    each(move || ids.get(), move |id| row::question_row(id, all, rows)),
                    el("li").class("add-row").has(
                        button("button button--quiet")
                            .id(rows.add_button())
                            .on("click", add)
                            .has((icon(icondata::LuPlus), el("span").has(say!(plan.add_question)))),
                    ),
                )),
                unasked(rows, shown),
            )),
        ))
        .view()
}

/// Returns whether a question of this objective is shown.
fn serves(objective: Option<&Id>, shown: &str) -> bool {
    match shown {
        ALL => true,
        LOOSE => objective.is_none(),
        word => objective.is_some_and(|id| id.as_str() == word),
    }
}

/// Returns the objective that the address points at: then its questions are shown first.
fn objective_of_address(open: OpenExchange) -> Option<String> {
    match screen().get_untracked() {
        Screen::Exchange { at: Some(id), .. } => {
            let exchange = open.exchange();
            let is_known = exchange.with_untracked(|it| it.objectives.contains_key(&id));
            is_known.then(|| id.to_string())
        }
        _ => None,
    }
}

/// The objectives that no question asks about, each with a button to write one.
fn unasked(rows: Rows<Question>, shown: RwSignal<String>) -> AnyView {
    let exchange = OpenExchange::expect().exchange();
    let objectives = memo(move || {
        exchange.with(|exchange| {
            let strands = thread::strands(exchange).into_iter();
            strands
                .filter(|strand| strand.questions == 0)
                .map(|strand| (objective_name(exchange, &strand.objective), strand.objective))
                .collect::<Vec<_>>()
        })
    });
    let ends = move || {
        let end = |(objective, id): (String, Id)| {
            let label = say!(plan.write_question_for, objective = objective.as_str());
            let write = move |_| {
                shown.update(|shown| {
                    if !serves(Some(&id), shown) {
                        ALL.clone_into(shown);
                    }
                });
                rows.add(Question { objective: Some(id.clone()), ..Question::default() });
            };
            el("li").class("fix").has((
                el("p").has(say!(plan.loose_no_question, objective = objective)),
                button("button button--quiet")
                    .attr("aria-label", label)
                    .on("click", write)
                    .has(say!(plan.mend_write_one)),
            ))
        };
        objectives.get().into_iter().map(end).collect::<Vec<_>>()
    };
    when(
        move || !objectives.with(Vec::is_empty),
        move || el("ul").class("rows").attr("aria-label", say!(plan.loose_ends_list)).has(ends),
    )
    .view()
}
