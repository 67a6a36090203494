//! One exchange: its head, its sections, and the section that is shown.

pub mod agenda;
pub mod assessment;
pub mod came_back;
pub mod changes;
pub mod conflicts;
pub mod loose_ends;
pub mod loose_words;
pub mod notes;
pub mod overview;
pub mod people;
pub mod places;
pub mod preparation;
pub mod questions;
pub mod retention;
pub mod rows;
pub mod send;
pub mod taken;
pub mod team;
pub mod trash;
pub mod undo;

use crate::ui::{Content, Derived, el, icon, memo, switch};
use leptos::prelude::*;

use super::who::who;
use super::{TITLE_ID, format, parts, screen, title_of, words};
use crate::browser::{clock, page};
use crate::model::{Exchange, Id, Phase, Task, warning};
use crate::route::{Screen, Section};
use crate::workspace::{OpenExchange, Workspace};

/// The page of one exchange. When the exchange leaves this device, from here or from another tab, it
/// says so: what is written on a page that holds on to it would be lost.
///
/// - `id`: Which one.
pub fn exchange_page(id: &Id) -> AnyView {
    let (workspace, id) = (Workspace::expect(), id.clone());
    let of_presence = id.clone();
    switch(
        move || workspace.has(&of_presence),
        move |_| match workspace.find(&id) {
            Some(open) => {
                provide_context(open);
                provide_context(open.document());
                known()
            }
            None => missing(),
        },
    )
}

/// What is said of an exchange that is not on this device.
fn missing() -> AnyView {
    page::set_title(say!(app.missing_title));
    el("main")
        .class("alone")
        .id("main")
        .has(
            el("div").class("alone__card").has((
                icon(icondata::LuFileQuestion),
                el("h1").id(TITLE_ID).attr("tabindex", "-1").has(say!(app.missing_title)),
                el("p").has(say!(app.missing_text)),
                el("div").class("cluster").has((
                    el("a")
                        .class("button button--primary")
                        .attr("href", Screen::Open.href())
                        .has(say!(app.open_file)),
                    el("a")
                        .class("button")
                        .attr("href", Screen::Home.href())
                        .has(say!(app.all_exchanges)),
                )),
            )),
        )
        .view()
}

/// Returns the section that the address asks for.
fn section() -> Derived<Section> {
    let screen = screen();
    memo(move || match screen.get() {
        Screen::Exchange { section, .. } => section,
        _ => Section::Overview,
    })
}

fn known() -> AnyView {
    let open = OpenExchange::expect();
    let section = section();
    undo::offer(open.document(), undo::screen_of_step);
    el("main")
        .class("page")
        .id("main")
        .has((
            head(),
            el("div").class("workbench").has((
                sections(),
                el("div").class("stack stack--loose").has((
                    taken::taken(),
                    retention::retention(),
                    conflicts::unsettled(),
                    came_back::came_back(),
                    switch(
                        move || section.get(),
                        move |section| parts::show(Screen::exchange(&open.id(), section)),
                    ),
                )),
            )),
        ))
        .view()
}

/// Title, who visits whom and when, and the three phases.
fn head() -> AnyView {
    let open = OpenExchange::expect();
    let about = open.about();
    let title = memo(move || about.with(title_of));
    Effect::new(move |_| page::set_title(&title.get()));
    let when = memo(move || {
        about.with(|about| {
            let dates = match about.dates {
                Some(dates) => {
                    format!("{}, {}", format::range(dates), format::distance(dates))
                }
                None => say!(app.dates_open).to_owned(),
            };
            format!("{dates} · {}", words::format(about.format))
        })
    });
    el("div")
        .class("head")
        .has((
            el("div").has((
                el("h1").id(TITLE_ID).attr("tabindex", "-1").has(title),
                who(
                    "head__who",
                    memo(move || {
                        open.exchange().with(|it| (owned(it.hosts()), owned(it.visitors())))
                    }),
                ),
                el("p").class("head__who").has((icon(icondata::LuCalendar), el("span").has(when))),
            )),
            phases(),
        ))
        .view()
}

