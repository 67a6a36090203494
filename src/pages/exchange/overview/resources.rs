//! The resources: what to read before or after.

use leptos::prelude::*;

use crate::model::{Id, Resource};
use crate::pages::exchange::rows::menu::RowMenu;
use crate::pages::exchange::rows::{Row, Rows};
use crate::ui::{Each, Icon, TextLine, When, memo};
use crate::workspace::OpenExchange;

/// The panel.
#[component]
pub fn Resources() -> impl IntoView {
    let rows = Rows::<Resource>::all(OpenExchange::expect(), "resource", |it, rank| {
        it.rank = rank;
    });
    let count = rows.count();
    view! {
        <section class="panel" aria-labelledby="resources-title">
            <div class="panel__head">
                <h2 id="resources-title">
                    {say!(plan.resources)} " " <span class="count">{count}</span>
                </h2>
            </div>
            <When when=move || count.get() == 0>
                <div class="empty">
                    <p>{say!(plan.resources_empty)}</p>
                </div>
            </When>
            <ul class="rows">
                <Each each=move || rows.ids().get() let:id>
                    <ResourceRow id rows />
                </Each>
                <li class="add-row">
                    <button
                        class="button button--quiet"
                        type="button"
                        id=rows.add_button()
                        on:click=move |_| rows.add(Resource::default())
                    >
                        <Icon icon=icondata::LuPlus />
                        <span>{say!(plan.add_resource)}</span>
                    </button>
                </li>
            </ul>
        </section>
    }
}

/// One resource. Its address becomes a link only if it is safe to follow.
#[component]
fn ResourceRow(id: Id, rows: Rows<Resource>) -> impl IntoView {
    let row = Row::<Resource>::new(OpenExchange::expect(), &id);
    let number = rows.number(&id);
    let label = Signal::derive(move || say!(plan.resource_number, number = number.get()));
    let address_label = Signal::derive(move || say!(plan.resource_address, number = number.get()));
    let more = Signal::derive(move || say!(plan.more_for_resource, number = number.get()));
    let title = row.get(|it| it.title.clone());
    let address = row.get(|it| it.address.clone());
    let link = row.get(|it| it.link().map(str::to_owned));
    let is_plain = memo(move || !address.with(|it| it.trim().is_empty()) && link.get().is_none());
    let named = move || label.get_untracked();
    let name = move |()| name_or(title.get_untracked(), named());
    let follow = move || {
        link.get().map(|link| {
            let name = move || say!(plan.open_resource, title = name_or(title.get(), label.get()));
            view! {
                <a
                    class="button button--quiet button--icon"
                    href=link
                    target="_blank"
                    rel="noreferrer noopener"
                    aria-label=name
                >
                    <Icon icon=icondata::LuExternalLink />
                </a>
            }
        })
    };
    view! {
        <li class="item">
            <div class="item__body">
                <TextLine
                    label=label
                    id=rows.field(&id)
                    class="input--strong"
                    placeholder=say!(plan.resource_placeholder)
                    value=title
                    on_input=row.set(|it: &mut Resource, text| it.title = text)
                    on_enter=move |()| rows.add_after(&row.id(), Resource::default())
                    on_remove=move |()| rows.remove_emptied(&row.id(), named())
                />
                <TextLine
                    label=address_label
                    placeholder=say!(plan.resource_address_placeholder)
                    value=address
                    on_input=row.set(|it: &mut Resource, text| it.address = text)
                    on_enter=move |()| rows.add_after(&row.id(), Resource::default())
                />
                <When when=move || is_plain.get()>
                    <p class="item__meta">{say!(plan.resource_plain)}</p>
                </When>
            </div>
            <div class="item__tools">
                {follow}
                <RowMenu rows id label=more name=name />
            </div>
        </li>
    }
}

fn name_or(name: String, other: String) -> String {
    if name.trim().is_empty() { other } else { name }
}
