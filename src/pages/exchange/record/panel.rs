//! The one panel: a record with all its fields, beside its list where there is room, else a sheet from below.

use leptos::prelude::*;

use crate::history::RecordAddress;
use crate::model::rank::Ranked;
use crate::model::{Id, Record};
use crate::pages::exchange::changes;
use crate::pages::exchange::rows::{Row, Rows};
use crate::pages::focus;
use crate::ui::{Content, Derived, El, InPlace, button, el, icon, memo, settled, switch};
use crate::workspace::OpenExchange;

/// The id of the panel's element.
const PANEL_ID: &str = "record-panel";
const TITLE_ID: &str = "record-panel-title";

/// Which record is shown in the panel of a screen. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Opened {
    record: RwSignal<Option<RecordAddress>>,
    shown: Derived<Option<RecordAddress>>,
}

impl Default for Opened {
    /// Returns a panel that is closed. It closes again when its record goes.
    fn default() -> Self {
        let (record, exchange) = (RwSignal::new(None), OpenExchange::expect().exchange());
        let is_there = move |record: &RecordAddress| {
            let id = Id::from(&*record.id().unwrap_or_default());
            exchange.with(|it| it.record(record.collection().as_deref(), &id).is_some())
        };
        Self { record, shown: settled(memo(move || record.get().filter(is_there))) }
    }
}

impl Opened {
    /// Returns the record that is shown.
    pub fn record(self) -> Derived<Option<RecordAddress>> {
        self.shown
    }

    /// Shows a record and goes to its panel.
    pub fn open(self, record: RecordAddress) {
        self.record.set(Some(record));
        focus::soon_in_place(PANEL_ID);
    }

    /// Closes the panel.
    pub fn close(self) {
        self.record.set(None);
    }
}

/// A list with the panel of the record that is opened beside it.
///
/// - `list`: The list, or several.
/// - `panel`: Returns the panel of a record.
pub fn beside(
    opened: Opened,
    list: AnyView,
    panel: impl Fn(Id) -> AnyView + Clone + Send + Sync + 'static,
) -> AnyView {
    let shown = opened.record();
    let panel = switch(
        move || shown.get(),
        move |shown| {
            let id = shown.and_then(|it| it.id().map(|id| Id::from(&*id)));
            id.map_or_else(|| ().into_any(), &panel)
        },
    );
    el("div")
        .class("with-record")
        .flag("data-open", move || shown.with(Option::is_some))
        .has((list, panel))
        .view()
}

/// The panel of one record.
pub struct RecordPanel<T: Record + Ranked> {
    row: Row<T>,
    rows: Rows<T>,
    opened: Opened,
    kind: &'static str,
    title: InPlace,
    name: Derived<String>,
    groups: Vec<El>,
}

impl<T: Record + Ranked> RecordPanel<T> {
    /// Returns the panel of the record of a row.
    ///
    /// - `rows`: The rows it belongs to: their order is that of "previous" and "next".
    /// - `kind`: What a record of this kind is called.
    /// - `title`: Its own words, edited where they stand.
    /// - `name`: What it is called.
    pub fn new(
        row: Row<T>,
        rows: Rows<T>,
        opened: Opened,
        kind: &'static str,
        title: InPlace,
        name: Derived<String>,
    ) -> Self {
        // The same words stand in its row, under its number.
        let title = title.label(kind).strong();
        Self { row, rows, opened, kind, title, name, groups: Vec::new() }
    }

    /// Adds fields under a heading.
    pub fn group(mut self, heading: &'static str, fields: impl Content) -> Self {
        let group = el("section").class("record__group").has((el("h3").has(heading), fields));
        self.groups.push(group);
        self
    }

    /// Draws it.
    pub fn view(self) -> AnyView {
        let Self { row, rows, opened, kind, title, name, groups } = self;
        let id = row.id();
        let place = rows.number(&id);
        let count = rows.count();
        let of_row = id.clone();
        let go = move |steps: isize| {
            let next = rows.ids().with_untracked(|ids| {
                let at = ids.iter().position(|other| *other == of_row)?;
                ids.get(at.checked_add_signed(steps)?).cloned()
            });
            if let Some(next) = next {
                opened.open(RecordAddress::new(T::COLLECTION, next.as_str()));
            }
        };
        let field = rows.field(&id);
        let close = move || {
            opened.close();
            focus::soon(field.clone());
        };
        let delete = {
            let id = id.clone();
            move || {
                opened.close();
                rows.delete(&id, name.get_untracked());
            }
        };
        let record = RecordAddress::new(T::COLLECTION, id.as_str());
        let place_words = memo(move || {
            say!(plan.panel_of, name = kind, number = place.get(), count = count.get())
        });
        let heading = move || place_words.get();
        drawn(Drawn {
            heading: el("p").class("record__kind").has(heading),
            name,
            title,
            previous: (
                memo(move || place.get() <= 1),
                Callback::new({
                    let go = go.clone();
                    move |()| go(-1)
                }),
            ),
            next: (memo(move || place.get() >= count.get()), Callback::new(move |()| go(1))),
            close: Callback::new(move |()| close()),
            delete: Callback::new(move |()| delete()),
            changed: changes::link(&rows.exchange(), &record, move || format!(" {}", name.get())),
            groups,
        })
    }
}

/// What the panel of any record is made of.
struct Drawn {
    heading: El,
    name: Derived<String>,
    title: InPlace,
    previous: (Derived<bool>, Callback<()>),
    next: (Derived<bool>, Callback<()>),
    close: Callback<()>,
    delete: Callback<()>,
    changed: AnyView,
    groups: Vec<El>,
}

/// The same panel for records of every kind, compiled once.
fn drawn(panel: Drawn) -> AnyView {
    let tall = RwSignal::new(false);
    let Drawn { heading, name, title, previous, next, close, delete, changed, groups } = panel;
    let step = |label: &'static str, sign, (disabled, act): (Derived<bool>, Callback<()>)| {
        button("button button--quiet button--icon")
            .attr("aria-label", label)
            .flag("disabled", disabled)
            .on_click(move || act.run(()))
            .has(icon(sign))
    };
    let never = memo(|| false);
    el("aside")
        .class("record panel")
        .id(PANEL_ID)
        .attr("tabindex", "-1")
        .attr("aria-labelledby", TITLE_ID)
        .on_key(move |event| {
            if event.key() == "Escape" && !event.default_prevented() {
                event.prevent_default();
                close.run(());
            }
        })
        .has((
            button("record__handle")
                .attr("aria-expanded", move || tall.get().to_string())
                .attr("aria-label", say!(plan.panel_more))
                .on_click(move || tall.update(|tall| *tall = !*tall)),
            el("div").class("record__head").has((
                el("h2").class("visually-hidden").id(TITLE_ID).has(name),
                heading,
                step(say!(plan.panel_previous), icondata::LuChevronUp, previous),
                step(say!(plan.panel_next), icondata::LuChevronDown, next),
                step(say!(plan.panel_close), icondata::LuX, (never, close)),
            )),
            el("div").class("record__body").has((title, groups)),
            el("div").class("record__foot").has((
                changed,
                button("button button--quiet button--danger")
                    .on_click(move || delete.run(()))
                    .has((icon(icondata::LuTrash2), el("span").has(say!(plan.delete)))),
            )),
        ))
        .view()
}
