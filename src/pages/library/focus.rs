//! The filter by focus area (S1).

use leptos::prelude::*;

use super::Reader;
use crate::model::FocusArea;
use crate::pages::words;
use crate::ui::{Choice, Content, El, Select, el, memo};

/// The select of a focus area.
pub fn focus_filter(reader: Reader) -> El {
    let mut choices = words::choices::<FocusArea>();
    choices.insert(0, Choice::new("", say!(library.every_focus)));
    let value =
        memo(move || reader.focus.get().map(FocusArea::word).unwrap_or_default().to_owned());
    el("div").class("focus-filter no-print").has(Select::new(
        say!(library.focus),
        choices,
        value,
        move |word: String| reader.focus.set(FocusArea::from_word(&word)),
    ))
}

/// Returns whether something of these areas is to be shown; follows the filter.
pub fn is_shown(reader: Reader, areas: &[FocusArea]) -> bool {
    reader.focus.get().is_none_or(|area| areas.contains(&area))
}

/// The areas as tags.
pub fn tags(areas: &[FocusArea]) -> AnyView {
    let tags = areas.iter().map(|area| el("span").class("tag").has(words::of(*area)));
    el("p").class("card__facts").has(tags.collect::<Vec<_>>()).view()
}
