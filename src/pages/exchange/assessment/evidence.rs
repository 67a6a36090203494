//! Notes that say what was found, each to be taken over as evidence with one tap.

use crate::ui::{Content, Derived, button, each, el, icon, memo, when};
use leptos::prelude::*;

use crate::model::findings::{self, Findings};
use crate::model::{Assessment, Id, Note, visit};
use crate::pages::exchange::notes::note_row::first_words;
use crate::pages::{format, words};
use crate::workspace::OpenExchange;

/// How many notes are shown before a person asks for the rest.
const FIRST: usize = 3;

/// The promising practices, lessons and challenges that were noted for an objective.
///
/// - `objective`: The objective.
/// - `findings`: What came of it.
/// - `number`: The objective's number.
pub fn evidence_notes(
    objective: Id,
    findings: Derived<Findings>,
    number: Derived<usize>,
) -> AnyView {
    let shows_all = RwSignal::new(false);
    let count = memo(move || findings.with(|it| it.telling.len()));
    let shown = move || {
        let most = if shows_all.get() { usize::MAX } else { FIRST };
        findings.with(|it| it.telling.iter().take(most).cloned().collect::<Vec<_>>())
    };
    let is_cut = memo(move || !shows_all.get() && count.get() > FIRST);
    let objective = StoredValue::new(objective);
    let any = memo(move || count.get() > 0);
    when(
        move || any.get(),
        move || {
            el("div").class("evidence").has((
                each(shown, move |id| evidence_note(id, objective.get_value(), number)),
                when(
                    move || is_cut.get(),
                    move || {
                        el("div").class("cluster no-print").has(
                            button("button button--quiet")
                                .attr("aria-label", move || {
                                    say!(assess.all_of, count = count.get(), number = number.get())
                                })
                                .on_click(move || shows_all.set(true))
                                .has(move || say!(assess.all_notes, count = count.get())),
                        )
                    },
                ),
            ))
        },
    )
    .view()
}

/// One note, and the button that takes it as evidence.
///
/// - `id`: The note.
/// - `objective`: The objective whose evidence it may be.
/// - `number`: The objective's number.
fn evidence_note(id: Id, objective: Id, number: Derived<usize>) -> AnyView {
    let open = OpenExchange::expect();
    let exchange = open.exchange();
    let note = open.record::<Note>(&id);
    let note = memo(move || note.get().unwrap_or_default());
    let assessment = open.record::<Assessment>(&objective);
    let is_cited = memo(move || {
        let evidence = assessment.with(|it| it.as_ref().map(|it| it.evidence.clone()));
        note.with(|note| findings::cites(&evidence.unwrap_or_default(), &note.text))
    });
    let from = move || {
        let author = exchange.with(|it| note.with(|note| visit::author(it, note).to_owned()));
        let moment = note.with(|note| format::moment(&note.written_at));
        let parts = [author, moment].into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(", ")
    };
    let toggle = move |_| {
        let text = note.with_untracked(|note| note.text.clone());
        let cited = is_cited.get_untracked();
        open.change::<Assessment>(&objective, |assessment| {
            assessment.evidence = if cited {
                findings::uncite(&assessment.evidence, &text)
            } else {
                findings::cite(&assessment.evidence, &text)
            };
        });
    };
    let name = move || {
        let words = note.with(|note| first_words(&note.text));
        say!(assess.use_this, number = number.get(), note = words)
    };
    el("div")
        .class("spread")
        .has((
            el("p").has((
                el("b").has((move || note.with(|note| note.kind.map(words::of)), ".")),
                " ",
                move || note.with(|note| note.text.trim().to_owned()),
                " ",
                el("span").class("soft").has(from),
            )),
            button("button button--quiet no-print")
                .attr("aria-pressed", move || if is_cited.get() { "true" } else { "false" })
                .attr("aria-label", name)
                .on("click", toggle)
                .has((
                    move || is_cited.get().then(|| icon(icondata::LuCheck)),
                    el("span").has(say!(assess.use_note)),
                )),
        ))
        .view()
}
