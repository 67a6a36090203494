//! Room on this device: what takes how much, and what can leave.

use crate::ui::{
    Content, Derived, Toast, Toasts, button, each_by, el, icon, key_of, memo, when, when_else,
};
use leptos::prelude::*;

use super::leaving::{Leaving, Step, remove_button, save_button};
use crate::browser::clock;
use crate::model::Phase;
use crate::order;
use crate::outputs::file_name::file_name;
use crate::pages::words::counted;
use crate::pages::{format, title_of};
use crate::store::Room;
use crate::workspace::{Fullness, OpenDocument, OpenExchange, Workspace, percent_used};

/// What takes how much room on this device, and the ways to make room.
pub fn room() -> AnyView {
    let workspace = Workspace::expect();
    let room = memo(move || workspace.room());
    el("section")
        .class("panel")
        .attr("aria-labelledby", "settings-room")
        .has((
            el("div")
                .class("panel__head")
                .has(el("h2").id("settings-room").has(say!(settings.room))),
            el("ul").class("rows query").has((
                el("li").class("stack stack--close").has((total(room), parts(room))),
                older(),
                trash(),
                finished(),
            )),
        ))
        .view()
}

/// The meter over all parts.
fn total(room: Derived<Room>) -> AnyView {
    let used = memo(move || room.with(Room::total));
    let percent = memo(move || percent_used(used.get()));
    let says = move || say!(settings.room_total, used = size(used.get()), percent = percent.get());
    let tone = move || (Fullness::of(used.get()) != Fullness::Roomy).then_some("warn");
    el("div")
        .class("stack stack--tight")
        .has((
            el("div")
                .class("meter")
                .attr("data-state", tone)
                .attr("role", "meter")
                .attr("aria-label", say!(home.storage_used))
                .attr("aria-valuemin", "0")
                .attr("aria-valuemax", "100")
                .attr("aria-valuenow", percent)
                .attr("aria-valuetext", says)
                .has(el("span").var("--part", move || percent.get().to_string())),
            el("p").class("num").has(says),
        ))
        .view()
}

/// The parts, those that take nothing left out.
fn parts(room: Derived<Room>) -> AnyView {
    let rows = move || {
        let room = room.get();
        let parts = [
            (say!(settings.room_exchanges), room.exchanges),
            (say!(settings.room_tails), room.tails),
            (say!(settings.room_older), room.older),
            (say!(settings.room_damaged), room.damaged),
            (say!(settings.room_rest), room.rest),
            (say!(settings.room_others), room.others),
        ];
        let taken = parts.into_iter().filter(|(_, characters)| *characters > 0);
        taken
            .map(|(name, characters)| {
                el("div").has((el("dt").has(name), el("dd").class("num").has(size(characters))))
            })
            .collect::<Vec<_>>()
    };
    el("dl").class("parts").has(rows).view()
}

/// Exchanges as they were when the app was opened.
fn older() -> AnyView {
    let workspace = Workspace::expect();
    let toasts = Toasts::expect();
    let spare = memo(move || workspace.spare_characters());
    let remove = move || {
        let freed = spare.get_untracked();
        workspace.remove_spare();
        toasts.show(Toast::new(say!(settings.older_removed, size = size(freed))));
    };
    when(
        move || spare.get() > 0,
        move || {
            el("li").class("setting").has((
                el("p").has((
                    say!(settings.older),
                    el("small").has(move || say!(settings.older_hint, size = size(spare.get()))),
                )),
                button("button").on_click(remove).has(say!(settings.older_remove)),
            ))
        },
    )
    .view()
}

