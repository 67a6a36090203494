//! Dates, times and counts as people say them.

use chrono::{Datelike, NaiveDate};

use crate::browser::clock;
use crate::model::{Dates, Slot, TimeOfDay};
use crate::texts;

/// Returns the long name of a month, counted from 1.
fn month(number: u32) -> &'static str {
    match number {
        1 => say!(dates.january),
        2 => say!(dates.february),
        3 => say!(dates.march),
        4 => say!(dates.april),
        5 => say!(dates.may),
        6 => say!(dates.june),
        7 => say!(dates.july),
        8 => say!(dates.august),
        9 => say!(dates.september),
        10 => say!(dates.october),
        11 => say!(dates.november),
        _ => say!(dates.december),
    }
}

fn short_month(number: u32) -> String {
    month(number).chars().take(3).collect()
}

fn weekday(date: NaiveDate) -> &'static str {
    match date.weekday() {
        chrono::Weekday::Mon => say!(dates.monday),
        chrono::Weekday::Tue => say!(dates.tuesday),
        chrono::Weekday::Wed => say!(dates.wednesday),
        chrono::Weekday::Thu => say!(dates.thursday),
        chrono::Weekday::Fri => say!(dates.friday),
        chrono::Weekday::Sat => say!(dates.saturday),
        chrono::Weekday::Sun => say!(dates.sunday),
    }
}

/// Returns "Tue 2 Dec", with the year if it is not this one.
pub fn day(date: NaiveDate) -> String {
    with_year_unless_this(day_of_visit(date), date)
}

/// Returns "Tue 2 Dec" where the year stands in sight anyway.
pub fn day_of_visit(date: NaiveDate) -> String {
    let weekday: String = weekday(date).chars().take(3).collect();
    format!("{weekday} {} {}", date.day(), short_month(date.month()))
}

/// Returns "Tuesday 2 December 2026".
pub fn long_day(date: NaiveDate) -> String {
    format!("{} {} {} {}", weekday(date), date.day(), month(date.month()), date.year())
}

/// Returns "14–15 October 2026", "30 November – 1 December 2026" or "14 October 2026".
pub fn range(dates: Dates) -> String {
    let (first, last) = (dates.first, dates.last);
    let full = |date: NaiveDate| format!("{} {} {}", date.day(), month(date.month()), date.year());
    if last <= first {
        full(first)
    } else if (first.year(), first.month()) == (last.year(), last.month()) {
        format!("{}–{}", first.day(), full(last))
    } else if first.year() == last.year() {
        format!("{} {} – {}", first.day(), month(first.month()), full(last))
    } else {
        format!("{} – {}", full(first), full(last))
    }
}

/// Returns the days and the month of a visit for a narrow place: "14–15" and "Oct 2026".
pub fn stacked(dates: Dates) -> (String, String) {
    let (first, last) = (dates.first, dates.last.max(dates.first));
    let under = format!("{} {}", short_month(last.month()), last.year());
    if first == last {
        (first.day().to_string(), under)
    } else {
        (format!("{}–{}", first.day(), last.day()), under)
    }
}

/// Returns "08:30–09:00", or "8:30 am–9:00 am" by a clock of twelve hours.
pub fn times(slot: Slot) -> String {
    format!("{}–{}", time(slot.start), time(slot.end_time()))
}

/// Returns "08:00", or "8 am", for a mark at the side of a day.
pub fn hour(hour: u16) -> String {
    let time = time(TimeOfDay::from_minutes(hour * 60));
    if texts::has_twelve_hours() { time.replace(":00", "") } else { time }
}

/// Returns "13:30", or "1:30 pm" by a clock of twelve hours.
pub fn time(time: TimeOfDay) -> String {
    if texts::has_twelve_hours() { by_twelve_hours(time) } else { time.to_string() }
}

fn by_twelve_hours(time: TimeOfDay) -> String {
    let (hour, minute) = (time.minutes() / 60, time.minutes() % 60);
    let half = if hour < 12 { say!(dates.morning) } else { say!(dates.afternoon) };
    format!("{}:{minute:02} {half}", (hour + 11) % 12 + 1)
}

/// Returns when something was written, as a colleague would say it: "10:42" today, else
/// "Tue 2 Dec, 10:42". Empty if the instant (RFC 3339) cannot be read.
pub fn moment(instant: &str) -> String {
    let Some((date, minutes)) = clock::local(instant) else { return String::new() };
    let time = time(TimeOfDay::from_minutes(minutes));
    if date == clock::today() { time } else { format!("{}, {time}", day(date)) }
}

