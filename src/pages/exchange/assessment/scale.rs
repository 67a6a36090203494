//! The scale: four named steps and "Too early to say".

use crate::ui::{Content, Text, button, el, icon, memo, ticked, when};
use leptos::prelude::*;

use crate::browser::page;
use crate::model::{Assessment, Id, Met};
use crate::pages::exchange::rows;
use crate::pages::words;
use crate::workspace::OpenExchange;

/// Begins the id of the first step of a scale; the id of what is assessed follows.
pub const KIND: &str = "met";

/// How far something was met. It can be cleared, since a slip of the finger is no opinion.
///
/// - `id`: The assessment that takes the answer.
/// - `named_by`: The id of the element that says what is rated.
/// - `clear`: What the button that clears the answer is called.
pub fn scale(id: Id, named_by: String, clear: impl Into<Text>) -> AnyView {
    let clear: Text = clear.into();
    let open = OpenExchange::expect();
    let assessment = open.record::<Assessment>(&id);
    let met = memo(move || assessment.with(|it| it.as_ref().and_then(|it| it.met)));
    let is_rated = memo(move || met.with(Option::is_some));
    let first = rows::element(KIND, &id);
    let id = StoredValue::new(id);
    let rate = move |met: Option<Met>| {
        id.with_value(|id| open.change::<Assessment>(id, |assessment| assessment.met = met));
    };
    let steps = Met::ALL
        .iter()
        .copied()
        .enumerate()
        .map(|(at, step)| {
            let is_open = step == Met::TooEarly;
            let class = if is_open { "scale__step scale__step--open" } else { "scale__step" };
            el("label").class(class).has((
                el("input")
                    .attr("type", "radio")
                    .attr("name", first.clone())
                    .id((at == 0).then(|| first.clone()))
                    .prop("checked", move || met.get() == Some(step))
                    .on("change", move |event| {
                        if ticked(&event) {
                            rate(Some(step));
                        }
                    }),
                (!is_open).then(|| fill(at + 1)),
                el("span").has(words::of(step)),
            ))
        })
        .collect::<Vec<_>>();
    let clear_it = move |_| {
        rate(None);
        // The button goes away: back to where the answer was.
        id.with_value(|id| page::focus(&rows::element(KIND, id)));
    };
    (
        el("div")
            .class("scale")
            .attr("role", "radiogroup")
            .attr("aria-labelledby", named_by)
            .has(steps),
        when(
            move || is_rated.get(),
            move || {
                el("div").class("cluster no-print").has(
                    button("button button--quiet")
                        .attr("aria-label", clear.clone())
                        .on("click", clear_it)
                        .has((icon(icondata::LuX), el("span").has(say!(assess.clear)))),
                )
            },
        ),
    )
        .view()
}

/// How full a step is, for the eye alone: the word beside it says it.
///
/// - `steps`: How many of the four parts are full.
fn fill(steps: usize) -> AnyView {
    let part = |part| el("i").attr("data-state", (part < steps).then_some("on"));
    el("span")
        .class("fill")
        .attr("aria-hidden", "true")
        .has((0..4).map(part).collect::<Vec<_>>())
        .view()
}
