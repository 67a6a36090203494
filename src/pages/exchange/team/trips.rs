//! What the sites of the visiting organisations may use of the programme, and what this exchange takes.

use leptos::prelude::*;

use crate::model::About;
use crate::pages::programme::seats::{person_trips, warnings};
use crate::route::Screen;
use crate::ui::{Act, Content, El, NumberField, el, live, memo, when};
use crate::workspace::{OpenExchange, SiteStanding, Workspace};

/// The most expert hours that an exchange can take.
const MOST_HOURS: u16 = 9_999;

/// The panel; nothing where no visiting organisation names its site.
pub fn trips() -> AnyView {
    let (workspace, open) = (Workspace::expect(), OpenExchange::expect());
    let exchange = open.exchange();
    let sites = memo(move || exchange.with(|exchange| workspace.sites_of(exchange)));
    when(
        move || sites.with(|sites| !sites.is_empty()),
        move || {
            el("section").class("panel").attr("aria-labelledby", "trips-title").has((
                el("div")
                    .class("panel__head")
                    .has(el("h2").id("trips-title").has(say!(programme.title))),
                el("div").class("panel__body stack").has((
                    live(move || sites.get().iter().map(site).collect::<Vec<_>>()),
                    el("div").class("field-grid").has((
                        hours(
                            open,
                            say!(programme.hours_planned_here),
                            |about| about.expert_hours_planned,
                            |about, hours| about.expert_hours_planned = hours,
                        ),
                        hours(
                            open,
                            say!(programme.hours_used_here),
                            |about| about.expert_hours_used,
                            |about, hours| about.expert_hours_used = hours,
                        ),
                    )),
                )),
            ))
        },
    )
    .view()
}

/// One site: its picture, over all exchanges.
fn site(site: &SiteStanding) -> El {
    el("div").class("stack stack--tight").has((
        el("h3").has(
            el("a")
                .attr("href", Screen::Site(site.id.clone()).href())
                .has(say!(programme.trips_of, site = site.site.as_str())),
        ),
        person_trips(site),
        warnings(site),
    ))
}

fn hours(
    open: OpenExchange,
    label: &'static str,
    read: fn(&About) -> u16,
    write: fn(&mut About, u16),
) -> NumberField {
    let about = open.about();
    NumberField {
        label,
        less: say!(programme.fewer, what = label),
        more: say!(programme.more, what = label),
        value: memo(move || about.with(read)),
        step: 5,
        least: 0,
        most: MOST_HOURS,
        on_change: Act::from(move |hours| open.change_about(|about| write(about, hours))),
    }
}
