//! A step that can be undone in words, and the screen on which it shows.

use crate::history::{Address, RecordAddress};
use crate::model::Id;
use crate::order::Set;
use crate::pages::address_words;
use crate::pages::exchange::loose_ends::GOAL;
use crate::pages::exchange::places::section_of;
use crate::route::{Screen, Section};
use crate::workspace::{NamedStep, Next};

/// Returns what a step is called: by its value, by its record, by the number of its records, or if they
/// are of several kinds by the number of its values.
pub(super) fn words(next: &Next) -> String {
    match next {
        Next::File => say!(app.step_file).to_owned(),
        Next::Step(step) => of(step),
    }
}

/// Returns the same of a step.
pub(super) fn of(NamedStep { addresses, names, kind }: &NamedStep) -> String {
    if let [one] = addresses.as_slice() {
        return if one.is_deleted_mark() {
            say!(app.step_deleted, record = address_words::record(&one.record(), names, *kind))
        } else {
            address_words::address(one, names, *kind)
        };
    }
    let records: Set<RecordAddress> = addresses.iter().map(Address::record).collect();
    let first = addresses.first().map(Address::record).unwrap_or_else(RecordAddress::root);
    if records.len() == 1 {
        return address_words::record(&first, names, *kind);
    }
    match first.collection() {
        Some(kind) if addresses.iter().all(|it| it.record().collection() == Some(kind.clone())) => {
            address_words::records(&kind, records.len())
        }
        _ => say!(app.step_values, count = addresses.len()),
    }
}

/// Returns the screen of an exchange that shows what stands at some addresses, if it is one; with the
/// record if it is one.
pub fn screen(addresses: &[Address], id: &Id) -> Option<Screen> {
    let section = section(addresses.first()?)?;
    if !addresses.iter().all(|address| self::section(address) == Some(section)) {
        return None;
    }
    let record = addresses.first()?.record();
    let at = if addresses.iter().any(|address| address.record() != record) {
        None
    } else if record.is_root() {
        addresses.iter().any(|address| address.as_str() == GOAL).then(|| Id::from(GOAL))
    } else {
        record.id().map(|id| Id::from(&*id))
    };
    Some(Screen::Exchange { id: id.clone(), section, at })
}

/// Returns the section in which a value is shown.
fn section(address: &Address) -> Option<Section> {
    section_of(address.record().collection().as_deref())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Exchange, Kind, Session};

    fn step(addresses: &[&str]) -> NamedStep {
        let mut names = Exchange::default();
        let session = Session { title: "Storage tour".to_owned(), ..Session::default() };
        names.sessions.insert(Id::from("s1"), session);
        let address = |text: &&str| Address::parse(text).expect("an address");
        NamedStep {
            kind: Kind::Exchange,
            addresses: addresses.iter().map(address).collect(),
            names: Box::new(names),
        }
    }

    fn said(addresses: &[&str]) -> String {
        words(&Next::Step(step(addresses)))
    }

    fn shown(addresses: &[&str]) -> Option<String> {
        screen(&step(addresses).addresses, &Id::from("x")).map(|screen| screen.href())
    }

    #[test]
    fn a_step_is_called_by_its_value_its_record_its_records_or_the_number_of_its_values() {
        assert_eq!(said(&["sessions/s1/place"]), "Session “Storage tour”: place");
        assert_eq!(said(&["title"]), "The exchange: title");
        assert_eq!(said(&["sessions/s1/deleted"]), "Session “Storage tour”: deleted");
        assert_eq!(said(&["sessions/s1/place", "sessions/s1/title"]), "Session “Storage tour”");
        assert_eq!(
            said(&["sessions/s1/slot", "sessions/s2/slot", "sessions/s2/lead"]),
            "2 sessions"
        );
        assert_eq!(said(&["goal", "notes/n1/text", "notes/n2/text"]), "3 values");
        assert_eq!(said(&["goal", "title"]), "The exchange");
        assert_eq!(words(&Next::File), "the opened file");
    }

    #[test]
    fn a_step_shows_on_the_screen_of_its_record() {
        let expect = |href: &str| Some(href.to_owned());
        assert_eq!(shown(&["notes/n1/text"]), expect("?screen=notes&exchange=x&at=n1"));
        assert_eq!(shown(&["goal"]), expect("?screen=overview&exchange=x&at=goal"));
        assert_eq!(shown(&["title", "dates"]), expect("?screen=overview&exchange=x"));
        let moved = shown(&["sessions/s1/slot", "sessions/s2/slot"]);
        assert_eq!(moved, expect("?screen=agenda&exchange=x"));
        assert_eq!(shown(&["goal", "notes/n1/text"]), None);
        assert_eq!(shown(&["rooms/r1/name"]), None);
        assert_eq!(shown(&[]), None);
    }
}
