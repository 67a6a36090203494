//! A number with a button for less and a button for more.

use leptos::prelude::AnyView;

use super::el::{Content, button, el, retype, typed};
use super::icon::icon;
use super::value::Act;
use crate::derived::Derived;

/// A labelled whole number, typed or stepped.
///
/// A typed number is handed on when it is whole and within its bounds; anything else is left in the
/// field until it is, and put back when the field is left.
pub struct NumberField {
    /// What is asked for.
    pub label: &'static str,
    /// Says what the button for less does.
    pub less: String,
    /// Says what the button for more does.
    pub more: String,
    /// The number as it stands.
    pub value: Derived<u16>,
    /// By how much the buttons step.
    pub step: u16,
    /// The least.
    pub least: u16,
    /// The most.
    pub most: u16,
    /// Takes the new number.
    pub on_change: Act<u16>,
}

impl Content for NumberField {
    fn add_to(self, parts: &mut Vec<AnyView>) {
        let Self { label, less, more, value, step, least, most, on_change } = self;
        let step_by = {
            let on_change = on_change.clone();
            move |sign: i32| {
                let now = i32::from(value.get_untracked());
                let next = (now + sign * i32::from(step)).clamp(i32::from(least), i32::from(most));
                on_change.run(u16::try_from(next).unwrap_or(least));
            }
        };
        let step_down = step_by.clone();
        let less = button("button")
            .attr("aria-label", less)
            .flag("disabled", move || value.get() <= least)
            .on_click(move || step_down(-1))
            .has(icon(icondata::LuMinus));
        let more = button("button")
            .attr("aria-label", more)
            .flag("disabled", move || value.get() >= most)
            .on_click(move || step_by(1))
            .has(icon(icondata::LuPlus));
        let field = el("input")
            .class("input num")
            .attr("type", "text")
            .attr("inputmode", "numeric")
            .attr("autocomplete", "off")
            .attr("aria-label", label)
            .value(move || value.get().to_string())
            .undone_by_page()
            .on("input", move |event| {
                let typed = typed(&event).trim().parse::<u16>();
                if let Ok(number) = typed
                    && (least..=most).contains(&number)
                {
                    on_change.run(number);
                }
            })
            .on("blur", move |event| retype(&event, &value.get_untracked().to_string()));
        el("div")
            .class("field")
            .attr("role", "group")
            .attr("aria-label", label)
            .has((
                el("span").class("field__label").attr("aria-hidden", "true").has(label),
                el("div").class("number").has((less, field, more)),
            ))
            .add_to(parts);
    }
}
