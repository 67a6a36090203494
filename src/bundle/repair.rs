//! Repair of a document that this app did not write so, with a report. Nothing is left out without
//! being told, and whatever is altered is told to the caller, who then trusts no stamp beside it.

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::finding::{Finding, What};
use super::strict::{MOST_TEXT, told};
use crate::json;
use crate::model::Kind;
use crate::order;

/// How deep objects and lists may lie in each other within a document, so that a value can also be
/// written among those apart, where it lies deeper.
const MOST_DEPTH: usize = 9;

/// Whether a character steers how text is shown instead of being shown: the control characters but for
/// line break and tabulator, and those that turn the direction of writing.
pub fn is_control(character: char) -> bool {
    matches!(
        character,
        '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    )
}

/// The repair of one part of a file.
pub(super) struct Repair<'a> {
    findings: &'a mut Vec<Finding>,
    /// Where the part stands in the file.
    base: String,
    path: Vec<String>,
    most_depth: usize,
    /// Whether anything is not as it was.
    pub(super) is_altered: bool,
}

impl<'a> Repair<'a> {
    pub(super) fn new(findings: &'a mut Vec<Finding>, base: String) -> Self {
        Self { findings, base, path: Vec::new(), most_depth: usize::MAX, is_altered: false }
    }

    /// Repairs the readable form of a document of some kind.
    pub(super) fn document(&mut self, kind: Kind, document: &mut Value) {
        self.most_depth = MOST_DEPTH;
        self.clean(document);
        if let Value::Object(document) = document {
            for collection in kind.collections() {
                if let Some(Value::Array(records)) = document.get_mut(*collection) {
                    self.path.push((*collection).to_owned());
                    self.records(records);
                    self.path.pop();
                }
            }
            self.fields(kind, document);
        }
    }

    /// Takes control characters out of every text and name, cuts what is too long, and leaves out what
    /// lies too deep.
    pub(super) fn clean(&mut self, value: &mut Value) {
        // Nearly always there is nothing to do, and finding that out takes no address.
        if !is_clean(value, self.most_depth.saturating_sub(self.path.len())) {
            self.clean_all(value);
        }
    }

    fn clean_all(&mut self, value: &mut Value) {
        match value {
            Value::String(text) => self.clean_text(text),
            Value::Array(_) | Value::Object(_) if self.path.len() >= self.most_depth => {
                *value = Value::Null;
                self.alter(What::TooDeep);
            }
            Value::Array(items) => {
                for (at, item) in items.iter_mut().enumerate() {
                    if matches!(item, Value::String(_) | Value::Array(_) | Value::Object(_)) {
                        self.path.push(at.to_string());
                        self.clean_all(item);
                        self.path.pop();
                    }
                }
            }
            Value::Object(fields) => self.clean_fields(fields),
            _ => {}
        }
    }

    fn clean_fields(&mut self, fields: &mut Map<String, Value>) {
        for (name, value) in fields.iter_mut() {
            self.path.push(name.clone());
            self.clean_all(value);
            self.path.pop();
        }
        if !fields.keys().any(|name| name.contains(is_control)) {
            return;
        }
        for (name, value) in std::mem::take(fields) {
            let clean: String = name.chars().filter(|c| !is_control(*c)).collect();
            if clean != name {
                self.path.push(clean.clone());
                self.alter(What::Control);
                self.path.pop();
            }
            if fields.contains_key(&clean) {
                self.path.push(clean);
                self.alter(What::SameName);
                self.path.pop();
            } else {
                fields.insert(clean, value);
            }
        }
    }

    pub(super) fn clean_text(&mut self, text: &mut String) {
        if text.len() > MOST_TEXT {
            let mut end = MOST_TEXT;
            while !text.is_char_boundary(end) {
                end -= 1;
            }
            text.truncate(end);
            self.alter(What::TooLong);
        }
        if text.contains(is_control) {
            text.retain(|c| !is_control(c));
            self.alter(What::Control);
        }
    }

