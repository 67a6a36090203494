//! One site: what it uses, in which visits, and what it may use.

use leptos::prelude::*;

use super::figures::figures;
use super::seats::{exceeded, person_trips};
use super::visits::visits;
use crate::browser::{clock, page};
use crate::model::Id;
use crate::model::allowance::Allowance;
use crate::outputs::file_name::file_name;
use crate::pages::exchange::rows::offer_undo;
use crate::pages::exchange::{came_back, conflicts, taken, undo};
use crate::pages::{TITLE_ID, backup, focus};
use crate::route::Screen;
use crate::ui::{
    Content, Derived, Toasts, button, callout, el, icon, live, memo, switch, when_else,
};
use crate::workspace::{OpenProgramme, SiteStanding, Workspace};

/// The page of one site.
///
/// - `id`: The id of its programme.
pub fn site_page(id: &Id) -> AnyView {
    let (workspace, id) = (Workspace::expect(), id.clone());
    let of_site = id.clone();
    let site = memo(move || workspace.site(&of_site));
    let is_known = memo(move || site.with(Option::is_some));
    el("main")
        .class("page")
        .id("main")
        .has(el("div").class("create").has(when_else(
            move || is_known.get(),
            move || known(site, id.clone()),
            missing,
        )))
        .view()
}

fn missing() -> AnyView {
    page::set_title(say!(programme.missing_title));
    (
        el("h1")
            .class("page__top")
            .id(TITLE_ID)
            .attr("tabindex", "-1")
            .has(say!(programme.missing_title)),
        el("p").class("soft measure").has(say!(programme.missing)),
        el("a")
            .class("button")
            .attr("href", Screen::Programme.href())
            .has(say!(programme.all_sites)),
    )
        .view()
}

fn known(site: Derived<Option<SiteStanding>>, id: Id) -> AnyView {
    let workspace = Workspace::expect();
    let name =
        memo(move || site.with(|site| site.as_ref().map(|it| it.site.clone())).unwrap_or_default());
    Effect::new(move |_| page::set_title(&name.get()));
    let of_programme = id.clone();
    let is_set_up = memo(move || workspace.programme(&of_programme).is_some());
    let head = {
        let id = id.clone();
        memo(move || {
            let open = workspace.programme(&id)?;
            Some(open.programme().with(|it| it.report_header.clone()))
        })
    };
    (
        el("p").class("report-head print-only").has(move || head.get().unwrap_or_default()),
        el("div").class("spread page__top").has((
            el("div").has((
                el("h1").id(TITLE_ID).attr("tabindex", "-1").has(name),
                el("a")
                    .class("no-print")
                    .attr("href", Screen::Programme.href())
                    .has(say!(programme.all_sites)),
            )),
            button("button no-print")
                .on_click(|| {
                    page::print();
                })
                .has((icon(icondata::LuPrinter), el("span").has(say!(programme.print)))),
        )),
        el("div").class("stack stack--loose").has((
            over(site),
            el("div").class("tiles").has((trips_panel(site), hours_panel(site))),
            visits(site),
            switch(
                move || is_set_up.get(),
                move |is_set_up| match workspace.programme(&id).filter(|_| is_set_up) {
                    Some(open) => own_figures(open),
                    None => usual_figures(name, id.clone()),
                },
            ),
        )),
    )
        .view()
}

/// Says of what the site uses more than it may.
fn over(site: Derived<Option<SiteStanding>>) -> AnyView {
    let sentences = memo(move || site.with(|site| site.as_ref().map(exceeded)).unwrap_or_default());
    live(move || {
        let callouts = sentences.get().into_iter();
        callouts.map(|it| callout("warn", icondata::LuTriangleAlert, it).view()).collect::<Vec<_>>()
    })
}

