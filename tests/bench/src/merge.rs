//! Merging two copies that went apart: 2,000 records and 250 edits on each side, one commit each. The
//! same is done with this app's history and with three libraries for the same purpose.

mod automerge;
mod loro;
mod ours;
mod yrs;

pub use self::automerge::Automerge;
pub use self::loro::Loro;
pub use self::ours::{Ours, steps};
pub use self::yrs::Yrs;

use std::time::Duration;

use crate::chance::{Chance, sentences};
use crate::measure::timed;
use crate::model::Id;

const RECORDS: usize = 2000;
const EDITS: usize = 250;

/// A value that is replaced as a whole.
#[derive(Clone, Debug, PartialEq)]
pub enum Field {
    Text(String),
    Number(i64),
}

/// A record as the app has them: texts, numbers and a set.
pub struct Row {
    pub id: String,
    pub fields: Vec<(&'static str, Field)>,
    pub objectives: Vec<String>,
}

/// One replaced text.
#[derive(Clone, Debug)]
pub struct Edit {
    pub record: String,
    pub field: &'static str,
    pub text: String,
}

/// What is in the document, and what each side wrote since.
pub struct Story {
    pub rows: Vec<Row>,
    pub edits: [Vec<Edit>; 2],
}

impl Story {
    /// The same in every run.
    pub fn new() -> Self {
        let mut chance = Chance(7);
        let objectives: Vec<String> =
            (0..12).map(|_| Id::from_random(chance.bits()).to_string()).collect();
        let rows: Vec<Row> = (0..RECORDS).map(|at| row(&mut chance, at, &objectives)).collect();
        let mut side = |name: &str| {
            let edit = |at: usize| Edit {
                record: chance.one(&rows).id.clone(),
                field: *chance.one(&["points", "place", "lead"]),
                text: format!("{} ({name}, {at})", sentences(&mut chance)),
            };
            (0..EDITS).map(edit).collect()
        };
        let edits = [side("here"), side("there")];
        Self { rows, edits }
    }

    /// The edits of both sides that nobody replaced since and nobody wrote beside.
    pub fn undisputed(&self) -> impl Iterator<Item = &Edit> {
        self.edits.iter().flatten().filter(|edit| {
            let same = |other: &&Edit| other.record == edit.record && other.field == edit.field;
            self.edits.iter().flatten().filter(same).count() == 1
        })
    }
}

impl Default for Story {
    fn default() -> Self {
        Self::new()
    }
}

fn row(chance: &mut Chance, at: usize, objectives: &[String]) -> Row {
    let text = |text: &str| Field::Text(text.to_owned());
    let mut fields = vec![
        ("day", Field::Number(1 + (at % 2) as i64)),
        ("kind", text(["presentation", "tour", "discussion"][at % 3])),
        ("lead", text(["Sgt. Amara Diallo", "Lt. Chris Boone"][at % 2])),
        ("minutes", Field::Number(15 * (1 + chance.below(8) as i64))),
        ("place", text(["Room 204, second floor", "Operations centre"][at % 2])),
        ("points", Field::Text(sentences(chance))),
        ("title", Field::Text(format!("Session {at}: storage and cost"))),
    ];
    fields.sort_by_key(|(name, _)| *name);
    let mut chosen: Vec<String> = (0..2).map(|_| chance.one(objectives).clone()).collect();
    chosen.sort();
    chosen.dedup();
    Row { id: Id::from_random(chance.bits()).to_string(), fields, objectives: chosen }
}

/// A way to keep a document that two can write.
pub trait Contestant {
    /// A copy in memory.
    type Copy;
    /// How it is called in the table.
    const NAME: &'static str;

    /// The document as one writer made it, one commit a record.
    fn made(rows: &[Row]) -> Self::Copy;
    /// Edits it as writer `who`, one commit an edit.
    fn edit(copy: &mut Self::Copy, who: u64, edits: &[Edit]);
    /// The bytes of a file.
    fn save(copy: &mut Self::Copy) -> Vec<u8>;
    /// Reads such a file.
    fn load(bytes: &[u8]) -> Self::Copy;
    /// Takes in another copy.
    fn merge(copy: &mut Self::Copy, other: &mut Self::Copy);
    /// What stands in a field.
    fn text(copy: &Self::Copy, record: &str, field: &str) -> Option<String>;
}

/// The files of the two sides.
pub fn files<C: Contestant>(story: &Story) -> [Vec<u8>; 2] {
    let common = C::save(&mut C::made(&story.rows));
    [0, 1].map(|side| {
        let mut copy = C::load(&common);
        C::edit(&mut copy, side as u64 + 2, &story.edits[side]);
        C::save(&mut copy)
    })
}

/// From the bytes of two files to the bytes of the merged one.
pub fn merged_file<C: Contestant>([one, other]: &[Vec<u8>; 2]) -> Vec<u8> {
    let (mut one, mut other) = (C::load(one), C::load(other));
    C::merge(&mut one, &mut other);
    C::save(&mut one)
}

/// How long merging takes once both copies are loaded.
pub fn time_in_memory<C: Contestant>([one, other]: &[Vec<u8>; 2]) -> Duration {
    let (mut one, mut other) = (C::load(one), C::load(other));
    timed(|| C::merge(&mut one, &mut other))
}

/// Panics if the merged file lacks an edit: what is quick because it is wrong does not count.
pub fn check<C: Contestant>(story: &Story, files: &[Vec<u8>; 2]) {
    let merged = C::load(&merged_file::<C>(files));
    for edit in story.undisputed() {
        let text = C::text(&merged, &edit.record, edit.field);
        assert_eq!(text.as_ref(), Some(&edit.text), "{}: {} {}", C::NAME, edit.record, edit.field);
    }
}
