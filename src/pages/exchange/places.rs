//! Where a record is shown.

use crate::history::RecordAddress;
use crate::model::Id;
use crate::route::{Screen, Section};

/// Returns the section that shows the records of a collection, or with `None` the exchange's own fields;
/// none for what has no screen.
pub fn section_of(collection: Option<&str>) -> Option<Section> {
    match collection {
        None
        | Some(
            "goals" | "objectives" | "outcomes" | "resources" | "host_candidates" | "agreements",
        ) => Some(Section::Overview),
        Some("organisations" | "people") => Some(Section::Team),
        Some("questions") => Some(Section::Questions),
        Some("sessions") => Some(Section::Agenda),
        Some("tasks" | "calls") => Some(Section::Preparation),
        Some("notes") => Some(Section::Notes),
        Some("assessments") => Some(Section::Assessment),
        Some(_) => None,
    }
}

/// Returns the section that shows the records of a collection, or what is nearest to them.
pub fn nearest_section(collection: &str) -> Section {
    match collection {
        "day_log" => Section::Agenda,
        "debriefs" => Section::Notes,
        other => section_of(Some(other)).unwrap_or(Section::Overview),
    }
}

/// Returns the screen that shows a record, or what is nearest to it.
///
/// - `id`: The exchange's id.
pub fn screen_of(id: &Id, record: &RecordAddress) -> Screen {
    match (record.collection(), record.id()) {
        (Some(collection), Some(record)) => {
            Screen::record(id, nearest_section(&collection), &Id::from(&*record))
        }
        _ => Screen::exchange(id, Section::Overview),
    }
}
