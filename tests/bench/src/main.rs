//! Prints what the history costs: merging beside three libraries, one keystroke, and stored sizes; and
//! what the warnings and a search cost.

use std::path::{Path, PathBuf};
use std::time::Duration;

use bench::bundle::{Bundle, Entry};
use bench::commit;
use bench::measure::{Run, Times, in_turn, timed};
use bench::merge::{self, Automerge, Contestant, Loro, Ours, Story, Yrs};
use bench::reference;
use bench::search::Searching;
use bench::sizes::{Sizes, written_at_once};
use bench::undo;

const ROUNDS: usize = 101;

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    match arguments.next().as_deref() {
        None => {
            merging();
            committing();
            warnings();
            searching();
            sizes();
        }
        Some("merge") => merging(),
        Some("steps") => steps(),
        Some("commit") => committing(),
        Some("warnings") => warnings(),
        Some("search") => searching(),
        Some("sizes") => sizes(),
        Some("files") => files(&PathBuf::from(arguments.next().unwrap_or_default()))?,
        Some(_) => {
            eprintln!(
                "usage: bench [merge | steps | commit | warnings | search | sizes | files FOLDER]"
            )
        }
    }
    Ok(())
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
    println!(
        "Merging two copies: 2,000 records, 250 edits on each side, median of {ROUNDS} rounds in turn"
    );
    let mut runs: Vec<Run<'_>> =
        all.iter_mut().map(|one| Box::new(&mut one.files) as Run<'_>).collect();
    let files = in_turn(ROUNDS, &mut runs);
    drop(runs);
    let mut runs: Vec<Run<'_>> =
        all.iter_mut().map(|one| Box::new(&mut one.memory) as Run<'_>).collect();
    let memory = in_turn(ROUNDS, &mut runs);
    drop(runs);
    println!("  from file bytes to file bytes        file      median     least   ours/theirs");
    rows(&all, &files);
    println!("  in memory, both loaded               file      median     least   ours/theirs");
    rows(&all, &memory);
}

/// Where our own time goes.
fn steps() {
    let files = merge::files::<Ours>(&Story::new());
    let mut all: Vec<_> = merge::steps(&files).map(|(step, _)| (step, Vec::new())).into();
    for _ in 0..ROUNDS {
        for ((_, times), (_, took)) in all.iter_mut().zip(merge::steps(&files)) {
            times.push(took);
        }
    }
    for (step, times) in all {
        let Times { median, least } = Times::of(times);
        println!("    {step:<40} {median:>8.2} ms {least:>6.2} ms");
    }
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

fn warnings() {
    let exchange = bench::warnings::exchange();
    let (all, summary) = bench::warnings::times(&exchange);
    println!("All warnings of 60 people, 200 questions, 300 sessions, 2,000 notes (aim: 1 ms)");
    println!("                     median     least");
    println!("    warnings      {:>9.4} ms {:>6.4} ms", all.median, all.least);
    println!("    summary       {:>9.4} ms {:>6.4} ms", summary.median, summary.least);
}

fn searching() {
    let Searching { queries, one, slowest: (query, longest), ready } = bench::search::times();
    println!(
        "Searching the library: {queries} queries, everyday words and misspelt ones (aim: 1 ms)"
    );
    println!("                     median     least");
    println!("    a query       {:>9.4} ms {:>6.4} ms", one.median, one.least);
    println!("    the slowest   {longest:>9.4} ms, {query:?}");
    println!("    made ready    {:>9.4} ms {:>6.4} ms", ready.median, ready.least);
}

fn sizes() {
    println!("Stored sizes, in bytes");
    println!(
        "                                    stored   values   stamps  seen+authors  apart     file"
    );
    let full = reference::full_exchange();
    row("full exchange: 25 sessions, 200 notes", Sizes::of(&full));
    row("  the same, written at once", Sizes::of(&written_at_once(&full)));
    let empty = Sizes::default();
    let all = reference::workspace().fold(empty, |sum, entry| sum.plus(Sizes::of(&entry)));
    row("workspace: 50 exchanges", all);
    println!(
        "    {} steps to undo, in the full exchange: {} bytes of the 524288 that a tab keeps",
        undo::STEPS,
        undo::kept(),
    );
}

/// Writes the reference workspace and the full exchange as files to be opened, for benches in a browser.
fn files(folder: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let bundle = |entries: Vec<Entry>| Bundle { entries, ..Bundle::default() }.write();
    std::fs::write(folder.join("workspace.json"), bundle(reference::workspace().collect()))?;
    std::fs::write(folder.join("full.json"), bundle(vec![reference::full_exchange()]))
}

fn row(name: &str, sizes: Sizes) {
    println!(
        "    {name:<38} {:>8} {:>8} {:>8} {:>9} {:>6} {:>8}",
        sizes.stored, sizes.values, sizes.stamps, sizes.seen_and_authors, sizes.apart, sizes.file,
    );
}
