//! From text to JSON, more strictly than JSON itself: no name twice in one object, whole numbers within
//! ±(2^53−1) only, and limits that no exchange comes near.
//!
//! A library's reader would take the last of two values of one name and round a number without a
//! word. Both change what a person wrote, so both are refused, with the address of the place.

use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};
use thiserror::Error;

use crate::history::{HIGHEST_NUMBER, MOST_ADDRESSES};

/// How deep objects and lists may lie in each other. Our own files need eight levels.
pub(super) const MOST_DEPTH: usize = 16;
/// How many records a file may have, objects that stand in a list, and how many entries one list.
pub(super) const MOST_RECORDS: usize = 20_000;
/// How many values a file may have for each record that it may have. Our own files of the largest size
/// have about twelve.
const VALUES_PER_RECORD: usize = 15;
/// How many values a file may have.
pub(super) const MOST_VALUES: usize = MOST_RECORDS * VALUES_PER_RECORD;
/// How many names one object may have for each record that the file may have.
const NAMES_PER_RECORD: usize = 5;
/// The longest text that is read, in bytes.
pub const MOST_TEXT: usize = 64 * 1024;
/// How much of an address is told, in characters; a hostile name may be as long as the file.
const TOLD: usize = 200;

/// A rule that a text breaks although it is JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Objects and lists lie in each other more than 16 levels deep.
    Depth,
    /// There are more than 20,000 records, a list of more than 20,000 entries, or more than 300,000
    /// values.
    Records,
    /// A name is longer than 64 KiB, or all addresses are longer than 32 MiB together.
    Name,
    /// One object has a name twice.
    Twice,
    /// A number is not whole or is outside ±(2^53−1).
    Number,
}

/// The first place where a text breaks a rule.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub struct Fault {
    /// The rule.
    pub rule: Rule,
    /// Where: `documents/0/document/sessions/3/wanted_minutes`.
    pub address: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.rule {
            Rule::Depth => "nested more than 16 levels deep",
            Rule::Records => {
                "more than 20,000 records or entries of a list, or more than 300,000 values"
            }
            Rule::Name => "names that are too long",
            Rule::Twice => "a name that stands twice in one object",
            Rule::Number => "a number that is not whole or too large",
        })?;
        write!(f, " at `{}`: save the file again with this app", self.address)
    }
}

/// Why a text is no strict JSON.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum StrictError {
    /// It begins like JSON and ends in the middle.
    #[error("the text ends in the middle, at line {line}")]
    CutShort {
        /// The last line.
        line: usize,
    },
    /// It is no JSON.
    #[error("the text is not JSON, see line {line}")]
    NotJson {
        /// The first line that is not JSON.
        line: usize,
    },
    /// It is JSON that breaks a rule.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// Reads a text that this app has stored: JSON without doubled names and with whole numbers only.
///
/// # Errors
/// Names the line or the address of the first thing that is wrong.
pub fn strict_json(text: &str) -> Result<Value, StrictError> {
    let read = read(text, usize::MAX)?;
    match read.fault {
        Some(fault) => Err(fault.into()),
        None => Ok(read.value),
    }
}

/// JSON, and the first rule that it breaks; what breaks a rule is null in the value.
pub(super) struct Read {
    pub(super) value: Value,
    pub(super) fault: Option<Fault>,
}

/// Reads JSON to its end even if it breaks a rule, so that a caller can tell what it is.
pub(super) fn read(text: &str, most_records: usize) -> Result<Read, StrictError> {
    let mut state = State { path: Vec::new(), most_records, records: 0, values: 0, fault: None };
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = Any { state: &mut state, is_in_list: false }
        .deserialize(&mut reader)
        .and_then(|value| reader.end().map(|()| value));
    match value {
        Ok(value) => Ok(Read { value, fault: state.fault }),
        Err(error) if error.is_eof() => Err(StrictError::CutShort { line: error.line() }),
        // Too large even to be read as a fraction, such as 1e999.
        Err(error) if error.to_string().starts_with("number out of range") => {
            state.note(Rule::Number);
            Err(state.fault.map_or(StrictError::NotJson { line: error.line() }, StrictError::Fault))
        }
        Err(error) => Err(StrictError::NotJson { line: error.line() }),
    }
}

/// Whether the addresses of a stored document's values are too long together, or those of its stamps.
///
/// What the short way of reading takes is never too long here: it counts the same, with escapes.
pub(super) fn has_long_addresses(stored: &Value) -> bool {
    let document = stored["document"].as_object().into_iter().flatten();
    let of_values = document.map(|(name, value)| match value {
        Value::Array(items) if items.first().is_some_and(Value::is_object) => {
            items.iter().map(|item| length_in_record(name.len(), item)).sum()
        }
        value => length_of_field(name.len(), value),
    });
    let stamps = stored["history"]["stamps"].as_object().into_iter().flatten();
    let of_stamps = stamps.map(|(first, entry)| match entry {
        Value::Object(nested) => nested.keys().map(|rest| first.len() + 1 + rest.len()).sum(),
        _ => first.len(),
    });
    of_values.sum::<usize>() > MOST_ADDRESSES || of_stamps.sum::<usize>() > MOST_ADDRESSES
}