fn trips_panel(site: Derived<Option<SiteStanding>>) -> AnyView {
    el("section")
        .class("panel")
        .attr("aria-labelledby", "site-trips")
        .has(el("div").class("panel__body stack stack--close").has((
            el("h2").id("site-trips").has(say!(programme.trips)),
            live(move || site.with(|site| site.as_ref().map(person_trips))),
            el("p").class("soft measure").has(say!(programme.who_counts)),
        )))
        .view()
}

fn hours_panel(site: Derived<Option<SiteStanding>>) -> AnyView {
    let shown = move || {
        site.with(|site| {
            site.as_ref().map(|site| {
                let (hours, allowed) = (site.used.hours, site.allowance.hours);
                let part = u32::from(hours.all()) * 100 / u32::from(allowed.max(1));
                let words = say!(programme.hours_short, used = hours.all(), allowed = allowed);
                (
                    el("p").class("figure").has((
                        hours.all().to_string(),
                        " ",
                        el("small").has(say!(programme.trips_used, allowed = allowed)),
                    )),
                    el("div")
                        .class("meter")
                        .attr("role", "img")
                        .attr("aria-label", words)
                        .has(el("span").var("--part", part.min(100).to_string())),
                    el("p").class("note-line").has(say!(
                        programme.hours_parts,
                        used = hours.used,
                        planned = hours.planned,
                        left = allowed.saturating_sub(hours.all())
                    )),
                )
                    .view()
            })
        })
    };
    el("section")
        .class("panel")
        .attr("aria-labelledby", "site-hours")
        .has(
            el("div")
                .class("panel__body stack stack--close")
                .has((el("h2").id("site-hours").has(say!(programme.hours)), live(shown))),
        )
        .view()
}

/// The figures of a site that was not set up, and the way to set it up.
fn usual_figures(name: Derived<String>, id: Id) -> AnyView {
    let workspace = Workspace::expect();
    let usual = Allowance::default();
    el("section")
        .class("panel no-print")
        .attr("aria-labelledby", "site-figures")
        .has((
            el("div")
                .class("panel__head")
                .has(el("h2").id("site-figures").has(say!(programme.figures))),
            el("div").class("empty").has((
                el("p").has(move || {
                    let site = name.get();
                    say!(programme.usual, site = site, trips = usual.trips, hours = usual.hours)
                }),
                button("button")
                    .on_click(move || {
                        workspace.set_up_programme(&id, &name.get_untracked());
                        focus::soon(FIGURES_ID.to_owned());
                    })
                    .has(move || say!(programme.set_up, site = name.get())),
            )),
        ))
        .view()
}

/// The id of the heading that has the focus once a site was set up.
const FIGURES_ID: &str = "site-own-figures";

/// The figures of a site that was set up, with what any document offers.
fn own_figures(open: OpenProgramme) -> AnyView {
    provide_context(open.document());
    let (workspace, toasts) = (Workspace::expect(), Toasts::expect());
    undo::offer(open.document(), |_, id| Some(Screen::Site(id.clone())));
    let site = move || open.programme().with_untracked(|it| it.site.clone());
    let save = move || {
        let name = say!(programme.file, site = site());
        let name = file_name(&name, "programme", clock::today(), "json");
        backup::save(workspace, toasts, &[open.document()], &name);
    };
    let give_up = move || {
        open.delete_whole();
        offer_undo(say!(programme.gave_up, site = site()), move || {
            open.restore_whole();
            !open.is_deleted()
        });
    };
    el("div")
        .class("stack")
        .has((
            taken::taken(),
            conflicts::unsettled(),
            came_back::came_back(),
            el("section").class("panel no-print").attr("aria-labelledby", FIGURES_ID).has((
                el("div").class("panel__head").has(
                    el("h2").id(FIGURES_ID).attr("tabindex", "-1").has(say!(programme.figures)),
                ),
                figures(open),
                el("div").class("panel__foot cluster").has((
                    button("button")
                        .on_click(save)
                        .has((icon(icondata::LuSave), el("span").has(say!(programme.save)))),
                    button("button button--quiet").on_click(give_up).has(say!(programme.give_up)),
                )),
            )),
        ))
        .view()
}
