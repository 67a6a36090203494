//! The visits of a site, and what each uses.

use leptos::prelude::*;

use crate::pages::words::counted;
use crate::pages::{format, named};
use crate::route::{Screen, Section};
use crate::ui::{Content, Derived, el, live, memo, when_else};
use crate::workspace::{SiteStanding, SiteVisit};

/// The list of a site's visits.
pub fn visits(site: Derived<Option<SiteStanding>>) -> AnyView {
    let visits = memo(move || {
        site.with(|site| site.as_ref().map(|it| it.visits.clone())).unwrap_or_default()
    });
    el("section")
        .class("panel")
        .attr("aria-labelledby", "site-visits")
        .has((
            el("div")
                .class("panel__head")
                .has(el("h2").id("site-visits").has(say!(programme.visits))),
            when_else(
                move || visits.with(|visits| !visits.is_empty()),
                move || {
                    el("ul")
                        .class("rows query")
                        .has(live(move || visits.get().into_iter().map(row).collect::<Vec<_>>()))
                },
                || el("div").class("empty").has(el("p").has(say!(programme.no_visit))),
            ),
        ))
        .view()
}

fn row(visit: SiteVisit) -> AnyView {
    let title = named(&visit.title);
    let title = if visit.is_archived {
        el("span").has(title)
    } else {
        let screen = Screen::exchange(&visit.id, Section::Team);
        el("a").attr("href", screen.href()).has(title)
    };
    let badge = |words: &'static str| el("span").class("badge").has(words);
    let badges = (
        (!visit.counts).then(|| badge(say!(programme.outside))),
        visit.is_archived.then(|| badge(say!(programme.archived))),
    );
    let dates = visit.dates.map_or_else(|| say!(app.dates_open).to_owned(), format::range);
    el("li")
        .class("spread")
        .has((
            el("div").has((el("h3").has((title, " ", badges)), el("p").class("soft").has(dates))),
            el("p").class("num soft").has(uses(&visit)),
        ))
        .view()
}

/// Returns "4 person-trips · 2 traveled · 2 booked · 20 expert hours".
fn uses(visit: &SiteVisit) -> String {
    let (trips, hours) = (visit.used.trips, visit.used.hours.all());
    let all = usize::from(trips.all());
    let mut parts = vec![match all {
        0 => say!(programme.visit_trips_none).to_owned(),
        _ => counted(all, say!(programme.visit_trips_one), |count| {
            say!(programme.visit_trips, count = count)
        }),
    }];
    if trips.travelled > 0 {
        parts.push(say!(programme.travelled, count = trips.travelled));
    }
    if trips.booked > 0 {
        parts.push(say!(programme.booked, count = trips.booked));
    }
    if hours > 0 {
        parts.push(say!(programme.visit_hours, count = hours));
    }
    parts.join(" · ")
}
