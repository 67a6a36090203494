//! The first screen, drawn in several tasks.
//!
//! A browser compiles a function when it is called for the first time, so the first screen takes several times as long
//! as any later one: on a slow tablet a third of a second, in which nothing else is answered. So it is drawn in turns.
//! What is said here of turns is over once it stands; from then on everything is drawn at once.

use std::time::Duration;

use leptos::prelude::*;

use super::el::Content;
use super::follow::live;

/// Called once the first screen stands.
type Show = Box<dyn FnOnce()>;

/// How far the first screen is. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Opening {
    /// How many of its parts wait for their turn.
    waiting: StoredValue<usize>,
    /// Nobody looks, so nobody is held up; and browsers give pages in the background a turn a second.
    is_hidden: bool,
    show: StoredValue<Option<Show>, LocalStorage>,
}

impl Opening {
    /// Provides it to everything below.
    ///
    /// - `show`: Shows what was drawn. Called once, when nothing waits for its turn any more.
    pub fn provide(show: impl FnOnce() + 'static) {
        let show: Show = Box::new(show);
        let opening = Self {
            waiting: StoredValue::new(0),
            is_hidden: document().hidden(),
            show: StoredValue::new_local(Some(show)),
        };
        provide_context(opening);
        if opening.is_hidden {
            set_timeout(move || opening.show(), Duration::ZERO);
        }
    }

    fn is_over(self) -> bool {
        self.is_hidden || self.show.with_value(Option::is_none)
    }

    fn show(self) {
        if let Some(show) = self.show.try_update_value(Option::take).flatten() {
            show();
        }
    }

    fn end_turn(self) {
        self.waiting.update_value(|waiting| *waiting -= 1);
        if self.waiting.get_value() == 0 {
            self.show();
        }
    }
}

/// Returns a part of the first screen, which is drawn in a task of its own; of any later one, the part as it is.
pub fn in_turn<P: Content>(part: impl Fn() -> P + Send + Sync + 'static) -> AnyView {
    in_turn_boxed(Box::new(move || part().view()))
}

fn in_turn_boxed(part: Box<dyn crate::derived::Give<AnyView>>) -> AnyView {
    let opening: Opening = expect_context();
    if opening.is_over() {
        return part.give();
    }
    let is_due = RwSignal::new(false);
    opening.waiting.update_value(|waiting| *waiting += 1);
    set_timeout(
        move || {
            let _ = is_due.try_set(true);
            // It is drawn when this task is done, and may ask for turns itself.
            set_timeout(move || opening.end_turn(), Duration::ZERO);
        },
        Duration::ZERO,
    );
    live(move || is_due.get().then(|| untrack(|| part.give())))
}
