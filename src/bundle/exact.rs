//! The short way to read a file that nobody altered, from its text straight to the documents: no tree of
//! JSON, nothing to repair, nothing to tell.
//!
//! It takes only what [`Bundle::write`](super::Bundle::write) gives, with any layout. Of anything else
//! it says nothing at all, and the long way (`read.rs`) begins anew. What it takes, the long way would
//! read as the same; the tests compare both over every file that they make.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;

use super::received::{Here, Received, ReceivedDocument, first_stamp};
use super::repair::is_control;
use super::strict::{MOST_RECORDS, MOST_TEXT, MOST_VALUES};
use super::{Entry, Sender, TYPE, VERSION, digest, trust};
use crate::history::{AsWritten, Document, History, Piece, Strict, Text, not_as_written};
use crate::model::record::Declared;
use crate::model::{Exchange, Id, Kind};

/// How deep objects and lists lie in each other here. Our own files need eight levels, and what lies so
/// deep in a document can also be written among the values apart.
const MOST_DEPTH: usize = 9;

/// Reads a file; `None` if it is not exactly as this app writes it.
pub(super) fn read(text: &str, here: &Here<'_>) -> Option<Received> {
    let (file, digest) = parsed(&canonical(text)?)?;
    if file.digest != digest || file.documents.is_empty() {
        return None;
    }
    let mut received = Received { is_whole: true, ..file.received };
    for (place, stored) in file.documents.into_iter().enumerate() {
        let entry = stored.entry(here)?;
        let (id, first) = (entry.id.clone(), first_stamp(&digest, place));
        received.documents.push(ReceivedDocument { id, trust: Ok(entry), first });
    }
    Some(received)
}

/// Returns a file, and the digest that it should have.
fn parsed(canonical: &str) -> Option<(File, String)> {
    Some((serde_json::from_str(canonical).ok()?, digest::of_canonical(canonical)?))
}

/// Returns the text of a file without its layout; `None` if something in it is not as this app writes it
/// or beyond a limit.
///
/// That is the canonical form (RFC 8785) if the names stand in order and the numbers are whole, which is
/// for the reader of the values to see.
fn canonical(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    // How many entries each of the open objects and lists has, one less.
    let mut open: Vec<usize> = Vec::with_capacity(MOST_DEPTH);
    let (mut objects, mut values) = (0, 0);
    let (bytes, is_all_ascii) = (text.as_bytes(), text.is_ascii());
    // Where that begins which is not in `out` yet, and where the next character stands.
    let (mut from, mut at) = (0, 0);
    while let Some(byte) = bytes.get(at) {
        match byte {
            b' ' | b'\n' | b'\r' | b'\t' => {
                out.push_str(&text[from..at]);
                at += 1;
                while bytes.get(at) == Some(&b' ') {
                    at += 1;
                }
                from = at;
                continue;
            }
            b'"' => {
                let (length, is_ascii) = text_at(&text[at..], is_all_ascii)?;
                at += length;
                // The order of names is that of their UTF-16 units, which is another only beyond ASCII.
                if !is_ascii && text[at..].trim_start().starts_with(':') {
                    return None;
                }
                // Behind most texts comes what is quicker done at once.
                if bytes[at..].starts_with(b": ") {
                    out.push_str(&text[from..=at]);
                    at += 2;
                    from = at;
                }
                continue;
            }
            b'{' | b'[' => {
                objects += usize::from(*byte == b'{');
                values += 1;
                open.push(0);
                if open.len() > MOST_DEPTH || objects > MOST_RECORDS || values >= MOST_VALUES {
                    return None;
                }
            }
            b'}' | b']' => {
                open.pop();
            }
            b',' => {
                let entries = open.last_mut()?;
                *entries += 1;
                values += 1;
                if *entries >= MOST_RECORDS || values >= MOST_VALUES {
                    return None;
                }
            }
            _ if !byte.is_ascii() => return None,
            _ => {}
        }
        at += 1;
    }
    out.push_str(&text[from..]);
    Some(out)
}

/// Returns how long the text is that a piece of JSON begins with, quotes included, and whether it is ASCII,
/// as all of the file may be.
fn text_at(json: &str, is_all_ascii: bool) -> Option<(usize, bool)> {
    let bytes = json.as_bytes();
    let first = memchr::memchr2(b'"', b'\\', &bytes[1..])?;
    let length = if bytes[first + 1] == b'"' { first + 2 } else { escaped_length(json)? };
    let is_ascii = is_all_ascii || bytes[..length].is_ascii();
    let is_clean = length <= MOST_TEXT && (is_ascii || !json[..length].contains(is_control));
    is_clean.then_some((length, is_ascii))
}

