//! The programme of a site: what it may use of the engagement, and how its reports begin.

use chrono::NaiveDate;

use super::allowance::{Allowance, HOURS, TRIPS};
use super::record::record;
use super::site::key;
use super::{Dates, Id, Kind};

record! {
    /// What one site may use of the programme. There is one for each site, and its id is made from the
    /// site's name: two people who each set up the same site have the same document.
    pub struct Programme {
        /// The site's name, as organisations name it (S1).
        pub site: String,
        /// Person-trips that it may use (S1: 18 for each site).
        pub trips: u16 = TRIPS,
        /// Expert hours that it may use (S1: up to 200 throughout the engagement).
        pub hours: u16 = HOURS,
        /// The engagement in which it may use them (S1: three years); any time where empty.
        pub period: Option<Dates>,
        /// Where these figures come from: letter, agreement, guide (own).
        pub figures_from: String,
        /// The day of that source (own).
        pub figures_as_of: Option<NaiveDate>,
        /// What stands at the head of the site's reports, line by line (own).
        pub report_header: String as Prose,
    }
}

impl Programme {
    /// Returns the id of a site's programme; `None` for a name without letters and digits.
    pub fn id(site: &str) -> Option<Id> {
        let (key, prefix) = (key(site), Kind::Programme.prefix()?);
        (!key.is_empty()).then(|| Id::from(format!("{prefix}{key}")))
    }

    /// Returns what the site may use.
    pub fn allowance(&self) -> Allowance {
        Allowance { trips: self.trips, hours: self.hours, period: self.period }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_ways_to_write_a_site_are_one_site() {
        for (one, other) in [
            ("Riverton", " riverton "),
            ("St. Louis", "St Louis"),
            ("Winston-Salem", "Winston Salem"),
            ("Köln", "köln"),
            ("Coeur d’Alene", "Coeur d'Alene"),
        ] {
            assert_eq!(Programme::id(one), Programme::id(other), "{one}, {other}");
        }
        assert_ne!(Programme::id("Riverton"), Programme::id("Riverton County"));
        assert_eq!(Programme::id("St. Louis"), Some(Id::from("programme-st-louis")));
    }

    #[test]
    fn a_name_without_letters_and_digits_is_no_site() {
        for nothing in ["", "  ", "–", "..."] {
            assert_eq!(Programme::id(nothing), None, "{nothing:?}");
        }
    }

    #[test]
    fn the_id_of_a_programme_says_that_it_is_one() {
        let id = Programme::id("Riverton").expect("a site");
        assert_eq!(Kind::of(&id), Kind::Programme);
    }
}
