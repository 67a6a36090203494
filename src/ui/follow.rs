//! Parts of a view that follow signals, each kind compiled once.
//!
//! Leptos compiles a closure in a view, a memo and a keyed list anew for every closure type, so a
//! program of many screens grows by a kilobyte with each of them. These boxed forms do the same through
//! one compiled form; what they cost at run time is one indirect call.

use std::hash::Hash;
use std::sync::Arc;

use leptos::prelude::*;

/// Returns a part of a view that is made anew whenever a signal it reads changes.
pub fn live<V: IntoAny + 'static>(part: impl Fn() -> V + Send + 'static) -> AnyView {
    live_boxed(Box::new(move || part().into_any()))
}

#[inline(never)]
fn live_boxed(part: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    (move || part()).into_any()
}

/// Returns a value derived from signals, which tells its readers only when it has changed.
pub fn memo<T: PartialEq + Send + Sync + 'static>(
    derive: impl Fn() -> T + Send + Sync + 'static,
) -> Memo<T> {
    memo_boxed(Box::new(derive))
}

#[inline(never)]
fn memo_boxed<T: PartialEq + Send + Sync + 'static>(
    derive: Box<dyn Fn() -> T + Send + Sync>,
) -> Memo<T> {
    Memo::new(move |_| derive())
}

/// A row for each item, kept as long as its item is in the list. The items are their own keys.
#[component]
pub fn Each<T, V>(
    /// The items.
    each: impl Fn() -> Vec<T> + Send + Sync + 'static,
    /// Makes the row of an item.
    children: impl Fn(T) -> V + Send + Sync + 'static,
) -> impl IntoView
where
    T: Clone + Eq + Hash + Send + Sync + 'static,
    V: IntoAny + 'static,
{
    each_boxed(Arc::new(each), Arc::new(move |item| children(item).into_any()))
}

type Items<T> = Arc<dyn Fn() -> Vec<T> + Send + Sync>;
type Row<T> = Arc<dyn Fn(T) -> AnyView + Send + Sync>;

#[inline(never)]
fn each_boxed<T: Clone + Eq + Hash + Send + Sync + 'static>(
    each: Items<T>,
    row: Row<T>,
) -> AnyView {
    view! { <For each=move || each() key=T::clone children=move |item| row(item) /> }.into_any()
}

/// Shows its children while a condition holds, else the fallback.
#[component]
pub fn When(
    /// The condition.
    when: impl Fn() -> bool + Send + Sync + 'static,
    /// What is shown while it does not hold.
    #[prop(optional, into)]
    fallback: ViewFn,
    /// What is shown while it holds.
    children: ChildrenFn,
) -> impl IntoView {
    let holds = memo(when);
    live(move || if holds.get() { children() } else { fallback.run() })
}