/// The exchanges in the trash.
fn trash() -> AnyView {
    let (workspace, toasts) = (Workspace::expect(), Toasts::expect());
    let trash = workspace.trash();
    let leaving = Leaving::new("trash".to_owned());
    let says = move || {
        let all = trash.get();
        let size = size(workspace.characters_of(&all));
        counted(all.len(), say!(settings.trash_one), |count| {
            say!(settings.trash_many, count = count)
        }) + " "
            + &say!(settings.trash_hint, size = size)
    };
    let empty = move || {
        let all = trash.get_untracked();
        leaving.step.set(Step::Before);
        let refused = all.iter().filter(|open| workspace.remove(open).is_err()).count();
        let message =
            if refused > 0 { say!(settings.leave_refused) } else { say!(settings.trash_emptied) };
        toasts.show(Toast::new(message.to_owned()));
    };
    let save = move || {
        let name = format!("{}-{}.json", say!(settings.trash_file), clock::today());
        let trash: Vec<OpenDocument> =
            trash.with_untracked(|trash| trash.iter().map(OpenExchange::document).collect());
        leaving.save(workspace, toasts, &trash, name);
    };
    let question = move |step| match step {
        Step::Saved => say!(settings.trash_saved, name = leaving.file_name()),
        _ => say!(settings.trash_question).to_owned(),
    };
    let ways = move |step| {
        (
            (step != Step::Saved).then(|| save_button(say!(settings.trash_save), save)),
            remove_button(say!(settings.trash_now), empty),
        )
            .view()
    };
    when(
        move || trash.with(|trash| !trash.is_empty()),
        move || {
            el("li").class("stack stack--close").has((
                el("div").class("setting").has((
                    el("p").has((say!(settings.trash), el("small").has(says))),
                    button("button")
                        .id(leaving.button_id())
                        .on_click(move || leaving.ask())
                        .has(say!(settings.trash_empty)),
                )),
                leaving.question("warn", question, ways),
            ))
        },
    )
    .view()
}

/// The exchanges whose visit is over, the oldest first.
fn finished() -> AnyView {
    let workspace = Workspace::expect();
    let exchanges = workspace.exchanges();
    let finished = memo(move || {
        let today = clock::today();
        let mut found: Vec<_> = exchanges
            .get()
            .into_iter()
            .filter_map(|id| {
                let dates = workspace.summary_now(&id).dates;
                let is_over = Phase::by(today, dates) == Phase::Assess;
                let open = is_over.then(|| workspace.find(&id)).flatten()?;
                Some((dates.map(|dates| dates.last), open))
            })
            .collect();
        order::sort_by(&mut found, |(a, _), (b, _)| a.cmp(b));
        found.into_iter().map(|(_, open)| open).collect::<Vec<_>>()
    });
    (
        el("li").has(el("p").class("setting__intro").has((
            say!(settings.archive),
            el("small").has(when_else(
                move || finished.with(Vec::is_empty),
                || say!(settings.archive_none),
                || say!(settings.archive_hint),
            )),
        ))),
        each_by(move || finished.get(), |open| key_of(&open.id()), row),
    )
        .view()
}

/// An exchange that can be archived.
fn row(open: OpenExchange) -> AnyView {
    let (workspace, toasts) = (Workspace::expect(), Toasts::expect());
    let about = open.about();
    let leaving = Leaving::new(format!("archive-{}", open.id()));
    let title = memo(move || about.with(title_of));
    let says = move || {
        let when = about.with(|about| about.dates.map(format::range)).unwrap_or_default();
        say!(settings.archive_row, when = when, size = size(workspace.characters_of(&[open])))
    };
    let save = move || {
        let title = about.with_untracked(|about| about.title.clone());
        let name = file_name(&title, say!(send.untitled_file), clock::today(), "json");
        leaving.save(workspace, toasts, &[open.document()], name);
    };
    let remove = move || {
        if !leaving.is_as_saved(workspace, &[open.document()]) {
            return;
        }
        let message = match workspace.archive(&open, leaving.file_name()) {
            Ok(()) => say!(settings.archived, title = title.get_untracked()),
            Err(_) => say!(settings.leave_refused).to_owned(),
        };
        toasts.show(Toast::new(message));
    };
    let question = move |step| match step {
        Step::Changed => say!(settings.archive_changed).to_owned(),
        _ => say!(settings.archive_question, name = leaving.file_name()),
    };
    let ways = move |step| match step {
        Step::Changed => save_button(say!(settings.save_again), save),
        _ => remove_button(say!(settings.archive_remove), remove),
    };
    el("li")
        .class("stack stack--close")
        .has((
            el("div").class("setting").has((
                el("p").has((title, el("small").has(says))),
                button("button")
                    .id(leaving.button_id())
                    .attr("aria-label", move || {
                        Some(say!(settings.archive_of, title = title.get()))
                    })
                    .on_click(save)
                    .has((icon(icondata::LuArchive), el("span").has(say!(settings.archive_save)))),
            )),
            leaving.question("info", question, ways),
        ))
        .view()
}

/// Returns characters as "84 kB": never less than they are.
fn size(characters: usize) -> String {
    say!(settings.kilobytes, count = characters.div_ceil(1000))
}
