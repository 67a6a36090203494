//! Links all records of a list with one person at once.

use leptos::prelude::*;

use crate::model::rank::Ranked;
use crate::model::{Id, Record};
use crate::pages::exchange::rows::Rows;
use crate::pages::words::counted;
use crate::ui::{Choice, Content, Derived, button, check, el, icon, memo, segmented, when};
use crate::workspace::OpenExchange;

/// What links the records of a list with a person. Cheap to copy.
pub struct Assign<T: Record + Ranked> {
    rows: Rows<T>,
    label: &'static str,
    people: Derived<Vec<Choice>>,
    read: fn(&T) -> Option<&Id>,
    write: fn(&mut T, Id),
    is_open: RwSignal<bool>,
}

impl<T: Record + Ranked> Clone for Assign<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Record + Ranked> Copy for Assign<T> {}

impl<T: Record + Ranked> Assign<T> {
    /// Returns what links the records of these rows.
    ///
    /// - `label`: Says as what: "Who asks them".
    /// - `people`: Who is offered.
    /// - `read`: Returns the person that a record is linked with.
    /// - `write`: Links it with another.
    pub fn new(
        rows: Rows<T>,
        label: &'static str,
        people: Derived<Vec<Choice>>,
        read: fn(&T) -> Option<&Id>,
        write: fn(&mut T, Id),
    ) -> Self {
        Self { rows, label, people, read, write, is_open: RwSignal::new(false) }
    }

    /// The button that opens the form; nothing where one row is alone or nobody can be chosen.
    pub fn button(self) -> AnyView {
        let Self { rows, people, is_open, .. } = self;
        let can = memo(move || rows.count().get() > 1 && people.with(|people| !people.is_empty()));
        when(
            move || can.get(),
            move || {
                button("button button--quiet")
                    .attr("aria-expanded", move || is_open.get().to_string())
                    .on_click(move || is_open.update(|open| *open = !*open))
                    .has((icon(icondata::LuUsers), el("span").has(say!(plan.assign))))
            },
        )
    }

    /// The form, while it is open.
    pub fn form(self) -> AnyView {
        let is_open = self.is_open;
        when(move || is_open.get(), move || self.opened())
    }

    fn opened(self) -> AnyView {
        let Self { rows, label, people, read, write, is_open } = self;
        let open = OpenExchange::expect();
        let exchange = open.exchange();
        let only_loose = RwSignal::new(true);
        // Those that it would be written into.
        let affected = memo(move || {
            let only_loose = only_loose.get();
            exchange.with(|exchange| {
                let is_loose = |id: &Id| {
                    let person = T::table(exchange).get(id).and_then(read);
                    !person.is_some_and(|id| exchange.people.contains_key(id))
                };
                rows.ids().with(|ids| {
                    ids.iter().filter(|id| !only_loose || is_loose(id)).cloned().collect::<Vec<_>>()
                })
            })
        });
        let assign = Callback::new(move |person: Id| {
            let changes = affected.get_untracked().into_iter().map(|id| (id, person.clone()));
            open.change_each::<T, Id>(changes.collect(), write);
            is_open.set(false);
        });
        let count = memo(move || affected.with(Vec::len));
        drawn(label, rows.add_button(), people, only_loose, count, assign, is_open)
    }
}

/// The same form for records of every kind, compiled once.
fn drawn(
    label: &'static str,
    name: String,
    people: Derived<Vec<Choice>>,
    only_loose: RwSignal<bool>,
    count: Derived<usize>,
    assign: Callback<Id>,
    is_open: RwSignal<bool>,
) -> AnyView {
    let person = RwSignal::new(String::new());
    let words = move || {
        counted(count.get(), say!(plan.assign_one), |count| say!(plan.assign_many, count = count))
    };
    el("div")
        .class("assign")
        .attr("role", "group")
        .attr("aria-label", label)
        .has((
            segmented(label, format!("{name}-person"), people, person, move |word: String| {
                person.set(word);
            }),
            check(say!(plan.assign_only_loose), only_loose, move |on| only_loose.set(on)),
            el("div").class("assign__foot").has((
                button("button").on_click(move || is_open.set(false)).has(say!(app.cancel)),
                button("button button--primary")
                    .flag("disabled", move || count.get() == 0 || person.with(String::is_empty))
                    .on_click(move || assign.run(Id::from(person.get_untracked())))
                    .has(words),
            )),
        ))
        .view()
}
