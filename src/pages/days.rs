//! Days: one in a date field, or some in a row in two date fields for one value.
//!
//! The value is written as soon as both fields hold a day. Until then the fields keep what was
//! typed, and say what is still missing.

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;

use crate::model::{self, Dates, Period};
use crate::order;
use crate::ui::{self, Act, Content, Derived, El, Text, TextInput, button, el, icon, memo, target};

/// A date field. A day that is still being typed takes nothing away.
pub struct OneDay {
    label: Text,
    day: Derived<Option<NaiveDate>>,
    on_change: Act<Option<NaiveDate>>,
    is_quiet: bool,
}

impl OneDay {
    /// Returns a field: what is asked for, the day as it stands, and what takes another one, or none.
    pub fn new(
        label: impl Into<Text>,
        day: Derived<Option<NaiveDate>>,
        on_change: impl Into<Act<Option<NaiveDate>>>,
    ) -> Self {
        Self { label: label.into(), day, on_change: on_change.into(), is_quiet: false }
    }

    /// Leaves the label to those who do not see where it stands.
    pub fn quiet(mut self) -> Self {
        self.is_quiet = true;
        self
    }
}

impl Content for OneDay {
    fn add_to(self, parts: &mut Vec<AnyView>) {
        let Self { label, day: stored, on_change, is_quiet } = self;
        let class = if is_quiet { "field__label visually-hidden" } else { "field__label" };
        let text = memo(move || stored.get().map(|day| day.to_string()).unwrap_or_default());
        let field =
            el("input").class("input").attr("type", "date").value(text).undone_by_page().on(
                "input",
                move |event| {
                    let is_whole = target::<web_sys::HtmlInputElement>(&event)
                        .is_some_and(|field| !field.validity().bad_input());
                    let text = ui::typed(&event);
                    let typed = day(&text);
                    if typed.is_some() || (text.is_empty() && is_whole) {
                        on_change.run(typed);
                    }
                },
            );
        el("label").class("field").has((el("span").class(class).has(label), field)).add_to(parts);
    }
}

/// Two date fields for one value.
pub struct TwoDays {
    /// What the first day is called.
    pub first: &'static str,
    /// What the last day is called.
    pub last: &'static str,
    /// The days as they stand.
    pub days: Derived<Option<Dates>>,
    /// Takes other days, or none.
    pub on_change: Act<Option<Dates>>,
    /// What is said below the last day.
    pub hint: Derived<Option<String>>,
}

/// What follows from the two fields as they stand.
#[derive(Debug, PartialEq, Eq)]
enum Typed {
    /// These are the days now, or there are none.
    Days(Option<Dates>),
    /// One of the fields is not complete: the days stay as they were.
    Incomplete,
}

/// Returns the day that a date field holds. A year before 1900 is one that is still being typed.
fn day(text: &str) -> Option<NaiveDate> {
    model::read_date(text).filter(|day| day.year() >= 1900)
}

/// Returns what follows from two fields. A first day alone, before any were chosen, is a visit of
/// one day until a last day is given: so it is stored and cannot get lost.
fn typed(first: &str, last: &str, stored: Option<Dates>) -> Typed {
    match (day(first), day(last)) {
        (Some(first), Some(last)) => Typed::Days(Some(Dates { first, last })),
        (Some(first), None) if last.is_empty() && stored.is_none() => {
            Typed::Days(Some(Dates { first, last: first }))
        }
        _ if first.is_empty() && last.is_empty() => Typed::Days(None),
        _ => Typed::Incomplete,
    }
}

