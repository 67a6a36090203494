//! The words for the mail that the file is attached to.

use leptos::prelude::*;

use super::parcel::{self, CopyText};
use crate::browser::page;
use crate::model::Exchange;
use crate::outputs::mail::{self, MailWords};
use crate::pages::{format, title_of};
use crate::ui::{Icon, live, memo};
use crate::workspace::OpenExchange;

/// The mail's text, to be copied or handed to the mail program.
#[component]
pub fn Mail(
    /// What the sender says.
    message: RwSignal<String>,
) -> impl IntoView {
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
    view! {
        <section class="panel" aria-labelledby="mail-title">
            <div class="panel__head">
                <h2 id="mail-title">{say!(send.mail)}</h2>
            </div>
            <div class="panel__body stack">
                <p class="soft measure">{say!(send.mail_lead)}</p>
                <pre class="mail-text">{body}</pre>
                {live(move || (!is_short.get()).then(|| view! {
                    <p class="soft">{say!(send.mail_too_long)}</p>
                }))}
                <div class="cluster">
                    <a class="button" href=href rel="external">
                        <Icon icon=icondata::LuMail />
                        <span>{say!(send.write_mail)}</span>
                    </a>
                    <CopyText
                        word=say!(send.copy_mail)
                        text=move || body.get_untracked()
                        quiet=true
                    />
                </div>
            </div>
        </section>
    }
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
        without_time: say!(send.mail_without_time),
        untitled: say!(send.untitled_session),
    })
}
