//! The place in the bar for undo and redo. What they do is lent by the page of an exchange, so that the
//! first screen does not have to load it.

use leptos::prelude::*;

use crate::history::Way;
use crate::ui::{Content, Derived, button, icon, live};

/// What the page of an exchange lends to the bar.
#[derive(Clone, Copy)]
pub struct Lent {
    /// What undo is called as long as there is something to undo: "Undo: Session “Tour”: place".
    pub undo: Derived<Option<String>>,
    /// The same of redo.
    pub redo: Derived<Option<String>>,
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
            let Lent { undo, redo, go } = self.0.get()?;
            let undo = (Way::Undo, undo, icondata::LuUndo2, say!(app.undo));
            let redo = (Way::Redo, redo, icondata::LuRedo2, say!(app.redo));
            let buttons = [undo, redo].map(|(way, step, sign, word)| {
                button("button button--icon bar__undo")
                    .attr("aria-label", move || step.get().unwrap_or_else(|| word.to_owned()))
                    .attr("title", step)
                    // Still there for the focus when there is nothing more to undo.
                    .attr("aria-disabled", move || step.with(Option::is_none).then_some("true"))
                    .on_click(move || go.run(way))
                    .has(icon(sign))
            });
            Some(buttons.into_iter().map(|button| button.view()).collect::<Vec<_>>())
        })
    }
}
