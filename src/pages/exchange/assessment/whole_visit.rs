//! The visit as a whole: the questions that S0 asks of the requesting site.

use leptos::prelude::*;

use super::scale::Scale;
use crate::model::{Assessment, Improvement};
use crate::pages::words;
use crate::ui::{Chip, Choice, Segmented, TextArea, memo};
use crate::workspace::OpenExchange;

/// The words for whether more follow-up is needed; nothing chosen is the empty word.
const YES: &str = "yes";
const NO: &str = "no";

/// The id of the question whether expectations were met.
const EXPECTATIONS_ID: &str = "expectations";

/// What the visit was worth, what was missed, and what follows from it.
#[component]
pub fn WholeVisit() -> impl IntoView {
    let open = OpenExchange::expect();
    let id = Assessment::visit_id();
    let assessment = open.record::<Assessment>(&id);
    let assessment = memo(move || assessment.get().unwrap_or_default());
    let change = move |change: &dyn Fn(&mut Assessment)| {
        open.change::<Assessment>(&Assessment::visit_id(), |assessment| change(assessment));
    };
    let text = move |of: fn(&Assessment) -> &str| {
        Signal::derive(move || assessment.with(|assessment| of(assessment).to_owned()))
    };
    let follow_up = Signal::derive(move || {
        match assessment.with(|assessment| assessment.follow_up) {
            Some(true) => YES,
            Some(false) => NO,
            None => "",
        }
        .to_owned()
    });
    let decide = move |word: String| {
        let needed = match word.as_str() {
            YES => Some(true),
            NO => Some(false),
            _ => None,
        };
        change(&|assessment| assessment.follow_up = needed);
    };
    let answers = vec![
        Choice::new(YES, say!(assess.yes)),
        Choice::new(NO, say!(assess.no)),
        Choice::new("", say!(assess.not_decided)),
    ];
    view! {
        <section class="panel query" aria-labelledby="whole-title">
            <div class="panel__body stack">
                <h2 id="whole-title">{say!(assess.whole_title)}</h2>
                <div class="field">
                    <span class="field__label" id=EXPECTATIONS_ID>{say!(assess.expectations)}</span>
                    <Scale id named_by=EXPECTATIONS_ID clear=say!(assess.clear_visit) />
                </div>
                <TextArea
                    label=say!(assess.not_addressed)
                    rows=3
                    value=text(|assessment| &assessment.not_addressed)
                    on_input=move |text: String| {
                        change(&|assessment| assessment.not_addressed = text.clone());
                    }
                />
                <div class="field">
                    <span class="field__label" aria-hidden="true">{say!(assess.follow_up)}</span>
                    <Segmented
                        label=say!(assess.follow_up)
                        name="follow-up"
                        choices=answers
                        value=follow_up
                        on_change=decide
                    />
                </div>
                <TextArea
                    label=say!(assess.follow_up_what)
                    value=text(|assessment| &assessment.follow_up_what)
                    on_input=move |text: String| {
                        change(&|assessment| assessment.follow_up_what = text.clone());
                    }
                />
                <Improvements assessment />
                <TextArea
                    label=say!(assess.improve)
                    hint=say!(assess.improve_hint)
                    value=text(|assessment| &assessment.improve)
                    on_input=move |text: String| {
                        change(&|assessment| assessment.improve = text.clone());
                    }
                />
            </div>
        </section>
    }
}

/// Which kinds of improvement can be made at home.
#[component]
fn Improvements(
    /// The assessment of the visit.
    assessment: Memo<Assessment>,
) -> impl IntoView {
    let open = OpenExchange::expect();
    let chips = Improvement::ALL
        .iter()
        .copied()
        .map(|improvement| {
            let word = improvement.word();
            let toggle = move |is_chosen: bool| {
                open.change::<Assessment>(&Assessment::visit_id(), |assessment| {
                    if is_chosen {
                        assessment.improvements.insert(word.to_owned());
                    } else {
                        assessment.improvements.remove(word);
                    }
                });
            };
            view! {
                <Chip
                    text=words::improvement(improvement)
                    value=Signal::derive(move || {
                        assessment.with(|it| it.improvements.contains(word))
                    })
                    on_change=toggle
                />
            }
        })
        .collect_view();
    view! {
        <fieldset class="field">
            <legend class="field__label">{say!(assess.improvements)}</legend>
            <div class="choices">{chips}</div>
        </fieldset>
    }
}
