//! Prints what the history costs: merging beside three libraries, one keystroke, and stored sizes.

use std::time::Duration;

use bench::commit;
use bench::measure::{Run, Times, in_turn, timed};
use bench::merge::{self, Automerge, Contestant, Loro, Ours, Story, Yrs};
use bench::reference;
use bench::sizes::{Sizes, written_at_once};

const ROUNDS: usize = 15;

fn main() {
    let only = std::env::args().nth(1);
    let wanted = |part: &str| only.as_deref().is_none_or(|only| only == part);
    if wanted("merge") {
        merging();
    }
    if only.as_deref() == Some("ours") {
        let mut ours = entered::<Ours>(&Story::new());
        let times = in_turn(8 * ROUNDS, &mut [Box::new(&mut ours.files)]);
        rows(&[ours], &times);
    }
    if only.as_deref() == Some("steps") {
        let files = merge::files::<Ours>(&Story::new());
        for _ in 0..5 {
            for (step, took) in merge::steps(&files) {
                println!("  {step:<34} {:>8.2} ms", took.as_secs_f64() * 1000.0);
            }
            println!();
        }
    }
    if wanted("commit") {
        committing();
    }
    if wanted("sizes") {
        sizes();
    }
}

/// One contestant's files, and its two runs.
struct Entered {
    name: &'static str,
    bytes: usize,
    files: Box<dyn FnMut() -> Duration>,
    memory: Box<dyn FnMut() -> Duration>,
}

fn entered<C: Contestant>(story: &Story) -> Entered {
    let files = merge::files::<C>(story);
    merge::check::<C>(story, &files);
    let again = files.clone();
    Entered {
        name: C::NAME,
        bytes: files[0].len(),
        files: Box::new(move || timed(|| merge::merged_file::<C>(&files))),
        memory: Box::new(move || merge::time_in_memory::<C>(&again)),
    }
}

fn merging() {
    let story = Story::new();
    let mut all = [
        entered::<Ours>(&story),
        entered::<Automerge>(&story),
        entered::<Yrs>(&story),
        entered::<Loro>(&story),
    ];
    println!("Merging two copies: 2,000 records, 250 edits on each side, median of {ROUNDS} rounds in turn");
    let mut runs: Vec<Run<'_>> = all.iter_mut().map(|one| Box::new(&mut one.files) as Run<'_>).collect();
    let files = in_turn(ROUNDS, &mut runs);
    drop(runs);
    let mut runs: Vec<Run<'_>> = all.iter_mut().map(|one| Box::new(&mut one.memory) as Run<'_>).collect();
    let memory = in_turn(ROUNDS, &mut runs);
    drop(runs);
    println!("  from file bytes to file bytes        file      median     least   ours/theirs");
    rows(&all, &files);
    println!("  in memory, both loaded               file      median     least   ours/theirs");
    rows(&all, &memory);
}

fn rows(all: &[Entered], times: &[Times]) {
    for (one, time) in all.iter().zip(times) {
        println!(
            "    {:<28} {:>7} kB {:>8.2} ms {:>6.2} ms {:>10.2}",
            one.name,
            one.bytes / 1000,
            time.median,
            time.least,
            times[0].median / time.median,
        );
    }
}

fn committing() {
    println!("One keystroke: compare the record, commit, write the journal's line");
    println!("    stored          median     least");
    for kilobytes in [50, 100, 250, 500] {
        let mut entry = commit::exchange_of(kilobytes * 1000);
        let stored = Sizes::of(&entry).stored;
        let time = commit::keystroke(&mut entry);
        println!("    {:>5} kB   {:>9.4} ms {:>6.4} ms", stored / 1000, time.median, time.least);
    }
}

fn sizes() {
    println!("Stored sizes, in bytes");
    println!("                                    stored   values   stamps  seen+authors  apart     file");
    let full = reference::full_exchange();
    row("full exchange: 25 sessions, 200 notes", Sizes::of(&full));
    row("  the same, written at once", Sizes::of(&written_at_once(&full)));
    let empty = Sizes::default();
    let all = reference::workspace().fold(empty, |sum, entry| sum.plus(Sizes::of(&entry)));
    row("workspace: 50 exchanges", all);
}

fn row(name: &str, sizes: Sizes) {
    println!(
        "    {name:<38} {:>8} {:>8} {:>8} {:>9} {:>6} {:>8}",
        sizes.stored, sizes.values, sizes.stamps, sizes.seen_and_authors, sizes.apart, sizes.file,
    );
}
