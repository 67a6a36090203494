//! What a file would change in an exchange that is here: counted, and record by record.

use crate::ui::{Content, El, el, target};
use leptos::prelude::*;

use crate::pages::address_words;
use crate::pages::words::counted;
use crate::workspace::{Content as Says, Counted, IncomingDocument, News, RecordNews};

/// How many characters of a changed value are shown.
const VALUE_LENGTH: usize = 120;

/// Returns "2 sessions added, 3 changed; 1 person added".
pub fn news_sentence(exchange: &IncomingDocument) -> String {
    let groups: Vec<String> = exchange.counted().iter().map(|it| group(it, exchange)).collect();
    groups.join(say!(open.group_separator))
}

fn group(counted: &Counted, document: &IncomingDocument) -> String {
    let Some(collection) = &counted.collection else {
        return match document.content {
            Says::Exchange(_) => say!(open.news_of_exchange).to_owned(),
            Says::Programme(_) => say!(open.news_of_programme).to_owned(),
        };
    };
    // The first count names what is counted, those after it lean on it.
    let mut said: Vec<String> = Vec::new();
    let is_first = |said: &Vec<String>| said.is_empty();
    if counted.added > 0 {
        let what = address_words::records(collection, counted.added);
        said.push(say!(open.news_added, what = what));
    }
    if counted.changed > 0 {
        said.push(if is_first(&said) {
            let what = address_words::records(collection, counted.changed);
            say!(open.news_changed, what = what)
        } else {
            say!(open.and_changed, count = counted.changed)
        });
    }
    if counted.removed > 0 {
        said.push(if is_first(&said) {
            let what = address_words::records(collection, counted.removed);
            say!(open.news_removed, what = what)
        } else {
            say!(open.and_removed, count = counted.removed)
        });
    }
    said.join(say!(open.list_separator))
}

/// Every changed record, shown when asked for.
///
/// - `exchange`: The exchange of the file.
pub fn news_details(exchange: IncomingDocument) -> AnyView {
    let count = exchange.news.len();
    let summary =
        counted(count, say!(open.changes_one), |count| say!(open.changes_many, count = count));
    // A file may change thousands of records: their rows are made only for who wants to see them.
    let is_open = RwSignal::new(false);
    let rows = move || {
        is_open
            .get()
            .then(|| exchange.news.iter().map(|news| row(news, &exchange)).collect::<Vec<_>>())
    };
    (count > 0)
        .then(|| {
            el("details")
                .class("changes")
                .on("toggle", move |event| {
                    let details = target::<web_sys::HtmlDetailsElement>(&event);
                    is_open.set(details.is_some_and(|details| details.open()));
                })
                .has((el("summary").has(summary), el("ul").has(rows)))
        })
        .view()
}

fn row(news: &RecordNews, exchange: &IncomingDocument) -> El {
    let (tone, word) = match news.news {
        News::Added => ("ok", say!(open.added)),
        News::Changed => ("info", say!(open.changed)),
        News::Removed => ("danger", say!(open.removed)),
    };
    let fields: &[String] = if news.news == News::Changed { &news.fields } else { &[] };
    let fields = fields
        .iter()
        .map(|field| {
            let name = address_words::field(field);
            let address = news.record.field(field);
            let words = match exchange.value(&address) {
                Some(value) => {
                    let value = address_words::value(&address, value, &exchange.names);
                    let value = address_words::shortened(&value, VALUE_LENGTH);
                    say!(open.field_value, field = name, value = value)
                }
                // A set has no value of its own: it changes member by member.
                None => name,
            };
            el("small").has(words)
        })
        .collect::<Vec<_>>();
    let record = address_words::record(&news.record, &exchange.names, exchange.entry().kind());
    el("li").class("change").has((
        el("span").class("badge").attr("data-state", tone).has(word),
        el("p").has((record, fields)),
    ))
}
