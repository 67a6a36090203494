//! A new exchange while it is being made: what was answered so far. Kept over a reload, so that
//! nothing typed is lost on the way.

use chrono::NaiveDate;
use serde_json::Value;

use super::Device;
use crate::json;
use crate::model::field::FieldValue;
use crate::model::record::{self, record};
use crate::model::site::key;
use crate::model::{
    Dates, Exchange, Format, Id, Organisation, OrganisationKind, Part, rank, read_date,
};
use crate::store::{Storage, StorageError, keys};

/// What a new exchange begins from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Start {
    /// Nothing.
    Blank,
    /// The topic of the library with this id.
    Topic(String),
    /// An agenda that was pasted.
    Agenda,
    /// Another document of this device: an earlier exchange, or a template of one's own.
    Document(Id),
}

impl Start {
    const TOPIC: &str = "topic/";
    const DOCUMENT: &str = "document/";
}

impl FieldValue for Start {
    fn write(&self) -> Value {
        match self {
            Self::Blank => "blank".into(),
            Self::Agenda => "agenda".into(),
            Self::Topic(id) => format!("{}{id}", Self::TOPIC).into(),
            Self::Document(id) => format!("{}{id}", Self::DOCUMENT).into(),
        }
    }

    fn read(json: &Value) -> Option<Self> {
        let word = json.as_str()?;
        let topic = word.strip_prefix(Self::TOPIC).map(|id| Self::Topic(id.to_owned()));
        let document = || word.strip_prefix(Self::DOCUMENT).map(|id| Self::Document(Id::from(id)));
        match word {
            "blank" => Some(Self::Blank),
            "agenda" => Some(Self::Agenda),
            _ => topic.or_else(document),
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema() -> Value {
        serde_json::json!({"type": "string"})
    }
}

record! {
    /// The answers so far.
    pub struct Draft {
        /// What it begins from; `None` before the choice.
        pub start: Option<Start>,
        /// The agenda that was pasted, as it came.
        pub agenda: String,
        /// The host's name.
        pub host: String,
        /// The visiting organisations, in order.
        pub visitors: Vec<DraftVisitor> = vec![DraftVisitor::default()],
        /// The first day as typed.
        pub first: String,
        /// The last day as typed.
        pub last: String,
        /// The form of the visit.
        pub format: Format = Format::InPerson,
        /// The title; that of what it begins from where empty.
        pub title: String,
        /// The need.
        pub need: String,
        /// The goal; that of what it begins from where empty.
        pub goal: String,
    }
}

record! {
    /// A visiting organisation while an exchange is being made.
    pub struct DraftVisitor {
        /// Its name.
        pub name: String,
        /// What it is.
        pub kind: OrganisationKind = OrganisationKind::Police,
    }
}

impl FieldValue for DraftVisitor {
    fn write(&self) -> Value {
        record::whole(self)
    }

    fn read(json: &Value) -> Option<Self> {
        let (visitor, unreadable) = record::read(json.as_object()?);
        unreadable.is_empty().then_some(visitor)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema() -> Value {
        serde_json::json!({"type": "object"})
    }
}

impl Draft {
    /// Reads the answers that were left on this device.
    pub fn load(storage: &impl Storage) -> Self {
        let text = storage.get(keys::DRAFT).unwrap_or_default();
        match serde_json::from_str(&text) {
            Ok(Value::Object(fields)) => record::read(&fields).0,
            _ => Self::default(),
        }
    }

    /// Keeps the answers on this device; an untouched draft is removed.
    ///
    /// # Errors
    /// If there is no room.
    pub fn save(&self, storage: &impl Storage) -> Result<(), StorageError> {
        if *self == Self::default() {
            storage.remove(keys::DRAFT);
            return Ok(());
        }
        storage.set(keys::DRAFT, &json::compact(&Value::Object(record::plain(self))))
    }

    /// Returns the days of the visit, once the first one is known. Without a last day, or with one
    /// before the first, the visit has one day.
    pub fn dates(&self) -> Option<Dates> {
        let first = read_date(&self.first)?;
        let last = read_date(&self.last).unwrap_or(first);
        Some(Dates { first, last: last.max(first) })
    }

    /// Returns whether the last day comes before the first.
    pub fn ends_before_it_starts(&self) -> bool {
        match (read_date(&self.first), read_date(&self.last)) {
            (Some(first), Some(last)) => last < first,
            _ => false,
        }
    }

    /// Returns the exchange that the answers describe.
    ///
    /// - `basis`: What it begins from, without people and days.
    /// - `device`: Whose organisation and site are known.
    /// - `today`: The day on which it is made: no task is due before.
    /// - `new_id`: Gives a new random id at each call.
    pub fn exchange(
        &self,
        basis: Exchange,
        device: &Device,
        today: NaiveDate,
        mut new_id: impl FnMut() -> Id,
    ) -> Exchange {
        let mut exchange = basis;
        let about = &mut exchange.about;
        for (answer, field) in [(&self.title, &mut about.title), (&self.goal, &mut about.goal)] {
            if !answer.trim().is_empty() {
                field.clone_from(answer);
            }
        }
        about.need.clone_from(&self.need);
        about.dates = self.dates();
        about.format = self.format;
        let host = (self.host.as_str(), OrganisationKind::Police, Part::Host);
        let visitors = self.visitors.iter().map(|it| (it.name.as_str(), it.kind, Part::Visiting));
        for (name, kind, part) in std::iter::once(host).chain(visitors) {
            if !name.trim().is_empty() {
                let rank = rank::last(&exchange.organisations);
                let name = name.trim().to_owned();
                let site = if part == Part::Visiting { self.site_of(&name, device) } else { "" };
                let site = site.to_owned();
                let organisation =
                    Organisation { name, kind, part, rank, site, ..Organisation::default() };
                exchange.organisations.insert(new_id(), organisation);
            }
        }
        if let Some(dates) = exchange.about.dates {
            let left = (dates.first - today).num_days();
            let left = u16::try_from(left.max(0)).unwrap_or(u16::MAX);
            for task in exchange.tasks.values_mut() {
                task.days_before = task.days_before.map(|days| days.min(left));
            }
        }
        exchange
    }

    /// Returns the site of a visiting organisation: that of this device for its own organisation, and
    /// for one that visits alone, unless its own is the host.
    fn site_of<'a>(&self, name: &str, device: &'a Device) -> &'a str {
        let own = key(&device.organisation);
        let is_own = !own.is_empty() && key(name) == own;
        let visitors = self.visitors.iter().filter(|it| !it.name.trim().is_empty()).count();
        let is_alone = visitors == 1 && (own.is_empty() || key(&self.host) != own);
        if is_own || is_alone { device.site.trim() } else { "" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Topic;
    use crate::store::Memory;

    fn answered() -> Draft {
        Draft {
            start: Some(Start::Topic("compstat".to_owned())),
            host: "Lakeside Metropolitan Police".to_owned(),
            visitors: vec![
                DraftVisitor { name: " Riverton PD ".to_owned(), ..DraftVisitor::default() },
                DraftVisitor::default(),
            ],
            first: "2026-10-14".to_owned(),
            last: "2026-10-15".to_owned(),
            goal: "Learn".to_owned(),
            ..Draft::default()
        }
    }

    #[test]
    fn answers_are_there_again_after_a_reload_and_gone_once_cleared() {
        let storage = Memory::default();
        answered().save(&storage).expect("saved");
        assert_eq!(Draft::load(&storage), answered());
        Draft::default().save(&storage).expect("cleared");
        assert_eq!(storage.keys(), Vec::<String>::new());
    }

    #[test]
    fn what_it_begins_from_is_read_as_it_is_written() {
        let topic = Start::Topic("compstat".to_owned());
        let document = Start::Document(Id::from("template-x"));
        for start in [Start::Blank, Start::Agenda, topic, document] {
            assert_eq!(Start::read(&start.write()), Some(start));
        }
        assert_eq!(Start::read(&"compstat".into()), None);
    }

    fn day(text: &str) -> NaiveDate {
        read_date(text).expect("a date")
    }

    #[test]
    fn no_task_of_a_new_exchange_is_due_before_it_was_made() {
        use crate::model::{Side, Task};
        let topic = include_str!("../../public/library/topics/compstat.json");
        let topic = Topic::read(topic).expect("a topic").draft();
        let draft = Draft { first: "2026-10-14".to_owned(), ..Draft::default() };
        let on = |today: &str| {
            let made =
                draft.exchange(topic.clone(), &Device::default(), day(today), || Id::from("x"));
            let due = |task: &Task| task.due_on(made.about.dates).expect("due");
            assert!(made.tasks.values().any(|task| task.side == Side::Host));
            made.tasks.values().map(due).min().expect("a task")
        };
        assert!(on("2026-01-01") < day("2026-10-01"), "there is time for all of them");
        assert_eq!(on("2026-10-10"), day("2026-10-10"));
        assert_eq!(on("2026-12-24"), day("2026-10-14"), "a visit that was");
    }

    #[test]
    fn an_exchange_has_the_organisations_that_were_named() {
        let mut number = 0;
        let exchange =
            answered().exchange(Exchange::default(), &Device::default(), day("2026-09-01"), || {
                number += 1;
                Id::from(number.to_string())
            });
        assert_eq!(exchange.hosts(), ["Lakeside Metropolitan Police"]);
        assert_eq!(exchange.visitors(), ["Riverton PD"]);
        assert_eq!(exchange.about.dates.map(|dates| dates.days()), Some(2));
        assert_eq!(exchange.about.goal, "Learn");
    }

    #[test]
    fn a_new_exchange_names_the_site_of_this_device_where_its_organisation_visits() {
        let sites = |host: &str, visitors: &[&str], organisation: &str| {
            let visitor =
                |name: &&str| DraftVisitor { name: (*name).to_owned(), ..DraftVisitor::default() };
            let draft = Draft {
                host: host.to_owned(),
                visitors: visitors.iter().map(visitor).collect(),
                ..Draft::default()
            };
            let device = Device {
                organisation: organisation.to_owned(),
                site: " Riverton ".to_owned(),
                ..Device::default()
            };
            let mut number = 0;
            let exchange = draft.exchange(Exchange::default(), &device, day("2026-09-01"), || {
                number += 1;
                Id::from(number.to_string())
            });
            let sites = exchange.organisations.values().map(|it| it.site.clone());
            sites.collect::<Vec<_>>().join(",")
        };
        assert_eq!(sites("Lakeside", &["Riverton PD"], "Riverton PD"), ",Riverton");
        assert_eq!(sites("Lakeside", &["Riverton PD"], ""), ",Riverton");
        assert_eq!(sites("Lakeside", &["Riverton PD"], "City of Riverton"), ",Riverton");
        assert_eq!(sites("Lakeside", &["Hollis", "riverton pd"], "Riverton PD"), ",,Riverton");
        assert_eq!(sites("Lakeside", &["Hollis", "Riverton PD"], ""), ",,");
        assert_eq!(sites("Riverton PD", &["Hollis"], "Riverton PD"), ",", "we are the host");
    }

    #[test]
    fn a_last_day_before_the_first_is_said_and_makes_a_visit_of_one_day() {
        let draft = Draft { last: "2026-10-01".to_owned(), ..answered() };
        assert!(draft.ends_before_it_starts());
        assert_eq!(draft.dates().map(|dates| dates.days()), Some(1));
    }
}
