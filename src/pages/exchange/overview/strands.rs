//! The thread as a table: a row for each objective, a column for each joint.

use crate::ui::{Content, El, el, memo};
use leptos::prelude::*;

use crate::browser::clock;
use crate::model::thread::{self, Bead};
use crate::model::{Id, Phase};
use crate::pages::address_words;
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
    LearningPoints,
    Actions,
}

impl Joint {
    const ALL: [Self; 6] = [
        Self::Questions,
        Self::Sessions,
        Self::Notes,
        Self::Assessed,
        Self::LearningPoints,
        Self::Actions,
    ];

    /// Returns whether it is a column in a phase: nobody looks for assessments before the end.
    fn is_in(self, phase: Phase) -> bool {
        !matches!(self, Self::Assessed) || phase == Phase::Assess
    }

    fn name(self) -> &'static str {
        match self {
            Self::Questions => say!(plan.thread_questions),
            Self::Sessions => say!(plan.thread_sessions),
            Self::Notes => say!(plan.thread_notes),
            Self::Assessed => say!(plan.thread_assessed),
            Self::LearningPoints => say!(plan.thread_learned),
            Self::Actions => say!(plan.thread_actions),
        }
    }

    /// Returns "2 questions", as many as there are of an objective.
    fn counted(self, count: usize) -> String {
        let collection = match self {
            Self::Questions => "questions",
            Self::Sessions => "sessions",
            Self::Notes => "notes",
            Self::Assessed => "assessments",
            Self::LearningPoints => "learning_points",
            Self::Actions => "actions",
        };
        address_words::records(collection, count)
    }

    /// Returns what to say of a gap in this column, beginning with the number that is seen, and where it
    /// is mended; `None` for a column without gaps.
    fn mend(self, number: usize, exchange: &Id, objective: &Id) -> Option<(String, Screen)> {
        Some(match self {
            Self::Questions => (
                say!(plan.gap_question, number = number),
                Screen::record(exchange, Section::Questions, objective),
            ),
            Self::Sessions => (
                say!(plan.gap_session, number = number),
                Screen::exchange(exchange, Section::Agenda),
            ),
            Self::Notes => {
                (say!(plan.gap_note, number = number), Screen::exchange(exchange, Section::Notes))
            }
            Self::Assessed => (
                say!(plan.gap_assessed, number = number),
                Screen::record(exchange, Section::Assessment, objective),
            ),
            Self::LearningPoints | Self::Actions => return None,
        })
    }
}

/// For each objective: how many questions, sessions, notes, learning points and actions it has, and after
/// the visit whether it was assessed. The same stands in words as a list for those who do not see it.
pub fn strands() -> AnyView {
    let open = OpenExchange::expect();
    let exchange = open.exchange();
    let phase = memo(move || exchange.with(|it| Phase::on(clock::today(), &it.about)));
    let joints = move || {
        let phase = phase.get();
        let all = Joint::ALL.into_iter().enumerate();
        all.filter(move |(_, joint)| joint.is_in(phase))
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
            .map(|(_, joint)| el("th").attr("scope", "col").has(joint.name()))
            .collect::<Vec<_>>()
    };
    let rows = move || {
        let row = |drawn: Drawn| {
            let id = open.id();
            let cells = joints()
                .map(|(at, joint)| {
                    let (count, bead) = drawn.cells[at];
                    let mend = joint.mend(drawn.number, &id, &drawn.objective);
                    el("td").has(cell(count, bead, mend))
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
    let in_words = move || {
        let item = |drawn: Drawn| {
            let counts = joints().map(|(at, joint)| joint.counted(drawn.cells[at].0));
            let counts = counts.collect::<Vec<_>>().join(say!(open.list_separator));
            let number = drawn.number;
            el("li").has(say!(
                plan.thread_words,
                number = number,
                label = drawn.label,
                counts = counts
            ))
        };
        drawn.get().into_iter().map(item).collect::<Vec<_>>()
    };
    let table = el("table").class("thread").has((
        el("caption").class("visually-hidden").has(say!(plan.thread_caption)),
        el("thead").has(
            el("tr").has((el("th").attr("scope", "col").has(say!(plan.thread_objective)), heads)),
        ),
        el("tbody").has(rows),
    ));
    let list = el("ul")
        .class("visually-hidden")
        .attr("aria-label", say!(plan.thread_in_words))
        .has(in_words);
    (table, list).view()
}

/// One bead; a missing one is a link to where it is mended.
fn cell(count: usize, bead: Bead, mend: Option<(String, Screen)>) -> El {
    let state = (bead != Bead::Linked).then(|| bead.word());
    let drawn = match mend.filter(|_| bead == Bead::Missing) {
        Some((gap, screen)) => el("a").attr("href", screen.href()).attr("aria-label", gap),
        None => el("span"),
    };
    drawn.class("bead").attr("data-state", state).has(count)
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
