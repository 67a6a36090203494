//! The clock and calendar of the device. Only the workspace and the pages ask for the time.

use chrono::{Datelike as _, NaiveDate};

/// Returns the milliseconds since 1970-01-01 UTC.
pub fn now_ms() -> u64 {
    // A clock before 1970 counts as 1970: numbers only ever grow from there.
    js_sys::Date::now().max(0.0) as u64
}

/// Returns when this program was built, in milliseconds since 1970-01-01 UTC. It is later than that.
pub fn built_ms() -> u64 {
    // The build script writes a number.
    env!("PEER_EXCHANGE_BUILT").parse::<u64>().unwrap_or_default().saturating_mul(1000)
}

/// The last instant that the browser's calendar has; a number in a forged file may lie beyond it.
const LAST_MS: u64 = 8_640_000_000_000_000;

/// Returns an instant as RFC 3339 in UTC, to the second: `2026-11-30T08:00:00Z`.
pub fn instant(ms: u64) -> String {
    let text: String = js_sys::Date::new(&(ms.min(LAST_MS) as f64).into()).to_iso_string().into();
    match text.split_once('.') {
        Some((seconds, _)) => format!("{seconds}Z"),
        None => text,
    }
}

/// Returns the milliseconds since 1970 of an instant (RFC 3339); 0 if it cannot be read.
pub fn ms(instant: &str) -> u64 {
    // What is no number becomes 0.
    js_sys::Date::parse(instant) as u64
}

/// Waits some milliseconds.
pub async fn wait(milliseconds: i32) {
    let waited = js_sys::Promise::new(&mut |resolve, _| {
        let set = web_sys::window().map(|window| {
            window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds)
        });
        if !matches!(set, Some(Ok(_))) {
            // Without a timer there is no waiting.
            let _ = resolve.call0(&wasm_bindgen::JsValue::NULL);
        }
    });
    // The promise is never broken.
    let _ = wasm_bindgen_futures::JsFuture::from(waited).await;
}

/// Returns today's date by the device's own zone.
pub fn today() -> NaiveDate {
    date_of(&js_sys::Date::new_0())
}

/// Returns when a date begins by the device's own zone, in milliseconds since 1970.
pub fn start_of_day(date: NaiveDate) -> u64 {
    let (year, month) = (u32::try_from(date.year()).unwrap_or(0), date.month0().cast_signed());
    let start = js_sys::Date::new_with_year_month_day(year, month, date.day().cast_signed());
    start.get_time().max(0.0) as u64
}

/// Returns the local date and the local time in minutes after midnight of an instant
/// (RFC 3339), or `None` if it cannot be read.
pub fn local(instant: &str) -> Option<(NaiveDate, u16)> {
    let date = js_sys::Date::new(&instant.into());
    if date.get_time().is_nan() {
        return None;
    }
    let minutes = date.get_hours() * 60 + date.get_minutes();
    Some((date_of(&date), u16::try_from(minutes).unwrap_or(0)))
}

fn date_of(date: &js_sys::Date) -> NaiveDate {
    i32::try_from(date.get_full_year())
        .ok()
        .and_then(|year| NaiveDate::from_ymd_opt(year, date.get_month() + 1, date.get_date()))
        .unwrap_or_default()
}
