//! A chip: yes or no, for one of several that stand beside each other.

use leptos::prelude::AnyView;

use super::el::{Content, el, ticked};
use super::value::{Act, Flag, Live, Text};

/// A check box that looks like a chip. Stands in a `.choices` of a named group.
pub struct Chip {
    text: Text,
    value: Flag,
    on_change: Act<bool>,
    meaning: Text,
}

impl Chip {
    /// Returns a chip that shows a text, is ticked or not, and hands on the new state.
    pub fn new(
        text: impl Into<Text>,
        value: impl Into<Flag>,
        on_change: impl Into<Act<bool>>,
    ) -> Self {
        Self {
            text: text.into(),
            value: value.into(),
            on_change: on_change.into(),
            meaning: Text::default(),
        }
    }

    /// Says what it means, if what it shows is only a number; begins with that number. Makes it a
    /// square.
    pub fn meaning(mut self, meaning: impl Into<Text>) -> Self {
        self.meaning = meaning.into();
        self
    }
}

impl Content for Chip {
    fn add_to(self, parts: &mut Vec<AnyView>) {
        let Self { text, value, on_change, meaning } = self;
        let is_square = !matches!(meaning, Live::Fixed(None));
        let class = if is_square { "chip chip--square" } else { "chip" };
        let tick = el("input")
            .attr("type", "checkbox")
            .attr("aria-label", meaning.clone())
            .prop("checked", value)
            .on("change", move |event| on_change.run(ticked(&event)));
        el("label").class(class).attr("title", meaning).has((tick, text)).add_to(parts);
    }
}
