//! The sections of an exchange, or of another document of its records, as links.

use leptos::prelude::*;

use super::section;
use crate::browser::clock;
use crate::model::{Exchange, Kind, Task, warning};
use crate::route::{Screen, Section};
use crate::ui::{Content, Derived, el, icon, memo};
use crate::workspace::OpenExchange;

/// The sections of a template: what a visit can take over, sending, and what became of its own records.
const TEMPLATE: [Section; 7] = [
    Section::Overview,
    Section::Questions,
    Section::Agenda,
    Section::Preparation,
    Section::Send,
    Section::Changes,
    Section::Trash,
];

/// The sections of a toolkit.
const TOOLKIT: [Section; 4] = [Section::Overview, Section::Send, Section::Changes, Section::Trash];

/// Returns the sections of documents of a kind.
pub fn of(kind: Kind) -> &'static [Section] {
    match kind {
        Kind::Exchange | Kind::Programme => &Section::ALL,
        Kind::Template => &TEMPLATE,
        Kind::Toolkit => &TOOLKIT,
    }
}

/// The sections: at the side where there is room, else along the lower edge.
pub fn sections() -> AnyView {
    let open = OpenExchange::expect();
    let kind = open.kind();
    let is_exchange = kind == Kind::Exchange;
    let exchange = open.exchange();
    let warned = |count: usize| (count, count > 0);
    let team = memo(move || exchange.with(|it| warned(warning::team(it).len())));
    let agenda = memo(move || exchange.with(|it| warned(warning::sessions(it).len())));
    let questions = memo(move || exchange.with(|it| (it.questions.len(), false)));
    let tasks = memo(move || exchange.with(tasks_to_do));
    let notes = memo(move || exchange.with(|it| (it.notes.len(), false)));
    let none = memo(|| (0, false));
    let count_of = |section| match section {
        Section::Team => team,
        Section::Agenda if is_exchange => agenda,
        Section::Questions => questions,
        Section::Preparation if is_exchange => tasks,
        Section::Notes => notes,
        _ => none,
    };
    let links = of(kind).iter().filter(|section| **section != Section::Send);
    let links = links.map(|section| section_link(*section, kind, count_of(*section)));
    el("nav")
        .class("sections no-print")
        .attr("aria-label", say!(app.sections))
        .has(links.collect::<Vec<_>>())
        .view()
}

/// Returns the sign and the name of a section.
fn sign_of(section: Section, kind: Kind) -> (icondata::Icon, &'static str) {
    match section {
        Section::Overview if kind == Kind::Toolkit => (icondata::LuList, say!(library.contents)),
        Section::Overview => (icondata::LuTarget, say!(app.overview)),
        Section::Team => (icondata::LuUsers, say!(app.team)),
        Section::Questions => (icondata::LuMessageCircleQuestion, say!(app.questions)),
        Section::Agenda => (icondata::LuCalendarDays, say!(app.agenda)),
        Section::Preparation => (icondata::LuClipboardList, say!(app.preparation)),
        Section::Notes => (icondata::LuNotebookPen, say!(app.notes)),
        Section::Assessment => (icondata::LuStar, say!(app.assessment)),
        Section::Send => (icondata::LuShare, say!(app.send)),
        Section::Changes => (icondata::LuHistory, say!(app.changes)),
        Section::Trash => (icondata::LuTrash2, say!(app.trash)),
    }
}

/// Returns how many tasks are not done, and whether one of them is overdue.
fn tasks_to_do(exchange: &Exchange) -> (usize, bool) {
    let today = clock::today();
    let is_late = |task: &Task| task.due_on(exchange.about.dates).is_some_and(|due| due < today);
    let to_do = exchange.tasks.values().filter(|task| !task.done);
    to_do.fold((0, false), |(count, late), task| (count + 1, late || is_late(task)))
}

/// The link to a section.
///
/// - `count`: How many there are, and whether they need a look.
fn section_link(to: Section, kind: Kind, count: Derived<(usize, bool)>) -> AnyView {
    let open = OpenExchange::expect();
    let section = section(kind);
    let (sign, name) = sign_of(to, kind);
    let badge = move || {
        let (count, warned) = count.get();
        (count > 0).then(|| {
            el("span").class("count").attr("data-state", warned.then_some("warn")).has((
                count,
                el("span").class("visually-hidden").has(if warned {
                    say!(app.to_look_at)
                } else {
                    say!(app.in_all)
                }),
            ))
        })
    };
    el("a")
        .class("sections__link")
        .attr("href", Screen::exchange(&open.id(), to).href())
        .attr("aria-current", move || (section.get() == to).then_some("page"))
        .has((icon(sign), el("span").has(name), badge))
        .view()
}
