//! Where a record is shown.

use crate::history::RecordAddress;
use crate::model::Id;
use crate::route::{Screen, Section};

/// Returns the screen that shows a record; `None` for one of a newer version's.
///
/// - `id`: The exchange's id.
pub fn screen_of(id: &Id, record: &RecordAddress) -> Option<Screen> {
    let section = match record.collection().as_deref() {
        None | Some("objectives" | "outcomes" | "resources") => Section::Overview,
        Some("organisations" | "people") => Section::Team,
        Some("questions") => Section::Questions,
        Some("sessions") => Section::Agenda,
        Some("notes") => Section::Notes,
        Some("assessments") => Section::Assessment,
        Some(_) => return None,
    };
    Some(match record.id() {
        Some(record) => Screen::record(id, section, &Id::from(&*record)),
        None => Screen::exchange(id, section),
    })
}
