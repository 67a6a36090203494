//! How it works, in short. Part of the program, so it is there without a network.

use leptos::prelude::*;

use super::TITLE_ID;
use crate::browser::page;
use crate::route::Screen;

/// The screen of the help.
#[component]
pub fn HelpPage() -> impl IntoView {
    page::set_title(say!(help.title));
    view! {
        <main class="page" id="main">
            <div class="measure">
                <div class="page__top">
                    <h1 id=TITLE_ID tabindex="-1">{say!(help.title)}</h1>
                </div>
                <div class="stack stack--loose">
                    <p>{say!(help.lead)}</p>
                    <Topic id="help-plan" title=say!(help.plan) paragraphs=vec![
                        say!(help.plan_start),
                        say!(help.plan_thread),
                        say!(help.plan_agenda),
                        say!(help.plan_warnings),
                    ] />
                    <Topic id="help-visit" title=say!(help.visit) paragraphs=vec![
                        say!(help.visit_notes),
                        say!(help.visit_answers),
                        say!(help.visit_shared),
                        say!(help.visit_offline),
                    ] />
                    <Topic id="help-assess" title=say!(help.assess) paragraphs=vec![
                        say!(help.assess_met),
                        say!(help.assess_home),
                    ] />
                    <Topic id="help-send" title=say!(help.send) paragraphs=vec![
                        say!(help.send_file),
                        say!(help.send_open),
                        say!(help.send_merge),
                        say!(help.send_conflict),
                    ]>
                        <p>
                            <a class="text-link" href=Screen::Open.href()>{say!(app.open_file)}</a>
                        </p>
                    </Topic>
                    <Topic id="help-data" title=say!(help.data) paragraphs=vec![
                        say!(help.data_where),
                        say!(help.data_copy),
                    ]>
                        <p>
                            <a class="text-link" href=Screen::Settings.href()>
                                {say!(app.settings)}
                            </a>
                        </p>
                    </Topic>
                    <Topic id="help-privacy" title=say!(help.privacy) paragraphs=vec![
                        say!(help.privacy_not_for),
                        say!(help.privacy_private),
                        say!(help.privacy_unencrypted),
                        say!(help.privacy_no_tracking),
                    ] />
                    <Topic id="help-keys" title=say!(help.keys) paragraphs=Vec::new()>
                        <div class="query">
                            <dl class="facts">
                                <dt><kbd>{say!(help.key_enter)}</kbd></dt>
                                <dd>{say!(help.key_enter_does)}</dd>
                                <dt><kbd>{say!(help.key_escape)}</kbd></dt>
                                <dd>{say!(help.key_escape_does)}</dd>
                                <dt><kbd>{say!(help.key_arrows)}</kbd></dt>
                                <dd>{say!(help.key_arrows_does)}</dd>
                            </dl>
                        </div>
                    </Topic>
                    <Topic id="help-hosting" title=say!(help.hosting) paragraphs=vec![
                        say!(help.hosting_files),
                        say!(help.hosting_origin),
                    ] />
                </div>
            </div>
        </main>
    }
}

/// One topic: a heading, its paragraphs, and what belongs below them.
#[component]
fn Topic(
    /// The id of the heading.
    id: &'static str,
    /// The heading.
    title: &'static str,
    /// The paragraphs.
    paragraphs: Vec<&'static str>,
    /// What comes below them.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <section class="stack stack--tight" aria-labelledby=id>
            <h2 id=id>{title}</h2>
            {paragraphs.into_iter().map(|text| view! { <p>{text}</p> }).collect_view()}
            {children.map(|children| children())}
        </section>
    }
}
