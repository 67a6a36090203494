//! The thread in sight: what each objective has along it, and every loose end with its mend.

use leptos::prelude::*;

use crate::browser::clock;
use crate::model::thread::{self, Bead};
use crate::model::{Id, Phase, warning};
use crate::pages::exchange::loose_ends::LooseEnd;
use crate::pages::exchange::rows;
use crate::pages::words::counted;
use crate::route::{Screen, Section};
use crate::workspace::OpenExchange;

/// A row of the table as it is drawn.
#[derive(Clone, PartialEq)]
struct Drawn {
    objective: Id,
    number: usize,
    label: String,
    cells: Vec<(usize, Bead)>,
}

/// A joint of the thread: a column of the table.
#[derive(Clone, Copy)]
enum Joint {
    Questions,
    Sessions,
    Notes,
    Assessed,
}

impl Joint {
    const ALL: [Self; 4] = [Self::Questions, Self::Sessions, Self::Notes, Self::Assessed];

    fn name(self) -> &'static str {
        match self {
            Self::Questions => say!(plan.thread_questions),
            Self::Sessions => say!(plan.thread_sessions),
            Self::Notes => say!(plan.thread_notes),
            Self::Assessed => say!(plan.thread_assessed),
        }
    }

    /// Returns what to say of a gap in this column, beginning with the number that is seen.
    fn gap(self, number: usize) -> String {
        match self {
            Self::Questions => say!(plan.gap_question, number = number),
            Self::Sessions => say!(plan.gap_session, number = number),
            Self::Notes => say!(plan.gap_note, number = number),
            Self::Assessed => say!(plan.gap_assessed, number = number),
        }
    }

    /// Returns where a gap in this column is mended.
    fn mend(self, exchange: &Id, objective: &Id) -> Screen {
        match self {
            Self::Questions => Screen::record(exchange, Section::Questions, objective),
            Self::Sessions => Screen::exchange(exchange, Section::Agenda),
            Self::Notes => Screen::exchange(exchange, Section::Notes),
            Self::Assessed => Screen::record(exchange, Section::Assessment, objective),
        }
    }
}

/// The panel.
#[component]
pub fn Thread() -> impl IntoView {
    let open = OpenExchange::expect();
    let exchange = open.exchange();
    let ends = Memo::new(move |_| {
        let id = open.id();
        exchange.with(|exchange| {
            let warnings = warning::all(exchange);
            warnings.iter().map(|warning| LooseEnd::of(warning, exchange, &id)).collect::<Vec<_>>()
        })
    });
    let count = Memo::new(move |_| ends.with(Vec::len));
    let badge = move || match count.get() {
        0 => say!(plan.no_loose_ends).to_owned(),
        count => {
            counted(count, say!(plan.one_loose_end), |count| say!(plan.loose_ends, count = count))
        }
    };
    let tone = move || if count.get() == 0 { "ok" } else { "warn" };
    let is_empty = Memo::new(move |_| exchange.with(|exchange| exchange.objectives.is_empty()));
    view! {
        <section class="panel" aria-labelledby="thread-title">
            <div class="panel__head">
                <h2 id="thread-title">{say!(plan.thread)}</h2>
                <span class="badge" data-state=tone>{badge}</span>
            </div>
            <Show
                when=move || !is_empty.get()
                fallback=|| view! {
                    <div class="empty">
                        <p>{say!(plan.thread_empty)}</p>
                    </div>
                }
            >
                <div class="panel__body stack stack--close">
                    <Table />
                    <Legend />
                </div>
            </Show>
            <Show when=move || count.get() != 0>
                <ul class="rows" aria-label=say!(plan.loose_ends_list)>
                    {move || ends.get().into_iter().map(fix).collect_view()}
                </ul>
            </Show>
        </section>
    }
}

