//! Person-trips at a glance, beside the list of exchanges.

use leptos::prelude::*;

use super::seats::{person_trips, trips_line, warnings};
use crate::model::Programme;
use crate::route::Screen;
use crate::ui::{Content, El, el, live, memo, when};
use crate::workspace::{SiteStanding, Workspace};

/// How many sites are named beside the one that is shown.
const MOST_NAMED: usize = 4;

/// The panel; nothing where no site is known.
pub fn glance() -> AnyView {
    let workspace = Workspace::expect();
    let sites = memo(move || {
        let mut sites = workspace.sites();
        let own = workspace.device().with(|device| Programme::id(&device.site));
        // The own one first.
        if let Some(at) = sites.iter().position(|it| Some(&it.id) == own.as_ref()) {
            sites[..=at].rotate_right(1);
        }
        sites
    });
    when(
        move || sites.with(|sites| !sites.is_empty()),
        move || {
            el("section").class("panel").attr("aria-labelledby", "glance-trips").has((
                el("div").class("panel__head").has((
                    el("h2").id("glance-trips").has(say!(programme.trips)),
                    el("a")
                        .class("button button--quiet")
                        .attr("href", Screen::Programme.href())
                        .has(say!(programme.all_sites)),
                )),
                live(move || sites.with(|sites| panel(sites))),
            ))
        },
    )
    .view()
}

fn panel(sites: &[SiteStanding]) -> Option<AnyView> {
    let (first, others) = sites.split_first()?;
    let others = others.iter().take(MOST_NAMED).map(|site| {
        el("li").class("glance__site").has((
            link(site),
            el("small").has(trips_line(site)),
            warnings(site),
        ))
    });
    let others = others.collect::<Vec<_>>();
    let others = (!others.is_empty()).then(|| el("ul").class("stack stack--tight").has(others));
    Some(
        el("div")
            .class("panel__body stack stack--close")
            .has((el("h3").has(link(first)), person_trips(first), warnings(first), others))
            .view(),
    )
}

fn link(site: &SiteStanding) -> El {
    el("a").attr("href", Screen::Site(site.id.clone()).href()).has(site.site.clone())
}
