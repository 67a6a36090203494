//! A value that was changed here and in the file, and how it is to be settled.

use serde_json::Value;

use crate::bundle::MOST_TEXT;
use crate::model::Exchange;
use crate::order;
use crate::workspace::{Conflict, Origin, Version};

/// How a conflict is to be settled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Settling {
    /// Not now: both versions stay.
    #[default]
    Open,
    /// The version at this place of the list.
    Version(usize),
    /// All of them, joined.
    Both,
}

/// A value that was changed on both sides, and how it is to be settled.
#[derive(Clone, Debug, PartialEq)]
pub struct IncomingConflict {
    /// The versions, those that are here first.
    pub conflict: Conflict,
    /// All of them joined, where that makes sense.
    pub both: Option<Value>,
    /// What was chosen.
    pub settling: Settling,
}

impl IncomingConflict {
    pub(super) fn new(mut conflict: Conflict) -> Self {
        let in_file = |version: &Version| version.origin == Origin::File;
        order::sort_by(&mut conflict.versions, |one, other| in_file(one).cmp(&in_file(other)));
        Self { both: both(&conflict), conflict, settling: Settling::Open }
    }

    /// Returns the value that was chosen; `None` while it is left open.
    pub fn chosen(&self) -> Option<&Value> {
        match self.settling {
            Settling::Open => None,
            Settling::Version(at) => self.conflict.versions.get(at).map(|version| &version.value),
            Settling::Both => self.both.as_ref(),
        }
    }
}

/// Returns the versions of a text joined into one, the oldest first; `None` for what is no free
/// text, and for a text that would be longer than one in a file may be.
///
/// The order does not depend on the side from which one looks: two people who both choose to keep
/// both texts write the same one and are not in conflict again.
pub fn both(conflict: &Conflict) -> Option<Value> {
    let record = conflict.address.record();
    let field = Exchange::field(record.collection().as_deref(), &conflict.address.field())?;
    let joint = field.form.joint()?;
    let mut versions: Vec<&Version> = conflict.versions.iter().collect();
    order::sort_by(&mut versions, |one, other| {
        (one.written_ms, one.value.as_str()).cmp(&(other.written_ms, other.value.as_str()))
    });
    let mut texts: Vec<&str> = Vec::new();
    for version in versions {
        let text = version.value.as_str()?.trim();
        if !text.is_empty() && !texts.contains(&text) {
            texts.push(text);
        }
    }
    let joined = texts.join(joint);
    (texts.len() > 1 && joined.len() <= MOST_TEXT).then_some(Value::String(joined))
}
