//! The exchange: one peer exchange from the first idea to the last check-in.

use serde_json::{Map, Value};

use super::record::{self, Declared, Fields, Record};
use super::table::Rows;
use super::{
    About, Action, Agreement, Assessment, Call, CheckIn, Dates, DayEntry, Debrief, Goal,
    HostCandidate, Id, LearningPoint, Note, Objective, Organisation, Outcome, Person, Prompt,
    Question, Report, Resource, Session, Table, Task,
};

/// A value that does not fit its type and is kept as it is: collection and record id (`None` for the
/// exchange's own fields) and the field's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// The record's collection and id; `None` for the exchange's own fields.
    pub record: Option<(String, Id)>,
    /// The field's name.
    pub field: String,
}

macro_rules! exchange {
    ($( $(#[$meta:meta])* $collection:ident: $record:ty, )+) => {
        /// One peer exchange: its own fields and its collections of records.
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct Exchange {
            /// The exchange's own fields.
            pub about: About,
            $( $(#[$meta])* pub $collection: Table<$record>, )+
        }

        $(
            impl Record for $record {
                const COLLECTION: &'static str = stringify!($collection);

                fn table(exchange: &Exchange) -> &Table<Self> {
                    &exchange.$collection
                }

                fn table_mut(exchange: &mut Exchange) -> &mut Table<Self> {
                    &mut exchange.$collection
                }
            }
        )+

        impl Exchange {
            /// The names of all collections.
            pub const COLLECTIONS: &'static [&'static str] = &[$( stringify!($collection), )+];

            /// Returns the fields of the records of a collection as they are declared; those of the
            /// exchange itself for none. Empty for a collection that this version does not know.
            pub fn declared(collection: Option<&str>) -> &'static [Declared] {
                match collection {
                    None => About::DECLARED,
                    $( Some(stringify!($collection)) => <$record>::DECLARED, )+
                    Some(_) => &[],
                }
            }

            /// Returns a field as it is declared; `None` for one that this version does not know.
            pub fn field(collection: Option<&str>, name: &str) -> Option<&'static Declared> {
                Declared::of(Self::declared(collection), name)
            }

            /// Returns the collections' records, whatever their type, in the order of the names.
            pub fn rows(&self) -> Vec<&dyn Rows> {
                vec![$( &self.$collection, )+]
            }

            fn rows_mut(&mut self) -> Vec<&mut dyn Rows> {
                vec![$( &mut self.$collection, )+]
            }
        }
    };
}

exchange! {
    /// Who takes part: hosts, visitors, helpers.
    organisations: Organisation,
    /// The roster.
    people: Person,
    /// Who might be the host, until one is chosen (S0).
    host_candidates: HostCandidate,
    /// What liaison, host and requesting lead agreed to (S0).
    agreements: Agreement,
    /// What it is for, besides the first goal (S0).
    goals: Goal,
    /// What the visit is to achieve.
    objectives: Objective,
    /// What is to be different at home.
    outcomes: Outcome,
    /// What the visitors want to know.
    questions: Question,
    /// The agenda.
    sessions: Session,
    /// What became of the agenda on the day.
    day_log: DayEntry,
    /// What has to be prepared.
    tasks: Task,
    /// Calls to prepare the visit (S3).
    calls: Call,
    /// What to read.
    resources: Resource,
    /// What was seen and heard.
    notes: Note,
    /// How the day went.
    debriefs: Debrief,
    /// Whether it was worth it.
    assessments: Assessment,
    /// What was learned.
    learning_points: LearningPoint,
    /// Who was told of it (S3).
    reports: Report,
    /// What is done about it at home.
    actions: Action,
    /// What became of it.
    check_ins: CheckIn,
    /// The six weeks after the visit (S3).
    prompts: Prompt,
}

// What follows is compiled once for all collections, not for each: there are many.
impl Exchange {
    /// Reads an exchange from its plain JSON form. Total: what does not fit is left out of the typed
    /// value and named.
    pub fn read(plain: &Map<String, Value>) -> (Self, Vec<Unreadable>) {
        let mut exchange = Self::default();
        let fields = record::take_in(&mut exchange.about, plain);
        let mut unreadable: Vec<Unreadable> =
            fields.into_iter().map(|field| Unreadable { record: None, field }).collect();
        for (collection, rows) in Self::COLLECTIONS.iter().zip(exchange.rows_mut()) {
            let records = plain.get(*collection).and_then(Value::as_array);
            for fields in records.into_iter().flatten().filter_map(Value::as_object) {
                let Some(id) = fields.get("id").and_then(Value::as_str).map(Id::from) else {
                    continue;
                };
                for field in record::take_in(rows.begin(&id), fields) {
                    let record = Some(((*collection).to_owned(), id.clone()));
                    unreadable.push(Unreadable { record, field });
                }
            }
        }
        (exchange, unreadable)
    }

    /// Returns the plain JSON form.
    pub fn plain(&self) -> Map<String, Value> {
        let mut plain = record::plain(&self.about);
        for (collection, rows) in Self::COLLECTIONS.iter().zip(self.rows()) {
            let default = rows.default_record();
            let records: Vec<Value> = (0..rows.count())
                .map(|at| {
                    let (id, record) = rows.row(at);
                    let mut fields = record::without_defaults(record, &*default);
                    fields.insert("id".to_owned(), Value::String(id.to_string()));
                    Value::Object(fields)
                })
                .collect();
            if !records.is_empty() {
                plain.insert((*collection).to_owned(), Value::Array(records));
            }
        }
        plain
    }

    /// Reads one record again after it changed; removes it where `plain` is `None`.
    /// Does nothing for a collection that this version does not know.
    pub fn replace(&mut self, collection: &str, id: &Id, plain: Option<&Map<String, Value>>) {
        let mut all = Self::COLLECTIONS.iter().zip(self.rows_mut());
        let Some((_, rows)) = all.find(|(known, _)| **known == collection) else { return };
        match plain {
            Some(fields) => {
                record::take_in(rows.begin(id), fields);
            }
            None => rows.take_out(id),
        }
    }
}

impl Exchange {
    /// Returns a record, whatever its kind; the exchange's own fields for no collection. `None` if there
    /// is no such record, or the collection is one that this version does not know.
    pub fn record(&self, collection: Option<&str>, id: &Id) -> Option<&dyn Fields> {
        match collection {
            None => Some(&self.about),
            Some(collection) => self.table(collection)?.record(id),
        }
    }

    /// Returns the records of a collection, whatever their kind; `None` for one that this version does
    /// not know.
    pub fn table(&self, collection: &str) -> Option<&dyn Rows> {
        let mut all = Self::COLLECTIONS.iter().zip(self.rows());
        all.find(|(known, _)| **known == collection).map(|(_, rows)| rows)
    }

    /// Returns the plain form of a record before and after one of its fields takes a value; `None` if
    /// there is no such record or field.
    pub fn with_value(
        &self,
        collection: Option<&str>,
        id: &Id,
        field: &str,
        value: Value,
    ) -> Option<(Map<String, Value>, Map<String, Value>)> {
        let record = self.record(collection, id)?;
        let about = About::default();
        let rows = collection.and_then(|collection| self.table(collection));
        let of_rows = rows.map(|rows| rows.default_record());
        let default: &dyn Fields = of_rows.as_deref().unwrap_or(&about);
        let at = record.names().iter().position(|name| *name == field)?;
        let before = record::without_defaults(record, default);
        let mut after = before.clone();
        if value.is_null() || default.fields()[at].to_json() == value {
            after.remove(field);
        } else {
            after.insert(field.to_owned(), value);
        }
        Some((before, after))
    }

    /// Returns the hosts' names, joined by commas, in their order.
    pub fn hosts(&self) -> Vec<&str> {
        self.names_of(super::Part::Host)
    }

    /// Returns the visiting organisations' names in their order.
    pub fn visitors(&self) -> Vec<&str> {
        self.names_of(super::Part::Visiting)
    }

    fn names_of(&self, part: super::Part) -> Vec<&str> {
        super::rank::ordered(&self.organisations)
            .iter()
            .filter_map(|id| self.organisations.get(id))
            .filter(|organisation| organisation.part == part && !organisation.name.is_empty())
            .map(|organisation| organisation.name.as_str())
            .collect()
    }

    /// Returns how many days the agenda has: those of the visit, and any later day that a session
    /// was put on.
    pub fn days(&self) -> u8 {
        let planned = self.about.dates.map_or(1, |dates| dates.days());
        let used = self.sessions.values().filter_map(|s| s.slot).map(|slot| slot.day).max();
        planned.max(used.unwrap_or(1)).clamp(1, Dates::MOST_DAYS)
    }

    /// Returns the last day that a session can be put on: that of the agenda, and the one after it while
    /// the dates are open, so that the agenda can grow.
    pub fn last_day(&self) -> u8 {
        match self.about.dates {
            Some(_) => self.days(),
            None => (self.days() + 1).min(Dates::MOST_DAYS),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn map(value: Value) -> Map<String, Value> {
        value.as_object().cloned().expect("an object")
    }

    #[test]
    fn reading_what_was_written_gives_the_same_exchange() {
        let plain = map(json!({
            "title": "Cameras",
            "format": "hybrid",
            "dates": {"first": "2026-10-14", "last": "2026-10-15"},
            "sessions": [{"id": "s1", "title": "Tour", "kind": "tour", "objectives": ["o1", "o2"],
                          "slot": {"day": 1, "start": "08:30", "minutes": 30}}],
            "notes": [{"id": "n1", "text": "Docks by the lockers", "private": true}],
        }));
        let (exchange, unreadable) = Exchange::read(&plain);
        assert_eq!(unreadable, []);
        assert_eq!(exchange.plain(), plain);
    }

    #[test]
    fn a_field_takes_a_value_by_its_name_and_its_default_takes_it_away() {
        let mut exchange = Exchange::default();
        let plain = map(json!({"id": "t1", "text": "Book rooms", "done": true}));
        exchange.replace("tasks", &Id::from("t1"), Some(&plain));
        let with = |field: &str, value: Value| {
            exchange.with_value(Some("tasks"), &Id::from("t1"), field, value)
        };
        let (before, after) = with("note", json!("By phone")).expect("a task");
        assert_eq!(Value::Object(before), json!({"text": "Book rooms", "done": true}));
        assert_eq!(after["note"], "By phone");
        assert!(!with("done", json!(false)).expect("a task").1.contains_key("done"));
        assert!(with("colour", json!("red")).is_none());
        let title = exchange.with_value(None, &Id::from(""), "title", json!("Cameras"));
        assert_eq!(title.expect("the exchange itself").1, map(json!({"title": "Cameras"})));
    }

    #[test]
    fn a_default_is_not_written() {
        assert_eq!(Exchange::default().plain(), Map::new());
    }

    #[test]
    fn a_value_of_the_wrong_type_is_named_and_the_rest_of_its_record_is_read() {
        let plain = map(json!({
            "title": 7,
            "goal": "Learn",
            "sessions": [{"id": "s1", "title": "Tour", "kind": "seance", "slot": "noon"}],
        }));
        let (exchange, unreadable) = Exchange::read(&plain);
        assert_eq!(exchange.about.goal, "Learn");
        assert_eq!(exchange.sessions[&Id::from("s1")].title, "Tour");
        let named: Vec<_> = unreadable.iter().map(|u| u.field.as_str()).collect();
        assert_eq!(named, ["title", "kind", "slot"]);
    }

    #[test]
    fn while_the_dates_are_open_the_agenda_can_grow_by_a_day() {
        let mut exchange = Exchange::default();
        assert_eq!((exchange.days(), exchange.last_day()), (1, 2));
        let plain = map(json!({"sessions": [
            {"id": "s1", "slot": {"day": 2, "start": "08:30", "minutes": 30}},
        ]}));
        exchange.sessions = Exchange::read(&plain).0.sessions;
        assert_eq!((exchange.days(), exchange.last_day()), (2, 3));
        let day = super::super::read_date("2026-10-14").expect("a date");
        exchange.about.dates = Some(Dates { first: day, last: day });
        assert_eq!(exchange.last_day(), 2);
    }

    #[test]
    fn collections_of_the_wrong_shape_are_left_alone() {
        let (exchange, _) =
            Exchange::read(&map(json!({"sessions": "none", "people": [1, {"x": 2}]})));
        assert!(exchange.sessions.is_empty() && exchange.people.is_empty());
    }
}
