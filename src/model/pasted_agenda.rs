//! An agenda that was pasted from a letter or a table: lines such as "8:30-9:30 Opening … Lobby".

use super::pasted::without_sign;
use super::{Dates, Session, SessionKind, Slot, TimeOfDay};

/// What was read of a pasted agenda.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PastedAgenda {
    /// The sessions in the order of the lines. If no line of the text has a time, each line is a session
    /// without one.
    pub sessions: Vec<Session>,
    /// The lines before the first time: a heading, a greeting.
    pub left_out: Vec<String>,
}

/// Which half of the day a time is in, where it says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Half {
    Morning,
    Afternoon,
}

/// A time as it is written.
#[derive(Clone, Copy, Debug)]
struct Clock {
    hour: u16,
    minute: u16,
    half: Option<Half>,
    /// Whether it can only be of the clock with 24 hours: 08:30, 0830, 13:00.
    is_full: bool,
    /// Whether it is an hour alone, which by itself is no time.
    is_bare: bool,
}

/// What a line begins with.
struct Timed<'a> {
    start: Clock,
    end: Option<Clock>,
    rest: &'a str,
}

/// Reads an agenda: days begin with a line such as "Day 2" or "Wednesday, October 14", sessions with a
/// time. What follows a session without a time of its own are its points. A session without an end lasts
/// until the next one. Times without "am" or "pm" go on through the day.
pub fn agenda(text: &str) -> PastedAgenda {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if !lines.iter().any(|line| timed(without_sign(line)).is_some()) {
        let sessions = lines.iter().map(|line| session(without_sign(line))).collect();
        return PastedAgenda { sessions, left_out: Vec::new() };
    }
    let mut reading = Reading::default();
    for line in lines {
        reading.take(line);
    }
    reading.read
}

#[derive(Default)]
struct Reading {
    read: PastedAgenda,
    /// The day, counted from 1; 0 before the first heading or session.
    day: u8,
    /// Whether a session of that day was read.
    is_begun: bool,
    /// When the last session of that day starts and, if that is said, ends.
    last: Option<(u16, Option<u16>)>,
}

impl Reading {
    fn take(&mut self, line: &str) {
        let line = without_sign(line);
        match (timed(line), day_of(line)) {
            (Some(timed), _) => self.begin(&timed),
            (None, Some(number)) => self.turn_to(number),
            (None, None) => self.go_on(line),
        }
    }

    /// Begins a day.
    fn turn_to(&mut self, number: Option<u8>) {
        let next = if self.is_begun || self.day == 0 { self.day + 1 } else { self.day };
        self.end_last(None);
        self.day = number.filter(|it| *it > self.day).unwrap_or(next).min(Dates::MOST_DAYS);
        (self.is_begun, self.last) = (false, None);
    }

    /// Begins a session.
    fn begin(&mut self, timed: &Timed<'_>) {
        self.day = self.day.max(1);
        let before = self.last.map_or(0, |(start, end)| end.unwrap_or(start));
        let (start, end) = (timed.start, timed.end);
        let half = start.half.or_else(|| {
            let half = end?.half?;
            // "11:30 - 1 pm" begins in the morning.
            let is_over_noon = end.is_some_and(|end| start.at(Some(half)) > end.at(Some(half)));
            Some(if is_over_noon { Half::Morning } else { half })
        });
        let starts = match half {
            Some(half) => start.at(Some(half)),
            None => start.after(before),
        };
        self.end_last(Some(starts));
        let ends = end.map(|end| match end.half {
            Some(half) => end.at(Some(half)),
            None => end.after(starts),
        });
        let ends = ends.filter(|ends| *ends > starts);
        let mut session = session(timed.rest);
        session.slot = Some(Slot {
            day: self.day,
            start: TimeOfDay::from_minutes(starts),
            minutes: ends.map_or(Session::USUAL_MINUTES, |ends| ends - starts),
        });
        self.read.sessions.push(session);
        (self.is_begun, self.last) = (true, Some((starts, ends)));
    }

    /// Lets the last session last until the next one of the day, if it does not say how long it lasts.
    fn end_last(&mut self, next: Option<u16>) {
        if let (Some((start, None)), Some(next)) = (self.last, next)
            && let Some(slot) = self.read.sessions.last_mut().and_then(|it| it.slot.as_mut())
            && next > start
        {
            slot.minutes = next - start;
        }
    }

    /// Takes a line without a time: the words of a session that has none yet, or another of its points.
    fn go_on(&mut self, line: &str) {
        match self.read.sessions.last_mut().filter(|_| self.is_begun) {
            None => self.read.left_out.push(line.to_owned()),
            Some(last) if last.title.is_empty() => {
                let slot = last.slot;
                *last = session(line);
                last.slot = slot;
            }
            Some(last) => {
                if !last.points.is_empty() {
                    last.points.push('\n');
                }
                last.points.push_str(line);
            }
        }
    }
}

