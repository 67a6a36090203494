//! One exchange: its head, its sections, and the section that is shown.

pub mod agenda;
pub mod assessment;
pub mod conflicts;
pub mod loose_ends;
pub mod notes;
pub mod overview;
pub mod questions;
pub mod rows;
pub mod send;
pub mod team;

use leptos::prelude::*;

use super::{TITLE_ID, format, screen, title_of, words};
use crate::browser::{clock, page};
use crate::model::{Id, Phase, warning};
use crate::route::{Screen, Section};
use crate::ui::{Icon, live, memo};
use crate::workspace::{OpenExchange, Workspace};

/// The page of one exchange.
#[component]
pub fn ExchangePage(
    /// Which one.
    id: Id,
) -> impl IntoView {
    match Workspace::expect().find(&id) {
        Some(open) => {
            provide_context(open);
            view! { <Known /> }.into_any()
        }
        None => view! { <Missing /> }.into_any(),
    }
}

/// What is said of an exchange that is not on this device.
#[component]
fn Missing() -> impl IntoView {
    page::set_title(say!(app.missing_title));
    view! {
        <main class="alone" id="main">
            <div class="alone__card">
                <Icon icon=icondata::LuFileQuestion />
                <h1 id=TITLE_ID tabindex="-1">{say!(app.missing_title)}</h1>
                <p>{say!(app.missing_text)}</p>
                <div class="cluster">
                    <a class="button button--primary" href=Screen::Open.href()>
                        {say!(app.open_file)}
                    </a>
                    <a class="button" href=Screen::Home.href()>{say!(app.all_exchanges)}</a>
                </div>
            </div>
        </main>
    }
}

/// Returns the section that the address asks for.
fn section() -> Memo<Section> {
    let screen = screen();
    memo(move || match screen.get() {
        Screen::Exchange { section, .. } => section,
        _ => Section::Overview,
    })
}

#[component]
fn Known() -> impl IntoView {
    let section = section();
    view! {
        <main class="page" id="main">
            <Head />
            <div class="workbench">
                <Sections />
                <div class="stack stack--loose">
                    <conflicts::Unsettled />
                    {live(move || match section.get() {
                        Section::Overview => view! { <overview::Overview /> }.into_any(),
                        Section::Team => view! { <team::Team /> }.into_any(),
                        Section::Questions => view! { <questions::Questions /> }.into_any(),
                        Section::Agenda => view! { <agenda::Agenda /> }.into_any(),
                        Section::Notes => view! { <notes::Notes /> }.into_any(),
                        Section::Assessment => view! { <assessment::AssessmentPage /> }.into_any(),
                        Section::Send => view! { <send::Send /> }.into_any(),
                    })}
                </div>
            </div>
        </main>
    }
}

/// Title, who visits whom and when, and the three phases.
#[component]
fn Head() -> impl IntoView {
    let open = OpenExchange::expect();
    let about = open.about();
    let title = memo(move || about.with(title_of));
    Effect::new(move |_| page::set_title(&title.get()));
    let joined = |names: Vec<&str>, none: &str| {
        if names.is_empty() { none.to_owned() } else { names.join(", ") }
    };
    let hosts =
        memo(move || open.exchange().with(|exchange| joined(exchange.hosts(), say!(app.no_host))));
    let visitors = memo(move || {
        open.exchange().with(|exchange| joined(exchange.visitors(), say!(app.no_visitors)))
    });
    let when = memo(move || {
        about.with(|about| {
            let dates = match about.dates {
                Some(dates) => {
                    format!("{}, {}", format::range(dates), format::distance(dates.first))
                }
                None => say!(app.dates_open).to_owned(),
            };
            format!("{dates} · {}", words::format(about.format))
        })
    });
    view! {
        <div class="head">
            <div>
                <h1 id=TITLE_ID tabindex="-1">{title}</h1>
                <p class="head__who">
                    <span>{hosts}</span>
                    " "
                    <span class="visitors">
                        <Icon icon=icondata::LuArrowLeft />
                        <span class="visually-hidden">{say!(app.hosts)}</span>
                        <span>{visitors}</span>
                    </span>
                </p>
                <p class="head__who">
                    <Icon icon=icondata::LuCalendar />
                    <span>{when}</span>
                </p>
            </div>
            <Phases />
        </div>
    }
}

