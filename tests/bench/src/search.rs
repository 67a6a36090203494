//! Searching the library: every query that the tests of the library have, and making it ready.

use std::time::Duration;

use serde_json::Value;

use crate::library::{Search, SearchIndex};
use crate::measure::{Times, timed};

const ROUNDS: usize = 50;

const INDEX: &str = include_str!("../../../public/library/search.json");
const QUERIES: &str = include_str!("../../../tests/fixtures/library/queries.json");

/// What searching costs.
pub struct Searching {
    /// How many queries there are.
    pub queries: usize,
    /// What one query takes, over all of them.
    pub one: Times,
    /// The query that takes longest, by its median.
    pub slowest: (String, f64),
    /// What it takes to read the index and make it ready.
    pub ready: Times,
}

/// Measures searching.
pub fn times() -> Searching {
    let read = || SearchIndex::read(INDEX).expect("the index of the library");
    let ready = (0..ROUNDS).map(|_| timed(|| Search::new(read()))).collect();
    let search = Search::new(read());
    let queries = queries();
    let mut all: Vec<Duration> = Vec::new();
    let mut slowest = (String::new(), 0.0);
    for query in &queries {
        let times: Vec<_> = (0..ROUNDS).map(|_| timed(|| search.find(query))).collect();
        let median = Times::of(times.clone()).median;
        if median > slowest.1 {
            slowest = (query.clone(), median);
        }
        all.extend(times);
    }
    Searching { queries: queries.len(), one: Times::of(all), slowest, ready: Times::of(ready) }
}

fn queries() -> Vec<String> {
    let queries: Value = serde_json::from_str(QUERIES).expect("queries");
    let topics = queries.as_object().into_iter().flat_map(|topics| topics.values());
    let text = |value: &Value| value.as_str().map(str::to_owned);
    topics
        .flat_map(|topic| {
            let words = topic["words"].as_array().into_iter().flatten();
            words.chain([&topic["misspelt"]]).filter_map(text).collect::<Vec<_>>()
        })
        .collect()
}
