//! Rows of records in the order people gave them: one is read and written in place, the next is
//! added, moved, or deleted with a way back.

mod grip;
pub mod menu;
pub mod panel;
pub mod places;
pub mod row;

pub use panel::Panel;
pub use places::{element, focus_record, follow_address};
pub use row::Row;

use leptos::prelude::*;

use crate::model::rank::{self, Ranked};
use crate::model::{Id, Record, pasted};
use crate::pages::focus;
use crate::ui::{Derived, Toast, Toasts, memo, settled};
use crate::workspace::OpenExchange;

/// From how many rows on those out of sight are not laid out.
const LONG: usize = 24;

/// Returns whether a list is so long that its rows out of sight should not be laid out.
pub fn is_long(ids: Derived<Vec<Id>>) -> Derived<bool> {
    memo(move || ids.with(Vec::len) >= LONG)
}

/// The rows of one list. Cheap to copy.
pub struct Rows<T: Record + Ranked> {
    open: OpenExchange,
    kind: &'static str,
    scope: StoredValue<String>,
    ids: Derived<Vec<Id>>,
    place: fn(&mut T, String),
}

impl<T: Record + Ranked> Clone for Rows<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Record + Ranked> Copy for Rows<T> {}

impl<T: Record + Ranked> Rows<T> {
    /// Returns the rows of all records of a kind. `kind` begins the ids of their elements, `place`
    /// gives a record its rank.
    pub fn all(open: OpenExchange, kind: &'static str, place: fn(&mut T, String)) -> Self {
        let exchange = open.exchange();
        let ids = memo(move || exchange.with(|exchange| rank::ordered(T::table(exchange))));
        Self::of(open, kind, "", ids, place)
    }

    /// Returns the rows of some records: those of `ids`, in their order. `scope` tells this list
    /// from others of the same kind on the page.
    pub fn of(
        open: OpenExchange,
        kind: &'static str,
        scope: &str,
        ids: Derived<Vec<Id>>,
        place: fn(&mut T, String),
    ) -> Self {
        let ids = settled(ids);
        Self { open, kind, scope: StoredValue::new(scope.to_owned()), ids, place }
    }

    /// Returns the id of the exchange that they belong to.
    pub fn exchange(self) -> Id {
        self.open.id()
    }

    /// Returns the records in their order.
    pub fn ids(self) -> Derived<Vec<Id>> {
        self.ids
    }

    /// Returns how many there are.
    pub fn count(self) -> Derived<usize> {
        let ids = self.ids;
        memo(move || ids.with(Vec::len))
    }

    /// Returns whether it is a long list: see [`is_long`].
    pub fn is_long(self) -> Derived<bool> {
        is_long(self.ids)
    }

    /// Returns the place of a record, counted from 1; 0 if it is not in the list.
    pub fn number(self, id: &Id) -> Derived<usize> {
        let (ids, id) = (self.ids, id.clone());
        memo(move || {
            ids.with(|ids| ids.iter().position(|other| *other == id).map_or(0, |at| at + 1))
        })
    }

    /// Returns the id of the element in which a record's own words are written.
    pub fn field(self, id: &Id) -> String {
        element(self.kind, id)
    }

    /// Returns the id of the button that opens a record's menu.
    pub fn more(self, id: &Id) -> String {
        format!("{}-more-{id}", self.kind)
    }

    /// Returns the id of the button that adds a record at the end.
    pub fn add_button(self) -> String {
        format!("{}-add-{}", self.kind, self.scope.get_value())
    }

    /// Adds a record at the end and goes to it.
    pub fn add(self, mut record: T) {
        let rank = self.open.exchange().with_untracked(|exchange| rank::last(T::table(exchange)));
        (self.place)(&mut record, rank);
        self.add_placed(&record);
    }

    /// Adds a record after another and goes to it.
    pub fn add_after(self, id: &Id, mut record: T) {
        let rank =
            self.open.exchange().with_untracked(|exchange| rank::after(T::table(exchange), id));
        (self.place)(&mut record, rank);
        self.add_placed(&record);
    }

    fn add_placed(self, record: &T) {
        let id = self.open.add(record);
        focus::when_drawn(self.field(&id));
    }

