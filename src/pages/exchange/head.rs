//! The head of an exchange: what it is called, who visits whom and when, and the three phases.

use leptos::prelude::*;

use super::section;
use crate::browser::{clock, page};
use crate::model::{Kind, Phase};
use crate::pages::who::who;
use crate::pages::{TITLE_ID, format, title_of, words};
use crate::route::{Screen, Section, Shelf};
use crate::ui::{Content, El, el, icon, memo};
use crate::workspace::OpenExchange;

/// The head: of an exchange who visits whom and when, and the three phases; of another document what kind
/// it is of.
pub fn head() -> AnyView {
    let open = OpenExchange::expect();
    let about = open.about();
    let title = memo(move || about.with(title_of));
    Effect::new(move |_| page::set_title(&title.get()));
    let title = el("h1").id(TITLE_ID).attr("tabindex", "-1").has(title);
    let shelf = match open.kind() {
        Kind::Template => (Shelf::Templates, say!(library.templates), say!(library.a_template)),
        Kind::Toolkit => (Shelf::Toolkits, say!(library.toolkits), say!(library.a_toolkit)),
        Kind::Exchange | Kind::Programme => return of_exchange(open, title),
    };
    let (shelf, all, what) = shelf;
    el("div")
        .class("head")
        .has(el("div").has((
            title,
            el("p").class("head__who").has((
                el("span").has(what),
                el("a").attr("href", Screen::Library { shelf, item: None }.href()).has(all),
            )),
        )))
        .view()
}

fn of_exchange(open: OpenExchange, title: El) -> AnyView {
    let about = open.about();
    let when = memo(move || {
        about.with(|about| {
            let dates = match about.dates {
                Some(dates) => {
                    format!("{}, {}", format::range(dates), format::distance(dates))
                }
                None => say!(app.dates_open).to_owned(),
            };
            format!("{dates} · {}", words::of(about.format))
        })
    });
    el("div")
        .class("head")
        .has((
            el("div").has((
                title,
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
    let section = section(open.kind());
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

fn owned(names: Vec<&str>) -> Vec<String> {
    names.into_iter().map(str::to_owned).collect()
}
