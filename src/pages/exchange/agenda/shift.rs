//! The menu that shifts everything after the chosen session.

use crate::ui::{Menu, MenuItem, memo, switch};
use leptos::prelude::*;

use super::state::AgendaScreen;
use crate::model::{Id, agenda};

/// By how many minutes the rest of a day can be shifted at a tap.
const STEPS: [i32; 5] = [-15, -5, 5, 15, 30];

/// Returns the minutes with their sign: "+15", "−15".
fn signed(minutes: i32) -> String {
    format!("{minutes:+}").replace('-', "−")
}

/// Shifts the rest of the day; in the page only while a session with others after it is chosen.
pub fn shift_menu() -> AnyView {
    let screen = AgendaScreen::expect();
    let exchange = screen.open.exchange();
    let from = memo(move || {
        let id = screen.selected.get()?;
        let any = exchange.with(|exchange| {
            STEPS.iter().any(|minutes| !agenda::shift_rest(exchange, &id, *minutes).is_empty())
        });
        any.then_some(id)
    });
    switch(move || from.get(), move |from| from.map(|id| menu_of(screen, id)))
}

/// The menu of the session after which everything is shifted.
fn menu_of(screen: AgendaScreen, id: Id) -> Menu {
    let shift = move |id: &Id, minutes: i32| {
        let moves = screen
            .open
            .exchange()
            .with_untracked(|exchange| agenda::shift_rest(exchange, id, minutes));
        if !moves.is_empty() {
            screen.shift(moves, say!(agenda.shifted, minutes = signed(minutes)));
        }
    };
    let of_label = id.clone();
    let items = move || {
        STEPS.map(|minutes| {
            let id = id.clone();
            MenuItem::plain(say!(agenda.shift_by, minutes = signed(minutes)), move |()| {
                shift(&id, minutes);
            })
        })
    };
    let label = move || say!(agenda.shift_label, title = screen.title(&of_label));
    Menu::with_word(label, icondata::LuUnfoldVertical, say!(agenda.shift), items)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shift_says_which_way_it_goes() {
        assert_eq!(STEPS.map(signed), ["−15", "−5", "+5", "+15", "+30"]);
    }
}
