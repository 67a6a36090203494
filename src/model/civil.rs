//! Civil dates and times: what a calendar and a clock on the wall show, without a zone.

use std::fmt;

use chrono::{Datelike, NaiveDate};
#[cfg(test)]
use serde::{Deserialize, Deserializer};
use serde_json::{Value, json};

use super::field::{FieldValue, Form};

/// A time of day to the minute, written `08:30`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    const MINUTES_PER_DAY: u16 = 24 * 60;

    /// Returns the time that is so many minutes after midnight; at most 23:59.
    pub fn from_minutes(minutes: u16) -> Self {
        Self(minutes.min(Self::MINUTES_PER_DAY - 1))
    }

    /// Returns the minutes since midnight.
    pub fn minutes(self) -> u16 {
        self.0
    }

    /// Returns the time so many minutes later (or earlier), held within the day.
    pub fn plus(self, minutes: i32) -> Self {
        let last = i32::from(Self::MINUTES_PER_DAY) - 1;
        let moved = (i32::from(self.0) + minutes).clamp(0, last);
        Self(u16::try_from(moved).unwrap_or(0))
    }

    /// Reads `8:30` or `08:30`.
    pub fn read(text: &str) -> Option<Self> {
        let (hours, minutes) = text.trim().split_once(':')?;
        let two_digits = |part: &str| {
            (part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit()))
                .then(|| part.parse::<u16>().ok())
                .flatten()
        };
        let (hours, minutes) = (two_digits(hours)?, two_digits(minutes)?);
        (hours < 24 && minutes < 60).then_some(Self(hours * 60 + minutes))
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl FieldValue for TimeOfDay {
    const FORM: Form = Form::Time;

    fn write(&self) -> Value {
        Value::from(self.to_string())
    }

    fn read(json: &Value) -> Option<Self> {
        json.as_str().and_then(Self::read)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema() -> Value {
        json!({"type": "string", "pattern": "^([01]?[0-9]|2[0-3]):[0-5]?[0-9]$"})
    }
}

#[cfg(test)]
impl serde::Serialize for TimeOfDay {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
impl<'de> Deserialize<'de> for TimeOfDay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::read(&text).ok_or_else(|| serde::de::Error::custom("not a time of day"))
    }
}

/// The days of a visit, first to last, as one value: two people's changes to it conflict instead of
/// mixing into a third range that nobody chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dates {
    /// The first day of the visit.
    pub first: NaiveDate,
    /// The last day of the visit; a range that ends before it starts counts as one day.
    pub last: NaiveDate,
}

impl Dates {
    /// The most days an agenda shows; longer visits are cut there and warned about.
    pub const MOST_DAYS: u8 = 14;

    /// Returns how many days the visit lasts, from 1 to [`Dates::MOST_DAYS`].
    pub fn days(&self) -> u8 {
        let days = (self.last - self.first).num_days().clamp(0, i64::from(Self::MOST_DAYS) - 1);
        u8::try_from(days).unwrap_or(0) + 1
    }

    /// Returns the date of a day of the visit, counted from 1.
    pub fn date_of(&self, day: u8) -> Option<NaiveDate> {
        self.first.checked_add_days(chrono::Days::new(u64::from(day.max(1)) - 1))
    }
}

impl FieldValue for Dates {
    const FORM: Form = Form::Days;

    fn write(&self) -> Value {
        json!({"first": self.first.write(), "last": self.last.write()})
    }

    fn read(json: &Value) -> Option<Self> {
        let date = |name: &str| NaiveDate::read(json.get(name)?);
        Some(Self { first: date("first")?, last: date("last")? })
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema() -> Value {
        json!({
            "type": "object",
            "required": ["first", "last"],
            "properties": { "first": NaiveDate::schema(), "last": NaiveDate::schema() },
        })
    }
}

/// Some days in a row, one of several such in a set, written `2026-10-14/2026-10-15`: so each is a
/// member of its own, and those added apart never conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    /// The first day.
    pub first: NaiveDate,
    /// The last day; a period that ends before it starts counts as one day.
    pub last: NaiveDate,
}

impl Period {
    /// Returns whether some day of the dates is in the period.
    pub fn meets(&self, dates: &Dates) -> bool {
        self.first <= dates.last.max(dates.first) && dates.first <= self.last.max(self.first)
    }
}

impl From<Period> for Dates {
    fn from(Period { first, last }: Period) -> Self {
        Self { first, last }
    }
}

impl FieldValue for Period {
    const FORM: Form = Form::Periods;

    fn write(&self) -> Value {
        Value::from(format!("{}/{}", self.first, self.last))
    }

    fn read(json: &Value) -> Option<Self> {
        let (first, last) = json.as_str()?.split_once('/')?;
        Some(Self { first: read_date(first)?, last: read_date(last)? })
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema() -> Value {
        let date = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
        json!({"type": "string", "pattern": format!("^{date}/{date}$")})
    }
}

impl FieldValue for NaiveDate {
    const FORM: Form = Form::Day;

    fn write(&self) -> Value {
        Value::from(self.to_string())
    }

