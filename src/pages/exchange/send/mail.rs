//! The words for the mail that the file is attached to.

use crate::ui::{Content, el, icon, memo};
use leptos::prelude::*;

use super::parcel::{self, copy_text};
use crate::browser::page;
use crate::model::Exchange;
use crate::outputs::mail::{self, MailWords};
use crate::pages::{format, title_of};
use crate::workspace::OpenExchange;

/// The mail's text, to be copied or handed to the mail program.
///
/// - `message`: What the sender says.
pub fn mail(message: RwSignal<String>) -> AnyView {
    let exchange = OpenExchange::expect().exchange();
    let body = memo(move || {
        let message = message.get();
        exchange
            .with(|exchange| with_words(exchange, &message, |words| mail::body(exchange, words)))
    });
    let letter = memo(move || {
        let message = message.get();
        exchange
            .with(|exchange| with_words(exchange, &message, |words| mail::letter(exchange, words)))
    });
    let subject = memo(move || exchange.with(subject));
    let whole = memo(move || mail::address(&subject.get(), &body.get()));
    let is_short = memo(move || whole.with(|address| address.len() <= mail::LONGEST_ADDRESS));
    let href = move || {
        if is_short.get() { whole.get() } else { mail::address(&subject.get(), &letter.get()) }
    };
    el("section")
        .class("panel")
        .attr("aria-labelledby", "mail-title")
        .has((
            el("div").class("panel__head").has(el("h2").id("mail-title").has(say!(send.mail))),
            el("div").class("panel__body stack").has((
                el("p").class("soft measure").has(say!(send.mail_lead)),
                el("pre").class("mail-text").has(body),
                move || {
                    (!is_short.get()).then(|| el("p").class("soft").has(say!(send.mail_too_long)))
                },
                el("div").class("cluster").has((
                    el("a")
                        .class("button")
                        .attr("href", href)
                        .attr("rel", "external")
                        .has((icon(icondata::LuMail), el("span").has(say!(send.write_mail)))),
                    copy_text(say!(send.copy_mail), move || body.get_untracked(), true),
                )),
            )),
        ))
        .view()
}

fn subject(exchange: &Exchange) -> String {
    let title = title_of(&exchange.about);
    match exchange.about.dates {
        Some(dates) => {
            say!(send.mail_subject_dates, title = title, dates = format::range(dates))
        }
        None => say!(send.mail_subject, title = title),
    }
}

/// Puts the words of the mail together for an exchange.
fn with_words(
    exchange: &Exchange,
    message: &str,
    make: impl FnOnce(&MailWords<'_>) -> String,
) -> String {
    let title = title_of(&exchange.about);
    let opening = say!(send.mail_opening, title = title, file = parcel::name(exchange));
    let open_page = say!(send.mail_open_page, address = page::address());
    let day = |number: u8| match exchange.about.dates.and_then(|dates| dates.date_of(number)) {
        Some(date) => format::long_day(date),
        None => say!(send.mail_day, day = number),
    };
    make(&MailWords {
        message,
        opening: &opening,
        steps: [&open_page, say!(send.mail_open_file), say!(send.mail_send_back)],
        agenda: say!(send.mail_agenda),
        columns: [
            say!(send.column_time),
            say!(send.column_session),
            say!(send.column_place),
            say!(send.column_lead),
        ],
        day: &day,
        times: format::times,
        without_time: say!(send.mail_without_time),
        untitled: say!(send.untitled_session),
    })
}
