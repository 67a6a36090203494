//! One topic, whole: what a visit on it would be.

use leptos::prelude::*;

use super::add::add_to_toolkit;
use super::files::File;
use super::focus::tags;
use super::{Item, Reader, outward};
use crate::library::{SearchKind, Topic, TopicSession, TopicTask, Wording};
use crate::pages::{format, go, words};
use crate::route::{Screen, Shelf, Step};
use crate::ui::{Content, El, button, el, icon};
use crate::workspace::{Start, Workspace};

/// The topic with this id.
pub fn topic(reader: Reader, id: &str) -> AnyView {
    let id = id.to_owned();
    let back = el("a")
        .class("no-print")
        .attr("href", Screen::Library { shelf: Shelf::Topics, item: None }.href())
        .has((icon(icondata::LuChevronLeft), say!(library.all_topics)));
    let shown = reader.library.catalogue.drawn(move |catalogue| match catalogue.card(&id) {
        Some(card) => {
            File::ask(card.file.clone(), Topic::read).drawn(move |topic| whole(reader, &topic))
        }
        None => el("p").has(say!(library.no_such_topic)).view(),
    });
    (back, shown).view()
}

fn whole(reader: Reader, topic: &Topic) -> AnyView {
    let item = Item {
        kind: SearchKind::Topic,
        id: topic.id.clone(),
        title: topic.title.clone(),
        note: topic.summary.clone(),
    };
    let workspace = Workspace::expect();
    let id = topic.id.clone();
    let plan = move || {
        workspace.change_draft(|draft| draft.start = Some(Start::Topic(id.clone())));
        go(&Screen::New(Step::Organisations));
    };
    let is_british = topic.wording == Wording::Uk;
    let days = (1..=topic.days).map(|day| agenda(topic, day)).collect::<Vec<_>>();
    el("article")
        .class("stack")
        .attr("lang", if is_british { "en-GB" } else { "en-US" })
        .has((
            el("header").class("stack stack--tight").has((
                el("h2").class("shelf-title").has(topic.title.clone()),
                el("p").class("measure").has(topic.summary.clone()),
                tags(&topic.focus_areas),
                el("div").class("cluster no-print").has(
                    button("button button--primary")
                        .on_click(plan)
                        .has((icon(icondata::LuPlus), el("span").has(say!(library.plan_from)))),
                ),
                add_to_toolkit(reader, item),
            )),
            panel(say!(plan.goal), el("p").has(topic.goal.clone()).view()),
            panel(say!(plan.objectives), list(topic.objectives.iter().map(|it| it.text.clone()))),
            panel(say!(plan.outcomes), list(topic.outcomes.iter().map(|it| it.text.clone()))),
            panel(say!(app.agenda), days.view()),
            panel(say!(app.questions), questions(topic)),
            panel(say!(library.people_to_meet), list(topic.people_to_meet.iter().cloned())),
            panel(say!(library.people_to_send), list(topic.people_to_send.iter().cloned())),
            panel(say!(library.host_checklist), tasks(&topic.host_checklist)),
            panel(say!(library.preparation), tasks(&topic.preparation)),
            panel(say!(plan.resources), resources(topic)),
            source(topic),
        ))
        .view()
}

fn panel(title: &'static str, content: AnyView) -> El {
    el("section").class("panel").has((
        el("div").class("panel__head").has(el("h3").has(title)),
        el("div").class("panel__body").has(content),
    ))
}

fn list(texts: impl Iterator<Item = String>) -> AnyView {
    let items = texts.map(|text| el("li").has(text)).collect::<Vec<_>>();
    el("ul").class("bullets").has(items).view()
}

fn agenda(topic: &Topic, day: u8) -> El {
    let rows = topic.sessions_of_day(day).into_iter().map(session).collect::<Vec<_>>();
    el("section").class("stack stack--tight").has((
        (topic.days > 1).then(|| el("h4").has(say!(library.day, day = day))),
        el("ol").class("program").has(rows),
    ))
}

fn session(session: &TopicSession) -> El {
    let points = session.points.iter().map(|point| el("li").has(point.clone()));
    el("li").class("program__row").has((
        el("span").class("num soft").has(format::times(session.slot())),
        el("div").has((
            el("p").has((
                el("b").has(session.title.clone()),
                " ",
                (!session.is_break())
                    .then(|| el("span").class("soft").has(words::of(session.kind))),
            )),
            (!session.who.is_empty()).then(|| el("p").class("soft").has(session.who.clone())),
            (!session.points.is_empty())
                .then(|| el("ul").class("bullets").has(points.collect::<Vec<_>>())),
        )),
    ))
}

fn questions(topic: &Topic) -> AnyView {
    let row = |question: &crate::library::TopicQuestion| {
        el("li").has((
            question.text.clone(),
            question.headline.then(|| {
                (
                    " ",
                    el("span")
                        .class("badge")
                        .attr("data-state", "info")
                        .has(say!(library.headline)),
                )
            }),
        ))
    };
    el("ol").class("bullets").has(topic.questions.iter().map(row).collect::<Vec<_>>()).view()
}

fn tasks(tasks: &[TopicTask]) -> AnyView {
    let row = |task: &TopicTask| {
        el("li").has((
            task.text.clone(),
            " ",
            el("span").class("soft num").has(say!(library.days_before, days = task.days_before)),
        ))
    };
    el("ul").class("bullets").has(tasks.iter().map(row).collect::<Vec<_>>()).view()
}

fn resources(topic: &Topic) -> AnyView {
    let row = |it: &crate::library::TopicResource| {
        el("li").has(outward(it.address.clone(), it.title.clone()))
    };
    el("ul").class("bullets").has(topic.resources.iter().map(row).collect::<Vec<_>>()).view()
}

fn source(topic: &Topic) -> El {
    let source = &topic.source;
    el("footer").class("soft measure stack stack--tight").has((
        el("p").has((
            say!(library.source, source = source.name.as_str()),
            source.address.clone().map(|address| (" ", outward(address.clone(), address))),
        )),
        el("p").has(source.note.clone()),
    ))
}
