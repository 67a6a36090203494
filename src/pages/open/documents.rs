//! The documents of a file: how each compares with what is here, and what to do with it.

use crate::ui::{Choice, Content, el, icon, memo, segmented};
use leptos::prelude::*;

use super::news::{news_details, news_sentence};
use super::remarks::distrust_line;
use crate::model::{Exchange, Kind, Programme};
use crate::pages::who::joined;
use crate::pages::words::counted;
use crate::pages::{address_words, format, named, title_of, words};
use crate::workspace::{Content as Says, Incoming, IncomingDocument, Standing, Taking};

/// The list of a file's documents.
///
/// - `incoming`: The file.
pub fn documents(incoming: RwSignal<Incoming>) -> AnyView {
    let documents = incoming.with_untracked(|incoming| incoming.documents.clone());
    let title = counts(&documents);
    let rows = documents
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

/// One document of the file: what it is, and what to do with it.
///
/// - `at`: Its place in the file.
fn row(incoming: RwSignal<Incoming>, at: usize, exchange: IncomingDocument) -> AnyView {
    let title = title(&exchange);
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
        memo(move || incoming.with(|incoming| incoming.documents[at].taking.word().to_owned()));
    let choose = move |word: String| {
        if let Some(taking) = Taking::from_word(&word) {
            incoming.update(|incoming| incoming.documents[at].taking = taking);
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

/// How a document of the file compares with what is here, as signs.
fn badges(exchange: IncomingDocument) -> AnyView {
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

/// Returns "2 exchanges, 1 site": how many documents there are of each kind.
fn counts(documents: &[IncomingDocument]) -> String {
    let of_kind = |kind: &Kind| {
        let count = documents.iter().filter(|it| it.entry().kind() == *kind).count();
        (count > 0).then(|| words::documents(*kind, count))
    };
    let counts: Vec<String> = Kind::ALL.iter().filter_map(of_kind).collect();
    if counts.is_empty() {
        return words::documents(Kind::Exchange, 0);
    }
    counts.join(say!(open.list_separator))
}

/// Returns what a document of a file is called.
pub fn title(document: &IncomingDocument) -> String {
    match &document.content {
        Says::Exchange(exchange) => {
            words::document_title(document.entry().kind(), title_of(&exchange.about))
        }
        Says::Programme(programme) => programme_title(programme),
    }
}

/// Returns what the programme of a site is called.
pub fn programme_title(programme: &Programme) -> String {
    words::document_title(Kind::Programme, named(&programme.site))
}

/// Returns what is said of a document: who and when, and what taking it in would change.
fn lines(exchange: &IncomingDocument) -> Vec<String> {
    let mut lines = match (&exchange.content, exchange.entry().kind()) {
        (Says::Exchange(exchange), Kind::Exchange) => vec![who_and_when(exchange)],
        (Says::Exchange(_), _) => Vec::new(),
        (Says::Programme(it), _) => {
            vec![say!(open.programme_line, trips = it.trips, hours = it.hours)]
        }
    };
    lines.push(match exchange.standing {
        Standing::New => match &exchange.content {
            Says::Programme(_) => say!(open.what_new_programme).to_owned(),
            Says::Exchange(exchange) => match contents(exchange) {
                what if what.is_empty() => say!(open.what_new_empty).to_owned(),
                what => say!(open.what_new, what = what),
            },
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
        ("resources", exchange.resources.len()),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .map(|(collection, count)| address_words::records(collection, count))
    .collect::<Vec<_>>()
    .join(say!(open.list_separator))
}

fn taking_words(taking: Taking, exchange: &IncomingDocument) -> &'static str {
    match taking {
        Taking::Take if exchange.in_trash_here => say!(open.take_restore),
        Taking::Take if exchange.standing == Standing::New => say!(open.take_add),
        Taking::Take if exchange.deleted_by_sender => say!(open.take_delete),
        Taking::Take => say!(open.take_merge),
        Taking::Copy => say!(open.take_copy),
        Taking::Skip => say!(open.take_skip),
    }
}
