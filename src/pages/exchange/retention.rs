//! Says that an exchange has been here for longer than the agency keeps them.

use chrono::Days;
use leptos::prelude::*;

use crate::browser::clock;
use crate::model::Dates;
use crate::pages::agency::AgencyPlace;
use crate::pages::format;
use crate::route::{Screen, Section};
use crate::ui::{callout, el, live};
use crate::workspace::OpenExchange;

/// The notice; nothing while the exchange may stay.
pub fn retention() -> AnyView {
    let open = OpenExchange::expect();
    let (agency, about) = (AgencyPlace::ask(), open.about());
    live(move || {
        let (days, dates) = (agency.with(|it| it.keep_days), about.with(|about| about.dates)?);
        let until = kept_until(dates, days).filter(|until| *until < clock::today())?;
        let says = say!(app.kept_too_long, days = days, until = format::day(until));
        Some(
            callout("warn", icondata::LuTriangleAlert, says).has(
                el("a")
                    .class("button button--quiet")
                    .attr("href", Screen::exchange(&open.id(), Section::Send).href())
                    .has(say!(app.save_first)),
            ),
        )
    })
}

/// Returns the last day on which an exchange may be here; `None` if it may stay.
fn kept_until(dates: Dates, days: u16) -> Option<chrono::NaiveDate> {
    let last = dates.last.max(dates.first);
    (days > 0).then(|| last.checked_add_days(Days::new(days.into()))).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exchange_may_stay_for_so_many_days_after_its_last_or_forever() {
        let day = |text: &str| text.parse().expect("a date");
        let dates = Dates { first: day("2026-10-14"), last: day("2026-10-15") };
        assert_eq!(kept_until(dates, 30), Some(day("2026-11-14")));
        assert_eq!(kept_until(dates, 0), None);
        let endless = Dates { first: day("2026-10-14"), last: chrono::NaiveDate::MAX };
        assert_eq!(kept_until(endless, 30), None);
    }
}
