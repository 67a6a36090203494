//! Where a record is shown.

use crate::history::RecordAddress;
use crate::model::Id;
use crate::route::{Screen, Section};

/// Returns the section that shows the records of a collection, or what is nearest to them.
pub fn section_of(collection: &str) -> Section {
    match collection {
        "organisations" | "people" => Section::Team,
        "questions" => Section::Questions,
        "sessions" | "day_log" => Section::Agenda,
        "notes" | "debriefs" => Section::Notes,
        "assessments" => Section::Assessment,
        _ => Section::Overview,
    }
}

/// Returns the screen that shows a record, or what is nearest to it.
///
/// - `id`: The exchange's id.
pub fn screen_of(id: &Id, record: &RecordAddress) -> Screen {
    match (record.collection(), record.id()) {
        (Some(collection), Some(record)) => {
            Screen::record(id, section_of(&collection), &Id::from(&*record))
        }
        _ => Screen::exchange(id, Section::Overview),
    }
}
