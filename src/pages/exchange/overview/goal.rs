//! What the exchange is for: goal, need, host, dates, form, focus and marking.

use crate::ui::{Chip, Content, InPlace, Select, TextInput, el, memo};
use leptos::prelude::*;

use super::dates::visit_days;
use super::goals::goals;
use super::need::need_details;
use super::options::date_options;
use crate::history::RecordAddress;
use crate::model::{About, FocusArea, Format};
use crate::pages::exchange::changes;
use crate::pages::exchange::loose_ends::GOAL;
use crate::pages::exchange::rows;
use crate::pages::words;
use crate::workspace::OpenExchange;

/// The panel.
pub fn goal() -> AnyView {
    let open = OpenExchange::expect();
    let about = open.about();
    let format = memo(move || about.with(|about| about.format.word().to_owned()));
    let on_format = move |word: String| {
        if let Some(format) = Format::from_word(&word) {
            open.change_about(|about| about.format = format);
        }
    };
    let marking = memo(move || about.with(|about| about.marking.clone()));
    let on_marking = move |text| open.change_about(|about| about.marking = text);
    el("section")
        .class("panel")
        .attr("aria-labelledby", "goal-title")
        .has((
            el("div").class("panel__head").has((
                el("h2").id("goal-title").has(say!(plan.goal)),
                changes::link(&open.id(), &RecordAddress::root(), ""),
            )),
            el("div").class("panel__body stack stack--close").has((
                line(
                    say!(plan.title),
                    "title",
                    say!(plan.title_placeholder),
                    InPlace::strong,
                    |about| &about.title,
                    |about, text| about.title = text,
                ),
                line(
                    say!(plan.goal),
                    GOAL,
                    say!(plan.goal_placeholder),
                    InPlace::goal,
                    |about| &about.goal,
                    |about, text| about.goal = text,
                ),
                goals(),
                line(
                    say!(plan.need),
                    "need",
                    say!(plan.need_placeholder),
                    std::convert::identity,
                    |about| &about.need,
                    |about, text| about.need = text,
                ),
                need_details(),
                line(
                    say!(plan.why_host),
                    "why-host",
                    say!(plan.why_host_placeholder),
                    std::convert::identity,
                    |about| &about.why_host,
                    |about, text| about.why_host = text,
                ),
                el("div").class("field-grid").has((
                    visit_days(),
                    Select::new(say!(plan.format), words::choices::<Format>(), format, on_format),
                )),
                date_options(),
                focus_areas(),
                TextInput::new(say!(plan.marking), marking, on_marking)
                    .hint(say!(plan.marking_hint))
                    .undone_by_page(),
            )),
        ))
        .view()
}

/// One line of words, edited in place under its name.
///
/// - `name`: Ends the id of the element.
pub(super) fn line(
    label: &'static str,
    name: &'static str,
    placeholder: &'static str,
    look: fn(InPlace) -> InPlace,
    read: fn(&About) -> &String,
    write: fn(&mut About, String),
) -> AnyView {
    let open = OpenExchange::expect();
    let about = open.about();
    let value = memo(move || about.with(|about| read(about).clone()));
    el("div")
        .class("field")
        .has((
            el("span").class("field__label soft").attr("aria-hidden", "true").has(label),
            look(
                InPlace::line(label, value, move |text| {
                    open.change_about(|about| write(about, text));
                })
                .id(rows::element("about", &name.into()))
                .placeholder(placeholder),
            ),
        ))
        .view()
}

/// The focus areas that the exchange belongs to (S1).
pub(super) fn focus_areas() -> AnyView {
    let open = OpenExchange::expect();
    let about = open.about();
    let chips = FocusArea::ALL
        .iter()
        .map(|area| {
            let word = area.word();
            let chosen = memo(move || about.with(|about| about.focus_areas.contains(word)));
            let on_change = move |chosen| {
                open.change_about(|about| {
                    if chosen {
                        about.focus_areas.insert(word.to_owned());
                    } else {
                        about.focus_areas.remove(word);
                    }
                });
            };
            Chip::new(words::of(*area), chosen, on_change)
        })
        .collect::<Vec<_>>();
    el("fieldset")
        .class("field")
        .has((
            el("legend").class("field__label").has(say!(plan.focus_areas)),
            el("div").class("choices").has(chips),
        ))
        .view()
}
