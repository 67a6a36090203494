//! The notes by session, and which of them are shown.

use leptos::prelude::*;

use super::note_row::NoteRow;
use super::places;
use crate::model::visit::{self, SessionNotes};
use crate::model::{Exchange, Id, Note, NoteKind};
use crate::pages::words;
use crate::ui::{Check, Choice, Each, Icon, Select, When, live, memo};
use crate::workspace::{OpenExchange, Workspace};

/// The id of the list's heading.
pub const LIST_ID: &str = "all-notes";

/// Which notes are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Filter {
    kind: Option<NoteKind>,
    only_mine: bool,
}

/// All notes, by session in the order of the agenda.
#[component]
pub fn NoteList() -> impl IntoView {
    let exchange = OpenExchange::expect().exchange();
    let device = Workspace::expect().device();
    let me = memo(move || device.with(|device| device.author.trim().to_owned()));
    let filter = RwSignal::new(Filter::default());
    let groups = memo(move || {
        let (filter, me) = (filter.get(), me.get());
        exchange.with(|exchange| {
            visit::notes_by_session(exchange, |note: &Note| {
                filter.kind.is_none_or(|kind| note.kind == Some(kind))
                    && (!filter.only_mine || visit::is_by(exchange, note, &me))
            })
        })
    });
    let places = memo(move || {
        groups.with(|groups| groups.iter().map(|group| group.session.clone()).collect::<Vec<_>>())
    });
    let in_all = memo(move || exchange.with(|exchange| exchange.notes.len()));
    let shown =
        memo(move || groups.with(|groups| groups.iter().map(|it| it.notes.len()).sum::<usize>()));
    let any = memo(move || in_all.get() > 0);
    view! {
        <When when=move || any.get() fallback=NoNotes>
            <FilterBar filter me />
            <When when=move || shown.get() < in_all.get()>
                <div class="callout" data-state="info">
                    <Icon icon=icondata::LuFunnel />
                    <p role="status">
                        {live(move || say!(notes.shown_of, count = shown.get(), all = in_all.get()))}
                    </p>
                    <button
                        class="button button--quiet"
                        type="button"
                        on:click=move |_| filter.set(Filter::default())
                    >
                        {say!(notes.show_all)}
                    </button>
                </div>
            </When>
            <Each each=move || places.get() let:place>
                <Group place groups />
            </Each>
        </When>
    }
}

/// Says what notes are for while there are none.
#[component]
fn NoNotes() -> impl IntoView {
    view! {
        <section class="panel" aria-labelledby="no-notes-title">
            <div class="empty">
                <Icon icon=icondata::LuNotebookPen />
                <h2 id="no-notes-title">{say!(notes.empty_title)}</h2>
                <p>{say!(notes.empty_text)}</p>
                <p>{say!(notes.empty_kinds)}</p>
            </div>
        </section>
    }
}

#[component]
fn FilterBar(
    /// Which notes are shown.
    filter: RwSignal<Filter>,
    /// Who writes on this device; empty if nobody has said so.
    me: Memo<String>,
) -> impl IntoView {
    let mut kinds = vec![Choice::new("", say!(notes.all_kinds))];
    kinds.extend(words::choices(NoteKind::ALL, NoteKind::word, words::note_kind));
    let has_name = memo(move || me.with(|me| !me.is_empty()));
    view! {
        <div class="toolbar no-print">
            <h2 id=LIST_ID tabindex="-1">{say!(notes.all_notes)}</h2>
            <div class="cluster toolbar__end">
                <When when=move || has_name.get()>
                    <Check
                        label=say!(notes.only_mine)
                        value=Signal::derive(move || filter.with(|filter| filter.only_mine))
                        on_change=move |mine| filter.update(|filter| filter.only_mine = mine)
                    />
                </When>
                <Select
                    label=say!(notes.show_kind)
                    quiet=true
                    choices=kinds
                    value=Signal::derive(move || {
                        filter.with(|filter| filter.kind.map_or("", NoteKind::word).to_owned())
                    })
                    on_change=move |word: String| {
                        filter.update(|filter| filter.kind = NoteKind::from_word(&word));
                    }
                />
            </div>
        </div>
    }
}

/// One session and its notes.
#[component]
fn Group(
    /// The session; the visit as a whole where `None`.
    place: Option<Id>,
    /// All groups.
    groups: Memo<Vec<SessionNotes>>,
) -> impl IntoView {
    let exchange = OpenExchange::expect().exchange();
    let heading = format!("notes-of-{}", places::word(place.as_ref()));
    let place = StoredValue::new(place);
    let notes = memo(move || {
        groups.with(|groups| {
            let group = place.with_value(|place| groups.iter().find(|it| it.session == *place));
            group.map(|group| group.notes.clone()).unwrap_or_default()
        })
    });
    let of_place = move |say: fn(&Exchange, Option<&Id>) -> String| {
        memo(move || exchange.with(|it| place.with_value(|place| say(it, place.as_ref()))))
    };
    let (title, when) = (of_place(places::title), of_place(places::when));
    let look =
        move || exchange.with(|it| place.with_value(|place| places::look(it, place.as_ref())));
    view! {
        <section class="panel query" aria-labelledby=heading>
            <div class="panel__head">
                <h3 class="session-head" data-kind=look id=heading.clone()>
                    {title}
                    " "
                    <span>{when}</span>
                </h3>
                <span class="count">
                    {live(move || notes.with(Vec::len))}
                    <span class="visually-hidden">{say!(app.in_all)}</span>
                </span>
            </div>
            <ul class="rows">
                <Each each=move || notes.get() let:id>
                    <NoteRow id />
                </Each>
            </ul>
        </section>
    }
}
