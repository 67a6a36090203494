//! What has to be done, list by list, with owners and days counted back from the visit.

use leptos::prelude::*;

use crate::browser::clock;
use crate::model::{Dates, Id, Kind, Side, Task, rank};
use crate::pages::days::OneDay;
use crate::pages::exchange::people::named_people;
use crate::pages::exchange::record::facts::fact;
use crate::pages::exchange::record::list::{open_item, row_fact};
use crate::pages::exchange::record::{
    Assign, FieldInput, Lead, Opened, RecordList, RecordPanel, RecordRow,
};
use crate::pages::exchange::rows::menu::row_menu;
use crate::pages::exchange::rows::{Row, Rows};
use crate::pages::{address_words, format};
use crate::ui::{
    Act, Choice, Content, Derived, InPlace, NumberField, el, icon, memo, settled, switch, tick,
    when,
};
use crate::workspace::OpenExchange;

/// How many characters of a task's words stand in the names of its fields.
const NAME_LENGTH: usize = 60;

/// The most days before the visit that a template can name.
const MOST_DAYS_BEFORE: u16 = 365;

/// What the lists of tasks share. Cheap to copy.
#[derive(Clone, Copy)]
pub struct TasksScreen {
    /// Which task the panel shows.
    opened: Opened,
    is_template: bool,
    dates: Derived<Option<Dates>>,
    people: Derived<Vec<Choice>>,
}

impl TasksScreen {
    /// Returns what the lists of the open document share.
    pub fn new(opened: Opened) -> Self {
        let open = OpenExchange::expect();
        let (about, exchange) = (open.about(), open.exchange());
        let people = move || {
            let people = exchange.with(named_people).into_iter();
            people.map(|(id, name)| Choice::new(id.as_str(), name)).collect::<Vec<_>>()
        };
        Self {
            opened,
            is_template: open.kind() == Kind::Template,
            dates: settled(memo(move || about.with(|about| about.dates))),
            people: settled(memo(people)),
        }
    }
}

fn rows_of(side: Side) -> Rows<Task> {
    let open = OpenExchange::expect();
    let exchange = open.exchange();
    let ids = memo(move || {
        exchange.with(|exchange| {
            let mut ids = rank::ordered(&exchange.tasks);
            ids.retain(|id| exchange.tasks[id].side == side);
            ids
        })
    });
    Rows::of(open, "task", side.word(), ids, |it, rank| it.rank = rank)
}

/// The list of one side.
pub fn tasks(screen: TasksScreen, side: Side) -> AnyView {
    let exchange = OpenExchange::expect().exchange();
    let rows = rows_of(side);
    let progress = memo(move || {
        // A template is never worked through.
        if screen.is_template {
            return None;
        }
        exchange.with(|exchange| {
            let of_side = exchange.tasks.values().filter(|task| task.side == side);
            let (all, done) =
                of_side.fold((0, 0), |(all, done), task| (all + 1, done + usize::from(task.done)));
            (all > 0).then(|| say!(prepare.tasks_done, done = done, all = all))
        })
    });
    let owners = Assign::new(
        rows,
        say!(prepare.assign_owners),
        screen.people,
        |it: &Task| it.owner.as_ref(),
        |it, person| it.owner = Some(person),
    );
    let add = Callback::new(move |()| rows.add(Task { side, ..Task::default() }));
    RecordList::new(format!("tasks-{}", side.word()), name_of(side))
        .below(el("p").class("list__sub num").has(move || progress.get()).view())
        .tools(owners.button())
        .under(owners.form())
        .empty(say!(prepare.no_tasks))
        .with(rows, move |id| task_row(id, rows, screen, side), (say!(prepare.add_task), add))
}

fn name_of(side: Side) -> &'static str {
    match side {
        Side::Host => say!(prepare.host_tasks),
        Side::Visitors => say!(prepare.visitor_tasks),
        Side::Liaison => say!(prepare.liaison_tasks),
    }
}

/// One task.
fn task_row(id: Id, rows: Rows<Task>, screen: TasksScreen, side: Side) -> AnyView {
    let TasksScreen { opened, is_template, dates, .. } = screen;
    let row = Row::<Task>::new(OpenExchange::expect(), &id);
    let name = name(row, rows, side);
    let is_done = row.get(|it| it.done);
    let due = due_on(row, dates);
    let overdue = memo(move || due.get().filter(|due| *due < clock::today() && !is_done.get()));
    let owner = fact(row, Task::OWNER);
    let when = memo(move || match (is_template, due.get()) {
        // Said as the warning.
        (false, Some(_)) if overdue.get().is_some() => None,
        (false, Some(day)) => Some(say!(prepare.due_on, day = format::day(day))),
        _ => row.get_now(|it| it.days_before.map(days_before)),
    });
    let lead = match is_template {
        true => Lead::Opens(
            icon(icondata::LuSquare).view(),
            memo(move || say!(prepare.open_task, task = name.get())),
        ),
        false => Lead::Own(
            tick(
                memo(move || say!(prepare.done, task = name.get())),
                is_done,
                row.set(|it: &mut Task, done| it.done = done),
            )
            .view(),
        ),
    };
    let who = memo(move || {
        (!is_template).then(|| owner.get().unwrap_or(say!(prepare.no_owner).to_owned()))
    });
    RecordRow {
        lead,
        is_done,
        words: words(row, rows, side).id(rows.field(&id)).view(),
        warning: memo(move || {
            overdue.get().map(|day| say!(prepare.was_due, day = format::day(day)))
        }),
        facts: vec![row_fact(who), row_fact(when)],
        tools: row_menu(
            rows,
            id.clone(),
            memo(move || say!(prepare.more_for_task, task = name.get())),
            move || name.get_untracked(),
            Some(open_item(opened, &row.address())),
        ),
    }
    .view(opened, row.address())
}

