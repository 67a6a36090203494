//! The chosen session: beside the days, or a sheet from below where it is narrow.

use leptos::prelude::*;

use super::alerts::Alerts;
use super::fields::{Kind, Lead, Place, Points};
use super::inspected::Inspected;
use super::links::{Objectives, Questions};
use super::slot::{Steps, When};
use super::state::{AgendaScreen, PANEL_ID, focus_soon, link_id, name_id, title_of};
use crate::model::Id;
use crate::ui::{Icon, TextLine, live};

/// The panel of one session.
#[component]
pub fn Inspector(
    /// Which one.
    id: Id,
) -> impl IntoView {
    let screen = AgendaScreen::expect();
    let session = Inspected::new(screen, id.clone());
    let tall = RwSignal::new(false);
    let name = move || session.session.with(|session| title_of(Some(session)));
    let close = {
        let id = id.clone();
        move |_| {
            screen.leave();
            focus_soon(link_id(&id));
        }
    };
    view! {
        <aside
            class="panel inspector"
            id=PANEL_ID
            tabindex="-1"
            aria-labelledby="session-panel-title"
        >
            <button
                class="inspector__handle"
                type="button"
                aria-expanded=move || tall.get().to_string()
                aria-label=say!(agenda.panel_more)
                on:click=move |_| tall.update(|tall| *tall = !*tall)
            ></button>
            <div class="panel__head">
                <div class="inspector__title">
                    <h2 class="visually-hidden" id="session-panel-title">
                        {live(move || say!(agenda.panel_title, title = name()))}
                    </h2>
                    <TextLine
                        label=say!(agenda.name)
                        value=session.text(|session| &session.title)
                        on_input=session.take(|session| &mut session.title)
                        placeholder=say!(agenda.name_hint)
                        class="input--strong"
                        id=name_id(&id)
                    />
                </div>
                <div class="cluster">
                    <button
                        class="button button--quiet button--icon"
                        type="button"
                        aria-label=say!(agenda.panel_close)
                        on:click=close
                    >
                        <Icon icon=icondata::LuX />
                    </button>
                </div>
            </div>
            <div class="panel__body stack stack--close">
                <Alerts session />
                <Steps session />
                <When session />
                <Kind session />
                <Place session />
                <Lead session />
                <Points session />
                <Objectives session />
                <Questions session />
            </div>
            <div class="panel__foot">
                <button
                    class="button button--quiet button--danger"
                    type="button"
                    on:click=move |_| screen.delete(&id)
                >
                    <Icon icon=icondata::LuTrash2 />
                    <span>{say!(agenda.delete)}</span>
                </button>
            </div>
        </aside>
    }
}
