//! The programme: what each site may use, and what its exchanges use.

pub mod figures;
pub mod glance;
pub mod seats;
pub mod site;
pub mod visits;

use leptos::prelude::*;

use self::seats::{trips_line, warnings};
use super::TITLE_ID;
use crate::browser::page;
use crate::route::Screen;
use crate::ui::{Content, el, icon, live, memo, when_else};
use crate::workspace::{SiteStanding, Workspace};

/// All sites.
pub fn programme_page() -> AnyView {
    let workspace = Workspace::expect();
    page::set_title(say!(programme.title));
    let sites = memo(move || workspace.sites());
    let is_any = memo(move || sites.with(|sites| !sites.is_empty()));
    el("main")
        .class("page")
        .id("main")
        .has(el("div").class("create").has((
            el("div").class("page__top").has((
                el("h1").id(TITLE_ID).attr("tabindex", "-1").has(say!(programme.title)),
                el("p").class("soft measure").has(say!(programme.about)),
            )),
            when_else(
                move || is_any.get(),
                move || {
                    el("section").class("panel query").attr("aria-label", say!(programme.all)).has(
                        el("ul").class("rows").has(live(move || {
                            sites.get().into_iter().map(row).collect::<Vec<_>>()
                        })),
                    )
                },
                nothing,
            ),
        )))
        .view()
}

/// One site: its name, and how much of what it may use is left.
fn row(site: SiteStanding) -> AnyView {
    let hours = site.used.hours.all();
    el("li")
        .class("site")
        .has((
            el("div").class("site__what").has((
                el("h2").has(
                    el("a")
                        .class("site__link")
                        .attr("href", Screen::Site(site.id.clone()).href())
                        .has(site.site.clone()),
                ),
                el("p").class("soft").has(trips_line(&site)),
                warnings(&site),
            )),
            el("div").class("site__figures num").has((
                el("p").has(say!(
                    programme.trips_short,
                    used = site.used.trips.all(),
                    allowed = site.allowance.trips
                )),
                el("p").class("soft").has(say!(
                    programme.hours_short,
                    used = hours,
                    allowed = site.allowance.hours
                )),
            )),
            icon(icondata::LuChevronRight),
        ))
        .view()
}

/// What is said while no site is known.
fn nothing() -> AnyView {
    el("section")
        .class("panel")
        .attr("aria-labelledby", "no-site")
        .has(
            el("div").class("empty").has((
                icon(icondata::LuMapPin),
                el("h2").id("no-site").has(say!(programme.empty_title)),
                el("p").has(say!(programme.empty)),
                el("a")
                    .class("button")
                    .attr("href", Screen::Settings.href())
                    .has(say!(programme.to_settings)),
            )),
        )
        .view()
}
