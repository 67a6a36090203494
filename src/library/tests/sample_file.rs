//! The sample exchange: it reads without a fault, points at nothing that is not there, and is loose only
//! where it shows what loose ends are.

use serde_json::{Map, Value};

use crate::model::warning::{self, Warning};
use crate::model::{Exchange, Phase, read_date, thread};

fn plain() -> Map<String, Value> {
    let text = include_str!("../../../public/library/sample.json");
    serde_json::from_str(text).expect("an object")
}

#[test]
fn the_sample_reads_without_a_fault_and_is_written_as_it_was_read() {
    let (sample, unreadable) = Exchange::read(&plain());
    assert_eq!(unreadable, []);
    let (again, _) = Exchange::read(&sample.plain());
    assert_eq!(again, sample);
    assert!(sample.about.title.starts_with("Sample"));
}

#[test]
fn the_sample_is_finished_and_loose_only_where_it_shows_what_that_is() {
    let (sample, _) = Exchange::read(&plain());
    let day = read_date("2026-11-26").expect("a date");
    assert_eq!(Phase::on(day, &sample.about), Phase::Assess);
    let mut loose = warning::on(day, &sample, None);
    loose.retain(|warning| {
        !matches!(warning, Warning::QuestionsWithoutAnswer(_) | Warning::PracticesWithoutAction(_))
    });
    assert_eq!(loose, []);
}

#[test]
fn the_thread_of_the_sample_reaches_an_action_for_most_objectives() {
    let (sample, _) = Exchange::read(&plain());
    let strands = thread::strands(&sample);
    assert!(strands.iter().all(|it| it.questions > 0 && it.sessions > 0 && it.notes > 0));
    assert!(strands.iter().filter(|it| it.actions > 0).count() >= 4);
}
