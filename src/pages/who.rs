//! Who visits whom, in one line: "hosts ← visitors".

use crate::ui::{Content, el, icon, memo};
use leptos::prelude::*;

use crate::model::Exchange;

/// The line of an exchange.
///
/// - `class`: The class of the paragraph.
/// - `exchange`: Which one.
pub fn who(class: &'static str, exchange: ReadSignal<Exchange>) -> AnyView {
    let hosts = memo(move || exchange.with(|it| joined(&it.hosts(), say!(app.no_host))));
    let visitors = memo(move || exchange.with(|it| joined(&it.visitors(), say!(app.no_visitors))));
    el("p")
        .class(class)
        .has((
            el("span").has(hosts),
            " ",
            el("span").class("visitors").has((
                icon(icondata::LuArrowLeft),
                el("span").class("visually-hidden").has(say!(app.hosts)),
                el("span").has(visitors),
            )),
        ))
        .view()
}

/// Returns names as a list, or what is said where there is none.
pub fn joined<N: AsRef<str>>(names: &[N], none: &str) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    if names.is_empty() { none.to_owned() } else { names.join(", ") }
}
