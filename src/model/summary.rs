//! What lists of exchanges need to know of one, small enough to be kept beside it.

use chrono::NaiveDate;

use super::allowance::{self, SiteUse};
use super::field::FieldValue;
use super::record::record;
use super::thread::{self, Bead, NoteLink, Strand};
use super::{Dates, Due, Exchange, Phase};

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
        /// Whether the loose ends are counted: see [`LooseEnds`].
        pub is_counted: bool,
        /// How many loose ends it has on any day; see [`Summary::loose_ends_on`].
        pub loose_ends: u16,
        /// The days on which more loose ends begin to be some, such as that after a task was due.
        pub due: Vec<NaiveDate>,
        /// How many objectives it has.
        pub objectives: u16,
        /// How many of them are rated.
        pub rated: u16,
        /// What each site uses of the programme in it, in order of their names.
        pub uses: Vec<SiteUse>,
        /// What has to be done in it next.
        pub next: Vec<Due>,
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

/// Counts loose ends: [`warning::counted`](super::warning::counted). It is handed over instead of called,
/// because the rules come after the first screen; until then a summary has no count.
pub type LooseEnds = fn(&Exchange, &[NoteLink], &[Strand]) -> (usize, Vec<NaiveDate>);

impl Summary {
    /// Returns what lists need to know of an exchange.
    pub fn of(exchange: &Exchange, deleted: bool, rules: Option<LooseEnds>) -> Self {
        let about = &exchange.about;
        let names = |names: Vec<&str>| names.into_iter().map(str::to_owned).collect();
        let links = thread::note_links(exchange);
        let strands = thread::strands_of(exchange, &links);
        let rated = strands.iter().map(|strand| strand.assessed).sum();
        let line = |phase: &Phase| BeadLine(thread::line(&strands, *phase));
        let lines = Phase::ALL.iter().map(line).collect();
        let counted = rules.map(|count| count(exchange, &links, &strands));
        let is_counted = counted.is_some();
        let (loose_ends, due) = counted.unwrap_or_default();
        Self {
            title: about.title.clone(),
            dates: about.dates,
            hosts: names(exchange.hosts()),
            visitors: names(exchange.visitors()),
            lines,
            is_counted,
            loose_ends: few(loose_ends),
            due,
            objectives: few(strands.len()),
            rated: few(rated),
            uses: allowance::of_exchange(exchange),
            next: Due::of(exchange),
            deleted,
        }
    }

    /// Returns how many loose ends the exchange has on a day. Whether it has been silent for long is for
    /// those to say who know when it was last written.
    pub fn loose_ends_on(&self, today: NaiveDate) -> usize {
        usize::from(self.loose_ends) + self.due.iter().filter(|from| **from <= today).count()
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
    use crate::model::{Id, Objective, Organisation, Part, record, warning};

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
        let summary = Summary::of(&exchange(), true, None);
        assert_eq!(summary.hosts, ["Lakeside"]);
        assert_eq!((summary.objectives, summary.rated, summary.is_counted), (1, 0, false));
        assert_eq!(record::read::<Summary>(&record::plain(&summary)), (summary, vec![]));
    }

    #[test]
    fn it_tells_on_which_day_more_loose_ends_begin() {
        let mut exchange = exchange();
        let day = |text: &str| crate::model::read_date(text).expect("a date");
        let dates = Dates { first: day("2026-10-14"), last: day("2026-10-15") };
        exchange.about.dates = Some(dates);
        let summary = Summary::of(&exchange, false, Some(warning::counted));
        for today in ["2026-10-01", "2026-10-16", "2026-10-30", "2026-11-26", "2030-01-01"] {
            let expected = warning::on(day(today), &exchange, None).len();
            assert_eq!(summary.loose_ends_on(day(today)), expected, "{today}");
        }
        assert_eq!(record::read::<Summary>(&record::plain(&summary)), (summary, vec![]));
    }

    #[test]
    fn its_thread_is_that_of_the_exchange_in_every_phase() {
        let exchange = exchange();
        let summary = Summary::of(&exchange, false, Some(warning::counted));
        for phase in Phase::ALL {
            let line = thread::line(&thread::strands(&exchange), *phase);
            assert_eq!(summary.line(*phase), line, "{phase:?}");
        }
    }
}
