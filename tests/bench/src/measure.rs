//! Measuring several contestants in turn, so that a disturbance meets all of them.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// What one contestant took, in milliseconds.
#[derive(Clone, Copy, Debug)]
pub struct Times {
    /// The middle one.
    pub median: f64,
    /// The shortest.
    pub least: f64,
}

/// A contestant's run: it prepares what it needs and returns how long the work itself took.
pub type Run<'a> = Box<dyn FnMut() -> Duration + 'a>;

/// Returns how long something takes. What it returns is dropped afterwards.
pub fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    let started = Instant::now();
    let done = black_box(work());
    let took = started.elapsed();
    drop(done);
    took
}

/// Runs every contestant once in each round, after one round that does not count, and returns the times
/// in the order of the contestants.
pub fn in_turn(rounds: usize, runs: &mut [Run<'_>]) -> Vec<Times> {
    let mut times = vec![Vec::with_capacity(rounds); runs.len()];
    for round in 0..=rounds {
        for (run, times) in runs.iter_mut().zip(&mut times) {
            let took = run();
            if round > 0 {
                times.push(took);
            }
        }
    }
    times.into_iter().map(Times::of).collect()
}

impl Times {
    /// Sums up single times.
    pub fn of(mut times: Vec<Duration>) -> Self {
        times.sort();
        let milliseconds = |time: Duration| time.as_secs_f64() * 1000.0;
        Self { median: milliseconds(times[times.len() / 2]), least: milliseconds(times[0]) }
    }
}
