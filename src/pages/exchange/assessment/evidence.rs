//! Notes that say what was found, each to be taken over as evidence with one tap.

use leptos::prelude::*;

use crate::model::findings::{self, Findings};
use crate::model::{Assessment, Id, Note, visit};
use crate::pages::exchange::notes::note_row::first_words;
use crate::pages::{format, words};
use crate::ui::{Each, Icon, When, live, memo};
use crate::workspace::OpenExchange;

/// How many notes are shown before a person asks for the rest.
const FIRST: usize = 3;

/// The promising practices, lessons and challenges that were noted for an objective.
#[component]
pub fn EvidenceNotes(
    /// The objective.
    objective: Id,
    /// What came of it.
    findings: Memo<Findings>,
    /// The objective's number.
    number: Memo<usize>,
) -> impl IntoView {
    let shows_all = RwSignal::new(false);
    let count = memo(move || findings.with(|it| it.telling.len()));
    let shown = move || {
        let most = if shows_all.get() { usize::MAX } else { FIRST };
        findings.with(|it| it.telling.iter().take(most).cloned().collect::<Vec<_>>())
    };
    let is_cut = memo(move || !shows_all.get() && count.get() > FIRST);
    let objective = StoredValue::new(objective);
    let any = memo(move || count.get() > 0);
    view! {
        <When when=move || any.get()>
            <div class="evidence">
                <Each each=shown let:id>
                    <EvidenceNote id objective=objective.get_value() number />
                </Each>
                <When when=move || is_cut.get()>
                    <div class="cluster no-print">
                        <button
                            class="button button--quiet"
                            type="button"
                            aria-label=move || {
                                say!(assess.all_of, count = count.get(), number = number.get())
                            }
                            on:click=move |_| shows_all.set(true)
                        >
                            {live(move || say!(assess.all_notes, count = count.get()))}
                        </button>
                    </div>
                </When>
            </div>
        </When>
    }
}

#[component]
fn EvidenceNote(
    /// The note.
    id: Id,
    /// The objective whose evidence it may be.
    objective: Id,
    /// The objective's number.
    number: Memo<usize>,
) -> impl IntoView {
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
    view! {
        <div class="spread">
            <p>
                <b>{live(move || note.with(|note| note.kind.map(words::note_kind)))} "."</b>
                " "
                {live(move || note.with(|note| note.text.trim().to_owned()))}
                " "
                <span class="soft">{from}</span>
            </p>
            <button
                class="button button--quiet no-print"
                type="button"
                aria-pressed=move || if is_cited.get() { "true" } else { "false" }
                aria-label=name
                on:click=toggle
            >
                {live(move || is_cited.get().then(|| view! { <Icon icon=icondata::LuCheck /> }))}
                <span>{say!(assess.use_note)}</span>
            </button>
        </div>
    }
}
