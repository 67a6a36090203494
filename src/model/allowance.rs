//! What a site may use of the programme, and what it uses: person-trips and expert hours (S1).
//!
//! A person-trip is the journey of one visitor of the site to one visit. Hosts, presenters and liaisons
//! never count, nor do those who take part by video. Expert hours are those of the exchanges in which an
//! organisation of the site visits.

use chrono::{Months, NaiveDate};
use serde_json::{Value, json};

use super::field::FieldValue;
use super::site::key;
use super::{Attends, Dates, Exchange, Format, Id, Part, Person, Travel};
use crate::order;

/// Person-trips of a site (S1).
pub const TRIPS: u16 = 18;

/// Expert hours of an engagement (S1).
pub const HOURS: u16 = 200;

/// What a site may use, and in which time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// Person-trips.
    pub trips: u16,
    /// Expert hours.
    pub hours: u16,
    /// The engagement; any time where empty.
    pub period: Option<Dates>,
}

impl Default for Allowance {
    fn default() -> Self {
        Self { trips: TRIPS, hours: HOURS, period: None }
    }
}

/// Person-trips by how far they have come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Trips {
    /// Meant to take place.
    pub planned: u16,
    /// Paid for.
    pub booked: u16,
    /// Made.
    pub travelled: u16,
}

impl Trips {
    /// Returns all of them together.
    pub fn all(&self) -> u16 {
        self.planned.saturating_add(self.booked).saturating_add(self.travelled)
    }

    fn add(&mut self, other: Self) {
        self.planned = self.planned.saturating_add(other.planned);
        self.booked = self.booked.saturating_add(other.booked);
        self.travelled = self.travelled.saturating_add(other.travelled);
    }
}

/// Expert hours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hours {
    /// Meant to be used.
    pub planned: u16,
    /// Used.
    pub used: u16,
}

impl Hours {
    /// Returns how many are meant to be used, or where more were used, these.
    pub fn all(&self) -> u16 {
        self.planned.max(self.used)
    }
}

/// What one site uses, in one exchange or in several.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteUse {
    /// The site as the exchange names it first; empty for the visitors of organisations without one.
    pub site: String,
    /// Its person-trips.
    pub trips: Trips,
    /// The expert hours.
    pub hours: Hours,
}

impl FieldValue for SiteUse {
    fn write(&self) -> Value {
        let Self { site, trips, hours } = self;
        json!([site, trips.planned, trips.booked, trips.travelled, hours.planned, hours.used])
    }

    fn read(json: &Value) -> Option<Self> {
        let [site, numbers @ ..] = json.as_array()?.as_slice() else { return None };
        let numbers: Option<Vec<u16>> = numbers.iter().map(u16::read).collect();
        let [planned, booked, travelled, hours_planned, hours_used] = numbers?.try_into().ok()?;
        Some(Self {
            site: String::read(site)?,
            trips: Trips { planned, booked, travelled },
            hours: Hours { planned: hours_planned, used: hours_used },
        })
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema() -> Value {
        json!({"type": "array", "prefixItems": [String::schema()], "items": u16::schema()})
    }
}

/// Something of which a site uses more than it may. Like a loose end it never blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exceeded {
    /// Person-trips: planned, booked or made.
    Trips {
        /// How many there are.
        used: u16,
        /// How many there may be.
        allowed: u16,
    },
    /// Expert hours: planned or used, whichever is more.
    Hours {
        /// How many there are.
        used: u16,
        /// How many there may be.
        allowed: u16,
    },
}

impl Allowance {
    /// Returns the usual engagement of three years from this day (S1).
    pub fn three_years_from(first: NaiveDate) -> Option<Dates> {
        let last = first.checked_add_months(Months::new(36))?.pred_opt()?;
        Some(Dates { first, last })
    }

    /// Returns whether an exchange with these dates falls into the engagement: by its first day; one
    /// without dates is still to come.
    pub fn covers(&self, dates: Option<Dates>) -> bool {
        match (self.period, dates) {
            (Some(period), Some(dates)) => {
                period.first <= dates.first && dates.first <= period.last.max(period.first)
            }
            _ => true,
        }
    }

    /// Returns what a site uses in all, of what its exchanges use.
    ///
    /// - `exchanges`: The dates of each exchange and what its sites use.
    pub fn used<'a>(
        &self,
        site: &str,
        exchanges: impl IntoIterator<Item = (Option<Dates>, &'a [SiteUse])>,
    ) -> SiteUse {
        let (site, key) = (site.to_owned(), key(site));
        let mut all = SiteUse { site, trips: Trips::default(), hours: Hours::default() };
        for (dates, uses) in exchanges {
            let it = uses.iter().find(|it| self::key(&it.site) == key);
            if let Some(it) = it.filter(|_| self.covers(dates)) {
                all.trips.add(it.trips);
                all.hours.planned = all.hours.planned.saturating_add(it.hours.planned);
                all.hours.used = all.hours.used.saturating_add(it.hours.used);
            }
        }
        all
    }