/// Returns the same length for a text with escapes.
fn escaped_length(json: &str) -> Option<usize> {
    let bytes = json.as_bytes();
    let mut at = 1;
    loop {
        match bytes.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => match bytes.get(at + 1)? {
                b'"' | b'\\' | b'n' | b't' => at += 2,
                // Any other would stand there as itself, or is none that a text of ours has.
                _ => return None,
            },
            _ => at += 1,
        }
    }
}

/// Sees that the next member of an object has this name.
fn named<'de, A: MapAccess<'de>>(object: &mut A, name: &str) -> Result<(), A::Error> {
    match object.next_key::<Text<'de>>()? {
        Some(found) if found.0 == name => Ok(()),
        _ => Err(not_as_written()),
    }
}

/// Returns the next member of an object, which has to have this name.
fn member<'de, A: MapAccess<'de>, T: Deserialize<'de>>(
    object: &mut A,
    name: &str,
) -> Result<T, A::Error> {
    named(object, name)?;
    object.next_value()
}

fn text<'de, A: MapAccess<'de>>(object: &mut A, name: &str) -> Result<String, A::Error> {
    member(object, name).map(|text: Text<'de>| text.0.into_owned())
}

/// Sees that an object has no more members.
fn end<'de, A: MapAccess<'de>>(object: &mut A) -> Result<(), A::Error> {
    if object.next_key::<Text<'de>>()?.is_none() { Ok(()) } else { Err(not_as_written()) }
}

/// A whole file.
struct File {
    received: Received,
    digest: String,
    documents: Vec<Stored>,
}

impl<'de> Deserialize<'de> for File {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        reader.deserialize_map(FileVisitor)
    }
}

struct FileVisitor;

impl<'de> Visitor<'de> for FileVisitor {
    type Value = File;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a file")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<File, A::Error> {
        let created = text(&mut object, "created")?;
        let digest = text(&mut object, "digest")?;
        let documents = member(&mut object, "documents")?;
        let marking = text(&mut object, "marking")?;
        let message = text(&mut object, "message")?;
        let Strict(sender) = member(&mut object, "sender")?;
        let told = |name: &str| sender.get(name).and_then(Value::as_str).map(str::to_owned);
        let sender = Sender {
            author: told("author").ok_or_else(not_as_written)?,
            organisation: told("organisation").ok_or_else(not_as_written)?,
        };
        let is_ours = text(&mut object, "type")? == TYPE;
        let is_of_present = member::<A, u64>(&mut object, "version")? == VERSION;
        end(&mut object)?;
        if !is_ours || !is_of_present {
            return Err(not_as_written());
        }
        let received = Received { created, sender, message, marking, ..Received::default() };
        Ok(File { received, digest, documents })
    }
}

/// A document as it stands in the file.
struct Stored {
    kind: String,
    id: String,
    document: AsWritten,
    history: History,
}

impl<'de> Deserialize<'de> for Stored {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        reader.deserialize_map(StoredVisitor)
    }
}

struct StoredVisitor;

impl<'de> Visitor<'de> for StoredVisitor {
    type Value = Stored;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a document")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Stored, A::Error> {
        let mut trying = Trying::default();
        let mut is_fit =
            |collection: Option<&str>, pieces: &[Piece<'_>]| trying.fit(collection, pieces);
        named(&mut object, "document")?;
        let document = object.next_value_seed(AsWritten::reading(&mut is_fit))?;
        let history = member(&mut object, "history")?;
        let id = text(&mut object, "id")?;
        let kind = text(&mut object, "kind")?;
        end(&mut object)?;
        Ok(Stored { kind, id, document, history })
    }
}

impl Stored {
    /// Returns the document with its history, if there is nothing to be told of either.
    fn entry(self, here: &Here<'_>) -> Option<Entry> {
        let (kind, id) = (Kind::from_word(&self.kind)?, Id::from(self.id));
        if !kind.has_records() || id.as_str().is_empty() || Kind::of(&id) != kind {
            return None;
        }
        let (document, authors) = Document::of_as_written(self.document, self.history)?;
        (!trust::is_forged(&document, here)).then_some(Entry { id, document, authors })
    }
}

/// Tries values in the fields of an exchange, of whose records all kinds of documents are made but one.
struct Trying {
    /// The collection that was asked for last, and its fields.
    collection: String,
    fields: &'static [Declared],
    /// A list of one text, to try members of sets in.
    list: Value,
}

