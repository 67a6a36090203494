//! The place in the bar for undo and redo. What they do is lent by the page of an exchange, so that the
//! first screen does not have to load it.

use leptos::prelude::*;

use crate::history::Way;
use crate::ui::{Content, Derived, button, icon, live};

/// What the page of an exchange lends to the bar.
#[derive(Clone, Copy)]
pub struct Lent {
    /// Whether there is a step to undo.
    pub can_undo: Derived<bool>,
    /// Whether there is a step to redo.
    pub can_redo: Derived<bool>,
    /// Undoes or redoes a step.
    pub go: Callback<Way>,
}

/// The place in the bar. Cheap to copy.
#[derive(Clone, Copy)]
pub struct UndoPlace(RwSignal<Option<Lent>>);

impl UndoPlace {
    /// Provides the place to everything below.
    pub fn provide() {
        provide_context(Self(RwSignal::new(None)));
    }

    /// Returns the place that was provided.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Shows the buttons as long as the present page is there.
    pub fn lend(self, lent: Lent) {
        self.0.set(Some(lent));
        on_cleanup(move || self.0.set(None));
    }

    /// The buttons; nothing outside of an exchange.
    pub fn buttons(self) -> AnyView {
        live(move || {
            let Lent { can_undo, can_redo, go } = self.0.get()?;
            let undo = (Way::Undo, can_undo, icondata::LuUndo2, say!(app.undo));
            let redo = (Way::Redo, can_redo, icondata::LuRedo2, say!(app.redo));
            let buttons = [undo, redo].map(|(way, can, sign, word)| {
                button("button button--icon bar__undo")
                    .attr("aria-label", word)
                    // Still there for the focus when there is nothing more to undo.
                    .attr("aria-disabled", move || (!can.get()).then_some("true"))
                    .on_click(move || go.run(way))
                    .has(icon(sign))
            });
            Some(buttons.into_iter().map(|button| button.view()).collect::<Vec<_>>())
        })
    }
}