impl Clock {
    /// Returns the minute after midnight, in the given half of the day.
    fn at(self, half: Option<Half>) -> u16 {
        let hour = match half {
            _ if self.is_full => self.hour,
            Some(Half::Morning) => self.hour % 12,
            Some(Half::Afternoon) => self.hour % 12 + 12,
            None => self.hour,
        };
        hour * 60 + self.minute
    }

    /// Returns the minute after midnight of a time that does not say its half of the day: the first one
    /// that is not before another. Nobody begins a visit between one and six in the night.
    fn after(self, before: u16) -> u16 {
        let plain = self.at(None);
        let is_ambiguous = !self.is_full && self.hour < 12;
        if is_ambiguous && (plain < before || plain < 6 * 60) { plain + 12 * 60 } else { plain }
    }
}

/// Reads what a line begins with: a time, or two.
fn timed(line: &str) -> Option<Timed<'_>> {
    let (start, after) = clock(line)?;
    let (after_dash, has_dash) = without_dash(after);
    let end = clock(after_dash).filter(|(end, rest)| {
        has_dash && !(end.is_bare && end.half.is_none() && !ends_word(rest))
            || after.starts_with('\t') && !end.is_bare
    });
    if start.is_bare
        && start.half.is_none()
        && end.is_none_or(|(end, _)| end.is_bare && end.half.is_none())
    {
        return None;
    }
    let (end, rest) = match end {
        Some((end, rest)) => (Some(end), rest),
        None => (None, after),
    };
    if !ends_word(rest) {
        return None;
    }
    let rest = rest.trim_start().trim_start_matches([':', '-', '–', '—', '|', ',']).trim();
    Some(Timed { start, end, rest })
}

/// Returns whether what follows does not go on with the word or number before it.
fn ends_word(rest: &str) -> bool {
    rest.chars().next().is_none_or(|next| !next.is_ascii_alphanumeric())
}

/// Takes a dash or "to" off the beginning; says whether there was one.
fn without_dash(text: &str) -> (&str, bool) {
    let trimmed = text.trim_start_matches([' ', '\u{a0}']);
    let found =
        ["-", "–", "—", "to ", "until ", "till "].iter().find_map(|it| trimmed.strip_prefix(it));
    match found {
        Some(rest) => (rest.trim_start_matches([' ', '\u{a0}']), true),
        None => (trimmed.trim_start_matches('\t'), false),
    }
}

/// Reads a time at the beginning of a text: "8:30", "8.30", "08:30", "0830", "8:30 a.m.", "8 pm", "noon",
/// or an hour alone; returns what follows it.
fn clock(text: &str) -> Option<(Clock, &str)> {
    if let Some(rest) = strip_word(text, "noon") {
        let noon = Clock {
            hour: 12,
            minute: 0,
            half: Some(Half::Afternoon),
            is_full: false,
            is_bare: false,
        };
        return Some((noon, rest));
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, after) = text.split_at(digits);
    let (hour, minute, rest, is_bare) = match digits {
        4 => (number[..2].parse().ok()?, number[2..].parse().ok()?, after, false),
        1 | 2 => {
            let hour: u16 = number.parse().ok()?;
            let minutes = after
                .strip_prefix([':', '.'])
                .filter(|rest| rest.bytes().take_while(u8::is_ascii_digit).count() == 2);
            match minutes {
                Some(rest) => (hour, rest[..2].parse().ok()?, &rest[2..], false),
                None => (hour, 0, after, true),
            }
        }
        _ => return None,
    };
    if hour > 23 || minute > 59 {
        return None;
    }
    let (half, rest) = half(rest);
    let is_full = half.is_none() && (hour > 12 || number.starts_with('0') || digits == 4);
    // "0830" is a time, "2026" is a year: nobody means 20:26.
    let is_year = digits == 4
        && half.is_none()
        && (1900..2100).contains(&(hour * 100 + minute))
        && minute % 5 != 0;
    (!is_year).then_some((Clock { hour, minute, half, is_full, is_bare }, rest))
}

/// Reads "am", "p.m." and the like at the beginning of a text; returns what follows.
fn half(text: &str) -> (Option<Half>, &str) {
    let trimmed = text.trim_start_matches([' ', '\u{a0}']);
    for (words, half) in
        [(["a.m.", "a.m", "am"], Half::Morning), (["p.m.", "p.m", "pm"], Half::Afternoon)]
    {
        if let Some(rest) = words.iter().find_map(|word| strip_word(trimmed, word)) {
            return (Some(half), rest);
        }
    }
    (None, text)
}

