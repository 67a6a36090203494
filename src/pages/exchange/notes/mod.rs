//! Notes: the box to write in, what is to be asked, and the notes of each session.

pub mod ask;
pub mod kinds;
pub mod list;
pub mod note_box;
pub mod note_row;
pub mod note_settings;
pub mod places;
pub mod writing;

use leptos::prelude::*;

use self::ask::Ask;
use self::list::NoteList;
use self::note_box::NoteBox;
use self::writing::Writing;
use crate::model::Id;
use crate::pages::exchange::rows;
use crate::pages::screen;
use crate::route::Screen;
use crate::ui::memo;
use crate::workspace::OpenExchange;

/// The notes screen.
///
/// The record that the address names presets the box, if it is a session or a question, or has the
/// focus, if it is a note.
#[component]
pub fn Notes() -> impl IntoView {
    let screen = screen();
    let at = memo(move || match screen.get() {
        Screen::Exchange { at, .. } => at,
        _ => None,
    });
    move || view! { <NotesAt at=at.get() /> }
}

#[component]
fn NotesAt(
    /// The record that the address names.
    at: Option<Id>,
) -> impl IntoView {
    let open = OpenExchange::expect();
    Writing::provide(at.as_ref());
    if let Some(id) = at.filter(|id| open.exchange().with_untracked(|it| it.notes.contains_key(id)))
    {
        rows::focus_soon(note_row::field_id(&id));
    }
    view! {
        <NoteBox />
        <Ask />
        <NoteList />
    }
}
