//! Who visits whom, in one line: "hosts ← visitors".

use crate::ui::{Content, Derived, el, icon};
use leptos::prelude::*;

/// The line of an exchange.
///
/// - `class`: The class of the paragraph.
/// - `names`: The hosts' names and the visitors'.
pub fn who(class: &'static str, names: Derived<(Vec<String>, Vec<String>)>) -> AnyView {
    let hosts = move || names.with(|(hosts, _)| joined(hosts, say!(app.no_host)));
    let visitors = move || names.with(|(_, visitors)| joined(visitors, say!(app.no_visitors)));
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
    if names.is_empty() { none.to_owned() } else { names.join(say!(open.list_separator)) }
}