/// Takes a word off the beginning of a text, whether in capital or small letters.
fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let (head, rest) = text.split_at_checked(word.len())?;
    (head.eq_ignore_ascii_case(word) && ends_word(rest)).then_some(rest)
}

/// Returns whether a line begins a day, and the day's number if it says so: "Day 2", "Wednesday, 14 May".
fn day_of(line: &str) -> Option<Option<u8>> {
    const NUMBERS: [&str; 5] = ["one", "two", "three", "four", "five"];
    const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let lower = line.to_ascii_lowercase();
    let mut words = lower.split(|it: char| !it.is_ascii_alphanumeric()).filter(|it| !it.is_empty());
    let first = words.next()?;
    if first == "day" {
        let second = words.next()?;
        let named = NUMBERS.iter().position(|it| *it == second).map(|at| at + 1);
        let number = named.and_then(|it| u8::try_from(it).ok()).or_else(|| second.parse().ok())?;
        return Some(Some(number));
    }
    let is_day = DAYS.iter().any(|day| {
        let rest = first.strip_prefix(day);
        rest.is_some_and(|rest| {
            matches!(rest, "" | "day" | "s" | "sday" | "nesday" | "rs" | "r" | "rsday" | "urday")
        })
    });
    // "Sun Valley tour of the new building" is no heading.
    (is_day && words.count() <= 4).then_some(None)
}

/// Returns a session without a time: its words, and what stands apart from them at the end of the line as
/// its place; what stands between are points.
fn session(words: &str) -> Session {
    let mut parts = parts(words).into_iter();
    let title = parts.next().unwrap_or_default();
    let mut rest: Vec<String> = parts.collect();
    let place = rest.pop().unwrap_or_default();
    Session { kind: kind_of(&title), title, place, points: rest.join("\n"), ..Session::default() }
}

/// Divides a line where tabs, bars, dots in a row or many blanks divide it.
fn parts(line: &str) -> Vec<String> {
    let mut divided = line.replace(['…', '|'], "\t");
    for gap in ["....", "...", "   "] {
        divided = divided.replace(gap, "\t");
    }
    let parts = divided.split('\t').map(|part| part.trim().trim_matches('.').trim().to_owned());
    parts.filter(|part| !part.is_empty()).collect()
}

