//! Changes: who wrote what stands in the exchange, and when. By record or by person, since a day or since
//! it was last sent.

pub mod filter;
pub mod record;

use leptos::prelude::*;

use self::filter::Filter;
use crate::history::RecordAddress;
use crate::model::{Exchange, Id};
use crate::pages::open::versions::named_author;
use crate::pages::words::counted;
use crate::pages::{address_words, screen};
use crate::route::{Screen, Section};
use crate::ui::{Content, Derived, button, each_by, el, icon, key_of, live, memo, when};
use crate::workspace::{OpenExchange, RecordChange, ValueChange, only, writers};

/// How many records are drawn at once, and how many more each time someone asks.
const AT_ONCE: usize = 50;

/// What stands for the exchange's own fields in an address: they are no record.
const EXCHANGE: &str = "exchange";

/// Returns the screen that shows who changed a record; the root stands for the exchange's own fields.
///
/// - `exchange`: The exchange's id.
pub fn of_record(exchange: &Id, record: &RecordAddress) -> Screen {
    let at = if record.is_root() { EXCHANGE } else { record.as_str() };
    Screen::record(exchange, Section::Changes, &Id::from(at))
}

/// A link to who changed a record.
///
/// - `exchange`, `record`: As for [`of_record`].
/// - `what`: What the record is called for those who do not see where the link stands.
pub fn link(exchange: &Id, record: &RecordAddress, what: impl Content) -> AnyView {
    el("a")
        .class("button button--quiet no-print")
        .attr("href", of_record(exchange, record).href())
        .has((
            icon(icondata::LuHistory),
            el("span")
                .has((say!(changes.who_changed), el("span").class("visually-hidden").has(what))),
        ))
        .view()
}

/// The page.
pub fn changes() -> AnyView {
    let open = OpenExchange::expect();
    let screen = screen();
    let at = memo(move || match screen.get() {
        Screen::Exchange { section: Section::Changes, at, .. } => at,
        _ => None,
    });
    let all = memo(move || match at.get() {
        Some(at) => open.changes().into_iter().filter(|it| is_about(&it.record, &at)).collect(),
        None => open.changes(),
    });
    let filter = Filter::new(open);
    let names = memo(move || all.with(|all| writers(all)));
    let groups = memo(move || {
        let since = filter.since_ms();
        let only_new = filter.only_new();
        let is_shown = |value: &ValueChange| value.by.at_ms >= since && (!only_new || value.is_new);
        let (by_person, who) = (filter.by_person.get(), filter.who.get());
        all.with(|all| {
            let shown =
                only(all, |it| is_shown(it) && who.as_ref().is_none_or(|who| *who == it.by.author));
            if !by_person {
                return vec![(String::new(), shown)];
            }
            let of_person =
                |name: String| (named_author(&name), only(&shown, |it| it.by.author == name));
            writers(&shown).into_iter().map(of_person).collect()
        })
    });
    let count = memo(move || groups.with(|groups| groups.iter().map(|(_, it)| it.len()).sum()));
    let says = move || {
        counted(count.get(), say!(changes.count_one), |count| {
            say!(changes.count_many, count = count)
        })
    };
    el("section")
        .class("panel")
        .attr("aria-labelledby", "changes-title")
        .has((
            el("div").class("panel__head").has(el("h2").id("changes-title").has(say!(app.changes))),
            el("div").class("panel__body stack stack--close").has((
                when(move || at.with(Option::is_some), move || one_record(open)),
                when(move || at.with(Option::is_none), move || filter.fields(names)),
                el("p").class("soft").attr("role", "status").has(says),
            )),
            live(move || {
                let is_open = at.with(Option::is_some);
                // Names are read once: who looks at changes does not write at the same time.
                let exchange = StoredValue::new(open.with_trash());
                groups
                    .get()
                    .into_iter()
                    .map(|(name, changes)| {
                        let heading =
                            (!name.is_empty()).then(|| el("h3").class("panel__part").has(name));
                        (heading, list(changes, exchange, is_open)).view()
                    })
                    .collect::<Vec<_>>()
            }),
        ))
        .view()
}

/// Says that only one record's changes are shown, and leads to all.
fn one_record(open: OpenExchange) -> AnyView {
    el("p")
        .has((
            say!(changes.of_one),
            " ",
            el("a")
                .class("text-link")
                .attr("href", Screen::exchange(&open.id(), Section::Changes).href())
                .has(say!(changes.show_all)),
        ))
        .view()
}

/// The records of one group, the first of them at once.
fn list(changes: Vec<RecordChange>, exchange: StoredValue<Exchange>, is_open: bool) -> AnyView {
    let (shown, total) = (RwSignal::new(AT_ONCE), changes.len());
    let changes = StoredValue::new(changes);
    let some = move || {
        let shown = shown.get();
        changes.with_value(|all| all.iter().take(shown).cloned().collect::<Vec<_>>())
    };
    let rest: Derived<usize> = memo(move || total.saturating_sub(shown.get()));
    (
        el("ul").class("rows query").has(each_by(
            some,
            |change| key_of(&change.record.as_str()),
            move |change| record::row(change, exchange, is_open),
        )),
        when(
            move || rest.get() > 0,
            move || {
                el("div").class("panel__body").has(
                    button("button").on_click(move || shown.update(|shown| *shown += AT_ONCE)).has(
                        (
                            icon(icondata::LuChevronDown),
                            el("span").has(move || say!(changes.more, count = rest.get())),
                        ),
                    ),
                )
            },
        ),
    )
        .view()
}

fn is_about(record: &RecordAddress, at: &Id) -> bool {
    let asked = if record.is_root() { EXCHANGE } else { record.as_str() };
    asked == at.as_str()
}

/// Returns what a record is called: "Session “Storage tour”".
fn name_of(record: &RecordAddress, exchange: StoredValue<Exchange>) -> String {
    let kind = OpenExchange::expect().kind();
    exchange.with_value(|exchange| address_words::record(record, exchange, kind))
}
