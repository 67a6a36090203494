//! The names of the days of an agenda.

use crate::model::Dates;
use crate::pages::format;

/// Returns "Wed 14 Oct", or "Day 1" while the dates are open.
pub fn name(dates: Option<Dates>, day: u8) -> String {
    match dates.and_then(|dates| dates.date_of(day)) {
        Some(date) => format::day_of_visit(date),
        None => number(day),
    }
}

/// Returns "Day 1, Wednesday 14 October 2026", or "Day 1" while the dates are open.
pub fn long_name(dates: Option<Dates>, day: u8) -> String {
    match dates.and_then(|dates| dates.date_of(day)) {
        Some(date) => say!(agenda.day_long, number = day, date = format::long_day(date)),
        None => number(day),
    }
}

/// Returns "Wed 14 Oct (day 1)", or "Day 1" while the dates are open.
pub fn choice(dates: Option<Dates>, day: u8) -> String {
    match dates.and_then(|dates| dates.date_of(day)) {
        Some(date) => say!(agenda.day_choice, date = format::day_of_visit(date), number = day),
        None => number(day),
    }
}

/// Returns "Day 1".
pub fn number(day: u8) -> String {
    say!(agenda.day_number, number = day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn while_the_dates_are_open_a_day_is_called_by_its_number() {
        for name in [name(None, 2), long_name(None, 2), choice(None, 2), number(2)] {
            assert_eq!(name, "Day 2");
        }
    }

    #[test]
    fn the_list_names_the_day_in_full() {
        let day = |text: &str| text.parse().expect("a date");
        let dates = Dates { first: day("2026-10-14"), last: day("2026-10-15") };
        assert_eq!(long_name(Some(dates), 2), "Day 2, Thursday 15 October 2026");
    }
}
