//! The rules of loose ends as WebAssembly, with an exchange that is larger than any.

use std::cell::OnceCell;

#[allow(dead_code, unused_imports)]
#[path = "../../../../src"]
mod app {
    pub mod model;
    pub mod order;
}

#[path = "../../src/chance.rs"]
mod chance;
#[allow(dead_code)]
#[path = "../../src/measure.rs"]
mod measure;
#[allow(dead_code)]
#[path = "../../src/warnings.rs"]
mod warnings;

use app::{model, order};
use model::{Exchange, Summary, read_date, warning};

thread_local! {
    static EXCHANGE: OnceCell<Exchange> = const { OnceCell::new() };
}

/// Finds all warnings and returns how many there are.
#[unsafe(no_mangle)]
pub extern "C" fn all_warnings() -> usize {
    let today = read_date("2027-10-01").expect("a date");
    with_exchange(|exchange| warning::on(today, exchange, Some(today)).len())
}

/// Makes the summary with all that it counts and returns how many loose ends it has.
#[unsafe(no_mangle)]
pub extern "C" fn summary() -> usize {
    with_exchange(|exchange| {
        usize::from(Summary::of(exchange, false, Some(warning::counted)).loose_ends)
    })
}

fn with_exchange<T>(ask: impl FnOnce(&Exchange) -> T) -> T {
    EXCHANGE.with(|exchange| ask(exchange.get_or_init(warnings::exchange)))
}
