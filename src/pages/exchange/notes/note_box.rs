//! The box to write a note in.

use crate::ui::{Content, LONGEST, Select, TextInput, el, icon, memo, ticked, typed, when};
use leptos::prelude::*;

use super::kinds::kind_chips;
use super::places;
use super::writing::{BOX_ID, Writing};
use crate::model::Note;
use crate::workspace::{OpenExchange, Workspace};

/// The hint that stands below the text.
const HINT_ID: &str = "new-note-hint";

/// The names of the roster, offered where a person says who they are.
const NAMES_ID: &str = "new-note-names";

/// The box: session, text, kind, question, privacy, and "Add note", which starts the next one.
pub fn note_box() -> AnyView {
    let writing = Writing::expect();
    let note = writing.note();
    let exchange = OpenExchange::expect().exchange();
    let text = memo(move || note.with(|note| note.text.clone()));
    let session = memo(move || note.with(|note| note.session.clone()));
    let sessions =
        memo(move || exchange.with(|exchange| places::choices(exchange, session.get().as_ref())));
    let has_sessions = memo(move || sessions.with(|sessions| sessions.len() > 1));
    let added = RwSignal::new(String::new());
    let add = move || {
        let place =
            exchange.with_untracked(|it| places::title(it, session.get_untracked().as_ref()));
        if writing.start_next() {
            added.set(say!(notes.added, place = place));
        }
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) && !event.is_composing()
        {
            event.prevent_default();
            add();
        }
    };
    el("section")
        .class("panel query no-print")
        .attr("aria-labelledby", "new-note-title")
        .has(
            el("form")
                .class("notebox")
                .on("submit", move |event| {
                    event.prevent_default();
                    add();
                })
                .has((
                    el("div").class("spread").has((
                        el("h2").id("new-note-title").has(say!(notes.new_note)),
                        when(
                            move || has_sessions.get(),
                            move || {
                                Select::new(
                                    say!(notes.session),
                                    sessions,
                                    memo(move || places::word(session.get().as_ref())),
                                    move |word| writing.choose_session(places::chosen(word)),
                                )
                                .quiet()
                            },
                        ),
                    )),
                    el("label").class("field").has((
                        el("span").class("visually-hidden").has(say!(notes.note)),
                        el("textarea")
                            .class("input notebox__text")
                            .attr("rows", "4")
                            .attr("maxlength", LONGEST)
                            .id(BOX_ID)
                            .attr("aria-describedby", HINT_ID)
                            .attr("placeholder", say!(notes.placeholder))
                            .value(text)
                            .undone_by_page()
                            .on_key(on_key)
                            .on("input", move |event| writing.take_text(typed(&event))),
                    )),
                    kind_chips(),
                    question_answered(),
                    el("div").class("notebox__foot").has((
                        private_chip(),
                        el("p").class("field__hint").id(HINT_ID).has(say!(notes.no_case_details)),
                        el("button")
                            .class("button button--primary")
                            .attr("type", "submit")
                            .has((icon(icondata::LuPlus), el("span").has(say!(notes.add)))),
                    )),
                    your_name(),
                    el("p").class("visually-hidden").attr("role", "status").has(added),
                )),
        )
        .view()
}

/// The question that the note answers, if the exchange has any.
fn question_answered() -> AnyView {
    let writing = Writing::expect();
    let note = writing.note();
    let exchange = OpenExchange::expect().exchange();
    let question = memo(move || note.with(|note| note.question.clone()));
    let session = memo(move || note.with(|note| note.session.clone()));
    let questions = memo(move || {
        let (session, question) = (session.get(), question.get());
        exchange.with(|it| places::questions(it, session.as_ref(), question.as_ref()))
    });
    let has_questions = memo(move || questions.with(|questions| questions.len() > 1));
    when(
        move || has_questions.get(),
        move || {
            Select::new(
                say!(notes.answers_question),
                questions,
                memo(move || places::word(question.get().as_ref())),
                move |word: String| {
                    let question = places::chosen(word);
                    writing.change(move |note| note.question = question.clone());
                },
            )
        },
    )
    .view()
}

fn private_chip() -> AnyView {
    let writing = Writing::expect();
    let note = writing.note();
    el("label")
        .class("chip")
        .attr("title", say!(notes.private_means))
        .has((
            el("input")
                .attr("type", "checkbox")
                .prop("checked", move || note.with(|note| note.private))
                .on("change", move |event| {
                    let private = ticked(&event);
                    writing.change(move |note: &mut Note| note.private = private);
                }),
            icon(icondata::LuLock),
            say!(notes.private),
        ))
        .view()
}

/// Asks who writes, as long as the device does not know. It stays until the screen is left, so that
/// it does not vanish under the first letter.
fn your_name() -> AnyView {
    let workspace = Workspace::expect();
    let writing = Writing::expect();
    let exchange = OpenExchange::expect().exchange();
    let device = workspace.device();
    let names = move || {
        exchange.with(|exchange| {
            let named = exchange.people.values().filter(|person| !person.name.is_empty());
            named.map(|person| el("option").attr("value", person.name.clone())).collect::<Vec<_>>()
        })
    };
    device
        .with_untracked(|device| device.author.trim().is_empty())
        .then(|| {
            el("div").on("focusout", move |_| writing.sign_all()).has((
                TextInput::new(
                    say!(notes.your_name),
                    memo(move || device.with(|device| device.author.clone())),
                    move |name| workspace.change_device(|device| device.author = name),
                )
                .hint(say!(notes.your_name_hint))
                .suggestions(NAMES_ID),
                el("datalist").id(NAMES_ID).has(names),
            ))
        })
        .view()
}