/// Returns the phase that a section belongs to.
fn phase_of(section: Section) -> Option<Phase> {
    match section {
        Section::Overview
        | Section::Team
        | Section::Questions
        | Section::Agenda
        | Section::Preparation => Some(Phase::Plan),
        Section::Notes => Some(Phase::Visit),
        Section::Assessment => Some(Phase::Assess),
        Section::Send | Section::Changes | Section::Trash => None,
    }
}

/// The three phases on a line; each leads to its first section.
fn phases() -> AnyView {
    let open = OpenExchange::expect();
    let about = open.about();
    let section = section();
    let phase = memo(move || about.with(|about| Phase::on(clock::today(), about)));
    let first_of = |phase: Phase| match phase {
        Phase::Plan => Section::Overview,
        Phase::Visit => Section::Notes,
        Phase::Assess => Section::Assessment,
    };
    let steps = Phase::ALL
        .iter()
        .copied()
        .enumerate()
        .map(|(at, step)| {
            let state = move || match step.cmp(&phase.get()) {
                std::cmp::Ordering::Less => "done",
                std::cmp::Ordering::Equal => "now",
                std::cmp::Ordering::Greater => "later",
            };
            let is_done = memo(move || step < phase.get());
            let bead = move || {
                if is_done.get() {
                    icon(icondata::LuCheck).view()
                } else {
                    (at + 1).to_string().into_any()
                }
            };
            let current = move || (phase_of(section.get()) == Some(step)).then_some("step");
            el("li").attr("data-state", state).has(
                el("a")
                    .class("phases__step")
                    .attr("href", Screen::exchange(&open.id(), first_of(step)).href())
                    .attr("aria-current", current)
                    .has((
                        el("span").class("phases__bead").attr("aria-hidden", "true").has(bead),
                        el("span").has(words::phase(step)),
                        move || {
                            is_done.get().then(|| {
                                el("span").class("visually-hidden").has(say!(app.phase_done))
                            })
                        },
                    )),
            )
        })
        .collect::<Vec<_>>();
    el("nav")
        .class("no-print")
        .attr("aria-label", say!(app.phases))
        .has(el("ol").class("phases").has(steps))
        .view()
}

/// The sections: at the side where there is room, else along the lower edge.
fn sections() -> AnyView {
    let open = OpenExchange::expect();
    let exchange = open.exchange();
    let warned = |count: usize| (count, count > 0);
    let team = memo(move || exchange.with(|it| warned(warning::team(it).len())));
    let agenda = memo(move || exchange.with(|it| warned(warning::sessions(it).len())));
    let questions = memo(move || exchange.with(|it| (it.questions.len(), false)));
    let tasks = memo(move || exchange.with(tasks_to_do));
    let notes = memo(move || exchange.with(|it| (it.notes.len(), false)));
    let none = memo(|| (0, false));
    el("nav")
        .class("sections no-print")
        .attr("aria-label", say!(app.sections))
        .has((
            section_link(Section::Overview, icondata::LuTarget, say!(app.overview), none),
            section_link(Section::Team, icondata::LuUsers, say!(app.team), team),
            section_link(
                Section::Questions,
                icondata::LuMessageCircleQuestion,
                say!(app.questions),
                questions,
            ),
            section_link(Section::Agenda, icondata::LuCalendarDays, say!(app.agenda), agenda),
            section_link(
                Section::Preparation,
                icondata::LuClipboardList,
                say!(app.preparation),
                tasks,
            ),
            section_link(Section::Notes, icondata::LuNotebookPen, say!(app.notes), notes),
            section_link(Section::Assessment, icondata::LuStar, say!(app.assessment), none),
            section_link(Section::Changes, icondata::LuHistory, say!(app.changes), none),
            section_link(Section::Trash, icondata::LuTrash2, say!(app.trash), none),
        ))
        .view()
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
fn section_link(
    to: Section,
    sign: icondata::Icon,
    name: &'static str,
    count: Derived<(usize, bool)>,
) -> AnyView {
    let open = OpenExchange::expect();
    let section = section();
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

fn owned(names: Vec<&str>) -> Vec<String> {
    names.into_iter().map(str::to_owned).collect()
}
