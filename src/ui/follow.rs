//! Parts of a view that follow signals, each kind compiled once.
//!
//! Leptos compiles a closure in a view and a keyed list anew for every closure type, so a program of
//! many screens grows by a kilobyte with each of them. These boxed forms do the same through one
//! compiled form; what they cost at run time is one indirect call.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use leptos::prelude::*;

use super::el::Content;
use crate::derived::{Derived, Give, memo};

/// Returns a part of a view that is made anew whenever a signal it reads changes.
pub fn live<P: Content>(part: impl Fn() -> P + Send + Sync + 'static) -> AnyView {
    live_boxed(Box::new(move || part().view()))
}

fn live_boxed(part: Box<dyn Give<AnyView>>) -> AnyView {
    (move || part.give()).into_any()
}

/// Returns the part for a value, made anew whenever the value is another. Nothing that is read while
/// the part is made has any say in that.
pub fn switch<T: PartialEq + Clone + Send + Sync + 'static, P: Content>(
    value: impl Fn() -> T + Send + Sync + 'static,
    part: impl Fn(T) -> P + Send + Sync + 'static,
) -> AnyView {
    let value = memo(value);
    live(move || {
        let value = value.get();
        untrack(|| part(value).view())
    })
}

/// Returns a part for each item, kept as long as its item is in the list. An item is its own key.
pub fn each<T: Hash + Send + 'static, P: Content>(
    items: impl Fn() -> Vec<T> + Send + Sync + 'static,
    row: impl Fn(T) -> P + Send + Sync + 'static,
) -> AnyView {
    each_by(items, key_of, row)
}

/// Returns a part for each item, kept as long as an item of its key is in the list.
pub fn each_by<T: Send + 'static, P: Content>(
    items: impl Fn() -> Vec<T> + Send + Sync + 'static,
    key: impl Fn(&T) -> u64 + Send + Sync + 'static,
    row: impl Fn(T) -> P + Send + Sync + 'static,
) -> AnyView {
    let row = Arc::new(row);
    each_boxed(Box::new(move || {
        let rows = items().into_iter().map(|item| {
            let row = row.clone();
            Row { key: key(&item), draw: Box::new(move || row(item).view()) }
        });
        rows.collect()
    }))
}

/// Returns a key: the same for equal values, another for others.
pub fn key_of(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// A row of a list: which one, and how it is drawn if it is not there yet.
struct Row {
    key: u64,
    draw: Box<dyn FnOnce() -> AnyView + Send>,
}

fn each_boxed(rows: Box<dyn Give<Vec<Row>>>) -> AnyView {
    let key = |row: &Row| row.key;
    let children = |row: Row| untrack(row.draw);
    For(ForProps::builder().each(move || rows.give()).key(key).children(children).build())
        .into_any()
}

/// Shows a part while a condition holds.
pub fn when<P: Content>(
    holds: impl Fn() -> bool + Send + Sync + 'static,
    part: impl Fn() -> P + Send + Sync + 'static,
) -> AnyView {
    when_boxed(memo(holds), Box::new(move || part().view()), None)
}

/// Shows a part while a condition holds, else another.
pub fn when_else<P: Content, O: Content>(
    holds: impl Fn() -> bool + Send + Sync + 'static,
    part: impl Fn() -> P + Send + Sync + 'static,
    other: impl Fn() -> O + Send + Sync + 'static,
) -> AnyView {
    when_boxed(memo(holds), Box::new(move || part().view()), Some(Box::new(move || other().view())))
}

type Draw = Box<dyn Give<AnyView>>;

fn when_boxed(holds: Derived<bool>, part: Draw, other: Option<Draw>) -> AnyView {
    live_boxed(Box::new(move || match (holds.get(), &other) {
        (true, _) => untrack(|| part.give()),
        (false, Some(other)) => untrack(|| other.give()),
        (false, None) => ().into_any(),
    }))
}
