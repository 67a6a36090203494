//! The one list: a heading, what can be done with all of it, and a row for each record: what leads it, its
//! own words, at most one warning, at most two facts, and what else can be done.

use leptos::prelude::*;

use super::panel::Opened;
use crate::history::RecordAddress;
use crate::model::rank::Ranked;
use crate::model::{Id, Record};
use crate::pages::exchange::rows::Rows;
use crate::ui::{Content, Derived, El, MenuItem, Text, button, each, el, icon, live, when};

/// A list of records under one heading.
pub struct RecordList {
    id: String,
    title: Text,
    below: Option<AnyView>,
    tools: Option<AnyView>,
    under: Option<AnyView>,
    empty: &'static str,
    tag: &'static str,
}

impl RecordList {
    /// Returns a list with a heading, which is found by the id.
    pub fn new(id: impl Into<String>, title: impl Into<Text>) -> Self {
        Self {
            id: id.into(),
            title: title.into(),
            below: None,
            tools: None,
            under: None,
            empty: "",
            tag: "ul",
        }
    }

    /// Says that the order of the rows counts.
    pub fn numbered(mut self) -> Self {
        self.tag = "ol";
        self
    }

    /// Adds quiet words below the heading.
    pub fn below(mut self, words: AnyView) -> Self {
        self.below = Some(words);
        self
    }

    /// Adds what can be done with all of it.
    pub fn tools(mut self, tools: AnyView) -> Self {
        self.tools = Some(tools);
        self
    }

    /// Adds what opens under the head.
    pub fn under(mut self, what: AnyView) -> Self {
        self.under = Some(what);
        self
    }

    /// Says what is said while there is no row.
    pub fn empty(mut self, words: &'static str) -> Self {
        self.empty = words;
        self
    }

    /// Returns the list with these rows, and a button behind them that adds the next one.
    ///
    /// - `row`: Draws one.
    /// - `add`: What the button says, and what it does.
    pub fn with<T: Record + Ranked>(
        self,
        rows: Rows<T>,
        row: impl Fn(Id) -> AnyView + Clone + Send + Sync + 'static,
        add: (&'static str, Callback<()>),
    ) -> AnyView {
        let drawn = each(move || rows.ids().get(), row);
        self.drawn(rows.count(), rows.is_long(), rows.add_button(), drawn, add)
    }

    fn drawn(
        self,
        count: Derived<usize>,
        is_long: Derived<bool>,
        add_id: String,
        rows: AnyView,
        (word, add): (&'static str, Callback<()>),
    ) -> AnyView {
        let Self { id, title, below, tools, under, empty, tag } = self;
        let add = button("row__add")
            .id(add_id)
            .on_click(move || add.run(()))
            .has((icon(icondata::LuPlus), el("span").has(word)));
        el("section")
            .class("list")
            .attr("aria-labelledby", id.clone())
            .has((
                el("div").class("list__head").has((
                    el("div").class("list__title").has((
                        el("h2").id(id).attr("tabindex", "-1").has((
                            title,
                            " ",
                            el("span").class("count").has(count),
                        )),
                        below,
                    )),
                    tools.map(|tools| el("div").class("list__tools no-print").has(tools)),
                )),
                under,
                when(
                    move || count.get() == 0 && !empty.is_empty(),
                    move || el("p").class("list__empty soft").has(empty),
                ),
                el(tag)
                    .class("list__rows rows")
                    .flag("data-long", is_long)
                    .has((rows, el("li").class("add-row no-print").has(add))),
            ))
            .view()
    }
}

/// What leads a row.
pub enum Lead {
    /// A sign, such as its number, that opens the panel; and what is said of that: "Open question 3".
    Opens(AnyView, Derived<String>),
    /// Something that does something else, such as a tick.
    Own(AnyView),
}

/// One row of the list.
pub struct RecordRow {
    /// What leads it.
    pub lead: Lead,
    /// Whether it is done with.
    pub is_done: Derived<bool>,
    /// Its own words, edited where they stand.
    pub words: AnyView,
    /// What is wrong with it, if anything: at most one.
    pub warning: Derived<Option<String>>,
    /// What else is known of it: at most two facts.
    pub facts: Vec<AnyView>,
    /// Its menu, and what is done with it often.
    pub tools: AnyView,
}

impl RecordRow {
    /// Draws it. A tap beside its words opens its panel.
    pub fn view(self, opened: Opened, record: RecordAddress) -> AnyView {
        let Self { lead, is_done, words, warning, facts, tools } = self;
        let (of_lead, of_facts, of_row) = (record.clone(), record.clone(), record);
        let lead = match lead {
            Lead::Own(lead) => el("div").class("row__lead").has(lead),
            Lead::Opens(sign, label) => button("row__lead")
                .attr("tabindex", "-1")
                .attr("aria-label", label)
                .on_click(move || opened.open(of_lead.clone()))
                .has(sign),
        };
        let warning = move || {
            warning.get().map(|words| -> El {
                el("span")
                    .class("badge row__warn")
                    .attr("data-state", "warn")
                    .has((icon(icondata::LuTriangleAlert), words))
            })
        };
        let is_open = move || opened.record().with(|open| open.as_ref() == Some(&of_row));
        el("li")
            .class("row")
            .flag("data-current", is_open)
            .attr("data-state", move || is_done.get().then_some("done"))
            .has((
                lead,
                el("div").class("row__text").has(words),
                el("div")
                    .class("row__meta")
                    .on_click(move || opened.open(of_facts.clone()))
                    .has((warning, facts)),
                el("div").class("row__tools").has(tools),
            ))
            .view()
    }
}

/// A fact of a row: quiet text; nothing while there is none.
pub fn row_fact(words: Derived<Option<String>>) -> AnyView {
    live(move || words.get().map(|words| el("span").class("row__fact").has(words)))
}

/// Returns the act of a row's menu that opens its panel.
pub fn open_item(opened: Opened, record: &RecordAddress) -> MenuItem {
    let record = record.clone();
    MenuItem::new(icondata::LuPanelRightOpen, say!(plan.open_record), move |()| {
        opened.open(record.clone());
    })
}
