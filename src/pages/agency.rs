//! What the agency that hosts the page says to everybody: fetched from beside the page by the first screen
//! that needs it. Without a network, what it said last still holds.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::fetch;
use crate::library::Agency;
use crate::ui::{Derived, memo};
use crate::workspace::Workspace;

/// The file, beside the page.
const FILE: &str = "agency.json";

/// What is known of the agency.
#[derive(Clone, Debug, PartialEq)]
enum Known {
    /// It was not asked for yet.
    Unasked,
    /// It says so, or nothing.
    Says(Agency),
    /// What it says does not fit, and why: nothing of it holds.
    Broken(String),
}

/// What the agency says. Cheap to copy.
#[derive(Clone, Copy)]
pub struct AgencyPlace(RwSignal<Known>);

impl AgencyPlace {
    /// Provides a place for it to everything below. Nothing is fetched yet.
    pub fn provide() {
        provide_context(Self(RwSignal::new(Known::Unasked)));
    }

    /// Returns what the agency says; the default until that is known. Asks if nobody has so far.
    pub fn ask() -> Derived<Agency> {
        let place = Self::asked();
        memo(move || match place.0.get() {
            Known::Says(agency) => agency,
            Known::Unasked | Known::Broken(_) => Agency::default(),
        })
    }

    /// Returns why what the agency says does not hold, if so. Asks as [`AgencyPlace::ask`] does.
    pub fn fault() -> Derived<Option<String>> {
        let place = Self::asked();
        memo(move || match place.0.get() {
            Known::Broken(reason) => Some(reason),
            Known::Unasked | Known::Says(_) => None,
        })
    }

    fn asked() -> Self {
        let place: Self = expect_context();
        if place.0.with_untracked(|known| *known == Known::Unasked) {
            let workspace = Workspace::expect();
            let kept = workspace.agency_text().and_then(|text| Agency::read(&text).ok());
            place.0.set(Known::Says(kept.unwrap_or_default()));
            spawn_local(async move {
                // A file that cannot be had says nothing new.
                let Ok(text) = fetch::text(FILE).await else { return };
                if is_sign_in(&text) {
                    return;
                }
                let known = match Agency::read(&text) {
                    Ok(agency) => Known::Says(agency),
                    Err(error) => Known::Broken(error.to_string()),
                };
                if matches!(known, Known::Says(_)) {
                    workspace.keep_agency_text(&text);
                }
                place.0.set(known);
            });
        }
        place
    }
}

/// Returns whether a network that wants people to sign in first answered with a page of its own.
fn is_sign_in(text: &str) -> bool {
    text.trim_start().starts_with('<')
}
