//! What a site may use: the usual figures, or those that a person sets.

use leptos::prelude::*;

use crate::model::allowance::Allowance;
use crate::model::{Dates, Programme};
use crate::pages::days::{OneDay, TwoDays};
use crate::ui::{Act, Content, Derived, NumberField, TextInput, button, el, icon, memo, when};
use crate::workspace::OpenProgramme;

/// The most that a figure can be.
const MOST: u16 = 9_999;

/// The fields of a site's figures.
///
/// - `open`: Its programme.
pub fn figures(open: OpenProgramme) -> AnyView {
    let programme = open.programme();
    let get = move |read: fn(&Programme) -> String| memo(move || programme.with(read));
    let period = memo(move || programme.with(|it| it.period));
    el("div")
        .class("panel__body stack")
        .has((
            el("div").class("field-grid").has((
                NumberField {
                    label: say!(programme.trips),
                    less: say!(programme.trips_less).to_owned(),
                    more: say!(programme.trips_more).to_owned(),
                    value: memo(move || programme.with(|it| it.trips)),
                    step: 1,
                    least: 0,
                    most: MOST,
                    on_change: Act::from(move |trips| open.change(|it| it.trips = trips)),
                },
                NumberField {
                    label: say!(programme.hours),
                    less: say!(programme.hours_less).to_owned(),
                    more: say!(programme.hours_more).to_owned(),
                    value: memo(move || programme.with(|it| it.hours)),
                    step: 10,
                    least: 0,
                    most: MOST,
                    on_change: Act::from(move |hours| open.change(|it| it.hours = hours)),
                },
                TwoDays {
                    first: say!(programme.period_first),
                    last: say!(programme.period_last),
                    days: period,
                    on_change: Act::from(move |days| {
                        open.change(|it| it.period = engagement(it.period, days))
                    }),
                    hint: memo(|| None),
                },
            )),
            three_years(open, period),
            el("div").class("field-grid").has((
                TextInput::new(
                    say!(programme.figures_from),
                    get(|it| it.figures_from.clone()),
                    move |text| open.change(|it| it.figures_from = text),
                )
                .hint(say!(programme.figures_from_hint))
                .undone_by_page(),
                OneDay::new(
                    say!(programme.figures_as_of),
                    memo(move || programme.with(|it| it.figures_as_of)),
                    move |day| open.change(|it| it.figures_as_of = day),
                ),
            )),
            TextInput::area(
                say!(programme.report_header),
                get(|it| it.report_header.clone()),
                move |text| open.change(|it| it.report_header = text),
            )
            .hint(say!(programme.report_header_hint))
            .undone_by_page(),
        ))
        .view()
}

/// Returns the engagement that follows from the days that were given: a first day alone begins the usual
/// three years (S1).
fn engagement(before: Option<Dates>, days: Option<Dates>) -> Option<Dates> {
    match (before, days) {
        (None, Some(Dates { first, last })) if first == last => {
            Allowance::three_years_from(first).or(days)
        }
        _ => days,
    }
}

/// Offers the usual length of an engagement once its first day is known and it is another one.
fn three_years(open: OpenProgramme, period: Derived<Option<Dates>>) -> AnyView {
    let usual = memo(move || {
        let now = period.get()?;
        Allowance::three_years_from(now.first).filter(|usual| *usual != now)
    });
    when(
        move || usual.get().is_some(),
        move || {
            el("div").has(
                button("button no-print")
                    .on_click(move || open.change(|it| it.period = usual.get_untracked()))
                    .has((icon(icondata::LuCalendar), el("span").has(say!(programme.three_years)))),
            )
        },
    )
    .view()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::read_date;

    fn dates(first: &str, last: &str) -> Option<Dates> {
        Some(Dates { first: read_date(first)?, last: read_date(last)? })
    }

    #[test]
    fn a_first_day_alone_begins_three_years_and_other_days_stay_as_they_are() {
        let day = dates("2026-10-01", "2026-10-01");
        let usual = dates("2026-10-01", "2029-09-30");
        assert_eq!(engagement(None, day), usual);
        assert_eq!(engagement(usual, day), day);
        assert_eq!(
            engagement(None, dates("2026-10-01", "2027-10-01")),
            dates("2026-10-01", "2027-10-01")
        );
        assert_eq!(engagement(usual, None), None);
    }
}