/// How long the addresses of a record's values are, where the name of its collection is so long.
fn length_in_record(collection: usize, record: &Value) -> usize {
    let id = record.get("id").and_then(Value::as_str).unwrap_or_default();
    let above = collection + 1 + id.len() + 1;
    let fields = record.as_object().into_iter().flatten().filter(|(name, _)| *name != "id");
    fields.map(|(name, value)| length_of_field(above + name.len(), value)).sum()
}

/// How long the addresses in a field are: one, or one for each member of a set.
fn length_of_field(own: usize, value: &Value) -> usize {
    match value {
        Value::Array(items) if items.first().is_some_and(Value::is_string) => {
            items.iter().map(|item| own + 1 + item.as_str().map_or(0, str::len)).sum()
        }
        _ => own,
    }
}

/// One step of the way to a value.
enum Step {
    Name(String),
    Place(usize),
}

struct State {
    /// The way to the value that is being read.
    path: Vec<Step>,
    most_records: usize,
    records: usize,
    values: usize,
    fault: Option<Fault>,
}

impl State {
    /// Remembers the first fault.
    fn note(&mut self, rule: Rule) {
        if self.fault.is_none() {
            self.fault = Some(Fault { rule, address: self.address() });
        }
    }

    fn address(&self) -> String {
        let mut address = String::new();
        for step in &self.path {
            if !address.is_empty() {
                address.push('/');
            }
            match step {
                Step::Name(name) => address.push_str(name),
                Step::Place(place) => address.push_str(&place.to_string()),
            }
        }
        told(&address)
    }
}

/// Returns an address as it is told: without what could confuse, and not too long.
pub(super) fn told(address: &str) -> String {
    address.chars().filter(|c| !super::repair::is_control(*c) && *c != '\n').take(TOLD).collect()
}

/// Any value, below the place that the state is at.
struct Any<'a> {
    state: &'a mut State,
    is_in_list: bool,
}

