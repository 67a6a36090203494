//! One of few (segments), one of some (a select), yes or no (a check).

use std::sync::Arc;

use leptos::prelude::{AnyView, Get as _, GetUntracked as _, RwSignal, Set as _};

use super::el::{Content, El, el, ticked, typed};
use super::follow::live;
use super::icon::icon;
use super::value::{Act, Choices, Flag, Text};

/// One thing that can be chosen: the word that stands for it, and what a person reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The word.
    pub word: Arc<str>,
    /// What a person reads.
    pub text: String,
}

impl Choice {
    /// Returns a choice.
    pub fn new(word: &str, text: impl Into<String>) -> Self {
        Self { word: word.into(), text: text.into() }
    }
}

/// How many choices a select draws before somebody turns to it. Hundreds of rows may each offer all
/// people of the exchange.
const MOST_UNASKED: usize = 24;

/// A labelled select.
pub struct Select {
    label: Text,
    choices: Choices,
    value: Text,
    on_change: Act<String>,
    quiet: bool,
}

impl Select {
    /// Returns a select: what is asked for, what can be chosen, the chosen word (empty for none of
    /// them), and what takes the newly chosen word.
    pub fn new(
        label: impl Into<Text>,
        choices: impl Into<Choices>,
        value: impl Into<Text>,
        on_change: impl Into<Act<String>>,
    ) -> Self {
        Self {
            label: label.into(),
            choices: choices.into(),
            value: value.into(),
            on_change: on_change.into(),
            quiet: false,
        }
    }

    /// Leaves the label to those who do not see where it stands.
    pub fn quiet(mut self) -> Self {
        self.quiet = true;
        self
    }
}

impl Content for Select {
    fn add_to(self, parts: &mut Vec<AnyView>) {
        let Self { label, choices, value, on_change, quiet } = self;
        let is_asked = RwSignal::new(false);
        let ask = move |_| {
            if !is_asked.get_untracked() {
                is_asked.set(true);
            }
        };
        let options = live(move || {
            let (chosen, mut choices) = (value.text(), choices.get());
            if choices.len() > MOST_UNASKED && !is_asked.get() {
                let shown = choices.iter().position(|choice| *choice.word == *chosen);
                choices = vec![choices.swap_remove(shown.unwrap_or_default())];
            }
            let option = |choice: Choice| {
                let is_chosen = *choice.word == *chosen;
                el("option").attr("value", choice.word).prop("selected", is_chosen).has(choice.text)
            };
            choices.into_iter().map(option).collect::<Vec<_>>()
        });
        let class = if quiet { "field__label visually-hidden" } else { "field__label" };
        let select = el("select")
            .class("input")
            // By finger or mouse, before the list opens; by key, or by a reader of the screen.
            .on("pointerdown", ask)
            .on("focus", ask)
            .on("change", move |event| on_change.run(typed(&event)))
            .has(options);
        el("label")
            .class("field")
            .has((
                el("span").class(class).has(label),
                el("span").class("select").has((select, icon(icondata::LuChevronDown))),
            ))
            .add_to(parts);
    }
}

/// Returns a choice between few, all of them in sight. `name` makes the radio buttons one group and
/// must be its own on the page; the chosen word is empty for none of them.
pub fn segmented(
    label: impl Into<Text>,
    name: impl Into<Arc<str>>,
    choices: impl Into<Choices>,
    value: impl Into<Text>,
    on_change: impl Into<Act<String>>,
) -> El {
    let (name, choices, value, on_change) =
        (name.into(), choices.into(), value.into(), on_change.into());
    let options = live(move || {
        let option = |choice: Choice| {
            let (value, on_change) = (value.clone(), on_change.clone());
            let (word, chosen) = (choice.word.clone(), choice.word.clone());
            let radio = el("input")
                .attr("type", "radio")
                .attr("name", name.clone())
                .attr("value", choice.word)
                .prop("checked", move || *value.text() == *chosen)
                .on("change", move |_| on_change.run(word.to_string()));
            el("label").class("seg__option").has((radio, choice.text))
        };
        choices.get().into_iter().map(option).collect::<Vec<_>>()
    });
    el("div").class("seg").attr("role", "radiogroup").attr("aria-label", label).has(options)
}

/// Returns a check box beside words that say what it ticks off; `label` says it to those who do not see
/// where it stands.
pub fn tick(label: impl Into<Text>, value: impl Into<Flag>, on_change: impl Into<Act<bool>>) -> El {
    let on_change = on_change.into();
    let tick = el("input")
        .attr("type", "checkbox")
        .attr("aria-label", label)
        .prop("checked", value)
        .on("change", move |event| on_change.run(ticked(&event)));
    el("label").class("check check--bare").has(tick)
}

/// Returns a labelled check box: what it says, whether it is ticked, and what takes the new state.
pub fn check(
    label: impl Into<Text>,
    value: impl Into<Flag>,
    on_change: impl Into<Act<bool>>,
) -> El {
    let on_change = on_change.into();
    let tick = el("input")
        .attr("type", "checkbox")
        .prop("checked", value)
        .on("change", move |event| on_change.run(ticked(&event)));
    el("label").class("check").has((tick, el("span").has(label.into())))
}