    /// Makes the records of a known collection a list of objects with distinct ids, in order of these.
    fn records(&mut self, records: &mut Vec<Value>) {
        let mut named: Vec<Named> = Vec::with_capacity(records.len());
        for (place, record) in std::mem::take(records).into_iter().enumerate() {
            if !record.is_object() {
                self.alter_at(place, What::NoRecord);
                continue;
            }
            let id = match record.get("id").and_then(Value::as_str) {
                Some(id) if !id.is_empty() => id.to_owned(),
                _ => {
                    self.alter_at(place, What::RecordWithoutId);
                    made_id(&record)
                }
            };
            named.push(Named { id, place, record });
        }
        let again = sorted_out(&mut named);
        let mut renamed = Vec::new();
        for Named { id, place, record } in again {
            let first = named.binary_search_by(|other| other.id.cmp(&id));
            if first.is_ok_and(|first| named[first].record == record) {
                self.alter_at(place, What::SameRecord);
            } else {
                self.alter_at(place, What::SameId);
                renamed.push(Named { id: made_id(&record), place, record });
            }
        }
        named.append(&mut renamed);
        for Named { place, .. } in sorted_out(&mut named) {
            self.alter_at(place, What::SameRecord);
        }
        for Named { id, mut record, .. } in named {
            record["id"] = Value::String(id);
            records.push(record);
        }
    }

    /// Tells the values that do not fit their fields. They stay as they are, but for lists in place of
    /// a single value: a list would take the place of the value that is here.
    fn fields(&mut self, kind: Kind, document: &mut Map<String, Value>) {
        let mut left_out: Vec<(Option<(String, usize)>, String)> = Vec::new();
        // Unreadable values are told collection by collection and record by record, in this order.
        let mut next = ("", 0);
        for unreadable in kind.unreadable(document) {
            let place = unreadable.record.as_ref().and_then(|(collection, id)| {
                let name = *kind.collections().iter().find(|known| *known == collection)?;
                let from = if next.0 == name { next.1 } else { 0 };
                let records = document.get(name)?.as_array()?;
                let is_it =
                    |record: &Value| record.get("id").and_then(Value::as_str) == Some(id.as_str());
                let at = from + records.iter().skip(from).position(is_it)?;
                next = (name, at);
                Some((collection.clone(), at))
            });
            let value = match &place {
                None => document.get(&unreadable.field),
                Some((collection, at)) => document
                    .get(collection)
                    .and_then(|records| records.get(at)?.get(&unreadable.field)),
            };
            let is_list = value.and_then(Value::as_array).is_some_and(|items| !items.is_empty());
            if let Some((collection, at)) = &place {
                self.path.extend([collection.clone(), at.to_string()]);
            }
            self.path.push(unreadable.field.clone());
            if is_list {
                self.alter(What::Misshapen);
                left_out.push((place, unreadable.field));
            } else {
                self.find(What::Unreadable);
            }
            self.path.clear();
        }
        for (place, field) in left_out {
            let fields = match &place {
                None => Some(&mut *document),
                Some((collection, at)) => document
                    .get_mut(collection)
                    .and_then(|records| records.get_mut(*at)?.as_object_mut()),
            };
            if let Some(fields) = fields {
                fields.remove(&field);
            }
        }
    }

    fn alter_at(&mut self, place: usize, what: What) {
        self.path.push(place.to_string());
        self.alter(what);
        self.path.pop();
    }

    fn alter(&mut self, what: What) {
        self.is_altered = true;
        self.find(what);
    }

    fn find(&mut self, what: What) {
        let mut address = self.base.clone();
        for step in &self.path {
            if !address.is_empty() {
                address.push('/');
            }
            address.push_str(step);
        }
        self.findings.push(Finding { what, address: told(&address) });
    }
}

/// Whether cleaning would leave a value as it is, where so many more levels may lie in each other.
fn is_clean(value: &Value, levels: usize) -> bool {
    match value {
        Value::String(text) => text.len() <= MOST_TEXT && !text.contains(is_control),
        Value::Array(_) | Value::Object(_) if levels == 0 => false,
        Value::Array(items) => items.iter().all(|item| is_clean(item, levels - 1)),
        Value::Object(fields) => fields
            .iter()
            .all(|(name, value)| !name.contains(is_control) && is_clean(value, levels - 1)),
        _ => true,
    }
}

