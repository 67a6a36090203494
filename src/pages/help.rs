//! How it works, in short. Part of the program, so it is there without a network.

use crate::ui::{Content, el, live};
use leptos::prelude::*;

use super::TITLE_ID;
use super::agency::AgencyPlace;
use crate::browser::page;
use crate::route::Screen;

/// The screen of the help.
pub fn help_page() -> AnyView {
    page::set_title(say!(help.title));
    el("main")
        .class("page")
        .id("main")
        .has(
            el("div").class("measure").has((
                el("div")
                    .class("page__top")
                    .has(el("h1").id(TITLE_ID).attr("tabindex", "-1").has(say!(help.title))),
                el("div").class("stack stack--loose").has((
                    el("p").has(say!(help.lead)),
                    topic(
                        "help-plan",
                        say!(help.plan),
                        vec![
                            say!(help.plan_start),
                            say!(help.plan_library),
                            say!(help.plan_own),
                            say!(help.plan_thread),
                            say!(help.plan_host),
                            say!(help.plan_agenda),
                            say!(help.plan_prepare),
                            say!(help.plan_paste),
                            say!(help.plan_warnings),
                        ],
                        None,
                    ),
                    topic(
                        "help-programme",
                        say!(help.programme),
                        vec![say!(help.programme_sites), say!(help.programme_figures)],
                        None,
                    ),
                    topic(
                        "help-undo",
                        say!(help.undo),
                        vec![say!(help.undo_steps), say!(help.undo_others), say!(help.undo_file)],
                        None,
                    ),
                    topic(
                        "help-visit",
                        say!(help.visit),
                        vec![
                            say!(help.visit_notes),
                            say!(help.visit_answers),
                            say!(help.visit_shared),
                            say!(help.visit_offline),
                        ],
                        None,
                    ),
                    topic(
                        "help-assess",
                        say!(help.assess),
                        vec![say!(help.assess_met), say!(help.assess_home)],
                        None,
                    ),
                    topic(
                        "help-send",
                        say!(help.send),
                        vec![
                            say!(help.send_file),
                            say!(help.send_open),
                            say!(help.send_merge),
                            say!(help.send_conflict),
                        ],
                        Some(
                            el("p")
                                .has(
                                    el("a")
                                        .class("text-link")
                                        .attr("href", Screen::Open.href())
                                        .has(say!(app.open_file)),
                                )
                                .view(),
                        ),
                    ),
                    topic(
                        "help-changes",
                        say!(help.changes),
                        vec![
                            say!(help.changes_who),
                            say!(help.changes_trash),
                            say!(help.changes_back),
                        ],
                        None,
                    ),
                    topic(
                        "help-data",
                        say!(help.data),
                        vec![say!(help.data_where), say!(help.data_copy)],
                        Some(
                            el("p")
                                .has(
                                    el("a")
                                        .class("text-link")
                                        .attr("href", Screen::Settings.href())
                                        .has(say!(app.settings)),
                                )
                                .view(),
                        ),
                    ),
                    topic(
                        "help-privacy",
                        say!(help.privacy),
                        vec![
                            say!(help.privacy_not_for),
                            say!(help.privacy_private),
                            say!(help.privacy_unencrypted),
                            say!(help.privacy_no_tracking),
                        ],
                        None,
                    ),
                    topic(
                        "help-keys",
                        say!(help.keys),
                        Vec::new(),
                        Some(
                            el("div")
                                .class("query")
                                .has(el("dl").class("facts").has((
                                    el("dt").has(el("kbd").has(say!(help.key_undo))),
                                    el("dd").has(say!(help.key_undo_does)),
                                    el("dt").has(el("kbd").has(say!(help.key_enter))),
                                    el("dd").has(say!(help.key_enter_does)),
                                    el("dt").has(el("kbd").has(say!(help.key_escape))),
                                    el("dd").has(say!(help.key_escape_does)),
                                    el("dt").has(el("kbd").has(say!(help.key_arrows))),
                                    el("dd").has(say!(help.key_arrows_does)),
                                )))
                                .view(),
                        ),
                    ),
                    topic(
                        "help-hosting",
                        say!(help.hosting),
                        vec![
                            say!(help.hosting_files),
                            say!(help.hosting_origin),
                            say!(help.hosting_agency),
                        ],
                        Some(contact()),
                    ),
                )),
            )),
        )
        .view()
}

/// Whom the agency names to ask; nothing if nobody.
fn contact() -> AnyView {
    let agency = AgencyPlace::ask();
    live(move || {
        let contact = agency.with(|agency| agency.contact.trim().to_owned());
        (!contact.is_empty()).then(|| el("p").has(say!(help.contact, contact = contact)))
    })
}

/// One topic: a heading, its paragraphs, and what belongs below them.
///
/// - `id`: The id of the heading.
/// - `title`: The heading.
/// - `paragraphs`: The paragraphs.
/// - `children`: What comes below them.
fn topic(
    id: &'static str,
    title: &'static str,
    paragraphs: Vec<&'static str>,
    children: Option<AnyView>,
) -> AnyView {
    el("section")
        .class("stack stack--tight")
        .attr("aria-labelledby", id)
        .has((
            el("h2").id(id).has(title),
            paragraphs.into_iter().map(|text| el("p").has(text)).collect::<Vec<_>>(),
            children,
        ))
        .view()
}
