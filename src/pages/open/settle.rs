//! The values that were changed here and in the file: both versions, and the choice between them.

use std::sync::Arc;

use crate::ui::{Choice, Content, button, el, memo, segmented, when};
use leptos::prelude::*;

use super::documents;
use super::versions::{Side, author, author_and_moment, version_card};
use crate::pages::address_words;
use crate::pages::words::counted;
use crate::workspace::{
    Incoming, IncomingConflict, IncomingDocument, Origin, Settling, Taking, Version,
};

/// The word of the choice that joins all versions.
const BOTH: &str = "both";

/// What is to be settled, exchange by exchange; only in those that are merged.
///
/// - `incoming`: The file.
pub fn settle(incoming: RwSignal<Incoming>) -> AnyView {
    let exchanges = incoming.with_untracked(|incoming| incoming.documents.clone());
    let panels = exchanges
        .into_iter()
        .enumerate()
        .filter(|(_, exchange)| !exchange.conflicts.is_empty())
        .map(|(at, exchange)| {
            let is_merged = memo(move || {
                incoming.with(|incoming| incoming.documents[at].taking == Taking::Take)
            });
            let exchange = Arc::new(exchange);
            when(move || is_merged.get(), move || panel(incoming, at, exchange.clone()))
        })
        .collect::<Vec<_>>();
    el("div").class("stack").has(panels).view()
}

/// The conflicts of one exchange.
///
/// - `at`: The exchange's place in the file.
fn panel(incoming: RwSignal<Incoming>, at: usize, exchange: Arc<IncomingDocument>) -> AnyView {
    let title_id = format!("settle-{at}");
    let title = counted(exchange.conflicts.len(), say!(open.settle_one), |count| {
        say!(open.settle_many, count = count)
    });
    let of = say!(open.settle_in, title = documents::title(&exchange));
    let rows = exchange
        .conflicts
        .iter()
        .enumerate()
        .map(|(nth, conflict)| {
            let exchange = exchange.clone();
            row(incoming, at, nth, conflict.clone(), exchange)
        })
        .collect::<Vec<_>>();
    el("section")
        .class("panel")
        .attr("aria-labelledby", title_id.clone())
        .has((
            el("div").class("panel__head").has(el("h2").id(title_id.clone()).has((
                title,
                " ",
                el("span").class("soft").has(of),
            ))),
            el("ol").class("rows query").has(rows),
        ))
        .view()
}

/// One conflict: its versions, and the choice between them.
///
/// - `nth`: The conflict's place in the exchange.
fn row(
    incoming: RwSignal<Incoming>,
    at: usize,
    nth: usize,
    conflict: IncomingConflict,
    exchange: Arc<IncomingDocument>,
) -> AnyView {
    let address = &conflict.conflict.address;
    let what = address_words::address(address, &exchange.names, exchange.entry().kind());
    let versions = &conflict.conflict.versions;
    let words = words_of(versions);
    let settling =
        memo(move || incoming.with(|incoming| incoming.documents[at].conflicts[nth].settling));
    let settle = move |settling: Settling| {
        incoming.update(|incoming| incoming.documents[at].conflicts[nth].settling = settling);
    };
    let is_open = memo(move || settling.get() == Settling::Open);
    let mut choices: Vec<Choice> = versions
        .iter()
        .zip(&words)
        .map(|(version, word)| Choice::new(word, choice_text(version, versions)))
        .collect();
    if conflict.both.is_some() {
        choices.push(Choice::new(BOTH, say!(open.both)));
    }
    let chosen = {
        let words = words.clone();
        memo(move || match settling.get() {
            Settling::Open => String::new(),
            Settling::Version(at) => words.get(at).cloned().unwrap_or_default(),
            Settling::Both => BOTH.to_owned(),
        })
    };
    let choose = move |word: String| {
        settle(match words.iter().position(|known| *known == word) {
            Some(at) => Settling::Version(at),
            None => Settling::Both,
        });
    };
    let texts: Vec<String> = versions
        .iter()
        .map(|version| address_words::value(address, &version.value, &exchange.names))
        .collect();
    let cards = versions
        .iter()
        .enumerate()
        .map(|(at, version)| {
            let side = if version.origin == Origin::Here { Side::Here } else { Side::Other };
            let by = say!(
                open.version_by,
                side = origin_words(version.origin),
                by = author_and_moment(version),
            );
            let other = texts.get(usize::from(at == 0)).cloned().unwrap_or_default();
            let text = texts[at].clone();
            version_card(side, by, version.author.clone(), text, other, None)
        })
        .collect::<Vec<_>>();
    let hint = (address.field() == "slot")
        .then(|| el("p").class("conflict__where").has(say!(open.settle_slot)));
    el("li")
        .class("conflict")
        .has((
            el("div").class("conflict__head").has((
                el("div").has((
                    el("h3").class("incoming__name").has((what.clone(), move || {
                        is_open.get().then(|| {
                            (
                                " ",
                                el("span")
                                    .class("badge")
                                    .attr("data-state", "warn")
                                    .has(say!(open.left_open)),
                            )
                        })
                    })),
                    hint,
                )),
                el("div").class("cluster").has((
                    segmented(what.clone(), format!("settle-{at}-{nth}"), choices, chosen, choose),
                    button("button button--quiet")
                        .attr("aria-pressed", move || is_open.get().to_string())
                        .attr("aria-label", say!(open.leave_open_of, what = what))
                        .on_click(move || settle(Settling::Open))
                        .has(say!(open.leave_open)),
                )),
            )),
            el("div").class("versions").has(cards),
        ))
        .view()
}

/// Returns the words of the versions' radio buttons: `here` and `file`, as the styles know them;
/// further ones of the same side are numbered.
fn words_of(versions: &[Version]) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for (at, version) in versions.iter().enumerate() {
        let word = if version.origin == Origin::Here { "here" } else { "file" };
        let is_taken = words.iter().any(|known| known == word);
        words.push(if is_taken { format!("{word}-{at}") } else { word.to_owned() });
    }
    words
}

/// Returns the side, or the author where one side has several versions.
fn choice_text(version: &Version, versions: &[Version]) -> String {
    let of_its_side = versions.iter().filter(|other| other.origin == version.origin).count();
    if of_its_side == 1 { origin_words(version.origin).to_owned() } else { author(version) }
}

fn origin_words(origin: Origin) -> &'static str {
    match origin {
        Origin::Here => say!(open.here),
        Origin::File => say!(open.in_file),
    }
}