/// Returns how far away a visit is: "in 5 days", "today, day 2 of 3", "3 weeks ago".
pub fn distance(dates: Dates) -> String {
    distance_on(clock::today(), dates)
}

fn distance_on(today: NaiveDate, dates: Dates) -> String {
    let (first, last) = (dates.first, dates.last.max(dates.first));
    let nearest = today.clamp(first, last);
    if nearest == today && first < last {
        let day = (today - first).num_days() + 1;
        return say!(dates.on_day, day = day, days = dates.days());
    }
    let days = (nearest - today).num_days();
    match days {
        0 => say!(dates.today).to_owned(),
        1 => say!(dates.tomorrow).to_owned(),
        -1 => say!(dates.yesterday).to_owned(),
        2..=13 => say!(dates.in_days, count = days),
        14.. => say!(dates.in_weeks, count = days / 7),
        -13..=-2 => say!(dates.days_ago, count = -days),
        _ => say!(dates.weeks_ago, count = -days / 7),
    }
}

/// Returns the first letters of a name's first and last word: "JR" for "Sgt. J. Rivera".
pub fn initials(name: &str) -> String {
    let words: Vec<&str> =
        name.split(|c: char| c.is_whitespace() || c == ',').filter(|w| !w.ends_with('.')).collect();
    let first = |word: Option<&&str>| word.and_then(|word| word.chars().next());
    let letters = match words.len() {
        0 | 1 => vec![first(words.first())],
        _ => vec![first(words.first()), first(words.last())],
    };
    let text: String = letters.into_iter().flatten().flat_map(char::to_uppercase).collect();
    if text.is_empty() { "?".to_owned() } else { text }
}

fn with_year_unless_this(text: String, date: NaiveDate) -> String {
    if date.year() == clock::today().year() { text } else { format!("{text} {}", date.year()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dates(first: &str, last: &str) -> Dates {
        let day = |text: &str| text.parse().expect("a date");
        Dates { first: day(first), last: day(last) }
    }

    #[test]
    fn a_range_says_month_and_year_no_more_often_than_it_must() {
        for (first, last, said) in [
            ("2026-10-14", "2026-10-15", "14–15 October 2026"),
            ("2026-10-14", "2026-10-14", "14 October 2026"),
            ("2026-11-30", "2026-12-01", "30 November – 1 December 2026"),
            ("2026-12-31", "2027-01-01", "31 December 2026 – 1 January 2027"),
            ("2026-10-14", "2026-10-01", "14 October 2026"),
        ] {
            assert_eq!(range(dates(first, last)), said);
        }
    }

    #[test]
    fn a_stacked_range_names_the_month_in_which_it_ends() {
        let said = |first, last| stacked(dates(first, last));
        assert_eq!(said("2026-10-14", "2026-10-15"), ("14–15".to_owned(), "Oct 2026".to_owned()));
        assert_eq!(said("2026-10-14", "2026-10-14"), ("14".to_owned(), "Oct 2026".to_owned()));
    }

    #[test]
    fn a_visit_is_as_far_away_as_its_nearest_day() {
        let visit = dates("2026-10-14", "2026-10-15");
        for (today, said) in [
            ("2026-10-09", "in 5 days"),
            ("2026-10-13", "tomorrow"),
            ("2026-10-14", "today, day 1 of 2"),
            ("2026-10-15", "today, day 2 of 2"),
            ("2026-10-16", "yesterday"),
            ("2026-11-06", "3 weeks ago"),
        ] {
            assert_eq!(distance_on(today.parse().expect("a date"), visit), said, "{today}");
        }
        let day = dates("2026-10-14", "2026-10-14");
        assert_eq!(distance_on(day.first, day), "today");
    }

    #[test]
    fn a_clock_of_twelve_hours_has_no_hour_zero() {
        for (time, said) in [
            ("00:05", "12:05 am"),
            ("08:30", "8:30 am"),
            ("12:00", "12:00 pm"),
            ("13:07", "1:07 pm"),
            ("23:59", "11:59 pm"),
        ] {
            assert_eq!(by_twelve_hours(TimeOfDay::read(time).expect("a time")), said);
        }
    }

    #[test]
    fn initials_leave_ranks_and_abbreviations_out() {
        for (name, letters) in
            [("Sgt. Alma Marsh", "AM"), ("Rivera", "R"), ("", "?"), ("Dr. von Östen, Karla", "VK")]
        {
            assert_eq!(initials(name), letters, "{name}");
        }
    }
}
