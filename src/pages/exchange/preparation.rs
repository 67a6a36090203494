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

use self::tasks::TasksScreen;
use super::record::{Opened, beside};
use super::rows;
use crate::model::{Kind, Side};
use crate::ui::{Content, el};
use crate::workspace::OpenExchange;

/// The kinds of records that this page shows and an address may point at.
const KINDS: &[&str] = &["task", "call", "before", "logistics"];

/// The page.
pub fn preparation() -> AnyView {
    rows::follow_address(KINDS);
    let opened = Opened::default();
    let screen = TasksScreen::new(opened);
    let tasks = || Side::ALL.iter().map(|side| tasks::tasks(screen, *side)).collect::<Vec<_>>();
    let panel = move |id| tasks::task_panel(screen, &id);
    if OpenExchange::expect().kind() == Kind::Template {
        return beside(opened, el("div").class("stack").has(tasks()).view(), panel);
    }
    let list = el("div").class("stack").has((
        tasks(),
        calls::calls(),
        before::before(),
        logistics::logistics(),
    ));
    (el("div").class("no-print").has(beside(opened, list.view(), panel)), sheet::sheet()).view()
}
