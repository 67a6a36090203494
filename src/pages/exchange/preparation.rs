//! Preparation: what has to be done before the visit, the calls, and what visitors have to know.

/// A text of a record: what it is called, and where it stands.
struct Fact<T> {
    label: &'static str,
    read: fn(&T) -> &String,
    write: fn(&mut T, String),
}

/// Returns facts about a record: fields that are called as the texts of this page are.
macro_rules! facts {
    ($($field:ident),+ $(,)?) => {
        [$(super::Fact {
            label: say!(prepare.$field),
            read: |it| &it.$field,
            write: |it, text| it.$field = text,
        }),+]
    };
}

pub mod before;
pub mod calls;
pub mod logistics;
pub mod sheet;
pub mod tasks;

use leptos::prelude::*;

use super::rows;
use crate::model::{Kind, Side};
use crate::ui::{Content, el};
use crate::workspace::OpenExchange;

/// The kinds of records that this page shows and an address may point at.
const KINDS: &[&str] = &["task", "call", "before", "logistics"];

/// The page.
pub fn preparation() -> AnyView {
    rows::follow_address(KINDS);
    let tasks = || Side::ALL.iter().map(|side| tasks::tasks(*side)).collect::<Vec<_>>();
    if OpenExchange::expect().kind() == Kind::Template {
        return el("div").class("stack").has(tasks()).view();
    }
    (
        el("div").class("columns no-print").has((
            el("div").class("stack").has((tasks(), calls::calls())),
            el("div").class("stack").has((before::before(), logistics::logistics())),
        )),
        sheet::sheet(),
    )
        .view()
}
