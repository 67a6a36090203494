//! Values that follow signals, and functions as values, each compiled once whatever is in them. A leaf.
//!
//! Leptos compiles its memos anew for every type of value, and Rust a closure that is stored as
//! `dyn Fn` three times over. With hundreds of both, that is most of a program. Here one memo keeps
//! values of every type, and a stored closure has one entry.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::*;

/// A function that is asked for a value, to be stored as `dyn Give<T>`.
pub trait Give<T>: Send + Sync {
    /// Returns the value.
    fn give(&self) -> T;
}

impl<T, F: Fn() -> T + Send + Sync> Give<T> for F {
    fn give(&self) -> T {
        self()
    }
}

/// A function that is given a value, to be stored as `dyn Take<T>`.
pub trait Take<T>: Send + Sync {
    /// Takes the value.
    fn take(&self, value: T);
}

impl<T, F: Fn(T) + Send + Sync> Take<T> for F {
    fn take(&self, value: T) {
        self(value);
    }
}

/// A value of any type that can be compared with another.
trait Kept: Any + Send + Sync {
    fn is_same(&self, other: &dyn Any) -> bool;
}

impl<T: PartialEq + Send + Sync + 'static> Kept for T {
    fn is_same(&self, other: &dyn Any) -> bool {
        other.downcast_ref::<T>().is_some_and(|other| self == other)
    }
}

/// What the memo of Leptos holds.
#[derive(Clone)]
struct Held(Arc<dyn Kept>);

impl PartialEq for Held {
    fn eq(&self, other: &Self) -> bool {
        let other: &dyn Any = &*other.0;
        self.0.is_same(other)
    }
}

/// A value derived from signals, which tells its readers only when it has changed. Cheap to copy.
pub struct Derived<T> {
    memo: Memo<Held>,
    value: PhantomData<fn() -> T>,
}

impl<T> Clone for Derived<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Derived<T> {}

impl<T: PartialEq> PartialEq for Derived<T> {
    fn eq(&self, other: &Self) -> bool {
        self.memo == other.memo
    }
}

/// Returns a value derived from signals.
pub fn memo<T: PartialEq + Send + Sync + 'static>(
    derive: impl Fn() -> T + Send + Sync + 'static,
) -> Derived<T> {
    Derived { memo: hold(Box::new(move || Held(Arc::new(derive())))), value: PhantomData }
}

/// Returns the same value for many readers, who hear nothing of it as long as it stays the same.
///
/// Those of a derived value are each asked to look whenever any of its signals changes; for hundreds of
/// rows and a signal that changes at every keystroke that takes longer than a frame. Here one looks for all
/// of them, and they are told in the same turn of the browser, before anything is painted.
pub fn settled<T>(value: Derived<T>) -> Derived<T> {
    let settled = RwSignal::new(now_untracked(value.memo));
    let memo = value.memo;
    Effect::new(move |_| {
        let held = now(memo);
        if settled.with_untracked(|known| *known != held) {
            settled.set(held);
        }
    });
    Derived { memo: Memo::new(move |_| settled.get()), value: PhantomData }
}

fn hold(derive: Box<dyn Give<Held>>) -> Memo<Held> {
    Memo::new(move |_| derive.give())
}

fn now(memo: Memo<Held>) -> Held {
    memo.get()
}

fn now_untracked(memo: Memo<Held>) -> Held {
    memo.get_untracked()
}

impl<T: 'static> Derived<T> {
    /// Reads the value; whoever reads it here is told when it changes.
    pub fn with<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        read(open(&now(self.memo)))
    }

    /// Reads the value once.
    pub fn with_untracked<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        read(open(&now_untracked(self.memo)))
    }
}

impl<T: Clone + 'static> Derived<T> {
    /// Returns the value; whoever asks here is told when it changes.
    pub fn get(&self) -> T {
        open::<T>(&now(self.memo)).clone()
    }

    /// Returns the value once.
    pub fn get_untracked(&self) -> T {
        open::<T>(&now_untracked(self.memo)).clone()
    }
}

/// Returns the value that is held.
fn open<T: 'static>(held: &Held) -> &T {
    let any: &dyn Any = &*held.0;
    match any.downcast_ref() {
        Some(value) => value,
        // `memo` is the only one that makes a `Derived<T>`, and it puts a `T` into it.
        None => unreachable!("a derived value of another type"),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn a_derived_value_follows_its_signals() {
        Owner::new().with(|| {
            let number = RwSignal::new(2);
            let said = memo(move || format!("{} sessions", number.get()));
            let length = memo(move || said.with(String::len));
            assert_eq!((said.get().as_str(), length.get()), ("2 sessions", 10));
            number.set(12);
            assert_eq!((said.get_untracked().as_str(), length.get()), ("12 sessions", 11));
            assert_eq!(said.with_untracked(String::len), 11);
        });
    }

    #[test]
    fn readers_are_told_only_of_another_value() {
        static READ: AtomicUsize = AtomicUsize::new(0);
        Owner::new().with(|| {
            let number = RwSignal::new(2);
            let is_even = memo(move || number.get() % 2 == 0);
            let reader = memo(move || {
                READ.fetch_add(1, Ordering::Relaxed);
                is_even.get()
            });
            for (now, even, read) in [(2, true, 1), (4, true, 1), (5, false, 2), (7, false, 2)] {
                number.set(now);
                assert_eq!((reader.get(), READ.load(Ordering::Relaxed)), (even, read), "{now}");
            }
        });
    }
}