/// The panel of one task; another one where it goes to another list.
pub fn task_panel(screen: TasksScreen, id: &Id) -> AnyView {
    let row = Row::<Task>::new(OpenExchange::expect(), id);
    switch(
        move || row.get_now(|it| Some(it.side)),
        move |side| panel_in(screen, row, side.unwrap_or(Side::Visitors)),
    )
}

fn panel_in(screen: TasksScreen, row: Row<Task>, side: Side) -> AnyView {
    let TasksScreen { opened, is_template, dates, .. } = screen;
    let rows = rows_of(side);
    let panel = RecordPanel::new(
        row,
        rows,
        opened,
        address_words::kind("tasks"),
        words(row, rows, side),
        name(row, rows, side),
    );
    if is_template {
        return panel.group(say!(prepare.due), counted_back(row)).view();
    }
    panel
        .group(
            say!(prepare.who_and_when),
            (
                FieldInput::new(row, Task::OWNER).none(say!(prepare.no_owner)),
                OneDay::new(say!(prepare.due), due_on(row, dates), move |day| {
                    row.change(|it| it.due = day);
                }),
                state(row, dates),
                FieldInput::new(row, Task::DONE),
            ),
        )
        .group(
            say!(plan.group_about),
            (FieldInput::new(row, Task::SIDE), FieldInput::new(row, Task::NOTE)),
        )
        .view()
}

fn label(row: Row<Task>, rows: Rows<Task>, side: Side) -> Derived<String> {
    let number = rows.number(&row.id());
    memo(move || say!(prepare.task_number, side = name_of(side), number = number.get()))
}

fn name(row: Row<Task>, rows: Rows<Task>, side: Side) -> Derived<String> {
    let label = label(row, rows, side);
    memo(move || {
        let text = row.get_now(|it| it.text.clone());
        match text.trim() {
            "" => label.get(),
            text => address_words::shortened(text, NAME_LENGTH),
        }
    })
}

/// Its own words, edited where they stand.
fn words(row: Row<Task>, rows: Rows<Task>, side: Side) -> InPlace {
    let name = name(row, rows, side);
    let new = move || Task { side, ..Task::default() };
    let set = row.set(|it: &mut Task, text| it.text = text);
    InPlace::line(label(row, rows, side), row.get(|it| it.text.clone()), set)
        .placeholder(say!(prepare.task_placeholder))
        .on_paste(move |text| {
            rows.paste_lines(&row.id(), text, |it| &it.text, |it, text| it.text = text, new)
        })
        .on_enter(move |()| rows.add_after(&row.id(), new()))
        .on_remove(move |()| rows.remove_emptied(&row.id(), name.get_untracked()))
}

fn due_on(row: Row<Task>, dates: Derived<Option<Dates>>) -> Derived<Option<chrono::NaiveDate>> {
    memo(move || row.get_now(|it| it.due_on(dates.get())))
}

/// When it is due: counted back from the visit, or overdue; nothing once it is done.
fn state(row: Row<Task>, dates: Derived<Option<Dates>>) -> AnyView {
    let due = due_on(row, dates);
    let is_done = row.get(|it| it.done);
    let counted = row.get(|it| it.due.is_none().then_some(it.days_before).flatten());
    let overdue = memo(move || due.get().filter(|due| *due < clock::today() && !is_done.get()));
    let is_any = move || !is_done.get() && (counted.get().is_some() || overdue.get().is_some());
    when(is_any, move || {
        el("p").class("item__meta").has((
            move || {
                overdue.get().map(|day| {
                    el("span").class("badge").attr("data-state", "warn").has((
                        icon(icondata::LuTriangleAlert),
                        say!(prepare.overdue, day = format::long_day(day)),
                    ))
                })
            },
            move || counted.get().map(days_before),
        ))
    })
    .view()
}

/// Returns "30 days before the visit".
fn days_before(days: u16) -> String {
    match days {
        0 => say!(prepare.on_the_day).to_owned(),
        1 => say!(prepare.days_before_one).to_owned(),
        days => say!(prepare.days_before, days = days),
    }
}

/// How many days before the visit it is to be done, in a template, which has neither days nor people.
fn counted_back(row: Row<Task>) -> NumberField {
    NumberField {
        label: say!(prepare.days_before_field),
        less: say!(prepare.days_less).to_owned(),
        more: say!(prepare.days_more).to_owned(),
        value: row.get(|it| it.days_before.unwrap_or_default()),
        step: 1,
        least: 0,
        most: MOST_DAYS_BEFORE,
        on_change: Act::from(move |days| row.change(|it| it.days_before = Some(days))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_long_before_the_visit_is_said_in_words() {
        assert_eq!(days_before(0), "on the first day of the visit");
        assert_eq!(days_before(1), "1 day before the visit");
        assert_eq!(days_before(30), "30 days before the visit");
    }
}