/// One loose end. A mend on this very page is gone to at once; the address may already name it.
fn fix(end: LooseEnd) -> impl IntoView {
    let href = end.screen.href();
    let label = say!(plan.mend_label, mend = end.mend, sentence = end.sentence.as_str());
    let go = move |_| {
        if let Screen::Exchange { at: Some(at), .. } = &end.screen {
            rows::focus_record(super::KINDS, at);
        }
    };
    view! {
        <li class="fix">
            <p>{end.sentence}</p>
            <a class="button button--quiet" href=href aria-label=label on:click=go>{end.mend}</a>
        </li>
    }
}

/// For each objective: how many questions, sessions and notes it has, and after the visit whether
/// it was assessed.
#[component]
fn Table() -> impl IntoView {
    let open = OpenExchange::expect();
    let exchange = open.exchange();
    let phase = Memo::new(move |_| exchange.with(|it| Phase::on(clock::today(), &it.about)));
    let joints = move || match phase.get() {
        Phase::Plan | Phase::Visit => &Joint::ALL[..3],
        Phase::Assess => &Joint::ALL[..],
    };
    let drawn = Memo::new(move |_| {
        let phase = phase.get();
        exchange.with(|exchange| {
            let strands = thread::strands(exchange).into_iter().enumerate();
            strands
                .map(|(at, strand)| Drawn {
                    number: at + 1,
                    label: exchange.objectives[&strand.objective].label(),
                    cells: strand.counts().into_iter().zip(strand.beads(phase)).collect(),
                    objective: strand.objective,
                })
                .collect::<Vec<_>>()
        })
    });
    let heads = move || {
        joints().iter().map(|joint| view! { <th scope="col">{joint.name()}</th> }).collect_view()
    };
    let rows = move || {
        let row = |drawn: Drawn| {
            let id = open.id();
            let cells = joints()
                .iter()
                .zip(&drawn.cells)
                .map(|(joint, (count, bead))| {
                    let href = joint.mend(&id, &drawn.objective).href();
                    view! { <td>{cell(*count, *bead, href, joint.gap(drawn.number))}</td> }
                })
                .collect_view();
            let to = Screen::record(&id, Section::Overview, &drawn.objective).href();
            let go = move |_| {
                rows::focus_record(super::KINDS, &drawn.objective);
            };
            view! {
                <tr>
                    <th scope="row">
                        <a href=to on:click=go>
                            <span class="ordinal">{drawn.number}</span>
                            <span class="thread__words">{drawn.label}</span>
                        </a>
                    </th>
                    {cells}
                </tr>
            }
        };
        drawn.get().into_iter().map(row).collect_view()
    };
    view! {
        <table class="thread">
            <caption class="visually-hidden">{say!(plan.thread_caption)}</caption>
            <thead>
                <tr>
                    <th scope="col">{say!(plan.thread_objective)}</th>
                    {heads}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// One bead; a missing one is a link to where it is mended.
fn cell(count: usize, bead: Bead, href: String, gap: String) -> AnyView {
    match bead {
        Bead::Linked => view! { <span class="bead">{count}</span> }.into_any(),
        Bead::Later => {
            view! { <span class="bead" data-state=bead.word()>{count}</span> }.into_any()
        }
        Bead::Missing => view! {
            <a class="bead" data-state=bead.word() href=href aria-label=gap>{count}</a>
        }
        .into_any(),
    }
}

/// What the three kinds of beads mean.
#[component]
fn Legend() -> impl IntoView {
    view! {
        <ul class="legend" aria-label=say!(plan.key)>
            <li>
                <span class="bead bead--small"></span>
                {say!(plan.bead_linked)}
            </li>
            <li>
                <span class="bead bead--small" data-state=Bead::Missing.word()></span>
                {say!(plan.bead_missing)}
            </li>
            <li>
                <span class="bead bead--small" data-state=Bead::Later.word()></span>
                {say!(plan.bead_later)}
            </li>
        </ul>
    }
}
