//! Questions: what the visitors want to know, who asks it where. One list, or one for each session,
//! objective or asker; the panel of a question beside it.

pub mod choices;
pub mod groups;
pub mod panel;
pub mod row;

use leptos::prelude::*;

use self::choices::Offers;
use self::groups::{Group, Grouping};
use super::loose_ends::objective_name;
use super::record::{Assign, Opened, RecordList, beside};
use super::rows::{self, Rows};
use crate::model::{Exchange, Id, Question, thread};
use crate::pages::screen;
use crate::pages::words::counted;
use crate::route::Screen;
use crate::ui::{
    Choice, Content, Derived, Select, button, callout, each_by, el, icon, key_of, memo, settled,
    when,
};
use crate::workspace::OpenExchange;

/// What the parts of this page share. Cheap to copy.
#[derive(Clone, Copy)]
pub struct QuestionsScreen {
    /// All questions: they give each its number.
    all: Rows<Question>,
    /// Which question the panel shows.
    opened: Opened,
    /// How the questions are grouped.
    grouping: RwSignal<Grouping>,
    offers: Offers,
}

/// The page.
pub fn questions() -> AnyView {
    rows::follow_address(&["question", "question-group"]);
    let open = OpenExchange::expect();
    let exchange = open.exchange();
    let of_objective = objective_of_address(open);
    let grouping = RwSignal::new(match of_objective {
        Some(_) => Grouping::Objective,
        None => Grouping::None,
    });
    let screen = QuestionsScreen {
        all: Rows::<Question>::all(open, "question", |it, rank| it.rank = rank),
        opened: Opened::default(),
        grouping,
        offers: Offers::new(exchange),
    };
    let groups = settled(memo(move || exchange.with(|it| groups::groups(it, grouping.get()))));
    let key = |group: &Group| key_of(&(group.grouping as u8, group.key.clone()));
    let list = el("div").class("stack").has((
        tools(screen),
        too_many_headlines(),
        each_by(move || groups.get(), key, move |group| group_list(screen, groups, &group)),
        unasked(screen),
    ));
    beside(screen.opened, list.view(), move |id| panel::question_panel(screen, id))
}

/// How the questions are grouped, how many there are, and the way to the next.
fn tools(screen: QuestionsScreen) -> AnyView {
    let exchange = OpenExchange::expect().exchange();
    let count = screen.all.count();
    let headlines = memo(move || exchange.with(headlines));
    let note = move || {
        let all = counted(count.get(), say!(plan.questions_one), |count| {
            say!(plan.questions_many, count = count)
        });
        match headlines.get() {
            0 => all,
            headlines => say!(plan.of_them_headlines, all = all, headlines = headlines),
        }
    };
    let choices: Vec<Choice> =
        Grouping::ALL.iter().map(|it| Choice::new(it.word(), it.name())).collect();
    let grouping = screen.grouping;
    el("div")
        .class("tools")
        .has((
            Select::new(
                say!(plan.group_by),
                choices,
                move || grouping.get().word(),
                move |word: String| grouping.set(Grouping::from_word(&word)),
            )
            .quiet(),
            el("p").class("tools__note").has(note),
            el("div").class("tools__end").has(
                button("button button--primary")
                    .on_click(move || {
                        // Where it is shown wherever it belongs.
                        grouping.set(Grouping::None);
                        screen.all.add(Question::default());
                    })
                    .has((icon(icondata::LuPlus), el("span").has(say!(plan.new_question)))),
            ),
        ))
        .view()
}

fn headlines(exchange: &Exchange) -> usize {
    exchange.questions.values().filter(|question| question.headline).count()
}

fn too_many_headlines() -> AnyView {
    let exchange = OpenExchange::expect().exchange();
    let count = memo(move || exchange.with(headlines));
    when(
        move || count.get() > Question::MOST_HEADLINES,
        move || {
            callout("warn", icondata::LuTriangleAlert, move || {
                say!(plan.too_many_headlines, count = count.get())
            })
        },
    )
}

/// The questions of one group.
fn group_list(screen: QuestionsScreen, groups: Derived<Vec<Group>>, group: &Group) -> AnyView {
    let open = OpenExchange::expect();
    let (key, of_title, of_below) = (group.key.clone(), group.key.clone(), group.key.clone());
    let found = move |key: &str, groups: &Vec<Group>| {
        groups.iter().find(|group| group.key == key).cloned().unwrap_or_default()
    };
    let ids = memo(move || groups.with(|groups| found(&key, groups).ids));
    let title = memo(move || groups.with(|groups| found(&of_title, groups).title));
    let below = memo(move || groups.with(|groups| found(&of_below, groups).below));
    let rows = Rows::<Question>::of(open, "question", &group.key, ids, |it, rank| it.rank = rank);
    let askers = Assign::new(
        rows,
        say!(plan.assign_askers),
        screen.offers.visitors,
        |it: &Question| it.asked_by.as_ref(),
        |it, person| it.asked_by = Some(person),
    );
    let new = group.question();
    let add = Callback::new(move |()| rows.add(new.clone()));
    let empty = match group.grouping {
        Grouping::None => say!(plan.questions_empty),
        _ => "",
    };
    RecordList::new(format!("question-group-{}", group.key), title)
        .numbered()
        .below(el("p").class("list__sub").has(below).view())
        .tools(askers.button())
        .under(askers.form())
        .empty(empty)
        .with(rows, move |id| row::question_row(id, screen, rows), (say!(plan.add_question), add))
}

/// Returns the objective that the address points at: then its questions are shown together.
fn objective_of_address(open: OpenExchange) -> Option<Id> {
    match screen().get_untracked() {
        Screen::Exchange { at: Some(id), .. } => {
            open.exchange().with_untracked(|it| it.objectives.contains_key(&id)).then_some(id)
        }
        _ => None,
    }
}

/// The objectives that no question asks about, each with a button to write one.
fn unasked(screen: QuestionsScreen) -> AnyView {
    let exchange = OpenExchange::expect().exchange();
    let objectives = memo(move || {
        exchange.with(|exchange| {
            let strands = thread::strands(exchange).into_iter();
            strands
                .filter(|strand| strand.questions == 0)
                .map(|strand| (objective_name(exchange, &strand.objective), strand.objective))
                .collect::<Vec<_>>()
        })
    });
    let ends = move || {
        let end = |(objective, id): (String, Id)| {
            let label = say!(plan.write_question_for, objective = objective.as_str());
            let write = move || {
                screen.grouping.set(Grouping::None);
                screen.all.add(Question { objective: Some(id.clone()), ..Question::default() });
            };
            el("li").class("fix").has((
                el("p").has(say!(plan.loose_no_question, objective = objective)),
                button("button button--quiet")
                    .attr("aria-label", label)
                    .on_click(write)
                    .has(say!(plan.mend_write_one)),
            ))
        };
        objectives.get().into_iter().map(end).collect::<Vec<_>>()
    };
    when(
        move || !objectives.with(Vec::is_empty),
        move || {
            el("section").class("panel").has(
                el("ul").class("rows").attr("aria-label", say!(plan.loose_ends_list)).has(ends),
            )
        },
    )
}
