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

/// The texts for what the model's declarations name: fields, choices, kinds of records. Tables, not code: there are
/// hundreds, and most are never said.
pub mod found {
    use super::{Locale, locale};

    include!(concat!(env!("OUT_DIR"), "/found.rs"));

    /// Returns the name of a field.
    pub fn field(name: &str) -> Option<&'static str> {
        text(&FIELDS, name)
    }

    /// Returns the name of a choice, by the name of the list and the word: `sector_third`.
    pub fn choice(key: &str) -> Option<&'static str> {
        text(&CHOICES, key)
    }

    /// Returns the name of a record of a collection; with `_one` or `_many` behind it, that of one or several.
    pub fn record(collection: &str) -> Option<&'static str> {
        text(&RECORDS, collection)
    }

    fn text(texts: &'static [(&str, [&'static str; 2])], key: &str) -> Option<&'static str> {
        let place = texts.binary_search_by(|(known, _)| (*known).cmp(key)).ok()?;
        let [american, british] = texts[place].1;
        Some(match locale() {
            Locale::en => american,
            Locale::en_GB => british,
        })
    }
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