/// Returns the kind of session that its title speaks of.
fn kind_of(title: &str) -> SessionKind {
    const WORDS: [(&str, SessionKind); 24] = [
        ("lunch", SessionKind::Break),
        ("break", SessionKind::Break),
        ("coffee", SessionKind::Break),
        ("dinner", SessionKind::Break),
        ("travel", SessionKind::Break),
        ("debrief", SessionKind::Debrief),
        ("wrap", SessionKind::Debrief),
        ("welcome", SessionKind::Welcome),
        ("opening", SessionKind::Welcome),
        ("introduction", SessionKind::Welcome),
        ("tour", SessionKind::Tour),
        ("demonstration", SessionKind::Demonstration),
        ("demo", SessionKind::Demonstration),
        ("ride-along", SessionKind::Observation),
        ("observ", SessionKind::Observation),
        ("q&a", SessionKind::Questions),
        ("questions", SessionKind::Questions),
        ("chief", SessionKind::Leadership),
        ("leadership", SessionKind::Leadership),
        ("command staff", SessionKind::Leadership),
        ("residents", SessionKind::Partners),
        ("partners", SessionKind::Partners),
        ("discussion", SessionKind::Discussion),
        ("roundtable", SessionKind::Discussion),
    ];
    let lower = title.to_ascii_lowercase();
    let begins_word = |word: &str| {
        lower.match_indices(word).any(|(at, _)| {
            !lower[..at].chars().next_back().is_some_and(|before| before.is_ascii_alphanumeric())
        })
    };
    let found = WORDS.iter().find(|(word, _)| begins_word(word));
    found.map_or(SessionKind::Presentation, |(_, kind)| *kind)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Returns "1 08:30 60 Opening @ Lobby" for each session.
    fn read(text: &str) -> Vec<String> {
        let line = |session: &Session| {
            let slot = session.slot.map_or("-".to_owned(), |slot| {
                format!("{} {} {}", slot.day, slot.start, slot.minutes)
            });
            let place = if session.place.is_empty() {
                String::new()
            } else {
                format!(" @ {}", session.place)
            };
            format!("{slot} {}{place}", session.title)
        };
        agenda(text).sessions.iter().map(line).collect()
    }

    #[test]
    fn lines_with_times_words_and_a_place_are_sessions() {
        let text = "8:30-9:30 Opening … Lobby\n9:30 – 10:15\tPolicy\tRoom 3\n10:15 to 11:00: Tour | Storage\n11.00—12.30 Meeting with the chief .... Office\n1:00-2:00   Lunch   Cafeteria";
        assert_eq!(
            read(text),
            [
                "1 08:30 60 Opening @ Lobby",
                "1 09:30 45 Policy @ Room 3",
                "1 10:15 45 Tour @ Storage",
                "1 11:00 90 Meeting with the chief @ Office",
                "1 13:00 60 Lunch @ Cafeteria",
            ]
        );
    }

    #[test]
    fn times_are_read_in_every_way_that_people_write_them() {
        for (line, expected) in [
            ("8:30 AM - 9:00 AM Welcome", "1 08:30 30 Welcome"),
            ("8:30 a.m. to 1 p.m. Welcome", "1 08:30 270 Welcome"),
            ("11:30-1:00 pm Lunch", "1 11:30 90 Lunch"),
            ("1-2:30 pm Tour", "1 13:00 90 Tour"),
            ("0830-0915 Welcome", "1 08:30 45 Welcome"),
            ("13:00–14:30 Tour", "1 13:00 90 Tour"),
            ("9–10am Policy", "1 09:00 60 Policy"),
            ("12:00-1:00 Lunch", "1 12:00 60 Lunch"),
            ("Noon – 1:00 pm Lunch", "1 12:00 60 Lunch"),
            ("2:00 Tour", "1 14:00 45 Tour"),
            ("06:00 Roll call", "1 06:00 45 Roll call"),
            ("8:30\t9:15\tWelcome\tLobby", "1 08:30 45 Welcome @ Lobby"),
            ("• 8:30 Welcome", "1 08:30 45 Welcome"),
        ] {
            assert_eq!(read(line), [expected], "{line}");
        }
    }

    #[test]
    fn numbers_that_are_no_times_are_none() {
        for line in [
            "3 officers meet",
            "2026 budget",
            "24:30 Tour",
            "9 to 5 culture",
            "12 months on",
            "8:305 x",
        ] {
            assert_eq!(read(line), [format!("- {line}")], "{line}");
        }
    }

    #[test]
    fn the_afternoon_comes_after_the_morning_without_being_named() {
        assert_eq!(
            read("9:00 Welcome\n12:00 Lunch\n1:00 Tour\n4:30 Debrief"),
            ["1 09:00 180 Welcome", "1 12:00 60 Lunch", "1 13:00 210 Tour", "1 16:30 45 Debrief"]
        );
    }

    #[test]
    fn headings_begin_days() {
        let text = "Day 1\n9:00 Welcome\nDay Two – Thursday\n9:00 Tour\nFriday, May 15, 2026\n9:00 Debrief";
        assert_eq!(read(text), ["1 09:00 45 Welcome", "2 09:00 45 Tour", "3 09:00 45 Debrief"]);
        assert_eq!(read("Wednesday\n\n9:00 Welcome"), ["1 09:00 45 Welcome"]);
        assert_eq!(
            read("9:00 Welcome\nDay 2\n9:00 Tour"),
            ["1 09:00 45 Welcome", "2 09:00 45 Tour"]
        );
    }

    #[test]
    fn what_follows_a_session_without_a_time_are_its_points() {
        let read =
            agenda("Draft agenda\n9:00-10:00\nStorage\n- Costs\n- Retention of evidence\nLt. Ames");
        assert_eq!(read.left_out, ["Draft agenda"]);
        assert_eq!(read.sessions[0].title, "Storage");
        assert_eq!(read.sessions[0].points, "Costs\nRetention of evidence\nLt. Ames");
    }

    #[test]
    fn without_any_time_each_line_waits_in_the_tray() {
        assert_eq!(
            read("Welcome\n\n• Tour of the storage\n"),
            ["- Welcome", "- Tour of the storage"]
        );
        assert_eq!(read(""), Vec::<String>::new());
    }

    #[test]
    fn the_kind_is_told_by_the_words() {
        for (title, kind) in [
            ("Coffee break", SessionKind::Break),
            ("Working lunch", SessionKind::Break),
            ("Facility tour", SessionKind::Tour),
            ("Welcome and introductions", SessionKind::Welcome),
            ("Q&A", SessionKind::Questions),
            ("Meeting with the Chief", SessionKind::Leadership),
            ("Detour planning", SessionKind::Presentation),
            ("Policy and law", SessionKind::Presentation),
        ] {
            assert_eq!(kind_of(title), kind, "{title}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_pasted_is_read_without_a_fall(text in "[0-9a-p:.–\t\n é…|-]{0,60}") {
            let read = agenda(&text);
            for slot in read.sessions.iter().filter_map(|session| session.slot) {
                prop_assert!(slot.minutes > 0 && slot.day >= 1);
            }
        }
    }
}