    /// Takes several lines that were pasted into a record's field: the first one into that field if it is
    /// empty, and each of the others as a row of its own after it, all in one step. Returns false for a
    /// single line.
    ///
    /// - `read`: Returns the record's words.
    /// - `write`: Writes them.
    /// - `new`: Returns a record for another line.
    pub fn paste_lines(
        self,
        id: &Id,
        text: &str,
        read: fn(&T) -> &String,
        write: fn(&mut T, String),
        new: impl Fn() -> T,
    ) -> bool {
        let mut lines = pasted::lines(text).into_iter();
        if lines.len() < 2 {
            return false;
        }
        let mut table = self.open.exchange().with_untracked(|exchange| T::table(exchange).clone());
        let is_empty = table.get(id).is_none_or(|record| read(record).trim().is_empty());
        let mut last = id.clone();
        self.open.in_one_step(|batch| {
            if is_empty && let Some(line) = lines.next() {
                batch.change::<T>(id, |record| write(record, line));
            }
            for line in lines {
                let mut record = new();
                write(&mut record, line);
                (self.place)(&mut record, rank::after(&table, &last));
                last = batch.add(&record);
                table.insert(last.clone(), record);
            }
        });
        focus::when_drawn(self.field(&last));
        true
    }

    /// Moves a record by so many places within these rows.
    pub fn move_by(self, id: &Id, steps: isize) {
        let rank = self.open.exchange().with_untracked(|exchange| {
            let table = T::table(exchange);
            let shown = self.ids.with_untracked(|ids| {
                let known = ids.iter().filter_map(|id| Some((id.clone(), table.get(id)?.clone())));
                known.collect()
            });
            rank::moved(&shown, id, steps)
        });
        if let Some(rank) = rank {
            self.open.change::<T>(id, |record| (self.place)(record, rank));
        }
    }

    /// Puts a record into the trash and offers to take it out again. `name` is what the message
    /// calls it.
    pub fn delete(self, id: &Id, name: String) {
        let next = self.neighbour(id);
        self.open.delete::<T>(id);
        focus::soon(next);
        let (open, field, id) = (self.open, self.field(id), id.clone());
        offer_undo(name, move || {
            focus::soon(field.clone());
            open.bring_back::<T>(&id)
        });
    }

    /// Removes a record whose words were all taken away. Says so only if more than words is lost.
    pub fn remove_emptied(self, id: &Id, name: String) {
        let table = self.open.exchange();
        let is_bare = table.with_untracked(|exchange| {
            T::table(exchange).get(id).cloned().is_some_and(|mut record| {
                (self.place)(&mut record, String::new());
                record == T::default()
            })
        });
        if is_bare {
            let next = self.before(id);
            self.open.delete::<T>(id);
            focus::soon(next);
        } else {
            self.delete(id, name);
        }
    }

    /// Returns the element that takes the focus once a record is gone: the next one's, else the one
    /// before, else the button that adds.
    fn neighbour(self, id: &Id) -> String {
        self.ids.with_untracked(|ids| {
            let at = ids.iter().position(|other| other == id).unwrap_or(0);
            let next = ids.get(at + 1).or_else(|| ids.get(at.checked_sub(1)?));
            next.map_or_else(|| self.add_button(), |next| self.field(next))
        })
    }

    fn before(self, id: &Id) -> String {
        self.ids.with_untracked(|ids| {
            let at = ids.iter().position(|other| other == id);
            let before = at.and_then(|at| ids.get(at.checked_sub(1)?));
            before.map_or_else(|| self.neighbour(id), |before| self.field(before))
        })
    }
}

/// Says that something was deleted and offers to undo it. `undo` returns whether there was anything left
/// to bring back: its trash may have been emptied in another tab.
pub fn offer_undo(what: String, undo: impl Fn() -> bool + Send + Sync + 'static) {
    let (message, toasts) = (say!(app.deleted, what = what), Toasts::expect());
    let undo = move || {
        if !undo() {
            toasts.show(Toast::new(say!(app.undone_nothing).to_owned()));
        }
    };
    toasts.show(Toast::with_action(message, say!(app.undo), undo));
}
