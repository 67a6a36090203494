//! Manual order: a rank is a short text, and between any two ranks there is room for another.
//!
//! Two people who insert at the same place get equal or neighbouring ranks; ties fall to the id, so
//! every copy shows the same order.

use std::cmp::Ordering;

use fractional_index::FractionalIndex;

use super::field::Form;
use super::{Id, Rows, Table};
use crate::order;

/// A record that people put in order by hand.
pub trait Ranked {
    /// Returns the rank; empty means "after all others".
    fn rank(&self) -> &str;
}

/// Returns a rank after `before` and before `after`; either may be missing or unreadable.
pub fn between(before: Option<&str>, after: Option<&str>) -> String {
    let read = |rank: Option<&str>| rank.and_then(|text| FractionalIndex::from_string(text).ok());
    let (before, after) = (read(before), read(after));
    FractionalIndex::new(before.as_ref(), after.as_ref())
        // Equal or crossed neighbours (two people inserted at once): stay behind the first.
        .or_else(|| before.as_ref().map(FractionalIndex::new_after))
        .unwrap_or_default()
        .to_string()
}

/// Returns a rank after the last record of the table.
pub fn last<T: Ranked>(table: &Table<T>) -> String {
    let highest = table.values().map(Ranked::rank).filter(|rank| !rank.is_empty()).max();
    between(highest, None)
}

/// Returns a rank right after the record with this id; after the last one if it is not there.
pub fn after<T: Ranked>(table: &Table<T>, id: &Id) -> String {
    let order = ordered(table);
    let Some(at) = order.iter().position(|other| other == id) else { return last(table) };
    let next = order.get(at + 1).map(|id| table[id].rank()).filter(|rank| !rank.is_empty());
    between(Some(table[id].rank()).filter(|rank| !rank.is_empty()), next)
}

/// Returns the ids of a table in the order people gave them.
pub fn ordered<T: Ranked>(table: &Table<T>) -> Vec<Id> {
    in_order(table).into_iter().map(|(id, _)| id.clone()).collect()
}

/// Returns the ids of records, whatever their kind, in the order people gave them; in that of the ids where
/// they have none.
pub fn ordered_rows(rows: &dyn Rows) -> Vec<Id> {
    let mut ranked: Vec<(String, &Id)> = (0..rows.count())
        .map(|at| {
            let (id, record) = rows.row(at);
            let field = record.declared().iter().position(|field| field.form == Form::Rank);
            let rank =
                field.and_then(|at| Some(record.fields()[at].to_json().as_str()?.to_owned()));
            (rank.unwrap_or_default(), id)
        })
        .collect();
    order::sort_by(&mut ranked, |(rank_a, a), (rank_b, b)| compare((rank_a, a), (rank_b, b)));
    ranked.into_iter().map(|(_, id)| id.clone()).collect()
}

/// Returns the records of a table in the order people gave them.
pub fn in_order<T: Ranked>(table: &Table<T>) -> Vec<(&Id, &T)> {
    let mut records: Vec<(&Id, &T)> = table.iter().collect();
    order::sort_by(&mut records, |(id_a, a), (id_b, b)| {
        compare((a.rank(), id_a), (b.rank(), id_b))
    });
    records
}

/// Returns the rank that moves a record by `steps` places (negative is earlier), or `None` if it
/// is already at that end.
pub fn moved<T: Ranked>(table: &Table<T>, id: &Id, steps: isize) -> Option<String> {
    let mut order = ordered(table);
    let from = order.iter().position(|other| other == id)?;
    let to = from.checked_add_signed(steps).filter(|to| *to < order.len())?;
    order.remove(from);
    let rank_at = |at: usize| order.get(at).map(|id| table[id].rank()).filter(|r| !r.is_empty());
    Some(between(to.checked_sub(1).and_then(rank_at), rank_at(to)))
}

/// Compares two records by rank, then by id.
pub(super) fn compare((rank_a, id_a): (&str, &Id), (rank_b, id_b): (&str, &Id)) -> Ordering {
    (rank_a.is_empty(), rank_a, id_a).cmp(&(rank_b.is_empty(), rank_b, id_b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Row(String);

    impl Ranked for Row {
        fn rank(&self) -> &str {
            &self.0
        }
    }

    fn table(names: &[&str]) -> Table<Row> {
        let mut table = Table::new();
        for name in names {
            let rank = last(&table);
            table.insert(Id::from(*name), Row(rank));
        }
        table
    }

    fn order(table: &Table<Row>) -> Vec<String> {
        ordered(table).into_iter().map(String::from).collect()
    }

    #[test]
    fn records_stand_in_the_order_in_which_they_were_added() {
        assert_eq!(order(&table(&["z", "a", "m"])), ["z", "a", "m"]);
    }

    #[test]
    fn a_record_moves_up_and_down_by_one_place_and_stops_at_the_ends() {
        let mut rows = table(&["a", "b", "c"]);
        let up = moved(&rows, &Id::from("c"), -1).expect("c can move up");
        rows.insert(Id::from("c"), Row(up));
        assert_eq!(order(&rows), ["a", "c", "b"]);
        assert_eq!(moved(&rows, &Id::from("a"), -1), None);
        assert_eq!(moved(&rows, &Id::from("b"), 1), None);
        let down = moved(&rows, &Id::from("a"), 2).expect("a can move to the end");
        rows.insert(Id::from("a"), Row(down));
        assert_eq!(order(&rows), ["c", "b", "a"]);
    }

    #[test]
    fn a_record_is_inserted_right_after_another_and_else_at_the_end() {
        let mut rows = table(&["a", "b"]);
        rows.insert(Id::from("x"), Row(after(&rows, &Id::from("a"))));
        rows.insert(Id::from("y"), Row(after(&rows, &Id::from("b"))));
        rows.insert(Id::from("z"), Row(after(&rows, &Id::from("gone"))));
        assert_eq!(order(&rows), ["a", "x", "b", "y", "z"]);
    }

    #[test]
    fn a_rank_that_cannot_be_read_never_panics() {
        assert!(!between(Some("ü"), Some("zz")).is_empty());
        assert!(!between(Some("80"), Some("80")).is_empty());
    }
}
