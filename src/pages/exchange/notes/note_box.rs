//! The box to write a note in.

use leptos::prelude::*;

use super::kinds::KindChips;
use super::places;
use super::writing::{BOX_ID, Writing};
use crate::model::Note;
use crate::ui::{Icon, Select, TextInput, When, memo};
use crate::workspace::{OpenExchange, Workspace};

/// The hint that stands below the text.
const HINT_ID: &str = "new-note-hint";

/// The names of the roster, offered where a person says who they are.
const NAMES_ID: &str = "new-note-names";

/// The box: session, text, kind, question, privacy, and "Add note", which starts the next one.
#[component]
pub fn NoteBox() -> impl IntoView {
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
    view! {
        <section class="panel query no-print" aria-labelledby="new-note-title">
            <form
                class="notebox"
                on:submit=move |event| {
                    event.prevent_default();
                    add();
                }
            >
                <div class="spread">
                    <h2 id="new-note-title">{say!(notes.new_note)}</h2>
                    <When when=move || has_sessions.get()>
                        <Select
                            label=say!(notes.session)
                            quiet=true
                            choices=sessions
                            value=Signal::derive(move || places::word(session.get().as_ref()))
                            on_change=move |word| writing.choose_session(places::chosen(word))
                        />
                    </When>
                </div>
                <label class="field">
                    <span class="visually-hidden">{say!(notes.note)}</span>
                    <textarea
                        class="input notebox__text"
                        rows="4"
                        id=BOX_ID
                        aria-describedby=HINT_ID
                        placeholder=say!(notes.placeholder)
                        prop:value=text
                        on:keydown=on_key
                        on:input:target=move |event| writing.take_text(event.target().value())
                    ></textarea>
                </label>
                <KindChips />
                <QuestionAnswered />
                <div class="notebox__foot">
                    <PrivateChip />
                    <p class="field__hint" id=HINT_ID>{say!(notes.no_case_details)}</p>
                    <button class="button button--primary" type="submit">
                        <Icon icon=icondata::LuPlus />
                        <span>{say!(notes.add)}</span>
                    </button>
                </div>
                <YourName />
                <p class="visually-hidden" role="status">{added}</p>
            </form>
        </section>
    }
}

/// The question that the note answers, if the exchange has any.
#[component]
fn QuestionAnswered() -> impl IntoView {
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
    view! {
        <When when=move || has_questions.get()>
            <Select
                label=say!(notes.answers_question)
                choices=questions
                value=Signal::derive(move || places::word(question.get().as_ref()))
                on_change=move |word: String| {
                    let question = places::chosen(word);
                    writing.change(move |note| note.question = question.clone());
                }
            />
        </When>
    }
}

#[component]
fn PrivateChip() -> impl IntoView {
    let writing = Writing::expect();
    let note = writing.note();
    view! {
        <label class="chip" title=say!(notes.private_means)>
            <input
                type="checkbox"
                prop:checked=move || note.with(|note| note.private)
                on:change:target=move |event| {
                    let private = event.target().checked();
                    writing.change(move |note: &mut Note| note.private = private);
                }
            />
            <Icon icon=icondata::LuLock />
            {say!(notes.private)}
        </label>
    }
}

/// Asks who writes, as long as the device does not know. It stays until the screen is left, so that
/// it does not vanish under the first letter.
#[component]
fn YourName() -> impl IntoView {
    let workspace = Workspace::expect();
    let writing = Writing::expect();
    let exchange = OpenExchange::expect().exchange();
    let device = workspace.device();
    let names = move || {
        exchange.with(|exchange| {
            let named = exchange.people.values().filter(|person| !person.name.is_empty());
            named.map(|person| view! { <option value=person.name.clone()></option> }).collect_view()
        })
    };
    device.with_untracked(|device| device.author.trim().is_empty()).then(|| {
        view! {
            <div on:focusout=move |_| writing.sign_all()>
                <TextInput
                    label=say!(notes.your_name)
                    hint=say!(notes.your_name_hint)
                    suggestions=NAMES_ID
                    value=Signal::derive(move || device.with(|device| device.author.clone()))
                    on_input=move |name| workspace.change_device(|device| device.author = name)
                />
                <datalist id=NAMES_ID>{names}</datalist>
            </div>
        }
    })
}
