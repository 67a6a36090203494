//! What a site may use of the programme: person-trips and expert hours (S1).
//!
//! A person-trip is the journey of one visitor of the site to one visit. Hosts, presenters and liaisons
//! never count, nor do those who take part by video.

use chrono::{Months, NaiveDate};

use super::{Attends, Exchange, Format, Id, Person, Travel, Warning};
use crate::order;

/// What a site may use, and in which time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// Person-trips (S1: 18 for each site).
    pub trips: u16,
    /// Expert hours (S1: up to 200 throughout the engagement).
    pub hours: u16,
    /// The first day of the engagement; from the beginning where empty.
    pub first: Option<NaiveDate>,
    /// The last day of the engagement; without end where empty.
    pub last: Option<NaiveDate>,
}

impl Default for Allowance {
    fn default() -> Self {
        Self { trips: 18, hours: 200, first: None, last: None }
    }
}

/// Person-trips by how far they have come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Trips {
    /// Meant to take place.
    pub planned: usize,
    /// Paid for.
    pub booked: usize,
    /// Made.
    pub travelled: usize,
}

impl Trips {
    /// Returns all of them together.
    pub fn all(&self) -> usize {
        self.planned + self.booked + self.travelled
    }
}

/// Expert hours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hours {
    /// Meant to be used.
    pub planned: usize,
    /// Used.
    pub used: usize,
}

impl Allowance {
    /// Returns the usual allowance of an engagement of three years from this day (S1).
    pub fn from(first: NaiveDate) -> Self {
        let end = first.checked_add_months(Months::new(36)).and_then(|day| day.pred_opt());
        Self { first: Some(first), last: end, ..Self::default() }
    }

    /// Returns whether an exchange falls into the time; one without dates is still to come.
    fn covers(&self, exchange: &Exchange) -> bool {
        exchange.about.dates.is_none_or(|dates| {
            self.first.is_none_or(|first| first <= dates.first)
                && self.last.is_none_or(|last| dates.first <= last)
        })
    }
}

/// Returns the visitors who travel to the host.
pub fn travellers(exchange: &Exchange) -> impl Iterator<Item = &Person> {
    let is_virtual = exchange.about.format == Format::Virtual;
    exchange.people.values().filter(move |person| {
        !is_virtual && person.role.visits() && person.attends == Attends::InPerson
    })
}

/// Returns the person-trips of a site in these exchanges.
pub fn trips(exchanges: &[&Exchange], site: &str, allowance: &Allowance) -> Trips {
    let mut trips = Trips::default();
    for exchange in exchanges.iter().filter(|exchange| allowance.covers(exchange)) {
        for person in travellers(exchange) {
            if key(site_of(exchange, &person.organisation)) == key(site) {
                match person.travel {
                    Travel::Planned => trips.planned += 1,
                    Travel::Booked => trips.booked += 1,
                    Travel::Travelled => trips.travelled += 1,
                }
            }
        }
    }
    trips
}

/// Returns the expert hours of these exchanges.
pub fn hours(exchanges: &[&Exchange], allowance: &Allowance) -> Hours {
    let mut hours = Hours::default();
    for exchange in exchanges.iter().filter(|exchange| allowance.covers(exchange)) {
        hours.planned += usize::from(exchange.about.expert_hours_planned);
        hours.used += usize::from(exchange.about.expert_hours_used);
    }
    hours
}

/// Returns a warning for each site that uses more than it may, in these exchanges taken together.
pub fn exceeded(exchanges: &[&Exchange], allowance: &Allowance) -> Vec<Warning> {
    let allowed = usize::from(allowance.trips);
    // The site of each journey.
    let mut journeys: Vec<(String, &str)> = exchanges
        .iter()
        .filter(|exchange| allowance.covers(exchange))
        .flat_map(|exchange| travellers(exchange).map(|it| site_of(exchange, &it.organisation)))
        .map(|site| (key(site), site.trim()))
        .collect();
    order::sort_by(&mut journeys, |one, other| one.cmp(other));
    let of_sites = journeys.chunk_by(|one, other| one.0 == other.0);
    let mut warnings: Vec<Warning> = of_sites
        .filter(|journeys| journeys.len() > allowed)
        .map(|journeys| Warning::TooManyTrips {
            site: journeys[0].1.to_owned(),
            trips: journeys.len(),
            allowed,
        })
        .collect();
    let (found, allowed) = (hours(exchanges, allowance), usize::from(allowance.hours));
    let hours = found.planned.max(found.used);
    if hours > allowed {
        warnings.push(Warning::TooManyHours { hours, allowed });
    }
    warnings
}

fn site_of<'a>(exchange: &'a Exchange, organisation: &Option<Id>) -> &'a str {
    let organisation = organisation.as_ref().and_then(|id| exchange.organisations.get(id));
    organisation.map_or("", |organisation| organisation.site.as_str())
}

/// Two ways to write one site's name are the same.
fn key(site: &str) -> String {
    site.trim().to_lowercase()
}
