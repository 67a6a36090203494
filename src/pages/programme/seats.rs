//! Person-trips as a picture: a seat for each that a site may use.

use leptos::prelude::*;

use crate::model::allowance::Exceeded;
use crate::ui::{Content, El, el, icon};
use crate::workspace::SiteStanding;

/// With more seats than these a picture says nothing.
const MOST_SEATS: u16 = 90;

/// The figure, the picture, and the parts in words.
pub fn person_trips(site: &SiteStanding) -> AnyView {
    let used = site.used.trips.all();
    (
        el("p").class("figure").has((
            used.to_string(),
            " ",
            el("small").has(say!(programme.trips_used, allowed = site.allowance.trips)),
        )),
        seats(site),
        el("p").class("note-line").has(trips_line(site)),
    )
        .view()
}

/// Returns "8 traveled · 3 booked · 7 left": what there is of each.
pub fn trips_line(site: &SiteStanding) -> String {
    let trips = site.used.trips;
    let left = site.allowance.trips.saturating_sub(trips.all());
    let parts = [
        (trips.travelled, say!(programme.travelled, count = trips.travelled)),
        (trips.booked, say!(programme.booked, count = trips.booked)),
        (trips.planned, say!(programme.planned, count = trips.planned)),
    ];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words);
    let left = std::iter::once(say!(programme.left, count = left));
    parts.chain(left).collect::<Vec<_>>().join(" · ")
}

/// Returns a sentence for each thing of which a site uses more than it may.
pub fn exceeded(site: &SiteStanding) -> Vec<String> {
    let name = site.site.as_str();
    let sentence = |exceeded| match exceeded {
        Exceeded::Trips { used, allowed } => {
            say!(programme.trips_over, site = name, used = used, allowed = allowed)
        }
        Exceeded::Hours { used, allowed } => {
            say!(programme.hours_over, site = name, used = used, allowed = allowed)
        }
    };
    site.exceeded().into_iter().map(sentence).collect()
}

/// The same sentences, each on a line with a sign.
pub fn warnings(site: &SiteStanding) -> Vec<El> {
    let line = |sentence: String| {
        el("p")
            .class("note-line")
            .attr("data-state", "warn")
            .has((icon(icondata::LuTriangleAlert), el("span").has(sentence)))
    };
    exceeded(site).into_iter().map(line).collect()
}

fn seats(site: &SiteStanding) -> Option<El> {
    let (trips, allowed) = (site.used.trips, site.allowance.trips);
    let all = trips.all().max(allowed);
    if all == 0 || all > MOST_SEATS {
        return None;
    }
    let of = |count: u16, state: &'static str| std::iter::repeat_n(state, usize::from(count));
    let free = allowed.saturating_sub(trips.all());
    let seats = of(trips.travelled, "travelled")
        .chain(of(trips.booked, "booked"))
        .chain(of(trips.planned, "planned"))
        .chain(of(free, "free"))
        .zip(1_u16..)
        .map(|(state, at)| {
            let is_over = (at > allowed).then_some("true");
            el("i").attr("data-state", state).attr("data-over", is_over)
        })
        .collect::<Vec<_>>();
    let words = say!(programme.seats, site = site.site.as_str(), parts = trips_line(site));
    Some(el("p").class("seats").attr("role", "img").attr("aria-label", words).has(seats))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Programme;
    use crate::model::allowance::{Hours, SiteUse, Trips};

    fn site(travelled: u16, booked: u16, planned: u16) -> SiteStanding {
        SiteStanding {
            id: Programme::id("Riverton").expect("a site"),
            site: "Riverton".to_owned(),
            is_set_up: false,
            allowance: Programme::default().allowance(),
            used: SiteUse {
                site: "Riverton".to_owned(),
                trips: Trips { planned, booked, travelled },
                hours: Hours { planned: 240, used: 0 },
            },
            visits: Vec::new(),
        }
    }

    #[test]
    fn only_what_there_is_of_person_trips_is_told_and_always_what_is_left() {
        assert_eq!(trips_line(&site(8, 3, 0)), "8 traveled · 3 booked · 7 left");
        assert_eq!(trips_line(&site(0, 0, 0)), "18 left");
        assert_eq!(trips_line(&site(10, 5, 5)), "10 traveled · 5 booked · 5 planned · 0 left");
    }

    #[test]
    fn what_is_exceeded_is_told_with_both_figures() {
        assert_eq!(
            exceeded(&site(10, 5, 5)),
            [
                "Riverton uses 20 person-trips and may use 18.",
                "Riverton plans or uses 240 expert hours and may use 200.",
            ]
        );
    }
}
