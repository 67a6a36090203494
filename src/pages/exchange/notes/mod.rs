//! Notes: the box to write in, what is to be asked, and the notes of each session.

pub mod ask;
pub mod kinds;
pub mod list;
pub mod note_box;
pub mod note_row;
pub mod note_settings;
pub mod places;
pub mod writing;

use crate::pages::focus;
use crate::ui::{Content, memo, switch};
use leptos::prelude::*;

use self::ask::ask;
use self::list::note_list;
use self::note_box::note_box;
use self::writing::Writing;
use crate::model::Id;
use crate::pages::screen;
use crate::route::Screen;
use crate::workspace::OpenExchange;

/// The notes screen.
///
/// The record that the address names presets the box, if it is a session or a question, or has the
/// focus, if it is a note.
pub fn notes() -> AnyView {
    let screen = screen();
    let at = memo(move || match screen.get() {
        Screen::Exchange { at, .. } => at,
        _ => None,
    });
    switch(move || at.get(), notes_at)
}

/// The notes, with the place that the address names chosen.
///
/// - `at`: The record that the address names.
fn notes_at(at: Option<Id>) -> AnyView {
    let open = OpenExchange::expect();
    Writing::provide(at.as_ref());
    if let Some(id) = at.filter(|id| open.exchange().with_untracked(|it| it.notes.contains_key(id)))
    {
        focus::soon(note_row::field_id(&id));
    }
    (note_box(), ask(), note_list()).view()
}