impl Default for Trying {
    fn default() -> Self {
        Self { collection: String::new(), fields: &[], list: Value::from(vec![""]) }
    }
}

impl Trying {
    /// Whether each value fits its field, and what this version knows as a collection is one.
    fn fit(&mut self, collection: Option<&str>, pieces: &[Piece<'_>]) -> bool {
        let about = Exchange::declared(None);
        let Some(name) = collection else {
            let is_known = |piece: &Piece<'_>| Exchange::COLLECTIONS.contains(&&*piece.field.0);
            return pieces.iter().all(|piece| !is_known(piece) && self.fits(about, piece));
        };
        if self.collection != name {
            name.clone_into(&mut self.collection);
            self.fields = Exchange::declared(collection);
        }
        let is_field = self.fields.is_empty() && about.iter().any(|field| field.name == name);
        let fields = self.fields;
        !is_field && pieces.iter().all(|piece| self.fits(fields, piece))
    }

    fn fits(&mut self, fields: &[Declared], Piece { field, member, value }: &Piece<'_>) -> bool {
        // A field that this version does not know stays in the document.
        let Some(declared) = fields.iter().find(|declared| declared.name == field.0) else {
            return true;
        };
        match member {
            None => (declared.fits)(value),
            // A list fits if each of its members does.
            Some(Text(member)) => {
                if let Some(Value::String(text)) = self.list.get_mut(0) {
                    text.replace_range(.., member);
                }
                (declared.fits)(&self.list)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::bundle::read::altered;
    use crate::bundle::{Bundle, BundleError};
    use crate::history::{Address, ReplicaId, Writer, diff};
    use crate::json::push_text;

    fn here() -> Here<'static> {
        Here { now_ms: 1_796_000_000_000, last_issued: &|_| None }
    }

    /// A file with records, sets, a conflict, an emptied value, something deleted and what no version knows.
    fn written() -> String {
        let document = json!({
            "title": "Cam\"eras\n\u{fc}", "focus_areas": ["leadership", "technology"], "later": {"a": [1]},
            "sessions": [
                {"id": "s1", "title": "Tour", "objectives": ["o1", "o2"], "wanted_minutes": 45},
                {"id": "s2", "slot": {"day": 1, "start": "09:00", "minutes": 30}, "later": [["x", 1]]},
            ],
            "laters": [{"id": "l/~1", "a/b": "x"}],
        });
        let mut here = Document::new();
        let mut writers = ["r1", "r2"].map(|replica| Writer::new(ReplicaId::new(replica)));
        here.commit(diff::whole(&document), &mut writers[0], 1000).expect("numbers");
        let mut there = here.clone();
        let edit = |address: &str, value: Value| {
            vec![(Address::parse(address).expect("an address"), value)]
        };
        here.commit(edit("sessions/s1/title", json!("A")), &mut writers[0], 2000).expect("numbers");
        there
            .commit(edit("sessions/s1/title", json!("B")), &mut writers[1], 1500)
            .expect("numbers");
        there.commit(edit("goal", json!("x")), &mut writers[1], 1600).expect("numbers");
        there.commit(edit("goal", Value::Null), &mut writers[1], 1700).expect("numbers");
        here.merge(&there);
        here.delete(&crate::history::RecordAddress::new("sessions", "s2"), &mut writers[0], 3000)
            .expect("numbers");
        let mut entry = Entry { document: here, ..Entry::new(Id::from("x1")) };
        entry.authors.insert(ReplicaId::new("r1"), "J. Rivera".to_owned());
        let sender = Sender { author: "J. Rivera".to_owned(), organisation: "Riverton".to_owned() };
        let entries = vec![entry.clone(), Entry { id: Id::from("template-1"), ..entry }];
        Bundle { sender, message: "Please".to_owned(), entries, ..Bundle::default() }.write()
    }

    #[test]
    fn a_file_as_it_was_written_goes_the_short_way_with_any_layout() {
        let text = written();
        let compact = canonical(&text).expect("as written");
        for text in [&text, &compact, &text.replace('\n', "\r\n\t ")] {
            let received = read(text, &here()).expect("the short way");
            assert_eq!(Ok(received), altered(text, &here()));
        }
    }

    #[test]
    fn the_text_without_layout_is_the_canonical_form() {
        let text = written();
        let value: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(canonical(&text), Some(crate::json::canonical(&value)));
    }

    #[test]
    fn what_is_beyond_a_limit_or_needs_repair_goes_the_long_way() {
        let deep = format!("{}1{}", "[".repeat(MOST_DEPTH + 1), "]".repeat(MOST_DEPTH + 1));
        let long = format!("\"{}\"", "x".repeat(MOST_TEXT));
        let many = format!("[{}1]", "1,".repeat(MOST_RECORDS));
        let records = format!(
            "[[{}1],[{}1]]",
            "{},".repeat(MOST_RECORDS / 2),
            "{},".repeat(MOST_RECORDS / 2 + 1)
        );
        let all =
            format!("[{}1]", format!("[{}1],", "1,".repeat(9_999)).repeat(MOST_VALUES / 10_000));
        for text in [
            &deep,
            &long,
            &many,
            &records,
            &all,
            "\"\\u0041\"",
            "\"\\/\"",
            "\"\u{202e}\"",
            "{\"\u{fc}\" : 1}",
            "\u{fc}",
        ] {
            assert_eq!(canonical(text), None, "{}", &text[..text.len().min(40)]);
        }
        let deep = format!("{}1{}", "[".repeat(MOST_DEPTH), "]".repeat(MOST_DEPTH));
        let many = format!("[{}1]", "1,".repeat(MOST_RECORDS - 1));
        let long = format!("\"{}\"", "x".repeat(MOST_TEXT - 2));
        for text in [&deep, &many, &long, "[\"\\\"\\n\\t\\\\\",\"\u{fc}\"]"] {
            assert_eq!(canonical(text).as_deref(), Some(text));
        }
    }

    /// JSON in which everything can stand that a file can have, also what no value of the library can.
    #[derive(Clone, Debug)]
    enum Any {
        Raw(String),
        Text(String),
        List(Vec<Any>),
        Object(Vec<(String, Any)>),
    }

    impl Any {
        fn of(value: &Value) -> Self {
            match value {
                Value::String(text) => Self::Text(text.clone()),
                Value::Array(items) => Self::List(items.iter().map(Self::of).collect()),
                Value::Object(fields) => Self::Object(
                    fields.iter().map(|(name, it)| (name.clone(), Self::of(it))).collect(),
                ),
                plain => Self::Raw(plain.to_string()),
            }
        }

        /// Changes the how-manieth place below this one, itself counted, and returns how many are left.
        fn change(&mut self, place: usize, change: &Change) -> Option<usize> {
            if place == 0 {
                change.make(self);
                return None;
            }
            let mut left = place - 1;
            match self {
                Self::Raw(_) | Self::Text(_) => {}
                Self::List(items) => {
                    for item in items {
                        left = item.change(left, change)?;
                    }
                }
                Self::Object(fields) => {
                    for (_, field) in fields {
                        left = field.change(left, change)?;
                    }
                }
            }
            Some(left)
        }

        fn push(&self, out: &mut String) {
            match self {
                Self::Raw(raw) => out.push_str(raw),
                Self::Text(text) => push_text(text, out),
                Self::List(items) => {
                    let items = items.iter().map(|item| (None, item));
                    Self::push_all('[', ']', items, out);
                }
                Self::Object(fields) => {
                    let fields = fields.iter().map(|(name, field)| (Some(name), field));
                    Self::push_all('{', '}', fields, out);
                }
            }
        }

        fn push_all<'a>(
            open: char,
            close: char,
            items: impl Iterator<Item = (Option<&'a String>, &'a Self)>,
            out: &mut String,
        ) {
            out.push(open);
            for (at, (name, item)) in items.enumerate() {
                out.push_str(if at > 0 { ",\n " } else { "" });
                if let Some(name) = name {
                    push_text(name, out);
                    out.push_str(" : ");
                }
                item.push(out);
            }
            out.push(close);
        }
    }

    #[derive(Clone, Debug)]
    enum Change {
        Replace(Any),
        Rename(usize, &'static str),
        Add(&'static str, Any),
        Double(usize),
        Swap(usize),
        Drop(usize),
    }

    impl Change {
        fn make(&self, place: &mut Any) {
            match (self, place) {
                (Self::Replace(with), place) => *place = with.clone(),
                (Self::Rename(at, name), Any::Object(fields)) if !fields.is_empty() => {
                    let at = at % fields.len();
                    fields[at].0 = (*name).to_owned();
                }
                (Self::Add(name, value), Any::Object(fields)) => {
                    let at = fields.partition_point(|(other, _)| other.as_str() < *name);
                    fields.insert(at, ((*name).to_owned(), value.clone()));
                }
                (Self::Add(_, value), Any::List(items)) => items.push(value.clone()),
                (Self::Double(at), Any::List(items)) if !items.is_empty() => {
                    let at = at % items.len();
                    items.insert(at, items[at].clone());
                }
                (Self::Double(at), Any::Object(fields)) if !fields.is_empty() => {
                    let at = at % fields.len();
                    fields.insert(at, fields[at].clone());
                }
                (Self::Swap(at), Any::List(items)) if !items.is_empty() => {
                    let at = at % items.len();
                    items.swap(0, at);
                }
                (Self::Swap(at), Any::Object(fields)) if !fields.is_empty() => {
                    let at = at % fields.len();
                    fields.swap(0, at);
                }
                (Self::Drop(at), Any::List(items)) if !items.is_empty() => {
                    items.remove(at % items.len());
                }
                (Self::Drop(at), Any::Object(fields)) if !fields.is_empty() => {
                    fields.remove(at % fields.len());
                }
                _ => {}
            }
        }
    }

    fn any_value() -> impl Strategy<Value = Any> {
        let raw = prop::sample::select(vec![
            "null",
            "true",
            "0",
            "-0",
            "-1",
            "7",
            "1.0",
            "1e3",
            "9007199254740991",
            "9007199254740992",
            "01",
            "\"\\u0061\"",
            "\"\\ud800\"",
            "nul",
        ]);
        let text = prop::sample::select(vec![
            "",
            "a",
            "o1",
            "s1",
            "id",
            "technology",
            "x1",
            "r1",
            "a/b",
            "a~",
            "\u{1}",
            "a\u{202e}",
            "\u{fc}",
            "\n\"\\",
            "09:00",
            "exchange",
            "programme",
            "template-1",
            "programme-1",
        ]);
        let names = prop::sample::select(NAMES);
        let leaf = prop_oneof![
            raw.prop_map(|raw| Any::Raw(raw.to_owned())),
            text.prop_map(|text| Any::Text(text.to_owned())),
        ];
        leaf.prop_recursive(3, 12, 4, move |inner| {
            let fields = prop::collection::btree_map(names.clone(), inner.clone(), 0..4);
            prop_oneof![
                prop::collection::vec(inner, 0..4).prop_map(Any::List),
                fields.prop_map(|fields| {
                    Any::Object(
                        fields.into_iter().map(|(name, it)| (name.to_owned(), it)).collect(),
                    )
                }),
            ]
        })
    }

    const NAMES: &[&str] = &[
        "",
        "a",
        "id",
        "title",
        "goal",
        "people",
        "sessions",
        "focus_areas",
        "deleted",
        "objectives",
        "slot",
        "a/b",
        "a~",
        "a~1",
        "a-b",
        "\u{1}",
        "\u{fc}",
        "s1",
        "s1/title",
        "s1-a",
        "stamps",
        "seen",
        "apart",
        "authors",
        "zz",
        "kind",
        "version",
        "digest",
        "document",
        "history",
        "documents",
    ];

    fn any_change() -> impl Strategy<Value = Change> {
        let name = || prop::sample::select(NAMES);
        prop_oneof![
            any_value().prop_map(Change::Replace),
            (any::<usize>(), name()).prop_map(|(at, name)| Change::Rename(at, name)),
            (name(), any_value()).prop_map(|(name, value)| Change::Add(name, value)),
            any::<usize>().prop_map(Change::Double),
            any::<usize>().prop_map(Change::Swap),
            any::<usize>().prop_map(Change::Drop),
        ]
    }

    /// Puts the digest into a text that the short way would accept, whether it is that of the canonical form
    /// or not.
    fn with_digest(text: &str) -> String {
        let fits = canonical(text).and_then(|text| digest::of_canonical(&text));
        let Some((before, after)) = fits.as_ref().and_then(|_| text.split_once("sha256-")) else {
            return text.to_owned();
        };
        let fits = fits.unwrap_or_default();
        [before, &fits, after.get(64..).unwrap_or_default()].concat()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]

        #[test]
        fn what_goes_the_short_way_is_read_as_on_the_long_one(
            changes in prop::collection::vec((0..400_usize, any_change()), 0..4),
        ) {
            let mut file = Any::of(&serde_json::from_str(&written()).expect("JSON"));
            for (place, change) in &changes {
                file.change(*place, change);
            }
            let mut text = String::new();
            file.push(&mut text);
            let text = with_digest(&text);
            if let Some(received) = read(&text, &here()) {
                let long: Result<Received, BundleError> = altered(&text, &here());
                prop_assert_eq!(Ok(received), long, "{}", text);
            }
        }
    }
}
