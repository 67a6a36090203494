//! A panel with the rows of one kind of record: how many there are, what to do while there is none, and
//! a button for the next.

use leptos::prelude::*;

use super::Rows;
use crate::model::rank::Ranked;
use crate::model::{Id, Record};
use crate::ui::{Content, button, each, el, icon, when};

/// What a panel of rows says, and the kind of its list.
pub struct Panel {
    /// The id of its heading.
    pub id: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// What is said while there is no row.
    pub empty: &'static str,
    /// What the button for the next one says.
    pub add: &'static str,
    /// `ol` if the rows are numbered, else `ul`.
    pub list: &'static str,
}

impl Panel {
    /// Returns the panel with these rows in it.
    pub fn with<T: Record + Ranked>(
        self,
        rows: Rows<T>,
        row: fn(Id, Rows<T>) -> AnyView,
    ) -> AnyView {
        let drawn = each(move || rows.ids().get(), move |id| row(id, rows));
        let add = button("button button--quiet")
            .id(rows.add_button())
            .on_click(move || rows.add(T::default()));
        let count = rows.count();
        let Self { id, title, empty, add: word, list } = self;
        el("section")
            .class("panel")
            .attr("aria-labelledby", id)
            .has((
                el("div").class("panel__head").has(el("h2").id(id).has((
                    title,
                    " ",
                    el("span").class("count").has(count),
                ))),
                when(
                    move || count.get() == 0,
                    move || el("div").class("empty").has(el("p").has(empty)),
                ),
                el(list).class("rows").flag("data-long", rows.is_long()).has((
                    drawn,
                    el("li")
                        .class("add-row")
                        .has(add.has((icon(icondata::LuPlus), el("span").has(word)))),
                )),
            ))
            .view()
    }
}
