//! The mail that goes with a file: what to do, and the agenda as a table in plain text.

use crate::model::{Exchange, Session, Slot, agenda};

/// The longest `mailto:` address that is offered, in characters. Mail programs under Windows refuse
/// addresses of more than about 2,000.
pub const LONGEST_ADDRESS: usize = 1900;

/// What stands between two cells of the table. Aligned columns would need a fixed-width font, which
/// most mail programs do not use.
const BETWEEN_CELLS: &str = " | ";

/// What stands in a cell without a text.
const EMPTY_CELL: &str = "–";

/// The words of a mail.
pub struct MailWords<'a> {
    /// What the sender says, above everything else.
    pub message: &'a str,
    /// Says what is attached.
    pub opening: &'a str,
    /// What to do, step by step.
    pub steps: [&'a str; 3],
    /// The heading of the agenda.
    pub agenda: &'a str,
    /// The heads of the columns: time, session, place, lead.
    pub columns: [&'a str; 4],
    /// Returns the name of a day of the visit, counted from 1.
    pub day: &'a dyn Fn(u8) -> String,
    /// Returns the times of a session, from when to when.
    pub times: fn(Slot) -> String,
    /// The heading of the sessions without a time.
    pub without_time: &'a str,
    /// Stands for a session without a title.
    pub untitled: &'a str,
}

/// Returns the mail's text without the agenda: marking, message, what is attached and what to do.
pub fn letter(exchange: &Exchange, words: &MailWords<'_>) -> String {
    let steps = words.steps.join("\n");
    let opening = format!("{}\n{steps}", words.opening);
    paragraphs([exchange.about.marking.trim(), words.message.trim(), &opening])
}

/// Returns the whole text of the mail.
pub fn body(exchange: &Exchange, words: &MailWords<'_>) -> String {
    let table = agenda(exchange, words);
    let heading = if table.is_empty() { "" } else { words.agenda };
    paragraphs([&letter(exchange, words), heading, &table])
}

/// Returns the agenda as a table, day by day, and the sessions without a time below it; empty if
/// there is no session.
pub fn agenda(exchange: &Exchange, words: &MailWords<'_>) -> String {
    let mut parts: Vec<String> = Vec::new();
    for number in 1..=exchange.days() {
        let sessions = agenda::day(exchange, number);
        if sessions.is_empty() {
            continue;
        }
        let mut lines = vec![(words.day)(number), words.columns.join(BETWEEN_CELLS)];
        for (id, slot) in sessions {
            let Some(session) = exchange.sessions.get(&id) else { continue };
            let times = (words.times)(slot);
            lines.push(format!("{times}{BETWEEN_CELLS}{}", row(session, words)));
        }
        parts.push(lines.join("\n"));
    }
    let waiting = agenda::tray(exchange);
    if !waiting.is_empty() {
        let mut lines = vec![words.without_time.to_owned()];
        let sessions = waiting.iter().filter_map(|id| exchange.sessions.get(id));
        lines.extend(sessions.map(|session| row(session, words)));
        parts.push(lines.join("\n"));
    }
    parts.join("\n\n")
}

/// Returns a session's title, place and lead; empty cells at the end are left out.
fn row(session: &Session, words: &MailWords<'_>) -> String {
    let title = match one_line(&session.title) {
        title if title.is_empty() => words.untitled.to_owned(),
        title => title,
    };
    let mut cells = vec![title, one_line(&session.place), one_line(&session.lead)];
    while cells.last().is_some_and(String::is_empty) {
        cells.pop();
    }
    for cell in cells.iter_mut().filter(|cell| cell.is_empty()) {
        EMPTY_CELL.clone_into(cell);
    }
    cells.join(BETWEEN_CELLS)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn paragraphs<const N: usize>(parts: [&str; N]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// Returns the address that opens a mail program with a new mail (RFC 6068).
pub fn address(subject: &str, body: &str) -> String {
    format!("mailto:?subject={}&body={}", encoded(subject), encoded(body))
}

/// Returns text as it may stand in a `mailto:` address: all but unreserved characters encoded, and
/// every line break as CR LF.
fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() * 2);
    for byte in text.replace("\r\n", "\n").bytes() {
        match byte {
            b'\n' => encoded.push_str("%0D%0A"),
            byte if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) => {
                encoded.push(char::from(byte));
            }
            byte => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Id, TimeOfDay};

    fn session(title: &str, place: &str, lead: &str, at: Option<(u8, &str)>) -> Session {
        let slot = at.map(|(day, start)| Slot {
            day,
            start: TimeOfDay::read(start).expect("a time"),
            minutes: 30,
        });
        Session {
            title: title.to_owned(),
            place: place.to_owned(),
            lead: lead.to_owned(),
            slot,
            ..Session::default()
        }
    }

    fn exchange() -> Exchange {
        let mut exchange = Exchange::default();
        for (id, session) in [
            ("c", session("Records", "", "Reed", Some((2, "10:00")))),
            ("b", session("Storage\n tour", "Basement", "", Some((1, "09:30")))),
            ("a", session("", "", "", Some((1, "08:30")))),
            ("d", session("Lunch", "", "", None)),
        ] {
            exchange.sessions.insert(Id::from(id), session);
        }
        exchange
    }

    fn words<'a>(day: &'a dyn Fn(u8) -> String) -> MailWords<'a> {
        MailWords {
            message: "Please fill in rooms. ",
            opening: "Attached:",
            steps: ["1. open", "2. choose", "3. send back"],
            agenda: "Agenda",
            columns: ["Time", "Session", "Place", "Lead"],
            day,
            times: |slot| format!("{}–{}", slot.start, slot.end_time()),
            without_time: "No time yet",
            untitled: "Untitled",
        }
    }

    fn day(number: u8) -> String {
        format!("Day {number}")
    }

    #[test]
    fn the_agenda_is_a_table_day_by_day() {
        let expected = "Day 1\n\
            Time | Session | Place | Lead\n\
            08:30–09:00 | Untitled\n\
            09:30–10:00 | Storage tour | Basement\n\
            \n\
            Day 2\n\
            Time | Session | Place | Lead\n\
            10:00–10:30 | Records | – | Reed\n\
            \n\
            No time yet\n\
            Lunch";
        assert_eq!(agenda(&exchange(), &words(&day)), expected);
    }

    #[test]
    fn the_marking_stands_above_the_message_and_the_steps() {
        let mut exchange = Exchange::default();
        exchange.about.marking = "FOUO".to_owned();
        let expected =
            "FOUO\n\nPlease fill in rooms.\n\nAttached:\n1. open\n2. choose\n3. send back";
        assert_eq!(body(&exchange, &words(&day)), expected);
        assert_eq!(letter(&exchange, &words(&day)), expected);
    }

    #[test]
    fn the_agenda_follows_the_letter_under_its_heading() {
        let body = body(&exchange(), &words(&day));
        assert!(body.contains("3. send back\n\nAgenda\n\nDay 1\n"), "{body}");
    }

    #[test]
    fn a_mail_address_holds_nothing_that_could_end_it() {
        assert_eq!(
            address("A & B?", "1 – 2\nx=y#z%\r\nend"),
            "mailto:?subject=A%20%26%20B%3F\
             &body=1%20%E2%80%93%202%0D%0Ax%3Dy%23z%25%0D%0Aend"
        );
    }
}
