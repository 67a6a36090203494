//! What has to be done, list by list, with owners and days counted back from the visit.

use leptos::prelude::*;

use crate::browser::clock;
use crate::model::{Dates, Id, Kind, Side, Task, rank};
use crate::pages::days::OneDay;
use crate::pages::exchange::people::{choices_of_people, person_of};
use crate::pages::exchange::rows::menu::row_menu;
use crate::pages::exchange::rows::{Row, Rows};
use crate::pages::{address_words, format};
use crate::ui::{
    Act, Choice, Content, Derived, InPlace, NumberField, Select, button, each, el, icon, memo,
    settled, tick, when,
};
use crate::workspace::OpenExchange;

/// How many characters of a task's words stand in the names of its fields.
const NAME_LENGTH: usize = 60;

/// The most days before the visit that a template can name.
const MOST_DAYS_BEFORE: u16 = 365;

/// What the rows of a list have in common. Cheap to copy.
#[derive(Clone, Copy)]
struct Common {
    side: Side,
    is_template: bool,
    dates: Derived<Option<Dates>>,
    people: Derived<Vec<Choice>>,
}

/// The list of one side.
pub fn tasks(side: Side) -> AnyView {
    let open = OpenExchange::expect();
    let exchange = open.exchange();
    let ids = memo(move || {
        exchange.with(|exchange| {
            let mut ids = rank::ordered(&exchange.tasks);
            ids.retain(|id| exchange.tasks[id].side == side);
            ids
        })
    });
    let rows = Rows::<Task>::of(open, "task", side.word(), ids, |it, rank| it.rank = rank);
    let is_template = open.kind() == Kind::Template;
    let about = open.about();
    let common = Common {
        side,
        is_template,
        dates: settled(memo(move || about.with(|about| about.dates))),
        people: settled(choices_of_people(say!(prepare.no_owner))),
    };
    let progress = memo(move || {
        // A template is never worked through.
        if is_template {
            return None;
        }
        exchange.with(|exchange| {
            let of_side = exchange.tasks.values().filter(|task| task.side == side);
            let (all, done) =
                of_side.fold((0, 0), |(all, done), task| (all + 1, done + usize::from(task.done)));
            (all > 0).then(|| say!(prepare.tasks_done, done = done, all = all))
        })
    });
    let title_id = format!("tasks-{}", side.word());
    el("section")
        .class("panel")
        .attr("aria-labelledby", title_id.clone())
        .has((
            el("div").class("panel__head").has((
                el("h2").id(title_id).has(name_of(side)),
                el("span").class("soft num").has(move || progress.get()),
            )),
            when(
                move || ids.with(Vec::is_empty),
                || el("div").class("empty").has(el("p").has(say!(prepare.no_tasks))),
            ),
            el("ul").class("rows query").flag("data-long", rows.is_long()).has((
                each(move || ids.get(), move |id| task_row(id, rows, common)),
                el("li").class("add-row").has(
                    button("button button--quiet")
                        .id(rows.add_button())
                        .on_click(move || rows.add(Task { side, ..Task::default() }))
                        .has((icon(icondata::LuPlus), el("span").has(say!(prepare.add_task)))),
                ),
            )),
        ))
        .view()
}

fn name_of(side: Side) -> &'static str {
    match side {
        Side::Host => say!(prepare.host_tasks),
        Side::Visitors => say!(prepare.visitor_tasks),
        Side::Liaison => say!(prepare.liaison_tasks),
    }
}

/// One task.
fn task_row(id: Id, rows: Rows<Task>, common: Common) -> AnyView {
    let Common { side, is_template, dates, people } = common;
    let row = Row::<Task>::new(OpenExchange::expect(), &id);
    let number = rows.number(&id);
    let text = row.get(|it| it.text.clone());
    let label =
        memo(move || say!(prepare.task_number, side = name_of(side), number = number.get()));
    let name = memo(move || {
        let text = text.get();
        if text.trim().is_empty() {
            label.get()
        } else {
            address_words::shortened(&text, NAME_LENGTH)
        }
    });
    let add_next = move |()| rows.add_after(&row.id(), Task { side, ..Task::default() });
    el("li")
        .class("item task")
        .attr("data-done", {
            let done = row.get(|it| it.done);
            move || done.get().then_some("true")
        })
        .has((
            (!is_template).then(|| {
                tick(
                    memo(move || say!(prepare.done, task = name.get())),
                    row.get(|it| it.done),
                    row.set(|it: &mut Task, done| it.done = done),
                )
            }),
            el("div").class("item__body").has((
                InPlace::line(label, text, row.set(|it: &mut Task, text| it.text = text))
                    .id(rows.field(&id))
                    .placeholder(say!(prepare.task_placeholder))
                    .on_paste(move |text| {
                        let new = || Task { side, ..Task::default() };
                        rows.paste_lines(
                            &row.id(),
                            text,
                            |it| &it.text,
                            |it, text| it.text = text,
                            new,
                        )
                    })
                    .on_enter(add_next)
                    .on_remove(move |()| rows.remove_emptied(&row.id(), name.get_untracked())),
                (!is_template).then(|| state(row, dates)),
                el("div").class("item__more").has(if is_template {
                    counted_back(row).view()
                } else {
                    el("div")
                        .class("field-grid")
                        .has((
                            owner(row, name, people),
                            OneDay::new(
                                memo(move || say!(prepare.due_of, task = name.get())),
                                due_on(row, dates),
                                move |day| row.change(|it| it.due = day),
                            )
                            .quiet(),
                        ))
                        .view()
                }),
            )),
            el("div").class("item__tools").has(row_menu(
                rows,
                id,
                memo(move || say!(prepare.more_for_task, task = name.get())),
                move || name.get_untracked(),
                None,
            )),
        ))
        .view()
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

/// Who does it: somebody of the roster.
fn owner(row: Row<Task>, name: Derived<String>, people: Derived<Vec<Choice>>) -> Select {
    Select::new(
        memo(move || say!(prepare.owner_of, task = name.get())),
        people,
        row.get(|it| it.owner.as_ref().map(ToString::to_string).unwrap_or_default()),
        row.set(|it: &mut Task, word: String| {
            it.owner = person_of(word);
        }),
    )
    .quiet()
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
