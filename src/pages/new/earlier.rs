//! Step 1, with another document of this device: an earlier exchange, or a template of one's own.

use leptos::prelude::*;

use super::topic;
use crate::model::{Exchange, Id, Kind};
use crate::order;
use crate::pages::{named, words};
use crate::ui::{Choice, Content, Derived, Select, el, memo, when};
use crate::workspace::{Start, Workspace};

/// Returns what a new exchange takes over from another document; `None` if that is not here any more.
pub fn basis(workspace: Workspace, id: &Id) -> Option<Exchange> {
    let open = workspace.find(id).filter(|open| untrack(|| !open.is_deleted()))?;
    Some(open.exchange().with_untracked(Exchange::reusable))
}

/// Returns the documents to begin from: templates first, then exchanges, each in order of their titles.
fn documents(workspace: Workspace) -> Vec<Choice> {
    let of_kind = |kind: Kind| {
        let mut all: Vec<(String, Id)> = Vec::new();
        for id in workspace.all_now(kind) {
            all.push((named(&workspace.summary_now(&id).title), id));
        }
        order::sort_by(&mut all, Ord::cmp);
        all.into_iter()
            .map(move |(title, id)| Choice::new(id.as_str(), words::document_title(kind, title)))
    };
    of_kind(Kind::Template).chain(of_kind(Kind::Exchange)).collect()
}

/// Returns the documents to begin from; follows them.
fn choices() -> Derived<Vec<Choice>> {
    let workspace = Workspace::expect();
    memo(move || documents(workspace))
}

/// The card of this way, where there is anything to begin from.
pub fn way() -> AnyView {
    let choices = choices();
    let first = move || {
        let first = choices.with_untracked(|all| all.first().map(|it| Id::from(&*it.word)))?;
        Some(Start::Document(first))
    };
    when(
        move || choices.with(|all| !all.is_empty()),
        move || {
            topic::way(
                |start| matches!(start, Start::Document(_)),
                first,
                say!(create.earlier),
                say!(create.earlier_text),
            )
        },
    )
    .view()
}

/// The choice of the document, where this way was chosen.
pub fn choosing() -> AnyView {
    let workspace = Workspace::expect();
    let (choices, draft) = (choices(), workspace.draft());
    let chosen = memo(move || match draft.with(|draft| draft.start.clone()) {
        Some(Start::Document(id)) => Some(id.to_string()),
        _ => None,
    });
    let is_chosen = memo(move || chosen.with(Option::is_some));
    when(
        move || is_chosen.get(),
        move || {
            el("section").class("panel").attr("aria-label", say!(create.earlier)).has(
                el("div").class("panel__body stack stack--close").has((
                    Select::new(
                        say!(create.earlier_field),
                        choices,
                        memo(move || chosen.get().unwrap_or_default()),
                        move |word: String| {
                            let start = Start::Document(Id::from(word.as_str()));
                            workspace.change_draft(|draft| draft.start = Some(start));
                        },
                    ),
                    el("p").class("soft measure").has(say!(create.earlier_what)),
                )),
            )
        },
    )
    .view()
}