/// A record, the id that it is to have, and where it stands.
struct Named {
    id: String,
    place: usize,
    record: Value,
}

/// Puts records in order of their ids, and takes out all but the first of each id.
fn sorted_out(named: &mut Vec<Named>) -> Vec<Named> {
    order::sort_by(named, |one, other| (&one.id, one.place).cmp(&(&other.id, other.place)));
    let (mut firsts, mut again): (Vec<Named>, Vec<Named>) = (Vec::new(), Vec::new());
    for record in std::mem::take(named) {
        let is_first = firsts.last().is_none_or(|last| last.id != record.id);
        if is_first { &mut firsts } else { &mut again }.push(record);
    }
    *named = firsts;
    again
}

/// Returns an id for what came without one, made of what it is.
pub(super) fn made_id(of: &Value) -> String {
    format!("found-{}", &hash(of)[..16])
}

/// Returns the hash of a value's canonical form, in 64 hexadecimal digits.
pub(super) fn hash(of: &Value) -> String {
    Sha256::digest(json::canonical(of)).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::order::Set;

    fn repaired(mut document: Value) -> (Value, Vec<(What, String)>, bool) {
        let mut findings = Vec::new();
        let mut repair = Repair::new(&mut findings, String::new());
        repair.document(Kind::Exchange, &mut document);
        let is_altered = repair.is_altered;
        let told = findings.into_iter().map(|finding| (finding.what, finding.address)).collect();
        (document, told, is_altered)
    }

    fn told(what: What, address: &str) -> (What, String) {
        (what, address.to_owned())
    }

    fn any_value() -> impl Strategy<Value = Value> {
        let text = || prop::sample::select(vec!["", "a", "b\u{1}", "\u{1}", "\u{202e}c", "d\n"]);
        let leaf = prop_oneof![Just(json!(1)), text().prop_map(Value::from)];
        leaf.prop_recursive(6, 24, 3, move |inner| {
            let fields =
                prop::collection::btree_map(text().prop_map(str::to_owned), inner.clone(), 0..3);
            prop_oneof![
                prop::collection::vec(inner, 0..3).prop_map(Value::from),
                fields.prop_map(|fields| Value::Object(fields.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_not_looked_at_piece_by_piece_would_have_stayed_as_it_is(value in any_value()) {
            let cleaned = |clean: fn(&mut Repair<'_>, &mut Value)| {
                let (mut value, mut findings) = (value.clone(), Vec::new());
                let mut repair = Repair::new(&mut findings, String::new());
                repair.most_depth = 3;
                clean(&mut repair, &mut value);
                let is_altered = repair.is_altered;
                (value, is_altered, findings)
            };
            prop_assert_eq!(cleaned(|repair, value| repair.clean(value)), cleaned(|repair, value| repair.clean_all(value)));
        }
    }

    #[test]
    fn a_document_as_the_app_writes_it_stays_as_it_is() {
        let document = json!({
            "title": "Cameras\n\tdocks", "new": {"a": [1]}, "focus_areas": ["technology"],
            "sessions": [{"id": "s1", "title": "Tour", "objectives": ["o1"], "odd": [[1]]}],
            "newer": [{"id": 1}, {"id": 1}],
        });
        assert_eq!(repaired(document.clone()), (document, Vec::new(), false));
    }

    #[test]
    fn control_characters_are_taken_out_of_texts_and_names_and_told() {
        let document = json!({
            "title": "Ca\u{0}me\u{202e}ras", "go\u{1}al": "x",
            "notes": [{"id": "n\u{7}1", "text": "a\u{2066}b\rc"}],
        });
        let (document, findings, is_altered) = repaired(document);
        let expected =
            json!({"title": "Cameras", "goal": "x", "notes": [{"id": "n1", "text": "abc"}]});
        assert_eq!((document, is_altered), (expected, true));
        assert_eq!(
            findings,
            [
                told(What::Control, "notes/0/id"),
                told(What::Control, "notes/0/text"),
                told(What::Control, "title"),
                told(What::Control, "goal"),
            ]
        );
    }

    #[test]
    fn of_two_names_that_become_one_the_second_is_left_out_and_told() {
        let (document, findings, _) = repaired(json!({"a\u{1}": 1, "a\u{2}": 2}));
        assert_eq!(document, json!({"a": 1}));
        assert!(findings.contains(&told(What::SameName, "a")));
    }

    #[test]
    fn a_text_that_is_too_long_is_cut_between_two_characters() {
        let (document, findings, _) = repaired(json!({"goal": "ü".repeat(40_000)}));
        assert_eq!(document, json!({"goal": "ü".repeat(32_768)}));
        assert_eq!(findings, [told(What::TooLong, "goal")]);
        let (document, ..) = repaired(json!({"goal": format!("x{}", "ü".repeat(40_000))}));
        assert_eq!(document["goal"].as_str().map(str::len), Some(65_535));
    }

    #[test]
    fn records_without_an_id_get_one_that_is_the_same_each_time() {
        let records =
            json!({"sessions": [{"title": "Tour"}, {"id": 7, "title": "Lunch"}, {"id": "s1"}]});
        let (document, findings, is_altered) = repaired(records.clone());
        assert_eq!(repaired(records).0, document);
        let ids: Set<&str> = document["sessions"]
            .as_array()
            .expect("sessions")
            .iter()
            .filter_map(|session| session["id"].as_str())
            .collect();
        assert_eq!((ids.len(), is_altered), (3, true));
        let without = |at: usize| told(What::RecordWithoutId, &format!("sessions/{at}"));
        assert_eq!(findings, [without(0), without(1)]);
    }

    #[test]
    fn two_records_of_one_id_both_stay_and_the_same_one_twice_is_one() {
        let (document, findings, _) = repaired(json!({"notes": [
            {"id": "n", "text": "one"}, {"id": "n", "text": "two"}, {"id": "n", "text": "one"},
        ]}));
        let texts: Set<&str> = document["notes"]
            .as_array()
            .expect("notes")
            .iter()
            .filter_map(|note| note["text"].as_str())
            .collect();
        assert_eq!(texts, Set::from(["one", "two"]));
        assert_eq!(findings, [told(What::SameId, "notes/1"), told(What::SameRecord, "notes/2")]);
    }

    #[test]
    fn what_is_no_record_is_left_out_and_told() {
        let (document, findings, _) = repaired(json!({"people": ["a", 1, {"id": "p"}, null]}));
        assert_eq!(document, json!({"people": [{"id": "p"}]}));
        let none = |at: usize| told(What::NoRecord, &format!("people/{at}"));
        assert_eq!(findings, [none(0), none(1), none(3)]);
    }

    #[test]
    fn a_value_of_the_wrong_type_is_kept_and_a_list_in_its_place_is_not() {
        let (document, findings, is_altered) = repaired(json!({
            "title": ["a", "b"], "goal": 7,
            "sessions": [{"id": "s1", "place": [{"id": "x"}], "slot": "noon"}, {"id": "s2", "lead": {}}],
        }));
        let expected = json!({"goal": 7, "sessions": [{"id": "s1", "slot": "noon"}, {"id": "s2", "lead": {}}]});
        assert_eq!((document, is_altered), (expected, true));
        assert_eq!(
            findings,
            [
                told(What::Unreadable, "goal"),
                told(What::Misshapen, "title"),
                told(What::Misshapen, "sessions/0/place"),
                told(What::Unreadable, "sessions/0/slot"),
                told(What::Unreadable, "sessions/1/lead"),
            ]
        );
    }

    #[test]
    fn what_lies_too_deep_to_be_written_apart_is_left_out_and_told() {
        let nested = |levels: usize| (0..levels).fold(json!(1), |inner, _| json!({"n": inner}));
        assert_eq!(repaired(json!({"x": nested(8)})).1, []);
        let (document, findings, _) = repaired(json!({"x": nested(9)}));
        assert_eq!(document["x"]["n"]["n"]["n"]["n"]["n"]["n"]["n"]["n"], Value::Null);
        assert_eq!(findings, [told(What::TooDeep, "x/n/n/n/n/n/n/n/n")]);
    }
}
