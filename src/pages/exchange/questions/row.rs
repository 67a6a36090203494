//! One question as a row: its words, who asks it, what it serves, and what is still loose.

use leptos::prelude::*;

use super::QuestionsScreen;
use super::groups::Grouping;
use crate::model::{Id, Question};
use crate::pages::exchange::record::facts::{fact, is_loose};
use crate::pages::exchange::record::list::{open_item, row_fact};
use crate::pages::exchange::record::{Lead, RecordRow};
use crate::pages::exchange::rows::menu::row_menu;
use crate::pages::exchange::rows::{Row, Rows};
use crate::pages::words::counted;
use crate::route::{Screen, Section};
use crate::ui::{Content, Derived, InPlace, button, el, icon, live, memo};
use crate::workspace::OpenExchange;

/// The row of a question.
///
/// - `id`: Which one.
/// - `rows`: The questions that are shown with it: among them it moves.
pub fn question_row(id: Id, screen: QuestionsScreen, rows: Rows<Question>) -> AnyView {
    let row = Row::<Question>::new(OpenExchange::expect(), &id);
    let number = screen.all.number(&id);
    let more = memo(move || say!(plan.more_for_question, number = number.get()));
    let open_label = memo(move || say!(plan.open_question, number = number.get()));
    let (nobody, no_session) =
        (is_loose(row, Question::ASKED_BY), is_loose(row, Question::SESSION));
    let warning = memo(move || match (nobody.get(), no_session.get()) {
        (true, _) => Some(say!(plan.nobody_asks).to_owned()),
        (false, true) => Some(say!(plan.no_session).to_owned()),
        (false, false) => None,
    });
    let asker = fact(row, Question::ASKED_BY);
    let (session, objective) = (fact(row, Question::SESSION), fact(row, Question::OBJECTIVE));
    // What the group has in common is said above it.
    let place = memo(move || match screen.grouping.get() {
        Grouping::Session => objective.get(),
        _ => session.get().filter(|_| !no_session.get()),
    });
    let opened = screen.opened;
    let name = name(row, number);
    RecordRow {
        lead: Lead::Opens(
            el("span").class("ordinal").attr("aria-hidden", "true").has(number).view(),
            open_label,
        ),
        is_done: memo(|| false),
        words: words(row, number, rows).id(rows.field(&id)).view(),
        warning,
        facts: vec![
            row_fact(memo(move || asker.get().filter(|_| !nobody.get()))),
            row_fact(place),
            answers(row, number, screen),
        ],
        tools: (
            star(row, number),
            row_menu(
                rows,
                id.clone(),
                more,
                move || name.get_untracked(),
                Some(open_item(opened, &row.address())),
            ),
        )
            .view(),
    }
    .view(opened, row.address())
}

/// Returns what a question is called: its words, else its number.
pub fn name(row: Row<Question>, number: Derived<usize>) -> Derived<String> {
    memo(move || {
        let text = row.get_now(|it| it.text.clone());
        match text.trim() {
            "" => say!(plan.question_number, number = number.get()),
            text => text.to_owned(),
        }
    })
}

/// Its own words, edited where they stand.
pub fn words(row: Row<Question>, number: Derived<usize>, rows: Rows<Question>) -> InPlace {
    let label = memo(move || say!(plan.question_number, number = number.get()));
    // The next one belongs where this one does.
    let next = move || {
        row.get_now(|it| Question {
            objective: it.objective.clone(),
            session: it.session.clone(),
            ..Question::default()
        })
    };
    InPlace::line(
        label,
        row.get(|it| it.text.clone()),
        row.set(|it: &mut Question, text| it.text = text),
    )
    .placeholder(say!(plan.question_placeholder))
    .on_paste(move |text| {
        let next = untrack(next);
        let new = || next.clone();
        rows.paste_lines(&row.id(), text, |it| &it.text, |it, text| it.text = text, new)
    })
    .on_enter(move |()| rows.add_after(&row.id(), untrack(next)))
    .on_remove(move |()| rows.remove_emptied(&row.id(), label.get_untracked()))
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

/// How many answers it has; leads to the first.
pub fn answers(row: Row<Question>, number: Derived<usize>, screen: QuestionsScreen) -> AnyView {
    let open = OpenExchange::expect();
    let (id, offers) = (row.id(), screen.offers);
    let answers = memo(move || offers.answers.with(|answers| answers.get(&id).cloned()));
    live(move || {
        answers.get().map(|(first, count)| {
            let text =
                counted(count, say!(plan.one_answer), |count| say!(plan.answers, count = count));
            let of = move || say!(plan.answers_to, number = number.get());
            el("a")
                .class("text-link")
                .attr("href", Screen::record(&open.id(), Section::Notes, &first).href())
                .has((text, el("span").class("visually-hidden").has(of)))
        })
    })
}
