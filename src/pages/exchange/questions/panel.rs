//! The panel of a question: everything that is known of it.

use leptos::prelude::*;

use super::QuestionsScreen;
use super::row::{answers, name, words};
use crate::model::{Id, Question};
use crate::pages::address_words;
use crate::pages::exchange::record::{FieldInput, RecordPanel};
use crate::pages::exchange::rows::Row;
use crate::workspace::OpenExchange;

/// The panel.
///
/// - `id`: Which question.
pub fn question_panel(screen: QuestionsScreen, id: Id) -> AnyView {
    let row = Row::<Question>::new(OpenExchange::expect(), &id);
    let QuestionsScreen { all, opened, offers, .. } = screen;
    let number = all.number(&id);
    let title = words(row, number, all);
    RecordPanel::new(row, all, opened, address_words::kind("questions"), title, name(row, number))
        .group(
            say!(plan.group_asked),
            (
                FieldInput::new(row, Question::SESSION)
                    .offering(offers.sessions)
                    .none(say!(plan.choice_no_session)),
                FieldInput::new(row, Question::ASKED_BY)
                    .offering(offers.visitors)
                    .none(say!(plan.choice_nobody)),
                FieldInput::new(row, Question::ANSWERED_BY).none(say!(plan.choice_nobody)),
                answers(row, number, screen),
            ),
        )
        .group(
            say!(plan.group_serves),
            (
                FieldInput::new(row, Question::OBJECTIVE)
                    .offering(offers.objectives)
                    .none(say!(plan.choice_no_objective)),
                FieldInput::new(row, Question::ORGANISATION).none(say!(plan.everybody)),
                FieldInput::new(row, Question::HEADLINE).label(say!(plan.headline_hint)),
            ),
        )
        .view()
}
