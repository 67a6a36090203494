//! Where the need was found and what shows it, the strategic issue, and how the results will be used.

use crate::model::{About, FoundIn};
use crate::pages::words;
use crate::ui::{Choice, El, Select, TextInput, el, memo};
use crate::workspace::OpenExchange;

/// The fields, shown when asked for.
pub fn need_details() -> El {
    let open = OpenExchange::expect();
    let about = open.about();
    let found_in = memo(move || {
        about.with(|about| about.need_found_in.map(FoundIn::word).unwrap_or_default().to_owned())
    });
    let mut choices = words::choices::<FoundIn>();
    choices.insert(0, Choice::new("", say!(plan.found_in_open)));
    let filled = memo(move || {
        about.with(|about| {
            let texts = [&about.need_evidence, &about.strategic_issue, &about.use_of_results];
            let texts = texts.iter().filter(|text| !text.trim().is_empty()).count();
            texts + usize::from(about.need_found_in.is_some())
        })
    });
    el("details").class("more").has((
        el("summary").has((
            say!(plan.need_more),
            " ",
            el("span")
                .class("soft num")
                .has(move || say!(plan.filled, filled = filled.get(), all = 4)),
        )),
        el("div").class("stack stack--close").has((
            Select::new(say!(plan.found_in), choices, found_in, move |word: String| {
                open.change_about(|about| about.need_found_in = FoundIn::from_word(&word));
            }),
            text(
                say!(plan.need_evidence),
                say!(plan.need_evidence_hint),
                |about| &about.need_evidence,
                |about, text| about.need_evidence = text,
            ),
            text(
                say!(plan.strategic_issue),
                say!(plan.strategic_issue_hint),
                |about| &about.strategic_issue,
                |about, text| about.strategic_issue = text,
            ),
            text(
                say!(plan.use_of_results),
                say!(plan.use_of_results_hint),
                |about| &about.use_of_results,
                |about, text| about.use_of_results = text,
            ),
        )),
    ))
}

fn text(
    label: &'static str,
    hint: &'static str,
    read: fn(&About) -> &String,
    write: fn(&mut About, String),
) -> TextInput {
    let open = OpenExchange::expect();
    let about = open.about();
    TextInput::area(label, memo(move || about.with(|about| read(about).clone())), move |text| {
        open.change_about(|about| write(about, text));
    })
    .rows(1)
    .hint(hint)
    .undone_by_page()
}