/// Returns the phase that a section belongs to.
fn phase_of(section: Section) -> Option<Phase> {
    match section {
        Section::Overview | Section::Team | Section::Questions | Section::Agenda => {
            Some(Phase::Plan)
        }
        Section::Notes => Some(Phase::Visit),
        Section::Assessment => Some(Phase::Assess),
        Section::Send => None,
    }
}

/// The three phases on a line; each leads to its first section.
#[component]
fn Phases() -> impl IntoView {
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
                    view! { <Icon icon=icondata::LuCheck /> }.into_any()
                } else {
                    (at + 1).to_string().into_any()
                }
            };
            let current = move || (phase_of(section.get()) == Some(step)).then_some("step");
            view! {
                <li data-state=state>
                    <a
                        class="phases__step"
                        href=Screen::exchange(&open.id(), first_of(step)).href()
                        aria-current=current
                    >
                        <span class="phases__bead" aria-hidden="true">{bead}</span>
                        <span>{words::phase(step)}</span>
                        {live(move || is_done.get().then(|| view! {
                            <span class="visually-hidden">{say!(app.phase_done)}</span>
                        }))}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav class="no-print" aria-label=say!(app.phases)>
            <ol class="phases">{steps}</ol>
        </nav>
    }
}

/// The sections: at the side where there is room, else along the lower edge.
#[component]
fn Sections() -> impl IntoView {
    let open = OpenExchange::expect();
    let exchange = open.exchange();
    let warned = |count: usize| (count, count > 0);
    let team = memo(move || exchange.with(|it| warned(warning::team(it).len())));
    let agenda = memo(move || exchange.with(|it| warned(warning::sessions(it).len())));
    let questions = memo(move || exchange.with(|it| (it.questions.len(), false)));
    let notes = memo(move || exchange.with(|it| (it.notes.len(), false)));
    let none = memo(|| (0, false));
    view! {
        <nav class="sections no-print" aria-label=say!(app.sections)>
            <SectionLink to=Section::Overview icon=icondata::LuTarget name=say!(app.overview) count=none />
            <SectionLink to=Section::Team icon=icondata::LuUsers name=say!(app.team) count=team />
            <SectionLink
                to=Section::Questions
                icon=icondata::LuMessageCircleQuestion
                name=say!(app.questions)
                count=questions
            />
            <SectionLink to=Section::Agenda icon=icondata::LuCalendarDays name=say!(app.agenda) count=agenda />
            <SectionLink to=Section::Notes icon=icondata::LuNotebookPen name=say!(app.notes) count=notes />
            <SectionLink to=Section::Assessment icon=icondata::LuStar name=say!(app.assessment) count=none />
        </nav>
    }
}

#[component]
fn SectionLink(
    to: Section,
    icon: icondata::Icon,
    name: &'static str,
    /// How many there are, and whether they need a look.
    count: Memo<(usize, bool)>,
) -> impl IntoView {
    let open = OpenExchange::expect();
    let section = section();
    let badge = move || {
        let (count, warned) = count.get();
        (count > 0).then(|| {
            view! {
                <span class="count" data-state=warned.then_some("warn")>
                    {count}
                    <span class="visually-hidden">
                        {if warned { say!(app.to_look_at) } else { say!(app.in_all) }}
                    </span>
                </span>
            }
        })
    };
    view! {
        <a
            class="sections__link"
            href=Screen::exchange(&open.id(), to).href()
            aria-current=move || (section.get() == to).then_some("page")
        >
            <Icon icon />
            <span>{name}</span>
            {badge}
        </a>
    }
}
