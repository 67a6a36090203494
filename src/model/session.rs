//! Sessions: the items of the agenda.

use serde_json::{Value, json};

use super::choice::choices;
use super::field::{FieldValue, Form};
use super::record::record;
use super::{Id, TimeOfDay};
use crate::order::Set;

choices! {
    /// What kind of session it is. S0 names facility tour, presentation, meeting with leadership and
    /// conference; the rest is what real agendas need besides.
    pub enum SessionKind {
        /// Welcome and introductions.
        Welcome = "welcome",
        /// Presentation by the host.
        Presentation = "presentation",
        /// Facility tour.
        Tour = "tour",
        /// Watching the practice at work: a meeting, a unit, a shift.
        Observation = "observation",
        /// Handling equipment or software.
        Demonstration = "demonstration",
        /// Discussion among equals.
        Discussion = "discussion",
        /// Meeting with leadership.
        Leadership = "leadership",
        /// Meeting with partners, stakeholders or residents.
        Partners = "partners",
        /// Conference session.
        Conference = "conference",
        /// Questions and answers.
        Questions = "questions",
        /// The visitors compare notes.
        Debrief = "debrief",
        /// Break, meal or travel.
        Break = "break",
    }
}

/// When a session takes place. One value on purpose: two people's moves conflict instead of mixing
/// into a third time that nobody chose. There is never an end time, only a length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slot {
    /// The day of the visit, counted from 1.
    pub day: u8,
    /// When it starts, by the host's clock.
    pub start: TimeOfDay,
    /// How long it lasts, in minutes.
    pub minutes: u16,
}

impl Slot {
    /// The shortest session that an agenda can show.
    pub const SHORTEST: u16 = 5;
    /// The longest session: a whole day.
    pub const LONGEST: u16 = 24 * 60;

    /// Returns the minute after midnight at which the session ends (may be past midnight).
    pub fn end(&self) -> u16 {
        self.start.minutes().saturating_add(self.minutes)
    }

    /// Returns the time at which the session ends.
    pub fn end_time(&self) -> TimeOfDay {
        TimeOfDay::from_minutes(self.end())
    }

    /// Returns by how many minutes two sessions overlap; 0 if they do not.
    pub fn overlap(&self, other: &Self) -> u16 {
        if self.day != other.day {
            return 0;
        }
        let start = self.start.max(other.start).minutes();
        self.end().min(other.end()).saturating_sub(start)
    }
}

impl FieldValue for Slot {
    const FORM: Form = Form::Slot;

    fn write(&self) -> Value {
        json!({"day": self.day, "start": self.start.write(), "minutes": self.minutes})
    }

    fn read(json: &Value) -> Option<Self> {
        Some(Self {
            day: u8::read(json.get("day")?)?,
            start: FieldValue::read(json.get("start")?)?,
            minutes: u16::read(json.get("minutes")?)?,
        })
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema() -> Value {
        json!({
            "type": "object",
            "required": ["day", "start", "minutes"],
            "properties": {
                "day": u8::schema(), "start": TimeOfDay::schema(), "minutes": u16::schema(),
            },
        })
    }
}

record! {
    /// One item of the agenda.
    pub struct Session {
        /// What it is called on the agenda (S0).
        pub title: String,
        /// What kind of session it is (S0).
        pub kind: SessionKind = SessionKind::Presentation,
        /// When it takes place; without one it waits in the tray (S0).
        pub slot: Option<Slot>,
        /// How long it is meant to last while it has no time yet, in minutes; 0 for not said
        /// (own).
        pub wanted_minutes: u16 as Minutes,
        /// Room or place (BJA records).
        pub place: String [once],
        /// Who leads or presents it (CAPRSS).
        pub(Name) lead: String,
        /// What is to be covered, one point a line (CAPRSS: notes).
        pub points: String as Prose,
        /// The objectives it serves (S0).
        pub objectives: Set<Id> => objectives,
        /// Who takes part; everybody where empty (CDC schedule).
        pub people: Set<Id> => people,
        /// What has to be there or is handed out (CAPRSS: materials).
        pub materials: String as Prose,
        /// Where those who take part by video join (S1: virtual exchanges).
        pub(Contact) link: String as Address,
        /// Whether the host has confirmed it (ABACC host list).
        pub confirmed: bool [once],
    }
}

impl Session {
    /// The length of a session about which nothing else is known, in minutes.
    pub const USUAL_MINUTES: u16 = 45;

    /// Returns the length, planned or wanted, in minutes.
    pub fn minutes(&self) -> u16 {
        match (self.slot, self.wanted_minutes) {
            (Some(slot), _) => slot.minutes,
            (None, 0) => Self::USUAL_MINUTES,
            (None, wanted) => wanted,
        }
    }

    /// Returns whether this is a break: nothing is learned in it, so the thread leaves it out.
    pub fn is_break(&self) -> bool {
        self.kind == SessionKind::Break
    }
}
