//! One record and who wrote its values.

use leptos::prelude::*;

use super::name_of;
use crate::model::Exchange;
use crate::pages::address_words;
use crate::pages::exchange::places::screen_of;
use crate::pages::open::versions::by;
use crate::pages::words::counted;
use crate::ui::{Content, El, el, target};
use crate::workspace::{OpenExchange, RecordChange, RecordState, ValueChange};

/// How many characters of a value are shown.
const VALUE_LENGTH: usize = 200;

/// The row of a record: what became of it and by whom; opened, each value with its writer.
///
/// - `exchange`: Gives records their names, those in the trash too.
/// - `is_open`: Whether the values are shown from the beginning.
pub fn row(change: RecordChange, exchange: StoredValue<Exchange>, is_open: bool) -> AnyView {
    let open = OpenExchange::expect();
    let (tone, word) = match change.state {
        RecordState::Added => ("ok", say!(open.added)),
        RecordState::Changed => ("info", say!(open.changed)),
        RecordState::InTrash | RecordState::Emptied => ("danger", say!(changes.deleted)),
    };
    let is_gone = matches!(change.state, RecordState::InTrash | RecordState::Emptied);
    let name = name_of(&change.record, exchange);
    let last = change.last();
    let who = by(&last.author, last.at_ms);
    let to = (!is_gone).then(|| screen_of(&open.id(), &change.record));
    let heading = match to {
        Some(to) => el("a").class("text-link").attr("href", to.href()).has(name),
        None => el("span").has(name),
    };
    let values = StoredValue::new(change.values);
    let count = values.with_value(Vec::len);
    let summary =
        counted(count, say!(changes.values_one), |count| say!(changes.values_many, count = count));
    // An exchange has thousands of values: they are drawn only for who wants to see them.
    let is_shown = RwSignal::new(is_open);
    let details = move || {
        is_shown.get().then(|| {
            let rows = values.with_value(|values| {
                values.iter().map(|value| value_row(value, exchange)).collect::<Vec<_>>()
            });
            el("dl").class("edits").has(rows)
        })
    };
    el("li")
        .class("change")
        .has((
            el("span").class("badge").attr("data-state", tone).has(word),
            el("div").has((
                el("p").has(heading),
                el("p").class("soft").has(el("small").has(who)),
                (!is_gone).then(|| {
                    el("details")
                        .class("changes")
                        .flag("open", is_open)
                        .on("toggle", move |event| {
                            let details = target::<web_sys::HtmlDetailsElement>(&event);
                            is_shown.set(details.is_some_and(|details| details.open()));
                        })
                        .has((el("summary").has(summary), details))
                }),
            )),
        ))
        .view()
}

/// A value: its field, what stands there, who wrote it and when.
fn value_row(value: &ValueChange, exchange: StoredValue<Exchange>) -> El {
    let (field, text) = exchange.with_value(|exchange| match value.address.set_member() {
        Some(_) => {
            let member = address_words::member(&value.address, exchange);
            let text = if value.value.is_null() {
                say!(changes.taken_out, what = member)
            } else {
                say!(changes.put_in, what = member)
            };
            (address_words::field(&value.address.field()), text)
        }
        None => (
            address_words::field(&value.address.field()),
            address_words::value(&value.address, &value.value, exchange),
        ),
    });
    el("div").class("edit").has((
        el("dt").has(field),
        el("dd").has((
            el("span").class("edit__value").has(address_words::shortened(&text, VALUE_LENGTH)),
            el("small").class("soft").has(by(&value.by.author, value.by.at_ms)),
            value.is_new.then(|| {
                el("span").class("badge").attr("data-state", "info").has(say!(changes.is_new))
            }),
        )),
    ))
}