impl Content for TwoDays {
    fn add_to(self, parts: &mut Vec<AnyView>) {
        let Self { first: first_label, last: last_label, days: stored, on_change, hint } = self;
        // What a field holds while the other one keeps it from being written.
        let first_typed = RwSignal::new(None::<String>);
        let last_typed = RwSignal::new(None::<String>);
        let text = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let first = memo(move || {
            first_typed.get().unwrap_or_else(|| text(stored.get().map(|dates| dates.first)))
        });
        let last = memo(move || {
            last_typed.get().unwrap_or_else(|| text(stored.get().map(|dates| dates.last)))
        });
        let take =
            move |first: String, last: String| match typed(&first, &last, stored.get_untracked()) {
                Typed::Days(dates) => {
                    on_change.run(dates);
                    first_typed.set(None);
                    last_typed.set(None);
                }
                Typed::Incomplete => {
                    first_typed.set(Some(first));
                    last_typed.set(Some(last));
                }
            };
        let first_error = memo(move || {
            let missing = first.with(String::is_empty) && !last.with(String::is_empty);
            missing.then(|| say!(plan.first_day_missing).to_owned())
        });
        let last_error = memo(move || {
            if last.with(String::is_empty) && !first.with(String::is_empty) {
                return Some(say!(plan.last_day_missing).to_owned());
            }
            let crossed = stored.get().is_some_and(|dates| dates.last < dates.first);
            crossed.then(|| say!(plan.last_day_before_first).to_owned())
        });
        let take_last = take.clone();
        TextInput::new(first_label, first, move |text| take(text, last.get_untracked()))
            .kind("date")
            .undone_by_page()
            .error(first_error)
            .add_to(parts);
        TextInput::new(last_label, last, move |text| take_last(first.get_untracked(), text))
            .kind("date")
            .undone_by_page()
            .error(last_error)
            .hint(hint)
            .add_to(parts);
    }
}

/// Two fields and a button that hands on the days they hold.
///
/// - `add`: What the button says.
pub fn add_days(
    first: &'static str,
    last: &'static str,
    add: &'static str,
    on_add: impl Fn(Period) + Send + Sync + 'static,
) -> El {
    let typed = RwSignal::new(None::<Dates>);
    let days = memo(move || typed.get());
    let hand_on = move || {
        if let Some(Dates { first, last }) = typed.get_untracked() {
            on_add(Period { first, last: last.max(first) });
            typed.set(None);
        }
    };
    el("div").class("field-grid options__add").has((
        TwoDays {
            first,
            last,
            days,
            on_change: Act::from(move |days| typed.set(days)),
            hint: memo(|| None),
        },
        button("button")
            .attr("aria-disabled", move || days.get().is_none().then_some("true"))
            .on_click(hand_on)
            .has((icon(icondata::LuPlus), el("span").has(add))),
    ))
}

/// Returns some days in the order in which they come.
pub fn in_order(periods: impl Iterator<Item = Period>) -> Vec<Period> {
    let mut periods: Vec<Period> = periods.collect();
    order::sort_by(&mut periods, |one, other| one.cmp(other));
    periods
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dates(first: &str, last: &str) -> Option<Dates> {
        Some(Dates { first: day(first)?, last: day(last)? })
    }

    #[test]
    fn two_days_are_the_dates_even_if_they_are_crossed() {
        let typed = typed("2026-10-14", "2026-10-01", None);
        assert_eq!(typed, Typed::Days(dates("2026-10-14", "2026-10-01")));
    }

    #[test]
    fn a_first_day_alone_is_a_visit_of_one_day() {
        let one_day = Typed::Days(dates("2026-10-14", "2026-10-14"));
        assert_eq!(typed("2026-10-14", "", None), one_day);
    }

    #[test]
    fn clearing_one_field_keeps_the_dates_and_clearing_both_takes_them_away() {
        let stored = dates("2026-10-14", "2026-10-15");
        assert_eq!(typed("2026-10-14", "", stored), Typed::Incomplete);
        assert_eq!(typed("", "2026-10-15", stored), Typed::Incomplete);
        assert_eq!(typed("", "", stored), Typed::Days(None));
    }

    #[test]
    fn a_year_that_is_still_being_typed_is_not_taken() {
        assert_eq!(typed("0202-10-14", "", None), Typed::Incomplete);
        assert_eq!(typed("0202-10-14", "2026-10-15", None), Typed::Incomplete);
    }
}
