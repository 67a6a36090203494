//! The exchanges of a file: how each compares with what is here, and what to do with it.

use crate::ui::{Choice, Content, el, icon, memo, segmented};
use leptos::prelude::*;

use super::news::{news_details, news_sentence};
use super::remarks::distrust_line;
use crate::model::Exchange;
use crate::pages::who::joined;
use crate::pages::words::counted;
use crate::pages::{address_words, format, title_of};
use crate::workspace::{Incoming, IncomingExchange, Standing, Taking};

/// The list of a file's exchanges.
///
/// - `incoming`: The file.
pub fn exchanges(incoming: RwSignal<Incoming>) -> AnyView {
    let exchanges = incoming.with_untracked(|incoming| incoming.exchanges.clone());
    let count = exchanges.len();
    let title =
        counted(count, say!(open.exchanges_one), |count| say!(open.exchanges_many, count = count));
    let rows = exchanges
        .into_iter()
        .enumerate()
        .map(|(at, exchange)| row(incoming, at, exchange))
        .collect::<Vec<_>>();
    el("section")
        .class("panel")
        .attr("aria-labelledby", "incoming-title")
        .has((
            el("div").class("panel__head").has(el("h2").id("incoming-title").has(title)),
            el("ul").class("rows query").has(rows),
        ))
        .view()
}

/// One exchange of the file: what it is, and what to do with it.
///
/// - `at`: Its place in the file.
fn row(incoming: RwSignal<Incoming>, at: usize, exchange: IncomingExchange) -> AnyView {
    let title = title_of(&exchange.exchange.about);
    let lines = lines(&exchange).into_iter().map(|line| el("p").class("incoming__what").has(line));
    let deleted = exchange.deleted_by_sender.then(|| {
        el("p")
            .class("note-line")
            .attr("data-state", "warn")
            .has((icon(icondata::LuTriangleAlert), el("span").has(say!(open.what_deleted))))
    });
    let distrust = exchange.distrust.map(|why| distrust_line(why, exchange.standing));
    let choices: Vec<Choice> = exchange
        .choices()
        .iter()
        .map(|taking| Choice::new(taking.word(), taking_words(*taking, &exchange)))
        .collect();
    let value =
        memo(move || incoming.with(|incoming| incoming.exchanges[at].taking.word().to_owned()));
    let choose = move |word: String| {
        if let Some(taking) = Taking::from_word(&word) {
            incoming.update(|incoming| incoming.exchanges[at].taking = taking);
        }
    };
    let decision = (!choices.is_empty()).then(|| {
        segmented(
            say!(open.what_to_do, title = title.clone()),
            format!("taking-{at}"),
            choices,
            value,
            choose,
        )
    });
    el("li")
        .class("incoming")
        .has((
            el("div").has((
                el("h3").class("incoming__name").has((title, " ", badges(exchange.clone()))),
                lines.collect::<Vec<_>>(),
                deleted,
                distrust,
                news_details(exchange),
            )),
            decision,
        ))
        .view()
}

/// How an exchange of the file compares with what is here, as signs.
fn badges(exchange: IncomingExchange) -> AnyView {
    let (tone, sign, text) = match exchange.standing {
        Standing::New => ("ok", Some(icondata::LuPlus), say!(open.standing_new).to_owned()),
        Standing::HasNews => ("info", None, say!(open.standing_news).to_owned()),
        Standing::NothingNew => ("open", None, say!(open.standing_nothing).to_owned()),
        Standing::Differs => (
            "warn",
            Some(icondata::LuTriangleAlert),
            say!(open.standing_differs, count = exchange.conflicts.len()),
        ),
    };
    (
        el("span").class("badge").attr("data-state", tone).has((sign.map(icon), text)),
        exchange.in_trash_here.then(|| {
            (
                " ",
                el("span")
                    .class("badge")
                    .attr("data-state", "warn")
                    .has((icon(icondata::LuTrash2), say!(open.in_trash))),
            )
        }),
    )
        .view()
}

/// Returns what is said of an exchange: who and when, and what taking it in would change.
fn lines(exchange: &IncomingExchange) -> Vec<String> {
    let mut lines = vec![who_and_when(&exchange.exchange)];
    lines.push(match exchange.standing {
        Standing::New => match contents(&exchange.exchange) {
            what if what.is_empty() => say!(open.what_new_empty).to_owned(),
            what => say!(open.what_new, what = what),
        },
        Standing::NothingNew => say!(open.what_nothing).to_owned(),
        Standing::HasNews | Standing::Differs if exchange.news.is_empty() => {
            say!(open.what_unseen).to_owned()
        }
        Standing::HasNews | Standing::Differs => {
            say!(open.what_news, news = news_sentence(exchange))
        }
    });
    if exchange.standing == Standing::Differs {
        let count = exchange.conflicts.len();
        lines.push(counted(count, say!(open.what_differs_one), |count| {
            say!(open.what_differs_many, count = count)
        }));
    }
    if exchange.in_trash_here {
        lines.push(say!(open.what_in_trash).to_owned());
    }
    lines
}

fn who_and_when(exchange: &Exchange) -> String {
    say!(
        open.who_when,
        hosts = joined(&exchange.hosts(), say!(app.no_host)),
        visitors = joined(&exchange.visitors(), say!(app.no_visitors)),
        dates = exchange.about.dates.map_or_else(|| say!(app.dates_open).to_owned(), format::range),
    )
}

/// Returns "12 sessions, 4 people, 3 notes": what a new exchange holds.
fn contents(exchange: &Exchange) -> String {
    [
        ("sessions", exchange.sessions.len()),
        ("people", exchange.people.len()),
        ("objectives", exchange.objectives.len()),
        ("questions", exchange.questions.len()),
        ("notes", exchange.notes.len()),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .map(|(collection, count)| address_words::records(collection, count))
    .collect::<Vec<_>>()
    .join(say!(open.list_separator))
}

fn taking_words(taking: Taking, exchange: &IncomingExchange) -> &'static str {
    match taking {
        Taking::Take if exchange.in_trash_here => say!(open.take_restore),
        Taking::Take if exchange.standing == Standing::New => say!(open.take_add),
        Taking::Take if exchange.deleted_by_sender => say!(open.take_delete),
        Taking::Take => say!(open.take_merge),
        Taking::Copy => say!(open.take_copy),
        Taking::Skip => say!(open.take_skip),
    }
}
