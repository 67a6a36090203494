//! What the exchange is for: goal, need, host, dates, form, focus and marking.

use leptos::prelude::*;

use super::dates::VisitDays;
use crate::model::{About, FocusArea, Format};
use crate::pages::exchange::loose_ends::GOAL;
use crate::pages::exchange::rows;
use crate::pages::words;
use crate::ui::{Chip, Select, TextInput, TextLine};
use crate::workspace::OpenExchange;

/// The panel.
#[component]
pub fn Goal() -> impl IntoView {
    let open = OpenExchange::expect();
    let about = open.about();
    let format = Signal::derive(move || about.with(|about| about.format.word().to_owned()));
    let on_format = move |word: String| {
        if let Some(format) = Format::from_word(&word) {
            open.change_about(|about| about.format = format);
        }
    };
    let marking = Signal::derive(move || about.with(|about| about.marking.clone()));
    let on_marking = move |text| open.change_about(|about| about.marking = text);
    view! {
        <section class="panel" aria-labelledby="goal-title">
            <div class="panel__head">
                <h2 id="goal-title">{say!(plan.goal)}</h2>
            </div>
            <div class="panel__body stack stack--close">
                <Line
                    label=say!(plan.title)
                    name="title"
                    placeholder=say!(plan.title_placeholder)
                    class="input--strong"
                    read=|about| &about.title
                    write=|about, text| about.title = text
                />
                <Line
                    label=say!(plan.goal)
                    name=GOAL
                    placeholder=say!(plan.goal_placeholder)
                    class="input--goal"
                    read=|about| &about.goal
                    write=|about, text| about.goal = text
                />
                <Line
                    label=say!(plan.need)
                    name="need"
                    placeholder=say!(plan.need_placeholder)
                    read=|about| &about.need
                    write=|about, text| about.need = text
                />
                <Line
                    label=say!(plan.why_host)
                    name="why-host"
                    placeholder=say!(plan.why_host_placeholder)
                    read=|about| &about.why_host
                    write=|about, text| about.why_host = text
                />
                <div class="field-grid">
                    <VisitDays />
                    <Select
                        label=say!(plan.format)
                        choices=words::choices(Format::ALL, Format::word, words::format)
                        value=format
                        on_change=on_format
                    />
                </div>
                <FocusAreas />
                <TextInput
                    label=say!(plan.marking)
                    hint=say!(plan.marking_hint)
                    value=marking
                    on_input=on_marking
                />
            </div>
        </section>
    }
}

/// One line of words, edited in place under its name.
#[component]
fn Line(
    label: &'static str,
    /// Ends the id of the element.
    name: &'static str,
    placeholder: &'static str,
    #[prop(optional)] class: &'static str,
    read: fn(&About) -> &String,
    write: fn(&mut About, String),
) -> impl IntoView {
    let open = OpenExchange::expect();
    let about = open.about();
    let value = Signal::derive(move || about.with(|about| read(about).clone()));
    view! {
        <div class="field">
            <span class="field__label soft" aria-hidden="true">{label}</span>
            <TextLine
                label=label
                id=rows::element("about", &name.into())
                placeholder=placeholder
                class=class
                value=value
                on_input=move |text| open.change_about(|about| write(about, text))
            />
        </div>
    }
}

/// The focus areas that the exchange belongs to (S1).
#[component]
fn FocusAreas() -> impl IntoView {
    let open = OpenExchange::expect();
    let about = open.about();
    let chips = FocusArea::ALL
        .iter()
        .map(|area| {
            let word = area.word();
            let chosen =
                Signal::derive(move || about.with(|about| about.focus_areas.contains(word)));
            let on_change = move |chosen| {
                open.change_about(|about| {
                    if chosen {
                        about.focus_areas.insert(word.to_owned());
                    } else {
                        about.focus_areas.remove(word);
                    }
                });
            };
            view! { <Chip text=words::focus_area(*area) value=chosen on_change=on_change /> }
        })
        .collect_view();
    view! {
        <fieldset class="field">
            <legend class="field__label">{say!(plan.focus_areas)}</legend>
            <div class="choices">{chips}</div>
        </fieldset>
    }
}
