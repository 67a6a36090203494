//! Home: all exchanges by phase, and where the data is.

pub mod row;
pub mod safe;

use leptos::prelude::*;

use super::{TITLE_ID, format, words};
use crate::browser::{clock, page};
use crate::model::{Phase, order};
use crate::route::{Screen, Step};
use crate::ui::{Icon, When, memo};
use crate::workspace::{OpenExchange, Workspace};

/// All exchanges by phase.
#[component]
pub fn HomePage() -> impl IntoView {
    let workspace = Workspace::expect();
    let exchanges = workspace.exchanges();
    let is_empty = memo(move || exchanges.with(Vec::is_empty));
    page::set_title(say!(app.name));
    let about = move || {
        let organisation = workspace.device().with(|device| device.organisation.clone());
        let today = format::long_day(clock::today());
        if organisation.is_empty() { today } else { format!("{organisation} · {today}") }
    };
    // A visit that is on now comes first; the others follow in the order of the phases.
    let phases = [Phase::Visit, Phase::Plan, Phase::Assess];
    view! {
        <main class="page" id="main">
            <div class="spread page__top">
                <div>
                    <h1 id=TITLE_ID tabindex="-1">{say!(home.title)}</h1>
                    <p class="soft">{about}</p>
                </div>
                <When when=move || !is_empty.get()>
                    <div class="cluster">
                        <a class="button" href=Screen::Open.href()>
                            <Icon icon=icondata::LuFolderOpen />
                            <span>{say!(home.open_file)}</span>
                        </a>
                        <a class="button button--primary" href=Screen::New(Step::Topic).href()>
                            <Icon icon=icondata::LuPlus />
                            <span>{say!(home.new_exchange)}</span>
                        </a>
                    </div>
                </When>
            </div>
            <div class="columns">
                <div class="stack stack--loose">
                    <safe::Notices />
                    <When when=move || is_empty.get()>
                        <FirstRun />
                    </When>
                    {phases.map(|phase| view! { <Group phase exchanges /> }).collect_view()}
                </div>
                <aside class="strip" aria-label=say!(home.glance)>
                    <safe::YourData />
                </aside>
            </div>
        </main>
    }
}

/// The exchanges of one phase: those to come by date, those past with the latest first.
#[component]
fn Group(phase: Phase, exchanges: Signal<Vec<OpenExchange>>) -> impl IntoView {
    let of_phase = memo(move || {
        let today = clock::today();
        let mut found: Vec<_> = exchanges
            .get()
            .into_iter()
            .filter_map(|open| {
                open.exchange().with(|exchange| {
                    let about = &exchange.about;
                    let first = about.dates.map(|dates| dates.first);
                    (Phase::on(today, about) == phase).then(|| (first, about.title.clone(), open))
                })
            })
            .collect();
        order::sort_by(&mut found, |(day_a, title_a, _), (day_b, title_b, _)| {
            let by_day = (day_a.is_none(), day_a).cmp(&(day_b.is_none(), day_b));
            let by_day = if phase == Phase::Assess { by_day.reverse() } else { by_day };
            by_day.then_with(|| title_a.cmp(title_b))
        });
        found.into_iter().map(|(_, _, open)| open).collect::<Vec<_>>()
    });
    let heading = format!("group-{}", phase.word());
    let labelled_by = heading.clone();
    move || {
        let count = of_phase.with(Vec::len);
        (count > 0).then(|| {
            view! {
                <section
                    class="group stack stack--tight"
                    data-phase=phase.word()
                    aria-labelledby=labelled_by.clone()
                >
                    <h2 class="group__head" id=heading.clone()>
                        {words::phase(phase)}
                        " "
                        <span class="count">{count}</span>
                    </h2>
                    <div class="panel query">
                        <ul class="rows">
                            <For each=move || of_phase.get() key=|open| open.id() let:open>
                                <row::Row open phase />
                            </For>
                        </ul>
                    </div>
                </section>
            }
        })
    }
}

/// What an empty app says: what it is for, and how to begin.
#[component]
fn FirstRun() -> impl IntoView {
    view! {
        <section class="panel" aria-labelledby="first-run">
            <div class="empty">
                <Icon icon=icondata::LuRoute />
                <h2 id="first-run">{say!(home.first_title)}</h2>
                <p>{say!(home.first_text)}</p>
                <div class="cluster">
                    <a class="button button--primary" href=Screen::New(Step::Topic).href()>
                        <Icon icon=icondata::LuPlus />
                        <span>{say!(home.new_exchange)}</span>
                    </a>
                    <a class="button" href=Screen::Open.href()>
                        <Icon icon=icondata::LuFolderOpen />
                        <span>{say!(home.open_sent)}</span>
                    </a>
                </div>
            </div>
        </section>
    }
}