    /// Returns of what a site uses more than it may.
    pub fn exceeded(&self, used: &SiteUse) -> Vec<Exceeded> {
        let mut exceeded = Vec::new();
        let (trips, hours) = (used.trips.all(), used.hours.all());
        if trips > self.trips {
            exceeded.push(Exceeded::Trips { used: trips, allowed: self.trips });
        }
        if hours > self.hours {
            exceeded.push(Exceeded::Hours { used: hours, allowed: self.hours });
        }
        exceeded
    }
}

/// Returns the visitors who travel to the host.
pub fn travellers(exchange: &Exchange) -> impl Iterator<Item = &Person> {
    let is_virtual = exchange.about.format == Format::Virtual;
    exchange.people.values().filter(move |person| {
        !is_virtual && person.role.visits() && person.attends == Attends::InPerson
    })
}

/// Returns what each site uses in an exchange, in order of their names: the sites of the visiting
/// organisations, also those that nobody of travels.
pub fn of_exchange(exchange: &Exchange) -> Vec<SiteUse> {
    let about = &exchange.about;
    let hours = Hours { planned: about.expert_hours_planned, used: about.expert_hours_used };
    let mut uses: Vec<SiteUse> = Vec::new();
    let mut of_site = |site: &str, trips: Trips| {
        let key = key(site);
        match uses.iter_mut().find(|it| self::key(&it.site) == key) {
            Some(it) => it.trips.add(trips),
            None => uses.push(SiteUse { site: site.trim().to_owned(), trips, hours }),
        }
    };
    for organisation in exchange.organisations.values() {
        if organisation.part == Part::Visiting && !key(&organisation.site).is_empty() {
            of_site(&organisation.site, Trips::default());
        }
    }
    for person in travellers(exchange) {
        let mut trips = Trips::default();
        match person.travel {
            Travel::Planned => trips.planned = 1,
            Travel::Booked => trips.booked = 1,
            Travel::Travelled => trips.travelled = 1,
        }
        of_site(site_of(exchange, person.organisation.as_ref()), trips);
    }
    order::sort_by(&mut uses, |one, other| key(&one.site).cmp(&key(&other.site)));
    uses
}

