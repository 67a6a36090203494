//! The thread as a table: a row for each objective, a column for each joint.

use crate::ui::{Content, el, memo};
use leptos::prelude::*;

use crate::browser::clock;
use crate::model::thread::{self, Bead};
use crate::model::{Id, Phase};
use crate::pages::exchange::rows;
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

/// For each objective: how many questions, sessions and notes it has, and after the visit whether
/// it was assessed.
pub fn strands() -> AnyView {
    let open = OpenExchange::expect();
    let exchange = open.exchange();
    let phase = memo(move || exchange.with(|it| Phase::on(clock::today(), &it.about)));
    let joints = move || match phase.get() {
        Phase::Plan | Phase::Visit => &Joint::ALL[..3],
        Phase::Assess => &Joint::ALL[..],
    };
    let drawn = memo(move || {
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
        joints()
            .iter()
            .map(|joint| el("th").attr("scope", "col").has(joint.name()))
            .collect::<Vec<_>>()
    };
    let rows = move || {
        let row = |drawn: Drawn| {
            let id = open.id();
            let cells = joints()
                .iter()
                .zip(&drawn.cells)
                .map(|(joint, (count, bead))| {
                    let href = joint.mend(&id, &drawn.objective).href();
                    el("td").has(cell(*count, *bead, href, joint.gap(drawn.number)))
                })
                .collect::<Vec<_>>();
            let to = Screen::record(&id, Section::Overview, &drawn.objective).href();
            let go = move |_| {
                rows::focus_record(super::KINDS, &drawn.objective);
            };
            el("tr").has((
                el("th").attr("scope", "row").has(el("a").attr("href", to).on("click", go).has((
                    el("span").class("ordinal").has(drawn.number),
                    el("span").class("thread__words").has(drawn.label),
                ))),
                cells,
            ))
        };
        drawn.get().into_iter().map(row).collect::<Vec<_>>()
    };
    el("table")
        .class("thread")
        .has((
            el("caption").class("visually-hidden").has(say!(plan.thread_caption)),
            el("thead").has(
                el("tr")
                    .has((el("th").attr("scope", "col").has(say!(plan.thread_objective)), heads)),
            ),
            el("tbody").has(rows),
        ))
        .view()
}

/// One bead; a missing one is a link to where it is mended.
fn cell(count: usize, bead: Bead, href: String, gap: String) -> AnyView {
    match bead {
        Bead::Linked => el("span").class("bead").has(count).view(),
        Bead::Later => el("span").class("bead").attr("data-state", bead.word()).has(count).view(),
        Bead::Missing => el("a")
            .class("bead")
            .attr("data-state", bead.word())
            .attr("href", href)
            .attr("aria-label", gap)
            .has(count)
            .view(),
    }
}

/// What the three kinds of beads mean.
pub fn legend() -> AnyView {
    el("ul")
        .class("legend")
        .attr("aria-label", say!(plan.key))
        .has((
            el("li").has((el("span").class("bead bead--small"), say!(plan.bead_linked))),
            el("li").has((
                el("span").class("bead bead--small").attr("data-state", Bead::Missing.word()),
                say!(plan.bead_missing),
            )),
            el("li").has((
                el("span").class("bead bead--small").attr("data-state", Bead::Later.word()),
                say!(plan.bead_later),
            )),
        ))
        .view()
}
