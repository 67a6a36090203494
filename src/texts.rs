//! Every word a person reads comes from `locales/`, by `say!`.
//!
//! One wording is in force for the whole page. It is set before the page is drawn; when a person
//! chooses another, the page is drawn anew. So a text is plain text and no signal.

use std::cell::Cell;
use std::fmt::Display;

#[allow(missing_docs, unreachable_pub, reason = "generated from locales/ by build.rs")]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

pub use generated::i18n as keys;
pub use generated::i18n::Locale;

thread_local! {
    static LOCALE: Cell<Locale> = const { Cell::new(Locale::en) };
    static TWELVE_HOURS: Cell<bool> = const { Cell::new(false) };
}

/// Returns the wording in force.
pub fn locale() -> Locale {
    LOCALE.get()
}

/// Puts a wording in force; the page has to be drawn anew.
pub fn set_locale(locale: Locale) {
    LOCALE.set(locale);
}

/// Returns whether times are written by a clock of twelve hours.
pub fn has_twelve_hours() -> bool {
    TWELVE_HOURS.get()
}

/// Lets times be written by a clock of twelve hours, or of 24; the page has to be drawn anew.
pub fn set_twelve_hours(twelve: bool) {
    TWELVE_HOURS.set(twelve);
}

/// Returns a text with its values put in. Compiled once for all texts, which the two lines at each of them would not be.
#[must_use]
pub fn written(text: &dyn Display) -> String {
    text.to_string()
}

/// Returns the text of a key in the wording in force: `say!(home.title)`, or with values:
/// `say!(home.days_ago, days = 3)`.
#[macro_export]
macro_rules! say {
    ($($key:ident).+) => {{
        leptos_i18n::td_string!($crate::texts::locale(), $($key).+)
    }};
    ($($key:ident).+, $($name:ident = $value:expr),+ $(,)?) => {{
        let text = leptos_i18n::td_string!($crate::texts::locale(), $($key).+, $($name = $value),+);
        $crate::texts::written(&text)
    }};
}