    fn read(json: &Value) -> Option<Self> {
        json.as_str().and_then(read_date)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema() -> Value {
        json!({"type": "string", "format": "date"})
    }
}

/// Reads a date as it stands in files and as date fields give it: `2026-10-14`. This takes the
/// place of chrono's own reader, which brings the parser of all its formats along.
pub fn read_date(text: &str) -> Option<NaiveDate> {
    let (year, rest) = text.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    let number = |digits: &str, length: usize| {
        let are_digits = digits.len() == length && digits.bytes().all(|b| b.is_ascii_digit());
        if are_digits { digits.parse::<u32>().ok() } else { None }
    };
    let year = i32::try_from(number(year, 4)?).ok()?;
    NaiveDate::from_ymd_opt(year, number(month, 2)?, number(day, 2)?)
}

/// Reads a moment as it stands in files, `2026-11-30T08:00:00Z`, with or without fractions of a second:
/// returns the milliseconds since 1970, `None` for anything else or earlier.
pub fn read_moment(text: &str) -> Option<u64> {
    let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
    let (clock, seconds) = time.rsplit_once(':')?;
    let (seconds, fraction) = seconds.split_once('.').unwrap_or((seconds, "0"));
    let minutes = TimeOfDay::read(clock)?.minutes();
    let number = |digits: &str| {
        let are_digits = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
        if are_digits { digits.parse::<u64>().ok() } else { None }
    };
    let thousandths = number(&format!("{fraction:0<3}")[..3])?;
    let seconds = number(seconds).filter(|seconds| seconds < &60)?;
    let days = (read_date(date)? - NaiveDate::default()).num_days();
    let minutes = u64::try_from(days).ok()? * 24 * 60 + u64::from(minutes);
    Some((minutes * 60 + seconds) * 1000 + thousandths)
}

/// Returns the day that is so many working days after another: Saturdays and Sundays do not count.
/// `None` past the end of the calendar.
pub fn working_days_after(day: NaiveDate, count: u32) -> Option<NaiveDate> {
    let mut day = day;
    let mut left = count;
    while left > 0 {
        day = day.succ_opt()?;
        if day.weekday().number_from_monday() <= 5 {
            left -= 1;
        }
    }
    Some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_with_one_or_two_digits_and_written_with_two() {
        assert_eq!(TimeOfDay::read("8:05").map(|t| t.to_string()), Some("08:05".to_owned()));
        assert_eq!(TimeOfDay::read("23:59").map(TimeOfDay::minutes), Some(1439));
        for wrong in ["24:00", "8", "8:60", "a:b", "-1:00", "8:5:0", ""] {
            assert_eq!(TimeOfDay::read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_time_stays_within_its_day() {
        assert_eq!(TimeOfDay::from_minutes(10).plus(-60).minutes(), 0);
        assert_eq!(TimeOfDay::from_minutes(1400).plus(600).to_string(), "23:59");
    }

    #[test]
    fn dates_are_read_as_they_are_written_and_nothing_else_is() {
        for text in ["2026-10-14", "2024-02-29", "0001-01-01", "9999-12-31"] {
            assert_eq!(read_date(text).map(|date| date.to_string()).as_deref(), Some(text));
        }
        for wrong in [
            "",
            "2026",
            "2026-02-29",
            "2026-13-01",
            "26-10-14",
            "2026-1-5",
            "2026-10-1+",
            " 2026-10-14",
            "2026-10-14T08:00",
            "-026-10-14",
            "14.10.2026",
        ] {
            assert_eq!(read_date(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn moments_are_read_to_the_millisecond() {
        for (text, ms) in [
            ("1970-01-01T00:00:00Z", Some(0)),
            ("2026-11-30T08:00:00Z", Some(1_796_025_600_000)),
            ("2026-11-30T08:00:01.5Z", Some(1_796_025_601_500)),
            ("2026-11-30T08:00:01.123456Z", Some(1_796_025_601_123)),
            ("9999-12-31T23:59:59Z", Some(253_402_300_799_000)),
            ("1969-12-31T23:59:59Z", None),
            ("2026-11-30T08:00:00", None),
            ("2026-11-30T08:00Z", None),
            ("2026-11-30T08:00:60Z", None),
            ("2026-11-30T08:00:00.éZ", None),
            ("soon", None),
            ("", None),
        ] {
            assert_eq!(read_moment(text), ms, "{text}");
        }
    }

    #[test]
    fn working_days_leave_out_the_weekend() {
        let day = |text: &str| read_date(text).expect("a date");
        let after = |text, count| working_days_after(day(text), count);
        assert_eq!(after("2026-11-24", 10), Some(day("2026-12-08")));
        assert_eq!(after("2026-11-27", 1), Some(day("2026-11-30")));
        assert_eq!(after("2026-11-28", 1), Some(day("2026-11-30")));
        assert_eq!(after("2026-11-28", 0), Some(day("2026-11-28")));
    }

    #[test]
    fn a_period_meets_dates_that_share_a_day_with_it() {
        let day = |text: &str| read_date(text).expect("a date");
        let dates = Dates { first: day("2026-10-14"), last: day("2026-10-15") };
        for (period, meets) in [
            ("2026-10-10/2026-10-13", false),
            ("2026-10-10/2026-10-14", true),
            ("2026-10-15/2026-10-15", true),
            ("2026-10-16/2026-10-20", false),
            ("2026-10-01/2026-10-31", true),
        ] {
            let read = Period::read(&Value::from(period)).expect("a period");
            assert_eq!(read.meets(&dates), meets, "{period}");
            assert_eq!(read.write(), Value::from(period));
        }
    }

    #[test]
    fn a_range_has_at_least_one_day_and_no_more_than_an_agenda_can_show() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a date");
        let dates = |first, last| Dates { first: day(first), last: day(last) };
        assert_eq!(dates("2026-10-14", "2026-10-15").days(), 2);
        assert_eq!(dates("2026-10-14", "2026-10-01").days(), 1);
        assert_eq!(dates("0001-01-01", "9999-01-01").days(), Dates::MOST_DAYS);
        assert_eq!(dates("2026-10-14", "2026-10-15").date_of(2), Some(day("2026-10-15")));
    }
}
