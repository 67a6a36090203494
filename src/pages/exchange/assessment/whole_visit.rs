//! The visit as a whole: the questions that S0 asks of the requesting site.

use crate::ui::{Chip, Choice, Content, Derived, TextInput, el, memo, segmented};
use leptos::prelude::*;

use super::scale::scale;
use crate::model::{Assessment, Improvement};
use crate::pages::words;
use crate::workspace::OpenExchange;

/// The words for whether more follow-up is needed; nothing chosen is the empty word.
const YES: &str = "yes";
const NO: &str = "no";

/// The id of the question whether expectations were met.
const EXPECTATIONS_ID: &str = "expectations";

/// What the visit was worth, what was missed, and what follows from it.
pub fn whole_visit() -> AnyView {
    let open = OpenExchange::expect();
    let id = Assessment::visit_id();
    let assessment = open.record::<Assessment>(&id);
    let assessment = memo(move || assessment.get().unwrap_or_default());
    let change = move |change: &dyn Fn(&mut Assessment)| {
        open.change::<Assessment>(&Assessment::visit_id(), |assessment| change(assessment));
    };
    let text = move |of: fn(&Assessment) -> &str| {
        memo(move || assessment.with(|assessment| of(assessment).to_owned()))
    };
    let follow_up = memo(move || {
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
    el("section")
        .class("panel query")
        .attr("aria-labelledby", "whole-title")
        .has(
            el("div").class("panel__body stack").has((
                el("h2").id("whole-title").has(say!(assess.whole_title)),
                el("div").class("field").has((
                    el("span")
                        .class("field__label")
                        .id(EXPECTATIONS_ID)
                        .has(say!(assess.expectations)),
                    scale(id, EXPECTATIONS_ID.into(), say!(assess.clear_visit)),
                )),
                TextInput::area(
                    say!(assess.not_addressed),
                    text(|assessment| &assessment.not_addressed),
                    move |text: String| {
                        change(&|assessment| assessment.not_addressed = text.clone());
                    },
                )
                .rows(3)
                .undone_by_page(),
                el("div").class("field").has((
                    el("span")
                        .class("field__label")
                        .attr("aria-hidden", "true")
                        .has(say!(assess.follow_up)),
                    segmented(say!(assess.follow_up), "follow-up", answers, follow_up, decide),
                )),
                TextInput::area(
                    say!(assess.follow_up_what),
                    text(|assessment| &assessment.follow_up_what),
                    move |text: String| {
                        change(&|assessment| assessment.follow_up_what = text.clone());
                    },
                )
                .undone_by_page(),
                improvements(assessment),
                TextInput::area(
                    say!(assess.improve),
                    text(|assessment| &assessment.improve),
                    move |text: String| {
                        change(&|assessment| assessment.improve = text.clone());
                    },
                )
                .hint(say!(assess.improve_hint))
                .undone_by_page(),
            )),
        )
        .view()
}

/// Which kinds of improvement can be made at home.
///
/// - `assessment`: The assessment of the visit.
fn improvements(assessment: Derived<Assessment>) -> AnyView {
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
            Chip::new(
                words::of(improvement),
                memo(move || assessment.with(|it| it.improvements.contains(word))),
                toggle,
            )
        })
        .collect::<Vec<_>>();
    el("fieldset")
        .class("field")
        .has((
            el("legend").class("field__label").has(say!(assess.improvements)),
            el("div").class("choices").has(chips),
        ))
        .view()
}
