//! The three phases of an exchange (S0). Derived, never stored.

use chrono::NaiveDate;

use super::choice::choices;
use super::{About, Dates};

choices! {
    /// Where an exchange stands. Every screen opens in every phase.
    pub enum Phase {
        /// Research & Plan: before the first day.
        Plan = "plan",
        /// Participate & Engage: from the first day through the last.
        Visit = "visit",
        /// Assess & Implement: after the last day.
        Assess = "assess",
    }
}

impl Phase {
    /// Returns the phase on the given day; without dates it is still being planned.
    pub fn on(today: NaiveDate, about: &About) -> Self {
        Self::by(today, about.dates)
    }

    /// Returns the phase of an exchange with these dates on the given day.
    pub fn by(today: NaiveDate, dates: Option<Dates>) -> Self {
        match dates {
            Some(dates) if today > dates.last.max(dates.first) => Self::Assess,
            Some(dates) if today >= dates.first => Self::Visit,
            _ => Self::Plan,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Dates;

    #[test]
    fn the_phase_follows_from_the_dates() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a date");
        let mut about = About::default();
        assert_eq!(Phase::on(day("2026-10-14"), &about), Phase::Plan);
        about.dates = Some(Dates { first: day("2026-10-14"), last: day("2026-10-15") });
        for (today, phase) in [
            ("2026-10-13", Phase::Plan),
            ("2026-10-14", Phase::Visit),
            ("2026-10-15", Phase::Visit),
            ("2026-10-16", Phase::Assess),
        ] {
            assert_eq!(Phase::on(day(today), &about), phase, "{today}");
        }
    }
}
