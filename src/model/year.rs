//! The year in one picture: a bead for each exchange, where it lies between January and December.

use chrono::Datelike as _;

use super::{Dates, Id};
use crate::order;

/// The thousandths of a year that lie between two beads which do not touch: beads nearer to each other lie
/// one below the other.
const APART: u16 = 60;

/// A bead of the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearBead {
    /// The exchange.
    pub id: Id,
    /// Where its first day lies, in thousandths of the year.
    pub at: u16,
    /// On which line it lies, the first being 0.
    pub lane: u8,
}

/// Returns the years in which visits begin, in order.
pub fn years(visits: &[(Id, Dates)]) -> Vec<i32> {
    visits
        .iter()
        .map(|(_, dates)| dates.first.year())
        .collect::<order::Set<i32>>()
        .iter()
        .copied()
        .collect()
}

/// Returns the beads of a year in the order of their days.
pub fn year(year: i32, visits: &[(Id, Dates)]) -> Vec<YearBead> {
    let mut of_year: Vec<&(Id, Dates)> =
        visits.iter().filter(|(_, dates)| dates.first.year() == year).collect();
    order::sort_by(&mut of_year, |(id, dates), (other, others)| {
        (dates.first, id).cmp(&(others.first, other))
    });
    let mut ends: Vec<u16> = Vec::new();
    of_year
        .into_iter()
        .map(|(id, dates)| {
            let at = u16::try_from(dates.first.ordinal0() * 1000 / 366).unwrap_or(1000);
            let free = ends.iter().position(|end| at >= *end);
            let lane = free.unwrap_or(ends.len());
            match free {
                Some(lane) => ends[lane] = at + APART,
                None => ends.push(at + APART),
            }
            YearBead { id: id.clone(), at, lane: u8::try_from(lane).unwrap_or(u8::MAX) }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::read_date;

    fn visits(days: &[&str]) -> Vec<(Id, Dates)> {
        let visit = |day: &&str| {
            let first = read_date(day).expect("a date");
            (Id::from(*day), Dates { first, last: first })
        };
        days.iter().map(visit).collect()
    }

    #[test]
    fn beads_lie_in_the_order_of_their_days_and_below_each_other_where_they_would_touch() {
        let visits =
            visits(&["2026-12-31", "2026-03-10", "2026-03-01", "2025-05-05", "2026-03-02"]);
        let beads = year(2026, &visits);
        let places: Vec<(&str, u16, u8)> =
            beads.iter().map(|bead| (bead.id.as_str(), bead.at, bead.lane)).collect();
        assert_eq!(
            places,
            [
                ("2026-03-01", 161, 0),
                ("2026-03-02", 163, 1),
                ("2026-03-10", 185, 2),
                ("2026-12-31", 994, 0)
            ]
        );
        assert_eq!(years(&visits), [2025, 2026]);
        assert_eq!(year(2027, &visits), []);
    }
}
