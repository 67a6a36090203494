//! One question: its words, and what it is linked with.

use crate::ui::{Content, Derived, InPlace, Select, button, el, icon, memo, when};
use leptos::prelude::*;

use super::choices::{Offers, with_linked};
use crate::model::{Exchange, Id, Question};
use crate::pages::exchange::loose_ends::session_name;
use crate::pages::exchange::rows::menu::row_menu;
use crate::pages::exchange::rows::{Row, Rows};
use crate::pages::words::counted;
use crate::route::{Screen, Section};
use crate::workspace::OpenExchange;

/// The row of a question.
///
/// - `id`: Which one.
/// - `all`: All questions: they give it its number.
/// - `rows`: The questions that are shown: among them it moves.
pub fn question_row(id: Id, all: Rows<Question>, rows: Rows<Question>) -> AnyView {
    let row = Row::<Question>::new(OpenExchange::expect(), &id);
    let number = all.number(&id);
    let label = memo(move || say!(plan.question_number, number = number.get()));
    let more = memo(move || say!(plan.more_for_question, number = number.get()));
    let text = row.get(|it| it.text.clone());
    let named = move || label.get_untracked();
    let name = move || {
        let text = text.get_untracked();
        if text.trim().is_empty() { named() } else { text }
    };
    let add_next = move |()| {
        let objective = untrack(|| row.get_now(|it| it.objective.clone()));
        rows.add_after(&row.id(), Question { objective, ..Question::default() });
    };
    el("li")
        .class("item")
        .has((
            el("span").class("ordinal").attr("aria-hidden", "true").has(number),
            el("div").class("item__body").has((
                InPlace::line(label, text, row.set(|it: &mut Question, text| it.text = text))
                    .id(rows.field(&id))
                    .placeholder(say!(plan.question_placeholder))
                    .on_paste(move |text| {
                        let objective = untrack(|| row.get_now(|it| it.objective.clone()));
                        let new =
                            || Question { objective: objective.clone(), ..Question::default() };
                        rows.paste_lines(
                            &row.id(),
                            text,
                            |it| &it.text,
                            |it, text| it.text = text,
                            new,
                        )
                    })
                    .on_enter(add_next)
                    .on_remove(move |()| rows.remove_emptied(&row.id(), named())),
                state(row, number),
                links(row, number),
            )),
            el("div")
                .class("item__tools")
                .has((star(row, number), row_menu(rows, id, more, name, None))),
        ))
        .view()
}

/// Makes it a headline question.
fn star(row: Row<Question>, number: Derived<usize>) -> AnyView {
    let headline = row.get(|it| it.headline);
    let label = move || say!(plan.headline_question, number = number.get());
    button("button button--quiet button--icon")
        .attr("aria-label", label)
        .attr("title", say!(plan.headline_hint))
        .attr("aria-pressed", move || headline.get().to_string())
        .on_click(move || row.change(|it| it.headline = !it.headline))
        .has(icon(icondata::LuStar))
        .view()
}

/// What is still loose about it, and how many answers it has.
fn state(row: Row<Question>, number: Derived<usize>) -> AnyView {
    let open = OpenExchange::expect();
    let offers = expect_context::<Offers>();
    // Whether it is linked with none of those that are there.
    let loose = move |known: Derived<Vec<Id>>, link: fn(&Question) -> &Option<Id>| {
        let linked = row.get(move |it| link(it).clone());
        memo(move || {
            let linked = linked.get();
            known.with(|known| !linked.is_some_and(|id| known.contains(&id)))
        })
    };
    let no_session = loose(offers.known_sessions, |it| &it.session);
    let nobody = loose(offers.known_people, |it| &it.asked_by);
    let id = row.id();
    let answers = memo(move || offers.answers.with(|answers| answers.get(&id).cloned()));
    let warned = |is_loose: Derived<bool>, text: &'static str| {
        move || {
            is_loose.get().then(|| {
                el("span")
                    .class("badge")
                    .attr("data-state", "warn")
                    .has((icon(icondata::LuTriangleAlert), text))
            })
        }
    };
    let answered = move || {
        answers.get().map(|(first, count)| {
            let text =
                counted(count, say!(plan.one_answer), |count| say!(plan.answers, count = count));
            let of = move || say!(plan.answers_to, number = number.get());
            el("a")
                .class("text-link")
                .attr("href", Screen::record(&open.id(), Section::Notes, &first).href())
                .has((text, el("span").class("visually-hidden").has(of)))
        })
    };
    let has_any = move || no_session.get() || nobody.get() || answers.with(Option::is_some);
    when(has_any, move || {
        el("p").class("item__meta").has((
            warned(nobody, say!(plan.nobody_asks)),
            warned(no_session, say!(plan.no_session)),
            answered,
        ))
    })
    .view()
}

/// Objective, session and asker.
fn links(row: Row<Question>, number: Derived<usize>) -> AnyView {
    let offers = expect_context::<Offers>();
    let label = move |text: fn(usize) -> String| memo(move || text(number.get()));
    let word = |id: &Option<Id>| id.as_ref().map(Id::to_string).unwrap_or_default();
    // What is offered, and what it is linked with.
    let choices = move |offered, link: fn(&Question) -> &Option<Id>, name| {
        with_linked(offered, row.get(move |it| link(it).clone()), name)
    };
    let removed = |_: &Exchange, _: &Id| say!(plan.removed).to_owned();
    let objectives = choices(offers.objectives, |it| &it.objective, removed);
    let sessions = choices(
        offers.sessions,
        |it| &it.session,
        |exchange, id| match exchange.sessions.contains_key(id) {
            true => session_name(exchange, id),
            false => say!(plan.removed).to_owned(),
        },
    );
    let visitors = choices(
        offers.visitors,
        |it| &it.asked_by,
        |exchange, id| {
            let name = exchange.people.get(id).map(|person| person.name.clone());
            name.unwrap_or_else(|| say!(plan.removed).to_owned())
        },
    );
    el("div")
        .class("item__more")
        .has(
            el("div").class("field-grid").has((
                Select::new(
                    label(|number| say!(plan.objective_of_question, number = number)),
                    objectives,
                    row.get(move |it| word(&it.objective)),
                    row.set(|it: &mut Question, word| it.objective = link(word)),
                )
                .quiet(),
                Select::new(
                    label(|number| say!(plan.session_of_question, number = number)),
                    sessions,
                    row.get(move |it| word(&it.session)),
                    row.set(|it: &mut Question, word| it.session = link(word)),
                )
                .quiet(),
                Select::new(
                    label(|number| say!(plan.asker_of_question, number = number)),
                    visitors,
                    row.get(move |it| word(&it.asked_by)),
                    row.set(|it: &mut Question, word| it.asked_by = link(word)),
                )
                .quiet(),
            )),
        )
        .view()
}

/// Returns what the chosen word links with; the empty word links with nothing.
fn link(word: String) -> Option<Id> {
    Some(word).filter(|word| !word.is_empty()).map(Id::from)
}