fn site_of<'a>(exchange: &'a Exchange, organisation: Option<&Id>) -> &'a str {
    let organisation = organisation.and_then(|id| exchange.organisations.get(id));
    organisation.map_or("", |organisation| organisation.site.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::read_date;

    fn day(text: &str) -> NaiveDate {
        read_date(text).expect("a date")
    }

    fn dates(first: &str, last: &str) -> Option<Dates> {
        Some(Dates { first: day(first), last: day(last) })
    }

    fn exchange(plain: &Value) -> Exchange {
        let (exchange, unreadable) = Exchange::read(plain.as_object().expect("an object"));
        assert_eq!(unreadable, []);
        exchange
    }

    fn trips(planned: u16, booked: u16, travelled: u16) -> Trips {
        Trips { planned, booked, travelled }
    }

    fn shown(plain: &Value) -> Vec<(String, Trips)> {
        of_exchange(&exchange(plain)).into_iter().map(|it| (it.site, it.trips)).collect()
    }

    #[test]
    fn person_trips_count_visitors_of_the_site_who_travel() {
        let people = |more: Value| {
            let mut person = json!({"id": "p", "organisation": "o"});
            for (name, value) in more.as_object().expect("an object") {
                person[name] = value.clone();
            }
            json!({
                "organisations": [
                    {"id": "o", "site": "Riverton"},
                    {"id": "h", "part": "host", "site": "Lakeside"},
                ],
                "people": [person],
            })
        };
        let of_site = |trips: Trips| vec![("Riverton".to_owned(), trips)];
        for (more, counted) in [
            (json!({}), trips(1, 0, 0)),
            (json!({"travel": "booked"}), trips(0, 1, 0)),
            (json!({"travel": "travelled", "role": "lead"}), trips(0, 0, 1)),
            (json!({"attends": "virtual"}), trips(0, 0, 0)),
            (json!({"role": "presenter"}), trips(0, 0, 0)),
            (json!({"role": "liaison"}), trips(0, 0, 0)),
        ] {
            assert_eq!(shown(&people(more.clone())), of_site(counted), "{more}");
        }
        let mut by_video = people(json!({}));
        by_video["format"] = json!("virtual");
        assert_eq!(shown(&by_video), of_site(trips(0, 0, 0)));
    }

    #[test]
    fn visitors_without_a_site_are_counted_apart_and_two_spellings_are_one_site() {
        let plain = json!({
            "organisations": [
                {"id": "a", "site": "St. Louis"}, {"id": "b", "site": "st louis"}, {"id": "c"},
            ],
            "people": [
                {"id": "1", "organisation": "a"}, {"id": "2", "organisation": "b"},
                {"id": "3", "organisation": "c"}, {"id": "4"}, {"id": "5", "organisation": "gone"},
            ],
        });
        let expected = [(String::new(), trips(3, 0, 0)), ("St. Louis".to_owned(), trips(2, 0, 0))];
        assert_eq!(shown(&plain), expected);
    }

    #[test]
    fn trips_and_hours_of_a_site_are_added_up_over_the_engagement() {
        let one = |first: &str, travel: &str| {
            exchange(&json!({
                "dates": {"first": first, "last": first},
                "expert_hours_planned": 90, "expert_hours_used": 70,
                "organisations": [{"id": "o", "site": " riverton "}, {"id": "x", "site": "Lakeside"}],
                "people": [
                    {"id": "a", "organisation": "o", "travel": travel},
                    {"id": "b", "organisation": "o", "role": "lead"},
                    {"id": "c", "organisation": "x"},
                ],
            }))
        };
        let all: Vec<(Option<Dates>, Vec<SiteUse>)> = [
            one("2026-01-01", "travelled"),
            one("2027-06-01", "booked"),
            one("2028-12-31", "planned"),
            one("2029-01-01", "planned"),
            one("2025-12-31", "travelled"),
        ]
        .iter()
        .map(|exchange| (exchange.about.dates, of_exchange(exchange)))
        .collect();
        let all = || all.iter().map(|(dates, uses)| (*dates, uses.as_slice()));
        let period = Allowance::three_years_from(day("2026-01-01"));
        assert_eq!(period, dates("2026-01-01", "2028-12-31"));
        let allowance = Allowance { period, ..Allowance::default() };
        let used = allowance.used("Riverton", all());
        assert_eq!((used.trips, used.trips.all()), (trips(4, 1, 1), 6));
        assert_eq!((used.hours, used.hours.all()), (Hours { planned: 270, used: 210 }, 270));
        let nothing = allowance.used("Elsewhere", all());
        assert_eq!((nothing.trips, nothing.hours), (Trips::default(), Hours::default()));
        assert_eq!(Allowance::default().used("riverton", all()).trips.all(), 10);
        let few = Allowance { trips: 5, ..allowance };
        assert_eq!(
            few.exceeded(&used),
            [Exceeded::Trips { used: 6, allowed: 5 }, Exceeded::Hours { used: 270, allowed: 200 }]
        );
        let just_enough = Allowance { trips: 6, hours: 270, ..allowance };
        assert_eq!(just_enough.exceeded(&used), []);
    }

    #[test]
    fn hours_are_judged_by_what_is_planned_or_used_whichever_is_more() {
        let hours = |planned: u16, used: u16| {
            let used = SiteUse {
                site: "Riverton".to_owned(),
                trips: Trips::default(),
                hours: Hours { planned, used },
            };
            Allowance::default().exceeded(&used).len()
        };
        assert_eq!([hours(200, 0), hours(201, 0), hours(0, 300), hours(0, 200)], [0, 1, 1, 0]);
    }

    #[test]
    fn an_exchange_belongs_to_the_engagement_by_its_first_day() {
        let allowance = |period| Allowance { period, ..Allowance::default() };
        let engagement = allowance(dates("2026-01-01", "2028-12-31"));
        assert!(engagement.covers(None));
        assert!(engagement.covers(dates("2028-12-31", "2029-01-02")));
        assert!(!engagement.covers(dates("2029-01-01", "2029-01-01")));
        assert!(!engagement.covers(dates("2025-12-31", "2026-01-02")));
        // One that ends before it starts is as long as its first day.
        let turned = allowance(dates("2026-01-01", "2025-01-01"));
        assert!(turned.covers(dates("2026-01-01", "2026-01-01")));
        assert!(allowance(None).covers(dates("0001-01-01", "9999-12-31")));
    }

    #[test]
    fn what_a_site_uses_is_read_as_it_was_written() {
        let used = SiteUse {
            site: "Riverton".to_owned(),
            trips: trips(3, 2, 1),
            hours: Hours { planned: 40, used: 12 },
        };
        assert_eq!(SiteUse::read(&used.write()), Some(used));
        for wrong in [json!([]), json!(["x", 1, 2, 3, 4]), json!(["x", 1, 2, 3, 4, -5]), json!({})]
        {
            assert_eq!(SiteUse::read(&wrong), None, "{wrong}");
        }
    }
}
