//! The values of an exchange that were changed on two sides and wait for a person to settle them.

use leptos::prelude::*;

use crate::browser::page;
use crate::pages::open::versions::{Side, VersionCard, author_and_moment};
use crate::pages::words::counted;
use crate::pages::{TITLE_ID, address_words};
use crate::ui::{Icon, Toast, Toasts, When, memo};
use crate::workspace::{Conflict, OpenExchange, both};

/// The id of the line that opens the list, which has the focus after one was settled.
const SUMMARY_ID: &str = "unsettled";

/// Says that values were changed on two sides, and lets a person settle them. Nothing if there are
/// none.
#[component]
pub fn Unsettled() -> impl IntoView {
    let conflicts = OpenExchange::expect().conflicts();
    let count = memo(move || conflicts.with(Vec::len));
    let is_any = memo(move || count.get() > 0);
    let says = move || {
        counted(count.get(), say!(open.unsettled_one), |count| {
            say!(open.unsettled_many, count = count)
        })
    };
    let show = move || {
        if count.get() == 1 {
            say!(open.unsettled_show_one)
        } else {
            say!(open.unsettled_show_many)
        }
    };
    let key = |conflict: &Conflict| {
        let written =
            conflict.versions.iter().map(|version| version.written_ms).collect::<Vec<_>>();
        (conflict.address.to_string(), written)
    };
    view! {
        <When when=move || is_any.get()>
            <section class="stack stack--tight no-print" aria-labelledby="unsettled-title">
                <h2 class="visually-hidden" id="unsettled-title">{say!(open.unsettled_title)}</h2>
                <div class="callout" role="status">
                    <Icon icon=icondata::LuTriangleAlert />
                    <p>{says}</p>
                </div>
                <details class="changes">
                    <summary id=SUMMARY_ID>{show}</summary>
                    <ol class="panel rows query">
                        <For each=move || conflicts.get() key let:conflict>
                            <Row conflict />
                        </For>
                    </ol>
                </details>
            </section>
        </When>
    }
}

#[component]
fn Row(conflict: Conflict) -> impl IntoView {
    let open = OpenExchange::expect();
    let toasts = Toasts::expect();
    let Conflict { address, versions } = conflict.clone();
    let (what, texts) = open.exchange().with_untracked(|exchange| {
        let texts: Vec<String> = versions
            .iter()
            .map(|version| address_words::value(&address, &version.value, exchange))
            .collect();
        (address_words::address(&address, exchange), texts)
    });
    let settle = {
        let (address, what) = (address.clone(), what.clone());
        move |value: serde_json::Value| {
            open.settle(&address, value);
            toasts.show(Toast::new(say!(open.settled, what = what.clone())));
            request_animation_frame(|| {
                if !page::focus(SUMMARY_ID) {
                    page::focus(TITLE_ID);
                }
            });
        }
    };
    let cards = versions
        .iter()
        .enumerate()
        .map(|(at, version)| {
            let by = author_and_moment(version);
            let (settle, value) = (settle.clone(), version.value.clone());
            let name = say!(open.take_this_of, what = what.clone(), by = by.clone());
            let other = texts.get(usize::from(at == 0)).cloned().unwrap_or_default();
            view! {
                <VersionCard
                    side=if at == 0 { Side::Here } else { Side::Other }
                    by
                    author=version.author.clone()
                    text=texts[at].clone()
                    other
                >
                    <div class="cluster">
                        <button
                            class="button"
                            type="button"
                            aria-label=name
                            on:click=move |_| settle(value.clone())
                        >
                            {say!(open.take_this)}
                        </button>
                        {(at == 0).then(|| view! {
                            <span class="badge" data-state="info">{say!(open.shown_now)}</span>
                        })}
                    </div>
                </VersionCard>
            }
        })
        .collect_view();
    let joined = both(&conflict).map(|value| {
        view! {
            <button
                class="button button--quiet"
                type="button"
                aria-label=say!(open.take_both_of, what = what.clone())
                on:click=move |_| settle(value.clone())
            >
                {say!(open.take_both)}
            </button>
        }
    });
    view! {
        <li class="conflict">
            <div class="conflict__head">
                <h3 class="incoming__name">{what.clone()}</h3>
                {joined}
            </div>
            <div class="versions">{cards}</div>
        </li>
    }
}
