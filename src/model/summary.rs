//! What lists of exchanges need to know of one, small enough to be kept beside it.

use super::field::FieldValue;
use super::record::record;
use super::thread::{self, Bead};
use super::{Dates, Exchange, Phase, warning};

record! {
    /// An exchange in a list.
    pub struct Summary {
        /// Its title.
        pub title: String,
        /// Its days.
        pub dates: Option<Dates>,
        /// The names of its hosts, in order.
        pub hosts: Vec<String>,
        /// The names of its visitors, in order.
        pub visitors: Vec<String>,
        /// The thread in one line, for each phase in order: see [`Summary::line`].
        pub lines: Vec<BeadLine>,
        /// How many loose ends it has.
        pub loose_ends: u16,
        /// How many objectives it has.
        pub objectives: u16,
        /// How many of them are rated.
        pub rated: u16,
        /// Whether it is in the trash.
        pub deleted: bool,
    }
}

/// The beads of a thread in one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BeadLine([Bead; 5]);

impl FieldValue for BeadLine {
    fn write(&self) -> serde_json::Value {
        self.0.iter().map(|bead| bead.word()).collect()
    }

    fn read(json: &serde_json::Value) -> Option<Self> {
        let words = json.as_array()?.iter();
        let beads: Option<Vec<Bead>> = words.map(|word| Bead::from_word(word.as_str()?)).collect();
        Some(Self(beads?.try_into().ok()?))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema() -> serde_json::Value {
        serde_json::json!({
            "type": "array", "items": Bead::schema(), "minItems": 5, "maxItems": 5,
        })
    }
}

impl Summary {
    /// Returns what lists need to know of an exchange.
    pub fn of(exchange: &Exchange, deleted: bool) -> Self {
        let about = &exchange.about;
        let names = |names: Vec<&str>| names.into_iter().map(str::to_owned).collect();
        let strands = thread::strands(exchange);
        let rated = strands.iter().map(|strand| strand.assessed).sum();
        let line = |phase: &Phase| BeadLine(thread::line(exchange, *phase));
        Self {
            title: about.title.clone(),
            dates: about.dates,
            hosts: names(exchange.hosts()),
            visitors: names(exchange.visitors()),
            lines: Phase::ALL.iter().map(line).collect(),
            loose_ends: few(warning::all(exchange).len()),
            objectives: few(strands.len()),
            rated: few(rated),
            deleted,
        }
    }

    /// Returns the whole exchange's thread in one line of beads, as it is in the given phase.
    pub fn line(&self, phase: Phase) -> [Bead; 5] {
        let [missing, later] = [Bead::Missing, Bead::Later];
        let line = self.lines.get(phase as usize).map(|line| line.0);
        line.unwrap_or([missing, later, later, later, later])
    }
}

fn few(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Id, Objective, Organisation, Part, record};

    fn exchange() -> Exchange {
        let mut exchange = Exchange::default();
        exchange.about.title = "Cameras".to_owned();
        let host = Organisation { name: "Lakeside".to_owned(), ..Organisation::default() };
        exchange.organisations.insert(Id::from("h"), Organisation { part: Part::Host, ..host });
        exchange.objectives.insert(Id::from("o1"), Objective::default());
        exchange
    }

    #[test]
    fn a_summary_is_read_as_it_was_written() {
        let summary = Summary::of(&exchange(), true);
        assert_eq!(summary.hosts, ["Lakeside"]);
        assert_eq!((summary.objectives, summary.rated), (1, 0));
        assert_eq!(record::read::<Summary>(&record::plain(&summary)), (summary, vec![]));
    }

    #[test]
    fn its_thread_is_that_of_the_exchange_in_every_phase() {
        let exchange = exchange();
        let summary = Summary::of(&exchange, false);
        for phase in Phase::ALL {
            assert_eq!(summary.line(*phase), thread::line(&exchange, *phase), "{phase:?}");
        }
    }
}