impl<'de> DeserializeSeed<'de> for Any<'_> {
    type Value = Value;

    fn deserialize<D: serde::Deserializer<'de>>(self, reader: D) -> Result<Value, D::Error> {
        let state = &mut *self.state;
        state.values += 1;
        let has_too_many = state.values > state.most_records.saturating_mul(VALUES_PER_RECORD);
        if has_too_many {
            state.note(Rule::Records);
        }
        // What cannot be used any more is read over, so that it takes neither time nor memory.
        if has_too_many || state.records > state.most_records {
            return IgnoredAny::deserialize(reader).map(|_| Value::Null);
        }
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Any<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        if value <= HIGHEST_NUMBER {
            return Ok(value.into());
        }
        self.state.note(Rule::Number);
        Ok(Value::Null)
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        if value.unsigned_abs() <= HIGHEST_NUMBER {
            return Ok(value.into());
        }
        self.state.note(Rule::Number);
        Ok(Value::Null)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Value, E> {
        self.state.note(Rule::Number);
        Ok(Value::Null)
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let state = self.state;
        if state.path.len() >= MOST_DEPTH {
            state.note(Rule::Depth);
            while list.next_element::<IgnoredAny>()?.is_some() {}
            return Ok(Value::Null);
        }
        let mut items = Vec::new();
        loop {
            if items.len() > state.most_records {
                state.note(Rule::Records);
                while list.next_element::<IgnoredAny>()?.is_some() {}
                return Ok(Value::Null);
            }
            state.path.push(Step::Place(items.len()));
            let item = list.next_element_seed(Any { state: &mut *state, is_in_list: true })?;
            state.path.pop();
            match item {
                Some(item) => items.push(item),
                None => return Ok(Value::Array(items)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Value, A::Error> {
        let state = self.state;
        let mut is_left_out = false;
        if state.path.len() >= MOST_DEPTH {
            state.note(Rule::Depth);
            is_left_out = true;
        } else if self.is_in_list {
            state.records += 1;
            if state.records > state.most_records {
                state.note(Rule::Records);
                is_left_out = true;
            }
        }
        if is_left_out {
            while object.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            return Ok(Value::Null);
        }
        let mut fields = Map::new();
        let most_names = state.most_records.saturating_mul(NAMES_PER_RECORD);
        while let Some(name) = object.next_key::<String>()? {
            if fields.len() >= most_names {
                state.note(Rule::Records);
                object.next_value::<IgnoredAny>()?;
                while object.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                return Ok(Value::Null);
            }
            // Our own files have their names in order, so that the last one tells.
            let may_be_known = fields.keys().next_back().is_some_and(|last| *last >= name);
            let is_known = may_be_known && fields.contains_key(&name);
            let is_long = name.len() > MOST_TEXT;
            state.path.push(Step::Name(name));
            if is_known {
                state.note(Rule::Twice);
            } else if is_long {
                state.note(Rule::Name);
            }
            let value = object.next_value_seed(Any { state: &mut *state, is_in_list: false })?;
            if let Some(Step::Name(name)) = state.path.pop()
                && !is_known
                && !is_long
            {
                fields.insert(name, value);
            }
        }
        Ok(Value::Object(fields))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn fault(text: &str) -> (Rule, String) {
        match strict_json(text) {
            Err(StrictError::Fault(fault)) => (fault.rule, fault.address),
            other => panic!("expected a fault in {text}, got {other:?}"),
        }
    }

    #[test]
    fn a_name_that_stands_twice_is_refused_with_its_address() {
        assert_eq!(fault(r#"{"a": 1, "a": 1}"#), (Rule::Twice, "a".to_owned()));
        let text = r#"{"documents": [{}, {"document": {"title": "x", "b": [], "title": "y"}}]}"#;
        assert_eq!(fault(text), (Rule::Twice, "documents/1/document/title".to_owned()));
        // The same name, once written with an escape.
        assert_eq!(fault(r#"{"a": 1, "\u0061": 2}"#), (Rule::Twice, "a".to_owned()));
    }

    #[test]
    fn only_whole_numbers_that_every_reader_keeps_exactly_are_taken() {
        let kept = r#"[0,9007199254740991,-9007199254740991]"#;
        assert_eq!(
            strict_json(kept).ok(),
            Some(json!([0, 9007199254740991_u64, -9007199254740991_i64]))
        );
        for number in [
            "0.5",
            "1.0",
            "1e3",
            "-0",
            "-0.0",
            "9007199254740992",
            "-9007199254740992",
            "18446744073709551616",
            "1e999",
            "-1e999",
            "1e-999",
        ] {
            let text = format!(r#"{{"s": [{{"minutes": {number}}}]}}"#);
            assert_eq!(fault(&text), (Rule::Number, "s/0/minutes".to_owned()), "{number}");
        }
        for word in ["NaN", "Infinity", "-Infinity", "01", "+1", ".5", "1.", "0x10"] {
            let read = strict_json(&format!(r#"{{"a": {word}}}"#));
            assert_eq!(read, Err(StrictError::NotJson { line: 1 }), "{word}");
        }
    }

    #[test]
    fn sixteen_levels_are_read_and_seventeen_are_not() {
        let nested = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
        assert!(strict_json(&nested(16)).is_ok());
        let address = ["0"; 16].join("/");
        assert_eq!(fault(&nested(17)), (Rule::Depth, address.clone()));
        assert_eq!(fault(&nested(200_000)), (Rule::Depth, address));
        let objects = format!("{}1{}", r#"{"a":"#.repeat(5000), "}".repeat(5000));
        assert_eq!(fault(&objects), (Rule::Depth, ["a"; 16].join("/")));
    }

    #[test]
    fn brackets_within_text_are_not_depth() {
        assert!(strict_json(&format!(r#"{{"a": "{}"}}"#, "[".repeat(100))).is_ok());
    }

    #[test]
    fn the_records_of_a_file_are_counted_and_those_of_a_stored_text_are_not() {
        let text = format!("[{}]", vec!["{}"; 20_001].join(","));
        let read = read(&text, MOST_RECORDS).expect("JSON");
        let address = "20000".to_owned();
        assert_eq!(read.fault, Some(Fault { rule: Rule::Records, address }));
        assert!(strict_json(&text).is_ok());
        let text = format!("{{\"a\": [{}]}}", vec!["1"; 20_001].join(","));
        let fault = super::read(&text, MOST_RECORDS).expect("JSON").fault;
        assert_eq!(fault, Some(Fault { rule: Rule::Records, address: "a".to_owned() }));
        assert!(strict_json(&text).is_ok());
    }

    #[test]
    fn a_name_as_long_as_a_file_is_refused_and_not_repeated_in_full() {
        let (rule, address) = fault(&format!(r#"{{"{}": 1}}"#, "n".repeat(70_000)));
        assert_eq!((rule, address.len()), (Rule::Name, TOLD));
    }

    #[test]
    fn text_that_ends_in_the_middle_is_told_from_text_that_is_no_json() {
        assert_eq!(strict_json("{\n\"a\": [1,"), Err(StrictError::CutShort { line: 2 }));
        for text in ["", "{\"a\": \"", "{\"a\": \"\\u00", "[1"] {
            assert!(matches!(strict_json(text), Err(StrictError::CutShort { .. })), "{text}");
        }
        for text in ["Dear", "{]", "{} {}", r#"["\ud800"]"#, "[\"\u{1}\"]", "{a: 1}", "[1,]"] {
            assert_eq!(strict_json(text), Err(StrictError::NotJson { line: 1 }), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_breaks_no_rule_is_read_as_the_library_for_json_reads_it(
            text in r#"(\{("[ab\\n]":)?|[\[\]},0-3"a]|true|null| |\\u0061){0,24}"#,
        ) {
            match (strict_json(&text), serde_json::from_str::<Value>(&text)) {
                (Ok(strict), Ok(usual)) => prop_assert_eq!(strict, usual),
                (Err(StrictError::Fault(_)), _) => {}
                (strict, usual) => prop_assert_eq!(strict.is_err(), usual.is_err(), "{}", text),
            }
        }
    }
}
