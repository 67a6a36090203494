//! Days that were proposed, which of them the host keeps free, and the choice of one.

use leptos::prelude::*;

use crate::model::{Dates, Period};
use crate::pages::days::{add_days, in_order};
use crate::pages::format;
use crate::ui::{Content, button, check, el, icon, live, memo, when};
use crate::workspace::OpenExchange;

/// The proposed days: in sight while none are chosen, or some were proposed.
pub fn date_options() -> AnyView {
    let open = OpenExchange::expect();
    let about = open.about();
    let is_shown =
        memo(move || about.with(|about| about.dates.is_none() || !about.date_options.is_empty()));
    when(
        move || is_shown.get(),
        move || {
            el("fieldset").class("field").has((
                el("legend").class("field__label").has(say!(plan.date_options)),
                el("p").class("field__hint").has(say!(plan.date_options_hint)),
                live(move || {
                    let options = about.with(|about| in_order(about.date_options.iter().copied()));
                    let rows = options.into_iter().map(option).collect::<Vec<_>>();
                    (!rows.is_empty()).then(|| el("ul").class("options").has(rows))
                }),
                add_days(
                    say!(plan.option_first),
                    say!(plan.option_last),
                    say!(plan.propose),
                    move |period| {
                        open.change_about(|about| {
                            about.date_options.insert(period);
                        });
                    },
                ),
            ))
        },
    )
    .view()
}

/// Some days that were proposed.
fn option(period: Period) -> AnyView {
    let open = OpenExchange::expect();
    let about = open.about();
    let dates = Dates::from(period);
    let words = format::range(dates);
    let held = memo(move || about.with(|about| about.held_dates.contains(&period)));
    let is_chosen = memo(move || about.with(|about| about.dates == Some(dates)));
    let hold = move |held| {
        open.change_about(|about| {
            if held {
                about.held_dates.insert(period);
            } else {
                about.held_dates.remove(&period);
            }
        });
    };
    let remove = move || {
        open.change_about(|about| {
            about.date_options.remove(&period);
            about.held_dates.remove(&period);
        });
    };
    let chosen_words = words.clone();
    el("li")
        .class("option")
        .has((
            el("span").class("option__days").has((
                words.clone(),
                " ",
                when(
                    move || is_chosen.get(),
                    || {
                        el("span")
                            .class("badge")
                            .attr("data-state", "ok")
                            .has((icon(icondata::LuCheck), say!(plan.is_chosen)))
                    },
                ),
            )),
            check(say!(plan.option_held, days = words.clone()), held, hold),
            when(
                move || !is_chosen.get(),
                move || {
                    button("button button--quiet")
                        .attr(
                            "aria-label",
                            say!(plan.choose_option_of, days = chosen_words.clone()),
                        )
                        .on_click(move || open.change_about(|about| about.dates = Some(dates)))
                        .has(say!(plan.choose_option))
                },
            ),
            button("button button--quiet button--icon")
                .attr("aria-label", say!(plan.remove_option, days = words))
                .on_click(remove)
                .has(icon(icondata::LuX)),
        ))
        .view()
}
